// What every browser test shares: the two browsers, the page over file://, pages that fail on any error.

import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const root = resolve(import.meta.dirname, "../..");

/** The page under test, as the officer opens it. */
export const pageAddress = pathToFileURL(join(root, "dist/ichimai.html")).href;
/** Pictures and papers that the tests leave for people to look at. */
export const output = join(root, "tests/browser/out");
/** A file of the project. */
export const projectFile = (path) => join(root, path);

const firstOf = (...paths) => paths.find((path) => existsSync(path));
const chromium = () => process.env.CHROMIUM ?? firstOf("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
const firefox = () => process.env.FIREFOX ?? firstOf("/usr/bin/firefox-esr", "/usr/bin/firefox");

const chromiumFlags = [
  "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--font-render-hinting=none",
];

/** Starts a browser by name; what the page saves goes to `browser.downloads`. */
export async function launch(name) {
  await mkdir(output, { recursive: true });
  const downloads = await mkdtemp(join(tmpdir(), "ichimai-"));
  const executablePath = name === "firefox" ? firefox() : chromium();
  if (!executablePath) throw new Error(`${name} is not installed: cargo xtask test installs or names it`);
  const browser = name === "firefox"
    ? await puppeteer.launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox: saveTo(downloads) })
    : await puppeteer.launch({ browser: "chrome", executablePath, headless: true, args: chromiumFlags });
  if (name === "chromium") {
    const session = await browser.target().createCDPSession();
    await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  }
  const close = browser.close.bind(browser);
  browser.close = async () => { await close(); await rm(downloads, { recursive: true, force: true }); };
  return Object.assign(browser, { downloads });
}

const saveTo = (folder) => ({
  "browser.download.folderList": 2,
  "browser.download.dir": folder,
  "browser.download.useDownloadDir": true,
  "browser.download.always_ask_before_handling_new_types": false,
  // The panel would take the keyboard from the page.
  "browser.download.alwaysOpenPanel": false,
});

/** Runs `body({ open, name, browser })` as one suite in each browser. */
export function inBrowsers(title, body, names = ["chromium", "firefox"]) {
  for (const name of names) {
    describe(`${title} (${name})`, () => {
      const shared = { name };
      before(async () => { shared.browser = await launch(name); });
      after(async () => { await shared.browser?.close(); });
      shared.open = (options) => openPage(shared.browser, options);
      body(shared);
    });
  }
}

/**
 * Opens the page, waits until it is ready, and collects what went wrong and what was requested. `prepare` runs in the page
 * before its own scripts: for what a browser lacks or a test has to see fail.
 */
export async function openPage(browser, { fragment = "", width = 1366, height = 768, address = pageAddress, prepare } = {}) {
  const page = await browser.newPage();
  if (prepare) await page.evaluateOnNewDocument(prepare);
  const errors = [];
  const requests = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
  page.on("request", (request) => requests.push(request.url()));
  await page.setViewport({ width, height });
  await page.goto(address + fragment, { waitUntil: "load" });
  await page.waitForSelector("html[data-state=ready]", { timeout: 60_000 });
  return Object.assign(page, { errors, requests, click: patient(page) });
}

/** Clicks, once more where the page drew the element anew between finding and clicking it: a hand would not notice. */
const patient = (page) => {
  const click = page.click.bind(page);
  return (selector, options) => click(selector, options).catch((error) => {
    if (!/detached/u.test(error.message)) throw error;
    return click(selector, options);
  });
};

/** Waits until nothing of what was asked of the page is still at work: what it shows is whole. */
export const atRest = (page) => page.waitForSelector("html:not([data-busy])", { timeout: 90_000 });

/** Runs `act` and gives the path of the file that the page saves because of it, until the next file is saved. */
export async function saved(browser, act) {
  for (const name of await readdir(browser.downloads)) await rm(join(browser.downloads, name));
  await act();
  return eventually("a saved file", async () => {
    const names = (await readdir(browser.downloads)).filter((name) => !/\.(crdownload|part)$/u.test(name));
    for (const name of names) {
      const path = join(browser.downloads, name);
      // A browser that is still saving renames the file between the two looks.
      if (((await stat(path).catch(() => undefined))?.size ?? 0) > 0) return path;
    }
    return undefined;
  });
}

/** Presses what stands in a menu; opens the menu where it is closed. */
export async function inMenu(page, item) {
  const closed = await page.$eval(item, (element) => { const panel = element.closest(".menu-panel"); return panel.hidden ? panel.id : ""; });
  if (closed) await page.click(`[data-menu="${closed}"]`);
  await page.click(item);
}

/** Puts a file with this text into a file field, as choosing it would. */
export async function openFile(page, selector, name, text) {
  await page.$eval(selector, (field, name, text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name));
    field.files = transfer.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }, name, text);
}

/** Waits until `find` gives something. */
export async function eventually(what, find, patience = 30_000) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what} did not come within ${patience} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The text of the element that the selector names, with white space folded. */
export const textOf = (page, selector) =>
  page.$eval(selector, (element) => element.textContent.replace(/\s+/gu, " ").trim());

/** Starts to record the tasks of the page's own thread, where the browser tells them (Chromium); other tests do not disturb the figures. */
export const watchTasks = async (page, shared) => {
  if (shared.name === "chromium") await page.tracing.start({ categories: ["-*", "toplevel", "__metadata"] });
};

/** The tasks that took more of the page's thread since, in milliseconds of its own time. The aim is 50 ms on an idle machine; a quick build and other tests beside make it twice as much. */
export const longTasks = async (page, shared, most = 100) => {
  if (shared.name !== "chromium") return [];
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const main = new Set(traceEvents.filter((event) => event.name === "thread_name" && event.args.name === "CrRendererMain").map((event) => `${event.pid} ${event.tid}`));
  const tasks = traceEvents.filter((event) => event.name === "ThreadControllerImpl::RunTask" && main.has(`${event.pid} ${event.tid}`));
  if (!tasks.some((task) => task.tdur > 0)) throw new Error("the browser told no task");
  return tasks.map((task) => Math.round(task.tdur / 1000)).filter((milliseconds) => milliseconds > most);
};
