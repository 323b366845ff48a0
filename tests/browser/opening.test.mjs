// Opening files: by picker, drop, folder, paste and keyboard; the preview, its choices, the account, and what cannot be read.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { atRest, eventually, inBrowsers, projectFile, saved, textOf } from "./harness.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const golden = (name) => projectFile(`tests/golden/${name}`);
const bytesOf = async (name) => [...await readFile(golden(name))];
const text = (words) => [...new TextEncoder().encode(words)];

/** Gives files to the page, `[{ name, bytes }]`, by drop or by paste. */
const give = (page, files, way) => page.evaluate((files, way) => {
  const transfer = new DataTransfer();
  for (const { name, bytes } of files) transfer.items.add(new File([new Uint8Array(bytes)], name));
  const options = { bubbles: true, cancelable: true };
  document.querySelector("#regulations-title").dispatchEvent(way === "drop"
    ? new DragEvent("drop", { ...options, dataTransfer: transfer })
    : new ClipboardEvent("paste", { ...options, clipboardData: transfer }));
}, files, way);

/** Waits until all cards say what is to be done; gives their words. */
const looked = (page, count) => eventually(`${count} cards`, async () => {
  const words = await page.$$eval(".opening-card [data-slot=verdict]", (all) => all.map((one) => one.textContent));
  return words.length === count && words.every((word) => !word.includes("…")) && words;
});

const read = async (page) => {
  await page.click("#opening-read");
  await page.waitForSelector("#opening-account:not([hidden])");
};

const opened = (shared, options = {}) => shared.open({ fragment: "#regulations", ...options });

/** What axe finds in the view, as short lines. */
async function findings(page) {
  await page.evaluate(`${axe}; undefined`);
  return page.evaluate(async () => {
    const found = await globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return found.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  });
}

const hostile = [
  { name: "空.txt", bytes: [], word: /空のファイル.*中身がありません.*確かめて/u },
  { name: "零.csv", bytes: Array(2000).fill(0), word: /空のファイル.*中身がありません/u },
  { name: "例規.pdf", bytes: text("%PDF-1.7\n%%EOF"), word: /PDF.*PDFは読めません.*貼り付けて/u },
  { name: "計画.jtd", bytes: [...[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ...Array(600).fill(1)], word: /保存/u },
  { name: "写真.png", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3], word: /画像の中の文字は読めません.*元の文書/u },
];

