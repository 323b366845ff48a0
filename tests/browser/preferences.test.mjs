// What a reader or a system asks for is followed: forced colours, less motion, print in black and white.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { it } from "node:test";
import { atRest, inBrowsers, output } from "./harness.mjs";
import { brokenWords } from "./paper.mjs";

const press = (page, selector) => page.$eval(selector, (element) => element.click());

/** A page on which all three tools hold their samples, one clause is decided, and everything is unfolded. */
async function filled(shared, features) {
  const page = await shared.open();
  if (features) await (await page.createCDPSession()).send("Emulation.setEmulatedMedia", { features });
  await press(page, "#ceiling-sample");
  await press(page, "[data-tab=procedures]");
  await press(page, "#procedures-sample");
  await press(page, "[data-tab=regulations]");
  await press(page, "#review-sample");
  await page.waitForSelector("#review-list .row[data-position]");
  await atRest(page);
  await page.keyboard.press("j");
  await page.waitForSelector("#clause-pane:not([hidden])");
  await page.keyboard.press("a");
  await page.waitForSelector(".chip-applies");
  return page;
}

const close = async (page) => { page.on("dialog", (dialog) => dialog.accept()); await page.close(); };

/** The element's look, as far as forced colours leave it. */
const look = (page, selector) => page.$eval(selector, (element) => {
  const { borderTopStyle, borderTopWidth, outlineStyle, textDecorationLine, backgroundColor, color, fill } = getComputedStyle(element);
  return { border: borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0, outline: outlineStyle !== "none", underlined: textDecorationLine.includes("underline"), backgroundColor, color, fill };
});

inBrowsers("forced colours", (shared) => {
  it("leave every mark to be told apart without colours of the page", async () => {
    const page = await filled(shared, [{ name: "forced-colors", value: "active" }]);
    assert.equal(await page.evaluate(() => matchMedia("(forced-colors: active)").matches), true);
    assert.ok((await look(page, ".evidence")).underlined, "evidence");
    assert.ok((await look(page, ".chip-applies")).border, "chip");
    assert.ok((await look(page, ".row[aria-selected=true]")).outline, "selected row");
    assert.ok((await look(page, "[data-tab=regulations]")).border, "current tab");
    for (const selector of [".button", ".button-second", ".notice"]) assert.ok((await look(page, selector)).border, selector);
    await page.screenshot({ path: join(output, "forced-colours-regulations.png") });
    await press(page, "[data-tab=procedures]");
    assert.ok((await look(page, ".state-online")).outline, "state");
    await page.screenshot({ path: join(output, "forced-colours-procedures.png") });
    await press(page, "[data-tab=ceiling]");
    await page.focus("#cost");
    assert.ok((await look(page, "#cost")).outline, "focus");
    const [axis, text] = [await look(page, ".chart .own"), await look(page, ".chart text")];
    assert.notEqual(axis.fill, text.fill, "the own point is not filled like text");
    await page.screenshot({ path: join(output, "forced-colours-ceiling.png"), fullPage: true });
    await close(page);
  });
}, ["chromium"]);

inBrowsers("less motion", (shared) => {
  const moving = (page) => page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => {
    const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
    const lasts = (durations) => durations.split(",").some((duration) => parseFloat(duration) > 0);
    return lasts(transitionDuration) || lasts(animationDuration) || scrollBehavior === "smooth";
  }).length);

  it("is what the page does anyhow: nothing moves by itself, and a transition would be switched off", async () => {
    const page = await filled(shared);
    assert.equal(await moving(page), 0);
    const slow = () => page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(".button { transition: color 2s }");
      document.adoptedStyleSheets = [sheet];
    });
    await slow();
    assert.ok(await moving(page) > 0, "control: a transition is found");
    await (await page.createCDPSession()).send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value: "reduce" }] });
    assert.equal(await moving(page), 0);
    await close(page);
  });
}, ["chromium"]);

inBrowsers("words on paper", (shared) => {
  it("are broken by no column, and the control finds those that are", async () => {
    const page = await filled(shared);
    await press(page, "[data-tab=report]");
    await page.waitForFunction(() => document.querySelector("#paper").textContent.includes("見本町公園条例"), { timeout: 5_000 });
    assert.deepEqual(await brokenWords(page), []);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("#paper table * { word-break: break-all !important; overflow-wrap: anywhere !important }");
      document.adoptedStyleSheets = [sheet];
    });
    assert.ok((await brokenWords(page)).length > 5, "control: columns that break words are found");
    await close(page);
  });
}, ["chromium"]);

inBrowsers("print in black and white", (shared) => {
  /** The words of the report on paper; its pages stay in `out/` as grey pictures, for people to look at. */
  const greyPages = async (page) => {
    const path = join(output, "report-grey.pdf");
    await writeFile(path, await page.pdf({ format: "A4", printBackground: false, preferCSSPageSize: true }));
    execFileSync("pdftoppm", ["-gray", "-png", "-r", "90", path, path.replace(".pdf", "")]);
    return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  };

  it("keeps the marks of states, verdicts and evidence as words and signs", async () => {
    const page = await filled(shared);
    await press(page, "[data-tab=report]");
    await page.waitForFunction(() => document.querySelector("#paper").textContent.includes("見本町公園条例"), { timeout: 5_000 });
    const words = await greyPages(page);
    for (const word of ["該当", "非該当", "要確認", "未判定", "公開済", "65,713,600"]) assert.ok(words.includes(word), word);
    await page.emulateMediaType("print");
    const coloured = await page.$$eval("#paper *", (all) => all.filter((element) => {
      const grey = (colour) => { const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/gu).map(Number); return alpha === 0 || Math.max(red, green, blue) - Math.min(red, green, blue) < 8; };
      const { color } = getComputedStyle(element);
      const [red, green, blue] = color.match(/[\d.]+/gu).map(Number);
      // What has a colour must be dark enough on white paper: 4.5 to 1.
      const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      const light = 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
      return !grey(color) && 1.05 / (light + 0.05) < 4.5;
    }).map((element) => element.className));
    assert.deepEqual(coloured, []);
    const signs = new Set(await page.$$eval("#paper .state", (all) => all.map((state) => state.textContent)));
    assert.ok(signs.size >= 4 && !signs.has(""), `states are told apart by their signs: ${[...signs]}`);
    await close(page);
  });
}, ["chromium"]);
