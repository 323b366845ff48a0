// What a policy cannot forbid is never used: every such way is watched while all three tools are gone through.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { it } from "node:test";
import { fileURLToPath } from "node:url";
import { atRest, inBrowsers, pageAddress, saved } from "./harness.mjs";

/** Runs before the page: notes each use of what leads out or keeps, and does nothing instead. */
function watch() {
  globalThis.used = [];
  const note = (name) => { globalThis.used.push(name); };
  const hear = (owner, name, label) => { if (owner && name in owner) owner[name] = () => { note(label); }; };
  const hearGetter = (owner, name) => {
    if (owner && name in owner) Object.defineProperty(owner, name, { configurable: true, get() { note(name); return undefined; }, set() { note(name); } });
  };
  hear(globalThis, "open", "open");
  for (const name of ["RTCPeerConnection", "WebTransport", "BroadcastChannel", "SharedWorker", "Notification"]) {
    if (name in globalThis) globalThis[name] = class { constructor() { note(name); } };
  }
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) hearGetter(globalThis, name);
  hearGetter(Document.prototype, "cookie");
  for (const name of ["clipboard", "storage", "serviceWorker", "geolocation", "mediaDevices"]) hearGetter(Navigator.prototype, name);
  hear(Navigator.prototype, "share", "share");
  hear(Document.prototype, "execCommand", "execCommand");
  for (const name of ["pushState", "replaceState"]) hear(History.prototype, name, name);
}

const ways = {
  open: () => { open("about:blank"); },
  RTCPeerConnection: () => { new RTCPeerConnection(); },
  BroadcastChannel: () => { new BroadcastChannel("x"); },
  SharedWorker: () => { new SharedWorker("x"); },
  localStorage: () => { localStorage?.setItem("a", "b"); },
  sessionStorage: () => { sessionStorage?.setItem("a", "b"); },
  indexedDB: () => { indexedDB?.open("a"); },
  cookie: () => { document.cookie = "a=b"; },
  execCommand: () => { document.execCommand("copy"); },
  pushState: () => { history.pushState({}, ""); },
  replaceState: () => { history.replaceState({}, ""); },
  // Browsers offer these to pages from a file as well, or not at all; then there is nothing to use.
  caches: () => { if ("caches" in globalThis) caches?.open("a"); else globalThis.used.push("caches"); },
  clipboard: () => { if ("clipboard" in navigator) navigator.clipboard?.writeText("a"); else globalThis.used.push("clipboard"); },
  storage: () => { if ("storage" in navigator) navigator.storage?.getDirectory(); else globalThis.used.push("storage"); },
};

async function watched(shared, fragment = "") {
  const page = await shared.browser.newPage();
  const left = [];
  await page.evaluateOnNewDocument(watch);
  await page.setViewport({ width: 1366, height: 768 });
  await page.goto(pageAddress + fragment, { waitUntil: "load" });
  await page.waitForSelector("html[data-state=ready]", { timeout: 60_000 });
  page.on("framenavigated", (frame) => { if (!frame.url().startsWith(pageAddress)) left.push(frame.url()); });
  shared.browser.on("targetcreated", (target) => { if (target.type() === "page") left.push(target.url()); });
  return Object.assign(page, { left });
}

/** Goes through the three tools, the papers and the files, as an officer would. */
async function goThrough(shared, page) {
  const press = (selector) => page.$eval(selector, (button) => button.click());
  await press("#ceiling-sample");
  await page.waitForSelector("#ceiling-result:not([hidden])");
  await saved(shared.browser, () => press("#ceiling-csv"));
  await press("[data-tab=procedures]");
  await press("#procedures-sample");
  await page.waitForSelector("#procedures-answer:not([hidden])");
  await saved(shared.browser, () => press("#procedures-csv"));
  await press("[data-tab=regulations]");
  await press("#review-sample");
  await page.waitForSelector("#review-list .row[data-position]");
  await atRest(page);
  await page.keyboard.press("j");
  await page.waitForSelector("#clause-pane:not([hidden])");
  await page.keyboard.press("a");
  await saved(shared.browser, () => press("#export-csv"));
  await saved(shared.browser, () => press("#work-save"));
  await press("[data-tab=report]");
  await press("[data-tab=about]");
}

inBrowsers("what no policy forbids", (shared) => {
  it("control: each watched way is heard when it is used", async () => {
    const page = await watched(shared);
    for (const [name, use] of Object.entries(ways)) {
      await page.evaluate(`(${use})()`);
      assert.ok((await page.evaluate(() => globalThis.used)).includes(name), `${name} is not heard`);
    }
    await page.close();
  });

  it("is never used while the three tools are gone through", async () => {
    const page = await watched(shared);
    await goThrough(shared, page);
    assert.deepEqual(await page.evaluate(() => globalThis.used), []);
    assert.deepEqual(page.left, []);
    await page.close({ runBeforeUnload: false });
  });

  it("control: a navigation that a policy cannot forbid is seen", async () => {
    const page = await watched(shared);
    await page.evaluate(() => { location.assign("about:blank"); });
    await page.waitForFunction(() => location.href === "about:blank");
    assert.deepEqual(page.left, ["about:blank"]);
    await page.close();
  });
});

inBrowsers("links", () => {
  it("every link, field and form of the built page stays on the page", async () => {
    const text = await readFile(fileURLToPath(pageAddress), "utf8");
    const markup = text.replace(/<script[\s\S]*?<\/script>|<style>[\s\S]*?<\/style>/gu, "");
    assert.deepEqual([...markup.matchAll(/ (?:href|src|srcset|action|formaction|ping|poster|data|target)="(?!#)[^"]*"/gu)].map(String), []);
  });
}, ["chromium"]);
