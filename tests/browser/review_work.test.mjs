// The work of the review desk is never lost: work file, saving in place, the warning, a worker that ends.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { it } from "node:test";
import { apart, cityList, decideClause, go, nothingWrong, numbers, openFiles, press, sample, settled, undecided, waitForShown, waitForUndecided } from "./desk.mjs";
import { eventually, inBrowsers, inMenu, projectFile, saved, textOf } from "./harness.mjs";

/** Puts a work file into the page's field. */
const openWork = async (page, path) => { await (await page.$("#work-file")).uploadFile(path); };
const waitForNote = (page, part) => page.waitForFunction(
  (part) => document.querySelector("#work-note").textContent.includes(part), { timeout: 20_000 }, part,
);
const waitForState = (page, part) => page.waitForFunction(
  (part) => document.querySelector("#work-state").textContent.startsWith(part), {}, part,
);

/** A work file with other sections than it was saved with, its check made anew (FNV-1a of the content as it is written). */
const withSections = (text, sections) => {
  const file = JSON.parse(text);
  const content = JSON.stringify({ ...file.content, sections });
  let check = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(content)) check = BigInt.asUintN(64, (check ^ BigInt(byte)) * 0x100000001b3n);
  return `{"format":"ichimai-work","version":${file.version},"check":"${check.toString(16).padStart(16, "0")}","content":${content}}`;
};

/** A file that the page may write, as the browser's choice of files gives it; runs in the page. */
const writableFiles = () => {
  const file = (name) => ({
    name,
    written: [],
    refuses: false,
    async createWritable() {
      if (this.refuses) throw new DOMException("not allowed", "NotAllowedError");
      const parts = [];
      return { write: async (bytes) => { parts.push(bytes.slice()); }, close: async () => { this.written.push(new File(parts, name)); } };
    },
    async getFile() { return this.written.at(-1) ?? new File([globalThis.workFile ?? ""], name, { lastModified: 1 }); },
  });
  globalThis.chosen = file("点検.json");
  globalThis.showSaveFilePicker = async (options) => { globalThis.asked = options.suggestedName; return globalThis.chosen; };
  globalThis.showOpenFilePicker = async () => [globalThis.chosen];
};

/** Makes the worker trap at the clause 2 and end without a word at the clause 3; runs in the page. */
const failingWorker = () => {
  const trap = `
    const answer = wasm_bindgen.answer;
    wasm_bindgen.answer = (call, input, tell) => {
      if (call === "show_clause" && input === 2) throw new WebAssembly.RuntimeError("unreachable");
      if (call === "show_clause" && input === 3) { self.postMessage = () => {}; setTimeout(() => { throw new Error("out of memory"); }); }
      return answer(call, input, tell);
    };`;
  const Plain = globalThis.Blob;
  globalThis.Blob = class extends Plain {
    constructor(parts, options) { super(options?.type === "text/javascript" ? [...parts, trap] : parts, options); }
  };
};

