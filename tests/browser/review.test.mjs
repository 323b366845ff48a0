// The review desk, the whole way: open the city list, decide by keyboard, undo, save, open again, compare, export, print.

import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { it } from "node:test";
import readWorkbook from "read-excel-file/node";
import { inBrowsers, projectFile, textOf } from "./harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const cityList = projectFile("tests/golden/city_ordinances.csv");

/** Opens files by the picker, in place of what is there, and waits until all clauses are classified. */
async function openFiles(page, ...paths) {
  const input = await page.$("#opening-files");
  await input.uploadFile(...paths);
  await page.waitForSelector("#opening-read:not([disabled])");
  if (await page.$("#opening-how:not([hidden])")) await page.click("#opening-replace");
  await page.click("#opening-read");
  await page.waitForSelector("#opening-progress[hidden]");
  await settled(page);
}

/** Waits until results stand and nothing is at work. */
async function settled(page) {
  await page.waitForFunction(
    () => !document.querySelector("#review-results").hidden && document.querySelector("#review-progress").hidden
      && document.querySelector("#review-list .row[data-position]"),
    { timeout: 60_000 },
  );
}

/** The numbers of the summary: ordinances, clauses, flagged, share, undecided. */
async function numbers(page) {
  const text = await textOf(page, "#review-summary");
  return text.match(/[\d,.]+/gu).map((number) => Number(number.replaceAll(",", "")));
}

const undecided = async (page) => (await numbers(page))[4];
const waitForUndecided = (page, count) => page.waitForFunction(
  (wanted) => document.querySelector("#review-summary").textContent.includes(`未判定は${wanted}条項`),
  { timeout: 10_000 }, count.toLocaleString("ja-JP"),
);
const sample = async (shared) => {
  const page = await shared.open({ fragment: "#regulations" });
  await page.click("#review-sample");
  await settled(page);
  return page;
};
const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };
const opened = (page) => page.waitForSelector("#clause-pane:not([hidden])");
const leave = async (page) => { page.on("dialog", (dialog) => dialog.accept()); await page.close(); };

/** Waits for a file with this ending that the page saved. */
async function saved(shared, ending) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const names = (await readdir(shared.browser.downloads)).filter((name) => name.endsWith(ending));
    if (names.length > 0) return join(shared.browser.downloads, names.at(-1));
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`no ${ending} was saved`);
}

