// The frame as it is measured: the desk in sight without scrolling, one scroll bar a pane, menus, clauses of one form.

import assert from "node:assert/strict";
import { it } from "node:test";
import { advance, cityList, go, nothingWrong, openFiles, press, sample, waitForUndecided, undecided } from "./desk.mjs";
import { atRest, inBrowsers, textOf } from "./harness.mjs";

/** What an officer sees of the desk. */
const seen = (page) => page.evaluate(() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const list = box("#review-list");
  const rows = [...document.querySelectorAll("#review-list .row[data-position]")].map((row) => row.getBoundingClientRect());
  const whole = rows.filter(({ top, bottom }) => top >= list.top && bottom <= Math.min(list.bottom, innerHeight));
  const decision = document.querySelector("#clause-pane").hidden ? undefined : box("#decision");
  return {
    first: Math.min(...whole.map(({ top }) => top)), rows: whole.length,
    decided: decision === undefined || (decision.top > 0 && decision.bottom <= innerHeight && decision.height > 60),
    beyond: [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight],
  };
});

/** What scrolls, and how far it could. */
const scrolling = (page) => page.evaluate(() => [...document.querySelectorAll("body, body *")]
  .filter((element) => element.checkVisibility() && element.scrollHeight > element.clientHeight + 1 && ["auto", "scroll"].includes(getComputedStyle(element).overflowY))
  .map((element) => element.id || element.className));

