// All three tools, the report and the rest with the keyboard alone: the focus is seen at every stop and never lost.

import assert from "node:assert/strict";
import { it } from "node:test";
import { atRest, eventually, inBrowsers, saved, textOf } from "./harness.mjs";

/** What holds the focus, and how it is shown; a field behind its label shows it on the label. */
const focus = (page) => page.evaluate(() => {
  const active = document.activeElement;
  const seen = active.matches("input.visually-hidden") ? active.previousElementSibling : active.closest(".segment") ?? active;
  const ringed = ({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  // The list has its ring above its lines, drawn by the pane around it.
  const above = getComputedStyle(seen.closest(".review-list-pane") ?? seen, "::after");
  const box = seen.getBoundingClientRect();
  const name = `${active.tagName.toLowerCase()}${active.id ? `#${active.id}` : ""} ${(active.textContent ?? "").trim().slice(0, 20)}`;
  return {
    name, lost: active === document.body || active === document.documentElement,
    shown: ringed(getComputedStyle(seen)) || (active.matches("#review-list") && above.content !== "none" && ringed(above)),
    inSight: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    quiet: active.matches("h1, h2, h3, main"),
  };
});

/** Presses a key and sees to it that the focus is somewhere, and seen; headings that are jumped to need no ring. */
async function press(page, key) {
  await page.keyboard.press(key);
  // A view that is shown because of the key takes the focus a moment later.
  const good = async () => { const { lost, shown, inSight, quiet } = await focus(page); return !lost && (quiet || shown) && inSight; };
  await eventually("the focus", good, 3_000).catch(() => undefined);
  const { name, lost, shown, inSight, quiet } = await focus(page);
  assert.ok(!lost, `the focus is lost after ${key}`);
  assert.ok(quiet || shown, `the focus on ${name} is not seen`);
  assert.ok(inSight, `the focus on ${name} is out of sight`);
}

/** Goes on with Tab until the focus is on what the selector names. */
async function tabTo(page, selector, back = false) {
  const stops = [];
  if (back) await page.keyboard.down("Shift");
  for (let stop = 0; stop < 150; stop += 1) {
    await press(page, "Tab");
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) {
      if (back) await page.keyboard.up("Shift");
      return stops;
    }
    stops.push((await focus(page)).name);
  }
  throw new Error(`${selector} is not reached by Tab: ${stops.slice(-8).join(" | ")}`);
}

async function type(page, text) {
  for (const character of text) await page.keyboard.type(character);
}

/** After something was pressed, the focus may move on later; it must be somewhere when all is done. */
async function kept(page, what) {
  await atRest(page);
  await page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); }));
  const { name, lost, inSight } = await focus(page);
  assert.ok(!lost, `the focus is lost after ${what}`);
  assert.ok(inSight, `the focus on ${name} is out of sight after ${what}`);
}

