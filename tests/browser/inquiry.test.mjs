// Out to the departments: 所管課 in one table, the books of a round, the tab 照会, and what is kept in the work file.

import assert from "node:assert/strict";
import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { it } from "node:test";
import readWorkbook from "read-excel-file/node";
import { axeFindings, cityList, go, nothingWrong, openFiles, press, sample } from "./desk.mjs";
import { eventually, inBrowsers, inMenu, openFile, output, saved, textOf } from "./harness.mjs";

const waitForText = (page, selector, part) => page.waitForFunction(
  (selector, part) => document.querySelector(selector).textContent.includes(part), { timeout: 20_000 }, selector, part,
);

/** Goes to a screen of the second navigation. */
async function screen(page, name) {
  await page.click(`[data-subtab="regulations-${name}"]`);
  await page.waitForSelector(`#regulations-${name}:not([hidden])`);
}

const values = (page) => page.$$eval("#departments-rows [data-section]", (fields) => fields.map((field) => field.value));

/** The sample with 所管課 set for all ordinances by the keyboard alone. */
async function assigned(page, section) {
  await screen(page, "departments");
  await page.waitForSelector("#departments-rows tr");
  await page.focus("#departments-all");
  await press(page, " ");
  await page.focus("#departments-set");
  await page.keyboard.type(section);
  await press(page, "Enter");
  await waitForText(page, "#announcement", `例規の所管課を${section}にしました`);
  await eventually("the sections", async () => (await values(page)).every((value) => value === section));
}

const sections = async (shared, page) => {
  const path = await saved(shared.browser, () => inMenu(page, "#work-save"));
  return { path, ...JSON.parse(await readFile(path, "utf8")).content.sections };
};

