// The page starts by itself from a file, paints first, and says so when it cannot start.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { inBrowsers, pageAddress, textOf } from "./harness.mjs";

const pageText = () => readFile(fileURLToPath(pageAddress), "utf8");

/** Opens a changed copy of the page without waiting for it to be ready. */
async function openCopy(browser, change, prepare = async () => {}) {
  const folder = await mkdtemp(join(tmpdir(), "ichimai-copy-"));
  const copy = join(folder, "copy.html");
  await writeFile(copy, change(await pageText()));
  const page = await browser.newPage();
  await prepare(page);
  await page.goto(pathToFileURL(copy).href, { waitUntil: "load" });
  return { page, dispose: async () => { await page.close(); await rm(folder, { recursive: true }); } };
}

inBrowsers("start", (shared) => {
  it("is ready from a file, without an error, on the first view", async () => {
    const page = await shared.open();
    assert.deepEqual(page.errors, []);
    assert.equal(await textOf(page, "main section:not([hidden]) h1"), "三つのことを、このパソコンの中だけで点検します");
    assert.equal(await page.$eval("#starting", (element) => element.hidden), true);
    await page.close();
  });

  it("says in one line what it is, and its cards tell the truth and lead to the samples", async () => {
    const page = await shared.open();
    assert.equal(await textOf(page, ".purpose"), "補助金の上限額・27手続・アナログ規制を、このパソコンの中だけで点検します");
    const told = (card) => textOf(page, `[data-card=${card}] .start-answer[data-fresh]`);
    const [money, procedures] = [await told("ceiling"), await told("procedures")];
    await page.click("[data-sample=ceiling-sample]");
    await page.waitForSelector("#ceiling-result:not([hidden])");
    assert.equal(await page.$eval("#ceiling", (view) => view.hidden), false);
    assert.ok(money.includes(await textOf(page, "#ceiling-cards .amount")), money);
    await page.click(".brand");
    await page.click("[data-sample=procedures-sample]");
    await page.waitForSelector("#procedures-answer:not([hidden])");
    assert.ok(procedures.includes(await textOf(page, "#procedures-count")), procedures);
    const left = 27 - Number((await textOf(page, "#procedures-count")).split(" ")[0]);
    const asked = Number((await textOf(page, "#procedures-asked-count")).match(/\d+/u)[0]);
    assert.ok(procedures.includes(`未対応${left}、うち確認が必要${asked}`), `${procedures} ${left} ${asked}`);
    await page.click(".brand");
    assert.equal(await textOf(page, "[data-card=procedures] [data-begun] [data-slot=state]"), "17/27");
    assert.match(await textOf(page, "[data-card=procedures] .button"), /続きから/u);
    await page.click("[data-sample=review-sample]");
    await page.waitForSelector("#review-list .row[data-position]");
    assert.equal(await page.$eval("#regulations", (view) => view.hidden), false);
    assert.deepEqual(page.errors, []);
    page.on("dialog", (dialog) => dialog.accept());
    await page.close();
  });

  it("starts whatever the text of the packed module is filled up with", async () => {
    const filled = (text) => text.replace(/(id="unpacking"[^>]*>)([^<]*)</u, (_, begin, packed) => `${begin}${packed}\u0100\u0100<`);
    const { page, dispose } = await openCopy(shared.browser, filled);
    await page.waitForSelector("html[data-state=ready]");
    await dispose();
  });

  it("paints before the core is there", async () => {
    const page = await shared.open();
    const [painted, compiled] = await page.evaluate(() => {
      const start = (name) => performance.getEntriesByName(name)[0]?.startTime;
      return [start("first-contentful-paint") ?? start("first-paint"), start("ichimai-compiled")];
    });
    // Firefox tells first-contentful-paint too; a browser that tells none would make this check empty.
    assert.ok(Number.isFinite(painted) && Number.isFinite(compiled), `${painted} ${compiled}`);
    assert.ok(painted <= compiled, `painted at ${painted} ms, compiled at ${compiled} ms`);
    await page.close();
  });

  it("makes of the views what a browser reads from their markup", async () => {
    const page = await shared.open();
    const told = await page.evaluate(() => {
      const main = document.getElementById("main");
      const templates = [...main.querySelectorAll("template")];
      return {
        empty: templates.filter((template) => !template.content.firstElementChild).map((template) => template.id),
        strange: [...main.querySelectorAll("*")].filter((element) => element instanceof HTMLUnknownElement).map((element) => element.localName),
        drawn: [...main.querySelectorAll("svg, svg *")].filter((element) => !(element instanceof SVGElement)).map((element) => element.localName),
        count: templates.length,
      };
    });
    assert.ok(told.count > 20, `${told.count} templates`);
    assert.deepEqual({ ...told, count: 0 }, { empty: [], strange: [], drawn: [], count: 0 });
    await page.close();
  });

  it("follows the address to a view, and Back returns", async () => {
    const page = await shared.open({ fragment: "#about" });
    assert.equal(await textOf(page, "main section:not([hidden]) h1"), "このページについて");
    await page.click("[data-tab=ceiling]");
    assert.equal(await textOf(page, "main section:not([hidden]) h1"), "上限額");
    assert.equal(await page.evaluate(() => document.activeElement.id), "ceiling-title");
    await page.goBack();
    assert.equal(await textOf(page, "main section:not([hidden]) h1"), "このページについて");
    await page.close();
  });

  it("says what is missing in a browser that is too old", async () => {
    const { page, dispose } = await openCopy(shared.browser, (text) => text, (page) =>
      page.evaluateOnNewDocument(() => { delete globalThis.DecompressionStream; }));
    await page.waitForSelector("#cannot-start:not([hidden])");
    assert.match(await textOf(page, "#cannot-start"), /必要な機能がありません.*DecompressionStream/u);
    await dispose();
  });

  it("says that the file is damaged when the core is cut off", async () => {
    const damage = (text) => text.replace(/(id="core"[^>]*>)([^<]{1000})[^<]*/u, "$1$2");
    const { page, dispose } = await openCopy(shared.browser, damage);
    await page.waitForSelector("#cannot-start:not([hidden])");
    assert.match(await textOf(page, "#cannot-start"), /途中で切れているか、書き換えられている/u);
    await dispose();
  });

  it("does not run a script that was changed", async () => {
    const { page, dispose } = await openCopy(shared.browser, (text) => text.replace('"use strict";', '"use strict" ;'));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal(await page.evaluate(() => document.documentElement.dataset.state), undefined);
    await dispose();
  });
});

inBrowsers("start without scripts", (shared) => {
  it("tells the officer to allow scripts", async () => {
    const { page, dispose } = await openCopy(shared.browser, (text) => text, (page) => page.setJavaScriptEnabled(false));
    const shown = await page.$eval("noscript", (element) => element.textContent);
    assert.match(shown, /JavaScriptが無効/u);
    await dispose();
  });
}, ["chromium"]);