inBrowsers("keyboard", (shared) => {
  it("the first stop leads past the header, and the order is that of the page", async () => {
    const page = await shared.open();
    await press(page, "Tab");
    assert.equal((await focus(page)).name, "a 本文へ移動");
    await press(page, "Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    assert.deepEqual(await page.$$eval("[tabindex]", (all) => all.map((one) => one.tabIndex).filter((index) => index > 0)), []);
    await page.close();
  });

  it("walks 上限額: town, cost, working, file", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await tabTo(page, "#town-name");
    await type(page, "光");
    await page.waitForSelector("#town-options:not([hidden])");
    await press(page, "Escape");
    assert.equal(await page.$eval("#town-options", (options) => options.hidden), true);
    assert.equal(await page.evaluate(() => document.activeElement.id), "town-name");
    await type(page, "市");
    await press(page, "ArrowDown");
    await press(page, "Enter");
    await page.waitForSelector("#ceiling-result:not([hidden])");
    await tabTo(page, "#cost");
    await type(page, "5,000万円");
    await kept(page, "a cost");
    await tabTo(page, ".card summary", true);
    await press(page, "Enter");
    assert.equal(await page.evaluate(() => document.activeElement.closest("details").open), true);
    await tabTo(page, "#ceiling-csv");
    assert.match(await saved(shared.browser, () => page.keyboard.press("Enter")), /\.csv$/u);
    page.on("dialog", (dialog) => dialog.accept());
    await page.close();
  });

  it("walks 27手続: sample, question, states, undo, file", async () => {
    const page = await shared.open();
    await tabTo(page, "[data-tab=procedures]");
    await press(page, "Enter");
    await page.waitForFunction(() => document.activeElement.id === "procedures-title");
    await tabTo(page, "#procedures-sample");
    await press(page, "Enter");
    await page.waitForSelector("#procedures-answer:not([hidden])");
    await kept(page, "the sample");
    await tabTo(page, "#procedures-asked button");
    await press(page, "Enter");
    await kept(page, "an answer");
    await tabTo(page, "#procedure-rows tr");
    await press(page, "ArrowDown");
    await press(page, "1");
    await kept(page, "a state");
    await page.keyboard.down("Control");
    await press(page, "z");
    await page.keyboard.up("Control");
    await tabTo(page, "#procedures-csv", true);
    assert.match(await saved(shared.browser, () => page.keyboard.press("Enter")), /\.csv$/u);
    page.on("dialog", (dialog) => dialog.accept());
    await page.close();
  });

  it("walks アナログ規制: sample, clause, decision, undo, keys, file, work file", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await tabTo(page, "#review-sample");
    await press(page, "Enter");
    await page.waitForSelector("#review-list .row[data-position]");
    await atRest(page);
    await kept(page, "the sample");
    await tabTo(page, "#review-list");
    await press(page, "ArrowDown");
    await page.waitForSelector("#clause-pane:not([hidden])");
    const decided = (name) => page.waitForFunction(
      (name) => document.querySelector("#decision-lines input:checked")?.closest("label").textContent.trim().startsWith(name), {}, name,
    );
    await page.$eval("#keys-advance", (box) => { box.checked = false; });
    await press(page, "n");
    await decided("未判定");
    await press(page, "a");
    await decided("該当");
    await kept(page, "a decision");
    await press(page, "u");
    await decided("未判定");
    await press(page, "n");
    await press(page, "x");
    await tabTo(page, "#decision-lines input[type=radio]");
    await press(page, "ArrowDown");
    await kept(page, "another decision");
    await tabTo(page, "#export-button", true);
    await press(page, "Enter");
    await tabTo(page, "#export-xlsx");
    assert.match(await saved(shared.browser, () => page.keyboard.press("Enter")), /\.xlsx$/u);
    await press(page, "Escape");
    assert.equal(await page.evaluate(() => document.activeElement.id), "export-button");
    await tabTo(page, "#work-button", true);
    await press(page, "Enter");
    await tabTo(page, "#work-save");
    assert.match(await saved(shared.browser, () => page.keyboard.press("Enter")), /\.json$/u);
    await page.close();
  });

  it("F6 goes from pane to pane and back, and the skip links lead into the desk", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await tabTo(page, "#review-sample");
    await press(page, "Enter");
    await page.waitForSelector("#review-list .row[data-position]");
    await atRest(page);
    await page.focus("#review-list");
    await press(page, "ArrowDown");
    await page.waitForSelector("#clause-pane:not([hidden])");
    const at = () => page.evaluate(() => {
      const active = document.activeElement;
      return active.id || active.closest("[id]").id;
    });
    const stops = [];
    for (let step = 0; step < 5; step += 1) { await press(page, "F6"); stops.push(await at()); }
    assert.deepEqual(stops, ["clause-pane", "decision-lines", "folded", "filter-words", "review-list"]);
    await page.keyboard.down("Shift");
    await press(page, "F6");
    await page.keyboard.up("Shift");
    assert.equal(await at(), "filter-words");
    await page.focus(".skip");
    for (const [link, stop] of [["条項の一覧へ", "review-list"], ["条文へ", "clause-pane"], ["判定へ", "decision-lines"]]) {
      await page.focus(".skip");
      for (let step = 0; step < 4 && (await focus(page)).name !== `a ${link}`; step += 1) await press(page, "Tab");
      await press(page, "Enter");
      assert.equal(await at(), stop);
    }
    await page.close();
  });

  it("goes from a clause to the export in few stops", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await tabTo(page, "#review-sample");
    await press(page, "Enter");
    await page.waitForSelector("#review-list .row[data-position]");
    await page.focus("#review-list");
    await press(page, "ArrowDown");
    await page.waitForSelector("#clause-pane:not([hidden])");
    let stops = 0;
    const go = async (key) => { await press(page, key); stops += 1; };
    for (const key of ["F6", "F6", "F6"]) await go(key);
    while (stops < 30 && await page.evaluate(() => document.activeElement.id) !== "export-button") await go("Tab");
    await go("Enter");
    while (stops < 30 && await page.evaluate(() => document.activeElement.id) !== "export-xlsx") await go("Tab");
    assert.ok(stops <= 16, `${stops} stops`);
    await page.close();
  });

  it("walks report, self-check, diagnosis and manual", async () => {
    const page = await shared.open();
    await page.evaluate(() => { window.print = () => { document.documentElement.dataset.printed = "yes"; }; });
    await tabTo(page, "[data-tab=report]");
    await press(page, "Enter");
    await tabTo(page, "#report-print");
    await press(page, "Enter");
    await page.waitForSelector("html[data-printed=yes]");
    await tabTo(page, "[data-tab=about]", true);
    await press(page, "Enter");
    await tabTo(page, "#self-check");
    await press(page, "Enter");
    await page.waitForSelector("#self-check-result table");
    await kept(page, "the self-check");
    await tabTo(page, "#diagnosis-make");
    await press(page, "Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "diagnosis-text");
    await tabTo(page, "[data-tab=manual]", true);
    await press(page, "Enter");
    assert.equal(await textOf(page, "main section:not([hidden]) h1"), "使い方");
    await page.close();
  });
});
