// The pictures of the manual: `node tests/browser/pictures.mjs` makes them anew in www/pictures from the built page.
//
// Each is a part of the page as an officer sees it, with a frame around what the step speaks of, in few colours:
// a PNG with a palette, not compressed in itself: the build packs all of them together, which is a fifth smaller.
// Build the page again afterwards.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { crc32, deflateSync } from "node:zlib";
import readWorkbook from "read-excel-file/node";
import { atRest, launch, openFile, openPage, projectFile, saved } from "./harness.mjs";

const folder = projectFile("www/pictures");
const width = 580;
const scale = 0.7;

const press = (page, selector) => page.$eval(selector, (element) => element.click());
const shown = (page, selector) => page.waitForSelector(selector, { visible: true });

async function desk(page) {
  await press(page, "#review-sample");
  await page.waitForSelector("#review-list .row[data-position]");
  await atRest(page);
}

async function clause(page) {
  await desk(page);
  await page.keyboard.press("j");
  await shown(page, "#clause-pane");
}

/** A screen of the second navigation, with the sample on the desk. */
const screen = async (page, name, ready) => {
  await desk(page);
  await press(page, `[data-subtab="regulations-${name}"]`);
  await shown(page, ready);
};

/** The sample after an inquiry was made. */
const asked = async (page, browser) => {
  await screen(page, "inquiries", "#outgoing-rows tr");
  await saved(browser, () => press(page, "#outgoing-make"));
  await shown(page, "#outgoing-rounds tr");
};

const ceiling = async (page) => { await press(page, "#ceiling-sample"); await shown(page, ".card"); };
const procedures = async (page) => { await press(page, "#procedures-sample"); await shown(page, "#procedures-asked"); };

/** `[name, prepare, where the picture begins, where it ends, what the frame is around]`. */
export const pictures = [
  ["ceiling-1", async (page) => { await page.type("#town-name", "光"); await shown(page, "#town-options"); }, "#town", ".option:nth-child(3)", "#town-name"],
  ["ceiling-2", ceiling, ".card", ".card .formula", ".card .amount"],
  ["ceiling-3", async (page) => { await ceiling(page); await press(page, ".card summary"); }, ".card details", ".card details ol li:nth-child(4)", ".card summary"],
  ["ceiling-4", ceiling, "#ceiling-form", "#cost-hint", "#cost"],
  ["ceiling-5", ceiling, "#ceiling-form .actions", "#ceiling-form .actions", "#ceiling-print"],
  ["procedures-1", async () => {}, "#procedures-list-title", "[aria-labelledby=procedures-list-title] summary", "label[for=procedures-file]"],
  ["procedures-2", procedures, "#procedures-asked .card", "#procedures-asked .card .actions", "#procedures-asked .card .actions"],
  ["procedures-3", procedures, ".procedures-top", "#procedures-groups .bar", "#procedures-count"],
  ["procedures-4", procedures, "#procedure-rows tr[data-number]", "#procedure-rows tr[data-number]", "#procedure-rows tr[data-number] select"],
  ["procedures-5", procedures, ".procedures-lacking h3", "#procedures-to-do tbody tr:nth-child(2)", "#procedures-to-do tbody tr button"],
  ["regulations-1", async () => {}, "#opening-zone", ".opening-kinds", "#opening-pick-files"],
  ["regulations-2", async (page) => {
    await openFile(page, "#opening-files", "例規一覧.csv", "例規名,条項,本文\n見本町公園条例,第3条,職員は、施設に立ち入り、検査することができる。\n");
    await shown(page, "#opening-read:not([disabled])");
  }, "#opening-bar", ".opening-card summary", "#opening-read"],
  ["regulations-3", clause, "#clause-pane", "#clause-text", "#clause-text"],
  ["regulations-4", clause, "#decision", "#decision", ".segments"],
  ["regulations-5", async (page) => { await desk(page); await press(page, "#export-button"); }, "#export-panel", "#export-panel", "#export-xlsx"],
  ["inquiry-1", (page) => screen(page, "departments", "#departments-rows tr"), ".departments-tools", "#departments-rows tr:nth-child(2)", "#departments-bulk"],
  ["inquiry-2", (page) => screen(page, "inquiries", "#outgoing-rows tr"), "#outgoing-total", "#outgoing-rows tr:nth-child(4)", "#outgoing-rows"],
  ["inquiry-3", asked, "#outgoing-make", "#outgoing-note", "#outgoing-make"],
  ["inquiry-4", async (page, browser) => {
    await asked(page, browser);
    await press(page, "#outgoing-look");
    await page.waitForFunction(() => document.querySelector("#review-list .inquiry-state"));
    await page.keyboard.press("j");
    await shown(page, "#clause-pane");
    await press(page, "#clause-tab-inquiry");
    await shown(page, ".clause-asked");
  }, "#clause-tabs", ".clause-asked p", "#clause-tab-inquiry"],
  ["inquiry-5", async (page, browser) => { await asked(page, browser); await page.select("#outgoing-what", "again"); }, "#outgoing-title", "#outgoing-deadline", "#outgoing-what"],
];

const desktop = { width: 1366, height: 768 };
const city = async (page) => {
  await (await page.$("#opening-files")).uploadFile(projectFile("tests/golden/city_ordinances.csv"));
  await shown(page, "#opening-read:not([disabled])");
  await press(page, "#opening-read");
  await atRest(page);
  await page.keyboard.press("n");
  await shown(page, "#clause-pane");
  await page.evaluate(() => document.activeElement.blur());
};

