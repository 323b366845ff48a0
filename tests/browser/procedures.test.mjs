// Tool 2 in the real page: open or paste a list, or set states by hand; choose, undo, compare, save, print.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import readWorkbook from "read-excel-file/node";
import { eventually, inBrowsers, longTasks, openFile, output, projectFile, saved, textOf, watchTasks } from "./harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const fragment = "#procedures";
const count = (page) => textOf(page, "#procedures-count");
const rowOf = (number) => `[data-number="${number}"]`;
const stateOf = (page, number) => page.$eval(`${rowOf(number)} [data-choice=state]`, (select) => select.selectedOptions[0].textContent);
const focused = (page) => page.evaluate(() => document.activeElement.dataset.number ?? document.activeElement.id);

/** Presses a button as a click would, wherever it stands on the page. */
const press = (page, selector) => page.$eval(selector, (button) => button.click());

/** Opens a list file of this content. */
async function openList(page, name, content) {
  const folder = await mkdtemp(join(tmpdir(), "ichimai-list-"));
  const path = join(folder, name);
  await writeFile(path, content);
  const field = await page.$("#procedures-file");
  await field.uploadFile(path);
  await page.waitForSelector("#procedures-opened:not([hidden])");
  await eventually("the list", async () => (await textOf(page, "#procedures-opened-name")).includes(name));
  await rm(folder, { recursive: true });
}

async function paste(page, text) {
  await page.$eval("#procedures-pasted", (field, value) => { field.value = value; }, text);
  await press(page, "#procedures-take-pasted");
}

