// A list that means harm: its words are shown and saved as words, never as markup, code or formulas.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { it } from "node:test";
import { unzipSync } from "fflate";
import { atRest, inBrowsers, inMenu, openFile, saved, textOf } from "./harness.mjs";

const markup = [
  "<img src=x onerror=\"globalThis.ran=1\">", "</script><script>globalThis.ran=1</script>", "<svg onload=\"globalThis.ran=1\">",
  "</textarea></title><b>太字</b>", "<iframe srcdoc=\"<script>parent.ran=1</script>\">", "{{version}}", "<!-- include -->", "&lt;b&gt;&amp;",
  "javascript:globalThis.ran=1", "\u202E規則\u202D", "\u2067右から\u2069", "<a href=\"https://example.invalid\">ここ</a>",
];
const formulas = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "=HYPERLINK(\"https://example.invalid\")", "=cmd|' /C calc'!A0"];
/** Signs that spreadsheets take for ASCII ones, and those that stand behind what is not seen. */
const hidden = [
  "＝1+1", "＋1+1", "－1+1", "＠SUM(A1)", "\u200B=1+1", "\uFEFF=1+1", "\u3000=1+1", "\u00A0＝cmd|' /C calc'!A0", "\u200E\u2060+1+1", "\u00AD@SUM(A1)",
];
const quoted = (text) => `"${text.replaceAll("\"", "\"\"")}"`;
/** A list whose every cell begins with harm and whose text is a candidate. */
const listOf = (beginnings) => ["例規名,条項,見出し,本文,所管",
  ...beginnings.map((text) => [text, text, text, `${text} 職員は、施設に立ち入り、検査することができる。`, text].map(quoted).join(","))].join("\n");

async function openList(shared, text) {
  const page = await shared.open({ fragment: "#regulations" });
  await openFile(page, "#opening-files", "<img src=x onerror=ran()>=1+1.csv", text);
  await page.waitForSelector("#opening-read:not([disabled])");
  await page.click("#opening-read");
  await page.waitForSelector("#review-list .row[data-position]", { timeout: 20_000 });
  await atRest(page);
  return page;
}

/** Elements that only markup from data could make, and whether any of its code ran. */
const made = (page) => page.evaluate(() => ({
  elements: document.querySelectorAll("img, iframe, b, main script, main a:not([href^='#']), [onerror], [onload]").length, ran: globalThis.ran ?? null,
}));

/** Records of a CSV text. */
const records = (text) => [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(?:,|\r\n|$)/gu)].map(([, quoted, plain]) => quoted?.replaceAll("\"\"", "\"") ?? plain);

inBrowsers("hostile lists", (shared) => {
  it("control: markup from data would be seen", async () => {
    const page = await shared.open();
    await page.evaluate(() => { document.querySelector("main").append(document.createElement("img")); });
    assert.equal((await made(page)).elements, 1);
    await page.close();
  });

  it("make no markup and run no code in any view, and are shown as they are", async () => {
    const page = await openList(shared, listOf(markup));
    const texts = await page.$$eval(".row-place", (all) => all.map((place) => place.textContent));
    assert.ok(texts.some((text) => text.includes(markup[0])), String(texts));
    await page.keyboard.press("j");
    await page.waitForSelector("#clause-pane:not([hidden])");
    assert.ok((await textOf(page, "#clause-pane")).includes(markup[0]));
    await page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
    for (const tab of ["ceiling", "procedures", "regulations", "report", "about"]) await page.click(`[data-tab=${tab}]`);
    assert.deepEqual(await made(page), { elements: 0, ran: null });
    assert.ok((await textOf(page, "#paper")).includes(markup[0]));
    assert.deepEqual(page.errors, []);
    page.on("dialog", (dialog) => dialog.accept());
    await page.close();
  });

  it("turn the direction of no words but their own", async () => {
    const page = await openList(shared, listOf(markup.slice(-3)));
    assert.equal(await page.$eval(".row-place", (place) => getComputedStyle(place).unicodeBidi), "isolate");
    page.on("dialog", (dialog) => dialog.accept());
    await page.close();
  });

  it("as procedures make no markup either", async () => {
    const page = await shared.open({ fragment: "#procedures" });
    await openFile(page, "#procedures-file", "<b>.csv", ["手続名", ...markup.map(quoted), "児童手当の認定請求"].join("\n"));
    await page.waitForSelector("#procedures-opened:not([hidden])");
    await page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
    assert.deepEqual(await made(page), { elements: 0, ran: null });
    page.on("dialog", (dialog) => dialog.accept());
    await page.close();
  });

  it("put no full-width formula and none behind unseen characters into the CSV, byte by byte", async () => {
    const page = await openList(shared, listOf(hidden));
    await page.select("#export-which", "all");
    for (const [button, decoder] of [["#export-csv", new TextDecoder("utf-8", { ignoreBOM: true })], ["#export-csv-sjis", new TextDecoder("shift_jis")]]) {
      const bytes = await readFile(await saved(shared.browser, () => inMenu(page, button)));
      const marked = bytes.subarray(0, 3).equals(Buffer.from([0xEF, 0xBB, 0xBF]));
      assert.equal(marked, button === "#export-csv");
      const text = decoder.decode(marked ? bytes.subarray(3) : bytes);
      const cells = records(text);
      assert.deepEqual(cells.filter((cell) => /^[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]./u.test(cell)), [], button);
      // Reading takes blanks from the ends of a cell, and what is not seen.
      const seen = (formula) => formula.replace(/^[\p{White_Space}\p{Cc}\p{Cf}]+/u, "");
      const guarded = (formula) => [formula, formula.trim(), seen(formula)].some((words) => bytes.includes(Buffer.from(`"'${words}`)));
      if (marked) for (const formula of hidden) assert.ok(guarded(formula), JSON.stringify(formula));
    }
    page.on("dialog", (dialog) => dialog.accept());
    await page.close();
  });

  it("put no formula into the CSV or the workbook", async () => {
    const page = await openList(shared, listOf(formulas));
    await page.select("#export-which", "all");
    const csv = await readFile(await saved(shared.browser, () => inMenu(page, "#export-csv")), "utf8");
    const cells = records(csv.replace("\uFEFF", ""));
    assert.ok(cells.some((cell) => cell.startsWith("'=1+1")), csv.slice(0, 400));
    assert.deepEqual(cells.filter((cell) => /^[=+\-@\t\r]/u.test(cell)), []);
    const parts = unzipSync(await readFile(await saved(shared.browser, () => inMenu(page, "#export-xlsx"))));
    const sheets = Object.keys(parts).filter((name) => name.startsWith("xl/worksheets/sheet"));
    assert.equal(sheets.length, 4);
    for (const name of sheets) assert.doesNotMatch(new TextDecoder().decode(parts[name]), /<f[ >]|<hyperlink/u, name);
    const words = Object.keys(parts).map((name) => new TextDecoder().decode(parts[name])).join("");
    assert.match(words, /=1\+1/u);
    page.on("dialog", (dialog) => dialog.accept());
    await page.close();
  });
});
