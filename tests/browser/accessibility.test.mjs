// Every view in every state: axe finds nothing, nothing is wider than the screen, and what is pressed is large enough.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { it } from "node:test";
import { atRest, inBrowsers, openFile, projectFile } from "./harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds, as short lines. */
async function findings(page) {
  await page.evaluate(`globalThis.axe ?? (() => { ${axe} })()`);
  return page.evaluate(async () => {
    const found = await globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"],
    });
    return found.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
}

/** Pixels by which the page is wider than its window. */
const beyond = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What can be pressed and is smaller than 24 by 24 pixels: not within a sentence, not within a label that is large enough. */
const small = (page) => page.evaluate(() => {
  const large = ({ width, height }) => width >= 24 && height >= 24;
  return [...document.querySelectorAll("a, button, input:not([type=hidden]), select, summary, textarea, [role=option], [tabindex='0']")]
    .filter((element) => element.checkVisibility() && !element.classList.contains("visually-hidden") && !element.classList.contains("skip"))
    .filter((element) => !large(element.getBoundingClientRect()))
    .filter((element) => !(element.closest("label") && large(element.closest("label").getBoundingClientRect())))
    .filter((element) => !(element.matches("a") && element.closest("p, dd, li")))
    .map((element) => `${element.tagName} ${element.id || element.textContent.trim().slice(0, 20)} ${Math.round(element.getBoundingClientRect().height)}`);
});

const press = (page, selector) => page.$eval(selector, (element) => element.click());
const go = async (page, view) => {
  await page.evaluate((view) => { location.hash = `#${view}`; }, view);
  await page.waitForSelector(`#${view}:not([hidden])`);
};
const unfold = (page) => page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
const type = async (page, field, text) => {
  await page.$eval(field, (input) => { input.value = ""; });
  await page.type(field, text);
};

/** The states in the order of one walk: what is done to come there. */
const states = [
  ["start", async () => {}],
  ["start: the menu of the work file", async (page) => { await press(page, "#work-button"); }],
  ["ceiling: empty", async (page) => { await page.keyboard.press("Escape"); await go(page, "ceiling"); }],
  ["ceiling: choosing a town", async (page) => { await page.type("#town-name", "山"); await page.waitForSelector("#town-options:not([hidden])"); }],
  ["ceiling: a wrong population", async (page) => { await page.keyboard.press("Escape"); await type(page, "#town-population", "ー"); }],
  ["procedures: empty", async (page) => { await go(page, "procedures"); }],
  ["procedures: a file without a table", async (page) => {
    await openFile(page, "#procedures-file", "空.csv", "\n");
    await page.waitForFunction(() => document.querySelector("#procedures-told").textContent !== "");
  }],
  ["regulations: empty", async (page) => { await go(page, "regulations"); }],
  ["regulations: a file that cannot be read", async (page) => {
    await openFile(page, "#opening-files", "例規.pdf", "%PDF-1.7");
    await page.waitForFunction(() => /PDFは読めません/u.test(document.querySelector("#opening-cards").textContent));
  }],
  ["regulations: a preview", async (page) => {
    await (await page.$("#opening-files")).uploadFile(projectFile("tests/golden/office_list_cp932.csv"));
    await page.waitForFunction(() => document.querySelectorAll("#opening-cards .opening-table").length > 0 || document.querySelectorAll(".opening-card").length > 1);
    await unfold(page);
  }],
  ["report: empty", async (page) => { await go(page, "report"); }],
  ["ceiling: sample, all unfolded", async (page) => { await go(page, "ceiling"); await press(page, "#ceiling-sample"); await press(page, "#several-groups button"); await unfold(page); }],
  ["ceiling: a wrong cost", async (page) => { await type(page, "#cost", "たくさん"); }],
  ["procedures: sample, all unfolded", async (page) => { await go(page, "procedures"); await press(page, "#procedures-sample"); await page.waitForSelector("#procedures-answer:not([hidden])"); await unfold(page); }],
  ["regulations: results", async (page) => {
    await go(page, "regulations");
    await press(page, "#review-sample");
    await page.waitForSelector("#review-list .row[data-position]");
    await atRest(page);
  }],
  ["regulations: a clause that is decided, all unfolded", async (page) => {
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("j");
    await page.waitForSelector("#clause-pane:not([hidden])");
    await page.keyboard.press("a");
    await unfold(page);
  }],
  ["regulations: what is reviewed", async (page) => { await press(page, "#clause-tab-review"); }],
  ["regulations: the menus of the desk", async (page) => { for (const menu of ["#export-button", "[data-menu=bulk]", "[data-menu=category-panel]", "#keys-button"]) await press(page, menu); }],
  ["regulations: the opening over the desk", async (page) => { await press(page, "#opening-open"); }],
  ["regulations: overview", async (page) => { await press(page, "#opening-close"); await go(page, "regulations-overview"); await unfold(page); }],
  ["work file: asked whether to discard", async (page) => {
    await openFile(page, "#work-file", "作業.json", "{\"ichimai\":1}");
    await page.waitForFunction(() => document.querySelector("#work-note").textContent !== "" || !document.querySelector("#work-discard").hidden);
  }],
  ["report: of all three tools", async (page) => { await go(page, "report"); }],
  ["about: self-check and diagnosis", async (page) => {
    await go(page, "about");
    await press(page, "#self-check");
    await page.waitForSelector("#self-check-result table");
    await press(page, "#diagnosis-make");
  }],
  ["manual", async (page) => { await go(page, "manual"); await page.waitForSelector("html[data-manual=painted]"); }],
  ["trouble", async (page) => { await page.$eval("#trouble", (panel) => { panel.hidden = false; }); }],
  ["a start that failed", async (page) => { await page.$eval("#cannot-start", (panel) => { panel.hidden = false; }); }],
];

