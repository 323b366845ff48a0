// What the tests of the review desk share: opening lists, reading counts, pressing keys.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { atRest, eventually, projectFile, textOf } from "./harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The real list of a city: 6,315 clauses. */
export const cityList = projectFile("tests/golden/city_ordinances.csv");

/** Opens files by the picker, in place of what is there, and waits until all clauses are classified. */
export async function openFiles(page, ...paths) {
  await beginReading(page, ...paths);
  await settled(page);
  await advance(page, false);
  await apart(page);
}

/** Opens files and begins to read them. */
export async function beginReading(page, ...paths) {
  const input = await page.$("#opening-files");
  await input.uploadFile(...paths);
  await page.waitForSelector("#opening-read:not([disabled])", { timeout: 60_000 });
  if (await page.$("#opening-how:not([hidden])")) await page.click("#opening-replace");
  await page.click("#opening-read");
}

/** Waits until results stand and nothing is at work. */
export async function settled(page) {
  await page.waitForSelector("#review-results:not([hidden])", { timeout: 90_000 });
  await atRest(page);
  await page.waitForSelector("#review-list .row[data-position]");
}

/** Whether a decision goes on to the next clause. The tests begin with no, so that they can look at what was decided. */
export const advance = (page, wanted) => page.$eval("#keys-advance", (box, wanted) => { box.checked = wanted; }, wanted);

/** One line for each clause, so that the tests meet every clause by itself. */
export async function apart(page) {
  await page.$eval("#list-together", (box) => { box.checked = false; box.dispatchEvent(new Event("change", { bubbles: true })); });
  await page.waitForFunction(() => document.querySelector("#announcement").textContent.includes("条項を表示しています"));
}

/** Opens the page with the bundled sample. */
export async function sample(shared, options = {}) {
  const page = await shared.open({ fragment: "#regulations", ...options });
  await page.click("#review-sample");
  await settled(page);
  await advance(page, false);
  await apart(page);
  return page;
}

/** The numbers of the summary: ordinances, clauses, flagged, share, undecided. */
export async function numbers(page) {
  const text = await textOf(page, "#review-summary");
  return text.match(/[\d,.]+/gu).map((number) => Number(number.replaceAll(",", "")));
}

export const undecided = async (page) => (await numbers(page))[4];

export const waitForUndecided = (page, count) => page.waitForFunction(
  (wanted) => document.querySelector("#review-summary").textContent.includes(`未判定は${wanted}条項`),
  { timeout: 20_000 }, count.toLocaleString("ja-JP"),
);

/** Waits until the list shows so many clauses. */
export const waitForShown = (page, count) => page.waitForFunction(
  (wanted) => document.querySelector("#review-count").textContent === `${wanted}条項を表示`,
  { timeout: 20_000 }, count.toLocaleString("ja-JP"),
);

export const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };

/** Presses a key that opens another clause and waits until it is open; gives what it is. */
export async function go(page, key) {
  const title = () => {
    const pane = document.querySelector("#clause-pane");
    return pane.hidden ? "" : pane.querySelector("header").textContent;
  };
  const before = await page.evaluate(title);
  await press(page, key);
  await page.waitForFunction((before) => {
    const pane = document.querySelector("#clause-pane");
    return !pane.hidden && pane.querySelector("header").textContent !== before;
  }, {}, before);
  return page.evaluate(title);
}

/** Decides every undecided category of the open clause by this key, and stays at the clause; gives how many there were. */
export async function decideClause(page, key) {
  await advance(page, false);
  const undecidedLines = () => page.$$eval("#decision-lines .decision-line", (lines) => lines
    .filter((line) => (line.querySelector("input:checked")?.value ?? "") === "").length);
  const open = await undecidedLines();
  for (let left = open; left > 0; left -= 1) {
    await press(page, key);
    await eventually("the decision", async () => await undecidedLines() === left - 1);
  }
  return open;
}

/** Axe's findings in the whole page. */
export async function axeFindings(page) {
  await page.evaluate(`${axe}; undefined`);
  return page.evaluate(async () => {
    const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await globalThis.axe.run(document, { runOnly });
    return violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
}

/** Writes a list of so many rows, made of the city's, each round under ordinance names of its own. */
export async function largeList(folder, count) {
  const [header, ...lines] = (await readFile(cityList, "utf8")).trimEnd().split("\n");
  const rows = Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / lines.length);
    return lines[index % lines.length].replace(",", `,第${round}`);
  });
  const path = join(folder, "large.csv");
  await writeFile(path, [header, ...rows].join("\n"));
  return path;
}

/** The cells of a CSV as RFC 4180 writes it. */
export function parseCsv(text) {
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gu;
  for (const [whole, quoted, plain, end] of text.replace(/^\uFEFF/u, "").matchAll(cell)) {
    if (whole === "" && end === "") break;
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end.endsWith("\n")) rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** Nothing went wrong in the page. */
export async function nothingWrong(page) {
  assert.deepEqual(page.errors, []);
  assert.ok(await page.$eval("#trouble", (trouble) => trouble.hidden), await textOf(page, "#trouble"));
}