inBrowsers("opening", (shared) => {
  it("says what can be opened before anything is", async () => {
    const page = await opened(shared);
    assert.match(await textOf(page, "#opening-zone"), /ドロップできます.*ファイルを選ぶ.*フォルダを選ぶ.*条文を貼り付ける/u);
    assert.equal(await page.$eval("#opening-bar", (bar) => bar.hidden), true);
    assert.deepEqual(await findings(page), []);
    await page.close();
  });

  it("opens a list by the file picker, sure of everything, and accounts for each row", async () => {
    const page = await opened(shared);
    await (await page.$("#opening-files")).uploadFile(golden("office_list_cp932.csv"));
    assert.deepEqual(await looked(page, 1), ["読み取れます"]);
    assert.match(await textOf(page, ".opening-card"), /office_list_cp932\.csv.*CSV.*241行.*文字コード/u);
    assert.equal(await page.$eval("[data-key=charset]", (field) => field.selectedOptions[0].textContent), "Shift_JIS");
    assert.deepEqual(await findings(page), []);
    await read(page);
    assert.match(await textOf(page, "#opening-account [data-slot=summary]"), /ファイル1件のうち1件から、240条項/u);
    // The account is whole: the results take its place, and the focus goes on to the list.
    await eventually("the focus on the list", () => page.evaluate(() => document.activeElement.id === "review-list"));
    assert.deepEqual(await page.$$eval("#opening-account td.number", (all) => all.map((one) => one.textContent)), ["241", "240", "1", "0", "0"]);
    assert.deepEqual(await findings(page), []);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  it("opens every usual kind at once by drop, and the numbers of the account add up", async () => {
    const page = await opened(shared);
    const names = ["office_list.xlsx", "list.xls", "list.ods", "reiki_parking.html", "egov_323AC0000000048.xml", "parking_plain.docx", "parking_plain.txt", "reiki.zip"];
    await give(page, await Promise.all(names.map(async (name) => ({ name, bytes: await bytesOf(name) }))), "drop");
    assert.deepEqual(await looked(page, names.length), names.map(() => "読み取れます"));
    await read(page);
    const lines = await page.$$eval("#opening-account tbody tr", (rows) => rows.map((row) =>
      [...row.querySelectorAll("td.number")].map((cell) => Number(cell.textContent.replaceAll(",", "")))));
    assert.ok(lines.length > names.length, `${lines.length} lines`);
    const sheets = await page.$$eval("#opening-account table:first-of-type caption", (all) => all.map((one) => one.textContent));
    assert.match(sheets[0], /行数＝条項になった行＋見出しなど＋読み込まなかった行/u);
    for (const [rows, ...parts] of lines) {
      const sum = parts.reduce((left, right) => left + right, 0);
      // Texts have one column more: the clauses that the lines made.
      assert.ok(rows === sum || rows === sum - parts.at(-1), `${rows} against ${parts}`);
    }
    assert.match(await textOf(page, "#opening-account [data-slot=notes]"), /PDFは読めません.*reiki\.zip\/例規\/図面\.pdf.*list\.xls：シート「例規一覧」の9行目/u);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  it("opens a picked folder with the paths of its files", async () => {
    const page = await opened(shared);
    await page.evaluate(() => {
      const file = new File(["第1条　市長は、毎年1回検査する。"], "a.txt");
      Object.defineProperty(file, "webkitRelativePath", { value: "例規/条例/a.txt" });
      const field = document.querySelector("#opening-folder");
      Object.defineProperty(field, "files", { value: { 0: file, length: 1, item: () => file } });
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await looked(page, 1);
    assert.equal(await textOf(page, ".opening-card h3"), "例規/条例/a.txt");
    await page.close();
  });

  // Only Chromium lets a program drop a folder of the disk.
  it("opens a dropped folder to the bottom", { skip: shared.name !== "chromium" }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "ichimai-"));
    await mkdir(join(folder, "例規/条例"), { recursive: true });
    await writeFile(join(folder, "例規/条例/a.txt"), "第1条　市長は、毎年1回検査する。");
    await writeFile(join(folder, "例規/b.txt"), "第1条　市長は、掲示する。");
    const page = await opened(shared);
    const session = await page.createCDPSession();
    const data = { items: [], files: [join(folder, "例規")], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) await session.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
    await looked(page, 2);
    assert.deepEqual(await page.$$eval(".opening-card h3", (all) => all.map((one) => one.textContent)), ["例規/b.txt", "例規/条例/a.txt"]);
    await page.close();
    await rm(folder, { recursive: true });
  });

  it("opens what Ctrl+V pastes anywhere in the view", async () => {
    const page = await opened(shared);
    await page.click("#opening-paste-open");
    await page.type("#opening-text", "見本条例第1条　市長は、毎年1回検査する。");
    await page.keyboard.down("Control");
    for (const key of ["a", "x"]) await page.keyboard.press(key);
    await page.keyboard.up("Control");
    await page.focus("#opening-pick-files");
    await page.keyboard.down("Control");
    await page.keyboard.press("v");
    await page.keyboard.up("Control");
    await looked(page, 1);
    assert.equal(await textOf(page, ".opening-card h3"), "貼り付けた条文.txt");
    await page.close();
  });

  // Firefox gives pasted files to no event that a program makes.
  it("opens pasted files", { skip: shared.name === "firefox" }, async () => {
    const page = await opened(shared);
    await give(page, [{ name: "parking_plain.txt", bytes: await bytesOf("parking_plain.txt") }], "paste");
    assert.deepEqual(await looked(page, 1), ["読み取れます"]);
    await page.close();
  });

  it("opens a text with the keyboard alone, from the field to the account", async () => {
    const page = await opened(shared);
    await page.focus("#opening-paste-open");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "opening-text");
    await page.keyboard.type("第1条　市長は、毎年1回検査する。");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await looked(page, 1);
    for (let presses = 0; presses < 12; presses += 1) {
      if (await page.evaluate(() => document.activeElement.id) === "opening-read") break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await page.waitForSelector("#opening-account:not([hidden])");
    assert.match(await textOf(page, "#opening-account [data-slot=summary]"), /1条項を読み込みました/u);
    await page.close();
  });

  it("reads again at once in another character set, counts what it cannot decode, and keeps the focus", async () => {
    const page = await opened(shared);
    await give(page, [{ name: "一覧.csv", bytes: await bytesOf("office_list_cp932.csv") }], "drop");
    await looked(page, 1);
    await page.focus("[data-key=charset]");
    await page.select("[data-key=charset]", "UTF-8");
    await page.waitForSelector(".opening-card [data-slot=undecodable]:not([hidden])");
    assert.match(await textOf(page, "[data-slot=undecodable]"), /読めない文字が[\d,]+文字あります（1、2、3/u);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.key), "charset");
    assert.deepEqual(await looked(page, 1), ["内容を確かめてください"]);
    await page.select("[data-key=charset]", "Shift_JIS");
    await page.waitForSelector(".opening-card [data-slot=undecodable][hidden]");
    assert.deepEqual(await looked(page, 1), ["読み取れます"]);
    await page.close();
  });

  it("follows another choice of columns and of the header row", async () => {
    const page = await opened(shared);
    await give(page, [{ name: "一覧.csv", bytes: text("a,b\n第1条,市長は、検査する。\n第2条,掲示する。\n") }], "drop");
    await looked(page, 1);
    await page.select("[data-key=role-0-1]", "7");
    await eventually("a doubt", async () => (await looked(page, 1))[0] === "内容を確かめてください");
    await page.select("[data-key=role-0-1]", "5");
    await eventually("no doubt", async () => (await looked(page, 1))[0] === "読み取れます");
    await page.select("[data-key=header-0]", "1");
    await page.waitForSelector(".opening-header-row");
    await page.select("[data-key=role-0-1]", "5");
    await eventually("no doubt", async () => (await looked(page, 1))[0] === "読み取れます");
    await read(page);
    assert.deepEqual((await page.$$eval("#opening-account td.number", (all) => all.map((one) => one.textContent))).slice(0, 3), ["3", "2", "1"]);
    await page.close();
  });

  it("says of each file that it cannot read why and what to do, and goes on with the others", async () => {
    const page = await opened(shared);
    const truncated = { name: "途中.xlsx", bytes: (await bytesOf("list.xlsx")).slice(0, 3000) };
    const good = { name: "良い.txt", bytes: await bytesOf("parking_plain.txt") };
    await give(page, [...hostile, truncated, good].map(({ name, bytes }) => ({ name, bytes })), "drop");
    const words = await looked(page, hostile.length + 2);
    assert.deepEqual(words, [...hostile.map(() => "読み込めません"), "読み込めません", "読み取れます"]);
    const cards = await page.$$eval(".opening-card", (all) => all.map((card) => card.textContent.replace(/\s+/gu, " ")));
    hostile.forEach(({ name, word }, place) => {
      assert.ok(cards[place].includes(name));
      assert.match(cards[place], word);
    });
    assert.match(cards.at(-2), /途中\.xlsx.*壊れています.*もう一度コピー/u);
    assert.deepEqual(await findings(page), []);
    await read(page);
    const notes = await textOf(page, "#opening-account [data-slot=notes]");
    for (const { name } of hostile) assert.ok(notes.includes(name), `${name} is not in ${notes}`);
    assert.match(await textOf(page, "#opening-account [data-slot=summary]"), /7件のうち1件から、15条項/u);
    await page.close();
  });

  it("takes a file out and puts it back", async () => {
    const page = await opened(shared);
    await give(page, [{ name: "一.txt", bytes: text("第1条　検査する。") }, { name: "二.txt", bytes: text("第1条　掲示する。") }], "drop");
    await looked(page, 2);
    await page.click(".opening-card [data-remove]");
    assert.deepEqual(await page.$$eval(".opening-card h3", (all) => all.map((one) => one.textContent)), ["二.txt"]);
    assert.equal(await page.evaluate(() => document.activeElement.id), "opening-undo");
    await page.keyboard.press("Enter");
    assert.deepEqual(await page.$$eval(".opening-card h3", (all) => all.map((one) => one.textContent)), ["一.txt", "二.txt"]);
    await page.close();
  });

  it("cancels reading and keeps the files", async () => {
    const page = await opened(shared);
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      const row = "条例,第1条,市長は、毎年一回、施設の状況を目視により検査しなければならない。\n";
      transfer.items.add(new File(["例規名,条項,本文\n", row.repeat(400_000)], "大きい.csv"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    await eventually("a look", () => page.$eval("#opening-read", (button) => !button.disabled), 30_000);
    await page.click("#opening-read");
    await page.waitForSelector("#opening-progress:not([hidden])");
    assert.match(await textOf(page, "#opening-progress"), /1件のうち1件目「大きい\.csv」/u);
    await page.click("#opening-cancel");
    await page.waitForSelector("#opening-progress[hidden]");
    assert.equal(await textOf(page, ".opening-card h3"), "大きい.csv");
    assert.match(await textOf(page, "#announcement"), /取り消しました/u);
    await page.close();
  });

  it("goes on with the other files when the worker ends at one", async () => {
    const page = await opened(shared);
    await page.evaluate(() => {
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function postMessage(message) {
        const falls = message.call === "read_files" && message.input.files[0].name === "重い.txt";
        if (falls) this.dispatchEvent(new ErrorEvent("error", { message: "out of memory", cancelable: true }));
        else post.call(this, message);
      };
    });
    await give(page, [{ name: "重い.txt", bytes: text("第1条　検査する。") }, { name: "軽い.txt", bytes: text("第1条　掲示する。") }], "drop");
    await looked(page, 2);
    await read(page);
    assert.match(await textOf(page, "#opening-account"), /2件のうち1件から、1条項.*重い\.txt：このファイルの処理が止まりました.*分けて開いて/u);
    await page.close();
  });

  it("gives up a file that hangs while it is looked at, and goes on with the others", async () => {
    const page = await opened(shared);
    await page.evaluate(() => {
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function postMessage(message) {
        if (message.call !== "inspect_files" || message.input.files[0]?.name !== "重い.txt") post.call(this, message);
      };
    });
    const files = ["軽い.txt", "重い.txt", "次.txt"].map((name) => ({ name, bytes: text(`${name}条例\n第1条　掲示する。`) }));
    await give(page, files, "drop");
    await eventually("the first", async () => /3件のうち1件を確かめました/u.test(await textOf(page, "#opening-bar")));
    await page.click("#opening-give-up");
    assert.deepEqual(await looked(page, 3), ["読み取れます", "読み込めません", "読み取れます"]);
    await read(page);
    assert.match(await textOf(page, "#opening-account"), /3件のうち2件から/u);
    await page.close();
  });

  // FOLDERS=1000,2000,5000 measures how the time grows; docs/PERFORMANCE.md has the figures.
  for (const files of (process.env.FOLDERS ?? "2000").split(",").map(Number)) it(`reads a folder of ${files}: all of them, one account, few cards`, async () => {
    const page = await opened(shared);
    const shown = (count) => count.toLocaleString("ja-JP");
    await page.evaluate((files) => {
      const transfer = new DataTransfer();
      for (let number = 1; number <= files; number += 1) {
        transfer.items.add(new File([`見本町第${number}号条例\n第1条　町長は、台帳を一般の閲覧に供する。\n第2条　この条例は、公布の日から施行する。`], `${number}.txt`));
      }
      globalThis.told = [];
      new MutationObserver(() => globalThis.told.push(document.querySelector("#opening-bar [data-slot=status]").textContent))
        .observe(document.querySelector("#opening-bar [data-slot=status]"), { childList: true, characterData: true, subtree: true });
      globalThis.pause = 0;
      let last = performance.now();
      const beat = () => {
        const now = performance.now();
        [globalThis.pause, last] = [Math.max(globalThis.pause, now - last), now];
        setTimeout(beat, 0);
      };
      beat();
      document.querySelector("#regulations-title").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
    }, files);
    const began = performance.now();
    await page.waitForSelector("#opening-read:not([disabled])", { timeout: 180_000 });
    const looked = performance.now();
    const told = await page.evaluate(() => globalThis.told);
    assert.deepEqual(told.filter((sentence) => sentence.includes("すべて読み取れます")), [`${shown(files)}件すべて読み取れます。このまま読み込めます。`]);
    assert.ok(told.some((sentence) => sentence.startsWith(`${shown(files)}件のうち`)), told.slice(0, 3).join());
    assert.equal((await page.$$(".opening-card")).length, 60);
    assert.equal(await textOf(page, "#opening-more"), `ほか${shown(files - 60)}件のファイルも表示`);
    assert.equal(await textOf(page, "#opening-clear"), `すべて取り除く（${shown(files)}件）`);
    await page.click("#opening-clear");
    assert.match(await textOf(page, "#announcement"), new RegExp(`${shown(files)}件をすべて取り除きました`, "u"));
    await page.click("#opening-undo");
    await page.waitForSelector("#opening-read:not([disabled])");
    const again = performance.now();
    await page.click("#opening-read");
    await page.waitForSelector("#opening-account:not([hidden])", { timeout: 180_000 });
    assert.match(await textOf(page, "#opening-account [data-slot=summary]"), new RegExp(`ファイル${shown(files)}件のうち${shown(files)}件から、${shown(files * 2)}条項`, "u"));
    await page.waitForFunction((count) => document.querySelector("#review-summary").textContent.includes(count), { timeout: 60_000 }, shown(files * 2));
    const seconds = (from, to) => `${((to - from) / 1000).toFixed(1)} s`;
    const pause = await page.evaluate(() => globalThis.pause);
    console.log(`${shared.name}: ${files} files looked at in ${seconds(began, looked)}, read in ${seconds(again, performance.now())}, longest pause ${pause.toFixed(0)} ms`);
    await page.close();
  });

  it("never doubles a list in silence: the same list is said before, and replaces what is there", async () => {
    const page = await opened(shared);
    const list = { name: "一覧.csv", bytes: text("例規名,条項,本文\r\n見本条例,第1条,台帳を一般の閲覧に供する。\r\n見本条例,第2条,職員に立ち入り、検査させる。\r\n") };
    const clauses = (count) => page.waitForFunction((count) => document.querySelector("#review-summary").textContent.includes(`${count}条項`), {}, count);
    await give(page, [list], "drop");
    await looked(page, 1);
    await read(page);
    await clauses(2);
    for (const [answer, count] of [["#opening-repeated-none", 2], ["#opening-repeated-replace", 2], ["#opening-repeated-new", 2], ["#opening-repeated-all", 4]]) {
      await give(page, [list], "drop");
      await looked(page, 1);
      await page.click("#opening-add");
      await page.click("#opening-read");
      await page.waitForSelector("#opening-repeated:not([hidden])");
      assert.match(await textOf(page, "#opening-repeated"), /2条項のうち2条項が、読み込み済みのものと同じです/u);
      assert.equal(await page.evaluate(() => document.activeElement.id), "opening-repeated-replace");
      await page.click(answer);
      await page.waitForSelector("#opening-repeated[hidden]");
      await atRest(page);
      await clauses(count);
    }
    await page.close();
  });

  it("asks about two files of the same content in one drop", async () => {
    const page = await opened(shared);
    const bytes = text("例規名,条項,本文\r\n見本条例,第1条,台帳を一般の閲覧に供する。\r\n");
    await give(page, [{ name: "一覧.csv", bytes }, { name: "一覧の写し.csv", bytes }], "drop");
    await looked(page, 2);
    await page.click("#opening-read");
    await page.waitForSelector("#opening-repeated:not([hidden])");
    assert.match(await textOf(page, "#opening-repeated"), /2条項のうち1条項は、同じ内容のファイルが2件以上/u);
    assert.equal(await page.$eval("#opening-repeated-replace", (button) => button.hidden), true);
    await page.click("#opening-repeated-new");
    await page.waitForFunction(() => /、1条項/u.test(document.querySelector("#review-summary").textContent) || document.querySelector("#review-summary").textContent.includes("1条項"));
    await page.close();
  });

  it("knows its own work file and its own results, and reads neither as ordinances", async () => {
    const page = await opened(shared);
    const work = { name: "点検.json", bytes: await bytesOf("work_file_version_1.json") };
    await give(page, [work, { ...work, name: "別の点検.json" }], "drop");
    await eventually("the union", async () => /「別の点検.json」.*食い違いはありません。統合するまで、何も変わりません/u.test(await textOf(page, "#merge-lead")));
    assert.equal((await page.$$(".opening-card")).length, 0);
    await page.click("#merge-leave");
    await eventually("the desk", () => page.$eval("#regulations", (view) => !view.hidden));
    await give(page, [work], "drop");
    await eventually("the work", async () => /作業ファイルを開きました.*4条項/u.test(await textOf(page, "#work-note")));
    await atRest(page);
    const results = [];
    for (const button of ["#export-xlsx", "#export-csv", "#export-csv-sjis"]) {
      const path = await saved(shared.browser, () => page.$eval(button, (one) => one.click()));
      results.push({ name: `結果${results.length}.${path.split(".").pop()}`, bytes: [...await readFile(path)] });
    }
    await give(page, results, "drop");
    assert.deepEqual(await looked(page, 3), ["読み込めません", "読み込めません", "読み込めません"]);
    assert.match(await textOf(page, ".opening-card"), /一枚点検が書き出した結果一覧です。例規としては読み込みません/u);
    assert.equal(await page.$eval("#opening-read", (button) => button.disabled), true);
    await page.close();
  });

  it("fits a narrow screen in every state", async () => {
    const page = await opened(shared, { width: 400 });
    const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(await beyond() <= 0, "empty");
    await give(page, [{ name: "とても長い名前の例規一覧表令和8年度版最終修正済み.xlsx", bytes: await bytesOf("office_list.xlsx") }], "drop");
    await looked(page, 1);
    assert.ok(await beyond() <= 0, "cards");
    assert.deepEqual(await findings(page), []);
    await read(page);
    await page.$$eval("#opening-account details", (all) => all.forEach((one) => { one.open = true; }));
    assert.ok(await beyond() <= 0, "account");
    assert.deepEqual(await findings(page), []);
    await page.close();
  });
});