/** Goes through all states and gives what `look` finds in each. */
async function walk(shared, width, look, prepare = async () => {}) {
  const page = await shared.open({ width });
  await prepare(page);
  const found = [];
  for (const [name, come] of states) {
    await come(page);
    for (const line of await look(page)) found.push(`${name}: ${line}`);
  }
  page.on("dialog", (dialog) => dialog.accept());
  await page.close();
  return found;
}

const tooWide = async (page) => { const pixels = await beyond(page); return pixels > 0 ? [`${pixels} px too wide`] : []; };

/** Spacing that a reader may set: nothing may be cut off because of it (WCAG 1.4.12). */
const spaceOut = (page) => page.evaluate(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [sheet];
});

/** Text that is cut off at the bottom; lines of the list show a beginning on purpose, the whole stands in the clause. */
const cutOff = (page) => page.evaluate(() => [...document.querySelectorAll("main *, header *, nav *")]
  .filter((element) => element.checkVisibility() && !element.closest(".row, .visually-hidden, .promise, .review-list, .clause-facts, .folded, textarea, select"))
  .filter((element) => getComputedStyle(element).overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1)
  .map((element) => `cut off: ${element.tagName} ${element.id || element.className}`));

inBrowsers("accessibility", (shared) => {
  // axe reads the same of both browsers; in Firefox one width is enough.
  for (const width of shared.name === "chromium" ? [1366, 400] : [400]) {
    it(`axe finds nothing in any state at ${width} px, and what is pressed is large enough`, async () => {
      assert.deepEqual(await walk(shared, width, async (page) => [...await findings(page), ...await small(page)]), []);
    });
  }

  for (const [what, width] of [["at 400 px", 400], ["at 200 % zoom of 1366 px", 683], ["at 400 % zoom of 1280 px", 320]]) {
    it(`nothing is wider than the screen in any state ${what}`, async () => {
      assert.deepEqual(await walk(shared, width, tooWide), []);
    });
  }

  it("nothing is cut off when a reader spaces the text out", async () => {
    assert.deepEqual(await walk(shared, 1366, async (page) => [...await tooWide(page), ...await cutOff(page)], spaceOut), []);
  });

  it("control: a fault of each kind is found", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await page.evaluate(() => {
      const [image, button, wide, cut] = ["img", "button", "p", "p"].map((tag) => document.querySelector("#ceiling").appendChild(document.createElement(tag)));
      image.tabIndex = -1;
      Object.assign(button.style, { width: "10px", height: "10px", padding: 0, minHeight: 0 });
      wide.style.width = "3000px";
      wide.textContent = "広い";
      Object.assign(cut.style, { height: "1em", overflow: "hidden" });
      cut.textContent = "長い文。".repeat(200);
    });
    const lines = await findings(page);
    assert.ok(lines.some((line) => line.startsWith("button-name")), String(lines));
    assert.equal((await small(page)).length, 1);
    assert.ok(await beyond(page) > 1000);
    assert.equal((await cutOff(page)).length, 1);
    await page.close();
  });
});
