// Start-up and the worker's shim: unpacks the core, starts the page, and makes workers of the same core.
"use strict";

// Runs in the worker, never in the page: receives the core once, then one call after another.
function work() {
  self.onmessage = ({ data }) => {
    if (data.core) {
      wasm_bindgen.initSync({ module: data.core });
      return;
    }
    const { id, call, input } = data;
    const progress = (value) => self.postMessage({ id, progress: value });
    try {
      self.postMessage({ id, result: wasm_bindgen[call](input, progress) });
    } catch (error) {
      const trapped = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
      const plain = error instanceof Error ? error.message : error;
      self.postMessage({ id, error: plain, trapped });
    }
  };
}

(() => {
  const shown = (id, visible) => { document.getElementById(id).hidden = !visible; };
  const fail = (reason, detail) => {
    const panel = document.getElementById("cannot-start");
    panel.querySelector("[data-slot=reason]").textContent = reason;
    panel.querySelector("[data-slot=detail]").textContent = `${detail} / ${navigator.userAgent}`;
    shown("starting", false);
    shown("cannot-start", true);
  };

  // Five digits to the base of 85 are four bytes; a shorter last group is filled with the highest digit.
  const decode = (text) => {
    const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+,-./:;=?@[]^_{}";
    const digit = new Uint8Array(128);
    for (let index = 0; index < 85; index += 1) digit[alphabet.charCodeAt(index)] = index;
    const bytes = new Uint8Array(Math.floor(text.length / 5) * 4 + Math.max(0, (text.length % 5) - 1));
    for (let from = 0, to = 0; from < text.length; from += 5) {
      let number = 0;
      for (let place = from; place < from + 5; place += 1) number = number * 85 + (place < text.length ? digit[text.charCodeAt(place)] : 84);
      for (let shift = 24; shift >= 0 && to < bytes.length; shift -= 8) bytes[to++] = number >>> shift;
    }
    return bytes;
  };

  const unpack = async () => {
    const packed = decode(document.getElementById("core").textContent.trim());
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  };

  // The only script address ever made: a blob of this page's own glue, for the worker.
  const sources = [document.getElementById("glue")?.textContent ?? "", `\n(${work})();`];
  const makeAddress = (parts) => URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
  const policy = globalThis.trustedTypes?.createPolicy("ichimai-worker", { createScriptURL: () => makeAddress(sources) });

  let core;
  globalThis.ichimai = Object.freeze({
    // A worker that holds the core and waits for calls.
    worker() {
      const address = policy ? policy.createScriptURL("") : makeAddress(sources);
      const worker = new Worker(address);
      worker.postMessage({ core });
      URL.revokeObjectURL(address);
      return worker;
    },
    // The bytes of a text in the page's own digits, for the pictures of the manual.
    bytes: decode,
  });

  const start = async () => {
    const missing = [["WebAssembly", globalThis.WebAssembly], ["DecompressionStream", globalThis.DecompressionStream], ["Worker", globalThis.Worker]]
      .filter(([, feature]) => !feature).map(([name]) => name);
    if (missing.length > 0) return fail("お使いのブラウザに、このページに必要な機能がありません。", missing.join(", "));
    try {
      performance.mark("ichimai-unpack");
      core = await WebAssembly.compile(await unpack());
      performance.mark("ichimai-compiled");
      await wasm_bindgen({ module_or_path: core });
      wasm_bindgen.open_page();
      performance.mark("ichimai-ready");
      shown("starting", false);
      shown("main", true);
      document.documentElement.dataset.state = "ready";
    } catch (error) {
      fail("プログラムの読み込みに失敗しました。ファイルが途中で切れているか、書き換えられている可能性があります。", String(error));
    }
  };

  // The first paint comes before the core is unpacked; a page in the background never paints and starts all the same.
  let started = false;
  const once = () => { if (!started) { started = true; start(); } };
  if (document.hidden) return once();
  new PerformanceObserver(once).observe({ type: "paint", buffered: true });
  setTimeout(once, 1000);
})();
