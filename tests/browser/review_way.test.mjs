// The whole way of an officer with the real list of a city: drop, decide by keyboard, bulk and undo, save, open on a fresh
// page, read a changed list, export and read it back cell by cell, print.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { it } from "node:test";
import readWorkbook from "read-excel-file/node";
import { cityList, go, nothingWrong, numbers, openFiles, parseCsv, press, sample, settled, undecided, waitForShown, waitForUndecided } from "./desk.mjs";
import { inBrowsers, inMenu, output, saved, textOf } from "./harness.mjs";

const CAUTION = "本資料は候補の抽出結果であり、該当性は所管課が判断する";
const COLUMNS = "No,所管課,例規種別,例規名,例規番号,条項,条文,検出語,規制区分,デジタル手段の記載,見直し段階（推定）,根拠の手掛かり,判定,見直し要否,見直し方針,活用できる技術,見直し時期,備考,抽出区分,見出し,ファイル,シート,行,前の一覧との違い";

/** Drops a file on the page, as from a folder of the desktop. */
const drop = (page, name, text) => page.evaluate((name, text) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name));
  document.querySelector("#regulations-title").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
}, name, text);

/** The city's list after an amendment: the first clause changed, the second gone, one new. */
const amended = async () => {
  const lines = (await readFile(cityList, "utf8")).split("\n");
  const added = "規則,新しい規則,第1条,点検,管理者は、毎年1回、設備を点検しなければならない。";
  return [lines[0], lines[1].replace("通告", "通知"), ...lines.slice(3, -1), added, ""].join("\n");
};

/** Saves the result sheet of a scope by a button and reads it back: an array of sheets. */
async function workbook(shared, page, which) {
  await page.select("#export-which", which);
  return readWorkbook(await saved(shared.browser, () => inMenu(page, "#export-xlsx")));
}

const sheetOf = (sheets, name) => sheets.find((one) => one.sheet === name).data;

/** Rows of the sheet 結果 as objects by their header. */
const rowsOf = (sheets) => {
  const [header, ...rows] = sheetOf(sheets, "結果");
  return rows.map((row) => Object.fromEntries(header.map((name, place) => [name, row[place]])));
};

