// What every browser test shares: the two browsers, the page over file://, pages that fail on any error.

import { mkdir, mkdtemp, rm } from "node:fs/promises";
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

/** Starts a browser by name. */
export async function launch(name) {
  await mkdir(output, { recursive: true });
  const executablePath = name === "firefox" ? firefox() : chromium();
  if (!executablePath) throw new Error(`${name} is not installed: run cargo xtask test, which installs or names it`);
  const args = name === "firefox" ? [] : chromiumFlags;
  return puppeteer.launch({ browser: name === "firefox" ? "firefox" : "chrome", executablePath, args, headless: true });
}

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

/** Opens the page, waits until it is ready, and collects what went wrong and what was requested. */
export async function openPage(browser, { fragment = "", width = 1366, height = 768, address = pageAddress } = {}) {
  const page = await browser.newPage();
  const errors = [];
  const requests = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
  page.on("request", (request) => requests.push(request.url()));
  await page.setViewport({ width, height });
  await page.goto(address + fragment, { waitUntil: "load" });
  await page.waitForSelector("html[data-state=ready]", { timeout: 20_000 });
  return Object.assign(page, { errors, requests });
}

/** A fresh folder for files that the page saves; removed by `dispose`. */
export async function downloadFolder(page) {
  const folder = await mkdtemp(join(tmpdir(), "ichimai-"));
  const session = await page.browser().target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder, eventsEnabled: true });
  return { folder, dispose: () => rm(folder, { recursive: true, force: true }) };
}

/** The text of the element that the selector names, with white space folded. */
export const textOf = (page, selector) =>
  page.$eval(selector, (element) => element.textContent.replace(/\s+/gu, " ").trim());
