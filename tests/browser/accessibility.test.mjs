// axe finds nothing in any view, wide or narrow, empty or filled.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { it } from "node:test";
import { inBrowsers } from "./harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds, as short lines. */
async function findings(page) {
  await page.evaluate(`${axe}; undefined`);
  return page.evaluate(async () => {
    const found = await globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return found.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
}

const views = ["ceiling", "procedures", "regulations", "report", "about"];

inBrowsers("accessibility", (shared) => {
  for (const width of [1366, 400]) {
    for (const view of views) {
      it(`axe finds nothing in an empty ${view} at ${width} px`, async () => {
        const page = await shared.open({ fragment: `#${view}`, width });
        assert.deepEqual(await findings(page), []);
        await page.close();
      });
    }
  }

  it("axe finds nothing in a filled ceiling and its report", async () => {
    const page = await shared.open();
    await page.click("#ceiling-sample");
    await page.click("#several-groups button");
    await page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
    assert.deepEqual(await findings(page), []);
    await page.click("[data-tab=report]");
    assert.deepEqual(await findings(page), []);
    await page.close();
  });

  it("axe finds nothing while a town is being chosen or an entry is wrong", async () => {
    const page = await shared.open();
    await page.type("#town-name", "山");
    assert.deepEqual(await findings(page), []);
    await page.keyboard.press("Escape");
    await page.type("#town-population", "ー");
    assert.deepEqual(await findings(page), []);
    await page.close();
  });

  it("axe finds nothing after the self-check", async () => {
    const page = await shared.open({ fragment: "#about" });
    await page.click("#self-check");
    await page.waitForSelector("#self-check-result table");
    assert.deepEqual(await findings(page), []);
    await page.close();
  });

  it("nothing is wider than a narrow screen", async () => {
    const page = await shared.open({ width: 400 });
    await page.click("#ceiling-sample");
    for (const view of views) {
      await page.click(`[data-tab=${view}]`);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(beyond <= 0, `${view} is ${beyond} px too wide`);
    }
    await page.close();
  });
});
