// What stands on paper, looked at in the page under the style of print, as wide as the text of an A4 sheet.

/** Width of the text between the margins, in pixels: 210 mm less 16 mm on each side. */
const textWidth = Math.round((210 - 32) / 25.4 * 96);
/**
 * Words of the tables that a column breaks: the browser's own list of words tells which letters belong together. Each with
 * what stands around it, and a bar where the line ends. A table that would not fit is told as well.
 */
export async function brokenWords(page) {
  const { width, height } = page.viewport();
  await page.emulateMediaType("print");
  await page.setViewport({ width: textWidth, height });
  const broken = await page.evaluate(() => {
    const kinds = [/[\p{sc=Han}々]/u, /[\p{sc=Katakana}ー]/u, /[\p{L}\d]/u];
    const kind = (letter) => kinds.findIndex((one) => one.test(letter));
    const words = new Intl.Segmenter("ja", { granularity: "word" });
    const found = [];
    const range = document.createRange();
    const lineOf = (node, place) => {
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      const [box] = range.getClientRects();
      return box && box.width > 0 ? Math.round(box.top) : undefined;
    };
    for (const cell of document.querySelectorAll("#paper table :is(th, td, caption)")) {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const letters = [];
      while (walker.nextNode()) for (let place = 0; place < walker.currentNode.length; place += 1) letters.push([walker.currentNode, place]);
      const text = cell.textContent;
      for (const { segment, index, isWordLike } of words.segment(text)) {
        for (let place = index + 1; isWordLike && place < index + segment.length; place += 1) {
          // A particle that the list takes into the word (に｜関する) may stand on the line before.
          if (kind(text[place - 1]) !== kind(text[place])) continue;
          const [before, after] = [lineOf(...letters[place - 1]), lineOf(...letters[place])];
          if (before !== undefined && after !== undefined && before !== after) {
            found.push(`${text.slice(Math.max(0, place - 12), place)}|${text.slice(place, place + 12)}`);
          }
        }
      }
    }
    const edge = document.querySelector("#paper").getBoundingClientRect().right + 1;
    const wide = [...document.querySelectorAll("#paper table")].filter((table) => table.getBoundingClientRect().right > edge);
    return [...found, ...wide.map((table) => `wider than the paper: ${table.textContent.slice(0, 60)}`)];
  });
  await page.emulateMediaType(null);
  await page.setViewport({ width, height });
  return broken;
}