inBrowsers("review desk", (shared) => {
  it("the sample shows every category and both verdicts in one click", async () => {
    const page = await sample(shared);
    const chips = await page.$$eval(".chip", (all) => all.map((chip) => chip.textContent));
    for (const name of ["目視", "実地監査", "定期検査", "常駐・専任", "対面講習", "書面掲示", "閲覧・縦覧", "記録媒体"]) {
      assert.ok(chips.some((chip) => chip.startsWith(name)), `${name} in ${chips}`);
    }
    assert.deepEqual(page.errors, []);
    await leave(page);
  });

  it("the real city list is classified whole and only lines in sight are in the page", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await openFiles(page, cityList);
    const [, clauses, flagged] = await numbers(page);
    assert.equal(clauses, 6315);
    assert.ok(flagged > 200 && flagged < 2000, `${flagged} flagged`);
    assert.ok((await page.$$(".row")).length < 60);
    assert.deepEqual(page.errors, []);
    await leave(page);
  });

  it("decisions by keyboard change the clause, the list and the counts, and undo takes them back", async () => {
    const page = await sample(shared);
    const before = await undecided(page);
    await press(page, "j");
    await opened(page);
    await press(page, "a");
    assert.match(await textOf(page, ".row[aria-selected=true]"), /●該当/u);
    assert.ok(await page.$eval("[data-category] input[value=applies]", (input) => input.checked));
    await waitForUndecided(page, before - 1);
    await press(page, "u");
    await waitForUndecided(page, before);
    await press(page, "r");
    await waitForUndecided(page, before - 1);
    await leave(page);
  });

  it("single keys type letters in a text field, and do nothing when switched off", async () => {
    const page = await sample(shared);
    const before = await undecided(page);
    await press(page, "j");
    await opened(page);
    await page.type("#filter-words", "ax");
    assert.equal(await page.$eval("#filter-words", (input) => input.value), "ax");
    await page.click("#filter-reset");
    await page.click("#keys-legend summary");
    await page.click("#keys-on");
    await press(page, "a");
    assert.equal(await page.$(".chip-applies"), null);
    assert.equal(await undecided(page), before);
    await leave(page);
  });

  it("a category that was not found is added by its number with the selected words", async () => {
    const page = await sample(shared);
    await press(page, "j");
    await opened(page);
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelector("#clause-text")));
    await press(page, "6");
    assert.match(await textOf(page, "#category-forms [data-category=posting]"), /担当者が「町長は.*根拠に追加しました/u);
    await press(page, "6");
    assert.equal(await page.$("#category-forms [data-category=posting]"), null);
    await leave(page);
  });

  it("a bulk decision reaches what its button says and is undone as one", async () => {
    const page = await sample(shared);
    const before = await undecided(page);
    await press(page, "j");
    await opened(page);
    const label = await textOf(page, "#bulk-ordinance");
    assert.match(label, /^この例規の残り\d+件を非該当にする$/u);
    assert.match(await textOf(page, "#bulk-wording"), /^同じ文言の\d+件すべてを非該当にする$/u);
    await page.click("#bulk-ordinance");
    await page.waitForFunction((old) => !document.querySelector("#review-summary").textContent.includes(`未判定は${old}条項`), {}, before);
    await page.waitForFunction(() => document.querySelector("#bulk-ordinance").textContent.includes("残り0件"));
    await press(page, "u");
    await waitForUndecided(page, before);
    await leave(page);
  });

  it("numbers of the overview filter the list, and the filter is taken off again", async () => {
    const page = await sample(shared);
    await page.click("#review-overview summary");
    await page.click("#overview-rows button[data-category=posting]");
    await page.waitForFunction(() => document.querySelector("#review-count").textContent.startsWith("1条項"));
    await page.click("#filter-reset");
    await page.waitForFunction(() => !document.querySelector("#review-count").textContent.startsWith("1条項"));
    await leave(page);
  });

  it("evidence is marked in the clause with its part, and the words stay as they are", async () => {
    const page = await sample(shared);
    await press(page, "j");
    await opened(page);
    assert.equal(await textOf(page, "#clause-text"), "町長は、必要があると認めるときは、職員に公園施設に立ち入り、その状況を検査させることができる。");
    const labels = await page.$$eval("#clause-text mark", (marks) => marks.map((mark) => mark.dataset.label));
    assert.ok(labels.includes("行為"), labels.join());
    await leave(page);
  });

  it("a work file is saved, and a fresh page goes on where it was", async () => {
    const page = await sample(shared);
    await press(page, "j");
    await opened(page);
    await press(page, "a");
    await page.click("#category-forms summary");
    await page.type("#category-forms [data-slot=note]", "axj");
    await page.waitForFunction(() => document.querySelector("#work-state").textContent === "未保存の変更あり");
    await page.click("#work-save");
    await page.waitForFunction(() => document.querySelector("#work-state").textContent.startsWith("保存済み"));
    const path = await saved(shared, ".json");
    await page.close();

    const again = await shared.open({ fragment: "#regulations" });
    await (await again.$("#work-file")).uploadFile(path);
    await settled(again);
    assert.match(await textOf(again, "#work-note"), /判定1件、18条項/u);
    assert.ok((await again.$$(".chip-applies")).length > 0);
    await press(again, "j");
    await opened(again);
    assert.equal(await again.$eval("#category-forms [data-slot=note]", (note) => note.value), "axj");
    assert.deepEqual(again.errors, []);
    await again.close();
  });

  it("a file that is no work file is refused with what to do", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await (await page.$("#work-file")).uploadFile(cityList);
    await page.waitForFunction(() => document.querySelector("#work-note").textContent.includes("作業ファイルではない"));
    await page.close();
  });

  it("an updated list keeps the decisions and shows what is new, changed and gone", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await openFiles(page, cityList);
    await press(page, "j");
    await opened(page);
    const article = await textOf(page, ".clause-article");
    await press(page, "a");
    const lines = (await readFile(cityList, "utf8")).split("\n");
    const added = "規則,新しい規則,第1条,点検,管理者は、毎年1回、設備を点検しなければならない。";
    const changed = ["改正後の例規一覧,,,,", lines[0].replace("\ufeff", ""), added, ...lines.slice(2)];
    const path = join(shared.browser.downloads, "updated.csv");
    await writeFile(path, changed.join("\n"));
    await openFiles(page, path);
    await page.waitForFunction(() => document.querySelector("#review-summary").textContent.includes("新規1、文言変更0、なくなった条項1"), { timeout: 60_000 });
    await page.evaluate(() => { const box = [...document.querySelectorAll("#filter-states input")].find((input) => input.value === "該当"); box.click(); });
    await page.waitForFunction(() => document.querySelector("#review-count").textContent.startsWith("1条項"));
    assert.ok((await textOf(page, "#review-list")).includes(article.split(" ")[0]));
    await leave(page);
  });

  it("the workbook has a row for each candidate with its decision, and says its conditions", async () => {
    const page = await sample(shared);
    await press(page, "j");
    await opened(page);
    await press(page, "a");
    await page.click("#export-xlsx");
    await page.waitForFunction(() => document.querySelector("#export-note").textContent.includes("保存しました"));
    const path = await saved(shared, ".xlsx");
    const sheets = await readWorkbook(path);
    const sheet = (name) => sheets.find((one) => one.sheet === name).data;
    const rows = sheet("結果");
    const [header, first] = rows;
    assert.equal(header.slice(0, 4).join(), "No,所管部局,例規種別,例規名");
    const value = (row, name) => row[header.indexOf(name)];
    assert.equal(value(first, "判定"), "該当");
    assert.equal(value(first, "例規名"), "見本町公園条例");
    assert.equal(value(first, "条文"), "町長は、必要があると認めるときは、職員に公園施設に立ち入り、その状況を検査させることができる。");
    assert.deepEqual(sheets.map((one) => one.sheet), ["結果", "集計", "凡例", "条件"]);
    const conditions = sheet("条件");
    assert.ok(conditions.some(([name, content]) => name === "結果の行数" && Number(content) === rows.length - 1));
    assert.ok(conditions.some(([, content]) => content === "本資料は候補の抽出結果であり、該当性は所管課が判断する"));
    await leave(page);
  });

  it("the report says its caution once and lists what was decided", async () => {
    const page = await sample(shared);
    await press(page, "j");
    await opened(page);
    await press(page, "a");
    await page.evaluate(() => { window.print = () => { document.documentElement.dataset.printed = "yes"; }; });
    await page.click("#export-print");
    await page.waitForSelector("html[data-printed=yes]");
    const paper = await textOf(page, "#paper");
    assert.equal(paper.split("本資料は候補の抽出結果であり、該当性は所管課が判断する").length, 2);
    assert.match(paper, /目視規制/u);
    assert.match(paper, /該当/u);
    await leave(page);
  });

  for (const width of [1366, 400]) {
    it(`axe finds nothing on the filled desk at ${width} px`, async () => {
      const page = await shared.open({ fragment: "#regulations", width });
      await page.click("#review-sample");
      await settled(page);
      await press(page, "j");
      await opened(page);
      await page.$$eval("#regulations details", (all) => all.forEach((details) => { details.open = true; }));
      await page.evaluate(`${axe}; undefined`);
      const found = await page.evaluate(async () => {
        const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        const { violations } = await globalThis.axe.run(document, { runOnly });
        return violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).join(", ")}`);
      });
      assert.deepEqual(found, []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${wide} px too wide`);
      await leave(page);
    });
  }
});

