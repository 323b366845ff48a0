// The browsers' half of `cargo xtask bench`: `node figures.mjs FOLDER`, one JSON line a figure, each beside its reference.
// The page is the built file, its worker is the one that it makes for itself (`ichimai.worker`), opened from `file:`.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, openPage, pageAddress } from "./harness.mjs";
import { withExpressions } from "./regular_expressions.mjs";

/** What else reads and writes the same files in a browser, as their packages give them out. */
const libraries = ["papaparse/papaparse.min.js", "xlsx/dist/xlsx.full.min.js"];

const folder = process.argv[2];
const starts = 7;
const names = ["small.csv", "large.csv", "large.xlsx", "names.csv", "words.json", "texts.json"];

/** Gives `act` the address of a page that holds `markup` and nothing else. */
async function withPage(markup, act) {
  const place = await mkdtemp(join(tmpdir(), "ichimai-empty-"));
  await writeFile(join(place, "empty.html"), `<!DOCTYPE html><html data-state="ready"><title>a</title>${markup}`);
  const outcome = await act(pathToFileURL(join(place, "empty.html")).href);
  await rm(place, { recursive: true });
  return outcome;
}

/** When the page was painted and ready, in milliseconds after it was asked for, and a page of one line beside it. */
async function startUp(browser) {
  const marks = async (at) => {
    const page = await openPage(browser, { address: at });
    const found = await page.evaluate(async () => {
      const mark = (name) => performance.getEntriesByName(name)[0]?.startTime;
      for (let round = 0; round < 100 && mark("first-contentful-paint") === undefined; round += 1) {
        await new Promise((resolve) => { setTimeout(resolve, 20); });
      }
      const [navigation] = performance.getEntriesByType("navigation");
      return { paint: mark("first-contentful-paint") ?? mark("first-paint"), ready: mark("ichimai-ready") ?? navigation.loadEventEnd };
    });
    await page.close();
    return found;
  };
  const middle = (values) => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)];
  const several = async (at) => {
    const all = [];
    for (let round = 0; round < starts; round += 1) all.push(await marks(at));
    return { paint: middle(all.map(({ paint }) => paint)), ready: middle(all.map(({ ready }) => ready)) };
  };
  const [ours, reference] = [await several(pageAddress), await withPage("<p>一枚点検</p>", several)];
  const line = (what, key) => ({ what, value: ours[key], reference: "a page of one line", reference_value: reference[key] });
  return [line("first paint", "paint"), line("start-up: ready to use", "ready")];
}

/** What the libraries of `libraries` take for the same files, in a page of their own, each beside ours of the same run. */
async function beside(browser, lines) {
  const times = await withPage("<input type=\"file\" id=\"figures\" multiple>", async (address) => {
    const page = await openPage(browser, { address });
    page.setDefaultTimeout(600_000);
    const packages = new URL("./node_modules/", import.meta.url);
    for (const library of libraries) await page.evaluate(await readFile(new URL(library, packages), "utf8"));
    const field = await page.$("#figures");
    await field.uploadFile(join(folder, "large.csv"), join(folder, "large.xlsx"));
    const measured = await page.evaluate(withLibraries);
    await page.close();
    return measured;
  });
  const ours = (what) => lines.find((line) => line.what === what).value;
  return times.map(([what, value, own]) => ({ what, value, reference: "ours, as above", reference_value: ours(own) }));
}

