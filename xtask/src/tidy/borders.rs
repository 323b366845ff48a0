//! Borders between modules: data flows one way, and the core knows no DOM, clock, network or chance.

use super::tree::{Source, Tree};

/// A folder of the library and what may not be named in it, with the reason.
struct Border {
    inside: &'static str,
    forbidden: &'static [&'static str],
    reason: &'static str,
}

const CORE: [&str; 17] = [
    "src/amendments",
    "src/clause",
    "src/date",
    "src/forms",
    "src/inquiry",
    "src/jis",
    "src/municipality",
    "src/numeral",
    "src/procedures",
    "src/reading",
    "src/regulations",
    "src/review",
    "src/source",
    "src/subsidy",
    "src/writing",
    "src/written",
    "src/yen",
];

const BROWSER: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "gloo", "crate::page"];
const MACHINE: [&str; 8] =
    ["std::fs", "std::net", "std::time", "std::thread", "std::env", "SystemTime", "Instant::now", "rand::"];

const BORDERS: [Border; 8] = [
    Border {
        inside: "src/amendments",
        forbidden: &["crate::procedures", "crate::subsidy", "crate::reading", "crate::api", "crate::review"],
        reason: "drafts stand on clauses and their categories alone",
    },
    Border {
        inside: "src/reading",
        forbidden: &["crate::regulations", "crate::procedures", "crate::subsidy", "crate::writing", "crate::api"],
        reason: "reading knows nothing of what is done with its clauses and rows",
    },
    Border {
        inside: "src/regulations",
        forbidden: &["crate::procedures", "crate::subsidy", "crate::api", "crate::review", "crate::inquiry"],
        reason: "classification stands on clauses alone",
    },
    Border {
        inside: "src/subsidy",
        forbidden: &["crate::regulations", "crate::procedures", "crate::api"],
        reason: "ceilings stand alone",
    },
    Border {
        inside: "src/procedures",
        forbidden: &["crate::regulations", "crate::subsidy", "crate::api"],
        reason: "the 27 procedures stand alone",
    },
    Border {
        inside: "src/review",
        forbidden: &["crate::procedures", "crate::subsidy", "crate::reading", "crate::api", "crate::inquiry"],
        reason: "the review desk stands on clauses and findings; other tools own their sections of the work file",
    },
    Border {
        inside: "src/inquiry",
        forbidden: &["crate::procedures", "crate::subsidy", "crate::api"],
        reason: "the inquiry stands on the review desk, reading and writing; other tools own their sections of the work file",
    },
    Border {
        inside: "src/writing",
        forbidden: &["crate::regulations", "crate::procedures", "crate::subsidy", "crate::reading", "crate::api"],
        reason: "writing takes tables and knows nothing of what they say",
    },
];

/// Complaints about borders that were crossed.
pub fn check(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in tree.below("src/", "rs") {
        if CORE.iter().any(|core| source.path.starts_with(core)) {
            complaints.extend(breaches(source, &BROWSER, "the core knows no browser"));
            complaints.extend(breaches(source, &MACHINE, "the core knows no clock, file, network or chance"));
        } else if !known(&source.path) {
            complaints.push(format!("{}: a new room: say in tidy/borders.rs whether it is core", source.path));
        }
        for border in BORDERS.iter().filter(|border| source.path.starts_with(border.inside)) {
            complaints.extend(breaches(source, border.forbidden, border.reason));
        }
    }
    complaints
}

fn known(path: &str) -> bool {
    ["src/lib.rs", "src/api/", "src/page/"].iter().any(|room| path.starts_with(room))
}

fn breaches(source: &Source, forbidden: &[&str], reason: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for needle in forbidden {
        complaints.extend(source.lines_with(needle).map(|place| format!("{place}: {needle}: {reason}")));
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_border_that_is_crossed_is_named_with_its_line_and_reason() {
        let tree = Tree::of(&[
            ("src/reading/a.rs", "//! x\nuse crate::regulations::Category;"),
            ("src/yen.rs", "//! x\nuse web_sys::Window;"),
            ("src/subsidy/b.rs", "//! x\nlet now = std::time::Instant::now();"),
            ("src/surprise.rs", "//! x"),
        ]);
        let complaints = check(&tree).join("\n");
        for expected in [
            "src/reading/a.rs:2: crate::regulations",
            "src/yen.rs:2: web_sys",
            "src/subsidy/b.rs:2: std::time",
            "src/surprise.rs: a new room",
        ] {
            assert!(complaints.contains(expected), "{expected} in {complaints}");
        }
    }

    #[test]
    fn the_page_may_name_the_browser_and_the_core() {
        assert!(
            check(&Tree::of(&[("src/page/a.rs", "//! x\nuse web_sys::Window; use crate::subsidy::Ceiling;")]))
                .is_empty()
        );
    }
}
