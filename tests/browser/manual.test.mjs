// 使い方: reached from each tool, painted under the strict policy, and its pictures can be made again.

import assert from "node:assert/strict";
import { it } from "node:test";
import { deflateSync } from "node:zlib";
import { encode, pictures, take } from "./pictures.mjs";
import { inBrowsers } from "./harness.mjs";

const painted = (page) => page.waitForSelector("html[data-manual=painted]", { timeout: 10_000 });

inBrowsers("manual", (shared) => {
  for (const [view, title] of [["ceiling", "1 上限額の使い方"], ["procedures", "2 27手続の使い方"], ["regulations", "3 アナログ規制の使い方"]]) {
    it(`is reached from ${view} with the keyboard, at its part, and Back returns`, async () => {
      const page = await shared.open({ fragment: `#${view}` });
      await page.focus(`#${view} .view-head a`);
      await page.keyboard.press("Enter");
      await painted(page);
      assert.equal(await page.evaluate(() => document.activeElement.textContent), title);
      const top = await page.$eval(`#manual-${view}`, (part) => part.getBoundingClientRect().top);
      assert.ok(top >= 0 && top < 768, `${top}`);
      await page.goBack();
      assert.equal(await page.$eval(`#${view}`, (element) => element.hidden), false);
      await page.close();
    });
  }

  it("has five steps for each tool and for asking the sections, and each step a painted picture with its words", async () => {
    const page = await shared.open({ fragment: "#manual" });
    await painted(page);
    const steps = await page.$$eval(".manual-steps", (lists) => lists.map((list) => list.children.length));
    assert.deepEqual(steps, [5, 5, 5, 5]);
    const blank = await page.$$eval(".manual-steps li", (all) => all.filter((step) => {
      const canvas = step.querySelector("canvas");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Set(new Uint32Array(data.buffer));
      return colours.size < 4 || canvas.getAttribute("role") !== "img" || canvas.getAttribute("aria-label").length < 8;
    }).map((step) => step.textContent));
    assert.deepEqual(blank, []);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  it("prints itself, not the report, when it is shown", { skip: shared.name === "firefox" }, async () => {
    const page = await shared.open({ fragment: "#manual" });
    await page.emulateMediaType("print");
    const display = (selector) => page.$eval(selector, (element) => getComputedStyle(element).display);
    assert.deepEqual([await display("#manual"), await display("#report")], ["block", "none"]);
    await page.evaluate(() => { location.hash = "#ceiling"; });
    await page.waitForFunction(() => getComputedStyle(document.querySelector("#report")).display === "block");
    assert.equal(await display("#manual"), "none");
    await page.close();
  });
});

inBrowsers("pictures of the manual", (shared) => {
  it("can each be made again from the page as it is", async () => {
    for (const picture of pictures) {
      const made = await take(shared.browser, picture);
      assert.ok(made.width > 200 && made.height > 30 && made.height < 400, `${picture[0]} ${made.width}×${made.height}`);
      assert.ok(deflateSync(encode(made)).length < 8_000, picture[0]);
    }
  });
}, ["chromium"]);
