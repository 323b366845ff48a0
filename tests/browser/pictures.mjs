// The pictures of the manual: `node tests/browser/pictures.mjs` makes them anew in www/pictures from the built page.
//
// Each is a part of the page as an officer sees it, with a frame around what the step speaks of, in few colours:
// a PNG with a palette is smaller than any other form that browsers know. Build the page again afterwards.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { crc32, deflateSync } from "node:zlib";
import { launch, openFile, openPage, projectFile } from "./harness.mjs";

const folder = projectFile("www/pictures");
const width = 580;
const scale = 0.7;

const press = (page, selector) => page.$eval(selector, (element) => element.click());
const shown = (page, selector) => page.waitForSelector(selector, { visible: true });

async function desk(page) {
  await press(page, "#review-sample");
  await page.waitForSelector("#review-list .row[data-position]");
  await page.waitForSelector("#review-progress[hidden]");
}

async function clause(page) {
  await desk(page);
  await page.keyboard.press("j");
  await shown(page, "#clause-pane");
}

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
  ["procedures-5", procedures, "#procedures-answer .actions", "#procedures-to-do tbody tr", "#procedures-print"],
  ["regulations-1", async () => {}, "#opening-zone", ".opening-kinds", "#opening-pick-files"],
  ["regulations-2", async (page) => {
    await openFile(page, "#opening-files", "例規一覧.csv", "例規名,条項,本文\n見本町公園条例,第3条,職員は、施設に立ち入り、検査することができる。\n");
    await shown(page, "#opening-read:not([disabled])");
  }, "#opening-bar", ".opening-card summary", "#opening-read"],
  ["regulations-3", clause, "#clause-pane", "#clause-text", "#clause-text"],
  ["regulations-4", clause, ".category-form", ".category-form .decision-choices", ".category-form .decision-choices"],
  ["regulations-5", desk, "#export-title", "[aria-labelledby=export-title] .actions", "#export-xlsx"],
];

const margin = 8;

/** One picture: `{ width, height, indexes }`. */
export async function take(browser, [name, prepare, from, until, framed]) {
  const page = await openPage(browser, { fragment: `#${name.split("-")[0]}`, width, height: 900 });
  await prepare(page);
  await page.$eval(framed, (element) => { element.style.outline = "4px solid #ce0000"; element.style.outlineOffset = "2px"; });
  const clip = await page.evaluate((from, until, margin) => {
    const [first, last] = [from, until].map((selector) => document.querySelector(selector).getBoundingClientRect());
    const [left, top] = [first.left + scrollX - margin, first.top + scrollY - margin];
    return { x: left, y: top, width: Math.max(first.width, last.width) + 2 * margin, height: last.bottom + scrollY + margin - top };
  }, from, until, margin);
  const shot = await page.screenshot({ clip, encoding: "base64" });
  page.on("dialog", (dialog) => dialog.accept());
  await page.close();
  return inFewColours(browser, shot);
}

const colours = [
  [255, 255, 255], [244, 246, 255], [242, 242, 242], [255, 240, 179], [190, 190, 190], [115, 115, 115], [40, 40, 40],
  [0, 23, 193], [140, 150, 225], [206, 0, 0], [235, 140, 140],
];

async function inFewColours(browser, shot) {
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
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9, memLevel: 9 })), chunk("IEND", Buffer.alloc(0)),
  ]);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await mkdir(folder, { recursive: true });
  const browser = await launch("chromium");
  let whole = 0;
  for (const picture of pictures) {
    const bytes = encode(await take(browser, picture));
    whole += bytes.length;
    console.log(`${picture[0].padEnd(14)} ${bytes.length} bytes`);
    await writeFile(join(folder, `${picture[0]}.png`), bytes);
  }
  await browser.close();
  console.log(`all ${whole} bytes`);
}
