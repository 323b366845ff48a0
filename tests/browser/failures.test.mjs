// What the page says and does when something fails: at each stage of the start, in the worker, in an event. Never a blank page.

import assert from "node:assert/strict";
import { it } from "node:test";
import { copyOf } from "./copies.mjs";
import { inBrowsers, openFile, openPage, pageAddress, textOf } from "./harness.mjs";

const trap = (error) => (boot) => boot.replace("wasm_bindgen.answer(call, input, tell)", `(() => { throw new ${error}; })()`);

/** Stages of the start: what is changed, what the page says of it. */
const starts = [
  ["the browser has no WebAssembly", { missing: "WebAssembly" }, /必要な機能がありません.*WebAssembly/u],
  ["the browser has no Worker", { missing: "Worker" }, /必要な機能がありません.*Worker/u],
  ["the binding script is gone", { text: (page) => page.replace(/<script id="glue">[\s\S]*?<\/script>/u, "") }, /書き換えられている可能性.*wasm_bindgen/u],
  ["the core is empty", { text: (page) => page.replace(/(id="core"[^>]*>)[^<]*/u, "$1") }, /途中で切れているか、書き換えられている/u],
  ["the core is not wasm", { boot: (boot) => boot.replace("WebAssembly.compile(module)", "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 9]))") }, /書き換えられている可能性.*CompileError/u],
  ["compiling is forbidden", { policy: (policy) => policy.replace(" 'wasm-unsafe-eval'", "") }, /書き換えられている可能性/u],
  ["a field that the program needs is gone", { text: (page) => page.replace('id="town"', 'id="lost"') }, /書き換えられている可能性.*#town/u],
  ["the policy was taken out", { text: (page) => page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, "") }, /書き換えられている可能性.*Content-Security-Policy/u],
];

async function openCopy(shared, { missing, ...change }) {
  const copy = missing ? { address: undefined, remove: () => {} } : await copyOf(change);
  const page = await shared.browser.newPage();
  if (missing) await page.evaluateOnNewDocument((name) => { delete globalThis[name]; }, missing);
  await page.goto(copy.address ?? pageAddress, { waitUntil: "load" });
  return { page, close: async () => { await page.close(); await copy.remove(); } };
}

inBrowsers("a start that fails", (shared) => {
  for (const [what, change, said] of starts) {
    it(`says so and what to do when ${what}`, async () => {
      const { page, close } = await openCopy(shared, change);
      await page.waitForSelector("#cannot-start:not([hidden])");
      const words = await textOf(page, "#cannot-start");
      assert.match(words, said);
      assert.match(words, /Edge・Chrome・Firefoxの新しい版で開いてください.*システム担当か.*配布元にお問い合わせください/u);
      assert.equal(await page.$eval("#starting", (element) => element.hidden), true);
      await close();
    });
  }

  for (const [what, text] of [
    ["line ends were rewritten", (page) => page.replaceAll("\n", "\r\n")],
    ["a byte order mark was put before it", (page) => `\uFEFF${page}`],
    ["a comment was put into its markup", (page) => page.replace("<body>", "<body><!-- 検査済み -->")],
    ["a script of another was added, which does not run", (page) => page.replace("</body>", "<script>document.title = '改';</script></body>")],
  ]) {
    it(`does not come when ${what}`, async () => {
      const { page, close } = await openCopy(shared, { text });
      await page.waitForSelector("html[data-state=ready]", { timeout: 10_000 });
      assert.equal(await page.title(), "三つのことを、このパソコンの中だけで点検します – 一枚点検");
      await close();
    });
  }

  it("says after a while what may be wrong when the start-up script was taken out", async () => {
    const { page, close } = await openCopy(shared, { text: (text) => text.replace(/<script id="boot">[\s\S]*?<\/script>/u, "") });
    const late = () => page.$eval(".start-late", (element) => getComputedStyle(element).visibility);
    assert.equal(await late(), "hidden");
    await page.waitForFunction(() => getComputedStyle(document.querySelector(".start-late")).visibility === "visible", { timeout: 10_000 });
    assert.match(await textOf(page, ".start-late"), /止められている可能性.*開き直してください/u);
    await close();
  });
});

const list = "団体名,人口\n光市,50000\n";

/** What needs the worker: how it is started, where the page tells of the failure, what it says. */
const calls = [
  ["a list of towns", "ceiling", (page) => openFile(page, "#several-file", "一覧.csv", list), "#several-notes", /読み込めませんでした.*ほかの入力は残っています.*お試しください/u],
  ["a list of procedures", "procedures", (page) => openFile(page, "#procedures-file", "手続.csv", "手続名\n児童手当\n"), "#procedures-told", /読み込めませんでした.*ほかの入力は残っています/u],
  ["a list of clauses", "regulations", (page) => openFile(page, "#opening-files", "例規.csv", "例規名,条項,本文\nあ,第1条,検査する。\n"), "#opening-cards", /処理が止まりました.*メモリが足りない可能性.*分けて開いて/u],
  ["the sample of clauses", "regulations", (page) => page.click("#review-sample"), "#review-lost", /処理が止まりました.*判定は残っています.*作業ファイルを保存し/u],
];

