// What comes back from the sections: known, read, shown before anything changes, taken over as one step; and two work files united.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { it } from "node:test";
import { axeFindings, go, nothingWrong, press, settled } from "./desk.mjs";
import { eventually, inBrowsers, inMenu, output, projectFile, saved, textOf } from "./harness.mjs";
import { brokenWords } from "./paper.mjs";

const folder = projectFile("tests/golden/inquiry");
const sheets = (await readdir(folder)).filter((name) => /^\d\d_.*\.(?:xlsx|xls|ods|csv)$/u.test(name)).sort();
const bytesOf = async (path) => [...await readFile(path)];

/** Drops files on the page. */
async function drop(page, files) {
  await page.evaluate((files) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of files) transfer.items.add(new File([new Uint8Array(bytes)], name));
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }, files);
}

/** Opens the page with the inquiry of the golden town. */
async function asked(shared, options = {}) {
  const page = await shared.open({ fragment: "#regulations", ...options });
  await (await page.$("#work-file")).uploadFile(join(folder, "work.json"));
  await eventually("the work", async () => /作業ファイルを開きました/u.test(await textOf(page, "#work-note")));
  await settled(page);
  return page;
}

const answers = async (names = sheets) => Promise.all(names.map(async (name) => ({ name, bytes: await bytesOf(join(folder, name)) })));
const accounted = (page, files) => eventually("the account", async () => (await page.$$("#incoming-rows tr")).length === files && page.$eval("#incoming-progress", (place) => place.hidden), 30_000);
const sum = (page) => textOf(page, "#incoming-sum");
const reviewed = async (shared, page) => JSON.parse(await readFile(await saved(shared.browser, () => inMenu(page, "#work-save")), "utf8")).content.sections;

