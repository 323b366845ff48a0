// 用例 and 改正案 at a clause: what is near, the draft with its choices, editing by hand with undo, the work file, the papers.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { it } from "node:test";
import readWorkbook from "read-excel-file/node";
import { axeFindings, go, openFiles } from "./desk.mjs";
import { inBrowsers, inMenu, output, saved, textOf } from "./harness.mjs";

const TOWN = [
  "例規種別,例規名,例規番号,条,見出し,本文",
  "条例,見本町施設条例,平成12年条例第8号,第4条,料金の掲示,事業者は、利用料金を事業所の見やすい場所に掲示しなければならない。",
  "条例,見本町税条例,昭和40年条例第20号,第18条,公示送達,法第20条の2の規定による公示送達は、町役場の掲示場に掲示して行うものとする。",
  "条例,見本町公告式条例,昭和30年条例第1号,第2条第2項,公布,条例の公布は、町役場前の掲示場に掲示してこれを行う。",
  "",
].join("\n");

/** Opens the town's three clauses, and the first of them. */
async function opened(shared) {
  const list = join(output, `amendments-${shared.name}.csv`);
  await writeFile(list, TOWN);
  const page = await shared.open({ fragment: "#regulations" });
  await openFiles(page, list);
  await page.focus("#review-list");
  await go(page, "j");
  await page.waitForSelector("#clause-tab-amendment:not([hidden])");
  await page.click("#clause-tab-amendment");
  return page;
}

const amendment = (page) => page.$eval("#draft-amendment", (field) => field.value);
const waitForAmendment = (page, part) => page.waitForFunction(
  (part) => document.querySelector("#draft-amendment").value.includes(part), { timeout: 20_000 }, part,
);
const open = async (page, article) => {
  for (let step = 0; step < 3 && !(await textOf(page, "#clause-pane .clause-title")).startsWith(article); step += 1) await go(page, "j");
};