/** Runs in the libraries' page: their times to read to rows and to write, the faster of two. */
async function withLibraries() {
  const file = (name) => [...document.getElementById("figures").files].find((given) => given.name === name).arrayBuffer();
  const [csv, xlsx] = [new Uint8Array(await file("large.csv")), new Uint8Array(await file("large.xlsx"))];
  let rows;
  const timed = (act) => {
    const times = [0, 1].map(() => { const start = performance.now(); act(); return performance.now() - start; });
    return Math.min(...times);
  };
  const parsed = timed(() => { rows = globalThis.Papa.parse(new TextDecoder().decode(csv)).data; });
  if (rows.length < 100_000) throw new Error(`PapaParse: ${rows.length} rows`);
  let read;
  const opened = timed(() => {
    const book = globalThis.XLSX.read(xlsx, { dense: true });
    read = globalThis.XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
  });
  if (read.length < 100_000) throw new Error(`SheetJS: ${read.length} rows`);
  const written = timed(() => {
    const book = globalThis.XLSX.utils.book_new();
    globalThis.XLSX.utils.book_append_sheet(book, globalThis.XLSX.utils.aoa_to_sheet(read, { dense: true }), "a");
    globalThis.XLSX.write(book, { type: "array", compression: true });
  });
  return [
    ["100,000 rows CSV: PapaParse, to rows", parsed, "100,000 rows CSV: read"],
    ["100,000 rows XLSX: SheetJS, to rows", opened, "100,000 rows XLSX: read"],
    ["100,000 rows as XLSX: SheetJS, of seven columns", written, "export of 100,000 rows as XLSX"],
  ];
}

/** Runs in the page: everything that its worker does, and the references beside it. */
async function measure(address) {
  const given = Object.fromEntries([...document.getElementById("figures").files].map((file) => [file.name, file]));
  const bytes = async (name) => new Uint8Array(await given[name].arrayBuffer());
  const lines = [];
  const tell = (what, value, reference, referenceValue, unit) => lines.push({ what, value, reference, reference_value: referenceValue, unit });
  const timed = async (act) => { const start = performance.now(); const result = await act(); return [performance.now() - start, result]; };
  const fastest = async (act, rounds = 3) => {
    let [best, result] = [Infinity, undefined];
    for (let round = 0; round < rounds; round += 1) {
      const [time, value] = await timed(act);
      if (time < best) [best, result] = [time, value];
    }
    return [best, result];
  };
  const start = () => {
    const worker = globalThis.ichimai.worker();
    const call = (name, input, hear = () => {}) => new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => { if (data.kind === "progress") hear(data.value); else if (data.kind === "output") resolve(data.value); else reject(new Error(`${name}: ${data.value}`)); };
      worker.onerror = (event) => reject(new Error(`${name}: ${event.message}`));
      worker.postMessage({ id: 1, call: name, input });
    });
    return { call, end: () => worker.terminate() };
  };

  const decoded = (data) => new TextDecoder().decode(data).length;
  const through = async (stream, parts) => (await new Response(new Blob(parts).stream().pipeThrough(stream)).arrayBuffer()).byteLength;
  // The members of a ZIP by its directory, inflated and decoded by the browser itself.
  const unzipped = async (data) => {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    let end = data.length - 22;
    while (view.getUint32(end, true) !== 0x06054b50) end -= 1;
    let place = view.getUint32(end + 16, true);
    let letters = 0;
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      const [packed, local] = [view.getUint32(place + 20, true), view.getUint32(place + 42, true)];
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const stream = new Blob([data.subarray(from, from + packed)]).stream();
      const plain = view.getUint16(place + 10, true) === 0 ? stream : stream.pipeThrough(new DecompressionStream("deflate-raw"));
      letters += decoded(await new Response(plain).arrayBuffer());
      place += 46 + view.getUint16(place + 28, true) + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
    }
    return letters;
  };

  for (const [name, what] of [["small.csv", "6,315 rows CSV"], ["large.csv", "100,000 rows CSV"], ["large.xlsx", "100,000 rows XLSX"]]) {
    const data = await bytes(name);
    const worker = start();
    const input = { files: [{ name, bytes: data }], choices: {} };
    await worker.call("inspect_files", { files: [], choices: {} });
    const [look] = await fastest(() => worker.call("inspect_files", input));
    const [read] = await fastest(() => worker.call("read_files", input), 2);
    worker.end();
    const zipped = name.endsWith(".xlsx");
    const [reference] = await fastest(() => (zipped ? unzipped(data) : decoded(data)));
    const called = zipped ? "unzip and decode" : "decode";
    tell(`${what}: first look`, look, called, reference);
    tell(`${what}: read`, read, called, reference);
  }

  const names = await bytes("names.csv");
  const named = { name: "names.csv", from: { file: [names, null] }, choices: {} };
  const matcher = start();
  let entries = 0;
  const counted = () => { entries = 0; return matcher.call("open_list", named, (portion) => { entries += JSON.parse(portion).entries.length; }); };
  const [matched] = await fastest(counted);
  if (entries < 19_000) throw new Error(`${entries} names`);
  matcher.end();
  tell("20,000 names of procedures opened and matched", matched, "decode", (await fastest(() => decoded(names)))[0]);

  const desk = start();
  const source = { name: "large.csv", bytes: await bytes("large.csv") };
  const { clauses } = await desk.call("read_files", { files: [source], choices: {} });
  const [judged, bare] = [[], []];
  for (let round = 0; round < 3; round += 1) {
    await desk.call("take", { files: [clauses], how: "replace" });
    bare.push((await timed(() => desk.call("measure")))[0]);
    judged.push((await timed(() => desk.call("classify", 1_000_000)))[0]);
  }
  tell("classification at 100,000 clauses", Math.min(...judged), "own matcher, bare", Math.min(...bare));
  const wanted = { which: "all", shown_only: false, kept: "{}", conditions: [], author: "figures", day: "2026-11-26" };
  const texts = decoded(source.bytes);
  for (const [format, called] of [["csv", "CSV"], ["xlsx", "XLSX"]]) {
    const [time, written] = await fastest(() => desk.call("export", { ...wanted, format }), 1);
    const [reference] = await fastest(() => through(new CompressionStream("deflate"), [format === "csv" ? written.bytes : source.bytes]));
    tell(`export of 100,000 rows as ${called}`, time, "deflated by the browser", reference);
  }
  const [, memory] = await desk.call("measure");
  tell("memory of the worker at 100,000 clauses", memory / 1e6, "the file", source.bytes.length / 1e6, "MB");

  // Everything that the list shows of the city, decided to apply.
  const small = await desk.call("read_files", { files: [{ name: "small.csv", bytes: await bytes("small.csv") }], choices: {} });
  await desk.call("take", { files: [small.clauses], how: "replace" });
  const [read] = await timed(() => desk.call("classify", 1_000_000));
  await desk.call("select", { filter: {}, inquiry: "any", amendments: null, order: "as_read", keep: null, together: false, unfolded: [], out: [] });
  const targets = JSON.parse(await desk.call("in_scope", { scope: "rest_of_shown", index: 0, states: ["undecided"] }));
  const applying = (target) => ({ target, judgement: { decision: "applies" } });
  const decided = new Set([...new Set(targets.map(({ clause }) => clause))].slice(0, 300));
  await desk.call("judge", JSON.stringify(targets.filter(({ clause }) => decided.has(clause)).map(applying)));
  // Once: what was drafted is known from then on.
  const [drafted, counts] = await fastest(() => desk.call("count_amendments", "{}"), 1);
  tell(`precedents and drafts of ${counts.applying} decided clauses`, drafted, "classification of the 6,315 around them", read);
  desk.end();
  return { lines, texts, address };
}

