// Changed copies of the page: what it does when a part of it fails, or when its policy is another.

import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { pageAddress } from "./harness.mjs";

const policyPattern = /(http-equiv="Content-Security-Policy" content=")([^"]*)"/u;
const same = (text) => text;

/** The hash of an inline script or style, as a policy names it. */
export const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * A copy of the page: `boot` changes the start-up script (and the policy names it by its new hash), `policy` the policy, and
 * `text` the whole file, as a damage on the way would. A change that changes nothing is an error.
 */
export async function copyOf({ boot = same, policy = same, text = same }) {
  const whole = await readFile(fileURLToPath(pageAddress), "utf8");
  const [, old] = whole.match(/<script id="boot">([\s\S]*?)<\/script>/u);
  const renewed = boot(old);
  const changed = text(whole
    .replace(old, () => renewed)
    .replace(policyPattern, (_, start, now) => `${start}${policy(now.replace(hashOf(old), hashOf(renewed)))}"`));
  if (changed === whole) throw new Error("the copy is not changed");
  const folder = await mkdtemp(join(tmpdir(), "ichimai-copy-"));
  const path = join(folder, "copy.html");
  await writeFile(path, changed);
  return { address: pathToFileURL(path).href, remove: () => rm(folder, { recursive: true }) };
}
