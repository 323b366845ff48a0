// 100,000 clauses: counts are right, only lines in sight are in the page; the times are printed, not asserted.

import assert from "node:assert/strict";
import { it } from "node:test";
import { beginReading, cityList, go, largeList, nothingWrong, numbers, openFiles, press, settled, undecided, waitForShown, waitForUndecided } from "./desk.mjs";
import { atRest, eventually, inBrowsers, inMenu, textOf } from "./harness.mjs";

/** Bytes that all cores of the page and its workers may take together. */
const MEMORY = 500_000_000;

/** Begins to note the pauses of the page and, where the browser tells, its long tasks. */
const watch = (page) => page.evaluate(() => {
  globalThis.longest = 0;
  globalThis.tasks = [];
  let last = performance.now();
  setInterval(() => { const now = performance.now(); globalThis.longest = Math.max(globalThis.longest, now - last); last = now; }, 4);
  if (PerformanceObserver.supportedEntryTypes.includes("longtask")) {
    new PerformanceObserver((list) => { for (const task of list.getEntries()) globalThis.tasks.push(Math.round(task.duration)); }).observe({ type: "longtask" });
  }
});

/** What the page did since the last time: its longest pause and its tasks above 50 ms. */
const pauses = (page) => page.evaluate(() => {
  const told = `longest pause ${Math.round(globalThis.longest)} ms, tasks over 50 ms: ${globalThis.tasks.join(", ") || "none"}`;
  globalThis.longest = 0;
  globalThis.tasks = [];
  return told;
});

/** Times from the key to the changed line and to the next picture, in ms, sorted. */
const decisionTimes = (page) => page.evaluate(async () => {
  const times = [];
  for (let turn = 0; turn < 15; turn += 1) {
    const before = document.querySelector(".row[aria-selected=true]").textContent;
    const start = performance.now();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: turn % 2 ? "x" : "a", bubbles: true }));
    if (document.querySelector(".row[aria-selected=true]").textContent === before) throw new Error("the decision is not shown at once");
    times.push(performance.now() - start);
    do await new Promise(requestAnimationFrame); while (document.documentElement.hasAttribute("data-busy"));
  }
  return times.sort((one, other) => one - other);
});

/** Bytes of the wasm memories of the page and its workers, where the test can look into them. */
async function memory(page) {
  const own = () => wasm_bindgen.initSync().memory.buffer.byteLength;
  const all = await Promise.all([page, ...page.workers()].map((place) => place.evaluate(own)));
  const heap = await page.evaluate(() => performance.memory.usedJSHeapSize);
  return { wasm: all.reduce((sum, bytes) => sum + bytes), heap };
}

inBrowsers("review desk at 100,000 clauses", (shared) => {
  it("every row is classified, and lines, filters, decisions and bulk decisions still answer", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    const path = await largeList(shared.browser.downloads, 100_000);
    const say = async (what, since) => console.log(`${shared.name}: ${what} after ${Date.now() - since} ms; ${await pauses(page)}`);
    await watch(page);
    let since = Date.now();
    await beginReading(page, path);
    await page.waitForSelector("#review-list .row[data-position]", { timeout: 60_000 });
    await say("first rows (with the look at the file)", since);
    await settled(page);
    await say("all results", since);
    const [, clauses, flagged, , open] = await numbers(page);
    assert.ok(clauses > 99_000, `${clauses} clauses`);

    since = Date.now();
    const last = await page.$eval(".row[aria-setsize]", (row) => row.getAttribute("aria-setsize"));
    for (let turn = 0; turn < 60; turn += 1) {
      await page.$eval("#review-list", (list, top) => { list.scrollTop = top; }, turn * 997);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await page.$eval("#review-list", (list) => { list.scrollTop = list.scrollHeight; });
    await page.waitForFunction((last) => document.querySelector(`.row[aria-posinset="${last}"]`), {}, last);
    assert.ok((await page.$$(".row")).length < 60);
    await say("scrolled", since);

    since = Date.now();
    await page.type("#filter-words", "検査");
    await page.waitForFunction((all) => document.querySelector("#review-count").textContent !== all, {}, `${flagged.toLocaleString("ja-JP")}条項を表示`);
    await page.waitForFunction(() => {
      const count = document.querySelector("#review-count").textContent.match(/[\d,]+/u)[0];
      return document.querySelector("#announcement").textContent === `${count}条項を表示しています。`;
    });
    await say("typed and filtered", since);
    await page.$eval("#filter-words", (input) => input.blur());

    await go(page, "n");
    await pauses(page);
    const times = await decisionTimes(page);
    console.log(`${shared.name}: a decision is shown after ${times[7].toFixed(1)} ms (median of 15, longest ${times[14].toFixed(1)} ms); ${await pauses(page)}`);
    await press(page, "u");

    await page.click("#filter-reset");
    await waitForShown(page, flagged);
    since = Date.now();
    await inMenu(page, "#bulk-shown");
    await waitForUndecided(page, 0);
    await say("all decided in bulk", since);
    for (let turn = 0; turn < 20 && (await undecided(page)) !== open; turn += 1) {
      await press(page, "u");
      await atRest(page);
    }
    assert.equal(await undecided(page), open);
    if (shared.name === "chromium") {
      const { wasm, heap } = await memory(page);
      console.log(`${shared.name}: ${(wasm / 1e6).toFixed(0)} MB in wasm memories, ${(heap / 1e6).toFixed(0)} MB in the page's heap`);
      assert.ok(wasm + heap < MEMORY, `${wasm + heap} bytes`);
    }
    await nothingWrong(page);
    await page.close();
  });

  it("classification is stopped and goes on, and reading is cancelled without loss", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await openFiles(page, cityList);
    await go(page, "n");
    const before = await undecided(page);
    await press(page, "a");
    await eventually("the decision", async () => await undecided(page) < before);
    const left = await undecided(page);
    const path = await largeList(shared.browser.downloads, 100_000);
    const stopWhen = async (part) => {
      await page.evaluate((part) => {
        const watcher = setInterval(() => {
          if (!document.querySelector("#review-progress").hidden && document.querySelector("#review-progress-text").textContent.includes(part)) {
            clearInterval(watcher);
            document.querySelector("#review-stop").click();
          }
        }, 1);
      }, part);
      await beginReading(page, path);
    };

    await stopWhen("ファイルを読み込んでいます");
    await page.waitForSelector("#opening-progress[hidden]", { timeout: 60_000 });
    await settled(page);
    assert.equal((await numbers(page))[1], 6315);
    assert.equal(await undecided(page), left);

    await stopWhen("件を分類しました");
    await page.waitForSelector("#review-go-on:not([hidden])", { timeout: 60_000 });
    assert.match(await textOf(page, "#review-progress-text"), /残りは分類していません/u);
    const [, part] = await numbers(page);
    assert.ok(part < 99_000, `${part} classified`);
    await page.click("#review-go-on");
    await settled(page);
    const [, whole] = await numbers(page);
    assert.ok(whole > 99_000, `${whole} classified`);
    await nothingWrong(page);
    await page.close();
  });
});
