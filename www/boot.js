// Start-up and the worker's shim: unpacks the core and the views, starts the page, and makes workers of the same core.
"use strict";

// Runs in the worker, never in the page: receives the core once, then one call after another.
function work() {
  self.onmessage = ({ data }) => {
    if (data.core) {
      wasm_bindgen.initSync({ module: data.core });
      return;
    }
    const { id, call, input } = data;
    const answer = (kind, value) => self.postMessage({ id, kind, value });
    const tell = (step) => answer("progress", step);
    try {
      answer("output", wasm_bindgen.answer(call, input, tell));
    } catch (error) {
      const trapped = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
      answer(trapped ? "trapped" : "refused", error instanceof Error ? error.message : error);
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

  // Seven bits a character; one of two bytes holds the place of a character that markup may not have, and seven bits more.
  const decode = ({ textContent: text, dataset }) => {
    const bytes = new Uint8Array(text.length * 7 / 4);
    let [held, bits, to] = [0, 0, 0];
    for (const letter of text) {
      const code = letter.charCodeAt(0);
      for (const septet of code < 256 ? [code] : [[0, 13, 60][(code >> 7) - 2], code & 127]) {
        [held, bits] = [(held << 7 | septet) & 0x7fff, bits + 7];
        if (bits >= 8) bytes[to++] = held >> (bits -= 8);
      }
    }
    return bytes.subarray(0, Number(dataset.size));
  };

  // The small module unpacks the large one, and behind it the views.
  const unpacked = async () => {
    const [small, { textContent: text, dataset }] = ["unpacking", "core"].map((id) => document.getElementById(id));
    const stream = new Blob([decode(small)]).stream().pipeThrough(new DecompressionStream("gzip"));
    await unpacker({ module_or_path: new Response(stream).arrayBuffer() });
    const bytes = unpacker.unpack_core(text, Number(dataset.size)) ?? await Promise.reject(new Error("the core is not whole"));
    return [bytes.subarray(0, -dataset.views), new TextDecoder().decode(bytes.subarray(-dataset.views))];
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
    // Bytes that the page holds packed, for the pictures of the manual.
    unpacked: (text, size) => unpacker.unpack(text, size),
  });

  const start = async () => {
    const missing = ["WebAssembly", "DecompressionStream", "Worker"].filter((name) => !globalThis[name]);
    if (missing.length > 0) return fail("お使いのブラウザに、このページに必要な機能がありません。", missing.join(", "));
    try {
      performance.mark("ichimai-unpack");
      const [module, views] = await unpacked();
      const compiled = WebAssembly.compile(module);
      layViews(views);
      core = await compiled;
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

  // The first frame is on its way when the core is unpacked; a page in the background draws none and starts all the same.
  if (document.hidden) return start();
  requestAnimationFrame(() => setTimeout(start));
})();
