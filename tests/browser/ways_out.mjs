// Every way out of a page that a policy can close: how it is tried, and which wall is to refuse it.
//
// The functions run inside the page or inside its worker, as the page's own code (`page.evaluate` would pass by the policy).
// `to` is an address of the listening server; `ran` tells that code ran which was made from text. An attempt that a browser
// does not know, or does not make even without a policy, is named in `not` with the reason; `quiet` names browsers that refuse it without a
// report, so that only the listening server tells.

/** Which directive refuses what; a browser may name the nearest one that stands in the policy. */
const by = (...names) => new RegExp(`^(default-src|${names.join("|")})$`, "u");
const connect = by("connect-src");
const image = by("img-src");
const script = by("script-src", "script-src-elem", "script-src-attr", "require-trusted-types-for", "trusted-types");
const style = by("style-src", "style-src-elem", "style-src-attr");
const media = by("media-src");

/** Attempts of the page, `[name, wall, act, { not, quiet }]`. */
export const pageAttempts = [
  ["fetch", connect, (to) => { fetch(to).catch(() => {}); }],
  ["fetch that outlives the page", connect, (to) => { fetch(to, { method: "POST", body: "x", mode: "no-cors", keepalive: true }).catch(() => {}); }],
  ["XMLHttpRequest", connect, (to) => { const request = new XMLHttpRequest(); request.open("GET", to); request.send(); }],
  ["WebSocket", connect, (to) => { new WebSocket(to.replace("http:", "ws:")); }],
  ["sendBeacon", connect, (to) => { navigator.sendBeacon(to, "x"); }],
  ["EventSource", connect, (to) => { new EventSource(to); }],
  ["ping of a link", connect, (to, _, make) => { make("a", { href: "#about", ping: to }).click(); }, { not: { firefox: "sends no pings" } }],
  ["Image", image, (to) => { new Image().src = to; }],
  ["img with srcset", image, (to, _, make) => { make("img", { srcset: `${to} 1x` }); }],
  ["image in SVG", image, (to, _, make) => {
    const drawn = document.createElementNS("http://www.w3.org/2000/svg", "image");
    drawn.setAttribute("href", to);
    make("svg", {}, "http://www.w3.org/2000/svg").append(drawn);
  }],
  ["background by a style property", image, (to, _, make) => { make("p", {}).style.backgroundImage = `url(${to})`; }],
  ["background by a made style sheet", image, (to, _, make) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`.way-out { background: url(${to}) }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    make("p", { class: "way-out" });
  }],
  ["button with an image", image, (to, _, make) => { make("input", { type: "image", src: to }); }],
  ["poster of a video", image, (to, _, make) => { make("video", { poster: to }); }],
  ["style sheet", style, (to, _, make) => { make("link", { rel: "stylesheet", href: to }); }],
  ["style element that imports", style, (to, _, make) => { make("style", {}).append(`@import url(${to});`); }],
  ["style attribute", style, (to, _, make) => { make("p", { style: `background: url(${to})` }); }],
  ["font", by("font-src"), (to) => { new FontFace("away", `url(${to})`).load().catch(() => {}); }],
  ["script with an address", script, (to, _, make) => { make("script", { src: to }); }],
  ["import()", script, (to) => { import(to).catch(() => {}); }],
  ["inline script", script, (_, ran, make) => { make("script", {}).append(ran); }],
  ["event handler attribute", script, (_, ran, make) => { make("p", { onclick: ran }).click(); }],
  ["address with javascript:", script, (_, ran, make) => { make("a", { href: `javascript:void ${ran}` }).click(); }],
  ["eval", script, (_, ran) => { (0, eval)(ran); }],
  ["new Function", script, (_, ran) => { new Function(ran)(); }],
  ["timer with text", script, (_, ran) => { setTimeout(ran); }],
  ["markup from text", script, (_, ran, make) => { make("div", {}).innerHTML = `<img src="no:" onerror="${ran}">`; }],
  ["worker with an address of its own making", script, (to) => {
    new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(to)})`])));
  }],
  ["audio worklet", script, (to) => { new AudioContext().audioWorklet.addModule(to).catch(() => {}); }, { quiet: ["chromium"] }],
  ["frame", by("frame-src", "child-src"), (to, _, make) => { make("iframe", { src: to }); }],
  ["frame with markup", script, (_, ran, make) => {
    make("iframe", {}).srcdoc = `<script>parent.${ran}<\/script>`;
  }],
  ["object", by("object-src", "require-trusted-types-for"), (to, _, make) => { make("object", { data: to }); }],
  ["embed", by("object-src", "require-trusted-types-for"), (to, _, make) => { make("embed", { src: to }); }],
  ["audio", media, (to, _, make) => { make("audio", { src: to, preload: "auto" }); }],
  ["video", media, (to, _, make) => { make("video", { src: to, preload: "auto" }); }],
  ["subtitles", media, (to, _, make) => {
    const track = document.createElement("track");
    const video = make("video", { crossorigin: "" });
    Object.assign(track, { src: to, kind: "subtitles", default: true });
    video.append(track);
    track.track.mode = "showing";
  }],
  ["form", by("form-action"), (to, _, make) => {
    make("iframe", { name: "form-target" });
    make("form", { action: to, method: "post", target: "form-target" }).submit();
  }],
  ["link that fetches ahead", by("prefetch-src", "connect-src"), (to, _, make) => { make("link", { rel: "prefetch", href: to }); }, {
    not: { firefox: "was not heard to fetch ahead for a page from a file" },
  }],
  ["link that loads ahead", by("connect-src"), (to, _, make) => { make("link", { rel: "preload", as: "fetch", crossorigin: "", href: to }); }, { quiet: ["firefox"] }],
  ["link that loads a module ahead", script, (to, _, make) => { make("link", { rel: "modulepreload", href: to }); }, { quiet: ["firefox"] }],
  ["fetchLater", connect, (to) => { fetchLater(to, { method: "POST", body: "x", mode: "no-cors", activateAfter: 0 }); }, {
    not: { firefox: "does not know it" },
  }],
  ["import map", script, (to, _, make) => {
    make("script", { type: "importmap" }).append(JSON.stringify({ imports: { "away-by-map": to } }));
    make("script", { type: "module" }).append('import "away-by-map";');
  }, { not: { firefox: "was not heard to heed a map that comes after the first module" } }],
  ["speculation rules", script, (to, _, make) => {
    make("script", { type: "speculationrules" }).append(JSON.stringify({ prefetch: [{ source: "list", urls: [to], eagerness: "immediate" }] }));
  }, { not: { firefox: "does not know them" } }],
  ["FedCM", connect, (to) => {
    navigator.credentials.get({ identity: { providers: [{ configURL: to, clientId: "x", nonce: "1" }] } }).catch(() => {});
  }, { not: { firefox: "does not know it" } }],
  ["icon", image, (to, _, make) => { make("link", { rel: "icon", href: to }); }, {
    not: { chromium: "loads no icon without a window", firefox: "loads no icon without a window" },
  }],
];