inBrowsers("answers of the sections", (shared) => {
  it("sixteen sheets dropped together are known, read and accounted for row by row, and nothing changes before it is taken", async () => {
    const page = await asked(shared);
    await drop(page, await answers());
    await accounted(page, 16);
    assert.equal(await page.$eval("#regulations-inquiries", (screen) => screen.hidden), false);
    assert.equal((await page.$$(".opening-card")).length, 0);
    for (const [index, name] of sheets.entries()) {
      const wanted = JSON.parse(await readFile(join(folder, name.replace(/\.[^.]+$/u, ".expected.json")), "utf8"));
      const cells = await page.$$eval(`#incoming-rows tr:nth-child(${index + 1}) > *`, (all) => all.map((cell) => cell.textContent));
      assert.deepEqual([cells[0], ...cells.slice(2, 8).map(Number)],
        [name, wanted.rows_read, wanted.answered, wanted.partial, wanted.unclear, wanted.unanswered, wanted.unknown.length], name);
      assert.equal(wanted.rows_read, wanted.answered + wanted.partial + wanted.unclear + wanted.unanswered + wanted.unknown.length);
    }
    assert.match(await sum(page), /取り込むと、判定\d+件が入ります.*食い違い\d+件/u);
    assert.deepEqual((await reviewed(shared, page)).review, []);
    for (const width of [1366, 400]) {
      await page.setViewport({ width, height: 768 });
      assert.deepEqual(await axeFindings(page), []);
    }
    await nothingWrong(page);
    await page.close();
  });

  it("answers are taken over as one step, conflicts by section, and one undo takes all back", async () => {
    const page = await asked(shared);
    await drop(page, await answers());
    await accounted(page, 16);
    const before = await page.$$eval("#progress-rows td:nth-child(5)", (all) => all.map((cell) => Number.parseInt(cell.textContent, 10)));
    assert.equal(before.reduce((one, other) => one + other, 0), 38);
    await page.$eval("#incoming-parts button[data-section]", (button) => button.click());
    await page.click("#incoming-take");
    await eventually("the announcement", async () => /回答\d+件を取り込み、\d+件の判定が変わりました/u.test(await textOf(page, "#announcement")));
    const taken = await reviewed(shared, page);
    assert.ok(taken.review.length > 0);
    assert.ok(taken.inquiry.answers.length > 0);
    assert.ok(taken.review.every(({ judgement }) => judgement.origin?.source !== ""));
    const rows = await page.$$eval("#progress-rows tr", (all) => all.map((row) => [...row.querySelectorAll("td")].map((cell) => Number.parseInt(cell.textContent, 10))));
    for (const [, all, ...parts] of rows) assert.equal(all, parts.slice(0, 5).reduce((one, other) => one + other, 0));
    await page.click("#review-undo");
    await eventually("the announcement", async () => /元に戻しました（回答の取り込み/u.test(await textOf(page, "#announcement")));
    const undone = await reviewed(shared, page);
    assert.deepEqual([undone.review, undone.inquiry.answers], [[], []]);
    await nothingWrong(page);
    await page.close();
  });

  it("at the clause one answer is taken, none, or the row asked once more, and what is left goes to 再照会 with one button", async () => {
    const page = await asked(shared);
    await drop(page, await answers());
    await accounted(page, 16);
    assert.match(await page.$eval("#incoming-rows", (rows) => rows.textContent), /（照会先）/u);
    await page.click("#incoming-take");
    await eventually("the announcement", async () => /回答\d+件を取り込み/u.test(await textOf(page, "#announcement")));
    await page.waitForSelector('#progress-rows button[data-standing="食い違い"]');
    await page.click('#progress-rows button[data-standing="食い違い"]');
    await page.waitForSelector("#regulations-judge:not([hidden])");
    await page.waitForFunction(() => document.querySelector("#review-list .inquiry-state")?.textContent.includes("食い違い"));
    await go(page, "j");
    await page.click("#clause-tab-inquiry");
    await page.waitForSelector("#clause-inquiry-asked button[data-take]");
    const standing = () => textOf(page, "#clause-inquiry-state");
    assert.match(await standing(), /食い違い/u);
    const words = await page.$$eval("#clause-inquiry-asked button", (all) => all.map((button) => button.textContent));
    assert.ok(words.includes("今のまま") && words.includes("採る") && words.includes("もう一度照会する"), words.join("、"));
    assert.deepEqual(await axeFindings(page), []);
    await page.screenshot({ path: join(output, `clause-inquiry-${shared.name}.png`) });
    await page.$$eval("#clause-inquiry-asked button[data-take]", (all) => all.find((button) => button.textContent === "採る").click());
    await eventually("the announcement", async () => /の回答を採り、1件の判定が変わりました/u.test(await textOf(page, "#announcement")));
    await eventually("the state", async () => /回答あり/u.test(await standing()));
    await page.click("#review-undo");
    await eventually("the state before", async () => /食い違い/u.test(await standing()));
    await page.$$eval("#clause-inquiry-asked button[data-take]", (all) => all.find((button) => button.textContent === "今のまま").click());
    await eventually("the state", async () => /回答あり/u.test(await standing()));
    await page.click("#clause-inquiry-asked button[data-wish]");
    await page.waitForSelector('#clause-inquiry-asked button[data-wish][aria-pressed="true"]');
    const { inquiry } = await reviewed(shared, page);
    assert.equal(inquiry.wished.length, 1);
    await page.click("[data-subtab=regulations-inquiries]");
    await page.waitForSelector("#progress-again:not([hidden])");
    await page.click("#progress-again");
    await eventually("the announcement", async () => /再照会：.*課に\d+行/u.test(await textOf(page, "#announcement")));
    assert.equal(await page.$eval("#outgoing-what", (select) => select.value), "again");
    const all = (await page.$$("#outgoing-rows input:checked")).length;
    await page.click("#progress-rows button[data-again]");
    await eventually("one section", async () => (await page.$$("#outgoing-rows input:checked")).length === 1);
    assert.ok(all > 1, `${all}`);
    await nothingWrong(page);
    await page.close();
  });

  it("lists of what came back stay unfolded when something is decided in them, and show what is beyond their first lines", async () => {
    const page = await asked(shared);
    const line = (index) => `K7Q-204-${index === 0 ? "M" : "N"},条例${index},第${index}条,該当,`;
    const csv = `照会番号,例規名,条項,判定,見直し要否\r\n${Array.from({ length: 650 }, (_, index) => line(index)).join("\r\n")}`;
    await drop(page, [...await answers(sheets.slice(8, 10)), { name: "多い.csv", bytes: [...new TextEncoder().encode(csv)] }]);
    await accounted(page, 3);
    const part = '[data-list="番号のわからない行"]';
    await page.$eval(part, (details) => { details.open = true; });
    const lines = () => page.$$eval(`${part} tbody tr`, (rows) => rows.length);
    assert.equal(await lines(), 300);
    assert.match(await textOf(page, part), /ほか\d+件/u);
    await page.click(`${part} [data-more]`);
    assert.equal(await lines(), 600);
    await page.click(`${part} [data-more]`);
    assert.ok(await lines() > 650);
    assert.equal(await page.$(`${part} [data-more]`), null);
    assert.equal(await page.$eval(part, (details) => details.open), true);
    assert.equal(await page.evaluate(() => document.activeElement.localName), "summary");
    await page.click(`${part} [data-accept]`);
    await eventually("one fewer", async () => await lines() > 650 && page.$eval(part, (details) => details.open));
    await nothingWrong(page);
    await page.close();
  });

  it("a sheet dropped while another tool is in front is known as an answer", async () => {
    const page = await asked(shared);
    await page.click("[data-tab=procedures]");
    await drop(page, await answers(sheets.slice(0, 1)));
    await accounted(page, 1);
    assert.equal(await page.$eval("#regulations-inquiries", (screen) => screen.hidden), false);
    assert.equal(await textOf(page, "#procedures-told"), "");
    await nothingWrong(page);
    await page.close();
  });

  it("without the work file that asked, a sheet is told as one and not read as ordinances", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    await drop(page, await answers(sheets.slice(0, 1)));
    await eventually("the sentence", async () => /所管課から戻った照会票です.*先に開いて/u.test(await textOf(page, "#announcement")));
    assert.equal((await page.$$(".opening-card")).length, 0);
    await page.close();
  });

  it("a telephone call is entered by hand with the keyboard, for the rest of a section", async () => {
    const page = await asked(shared);
    await page.click("[data-subtab=regulations-inquiries]");
    await page.focus("#incoming-hand-open");
    await press(page, "Enter");
    await page.waitForSelector("#incoming-hand:not([hidden])");
    await page.select("#hand-section", "水道課");
    await page.select("#hand-decision", "非該当");
    await page.type("#hand-respondent", "見本");
    await page.focus("#hand-add");
    await press(page, "Enter");
    await accounted(page, 1);
    assert.match(await sum(page), /判定3件が入ります/u);
    await page.focus("#incoming-take");
    await press(page, "Enter");
    await eventually("the announcement", async () => /3件の判定が変わりました/u.test(await textOf(page, "#announcement")));
    const { review } = await reviewed(shared, page);
    assert.deepEqual(review.map(({ judgement }) => [judgement.decision, judgement.origin.who, judgement.origin.source]),
      Array(3).fill(["does_not_apply", "水道課 見本", "電話"]));
    await page.close();
  });

  it("forty files are read and accounted for", async () => {
    const page = await asked(shared);
    const some = await answers();
    // The same content twice is read once: each copy of a text differs in a line beside the table.
    const csv = some.find(({ name }) => name.endsWith("UTF8.csv"));
    const copies = Array.from({ length: 40 - some.length }, (_, index) => ({
      name: `写し${index}.csv`, bytes: [...csv.bytes, ...new TextEncoder().encode(`\r\n,写し${index}`)],
    }));
    await drop(page, [...some, ...copies]);
    await accounted(page, 40);
    await nothingWrong(page);
    await page.close();
  });
});