for (const name of ["chromium", "firefox"]) {
  const browser = await launch(name);
  const tell = (line) => console.log(JSON.stringify({ where: name, ...line }));
  (await startUp(browser)).forEach(tell);
  const page = await openPage(browser, { fragment: "#regulations" });
  await page.evaluate(() => {
    const field = document.createElement("input");
    Object.assign(field, { type: "file", id: "figures", multiple: true });
    document.body.append(field);
  });
  const field = await page.$("#figures");
  await field.uploadFile(...names.map((file) => join(folder, file)));
  page.setDefaultTimeout(600_000);
  const { lines } = await page.evaluate(measure, pageAddress);
  lines.forEach(tell);
  (await beside(browser, lines)).forEach(tell);
  const expressions = await page.evaluate(`(async () => {
    const files = Object.fromEntries([...document.getElementById("figures").files].map((file) => [file.name, file]));
    const read = async (name) => JSON.parse(await files[name].text());
    const [words, texts] = [await read("words.json"), await read("texts.json")];
    return { words: words.length, texts: texts.length, found: (${withExpressions})(words, texts) };
  })()`);
  for (const [way, { milliseconds, hits }] of Object.entries(expressions.found)) {
    tell({ way, words: expressions.words, texts: expressions.texts, milliseconds, hits });
  }
  await browser.close();
}