inBrowsers("work of the review desk", (shared) => {
  it("a work file is saved, and a fresh page goes on where it was, differences included", async () => {
    const page = await sample(shared);
    const before = await undecided(page);
    await go(page, "j");
    // Of its two categories the sample has decided one.
    assert.equal(await decideClause(page, "a"), 1);
    await page.click("#clause-tab-review");
    await page.type("#category-forms [data-slot=note]", "axj");
    await page.select("#category-forms [data-slot=policy]", "条例改正");
    const path = await saved(shared.browser, () => inMenu(page, "#work-save"));
    await waitForState(page, "ダウンロードを始めました");
    await page.close();

    const again = await shared.open({ fragment: "#regulations" });
    await openWork(again, path);
    await settled(again);
    assert.match(await textOf(again, "#work-note"), /判定7件、18条項/u);
    assert.equal(await undecided(again), before - 1);
    await go(again, "j");
    assert.equal(await again.$eval("#category-forms [data-slot=note]", (note) => note.value), "axj");
    assert.equal(await again.$eval("#category-forms [data-slot=policy]", (policy) => policy.value), "条例改正");
    await again.$eval("[data-column=standing-文言変更]", (button) => button.click());
    await waitForShown(again, 1);
    await again.$eval("[data-gone]", (button) => button.click());
    await again.waitForSelector("#gone-rows tr");
    await nothingWrong(again);
    await again.close();
  });

  it("a work file of version 1 opens", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await openWork(page, projectFile("tests/golden/work_file_version_1.json"));
    await settled(page);
    assert.match(await textOf(page, "#work-note"), /4条項/u);
    await nothingWrong(page);
    await page.close();
  });

  it("a damaged, a newer and a foreign file are refused with the reason, and the work stays", async () => {
    const page = await sample(shared);
    const left = (await undecided(page)) - 1;
    await go(page, "n");
    await decideClause(page, "a");
    await waitForUndecided(page, left);
    const whole = await readFile(projectFile("tests/golden/work_file_version_1.json"), "utf8");
    const cases = [
      [whole.slice(0, whole.length / 2), "途中で切れているか壊れている"],
      [whole.replace("条例", "要綱"), "保存したときと違っている"],
      [whole.replace('"version":1', '"version":9'), "新しい版のページで保存されています（形式9"],
      ["例規名,条,本文\r\n", "作業ファイルではない"],
    ];
    for (const [text, reason] of cases) {
      const path = join(shared.browser.downloads, "damaged.json");
      await writeFile(path, text);
      await openWork(page, path);
      await waitForNote(page, reason);
      assert.equal(await undecided(page), left);
    }
    await page.close();
  });

  it("where the browser can, saving goes into the chosen file without asking again", async () => {
    const page = await shared.open({ fragment: "#regulations", prepare: writableFiles });
    await openWork(page, projectFile("tests/golden/work_file_version_1.json"));
    await settled(page);
    await inMenu(page, "#work-save-as");
    await waitForNote(page, "「点検.json」に上書きで保存しました");
    assert.match(await page.evaluate(() => globalThis.asked), /^一枚点検_\d{4}-\d{2}-\d{2}\.json$/u);
    await apart(page);
    await go(page, "n");
    await press(page, "a");
    await waitForState(page, "未保存の変更あり");
    await page.keyboard.down("Control");
    await page.keyboard.press("s");
    await page.keyboard.up("Control");
    await waitForState(page, "保存済み");
    const [first, second] = await page.evaluate(() => Promise.all(globalThis.chosen.written.map((file) => file.text())));
    const judged = (text) => JSON.parse(text).content.sections.review.length;
    assert.equal(judged(second), judged(first) + 1);
    await nothingWrong(page);
    await page.close();
  });

  it("a file opened by the browser's choice is saved in place, and one that cannot be written is told", async () => {
    const page = await shared.open({ fragment: "#regulations", prepare: writableFiles });
    const text = await readFile(projectFile("tests/golden/work_file_version_1.json"), "utf8");
    await page.evaluate((text) => { globalThis.workFile = text; }, text);
    await inMenu(page, "label[for=work-file]");
    await settled(page);
    await go(page, "n");
    await press(page, "x");
    await page.evaluate(() => { globalThis.chosen.refuses = true; });
    await inMenu(page, "#work-save");
    await waitForNote(page, "「点検.json」に書き込めませんでした");
    await waitForState(page, "未保存の変更あり");
    await page.evaluate(() => { globalThis.chosen.refuses = false; });
    await inMenu(page, "#work-save");
    await waitForNote(page, "「点検.json」に上書きで保存しました");
    assert.equal(await page.evaluate(() => globalThis.chosen.written.length), 1);
    await nothingWrong(page);
    await page.close();
  });

  it("a file that somebody else wrote meanwhile is left alone, and can be opened anew", async () => {
    const page = await shared.open({ fragment: "#regulations", prepare: writableFiles });
    const text = await readFile(projectFile("tests/golden/work_file_version_1.json"), "utf8");
    const other = await readFile(projectFile("tests/golden/work_file_a_of_two.json"), "utf8");
    await page.evaluate((text) => { globalThis.workFile = text; }, text);
    await inMenu(page, "label[for=work-file]");
    await settled(page);
    await go(page, "n");
    await press(page, "x");
    await page.evaluate((other) => { globalThis.chosen.written.push(new File([other], "点検.json")); }, other);
    await inMenu(page, "#work-save");
    await waitForNote(page, "書き換えています。上書きしていません");
    await waitForState(page, "未保存の変更あり");
    assert.equal(await page.evaluate(() => globalThis.chosen.written.length), 1);
    await inMenu(page, "#work-reopen");
    await waitForNote(page, "判定50件");
    await settled(page);
    await go(page, "n");
    await press(page, "a");
    await inMenu(page, "#work-save");
    await waitForNote(page, "「点検.json」に上書きで保存しました");
    assert.equal(await page.evaluate(() => globalThis.chosen.written.length), 2);
    await nothingWrong(page);
    await page.close();
  });

  it("what cannot be read of a work file is named and written back, and nothing of the work before stays", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    const golden = (name) => projectFile(`tests/golden/work_file_${name}_of_two.json`);
    const sections = async (path) => JSON.parse(await readFile(path, "utf8")).content.sections;
    await openWork(page, golden("a"));
    await waitForNote(page, "判定50件");
    await settled(page);
    await page.type("#filter-words", "公園");
    await openWork(page, golden("b"));
    await waitForNote(page, "いまの作業に統合しますか");
    await inMenu(page, "#work-discard");
    await waitForNote(page, "読めない部分がありました：自治体と人口、アナログ規制の判定のうち1件");
    await settled(page);
    assert.match(await textOf(page, "#work-note"), /判定7件/u);
    assert.equal(await page.$eval("#filter-words", (input) => input.value), "");
    const [before, after] = [await sections(golden("b")), await sections(await saved(shared.browser, () => inMenu(page, "#work-save")))];
    const ordered = (judgements) => judgements.map((one) => JSON.stringify(one)).sort();
    assert.deepEqual(after.town, before.town);
    assert.deepEqual(ordered(after.review), ordered(before.review));
    await nothingWrong(page);
    await page.close();
  });

  const foreign = {
    amendments: { settings: {}, drafts: {}, of_a_later_edition: [1] }, town: { code: "府中", date: "2020-01-01", population: "1", by_hand: true },
    ceiling: { cost: "1円", unit: "yen", of_a_later_edition: null }, inquiry: { sections: [], of_a_later_edition: {} },
    review: { of_a_later_edition: ["判定"] }, procedures: { settings: {}, choices: {}, list: null, of_a_later_edition: true },
  };
  for (const [kind, sections] of [["of a later edition", foreign], ["of no form at all", Object.fromEntries(Object.keys(foreign).map((name) => [name, `${name}?`]))]]) {
    it(`every section ${kind} is named and written back as it was, and nothing of the work before stands in its place`, async () => {
      const page = await shared.open({ fragment: "#regulations" });
      const golden = projectFile("tests/golden/work_file_a_of_two.json");
      await openWork(page, golden);
      await waitForNote(page, "判定50件");
      await settled(page);
      const path = join(shared.browser.downloads, "foreign.json");
      await writeFile(path, withSections(await readFile(golden, "utf8"), { ...sections, of_another_tool: { kept: 1 } }));
      await openWork(page, path);
      await waitForNote(page, "いまの作業に統合しますか");
      await inMenu(page, "#work-discard");
      await waitForNote(page, "読めない部分がありました");
      await settled(page);
      const note = await textOf(page, "#work-note");
      for (const name of ["改正案", "自治体と人口", "対象事業費", "所管課への照会", "アナログ規制の判定", "27手続"]) assert.ok(note.includes(name), `${name}: ${note}`);
      assert.match(note, /判定0件/u);
      assert.equal(await page.$eval("#cost", (input) => input.value), "");
      assert.equal(await page.$eval("#town-population", (input) => input.value), "");
      const after = JSON.parse(await readFile(await saved(shared.browser, () => inMenu(page, "#work-save")), "utf8")).content.sections;
      assert.deepEqual(after, { ...sections, of_another_tool: { kept: 1 } });
      await nothingWrong(page);
      await page.close();
    });
  }

  it("a file opened otherwise is not written over the one before", async () => {
    const page = await shared.open({ fragment: "#regulations", prepare: writableFiles });
    await inMenu(page, "#work-save-as");
    await waitForNote(page, "上書きで保存しました");
    await openWork(page, projectFile("tests/golden/work_file_version_1.json"));
    await settled(page);
    await saved(shared.browser, () => inMenu(page, "#work-save"));
    assert.equal(await page.evaluate(() => globalThis.chosen.written.length), 1);
    await page.close();
  });

  it("before unsaved work is lost the browser asks, and after saving it does not", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await openWork(page, projectFile("tests/golden/work_file_version_1.json"));
    await settled(page);
    const asks = () => page.evaluate(() => !globalThis.dispatchEvent(new Event("beforeunload", { cancelable: true })));
    assert.equal(await asks(), false);
    await go(page, "n");
    await press(page, "a");
    assert.equal(await asks(), true);
    if (shared.name === "chromium") {
      const asked = new Promise((resolve) => { page.once("dialog", (dialog) => { resolve(dialog.type()); dialog.accept(); }); });
      page.close({ runBeforeUnload: true }).catch(() => undefined);
      assert.equal(await asked, "beforeunload");
      return;
    }
    await saved(shared.browser, () => inMenu(page, "#work-save"));
    await waitForState(page, "ダウンロードを始めました");
    assert.equal(await asks(), false);
    await page.close();
  });

  it("another work file waits for the officer's word while work is unsaved", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    const golden = projectFile("tests/golden/work_file_version_1.json");
    await openWork(page, golden);
    await settled(page);
    await apart(page);
    const before = await undecided(page);
    await go(page, "n");
    await decideClause(page, "a");
    await waitForUndecided(page, before - 1);
    await openWork(page, golden);
    await waitForNote(page, "未保存の変更があります");
    assert.equal(await undecided(page), before - 1);
    await inMenu(page, "#work-discard");
    await waitForUndecided(page, before);
    await page.close();
  });

  for (const [index, how] of [[2, "trapped"], [3, "ended without a word"]]) {
    it(`a worker that ${how} is replaced: the page says so, decisions stay, the work goes on`, async () => {
      const page = await shared.open({ fragment: "#regulations", prepare: failingWorker });
      await openFiles(page, cityList);
      const [, , flagged, , open] = await numbers(page);
      const left = open - 1;
      await apart(page);
      await go(page, "n");
      await decideClause(page, "a");
      await waitForUndecided(page, left);
      await page.evaluate(() => { for (const input of document.querySelectorAll("#filter-found input")) input.click(); });
      await waitForShown(page, 6315);
      await page.$eval("#review-list", (list) => { list.scrollTop = 0; });
      await eventually("the line", () => page.$(`.row[data-position="${index}"]`));
      await page.click(`.row[data-position="${index}"]`);
      await page.waitForFunction(() => document.querySelector("#review-lost").textContent.includes("続けて使えます"), { timeout: 30_000 });
      await settled(page);
      assert.equal(await undecided(page), left);
      await page.click("#filter-reset");
      await waitForShown(page, flagged);
      assert.match(await textOf(page, ".row[data-position]"), /該当/u);
      await go(page, "n");
      await decideClause(page, "x");
      await waitForUndecided(page, left - 1);
      await nothingWrong(page);
      await page.close();
    });
  }
});