inBrowsers("a worker that fails", (shared) => {
  const failures = [
    ["traps", { boot: trap('WebAssembly.RuntimeError("unreachable")') }],
    ["runs out of memory", { boot: trap('RangeError("Out of memory")') }],
    ["cannot be started", { policy: (policy) => policy.replace("worker-src blob:", "worker-src 'none'") }],
  ];
  for (const [how, change] of failures) {
    for (const [what, view, start, place, said] of calls) {
      it(`that ${how} at ${what} is told, and the page goes on`, async () => {
        const copy = await copyOf(change);
        const page = await openPage(shared.browser, { address: `${copy.address}#${view}` });
        await start(page);
        await page.waitForFunction((place, said) => {
          const element = document.querySelector(place);
          return !element.hidden && new RegExp(said, "u").test(element.textContent.replace(/\s+/gu, " "));
        }, { timeout: 10_000 }, place, said.source);
        await page.evaluate(() => { location.hash = "#ceiling"; });
        await page.$eval("#ceiling-sample", (button) => button.click());
        assert.match(await textOf(page, "#ceiling-cards .amount"), /円$/u);
        await page.evaluate(() => { location.hash = "#about"; });
        await page.$eval("#diagnosis-make", (button) => button.click());
        const noted = await page.$eval("#diagnosis-text", (field) => field.value);
        assert.match(noted, /エラー：[1-9]\d*件\n- worker: /u);
        assert.doesNotMatch(noted, /光市|児童手当|検査/u);
        page.on("dialog", (dialog) => dialog.accept());
        await page.close();
        await copy.remove();
      });
    }
  }
});

inBrowsers("a worker that neither answers nor fails", (shared) => {
  it("is noticed after a while, offered to be replaced, and what waited is told", async () => {
    const page = await openPage(shared.browser, {
      address: `${pageAddress}#ceiling`,
      prepare: () => {
        const post = Worker.prototype.postMessage;
        globalThis.mute = true;
        Worker.prototype.postMessage = function postMessage(message) { if (message.core || !globalThis.mute) post.call(this, message); };
      },
    });
    await openFile(page, "#several-file", "一覧.csv", list);
    assert.equal(await page.$eval("#silent", (notice) => notice.hidden), true);
    await page.evaluate(() => { const { now } = Date; Date.now = () => now() + 30_000; });
    await page.waitForSelector("#silent:not([hidden])", { timeout: 10_000 });
    await page.click("#silent-wait");
    assert.equal(await page.$eval("#silent", (notice) => notice.hidden), true);
    await page.evaluate(() => { const { now } = Date; Date.now = () => now() + 30_000; globalThis.mute = false; });
    await page.waitForSelector("#silent:not([hidden])", { timeout: 10_000 });
    await page.click("#silent-replace");
    await page.waitForFunction(() => /読み込めませんでした/u.test(document.querySelector("#several-notes").textContent));
    await openFile(page, "#several-file", "一覧.csv", list);
    await page.waitForFunction(() => /光市/u.test(document.querySelector("#several-result").textContent));
    assert.deepEqual(page.errors, []);
    page.on("dialog", (dialog) => dialog.accept());
    await page.close();
  });
});

inBrowsers("the same work in two tabs", (shared) => {
  it("is said in the second, and no longer when the first is closed", async () => {
    const [first, second] = [await shared.open({ fragment: "#regulations" }), await shared.open({ fragment: "#regulations" })];
    for (const page of [first, second]) {
      await page.bringToFront();
      await openFile(page, "#opening-files", "例規.csv", "例規名,条項,本文\nあ,第1条,職員は、立入検査をすることができる。\n");
      await page.waitForSelector("#opening-read:not([disabled])");
      await page.$eval("#opening-read", (button) => button.click());
      await page.waitForSelector("#review-results:not([hidden])");
    }
    await second.waitForSelector("#review-twin:not([hidden])", { timeout: 10_000 });
    assert.equal(await first.$eval("#review-twin", (notice) => notice.hidden), true);
    await first.close();
    await second.waitForSelector("#review-twin[hidden]", { timeout: 10_000 });
    assert.deepEqual(second.errors, []);
    await second.close();
  });
});

inBrowsers("an event that fails", (shared) => {
  it("is told with what to do, and kept for the diagnosis without the words of the officer", async () => {
    const page = await shared.open();
    await page.$eval("#ceiling-sample", (button) => button.click());
    await page.evaluate(() => { document.querySelector("#ceiling-chart").id = "法令の条文"; });
    await page.$eval("#chart-programme", (select) => { select.dispatchEvent(new Event("change", { bubbles: true })); });
    await page.waitForSelector("#trouble:not([hidden])");
    assert.match(await textOf(page, "#trouble"), /問題が起きました.*保存.*開き直す.*#ceiling-chart is missing/u);
    await page.click("#trouble-close");
    assert.equal(await page.$eval("#trouble", (panel) => panel.hidden), true);
    await page.click("[data-tab=about]");
    await page.click("#diagnosis-make");
    const text = await page.$eval("#diagnosis-text", (field) => field.value);
    assert.match(text, /版（[0-9a-z]+）\nブラウザ：Mozilla.*\n画面：\d+×\d+.*\n上限額：入力あり\n27手続：未着手\nアナログ規制：未着手\n[^]*エラー：1件\n- #ceiling-chart is missing/u);
    assert.doesNotMatch(text, /光市|50,?892|条文/u);
    page.on("dialog", (dialog) => dialog.accept());
    await page.close();
  });
});