/** A work file with other sections, its check made anew. */
function rewritten(text, change) {
  const file = JSON.parse(text);
  change(file.content.sections);
  const content = JSON.stringify(file.content);
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(content)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return `{"format":"ichimai-work","version":${file.version},"check":"${hash.toString(16).padStart(16, "0")}","content":${content}}`;
}

inBrowsers("two work files", (shared) => {
  it("are united: what differs is chosen side by side, one undo takes it back, and nothing is lost", async () => {
    const text = await readFile(join(folder, "work.json"), "utf8");
    const { content } = JSON.parse(text);
    const targets = content.sections.inquiry.rounds[0].items.slice(0, 3).map((item) => item.targets[0]);
    const judged = (decisions) => (sections) => {
      sections.review = targets.flatMap((target, index) => decisions[index] ? [{ target, judgement: { decision: decisions[index] } }] : [])
        .sort((one, other) => (one.target.clause < other.target.clause ? -1 : 1));
    };
    const paths = [["mine", ["applies", "applies", null]], ["theirs", ["applies", "does_not_apply", "to_check"]]].map(([name, decisions]) => [join(shared.browser.downloads, `../${name}-${shared.name}.json`), rewritten(text, judged(decisions))]);
    for (const [path, written] of paths) await writeFile(path, written);
    const page = await shared.open({ fragment: "#regulations" });
    await (await page.$("#work-file")).uploadFile(paths[0][0]);
    await settled(page);
    await (await page.$("#work-merge-file")).uploadFile(paths[1][0]);
    await eventually("the view", async () => /食い違いが1件あります。統合するまで、何も変わりません/u.test(await textOf(page, "#merge-lead")));
    assert.match(await textOf(page, "#merge-disputes tbody"), /判定.*該当.*非該当.*theirs/u);
    for (const width of [1366, 400]) {
      await page.setViewport({ width, height: 768 });
      assert.deepEqual(await axeFindings(page), []);
    }
    await page.setViewport({ width: 1366, height: 768 });
    await page.click("[data-all=theirs]");
    await page.click("#merge-take");
    await eventually("the note", async () => /統合しました（判定2件が変わりました）/u.test(await textOf(page, "#work-note")));
    const decisions = async () => Object.fromEntries((await reviewed(shared, page)).review.map(({ target, judgement }) => [target.clause, judgement.decision]));
    const wanted = (list) => Object.fromEntries(list.flatMap((decision, index) => decision ? [[targets[index].clause, decision]] : []));
    assert.deepEqual(await decisions(), wanted(["applies", "does_not_apply", "to_check"]));
    await page.click("#review-undo");
    await eventually("the announcement", async () => /元に戻しました（作業ファイルの統合/u.test(await textOf(page, "#announcement")));
    assert.deepEqual(await decisions(), wanted(["applies", "applies"]));
    await nothingWrong(page);
    await page.close();
  });

  it("what was left for later is kept as a dispute and settled from the screen 照会と回答", async () => {
    const page = await shared.open({ fragment: "#regulations" });
    const path = (name) => join(shared.browser.downloads, `../${name}-${shared.name}.json`);
    await (await page.$("#work-file")).uploadFile(path("mine"));
    await settled(page);
    await (await page.$("#work-merge-file")).uploadFile(path("theirs"));
    await page.waitForSelector("#merge-body:not([hidden])");
    await page.click("#merge-take");
    await eventually("the note", async () => /食い違い1件は、あとで決めるものとして残しました/u.test(await textOf(page, "#work-note")));
    await page.click("[data-subtab=regulations-inquiries]");
    await page.waitForSelector("#incoming-disputes:not([hidden])");
    await page.click("#incoming-settle");
    await page.waitForSelector("#merge-body:not([hidden])");
    await page.click("[data-all=theirs]");
    await page.click("#merge-take");
    await page.waitForSelector("#incoming-disputes[hidden]");
    const { review, inquiry } = await reviewed(shared, page);
    assert.equal(review.filter(({ judgement }) => judgement.decision === "does_not_apply").length, 1);
    assert.equal(inquiry.disputes, undefined);
    await nothingWrong(page);
    await page.close();
  });
});

