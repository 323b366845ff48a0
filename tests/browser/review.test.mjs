// The review desk with the bundled sample: states, keys, filters, undo, adding, bulk, sight.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { it } from "node:test";
import { advance, axeFindings, go, nothingWrong, numbers, press, sample, settled, undecided, waitForShown, waitForUndecided } from "./desk.mjs";
import { eventually, inBrowsers, inMenu, saved, textOf } from "./harness.mjs";

inBrowsers("review desk", (shared) => {
  it("the sample shows every category, decision and difference in one click, and goes as it came", async () => {
    const page = await sample(shared, { height: 2000 });
    await page.waitForFunction(() => document.querySelectorAll(".row[data-position]").length >= 14);
    const chips = await page.$$eval(".chip", (all) => all.map((chip) => chip.textContent));
    for (const name of ["目視", "実地監査", "定期検査", "常駐専任", "対面講習", "書面掲示", "閲覧縦覧", "記録媒体"]) {
      assert.ok(chips.some((chip) => chip.startsWith(name)), `${name} in ${chips}`);
    }
    for (const state of ["該当", "非該当", "要確認", "未判定"]) {
      assert.ok(chips.some((chip) => chip.includes(state)), `${state} in ${chips}`);
    }
    const standings = await page.$$eval(".row .chip-standing", (all) => all.map((badge) => badge.textContent));
    assert.deepEqual([...new Set(standings)].sort(), ["文言変更", "新規"]);
    assert.equal(await textOf(page, "#work-state"), "変更なし");
    await page.click("#review-sample-end");
    await page.waitForSelector("#review-results[hidden]");
    assert.equal(await textOf(page, "[data-tab-state=regulations]"), "未着手");
    await nothingWrong(page);
    await page.close();
  });

  it("decisions by keyboard change the clause, the list and the counts, and undo takes them back", async () => {
    const page = await sample(shared);
    const before = await undecided(page);
    await go(page, "j");
    await press(page, "a");
    assert.match(await textOf(page, ".row[aria-selected=true]"), /該当/u);
    assert.ok(await page.$eval("[data-category] input[value=applies]", (input) => input.checked));
    await waitForUndecided(page, before - 1);
    await press(page, "u");
    await waitForUndecided(page, before);
    await press(page, "r");
    await waitForUndecided(page, before - 1);
    await page.close();
  });

  it("a decision goes on to the next undecided clause where the officer wishes so", async () => {
    const page = await sample(shared);
    await advance(page, true);
    const first = await go(page, "n");
    const second = await go(page, "x");
    assert.notEqual(first, second);
    assert.match(second, /第6条/u);
    await page.close();
  });

  it("what is opened and decided by key is said to a screen reader", async () => {
    const page = await sample(shared);
    const said = (part) => page.waitForFunction((part) => document.querySelector("#announcement").textContent.includes(part), {}, part);
    await go(page, "n");
    await said("見本町公園条例 第5条 立入検査を開きました。");
    await press(page, "q");
    await said("見本町公園条例 第5条 立入検査、要確認。残り");
    assert.equal(await page.$eval("#review-list", (list) => list.getAttribute("aria-activedescendant")), "review-row-0");
    assert.equal(await page.$eval("#review-row-0", (row) => `${row.getAttribute("role")} ${row.getAttribute("aria-selected")}`), "option true");
    await page.close();
  });

  it("Enter goes from the list to the clause and Escape back", async () => {
    const page = await sample(shared);
    await page.focus("#review-list");
    await go(page, "ArrowDown");
    await press(page, "Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "clause-pane");
    await press(page, "Escape");
    assert.equal(await page.evaluate(() => document.activeElement.id), "review-list");
    await page.close();
  });

  it("the open clause and its line are in sight without scrolling by hand", async () => {
    const page = await sample(shared);
    for (let step = 0; step < 9; step += 1) await go(page, "j");
    const inSight = await page.evaluate(() => [".row[aria-selected=true]", "#clause-text"].map((selector) => {
      const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }));
    assert.deepEqual(inSight, [true, true]);
    await page.close();
  });

  it("single keys type letters in a text field, and do nothing when switched off", async () => {
    const page = await sample(shared);
    const before = await undecided(page);
    await go(page, "j");
    await page.type("#filter-words", "ax");
    assert.equal(await page.$eval("#filter-words", (input) => input.value), "ax");
    await page.click("#filter-reset");
    await inMenu(page, "#keys-on");
    await press(page, "a");
    await page.waitForFunction(() => document.querySelector(".row[aria-selected=true]"));
    assert.equal(await page.$(".row[aria-selected=true] .chip-applies"), null);
    assert.equal(await undecided(page), before);
    await page.close();
  });

  it("a number makes a category active and never decides", async () => {
    const page = await sample(shared);
    await go(page, "j");
    const before = await undecided(page);
    await press(page, "1", "6");
    assert.equal(await page.$eval("#decision-lines [data-active]", (line) => line.dataset.category), "visual");
    assert.match(await textOf(page, "#announcement"), /この条項に書面掲示規制はありません/u);
    assert.equal(await undecided(page), before);
    await page.close();
  });

  it("a category that was not found is added with the selected words", async () => {
    const page = await sample(shared);
    await go(page, "j");
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelector("#clause-text")));
    await page.select("#category-new", "posting");
    await page.$eval("#category-add", (button) => button.click());
    assert.match(await textOf(page, "#clause-reasons"), /書面掲示規制の追加：担当者が「町長は.*根拠に追加しました/u);
    await page.click("#decision-lines [data-category=posting] [data-remove]");
    assert.equal(await page.$("#decision-lines [data-category=posting]"), null);
    await page.close();
  });

  it("N says when the filter holds nothing undecided, and offers the rest", async () => {
    const page = await sample(shared);
    const all = await undecided(page);
    await page.$eval("[data-column=state-該当]", (button) => button.click());
    await page.waitForFunction((all) => Number(document.querySelector("#review-count").textContent.match(/\d+/u)?.[0] ?? 0) < all, {}, all);
    await page.$eval("#review-list", (list) => list.focus());
    await press(page, "n");
    await page.waitForSelector("#review-rest:not([hidden])");
    assert.match(await textOf(page, "#announcement"), /表示中の条項に未判定はありません。絞り込みの外に未判定が\d+条項あります/u);
    await page.click("#review-rest");
    await page.waitForSelector("#review-rest[hidden]");
    await page.waitForSelector("#clause-pane:not([hidden])");
    assert.equal(await undecided(page), all);
    await page.close();
  });

  it("where a category is filtered, a bulk decision reaches that category alone, and says both numbers", async () => {
    const page = await sample(shared);
    const [, , flagged] = await numbers(page);
    await page.$eval("#filter-categories input[value=visual]", (input) => input.click());
    await page.waitForFunction((flagged) => !document.querySelector("#review-count").textContent.startsWith(`${flagged}条項`), {}, flagged);
    await page.$eval("#review-list", (list) => list.focus());
    await go(page, "j");
    const label = await eventually("the button", async () => (await textOf(page, "#bulk-shown")).match(/^表示中の残り(\d+)条項（目視規制 (\d+)件）を非該当にする$/u));
    assert.equal(label[1], label[2]);
    assert.match(await textOf(page, "#bulk-ordinance"), /（目視規制だけ）/u);
    const path = () => saved(shared.browser, () => inMenu(page, "#work-save"));
    const judged = async () => JSON.parse(await readFile(await path(), "utf8")).content.sections.review;
    const before = (await judged()).map((one) => JSON.stringify(one));
    await inMenu(page, "#bulk-shown");
    await page.waitForFunction(() => document.querySelector("#bulk-shown").textContent.includes(" 0件）"));
    const changed = (await judged()).filter((one) => !before.includes(JSON.stringify(one)));
    assert.equal(changed.length, Number(label[2]));
    assert.ok(changed.every((one) => one.target.category === "visual"), JSON.stringify(changed));
    await page.close();
  });

  it("a bulk decision reaches what its button says and is undone as one", async () => {
    const page = await sample(shared);
    const before = await undecided(page);
    await go(page, "j");
    assert.match(await textOf(page, "#bulk-wording"), /^同じ文言の2件すべてを非該当にする$/u);
    assert.match(await textOf(page, "#bulk-ordinance"), /^この例規の残り3件を非該当にする$/u);
    await inMenu(page, "#bulk-ordinance");
    await waitForUndecided(page, before - 3);
    await page.waitForFunction(() => document.querySelector("#bulk-ordinance").textContent.includes("残り0件"));
    assert.equal(await page.$$eval(".chip-not", (all) => all.length) >= 3, true);
    await press(page, "u");
    await waitForUndecided(page, before);
    await page.close();
  });

  it("every number of the overview is a filter that shows so many clauses", async () => {
    const page = await sample(shared);
    await page.click("[data-subtab=regulations-overview]");
    await page.waitForSelector("#overview-rows tr");
    const places = await page.$$eval("#review-results button[data-number]", (all) => all.map((_, index) => index));
    assert.ok(places.length > 40, `${places.length} numbers`);
    for (const place of places) {
      const count = await page.evaluate((place) => {
        const button = document.querySelectorAll("#review-results button[data-number]")[place];
        button.click();
        return Number(button.querySelector(".number-count")?.textContent ?? button.textContent);
      }, place);
      if (count > 0) await waitForShown(page, count);
    }
    await page.select("#overview-kind", "=規則");
    assert.equal(await page.$$eval("#overview-rows button", (all) => all.length), 4);
    await page.$eval("#filter-reset", (button) => button.click());
    await waitForShown(page, (await numbers(page))[2]);
    await nothingWrong(page);
    await page.close();
  });

  it("words that stand only in clauses without a candidate are found by one click more", async () => {
    const page = await sample(shared);
    await page.type("#filter-words", "過料に処する");
    await page.waitForSelector("#review-empty-list:not([hidden])");
    assert.equal(await textOf(page, "#review-without"), "候補のない1条項も表示");
    await page.click("#review-without");
    await waitForShown(page, 1);
    assert.match(await textOf(page, "#review-list"), /第31条過料/u);
    await page.close();
  });

  it("evidence is marked in the clause with its part, the reason stands below, and the words stay as they are", async () => {
    const page = await sample(shared);
    await go(page, "j");
    assert.equal(await textOf(page, "#clause-text"), "町長は、必要があると認めるときは、職員に公園施設に立ち入り、その状況を検査させることができる。");
    const signs = await page.$$eval("#clause-text mark", (marks) => marks.map((mark) => mark.dataset.number));
    assert.equal(signs[0], "①");
    const kinds = await page.$$eval("#evidence-rows tr", (rows) => rows.map((row) => row.textContent));
    assert.ok(kinds.some((kind) => /^[①-⑳] .*行為$/u.test(kind)), kinds.join());
    assert.equal(kinds.length, new Set(signs).size);
    assert.match(await textOf(page, "#clause-reasons"), /『立ち入り』/u);
    assert.match(await textOf(page, "[data-category=visual] [data-slot=technologies]"), /ドローン/u);
    assert.match(await textOf(page, "#clause-pane [data-slot=before]"), /第1条　目的|第1条 目的/u);
    await page.close();
  });

  it("words that were not counted are listed with the reason", async () => {
    const page = await sample(shared);
    await page.type("#filter-words", "過料に処する");
    await page.waitForSelector("#review-without:not([hidden])");
    await page.click("#review-without");
    await waitForShown(page, 1);
    await page.$eval("#filter-words", (input) => input.blur());
    await go(page, "j");
    assert.match(await textOf(page, "#clause-pane [data-slot=discounted]"), /候補としなかった語と理由（\d+件）.*目視/u);
    await page.close();
  });

  it("a changed clause shows its former words with their decision, and what is gone is listed with its own", async () => {
    const page = await sample(shared);
    await page.click("[data-subtab=regulations-overview]");
    await page.$eval("[data-column=standing-文言変更]", (button) => button.click());
    await waitForShown(page, 1);
    await go(page, "j");
    assert.match(await textOf(page, "#clause-pane [data-slot=former]"), /町役場において行うものとする。前の文言への判定：往訪閲覧・縦覧規制は該当/u);
    await page.click("[data-subtab=regulations-overview]");
    // The numbers may just be drawn anew, and the button with them.
    await eventually("the list of what is gone", async () => {
      await page.$eval("[data-gone]", (button) => button.click());
      return page.$("#gone-rows tr");
    });
    assert.equal(await textOf(page, "#gone-rows"), "見本町公園条例第8条公園の管理人は、公園内に常駐しなければならない。常駐・専任規制：該当");
    await nothingWrong(page);
    await page.close();
  });

  for (const width of [1366, 400]) {
    it(`axe finds nothing on the filled desk at ${width} px, and nothing is wider than the window`, async () => {
      const page = await sample(shared, { width });
      await go(page, "j");
      await page.$$eval("#regulations details", (all) => all.forEach((details) => { details.open = true; }));
      assert.deepEqual(await axeFindings(page), []);
      await page.$eval("[data-subtab=regulations-overview]", (link) => link.click());
      await page.waitForSelector("#overview-rows tr");
      assert.deepEqual(await axeFindings(page), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${wide} px too wide`);
      await settled(page);
      await page.close();
    });
  }

  it("at 400 px a clause opens in sight and a button leads back to the list", async () => {
    const page = await sample(shared, { width: 400, height: 800 });
    await page.click(".row[data-position]");
    await page.waitForSelector("#clause-pane:not([hidden])");
    const top = () => page.$eval("#clause-pane", (pane) => pane.getBoundingClientRect().top);
    await page.waitForFunction(() => document.querySelector("#clause-pane").getBoundingClientRect().top < innerHeight / 2);
    assert.ok(await top() > -20, `${await top()}`);
    await page.click("#clause-back");
    assert.equal(await page.evaluate(() => document.activeElement.id), "review-list");
    await page.close();
  });
});
