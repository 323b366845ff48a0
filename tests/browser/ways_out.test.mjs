// Every way out is tried from the page's own code: refused in the page, heard by a listening server where the policy is loose.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { eventually, inBrowsers, pageAddress } from "./harness.mjs";
import { pageAttempts, pageProbe, workerAttempts, workerProbe } from "./ways_out.mjs";

const heard = new Set();
let folder;
let server;
let address;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "ichimai-ways-out-"));
  server = createServer((request, response) => {
    heard.add(request.url);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Content-Type", "text/javascript");
    // A browser opens few connections to one server: none is kept from the next attempt.
    response.setHeader("Connection", "close");
    response.end("0;");
  });
  server.on("upgrade", (request, socket) => { heard.add(request.url); socket.destroy(); });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${server.address().port}`;
});

after(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

const policyPattern = /(http-equiv="Content-Security-Policy" content=")([^"]*)"/u;
const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const loose = () => "default-src * 'unsafe-inline' 'unsafe-eval' data: blob:; script-src * 'unsafe-inline' 'unsafe-eval' data: blob:";

/** A copy of the page with the probes in its own code, named by their hashes as its own code is, under a changed policy. */
async function copyWith(name, changePolicy = (policy) => policy) {
  const to = `${address}/${name}/`;
  const text = await readFile(fileURLToPath(pageAddress), "utf8");
  const [, boot] = text.match(/<script id="boot">([\s\S]*?)<\/script>/u);
  const probed = boot.replace("function work() {", () => `function work() {${workerProbe(to)}`);
  assert.notEqual(probed, boot, "the worker's function is where the probe looks for it");
  const leave = pageProbe(to);
  const changed = text
    .replace(boot, () => probed)
    .replace(policyPattern, (_, start, policy) => {
      const named = policy.replace(hashOf(boot), `${hashOf(probed)} ${hashOf(leave)}`);
      return `${start}${changePolicy(named)}"`;
    })
    .replace("</body>", () => `<script>${leave}</script></body>`);
  const copy = join(folder, `${name}.html`);
  await writeFile(copy, changed);
  return pathToFileURL(copy).href;
}

/** Makes all attempts in the page or in its worker; tells of each whether it got out and how it was refused. */
async function attempt(shared, name, where, changePolicy) {
  const page = await shared.open({ address: await copyWith(name, changePolicy) });
  await page.evaluate((event) => { dispatchEvent(new Event(event)); }, where);
  await page.waitForFunction(() => globalThis.outcomes, { timeout: 60_000, polling: 200 });
  const outcomes = await page.evaluate(() => globalThis.outcomes);
  await page.close();
  return outcomes;
}

/** Whether an attempt got out: its code ran, or the server heard of it. */
const got = (name, outcome) => outcome.ran || heard.has(`/${name}/${outcome.path}.js`);

const withoutTrustedTypes = (policy) => policy.replace(/; require-trusted-types-for.*$/u, "");

/** Names of attempts for which `wrong` holds, with what came of them; without those that this browser never makes. */
const those = (shared, attempts, outcomes, wrong) => attempts
  .filter(([name, wall, , except]) => !except?.not?.[shared.name] && wrong(outcomes[name], wall, except))
  .map(([name]) => `${name}: ${JSON.stringify(outcomes[name])}`);

inBrowsers("ways out", (shared) => {
  for (const [where, event, attempts] of [["the page", "probe", pageAttempts], ["its worker", "probe-worker", workerAttempts]]) {
    it(`control: under a loose policy every attempt of ${where} gets out`, async () => {
      const name = `loose-${event}-${shared.name}`;
      const outcomes = await attempt(shared, name, event, loose);
      const silent = () => those(shared, attempts, outcomes, (outcome) => !got(name, outcome));
      await eventually("a request for every attempt", () => silent().length === 0).catch(() => {});
      assert.deepEqual(silent(), []);
    });

    it(`no attempt of ${where} gets out, and the browser names the wall of each`, async () => {
      const copy = `strict-${event}-${shared.name}`;
      const outcomes = await attempt(shared, copy, event);
      assert.deepEqual(attempts.filter(([name]) => got(copy, outcomes[name])), []);
      const unexplained = (outcome, wall, except) =>
        !except?.quiet?.includes(shared.name) && !outcome.refusals.some((refusal) => wall.test(refusal));
      assert.deepEqual(those(shared, attempts, outcomes, unexplained), []);
    });

    it(`no attempt of ${where} gets out where the browser knows no Trusted Types`, async () => {
      const copy = `untrusted-${event}-${shared.name}`;
      const outcomes = await attempt(shared, copy, event, withoutTrustedTypes);
      assert.deepEqual(attempts.filter(([name]) => got(copy, outcomes[name])), []);
    });
  }
});
