//! Calls to the worker: every one is known to it and asked by somebody, and nothing else is exported to JavaScript.

use super::tree::{Source, Tree};

const LIST: &str = "src/api/mod.rs";
const START: &str = "www/boot.js";

/// Complaints about calls that nobody asks and exports that nobody calls.
pub fn check(tree: &Tree) -> Vec<String> {
    let list = tree.below(LIST, "rs").next().map_or("", |source| source.text.as_str());
    let start = tree.below(START, "js").next().map_or("", |source| source.text.as_str());
    let mut complaints = Vec::new();
    for source in tree.below("src/", "rs") {
        for export in exports(source).filter(|name| !start.contains(&format!("wasm_bindgen.{name}("))) {
            complaints.push(format!("{}: {export}: exported, and {START} does not call it", source.path));
        }
        for call in calls(source) {
            let known = format!("::{}>()", call.name);
            if !list.contains(&known) {
                complaints.push(format!("{}: {}: a call that is not in {LIST}", source.path, call.name));
            }
            if !is_asked(tree, &call) {
                complaints.push(format!("{}: {}: a call that nobody asks", source.path, call.name));
            }
        }
        complaints.extend(source.lines_with("Reflect").map(|place| {
            format!("{place}: Reflect: values cross as types (src/api/border.rs), browsers are named by bindings")
        }));
    }
    complaints
}

/// A call by its type and by its name among the messages.
struct Call<'a> {
    name: &'a str,
    message: &'a str,
}

fn calls(source: &Source) -> impl Iterator<Item = Call<'_>> {
    let calls = ["impl Call for ", "impl Ask for "].into_iter().flat_map(|which| source.text.split(which).skip(1));
    calls.filter_map(|rest| {
        let (name, body) = rest.split_once(" {")?;
        let message = body.split_once("NAME: &'static str = \"")?.1.split_once('"')?.0;
        Some(Call { name, message })
    })
}

/// The page names its type, or a measurement in the browsers its message.
fn is_asked(tree: &Tree, call: &Call<'_>) -> bool {
    let measured = format!("call(\"{}\"", call.message);
    tree.below("src/page/", "rs").any(|source| has_word(&source.text, call.name))
        || tree.below("tests/browser/", "mjs").any(|source| source.text.contains(&measured))
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|found| found == word)
}

/// Functions that are exported to JavaScript.
fn exports(source: &Source) -> impl Iterator<Item = &str> {
    source.text.split("#[wasm_bindgen").skip(1).filter_map(|rest| {
        let item = rest.split_once("]\n")?.1.trim_start();
        let item = item.strip_prefix("pub ")?;
        item.strip_prefix("async ").unwrap_or(item).strip_prefix("fn ")?.split(['(', '<']).next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALL: &str = "impl Call for Read {\n    const NAME: &'static str = \"read\";\n}";

    #[test]
    fn a_call_is_known_and_asked() {
        let list = ("src/api/mod.rs", "Known::call::<reading::Read>(),");
        let page = ("src/page/a.rs", "client.call(&Read { name }).await");
        assert_eq!(check(&Tree::of(&[("src/api/reading.rs", CALL), list, page])), [""; 0]);
        let found = check(&Tree::of(&[("src/api/reading.rs", CALL), ("src/page/a.rs", "ReadAll")])).join("\n");
        assert!(found.contains("not in src/api/mod.rs") && found.contains("nobody asks"), "{found}");
    }

    #[test]
    fn an_export_is_called_by_the_start_up_script() {
        let export = (
            "src/page/mod.rs",
            "#[wasm_bindgen]\npub fn open_page() {}\n#[wasm_bindgen(js_name = b)]\npub fn other() {}",
        );
        let boot = ("www/boot.js", "wasm_bindgen.open_page();");
        let found = check(&Tree::of(&[export, boot]));
        assert_eq!(found, ["src/page/mod.rs: other: exported, and www/boot.js does not call it"]);
    }
}