/** Whole screens: `[name, view, prepare, what is shown, pixels across]`; they are small, for the eye to find its way. */
export const screens = [
  ["screen-start", "start", async () => {}],
  ["screen-ceiling", "ceiling", ceiling],
  ["screen-procedures", "procedures", procedures],
  ["screen-desk", "regulations", city],
  ["screen-finance", "ceiling", finance, "#sheet", 480],
  ["screen-report", "report", async (page) => { await press(page, "#ceiling-sample"); await press(page, "#procedures-sample"); await desk(page); await page.evaluate(() => { location.hash = "#regulations"; location.hash = "#report"; }); await shown(page, "#paper .one-page-foot"); }, "#paper"],
];

/** The sheet of the workbook as a table, since no office program is at hand to show it. */
async function finance(page, browser) {
  await ceiling(page);
  const sheets = await readWorkbook(await saved(browser, () => press(page, "#ceiling-xlsx")));
  const { data } = sheets.find(({ sheet }) => sheet === "試算");
  await page.evaluate((rows) => {
    const [main, table] = [document.querySelector("main"), document.createElement("table")];
    table.className = "table";
    for (const [place, cells] of rows.entries()) {
      const row = table.insertRow();
      for (const cell of cells) {
        const box = row.appendChild(document.createElement(place === 0 ? "th" : "td"));
        box.textContent = typeof cell === "number" ? cell.toLocaleString("ja-JP") : cell ?? "";
        if (typeof cell === "number") box.className = "number";
      }
    }
    for (const view of main.children) view.hidden = true;
    table.id = "sheet";
    table.style.width = "auto";
    main.append(table);
  }, data);
}

const margin = 8;

/** The picture of a whole screen. */
export async function takeScreen(browser, [, view, prepare, part, wide = 311]) {
  const page = await openPage(browser, { fragment: `#${view}`, ...desktop });
  await prepare(page, browser);
  const whole = { x: 0, y: 0, ...desktop };
  const clip = part === undefined ? whole : await page.$eval(part, (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left, y: top + scrollY, width, height: Math.round(Math.min(height, width * 0.6)) };
  });
  const shot = await page.screenshot({ clip, encoding: "base64" });
  page.on("dialog", (dialog) => dialog.accept());
  await page.close();
  return inFewColours(browser, shot, wide / clip.width);
}

/** One picture: `{ width, height, indexes }`. */
export async function take(browser, [name, prepare, from, until, framed]) {
  const fragment = `#${name.split("-")[0].replace("inquiry", "regulations")}`;
  const page = await openPage(browser, { fragment, width, height: 900 });
  await prepare(page, browser);
  await page.$eval(from, (element) => element.scrollIntoView());
  await page.$eval(framed, (element) => { element.style.outline = "4px solid #ce0000"; element.style.outlineOffset = "2px"; });
  const clip = await page.evaluate((from, until, margin) => {
    const [first, last] = [from, until].map((selector) => document.querySelector(selector).getBoundingClientRect());
    const [left, top] = [first.left + scrollX - margin, first.top + scrollY - margin];
    return { x: left, y: top, width: Math.max(first.width, last.width) + 2 * margin, height: last.bottom + scrollY + margin - top };
  }, from, until, margin);
  const shot = await page.screenshot({ clip, encoding: "base64" });
  page.on("dialog", (dialog) => dialog.accept());
  await page.close();
  return inFewColours(browser, shot, scale);
}

const colours = [
  [255, 255, 255], [244, 246, 255], [242, 242, 242], [255, 240, 179], [190, 190, 190], [115, 115, 115], [40, 40, 40],
  [0, 23, 193], [140, 150, 225], [206, 0, 0], [235, 140, 140],
];

async function inFewColours(browser, shot, scale) {
  const page = await browser.newPage();
  const picture = await page.evaluate(async (shot, scale, colours) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${shot}`)).blob());
    const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const indexes = [];
    for (let at = 0; at < data.length; at += 4) {
      const distances = colours.map((colour) => colour.reduce((sum, value, part) => sum + (value - data[at + part]) ** 2, 0));
      indexes.push(distances.indexOf(Math.min(...distances)));
    }
    return { width: canvas.width, height: canvas.height, indexes };
  }, shot, scale, colours);
  await page.close();
  return picture;
}

/** A PNG of 16 colours. */
export function encode({ width, height, indexes }) {
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([4, 3, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + Math.ceil(width / 2));
    for (let x = 0; x < width; x += 1) row[1 + (x >> 1)] |= indexes[y * width + x] << (x % 2 === 0 ? 4 : 0);
    return row;
  });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    chunk("IHDR", head), chunk("PLTE", Buffer.from(colours.flat())),
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 0 })), chunk("IEND", Buffer.alloc(0)),
  ]);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await mkdir(folder, { recursive: true });
  const browser = await launch("chromium");
  let whole = 0;
  for (const picture of [...pictures, ...screens]) {
    const bytes = encode(await (screens.includes(picture) ? takeScreen : take)(browser, picture));
    whole += bytes.length;
    console.log(`${picture[0].padEnd(14)} ${bytes.length} bytes`);
    await writeFile(join(folder, `${picture[0]}.png`), bytes);
  }
  await browser.close();
  console.log(`all ${whole} bytes`);
}
