// Tool 1 in the real page: choose a town, enter a cost, compare, save, print.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { it } from "node:test";
import readWorkbook from "read-excel-file/node";
import { inBrowsers, openFile, output, saved, textOf } from "./harness.mjs";

const amounts = (page) => page.$$eval("#ceiling-cards .amount", (list) => list.map((element) => element.textContent));
const card = (programme) => `[data-programme=${programme}]`;

async function choose(page, typed) {
  await page.$eval("#town-name", (input) => { input.value = ""; });
  await page.type("#town-name", typed);
  await page.keyboard.press("Enter");
}

async function enterPopulation(page, typed) {
  await page.$eval("#town-population", (input, value) => {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, typed);
}

inBrowsers("ceiling", (shared) => {
  for (const [town, standardisation, online] of [
    ["和木町", "21,353,000円", "20,955,340円"],
    ["阿武町", "18,246,000円", "18,531,880円"],
    ["光市", "65,713,600円", "28,584,364円"],
    ["山口市", "178,223,200円", "41,539,262円"],
    ["下関市", "224,583,050円", "46,949,966円"],
  ]) {
    it(`shows the ceilings of ${town}`, async () => {
      const page = await shared.open({ fragment: "#ceiling" });
      await choose(page, town);
      assert.deepEqual(await amounts(page), [standardisation, online]);
      assert.deepEqual(page.errors, []);
      await page.close();
    });
  }

  it("goes from the name to the working by keyboard alone", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    const at = () => page.evaluate(() => document.activeElement.id);
    for (let stop = 0; stop < 20 && await at() !== "town-name"; stop += 1) await page.keyboard.press("Tab");
    assert.equal(await at(), "town-name");
    await page.keyboard.type("府中");
    await page.keyboard.press("Enter"); // several: nothing is taken unasked
    assert.doesNotMatch(await textOf(page, "#town-hint"), /府中市/u);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.match(await textOf(page, "#town-hint"), /^広島県府中市 /u);
    const stops = [];
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
      stops.push(stop);
      if (stop === "SUMMARY") break;
    }
    assert.equal(stops.at(-1), "SUMMARY", stops.join(" "));
    await page.keyboard.press("Enter");
    assert.match(await textOf(page, `${card("standardisation")} details[open]`), /計算の過程.*千円未満切捨て/u);
    await page.close();
  });

  it("tells two towns of one name apart by prefecture and district", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await page.type("#town-name", "川崎町");
    const options = await page.$$eval("#town-options [role=option]", (list) => list.map((option) => option.textContent));
    assert.deepEqual(options, ["川崎町 宮城県柴田郡", "川崎町 福岡県田川郡"]);
    await page.close();
  });

  it("reads a population in any usual form and shows how", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    for (const [typed, understood, amount] of [
      ["15,775人", "15,775人", "24,475,675円"],
      ["１５７７５", "15,775人", "24,475,675円"],
      ["6.3万人", "63,000人", "30,001,000円"],
    ]) {
      await enterPopulation(page, typed);
      assert.match(await textOf(page, "#town-hint"), new RegExp(understood, "u"));
      assert.equal((await amounts(page))[1], amount);
    }
    await page.close();
  });

  it("computes nothing from a population that cannot be one, and says why", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    for (const [typed, reason] of [["たくさん", /数として読めません/u], ["-5", /負の数/u], ["0", /0です/u], ["30,000,000", /大きすぎます/u]]) {
      await enterPopulation(page, typed);
      assert.match(await textOf(page, "#town-hint.error"), reason);
      assert.deepEqual(await amounts(page), []);
    }
    await page.close();
  });

  it("shows both amounts at exactly 100,000 people", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await enterPopulation(page, "10万人");
    assert.equal(await textOf(page, `${card("online_procedures")} .amount`), "34,330,000円");
    assert.match(await textOf(page, `${card("online_procedures")} .notice`), /34,400,000円/u);
    await page.close();
  });

  it("gives no amount above a million where the document has no formula", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await choose(page, "広島市");
    const shown = await textOf(page, `${card("standardisation")} .no-amount`);
    assert.match(shown, /計算できません.*参考.*705,000,000円/u);
    assert.equal((await amounts(page)).length, 1);
    await page.close();
  });

  it("gives both readings for an entered cost", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await choose(page, "光市");
    await page.select("#cost-unit", "ten_thousand_yen");
    await page.type("#cost", "5000");
    assert.match(await textOf(page, "#cost-hint"), /50,000,000円/u);
    const rows = await page.$$eval(`${card("online_procedures")} tbody tr`, (list) => list.map((row) => [...row.cells].map((cell) => cell.textContent)));
    assert.deepEqual(rows, [
      ["対象事業費の上限と解する（既定）", "14,292,182円", "35,707,818円"],
      ["補助金の上限と解する", "25,000,000円", "25,000,000円"],
    ]);
    await page.close();
  });

  it("says where the town crosses a band", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await choose(page, "光市");
    assert.match(await textOf(page, "#ceiling-dates .notice"), /50,431人から.*49,870人.*「5〜20万人」から「〜5万人」/u);
    await page.close();
  });

  it("sums a group, and takes a removal back", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await page.click("#several-groups button");
    const sum = () => textOf(page, "#several-result tr.sum");
    assert.match(await sum(), /285,583人340,442,600円140,498,511円/u);
    await page.click("#several-result [data-remove='1']");
    assert.doesNotMatch(await sum(), /340,442,600/u);
    await page.click("#several-undo");
    assert.match(await sum(), /340,442,600円/u);
    await page.close();
  });

  it("opens a list, matches it by code and name, and names every row that it left out", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await openFile(page, "#several-file", "構成団体.csv", [
      "令和2年度 構成団体一覧", "団体コード,団体名,人口", "352101,光市,", ",和木町,\"6,353\"", ",ひかり市,", ",府中市,", ",架空町,1万人",
    ].join("\r\n"));
    await page.waitForSelector("#several-result table");
    const rows = await page.$$eval("#several-result tbody tr", (list) => list.map((row) => [...row.cells].slice(0, 3).map((cell) => cell.textContent)));
    assert.deepEqual(rows.slice(0, 2), [["山口県光市", "50,892人", "65,713,600円"], ["山口県玖珂郡和木町", "6,353人", "21,353,000円"]]);
    const notes = await textOf(page, "#several-notes");
    assert.match(notes, /5行目「ひかり市」/u);
    assert.match(notes, /6行目「府中市」：.*どれかが決まりません/u);
    assert.match(notes, /7行目「架空町」/u);
    const path = await saved(shared.browser, () => page.click("#several-xlsx"));
    const left = (await readWorkbook(path)).find((sheet) => sheet.sheet === "一覧の確認");
    assert.deepEqual(left.data.slice(1).map((row) => row[0]), [5, 6, 7]);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  it("names the column of the population, and computes with another that is chosen", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await openFile(page, "#several-file", "人口.csv", ["市町名,人口,,,世帯数", ",男,女,計,", "光市,24000,26000,50000,23000", "市計,24000,26000,50000,23000"].join("\r\n"));
    await page.waitForSelector("#several-result table");
    assert.match(await textOf(page, "#several-notes"), /人口は「人口・計（D列）」です/u);
    assert.match(await textOf(page, "#several-notes"), /4行目.*合計の行です/u);
    assert.match(await textOf(page, "#several-result tr.sum"), /^合計50,000人/u);
    assert.doesNotMatch(await textOf(page, "#several-result"), /現在/u);
    await page.select("#several-population", "table");
    await page.waitForFunction(() => document.querySelector("#several-result tr.sum")?.textContent.includes("50,892人"));
    assert.match(await textOf(page, "#several-result"), /人口の出どころ：住民基本台帳人口（総務省） 2020年1月1日.*現在/u);
    await page.close();
  });

  it("asks for the column where the headings do not decide it", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await openFile(page, "#several-file", "人口.csv", "市町名,人口,人口（人）\r\n光市,50892,49798");
    await page.waitForSelector("#several-result table");
    assert.match(await textOf(page, "#several-notes"), /どれを使うかを選んでください/u);
    assert.equal(await page.$eval("#several-population", (select) => select.value), "");
    await page.close();
  });

  it("says so when a file holds no list of towns, and keeps the set", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await page.click("#several-groups button");
    for (const [name, content] of [["空.csv", ""], ["写真.png", "\u0089PNG"], ["別の表.csv", "品目,数\r\nえんぴつ,3"]]) {
      await openFile(page, "#several-file", name, content);
      await page.waitForFunction((name) => document.querySelector("#several-notes .error")?.textContent.includes(name), {}, name);
    }
    assert.match(await textOf(page, "#several-result tr.sum"), /340,442,600円/u);
    await page.close();
  });

  it("draws the town as a point and gives the same as a table", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await choose(page, "光市");
    assert.match(await page.$eval("#ceiling-chart circle.own title", (title) => title.textContent), /山口県光市（50,892人、65,713,600円）/u);
    await page.select("#chart-programme", "online_procedures");
    assert.match(await page.$eval("#ceiling-chart details", (details) => details.textContent), /山口県光市50,892人28,584,364円/u);
    await page.close();
  });

  it("saves a workbook whose cells are typed", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await choose(page, "光市");
    const path = await saved(shared.browser, () => page.click("#ceiling-xlsx"));
    assert.match(path, /補助上限額_光市_\d{4}-\d{2}-\d{2}\.xlsx$/u);
    const sheets = await readWorkbook(path);
    const names = sheets.map((sheet) => sheet.sheet);
    assert.ok(["結果", "凡例", "条件"].every((name) => names.includes(name)), names.join(" "));
    const [header, ...rows] = sheets.find((sheet) => sheet.sheet === "結果").data;
    assert.equal(new Set(header).size, header.length, "the headers are unique");
    const values = rows.flat();
    assert.ok(values.includes(28_584_364) && values.includes(65_713_600), "amounts are numbers");
    await page.close();
  });

  it("saves CSV as UTF-8 with its mark, and as Shift_JIS on request", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await choose(page, "光市");
    const utf8 = await readFile(await saved(shared.browser, () => page.click("#ceiling-csv")));
    assert.deepEqual([...utf8.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.match(utf8.toString("utf8"), /28584364/u);
    assert.ok(utf8.includes("\r\n"));
    await page.select("#ceiling-characters", "windows31_j");
    const legacy = await readFile(await saved(shared.browser, () => page.click("#ceiling-csv")));
    assert.match(new TextDecoder("shift_jis", { fatal: true }).decode(legacy), /光市[\s\S]*28584364/u);
    await page.close();
  });

  it("prints the report with the right numbers on A4", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await choose(page, "光市");
    await page.type("#cost", "5,000万円");
    await page.evaluate(() => { window.print = () => {}; });
    await page.click("#ceiling-print");
    const path = join(output, `ceiling-${shared.name}.pdf`);
    await page.pdf({ path, preferCSSPageSize: true, printBackground: false });
    const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).normalize("NFKC");
    for (const expected of ["山口県光市", "65,713,600円", "28,584,364円", "28,584,000円", "14,292,182円", "円未満切捨て"]) {
      assert.ok(text.includes(expected.normalize("NFKC")), `${expected} is not on the paper`);
    }
    assert.ok(!text.includes("自治体を加える"), "the screen's controls are not on the paper");
    const facts = execFileSync("pdfinfo", [path], { encoding: "utf8" });
    assert.match(facts, /Page size:\s+59[456](\.\d+)? x 84[12](\.\d+)? pts/u);
    await page.close();
  });
});
