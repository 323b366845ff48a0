// The promise that nothing leaves: the browser enforces it, and the proof itself is proven able to fail.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { eventually, inBrowsers, pageAddress, textOf } from "./harness.mjs";

const listener = { hits: [] };
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "ichimai-privacy-"));
  listener.server = createServer((request, response) => {
    listener.hits.push(request.url);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.end("heard");
  });
  await new Promise((resolve) => listener.server.listen(0, "127.0.0.1", resolve));
  listener.address = `http://127.0.0.1:${listener.server.address().port}`;
});

after(async () => {
  listener.server.close();
  await rm(folder, { recursive: true });
});

const policyPattern = /(http-equiv="Content-Security-Policy" content=")([^"]*)"/u;
const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A copy of the page with a script that tries to leave, under a changed policy. */
async function withLeak(name, changePolicy) {
  const leak = `
    const from = ${JSON.stringify(`${listener.address}/${name}`)};
    document.addEventListener("securitypolicyviolation", (event) => {
      (window.violations ??= []).push(event.effectiveDirective);
    });
    fetch(from + "-fetch").catch(() => {});
    new Image().src = from + "-image";
    try { navigator.sendBeacon(from + "-beacon", "x"); } catch {}
    window.leaked = true;`;
  const text = await readFile(fileURLToPath(pageAddress), "utf8");
  const changed = text
    .replace(policyPattern, (_, before, policy) => `${before}${changePolicy(policy, hashOf(leak))}"`)
    .replace("</body>", () => `<script>${leak}</script></body>`);
  const copy = join(folder, `${name}.html`);
  await writeFile(copy, changed);
  return pathToFileURL(copy).href;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 800));
const heard = (name) => listener.hits.filter((url) => url.startsWith(`/${name}-`));

inBrowsers("privacy", (shared) => {
  it("control: without the policy the same attempts are heard", async () => {
    const name = `control-${shared.name}`;
    const page = await shared.open({ address: await withLeak(name, () => "default-src * 'unsafe-inline' 'unsafe-eval' blob: data:") });
    await eventually("the leak", () => heard(name).length >= 2);
    await page.close();
  });

  it("a script that slipped in does not even run", async () => {
    const name = `slipped-${shared.name}`;
    const page = await shared.open({ address: await withLeak(name, (policy) => policy) });
    await settled();
    assert.equal(await page.evaluate(() => window.leaked), undefined);
    assert.deepEqual(heard(name), []);
    await page.close();
  });

  it("a script that the policy lets run still cannot send", async () => {
    const name = `allowed-${shared.name}`;
    const page = await shared.open({
      address: await withLeak(name, (policy, hash) => policy.replace("script-src ", `script-src ${hash} `)),
    });
    await settled();
    const [leaked, violations] = await page.evaluate(() => [window.leaked, window.violations]);
    assert.equal(leaked, true);
    assert.deepEqual(heard(name), []);
    assert.ok(violations.includes("connect-src") && violations.includes("img-src"), String(violations));
    await page.close();
  });

  it("the page's own check reports that the browser blocked every attempt", async () => {
    const page = await shared.open({ fragment: "#about" });
    await page.click("#self-check");
    await page.waitForSelector("#self-check-result table");
    assert.match(await textOf(page, "#self-check-result"), /5通りの通信を試み、すべてブラウザが遮断しました/u);
    await page.close();
  });

  it("the page's own check does not claim what it did not see", async () => {
    const loose = (policy) => policy.replace("default-src 'none'", "default-src 'none'; connect-src *; img-src *");
    const page = await shared.open({ address: `${await withLeak(`loose-${shared.name}`, loose)}#about` });
    await page.click("#self-check");
    await page.waitForSelector("#self-check-result table");
    assert.match(await textOf(page, "#self-check-result .error"), /遮断を確認できない試みがあります/u);
    await page.close();
  });

  it("nothing is requested but the page and its blobs", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await page.click("#ceiling-sample");
    for (const tab of ["procedures", "regulations", "report", "about"]) {
      await page.evaluate((tab) => { location.hash = tab; }, tab);
      await page.waitForSelector(`#${tab}:not([hidden])`);
    }
    await settled();
    // Firefox draws form controls with a font of its own from a data: address, which leads nowhere.
    const beyond = page.requests.filter((url) => !url.startsWith(pageAddress) && !/^(blob|data):/u.test(url));
    assert.deepEqual(beyond, []);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  it("stores nothing", async () => {
    const page = await shared.open({ fragment: "#ceiling" });
    await page.click("#ceiling-sample");
    const kept = await page.evaluate(async () => {
      const databases = await (indexedDB.databases?.() ?? []);
      return [localStorage.length, sessionStorage.length, databases.length, document.cookie];
    });
    assert.deepEqual(kept, [0, 0, 0, ""]);
    await page.close();
  });
});