/** Attempts of the page's own worker. */
export const workerAttempts = [
  ["worker: fetch", connect, (to) => { fetch(to).catch(() => {}); }],
  ["worker: XMLHttpRequest", connect, (to) => { const request = new XMLHttpRequest(); request.open("GET", to); request.send(); }],
  ["worker: WebSocket", connect, (to) => { new WebSocket(to.replace("http:", "ws:")); }],
  ["worker: EventSource", connect, (to) => { new EventSource(to); }, { quiet: ["firefox"] }],
  ["worker: font", by("font-src"), (to) => { new FontFace("away", `url(${to})`).load().catch(() => {}); }, { quiet: ["firefox"] }],
  ["worker: importScripts", script, (to) => { importScripts(to); }],
  ["worker: import()", script, (to) => { import(to).catch(() => {}); }, { quiet: ["firefox"] }],
  ["worker: eval", script, (_, ran) => { (0, eval)(ran); }],
  ["worker: new Function", script, (_, ran) => { new Function(ran)(); }],
  ["worker: worker of its own making", script, (to) => {
    new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(to)})`])));
  }],
];

/** The part that both probes share: makes the attempts one after another and notes how each was refused. */
const probe = (attempts, server, make) => `
  const outcomes = {};
  let current;
  addEventListener("securitypolicyviolation", (event) => {
    const named = Object.keys(outcomes).find((name) => event.blockedURI.includes(outcomes[name].path + "."));
    outcomes[named ?? current]?.refusals.push(event.effectiveDirective);
  });
  globalThis.ran = (path) => { for (const one of Object.values(outcomes)) if (one.path === path) one.ran = true; };
  const make = ${make};
  const attempts = [${attempts.map(([name, , act], index) => `[${JSON.stringify(name)}, "way-${index}", ${act}]`).join(",\n")}];
  const tryAll = async () => {
    for (const [name, path, act] of attempts) {
      current = name;
      outcomes[name] = { path, refusals: [] };
      try { act(${JSON.stringify(server)} + path + ".js", "ran('" + path + "')", make); } catch (error) { outcomes[name].thrown = String(error); }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await new Promise((resolve) => setTimeout(resolve, 700));
    return outcomes;
  };`;

const inPage = `(tag, attributes, space) => {
  const made = space ? document.createElementNS(space, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  document.body.append(made);
  return made;
}`;

/** A script for the page: at the event \`probe\` it tries everything and leaves what came of it in \`outcomes\`. */
export const pageProbe = (server) => `(() => {${probe(pageAttempts, server, inPage)}
  addEventListener("probe", () => { setTimeout(async () => { globalThis.outcomes = await tryAll(); }); });
  addEventListener("probe-worker", () => { setTimeout(() => {
    const worker = globalThis.probed = ichimai.worker();
    worker.onmessage = ({ data }) => { globalThis.outcomes = data; };
    worker.postMessage("probe");
  }); });
})();`;

/** Text for the beginning of the worker's own function: at the message \`probe\` it does the same there. */
export const workerProbe = (server) => `{${probe(workerAttempts, server, "undefined")}
  self.addEventListener("message", (event) => {
    if (event.data !== "probe") return;
    event.stopImmediatePropagation();
    tryAll().then((outcomes) => self.postMessage(outcomes));
  });
}`;
