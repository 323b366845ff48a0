//! The page's promise in its source: what a policy cannot forbid is not there, and what only the self-check may try is only there.
//!
//! Two scans. The source of the page may not name these ways out, each beside the reason; and the glue between the core
//! and the browser, as it was built, may not hold them either: the core can reach nothing that its glue does not name.

use super::tree::{Source, Tree};

/// Ways out by what they would do, and the names that lead to them in Rust, in JavaScript and in markup.
const WAYS_OUT: [(&str, &[&str]); 8] = [
    (
        "clause text is not stored",
        &[
            "localStorage",
            "local_storage",
            "sessionStorage",
            "session_storage",
            "indexedDB",
            "indexed_db",
            "IdbFactory",
            "CacheStorage",
            "caches",
            "cookie",
            "getDirectory",
            "get_directory",
            "StorageManager",
            "window.name",
        ],
    ),
    (
        "the page leads nowhere",
        &[
            "location=",
            "location =",
            "location.href",
            "location.assign",
            "location.replace",
            "set_location",
            "location().assign",
            "location().replace",
            "location().set_",
            "set_href(\"",
            "pushState",
            "push_state",
            "replaceState",
            "replace_state",
            "http-equiv=\"refresh\"",
            "target=\"",
            "<base",
        ],
    ),
    (
        "the page opens nothing",
        &["window.open", "open_with_url", "window().open", "showModalDialog", "navigator.share"],
    ),
    (
        "the page connects to nothing",
        &[
            "RTCPeerConnection",
            "RtcPeerConnection",
            "WebTransport",
            "SharedWorker",
            "serviceWorker",
            "service_worker",
            "BroadcastChannel",
            "broadcast_channel",
            "getUserMedia",
            "geolocation",
            "Notification",
            "fetchLater",
            "fetch_later",
            "SpeechRecognition",
            "navigator.credentials",
            ".credentials()",
            "IdentityCredential",
            "PaymentRequest",
            "speculationrules",
            "importmap",
            "mailto:",
            "tel:",
        ],
    ),
    (
        "the page writes nothing to the clipboard",
        &["navigator.clipboard", ".clipboard()", "execCommand", "exec_command"],
    ),
    (
        "no code is made from strings",
        &[
            "eval(",
            "new Function",
            "Function::new_no_args",
            "Function::new_with_args",
            "set_timeout_with_str",
            "import(",
            "importScripts",
            "javascript:",
        ],
    ),
    (
        "the page loads nothing",
        &[
            "<img",
            "<link",
            "<iframe",
            "<frame",
            "<object",
            "<embed",
            "<audio",
            "<video",
            "<source",
            "<track",
            " src=\"",
            "srcset=",
            " action=\"",
            "formaction",
            " ping=",
            "poster=",
            "@import",
            "url(",
            "set_attribute(\"src",
            "set_attribute(\"href",
        ],
    ),
    (
        "an event is heard by listeners only",
        &[" onclick=", " onload=", " onerror=", " onsubmit=", " oninput=", " onfocus="],
    ),
];

/// What only the self-check may try, so that the browser's refusal can be shown.
const TRIED: [&str; 10] = [
    "fetch_with",
    "fetch(\"",
    "XmlHttpRequest",
    "XMLHttpRequest",
    "WebSocket",
    "send_beacon",
    "sendBeacon",
    "EventSource",
    "set_src(",
    "HtmlImageElement",
];

/// The only file that tries: it proves that addresses cannot be reached.
const PROOF: &str = "src/page/about/self_check.rs";

const SCHEMES: [&str; 4] = ["http:", "https:", "ws:", "wss:"];

