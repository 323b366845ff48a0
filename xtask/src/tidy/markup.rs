//! The page's markup: text only as text, styles only as classes, and every element that the code names is there.

use super::tree::{Source, Tree};

/// What may stand nowhere in the page's code and markup, with the reason.
const FORBIDDEN: [(&str, &str); 9] = [
    ("innerHTML", "text reaches the page through textContent"),
    ("inner_html", "text reaches the page through textContent"),
    ("outer_html", "text reaches the page through textContent"),
    ("insertAdjacentHTML", "text reaches the page through textContent"),
    ("insert_adjacent_html", "text reaches the page through textContent"),
    ("document.write", "text reaches the page through textContent"),
    ("DOMParser", "markup is not made from strings"),
    ("dom_parser", "markup is not made from strings"),
    ("style=\"", "styles by class only: the policy blocks the attribute"),
];

/// Complaints about the page's markup and the code that makes it.
pub fn check(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in tree.page() {
        for (needle, reason) in FORBIDDEN {
            complaints.extend(source.lines_with(needle).map(|place| format!("{place}: {needle}: {reason}")));
        }
    }
    complaints.extend(missing_elements(tree));
    complaints
}

/// Elements that the page's code asks for by id and that no markup has.
fn missing_elements(tree: &Tree) -> Vec<String> {
    let markup: String = tree.below("www/", "html").map(|source| source.text.as_str()).collect();
    let asked = tree.below("src/page/", "rs").flat_map(|source| ids(source).into_iter().map(move |id| (source, id)));
    asked
        .filter(|(_, id)| !markup.contains(&format!("id=\"{id}\"")))
        .map(|(source, id)| format!("{}: #{id} is in no markup", source.path))
        .collect()
}

/// Calls whose first argument is an id, beside those of `by_id::<…>`.
const BY_ID: [&str; 16] = [
    "by_id(\"",
    "template(\"",
    "lay(\"",
    "cleared(\"",
    "set_text(\"",
    "on_own(\"",
    "on_press(\"",
    "on_press_within(\"",
    "on_pick(\"",
    "on_submit(\"",
    "on_chosen(\"",
    "on_one_chosen(\"",
    "field::value(\"",
    "field::set(\"",
    "field::checked(\"",
    "field::set_checked(\"",
];

/// Ids that stand as literals in these calls.
fn ids(source: &Source) -> Vec<&str> {
    let mut ids = Vec::new();
    for call in BY_ID.into_iter().chain([">(\""]) {
        for (index, _) in source.text.match_indices(call) {
            let before = source.text.get(..index).unwrap_or_default();
            let named = call != ">(\""
                || before
                    .rsplit(|c: char| c.is_whitespace() || c == '(' || c == '&')
                    .next()
                    .is_some_and(|word| word.contains("by_id::<"));
            let id = source.text.get(index + call.len()..).and_then(|rest| rest.split('"').next());
            ids.extend(id.filter(|id| named && !id.contains('{')));
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_from_text_is_named_where_it_stands() {
        for (needle, _) in FORBIDDEN {
            let text = format!("//! x\n{needle}");
            let complaints = check(&Tree::of(&[("src/page/a.rs", &text)]));
            assert!(complaints.iter().any(|complaint| complaint.starts_with("src/page/a.rs:2")), "{needle}");
        }
    }

    #[test]
    fn an_element_that_no_markup_has_is_named() {
        let code = "//! x\nby_id::<Element>(\"there\")?; by_id(\"gone\")?; template(\"row\")?; on(&by_id::<Element>(\"lost\")?)";
        let tree = Tree::of(&[("src/page/a.rs", code), ("www/a.html", "<p id=\"there\"><template id=\"row\">")]);
        assert_eq!(check(&tree), ["src/page/a.rs: #gone is in no markup", "src/page/a.rs: #lost is in no markup"]);
    }
}