inBrowsers("review desk at 100,000 clauses", (shared) => {
  it("every row is classified, and lines, filters and decisions still answer", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    const [header, ...lines] = (await readFile(cityList, "utf8")).trimEnd().split("\n");
    const rows = Array.from({ length: 100_000 }, (_, index) => {
      const round = Math.floor(index / lines.length);
      return lines[index % lines.length].replace(",", `,第${round}`);
    });
    const path = join(shared.browser.downloads, "large.csv");
    await writeFile(path, [header, ...rows].join("\n"));
    await page.evaluate(() => {
      globalThis.longest = 0;
      globalThis.since = performance.now();
      let last = performance.now();
      setInterval(() => { const now = performance.now(); globalThis.longest = Math.max(globalThis.longest, now - last); last = now; }, 4);
    });
    const start = Date.now();
    await openFiles(page, path);
    const whole = Date.now() - start;
    const [, clauses] = await numbers(page);
    assert.ok(clauses > 99_000, `${clauses} clauses`);
    await page.$eval("#review-list", (list) => { list.scrollTop = list.scrollHeight; });
    await page.waitForFunction(() => document.querySelectorAll(".row[data-position]").length > 5);
    assert.ok((await page.$$(".row")).length < 60);
    await page.type("#filter-words", "検査");
    await page.waitForFunction((all) => document.querySelector("#review-count").textContent !== all, {}, await textOf(page, "#review-count"));
    await page.waitForFunction(() => {
      const count = document.querySelector("#review-count").textContent.match(/[\d,]+/u)[0].replaceAll(",", "");
      return document.querySelector("#announcement").textContent === `${count}条項を表示しています。`;
    });
    await page.$eval("#filter-words", (input) => input.blur());
    await press(page, "j");
    await opened(page);
    await press(page, "a");
    assert.match(await textOf(page, ".row[aria-selected=true]"), /●該当/u);
    const longest = await page.evaluate(() => Math.round(globalThis.longest));
    console.log(`${shared.name}: ${clauses} clauses after ${whole} ms; longest pause of the page ${longest} ms`);
    assert.deepEqual(page.errors, []);
    await leave(page);
  });
});