/** Prints and gives the text of the paper. */
async function paper(shared, page, name) {
  const path = join(output, `${name}-${shared.name}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true, printBackground: false });
  assert.match(execFileSync("pdfinfo", [path], { encoding: "utf8" }), /Page size:\s+59[456](\.\d+)? x 84[12](\.\d+)? pts/u);
  return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).normalize("NFKC");
}

inBrowsers("the officer's whole way", (shared) => {
  it("from dropping the city's list to the same work on a fresh page and an amended list", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await drop(page, "例規一覧.csv", await readFile(cityList, "utf8"));
    await page.waitForSelector("#opening-read:not([disabled])");
    const since = Date.now();
    await page.click("#opening-read");
    await page.waitForSelector("#review-list .row[data-position]");
    console.log(`${shared.name}: first results of 6,315 clauses after ${Date.now() - since} ms`);
    await settled(page);
    const [ordinances, clauses, flagged, , open] = await numbers(page);
    assert.deepEqual([ordinances, clauses, open], [497, 6315, flagged]);
    assert.ok((await page.$$(".row")).length < 60);

    for (const key of ["a", "x", "q", "a", "x"]) {
      await go(page, "n");
      await press(page, key);
    }
    await waitForUndecided(page, open - 5);
    await page.type("#filter-words", "検査");
    await page.waitForFunction((all) => !document.querySelector("#review-count").textContent.startsWith(all), {}, String(flagged));
    await page.$eval("#filter-words", (input) => input.blur());
    await go(page, "n");
    const reach = Number((await textOf(page, "#bulk-shown")).match(/（(\d+)件）を非該当にする$/u)[1]);
    assert.ok(reach > 1, `${reach} in reach`);
    await inMenu(page, "#bulk-shown");
    await page.waitForFunction(() => document.querySelector("#bulk-shown").textContent.includes("（0件）"));
    await press(page, "u");
    await page.waitForFunction((reach) => document.querySelector("#bulk-shown").textContent.includes(`（${reach}件）`), {}, reach);
    await waitForUndecided(page, open - 5);
    const path = await saved(shared.browser, () => inMenu(page, "#work-save"));
    await page.close();

    const again = await shared.open({ fragment: "#regulations" });
    await (await again.$("#work-file")).uploadFile(path);
    await settled(again);
    assert.equal(await undecided(again), open - 5);
    const updated = join(shared.browser.downloads, "改正後.csv");
    await writeFile(updated, await amended());
    await openFiles(again, updated);
    assert.match(await textOf(again, "#review-summary"), /新規1、文言変更1、なくなった条項1/u);
    assert.equal(await undecided(again), open - 4, "the new clause is undecided, the decisions are kept");
    await again.$eval("[data-column=state-該当]", (button) => button.click());
    await waitForShown(again, 2);
    await nothingWrong(again);
    await again.close();
  });

  it("each scope of the workbook has its rows, cell by cell as in the list and as in the CSV", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await openFiles(page, cityList);
    const lines = parseCsv(await readFile(cityList, "utf8"));
    await go(page, "n");
    await press(page, "a");
    await page.click("#clause-tab-review");
    await page.type("#category-forms [data-slot=remarks]", "=1+1");
    await page.select("#category-forms [data-slot=stage]", "2");
    await press(page, "Escape");
    await go(page, "n");
    await press(page, "x");

    const candidates = await workbook(shared, page, "candidates");
    assert.deepEqual(candidates.map((one) => one.sheet), ["結果", "集計", "凡例", "条件", "改正案"]);
    assert.equal(sheetOf(candidates, "結果")[0].join(), COLUMNS);
    const rows = rowsOf(candidates);
    const counted = sheetOf(candidates, "集計").slice(1).reduce((sum, row) => sum + row[4], 0);
    assert.equal(rows.length, counted);
    for (const row of rows) {
      const [kind, title, article, caption, text] = lines[row.行 - 1];
      assert.deepEqual([row.例規種別, row.例規名, row.条項, row.見出し ?? "", row.条文], [kind, title, article, caption, text], `row ${row.No}`);
      for (const word of row.検出語.split("、")) assert.ok(`${text}${caption}${title}`.includes(word), `${word} in row ${row.No}`);
    }
    assert.deepEqual(rows.map((row) => row.No), rows.map((_, index) => index + 1));
    assert.deepEqual([rows[0].判定, rows[0].備考, rows[0]["見直し段階（推定）"], rows[1].判定, rows[2].判定], ["該当", "=1+1", "PHASE 2", "非該当", "候補"]);

    const codes = sheetOf(candidates, "凡例").slice(1).map(([column, code]) => `${column} ${code}`);
    for (const row of rows) {
      for (const column of ["規制区分", "判定", "抽出区分", "見直し段階（推定）"]) assert.ok(codes.includes(`${column} ${row[column]}`), `${column} ${row[column]}`);
    }
    const conditions = new Map(sheetOf(candidates, "条件").slice(1));
    assert.equal(Number(conditions.get("結果の行数")), rows.length);
    assert.equal(conditions.get("注意"), CAUTION);
    assert.match(conditions.get("出力した範囲"), /^候補のみ/u);
    assert.match(conditions.get("作成日"), /^\d{4}年\d{1,2}月\d{1,2}日（令和\d+年/u);

    const csv = parseCsv(await readFile(await saved(shared.browser, () => inMenu(page, "#export-csv")), "utf8"));
    const cells = sheetOf(candidates, "結果").map((row) => row.map((cell) => String(cell ?? "")));
    assert.equal(csv.length, cells.length);
    csv.forEach((row, place) => assert.deepEqual(row.map((cell) => cell.replace(/^'(?==)/u, "")), cells[place], `row ${place}`));

    const decided = await workbook(shared, page, "decided");
    assert.deepEqual(rowsOf(decided).map((row) => row.判定), ["該当", "非該当"]);
    assert.match(new Map(sheetOf(decided, "条件").slice(1)).get("出力した範囲"), /^判定済みのみ/u);
    const all = rowsOf(await workbook(shared, page, "all"));
    assert.equal(new Set(all.map((row) => row.行)).size, 6315);
    assert.equal(all.filter((row) => row.抽出区分 === "検出なし").length, 6315 - (await numbers(page))[2]);
    await nothingWrong(page);
    await page.close();
  });

  it("Shift_JIS is written on request", async () => {
    const page = await sample(shared);
    const bytes = await readFile(await saved(shared.browser, () => inMenu(page, "#export-csv-sjis")));
    assert.match(new TextDecoder("shift_jis", { fatal: true }).decode(bytes), /見本町公園条例/u);
    await page.close();
  });

  it("clauses that are gone stand with their decision on a sheet of their own", async () => {
    const page = await sample(shared);
    const sheets = await workbook(shared, page, "candidates");
    const [header, ...rows] = sheetOf(sheets, "なくなった条項");
    const [row] = rows.map((cells) => Object.fromEntries(header.map((name, place) => [name, cells[place]])));
    assert.deepEqual([rows.length, row.例規名, row.条項, row.規制区分, row.判定], [1, "見本町公園条例", "第8条", "常駐・専任規制", "該当"]);
    const standings = rowsOf(sheets).map((one) => one["前の一覧との違い"]);
    assert.ok(standings.includes("新規") && standings.includes("文言変更"), standings.join());
    assert.match(new Map(sheetOf(sheets, "条件").slice(1)).get("前の一覧との違い"), /なくなった条項1件$/u);
    await page.close();
  });

  it("the report on A4 says its caution once, has the counts as chart and tables, and lists what was decided", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await openFiles(page, cityList);
    await go(page, "n");
    await press(page, "a");
    await page.evaluate(() => { window.print = () => { document.documentElement.dataset.printed = "yes"; }; });
    await inMenu(page, "#export-print");
    await page.waitForSelector("html[data-printed=yes]");
    assert.equal((await textOf(page, "#paper")).split(CAUTION).length, 2);
    assert.ok(await page.$("#paper figure svg"));
    const text = await paper(shared, page, "review");
    for (const expected of ["アナログ規制の点検結果", "目視規制", "書面掲示規制", "例規種別ごとの条項数", "未判定", "該当"]) {
      assert.ok(text.includes(expected.normalize("NFKC")), `${expected} is not on the paper`);
    }
    assert.ok(!text.includes("絞り込み"), "the screen's controls are not on the paper");
    await nothingWrong(page);
    await page.close();
  });

  it("one report holds all three tools, and leaves out what the officer leaves out", async () => {
    const page = await sample(shared);
    await page.click("[data-tab=report]");
    await page.waitForFunction(() => document.querySelector("#paper").textContent.includes("見本町公園条例"));
    const titles = await page.$$eval("#paper h2", (all) => all.map((title) => title.textContent));
    assert.equal(titles.length, 4, titles.join("、"));
    assert.equal(await textOf(page, "#paper h1"), "自己点検報告書");
    await page.click("#report-parts input[value=ceiling]");
    assert.equal(await page.$$eval("#paper h2", (all) => all.length), 3);
    const text = await paper(shared, page, "report");
    assert.ok(text.includes("自己点検報告書".normalize("NFKC")));
    await page.close();
  });
});