inBrowsers("to the departments", (shared) => {
  it("sets 所管課 by keyboard, for many, from a pasted list, and undoes each as one", async () => {
    const page = await sample(shared);
    await assigned(page, "企画課");
    await screen(page, "judge");
    await page.waitForFunction(() => [...document.querySelectorAll("#filter-department option")].some((option) => option.value === "=企画課"));
    await page.click("#review-undo");
    await screen(page, "departments");
    await eventually("the sections before", async () => !(await values(page)).includes("企画課"));
    assert.match(await textOf(page, "#departments-summary"), /例規/u);
    const [first, second] = await page.$$eval("#departments-rows th", (cells) => cells.map((cell) => cell.textContent));
    await page.$eval("#departments-rows [data-section]", (field) => { field.focus(); field.select(); });
    await page.keyboard.type("税務課");
    await press(page, "Enter");
    await page.waitForSelector('#section-names option[value="税務課"]');
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), `${second}の所管課`);
    await page.$eval(".departments-paste", (details) => { details.open = true; });
    await page.$eval("#departments-pasted", (field, list) => { field.value = list; }, `例規名\t所管課\n${first}\t福祉課\nない条例\t環境課`);
    await page.click("#departments-take");
    await waitForText(page, "#departments-told", "1行の所管課を入れました");
    assert.match(await textOf(page, "#departments-told"), /3行目「ない条例」→「環境課」/u);
    const value = () => page.$eval("#departments-rows [data-section]", (field) => field.value);
    assert.equal(await eventually("the pasted section", async () => (await value()) === "福祉課" && value()), "福祉課");
    await page.click("#review-undo");
    await eventually("the section before", async () => (await value()) === "税務課");
    await page.click("#review-redo");
    await eventually("the section again", async () => (await value()) === "福祉課");
    await nothingWrong(page);
    await page.close();
  });

  it("opens a list as a file and keeps it in the work file, which opens again", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await openFiles(page, cityList);
    await screen(page, "departments");
    await page.waitForSelector("#departments-rows tr");
    const titles = await page.$$eval("#departments-rows th", (cells) => cells.slice(0, 30).map((cell) => cell.textContent));
    const list = ["例規名,所管課", ...titles.map((title, place) => `${title},第${place % 3}課`)].join("\n");
    await openFile(page, "#departments-file", "所管課.csv", list);
    await waitForText(page, "#departments-told", "30行の所管課を入れました");
    const { path, inquiry } = await sections(shared, page);
    assert.equal(Object.keys(inquiry.ordinances).length, 30);
    await nothingWrong(page);
    await page.close();
    const fresh = await shared.open({ fragment: "#regulations" });
    await (await fresh.$("#work-file")).uploadFile(path);
    await waitForText(fresh, "#work-note", "開きました");
    await fresh.waitForFunction(() => [...document.querySelectorAll("#filter-department option")].some((option) => option.value === "=第1課"), { timeout: 20_000 });
    await screen(fresh, "departments");
    await eventually("the sections", async () => (await values(fresh))[1] === "第1課");
    await nothingWrong(fresh);
    await fresh.close();
  });

  it("makes the books, keeps the round, shows its numbers at the clause and filters by it", async () => {
    const page = await sample(shared);
    await screen(page, "inquiries");
    await waitForText(page, "#outgoing-nobody:not([hidden])", "所管課の決まっていない行が2行あります");
    await assigned(page, "総務課");
    await screen(page, "inquiries");
    await waitForText(page, "#outgoing-total", "1課に");
    await page.waitForSelector("#outgoing-nobody[hidden]");
    await page.$eval("#outgoing-deadline", (field) => { field.value = "2027-01-02"; field.dispatchEvent(new Event("change", { bubbles: true })); });
    await waitForText(page, "#outgoing-deadline-note", "年末年始");
    const path = await saved(shared.browser, () => page.click("#outgoing-make"));
    assert.match(path, /照会票_総務課_\d{8}\.xlsx$/u);
    const book = await readWorkbook(path);
    const { data } = book.find(({ sheet }) => sheet === "照会票");
    const numbers = data.slice(5).map(([number]) => number).filter(Boolean);
    assert.ok(numbers.length > 3 && numbers.every((number) => /^[0-9A-Y]{3}-[0-9A-Y]{3}-[0-9A-Y]$/u.test(number)), numbers.join(" "));
    await waitForText(page, "#outgoing-rounds", "第1回");
    const { inquiry } = await sections(shared, page);
    assert.deepEqual(inquiry.rounds[0].items.map((item) => item.number), numbers);
    assert.equal(inquiry.rounds[0].deadline, "2027-01-02");
    await page.click("#outgoing-look");
    await page.waitForSelector("#regulations-judge:not([hidden])");
    await page.waitForFunction(() => document.querySelector("#review-list .inquiry-state")?.textContent.includes("照会中"), { timeout: 20_000 });
    await go(page, "j");
    await page.click("#clause-tab-inquiry");
    await waitForText(page, "#clause-inquiry-asked", "照会");
    const shown = await textOf(page, "#clause-inquiry-asked");
    assert.ok(numbers.some((number) => shown.includes(number)), shown);
    assert.match(await textOf(page, "#clause-pane [data-slot=department]"), /所管課：総務課/u);
    await nothingWrong(page);
    await page.close();
  });

  it("keeps the numbers of books whose making was undone, reads their answers, and sends them after all", async () => {
    const page = await sample(shared);
    await assigned(page, "総務課");
    await screen(page, "inquiries");
    await waitForText(page, "#outgoing-total", "1課に");
    const book = join(output, `withdrawn-${shared.name}.xlsx`);
    await copyFile(await saved(shared.browser, () => page.click("#outgoing-make")), book);
    await waitForText(page, "#outgoing-rounds", "第1回");
    await page.click("#review-undo");
    await waitForText(page, "#announcement", "番号は控えたままで、戻った回答は読み取れます");
    await waitForText(page, "#outgoing-rounds", "第1回（取り消し）");
    const { inquiry } = await sections(shared, page);
    assert.equal(inquiry.rounds[0].withdrawn, true);
    await (await page.$("#incoming-files")).uploadFile(book);
    await page.waitForSelector("#incoming-rows tr");
    const row = await page.$$eval("#incoming-rows tr > *", (cells) => cells.map((cell) => cell.textContent));
    assert.deepEqual([Number(row[2]), row[7]], [inquiry.rounds[0].items.length, "0"]);
    await page.click("#incoming-leave");
    await page.click("#outgoing-rounds [data-reinstate]:not([hidden])");
    await page.waitForFunction(() => !document.querySelector("#outgoing-rounds").textContent.includes("取り消し"));
    assert.equal((await sections(shared, page)).inquiry.rounds[0].withdrawn, undefined);
    await nothingWrong(page);
    await page.close();
  });

  it("enters 見直しの内容 for many with one undo, and completes times", async () => {
    const page = await sample(shared);
    await go(page, "j");
    await page.click("#clause-tab-review");
    await page.focus(".category-form [data-slot=time]");
    await page.keyboard.type("令和9年3月");
    await press(page, "Tab");
    assert.equal(await page.$eval(".category-form [data-slot=time]", (field) => field.value), "2027-03");
    await page.$eval("#review-many", (details) => { details.open = true; });
    await page.select("#review-many-states", "all");
    await page.select('[data-many="policy"]', "運用の見直し");
    await waitForText(page, "#review-many-reach", "件に入ります");
    const count = Number((await textOf(page, "#review-many-reach")).match(/\d+/u)[0]);
    assert.ok(count > 5, `${count}`);
    await page.click("#review-many-apply");
    await waitForText(page, "#announcement", `${count}件に見直しの内容を入れました`);
    await go(page, "j");
    const policy = () => page.$eval(".category-form [data-slot=policy]", (field) => field.value);
    assert.equal(await policy(), "運用の見直し");
    assert.equal(await page.$eval("#clause-tab-review", (tab) => tab.getAttribute("aria-selected")), "true");
    assert.equal(await page.$eval("#review-many", (details) => details.open), true);
    await page.click("#review-undo");
    await eventually("the policy before", async () => (await policy()) !== "運用の見直し");
    await nothingWrong(page);
    await page.close();
  });

  it("has no finding of axe and nothing beside the page at 1366 and at 400 px", async () => {
    for (const [width, height] of [[1366, 768], [400, 800]]) {
      const page = await sample(shared, { width, height });
      for (const name of ["departments", "inquiries"]) {
        await page.evaluate((name) => { location.hash = `#regulations-${name}`; }, name);
        await page.waitForSelector(`#regulations-${name}:not([hidden])`);
        await page.waitForSelector(name === "departments" ? "#departments-rows tr" : "#outgoing-rows tr");
        assert.deepEqual(await axeFindings(page), [], `${name} ${width}`);
        const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(beside <= 0, `${name} ${width}: ${beside}`);
      }
      await nothingWrong(page);
      await page.close();
    }
  });
});
