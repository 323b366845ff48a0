// Files that cannot or must not be read, in the real page: each is named with its next step, and the page stays alive.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { bomb, compound, workbook, zipped } from "./archives.mjs";
import { atRest, eventually, inBrowsers, textOf } from "./harness.mjs";

const ordinance = "見本条例\n第1条　市長は、毎年1回検査する。\n";
const laughs = `<?xml version="1.0"?><!DOCTYPE Law [<!ENTITY a0 "はは">${Array.from({ length: 9 }, (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`).join("")}]><Law><LawBody><LawTitle>甲法</LawTitle><MainProvision><Article><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphSentence><Sentence>&a9;とする。</Sentence></ParagraphSentence></Paragraph></Article></MainProvision></LawBody></Law>`;
const cell = (place, text) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Each with what the page says and where: on the card at once, or in the account after reading. */
const files = [
  { name: "爆弾.zip", bytes: () => bomb("条例.txt"), word: /展開すると大きすぎる.*分けて開いて/u },
  { name: "端.xlsx", bytes: () => workbook(`<row r="1">${cell("A1", "条項")}${cell("B1", "本文")}</row><row r="2">${cell("A2", "第1条")}${cell("B2", "市長は、毎年1回検査する。")}</row><row r="1048576">${cell("XFD1048576", "端")}</row>`), word: /1,000列より右のセルは読み込みません.*端\.xlsx：シート「一覧」の1048576行目/u, clauses: 1 },
  { name: "哄笑.xml", bytes: () => laughs, word: /略記は展開せずに読みました.*哄笑\.xml/u, clauses: 1 },
  { name: "途中.zip", bytes: () => zipped([{ name: "a.txt", bytes: ordinance.repeat(200) }]).subarray(0, 120), word: /途中で切れているか、壊れています.*もう一度コピー/u },
  { name: "零.xlsx", bytes: () => Buffer.alloc(1 << 20), word: /中身がありません.*確かめて/u },
  { name: "鍵.xlsx", bytes: () => compound("EncryptedPackage"), word: /パスワードで保護.*保護を外して/u },
  { name: "鍵.zip", bytes: () => zipped([{ name: "秘.txt", bytes: ordinance, encrypted: true }, { name: "公.txt", bytes: ordinance }]), word: /パスワードで保護.*鍵\.zip\/秘\.txt/u, clauses: 1 },
  { name: "古い.doc", bytes: () => compound("WordDocument"), word: /古いWordの形式（DOC）は読めません.*Word文書/u },
  { name: "計画.jtd", bytes: () => compound("DocumentText"), word: /一太郎のファイルは読めません.*テキストとして保存/u },
  { name: "例規.pdf", bytes: () => "%PDF-1.7\n%%EOF", word: /PDFは読めません.*貼り付けて/u },
  { name: "写真.jpg", bytes: () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), word: /画像の中の文字は読めません.*元の文書/u },
];

inBrowsers("hostile files", (shared) => {
  it("names each file with what to do, reads the others, and the page stays alive", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ichimai-hostile-"));
    const paths = await Promise.all([...files, { name: "良い.txt", bytes: () => ordinance }].map(async ({ name, bytes }) => {
      await writeFile(join(folder, name), bytes());
      return join(folder, name);
    }));
    const page = await shared.open({ fragment: "#regulations" });
    const field = await page.$("#opening-files");
    await field.uploadFile(...paths);
    await eventually("all cards", async () => {
      const words = await page.$$eval(".opening-card [data-slot=verdict]", (all) => all.map((one) => one.textContent));
      return words.length === paths.length && words.every((word) => !word.includes("…"));
    }, 60_000);
    const cards = await page.$$eval(".opening-card", (all) => all.map((card) => card.textContent.replace(/\s+/gu, " ")));
    files.forEach(({ name, word, clauses }, place) => {
      assert.ok(cards[place].includes(name));
      if (!clauses) assert.match(cards[place], word);
    });
    await page.click("#opening-read");
    await page.waitForSelector("#opening-account:not([hidden])", { timeout: 60_000 });
    const account = await textOf(page, "#opening-account");
    const readable = files.reduce((sum, { clauses }) => sum + (clauses ?? 0), 1);
    assert.match(account, new RegExp(`から、${readable}条項を読み込みました`, "u"));
    for (const { name, word } of files) {
      assert.ok(account.includes(name), `${name} is not in ${account}`);
      assert.match(account, word);
    }
    await page.click("[data-tab=procedures]");
    await page.click("#procedures-sample");
    assert.equal(await textOf(page, "#procedures-count"), "17 / 27");
    assert.deepEqual(page.errors, []);
    await page.close();
    await rm(folder, { recursive: true });
  });

  it("shows what stands in a ZIP before it is read, and what of it cannot be read", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ichimai-zip-"));
    const path = join(folder, "例規.zip");
    await writeFile(path, zipped([
      { name: "条例/見本.txt", bytes: ordinance },
      { name: "一覧.csv", bytes: "例規名,条項,本文\n甲条例,第1条,市長は、掲示する。\n" },
      { name: "図面.pdf", bytes: "%PDF-1.7\n" },
      { name: "中.zip", bytes: zipped([{ name: "a.txt", bytes: ordinance }]) },
    ]));
    const page = await shared.open({ fragment: "#regulations" });
    await (await page.$("#opening-files")).uploadFile(path);
    await page.waitForSelector(".opening-members");
    assert.match(await textOf(page, ".opening-card"), /例規\.zip.*読み取れます ファイル4件（読めないもの2件）/u);
    const members = await page.$$eval(".opening-members li", (all) => all.map((one) => one.textContent.replace(/\s+/gu, " ")));
    assert.match(members[0], /条例\/見本\.txt テキスト 条文「見本条例」、1条項.*市長は、毎年1回検査する/u);
    assert.match(members[1], /一覧\.csv CSV 表、2行.*甲条例/u);
    assert.match(members[2], /図面\.pdf PDF.*PDFは読めません/u);
    assert.match(members[3], /中\.zip ZIP.*ZIPの中のZIPは開きません/u);
    assert.deepEqual(page.errors, []);
    await page.close();
    await rm(folder, { recursive: true });
  });

  it("asks for the first preview a worker that was started with the tab, and starts no other", async () => {
    const prepare = () => {
      const Plain = globalThis.Worker;
      globalThis.started = 0;
      globalThis.Worker = class extends Plain {
        constructor(...given) { super(...given); globalThis.started += 1; }
      };
    };
    const page = await shared.open({ fragment: "#regulations", prepare });
    await page.waitForFunction(() => globalThis.started > 0);
    await atRest(page);
    const started = await page.evaluate(() => globalThis.started);
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      const row = "甲条例,第1条,市長は、毎年一回、施設の状況を目視により検査しなければならない。\n";
      transfer.items.add(new File(["例規名,条項,本文\n", row.repeat(2_000)], "一覧.csv"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    await page.waitForSelector(".opening-preview td");
    assert.equal(await page.evaluate(() => globalThis.started), started);
    await page.close();
  });
});