/** 照会番号 of the round K7Q with its check character. */
function numbered(item) {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXY";
  const body = `K7Q${[961, 31, 1].map((unit) => alphabet[Math.floor(item / unit) % 31]).join("")}`;
  const check = [...body].reduce((sum, letter, place) => sum + (place + 1) * alphabet.indexOf(letter), 10) % 31;
  return `${body.slice(0, 3)}-${body.slice(3)}-${alphabet[check]}`;
}

inBrowsers("the one page", (shared) => {
  it("is one printed A4 with forty sections, eight categories and plans of many years, and names no undecided clause", async () => {
    const text = await readFile(join(folder, "work.json"), "utf8");
    const policies = ["amend_ordinance", "amend_rule", "clarify", "operate", "abolish", "done", "nothing"];
    const times = ["2027-03", "FY2027", "2028-09", "FY2029", "FY2031", "未定", ""];
    const path = join(shared.browser.downloads, `../forty-${shared.name}.json`);
    let open;
    await writeFile(path, rewritten(text, (sections) => {
      const [round] = sections.inquiry.rounds;
      const targets = [...new Map(round.items.map((item) => [JSON.stringify(item.targets[0]), item.targets[0]])).values()];
      open = round.items.at(-1);
      sections.review = targets.filter((target) => JSON.stringify(target) !== JSON.stringify(open.targets[0])).map((target, index) => ({
        target, judgement: { decision: "applies", need: "needed", policy: policies[index % 7], ...(times[index % 5] && { time: times[index % 7] || "未定" }) },
      })).sort((one, other) => (JSON.stringify(one.target) < JSON.stringify(other.target) ? -1 : 1));
      const categories = ["visual", "onsite_audit", "periodic", "stationing", "training", "posting", "inspection_of_records", "storage_media"];
      round.deadline = "2026-11-29";
      round.items = Array.from({ length: 320 }, (_, index) => ({
        number: numbered(index), section: `第${Math.floor(index / 8) + 1}地域まちづくり推進課`, title: "見本条例", article: `第${index}条`,
        targets: [{ clause: `${index.toString(16).padStart(16, "0")}-0000000000000001`, category: categories[index % 8] }],
      }));
    }));
    const page = await shared.open({ fragment: "#regulations" });
    await (await page.$("#work-file")).uploadFile(path);
    await settled(page);
    await page.click("[data-tab=report]");
    await eventually("the page", () => page.$(".one-page table"));
    const one = await textOf(page, ".one-page");
    assert.match(one, /ほか34課.*計（40課）320/u);
    assert.match(one, /方針.*令和8年度.*令和9年度.*令和10年度度?〜?.*未定.*計/u);
    assert.ok(!one.includes(open.caption) || open.caption === "", one);
    if (shared.name === "chromium") assert.deepEqual(await brokenWords(page), []);
    const pdf = join(output, `one-page-${shared.name}.pdf`);
    await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: false });
    const pages = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).normalize("NFKC").split("\f");
    assert.match(pages[0], /影響の大きい条項/u);
    assert.match(pages[0], /該当性は所管課が判断/u);
    assert.match(pages[1], /アナログ規制の点検結果/u);
    assert.match(pages.slice(1).join(""), /第40地域まちづくり推進課/u);
    await nothingWrong(page);
    await page.close();
  });
});