async function findings(page) {
  await page.evaluate(`${axe}; undefined`);
  return page.evaluate(async () => {
    // What the header of the page happens to lie over counts as too small.
    globalThis.scrollTo(0, 0);
    const found = await globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return found.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
}

inBrowsers("procedures", (shared) => {
  it("says what it answers and offers a sample before anything is entered", async () => {
    const page = await shared.open({ fragment });
    assert.match(await textOf(page, "#procedures-empty"), /27手続.*要件.*見本で試す/u);
    assert.equal(await textOf(page, "[data-tab-state=procedures]"), "未着手");
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  it("shows 27 rows group by group, four of 自動車 apart, and marks unconfirmed names", async () => {
    const page = await shared.open({ fragment });
    const rows = await page.$$eval("#procedure-rows [data-number]", (list) => list.map((row) => row.dataset.number));
    assert.deepEqual(rows, Array.from({ length: 27 }, (_, index) => String(index + 1)));
    assert.equal((await page.$$("#vehicle-rows [data-number]")).length, 4);
    const groups = await page.$$eval("#procedure-rows .group-row", (list) => list.map((row) => row.textContent));
    assert.deepEqual(groups, ["子育て", "介護", "被災者支援"]);
    assert.match(await textOf(page, rowOf(11)), /支給認定の申請※/u);
    assert.doesNotMatch(await textOf(page, rowOf(12)), /※/u);
    await page.close();
  });

  it("answers from the sample, in words and on the tab", async () => {
    const page = await shared.open({ fragment });
    await page.click("#procedures-sample");
    assert.equal(await count(page), "17 / 27");
    assert.equal(await textOf(page, "[data-tab-state=procedures]"), "17/27");
    assert.match(await textOf(page, "#procedures-count26"), /16 \/ 26/u);
    assert.match(await textOf(page, "#procedures-condition"), /接続の完了は、どちらの読み方でも満たしていません/u);
    assert.match(await textOf(page, "#procedures-deadlines"), /令和4年度末.*期限は過ぎています/u);
    assert.match(await textOf(page, "#procedures-apart"), /制度なし（2件）/u);
    const bars = await page.$$eval(".bar-name", (list) => list.map((bar) => bar.textContent));
    assert.deepEqual(bars, ["子育て 9 / 15", "介護 7 / 11", "被災者支援 1 / 1"]);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  it("asks about an ambiguous name, and the choice changes the answer; undo and redo follow", async () => {
    const page = await shared.open({ fragment });
    await page.click("#procedures-sample");
    const asked = () => page.$$eval("#procedures-asked [data-slot=name]", (list) => list.map((name) => name.textContent));
    assert.deepEqual(await asked(), ["現況届", "再交付申請"]);
    assert.match(await textOf(page, "#procedures-asked .card:nth-child(2) [data-slot=place]"), /23行目/u);
    await page.click("#procedures-to-asked");
    assert.equal(await page.evaluate(() => document.activeElement.closest("[data-entry]")?.querySelector("[data-slot=name]").textContent), "現況届");
    await press(page, "#procedures-asked [data-choose='21']");
    assert.equal(await count(page), "18 / 27");
    assert.deepEqual(await asked(), ["現況届"]);
    assert.match(await textOf(page, rowOf(21)), /23行目「再交付申請」/u);
    await press(page, "#procedures-undo");
    assert.equal(await count(page), "17 / 27");
    assert.deepEqual(await asked(), ["現況届", "再交付申請"]);
    await press(page, "#procedures-redo");
    assert.equal(await count(page), "18 / 27");
    await page.close();
  });

  it("applies a choice to every row of the same name, also どれでもない", async () => {
    const page = await shared.open({ fragment });
    await paste(page, "現況届\n妊娠届\n１．現況届\n再交付申請");
    assert.equal((await page.$$("#procedures-asked .card")).length, 2, "the same name with a number is one question");
    await press(page, "#procedures-asked .card [data-choose='10']");
    assert.equal((await page.$$("#procedures-asked .card")).length, 1);
    await press(page, "#procedures-asked .card [data-choose='']");
    assert.equal((await page.$$("#procedures-asked .card")).length, 0);
    assert.equal(await count(page), "2 / 27");
    assert.equal(await textOf(page, "#procedures-foreign-title"), "対象外の名称（1件）");
    await page.close();
  });

  it("keeps foreign names out and says why, with their rows", async () => {
    const page = await shared.open({ fragment });
    await page.click("#procedures-sample");
    const foreign = await page.$$eval("#procedures-foreign tbody tr", (list) => list.map((row) => [...row.cells].slice(0, 2).map((cell) => cell.textContent)));
    assert.deepEqual(foreign, [["特別児童扶養手当 認定請求", "16"], ["後期高齢者医療 被保険者証の再交付", "28"], ["転入届", "30"]]);
    assert.match(await textOf(page, "#procedures-foreign tbody tr"), /31手続に含まれない制度/u);
    await page.close();
  });

  it("lets the officer correct a match and take the correction back", async () => {
    const page = await shared.open({ fragment });
    await paste(page, "妊娠届\n転入届");
    assert.equal(await count(page), "1 / 27");
    await press(page, "#procedures-matches [data-correct]");
    await press(page, "#procedures-matches [data-decide]");
    assert.equal(await count(page), "0 / 27");
    await press(page, "#procedures-undo");
    assert.equal(await count(page), "1 / 27");
    await page.close();
  });

  it("opens a Shift_JIS list with a title above, and the columns can be changed", async () => {
    const page = await shared.open({ fragment });
    const rows = "電子申請一覧\r\n手続名,旧名称,状況\r\n妊娠届,出生届,公開済\r\nり災証明書の交付申請,妊娠届出,未対応\r\n";
    const bytes = execFileSync("iconv", ["-f", "UTF-8", "-t", "CP932"], { input: rows });
    await openList(page, "一覧.csv", bytes);
    assert.equal(await count(page), "1 / 27");
    const column = "select[aria-label*='「手続名」']";
    await page.$eval(column, (select) => { select.value = "unused"; select.dispatchEvent(new Event("change", { bubbles: true })); });
    await page.$eval("select[aria-label*='「旧名称」']", (select) => { select.value = "name"; select.dispatchEvent(new Event("change", { bubbles: true })); });
    assert.match(await stateOf(page, 15), /未着手/u);
    assert.match(await textOf(page, rowOf(15)), /4行目「妊娠届出」/u);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  it("opens a workbook and reads only the sheets that are ticked", async () => {
    const page = await shared.open({ fragment });
    await page.click("#procedures-sample");
    const path = await saved(shared.browser, () => press(page, "#procedures-xlsx"));
    const bytes = await readFile(path);
    await openList(page, "前回の結果.xlsx", bytes);
    for (;;) {
      const others = await page.$$eval("[data-used]:checked", (list) => list.map((box) => box.getAttribute("aria-label")).filter((label) => !label.includes("「結果」")));
      if (others.length === 0) break;
      await page.$eval(`[data-used][aria-label='${others[0]}']`, (box) => box.click());
    }
    assert.equal(await count(page), "17 / 27");
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  it("says what to do when a file holds no table, and keeps what was there", async () => {
    const page = await shared.open({ fragment });
    await page.click("#procedures-sample");
    const field = await page.$("#procedures-file");
    await field.uploadFile(projectFile("tests/browser/package.json"));
    await eventually("the worker", async () => (await textOf(page, "#procedures-told")) === "" || /読み取れません/u.test(await textOf(page, "#procedures-told")));
    const folder = await mkdtemp(join(tmpdir(), "ichimai-list-"));
    await writeFile(join(folder, "要綱.pdf"), "%PDF-1.7\n");
    await press(page, "#procedures-undo");
    await field.uploadFile(join(folder, "要綱.pdf"));
    await eventually("the sentence", async () => /「要綱.pdf」から表を読み取れませんでした.*PDFからは一覧を読めません.*保存して開く/u.test(await textOf(page, "#procedures-told")));
    await rm(folder, { recursive: true });
    await page.close();
  });

  it("reads, corrects and saves a list of 20,000 names in the worker, and the page is never held up", async () => {
    const page = await shared.open({ fragment });
    const kinds = ["妊娠届", "転入届", "現況届", "住民票の写しの交付請求", "介護保険負担割合証の再交付申請", "庁内手続"];
    const lines = Array.from({ length: 20_000 }, (_, index) => `${kinds[index % 6]}${index % 6 > 2 && index % 6 !== 4 ? index : ""}\t公開済`);
    await watchTasks(page, shared);
    await paste(page, lines.join("\n"));
    await eventually("progress", async () => /20,000行のうち/u.test(await textOf(page, "#procedures-progress")), 30_000);
    await eventually("the list", async () => (await textOf(page, "#procedures-opened-name")).includes("20000件"), 60_000);
    assert.equal(await count(page), "2 / 27");
    await press(page, "#procedures-foreign [data-more]");
    assert.equal((await page.$$("#procedures-foreign tbody tr")).length, 130);
    await press(page, "#procedures-asked [data-choose='10']");
    assert.equal(await count(page), "3 / 27");
    await page.focus(rowOf(5));
    await page.keyboard.press("1");
    assert.equal(await count(page), "4 / 27");
    const path = await saved(shared.browser, () => press(page, "#procedures-xlsx"));
    const names = (await readWorkbook(path)).find((sheet) => sheet.sheet === "照合").data;
    assert.equal(names.length, 20_001);
    assert.deepEqual(await longTasks(page, shared), []);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  it("cancels the reading of a long list and keeps what was there", async () => {
    const page = await shared.open({ fragment });
    await page.click("#procedures-sample");
    await paste(page, Array.from({ length: 60_000 }, (_, index) => `庁内手続その${index}の届出`).join("\n"));
    await press(page, "#procedures-cancel");
    await eventually("the sentence", async () => /取り消しました/u.test(await textOf(page, "#procedures-told")));
    assert.equal(await count(page), "17 / 27");
    assert.equal(await page.$eval("#procedures-progress", (panel) => panel.hidden), true);
    await paste(page, "妊娠届\nり災証明");
    assert.equal(await count(page), "2 / 27");
    await page.close();
  });

  for (const length of [28, 3_000]) {
    it(`keeps states, choices and a list of ${length} names in the work file`, async () => {
      const page = await shared.open({ fragment });
      await page.click("#procedures-sample");
      if (length > 28) await openList(page, "長い一覧.csv", `${await readFile(projectFile("data/procedures/sample.csv"), "utf8")}\n${Array.from({ length: length - 28 }, (_, index) => `庁内手続${index},,公開済,`).join("\n")}`);
      assert.match(await textOf(page, "#work-state"), /未保存の変更あり/u);
      await press(page, "#procedures-asked [data-choose='21']");
      await page.focus(rowOf(8));
      for (const key of ["1", "q"]) await page.keyboard.press(key);
      const before = { count: await count(page), table: await textOf(page, "#procedure-rows"), condition: await textOf(page, "#procedures-condition") };
      assert.equal(before.count, "19 / 27");
      const bytes = await readFile(await saved(shared.browser, () => press(page, "#work-save")));
      await eventually("the state", async () => /ダウンロードを始めました/u.test(await textOf(page, "#work-state")));
      await page.close();
      const later = await shared.open({ fragment });
      await openFile(later, "#work-file", "一枚点検.json", bytes.toString("utf8"));
      await eventually("the work", async () => (await count(later)) === before.count, 30_000);
      assert.deepEqual({ count: await count(later), table: await textOf(later, "#procedure-rows"), condition: await textOf(later, "#procedures-condition") }, before);
      assert.equal((await later.$$("#procedures-asked .card")).length, 1);
      await eventually("the state", async () => /変更なし/u.test(await textOf(later, "#work-state")));
      await later.$$eval("#procedures-sheets [data-column]", (all) => {
        const state = all.find((select) => select.value === "state");
        state.value = "unused";
        state.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await eventually("the change", async () => /未保存の変更あり/u.test(await textOf(later, "#work-state")));
      assert.deepEqual(later.errors, []);
      await later.close();
    });
  }

  it("begins anew with a work file of another town that holds no procedures", async () => {
    const page = await shared.open({ fragment });
    const empty = await readFile(await saved(shared.browser, () => press(page, "#work-save")), "utf8");
    await page.click("#procedures-sample");
    await openFile(page, "#work-file", "一枚点検.json", empty);
    await page.waitForSelector("#work-discard:not([hidden])");
    assert.equal(await count(page), "17 / 27");
    await press(page, "#work-discard");
    await eventually("nothing", async () => (await textOf(page, "[data-tab-state=procedures]")) === "未着手");
    await page.close();
  });

  it("is set by hand with the keyboard alone", async () => {
    const page = await shared.open({ fragment });
    await page.focus("#procedures-title");
    for (let step = 0; step < 40 && (await focused(page)) !== "1"; step += 1) await page.keyboard.press("Tab");
    assert.equal(await focused(page), "1");
    await page.keyboard.press("1");
    await page.keyboard.press("q");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("2");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("3");
    assert.equal(await focused(page), "3");
    assert.equal(await count(page), "2 / 27");
    assert.deepEqual([await stateOf(page, 1), await stateOf(page, 2), await stateOf(page, 3)], ["1 公開済（マイナポータル）", "2 一部公開", "3 汎用電子申請のみ"]);
    assert.equal(await page.$eval(`${rowOf(1)} [data-choice=connection]`, (select) => select.selectedOptions[0].textContent), "Q 基幹システムまで（エンドトゥエンド）");
    await page.keyboard.press("0");
    assert.equal(await stateOf(page, 3), "7 不明");
    await page.keyboard.down("Control");
    await page.keyboard.press("z");
    await page.keyboard.up("Control");
    assert.equal(await stateOf(page, 3), "3 汎用電子申請のみ");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.choice), "state");
    await page.close();
  });

  it("is met only when all 26 are online and connected", async () => {
    const page = await shared.open({ fragment });
    const bulk = async (value, scope) => {
      await page.$eval("#bulk-value", (select, chosen) => { select.value = chosen; }, value);
      await press(page, `[data-scope='${scope}']`);
    };
    await bulk("1", "27");
    assert.equal(await count(page), "27 / 27");
    assert.match(await textOf(page, "#procedures-condition"), /まだ決まりません/u);
    await bulk("W", "27");
    const both = await textOf(page, "#procedures-condition");
    assert.match(both, /基幹システムまでと解する満たしていません.*必須.*特定通信までと解する満たしています.*積極的に検討する/u);
    await bulk("Q", "27");
    assert.match(await textOf(page, "#procedures-condition"), /どちらの読み方でも満たしています/u);
    await page.select(`${rowOf(16)} [data-choice=connection]`, "E");
    assert.match(await textOf(page, "#procedures-condition"), /満たしていません.*16 要介護・要支援認定の申請/u);
    await page.close();
  });

  it("offers the disaster systems for 罹災証明 alone", async () => {
    const page = await shared.open({ fragment });
    const options = (number) => page.$$eval(`${rowOf(number)} [data-choice=state] option`, (list) => list.length);
    assert.deepEqual([await options(26), await options(27)], [8, 10]);
    await page.focus(rowOf(27));
    await page.keyboard.press("8");
    assert.equal(await count(page), "1 / 27");
    await page.focus(rowOf(26));
    await page.keyboard.press("8");
    assert.equal(await count(page), "1 / 27");
    await page.close();
  });

  it("counts what is set by hand before the list", async () => {
    const page = await shared.open({ fragment });
    await page.click("#procedures-sample");
    await page.select(`${rowOf(1)} [data-choice=state]`, "5");
    assert.equal(await count(page), "16 / 27");
    assert.match(await textOf(page, rowOf(1)), /手で設定/u);
    await page.close();
  });

  it("compares with the 19 towns on the base of each date, and shows a town's own history", async () => {
    const page = await shared.open({ fragment });
    await page.click("#procedures-sample");
    assert.equal((await page.$$("#procedures-comparison circle")).length, 19 * 4);
    const table = await textOf(page, "#procedures-comparison");
    assert.match(table, /R3.6末時点（26手続のうち）16 \/ 26/u);
    assert.match(table, /R6.8時点（27手続のうち）17 \/ 27/u);
    assert.match(table, /480 \/ 513/u);
    await page.click("#town-button");
    await page.waitForSelector("#town-panel:not([hidden])");
    await page.type("#town-name", "光市");
    await page.waitForSelector("#town-options:not([hidden])");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#procedures-comparison").textContent.includes("光市のこれまで"));
    assert.match(await textOf(page, "#procedures-comparison"), /光市のこれまで：R3.6末時点 \d+\/26、令和4年9月時点 \d+\/27/u);
    assert.equal((await page.$$("#procedures-comparison circle.own")).length, 4);
    await page.close();
  });

  it("saves a workbook with results, legend and terms", async () => {
    const page = await shared.open({ fragment });
    await page.click("#procedures-sample");
    const path = await saved(shared.browser, () => press(page, "#procedures-xlsx"));
    assert.match(path, /27手続_団体未選択_\d{4}-\d{2}-\d{2}\.xlsx$/u);
    const sheets = await readWorkbook(path);
    const names = sheets.map((sheet) => sheet.sheet);
    assert.ok(["結果", "照合", "凡例", "条件"].every((name) => names.includes(name)), names.join(" "));
    const [header, ...rows] = sheets.find((sheet) => sheet.sheet === "結果").data;
    assert.equal(rows.length, 27);
    const online = header.indexOf("オンライン");
    assert.equal(rows.filter((row) => row[online] === "該当").length, 17);
    await page.close();
  });

  it("saves CSV as UTF-8 with its mark, and as Shift_JIS on request", async () => {
    const page = await shared.open({ fragment });
    await page.click("#procedures-sample");
    const utf8 = await readFile(await saved(shared.browser, () => press(page, "#procedures-csv")));
    assert.deepEqual([...utf8.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    await page.select("#procedures-characters", "windows31_j");
    const legacy = await readFile(await saved(shared.browser, () => press(page, "#procedures-csv")));
    assert.match(new TextDecoder("shift_jis", { fatal: true }).decode(legacy), /妊娠の届出[\s\S]*該当/u);
    await page.close();
  });

  it("prints the report with the right numbers on A4", async () => {
    const page = await shared.open({ fragment });
    await page.click("#procedures-sample");
    await page.evaluate(() => { window.print = () => {}; });
    await press(page, "#procedures-print");
    const path = join(output, `procedures-${shared.name}.pdf`);
    await page.pdf({ path, preferCSSPageSize: true, printBackground: false });
    const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).normalize("NFKC");
    for (const expected of ["17 / 27", "16 / 26", "9 / 15", "7 / 11", "満たしていません", "制度なし(2件)", "光市", "令和4年度末"]) {
      assert.ok(text.includes(expected.normalize("NFKC")), `${expected} is not on the paper`);
    }
    assert.ok(!text.includes("まとめて設定"), "the screen's controls are not on the paper");
    const facts = execFileSync("pdfinfo", [path], { encoding: "utf8" });
    assert.match(facts, /Page size:\s+59[456](\.\d+)? x 84[12](\.\d+)? pts/u);
    await page.close();
  });

  for (const width of [1366, 400]) {
    it(`axe finds nothing, and nothing is too wide, in each state at ${width} px`, async () => {
      const page = await shared.open({ fragment, width });
      const narrow = async (state) => {
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(beyond <= 0, `${state} is ${beyond} px too wide`);
      };
      await page.click("#procedures-sample");
      await page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
      await press(page, "#procedures-matches [data-correct]");
      assert.deepEqual(await findings(page), []);
      await narrow("the sample");
      await page.screenshot({ path: join(output, `procedures-${shared.name}-${width}.png`), fullPage: true });
      await press(page, "#procedures-take-pasted");
      await page.focus(rowOf(5));
      assert.deepEqual(await findings(page), []);
      await press(page, "[data-tab=report]");
      await page.waitForSelector("#report:not([hidden])");
      assert.deepEqual(await findings(page), []);
      await narrow("the report");
      await page.close();
    });
  }
});