inBrowsers("amendments", (shared) => {
  it("shows precedents, a draft in the form of 改め文, and what a choice changes", async () => {
    const page = await opened(shared);
    await open(page, "第4条");
    await waitForAmendment(page, "第4条中「利用料金を」を「利用料金について、」に、");
    assert.match(await textOf(page, "#draft"), /たたき台です。法規担当の審査を受けてください。/u);
    await page.select("#draft-choices [data-choice=規模]", "small");
    await waitForAmendment(page, "その事業の規模が著しく小さい場合その他の規則で定める場合を除き、");
    await page.click("#draft-undo");
    await page.waitForFunction(() => !document.querySelector("#draft-amendment").value.includes("著しく小さい"));
    await page.click("#clause-tab-precedents");
    assert.ok((await page.$$("#precedents-list .precedent")).length >= 2);
    assert.match(await textOf(page, "#precedents-list"), /出典/u);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  it("refuses with the reason, and says first what the state amended", async () => {
    const page = await opened(shared);
    await open(page, "第18条");
    await waitForAmendment(page, "総務省令で定める方法により");
    assert.match(await textOf(page, "#draft-national"), /地方税法第二十条の二.*改正されています/u);
    assert.match(await textOf(page, "#clause-tab-amendment"), /国の改正/u);
    await page.click("#clause-tab-precedents");
    assert.match(await textOf(page, "#precedents-inserted"), /N001 地方税法.*第二十条の二.*出典：/su);
    await page.click("#clause-tab-amendment");
    await open(page, "第2条第2項");
    await page.waitForFunction(() => document.querySelector("#draft-refused").textContent.includes("公布"));
    assert.equal(await page.$eval("#draft", (draft) => draft.hidden), true);
    await page.close();
  });

  it("keeps what was edited by hand in the work file and writes it into the papers", async () => {
    const page = await opened(shared);
    await open(page, "第4条");
    await waitForAmendment(page, "第4条中");
    await page.click("#clause-panel-amendment summary");
    const words = "事業者は、利用料金を事業所の見やすい場所に掲示するとともに、町のウェブサイトに掲載しなければならない。";
    await page.$eval("#draft-text", (field, words) => { field.value = words; }, words);
    await page.click("#draft-take");
    await waitForAmendment(page, "第4条中「掲示しなければ」を「掲示するとともに、町のウェブサイトに掲載しなければ」に改める。");
    await page.click("#draft-included");
    await page.$$eval("#clause-panel-amendment details", (all) => all.forEach((one) => { one.open = true; }));
    const paper = await saved(shared.browser, () => page.click("#amend-comparison"));
    const document = execFileSync("unzip", ["-p", paper, "word/document.xml"], { encoding: "utf8" });
    assert.match(document, /<w:u w:val="single"\/><\/w:rPr><w:t[^>]*>掲示するとともに、町のウェブサイトに掲載しなければ/u);
    const work = await saved(shared.browser, () => inMenu(page, "#work-save"));
    const again = await shared.open({ fragment: "#regulations" });
    await (await again.$("#work-file")).uploadFile(work);
    await again.waitForSelector("#review-list .row[data-position]");
    await again.focus("#review-list");
    await go(again, "j");
    await open(again, "第4条");
    await waitForAmendment(again, "町のウェブサイトに掲載しなければ");
    assert.equal(await again.$eval("#draft-included", (box) => box.checked), true);
    assert.deepEqual([...page.errors, ...again.errors], []);
    await page.close();
    await again.close();
  });

  it("filters by what the clauses have, counts on paper, and adds a sheet to the workbook", async () => {
    const page = await opened(shared);
    assert.equal(await page.$eval("#filter-amendment-field", (field) => field.hidden), true);
    for (const article of ["第4条", "第18条"]) {
      await open(page, article);
      await page.keyboard.press("a");
      await page.focus("#review-list");
    }
    await page.waitForSelector("#filter-amendment-field:not([hidden])");
    assert.match(await page.$eval("#review-undo", (button) => button.getAttribute("aria-label")), /^元に戻す：判定「該当」を取り消す$/u);
    for (const [wanted, titles] of [["drafted", ["見本町施設条例", "見本町税条例"]], ["waiting", ["見本町税条例"]], ["without_precedent", []]]) {
      await page.select("#filter-amendment", wanted);
      await page.waitForFunction((count) => document.querySelector("#review-count").textContent === `${count}条項を表示`, {}, titles.length);
      const shown = await page.$$eval("#review-list .row[data-position]", (rows) => rows.map((row) => row.textContent));
      assert.ok(titles.every((title) => shown.some((row) => row.includes(title.slice(3)))), shown.join(" "));
    }
    await page.select("#filter-amendment", "*");
    const book = await saved(shared.browser, () => inMenu(page, "#export-xlsx"));
    const sheets = await readWorkbook(book);
    const { data: [head, ...rows] } = sheets.find((sheet) => sheet.sheet === "改正案");
    const column = (name) => rows.map((row) => row[head.indexOf(name)]);
    assert.deepEqual(column("条項"), ["第4条", "第18条"]);
    assert.ok(column("改め文")[0].startsWith("第4条中「利用料金を」を"));
    assert.match(column("国の動き")[1], /地方税法第二十条の二/u);
    await page.evaluate(() => { location.hash = "#report"; });
    await page.waitForFunction(() => document.querySelector("#paper").textContent.includes("改正案の状況"));
    const paper = await page.$$eval("#paper table", (tables) => tables.map((table) => table.textContent).find((text) => text.includes("改正案の状況")));
    assert.match(paper, /2条項の改正案.*改正案あり（たたき台）2用例なし0国の改正待ち1/u);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  it("has nothing that axe objects to", async () => {
    const page = await opened(shared);
    await open(page, "第4条");
    await waitForAmendment(page, "第4条中");
    await page.$$eval("#clause-panel-amendment details", (all) => all.forEach((one) => { one.open = true; }));
    assert.deepEqual(await axeFindings(page), []);
    await page.click("#clause-tab-precedents");
    assert.deepEqual(await axeFindings(page), []);
    await page.close();
  });
});