inBrowsers("frame", (shared) => {
  for (const [width, height, rows] of [[1366, 768, 10], [1366, 640, 8], [1920, 1080, 17]]) {
    it(`shows list, clause and decision of a city at once at ${width}×${height}`, async () => {
      const page = await shared.open({ fragment: "#regulations", width, height });
      await openFiles(page, cityList);
      const list = await seen(page);
      assert.ok(list.first <= 200, `the first row stands at y ${list.first}`);
      assert.ok(list.rows >= rows, `${list.rows} whole rows`);
      for (let step = 0; step < 12; step += 1) {
        await go(page, "n");
        const now = await seen(page);
        assert.ok(now.decided, `the decision is out of sight at step ${step}`);
        assert.ok(now.beyond[0] <= 0 && now.beyond[1] <= 0, `the page scrolls by ${now.beyond}`);
      }
      const panes = new Set(["review-list", "review-filters", "clause-panel-text", "clause-panel-review", "decision-lines"]);
      assert.deepEqual((await scrolling(page)).filter((name) => !panes.has(name)), []);
      await nothingWrong(page);
      await page.close();
    });
  }

  it("no count of the filter wraps and no chip is cut", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await openFiles(page, cityList);
    await page.$$eval("#review-filters details", (all) => all.forEach((details) => { details.open = true; }));
    const broken = await page.$$eval("#review-filters .choice-count, #review-filters .choice-name, #review-list .chip", (all) =>
      all.filter((element) => element.getBoundingClientRect().height > 24 || element.scrollWidth > element.clientWidth + 1).map((element) => element.textContent));
    assert.deepEqual(broken, []);
    await page.close();
  });

  it("numbers of the folded line are filters, and the list stays while decisions are made", async () => {
    const page = await sample(shared);
    await page.click("#folded [data-column='state-未判定']");
    await page.waitForFunction(() => document.querySelector("#filter-states input").checked);
    const open = await undecided(page);
    await go(page, "n");
    assert.equal(await page.$eval("#review-renew", (button) => button.hidden), true);
    const rows = () => page.$$eval("#review-list .row[data-position]", (all) => all.length);
    const before = await rows();
    await press(page, "x");
    await waitForUndecided(page, open - 1);
    assert.equal(await rows(), before);
    await page.click("#review-renew");
    await page.waitForFunction((before) => document.querySelectorAll("#review-list .row[data-position]").length < before, {}, before);
    await page.close();
  });

  it("clauses of one form are one row: it tells its number, a decision reaches all, Enter sets them apart", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await openFiles(page, cityList);
    const items = () => page.$eval("#review-list .row[data-position]", (row) => Number(row.getAttribute("aria-setsize")));
    const apart = await items();
    await page.click("#list-together");
    await page.waitForFunction((apart) => Number(document.querySelector("#review-list .row[data-position]").getAttribute("aria-setsize")) < apart, {}, apart);
    let folded = await items();
    let form = await page.evaluate(async () => {
      const list = document.querySelector("#review-list");
      for (let top = 0; top < list.scrollHeight; top += 300) {
        list.scrollTop = top;
        do await new Promise(requestAnimationFrame); while (document.documentElement.hasAttribute("data-busy"));
        const chip = list.querySelector(".row-form:not([hidden])");
        if (chip) { chip.closest(".row").click(); return Number(chip.textContent.match(/\d+/u)[0]); }
      }
      return 0;
    });
    assert.ok(form > 1, `${form} clauses`);
    await page.waitForSelector("#decision-same:not([hidden])");
    assert.equal(await textOf(page, "#decision-same [data-slot=sentence]"), `判定は、同じ形の${form}条項すべてに入ります。`);
    await page.$eval("#decision-members > summary", (summary) => summary.click());
    await page.waitForFunction((form) => document.querySelectorAll("#decision-members li").length === form - 1, {}, form);
    const members = await page.$$eval("#decision-members li", (items) => items.map((item) => item.textContent));
    assert.ok(members.every((member) => /条文は同じです|「.+」(→「.+」|が加わる|がない)/u.test(member)), members.join("\n"));
    if (form > 2) {
      await page.$eval("#decision-members li:last-child button", (button) => button.click());
      await page.waitForFunction((form) => document.querySelectorAll("#decision-members li").length === form - 2, {}, form);
      form -= 1;
      folded += 1;
      assert.equal(await textOf(page, "#decision-same [data-slot=sentence]"), `判定は、同じ形の${form}条項すべてに入ります。`);
      assert.equal(await items(), folded);
    }
    await press(page, "x");
    await page.waitForFunction((form) => document.querySelector(".row[aria-selected=true] .chip-not")?.textContent === `非該当${form}`, {}, form);
    await press(page, "u");
    await page.waitForFunction(() => document.querySelector(".row[aria-selected=true] .chip-not") === null);
    await page.focus("#review-list");
    await press(page, "Enter");
    await page.waitForFunction((count) => Number(document.querySelector("#review-list .row").getAttribute("aria-setsize")) === count, {}, folded + form - 1);
    await page.waitForSelector("#decision-same[hidden]");
    await nothingWrong(page);
    await page.close();
  });

  it("with two categories the keys act on the active one and go on to the next", async () => {
    const page = await sample(shared);
    const several = async () => (await page.$$("#decision-lines .decision-line")).length > 1;
    for (let step = 0; step < 20 && !await several(); step += 1) await go(page, "j");
    assert.ok(await several());
    const states = () => page.$$eval("#decision-lines .decision-line", (lines) => lines.map((line) => line.querySelector("input:checked").value));
    const active = () => page.$eval("#decision-lines [data-active]", (line) => [...line.parentElement.children].indexOf(line));
    const before = await states();
    const first = await active();
    await press(page, "q");
    await page.waitForFunction((first) => document.querySelectorAll("#decision-lines .decision-line")[first].querySelector("input:checked").value === "to_check", {}, first);
    const after = await states();
    assert.deepEqual(after.filter((_, place) => place !== first), before.filter((_, place) => place !== first));
    if (before.some((state, place) => place !== first && state === "")) assert.notEqual(await active(), first);
    await page.close();
  });

  it("a decision with the mouse goes on where the officer wishes so, arrows never do", async () => {
    const page = await sample(shared);
    await advance(page, true);
    const first = await go(page, "n");
    await page.click("#decision-lines .segment-applies input");
    await page.waitForFunction((first) => document.querySelector("#clause-pane header").textContent !== first, {}, first);
    const second = await page.$eval("#clause-pane header", (header) => header.textContent);
    await page.focus("#decision-lines input:checked");
    await press(page, "ArrowLeft");
    await page.waitForFunction(() => !document.querySelector("#decision-lines .segment-applies input").checked);
    await atRest(page);
    assert.equal(await page.$eval("#clause-pane header", (header) => header.textContent), second);
    await page.close();
  });

  it("a menu closes with Escape, by a click elsewhere and when the focus leaves it", async () => {
    const page = await shared.open();
    const open = () => page.$eval("#work-panel", (panel) => !panel.hidden);
    await page.click("#work-button");
    assert.equal(await open(), true);
    assert.equal(await page.$eval("#work-button", (button) => button.getAttribute("aria-expanded")), "true");
    await page.focus("#work-save");
    await press(page, "Escape");
    assert.deepEqual([await open(), await page.evaluate(() => document.activeElement.id)], [false, "work-button"]);
    await page.click("#work-button");
    await page.click("#start-title");
    assert.equal(await open(), false);
    await page.click("#work-button");
    await page.focus("#town-name");
    assert.equal(await open(), false);
    await page.close();
  });

  it("the town's fields stand where they are needed, and the header says the town", async () => {
    const page = await shared.open();
    const place = () => page.$eval("#town", (form) => form.closest("[data-view], #town-panel").id);
    assert.equal(await place(), "start");
    await page.type("#town-name", "光市");
    await press(page, "Enter");
    await page.click("[data-tab=ceiling]");
    assert.equal(await place(), "ceiling");
    assert.match(await textOf(page, "#town-line"), /^山口県光市 50,892人（令和2年1月1日）$/u);
    await page.click("[data-tab=procedures]");
    assert.equal(await place(), "town-panel");
    await page.click("#town-button");
    assert.equal(await page.$eval("#town-name", (field) => field.value), "光市");
    page.on("dialog", (dialog) => dialog.accept());
    await page.close();
  });
});
