// The words of the vocabulary as regular expressions, as such checks are made today: `node regular_expressions.mjs FOLDER`.

/** Milliseconds for all texts and the number of hits: one expression a word, and all words in one. */
export function withExpressions(words, texts) {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
  const timed = (expressions) => {
    const start = performance.now();
    let hits = 0;
    for (const text of texts) for (const expression of expressions) hits += (text.match(expression) ?? []).length;
    return { milliseconds: performance.now() - start, hits };
  };
  const longestFirst = [...escaped].sort((left, right) => right.length - left.length);
  return {
    each: timed(escaped.map((word) => new RegExp(word, "gu"))),
    all: timed([new RegExp(longestFirst.join("|"), "gu")]),
  };
}

if (globalThis.process?.argv[1]?.endsWith("regular_expressions.mjs")) {
  const { readFile } = await import("node:fs/promises");
  const read = async (name) => JSON.parse(await readFile(`${process.argv[2]}/${name}.json`, "utf8"));
  const [words, texts] = [await read("words"), await read("texts")];
  for (const [way, { milliseconds, hits }] of Object.entries(withExpressions(words, texts))) {
    console.log(JSON.stringify({ where: "node", way, words: words.length, texts: texts.length, milliseconds, hits }));
  }
}