/// Names that stand nowhere in the glue; each alone, as the browser's interface is called.
const NOT_IN_GLUE: [&str; 27] = [
    "localStorage",
    "sessionStorage",
    "indexedDB",
    "caches",
    "cookie",
    "getDirectory",
    "RTCPeerConnection",
    "WebTransport",
    "EventSource",
    "SharedWorker",
    "serviceWorker",
    "BroadcastChannel",
    "clipboard",
    "execCommand",
    "eval",
    "fetchLater",
    "SpeechRecognition",
    "IdentityCredential",
    "PaymentRequest",
    "importScripts",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "pushState",
    "replaceState",
    "geolocation",
    "Notification",
];

/// Complaints about ways out in the page's code and markup.
pub fn check(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in tree.page() {
        for (reason, names) in WAYS_OUT {
            complaints.extend(named(source, names, reason));
        }
        if source.path != PROOF {
            complaints.extend(named(source, &TRIED, "only the self-check tries to send"));
            let addresses = SCHEMES.map(|scheme| format!("{scheme}//"));
            let addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
            complaints.extend(named(source, &addresses, "an address: sources are named as text"));
        }
    }
    complaints.extend(tree.below("www/", "html").flat_map(links));
    complaints
}

/// Names in the built glue that lead out of the page.
pub fn in_glue(glue: &str) -> Vec<&'static str> {
    let words: Vec<&str> = glue.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '$').collect();
    let mut found: Vec<&str> = NOT_IN_GLUE.into_iter().filter(|name| words.contains(name)).collect();
    found.extend(["new Function", "window.open"].into_iter().filter(|name| glue.contains(name)));
    found
}

fn named(source: &Source, names: &[&str], reason: &str) -> Vec<String> {
    let places = |name: &str| -> Vec<String> {
        source.lines_with(name).map(|place| format!("{place}: {name}: {reason}")).collect()
    };
    names.iter().flat_map(|name| places(name)).collect()
}

/// Every link of the markup leads to a place on the page.
fn links(source: &Source) -> Vec<String> {
    let away = |line: &str| line.split("href=").skip(1).any(|rest| !rest.starts_with("\"#"));
    let lines = source.text.lines().enumerate().filter(|(_, line)| away(line));
    lines.map(|(index, _)| format!("{}:{}: a link that leads away", source.path, index + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_out_is_named_where_it_stands() {
        let names = WAYS_OUT.iter().flat_map(|(_, names)| names.iter()).chain(&TRIED);
        for (name, path) in names.flat_map(|name| [(name, "src/page/a.rs"), (name, "www/a.html"), (name, "www/a.js")]) {
            let text = format!("//! x\n{name}");
            let complaints = check(&Tree::of(&[(path, &text)]));
            assert!(complaints.iter().any(|complaint| complaint.starts_with(&format!("{path}:2: {name}"))), "{name}");
        }
    }

    #[test]
    fn addresses_and_links_that_lead_away_are_named() {
        for text in ["<p>https://a</p>", "<a href=\"b.html\">", "<a href=c>", "<a href=\"#d\"><a href=\"//e\">"] {
            assert_eq!(check(&Tree::of(&[("www/a.html", text)])).len(), 1, "{text}");
        }
        assert!(check(&Tree::of(&[("www/a.html", "<a href=\"#about\"><p>oncology</p>")])).is_empty());
    }

    #[test]
    fn only_the_self_check_tries_to_send() {
        let text = "//! x\nwindow().fetch_with_str(\"https://a.invalid\")";
        assert!(check(&Tree::of(&[(PROOF, text)])).is_empty());
        assert_eq!(check(&Tree::of(&[("src/page/about/mod.rs", text)])).len(), 2);
    }

    #[test]
    fn a_glue_that_reaches_for_a_way_out_is_refused() {
        for name in NOT_IN_GLUE {
            assert_eq!(in_glue(&format!("const ret = getObject(arg0).{name};")), [name]);
        }
        assert_eq!(in_glue("new Function(a)"), ["new Function"]);
        assert!(in_glue("getObject(arg0).clipboardData; evaluate(); arg0.open(a)").is_empty());
    }
}
