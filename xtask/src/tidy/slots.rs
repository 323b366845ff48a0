//! Slots: the places of the markup that the code fills by name. A page whose template lacks one starts nowhere, and one
//! that nobody fills is left over.

use std::collections::BTreeSet;

use super::tree::{Source, Tree};

/// Complaints about slots that the code asks for and no markup has, and the other way round.
pub fn check(tree: &Tree) -> Vec<String> {
    let markup = |attribute: &'static str| {
        tree.page().flat_map(move |source| after(&source.text, attribute).filter_map(|rest| rest.split('"').next()))
    };
    let there: BTreeSet<&str> = markup("data-slot=\"").chain(markup("set_attribute(\"data-slot\", \"")).collect();
    let code = || tree.below("src/page/", "rs").chain(tree.below("www/", "js"));
    let asked = code().flat_map(|source| asked(source).into_iter().map(move |name| (source, name)));
    let missing = asked
        .filter(|(_, name)| !there.contains(name))
        .map(|(source, name)| format!("{}: the slot {name} is in no markup", source.path));
    let named = |name: &str| {
        let forms = [format!("\"{name}\""), format!("[data-slot={name}]")];
        code().any(|source| forms.iter().any(|form| source.text.contains(form)))
    };
    let left_over = tree.below("www/", "html").flat_map(|source| {
        let slots = after(&source.text, "data-slot=\"").filter_map(|rest| rest.split('"').next());
        slots.filter(|name| !named(name)).map(|name| format!("{}: nobody fills the slot {name}", source.path))
    });
    missing.chain(left_over).collect()
}

/// The names that stand as literals in calls of `slot` and `fill` and in selectors.
fn asked(source: &Source) -> Vec<&str> {
    let selected = after(&source.text, "[data-slot=").filter_map(|rest| rest.split([']', '"', '\\']).next());
    let called =
        ["slot(", "fill(", "slot::<"].into_iter().flat_map(|call| after(&source.text, call)).filter_map(second);
    selected.filter(|name| !name.is_empty()).chain(called).collect()
}

/// The second argument of a call whose first one begins here (a type before it included), where it is a literal.
fn second(call: &str) -> Option<&str> {
    let mut depth = 0_usize;
    let end = call.find(|letter| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.checked_sub(1).unwrap_or(usize::MAX),
            _ => {}
        }
        depth > 9 || letter == ';' || depth == usize::from(call.starts_with(char::is_uppercase)) && letter == ','
    })?;
    let (name, _) = call.get(end + 1..)?.trim_start().strip_prefix('"')?.split_once('"')?;
    Some(name).filter(|name| !name.contains('{'))
}

/// What follows each `needle`.
fn after<'a>(text: &'a str, needle: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(needle).filter_map(move |(at, _)| text.get(at + needle.len()..))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_that_is_only_asked_or_only_there_is_named() {
        let code = "fill(&row(1, 2), \"a\", &text)?; slot::<Element>(&x, \"gone\")?; find(&x, \"[data-slot=lost]\")?;
            let y: Element = slot(&by_id(&format!(\"{z}\"))?, \"b\")?; refill(&card); y.set_attribute(\"data-slot\", \"lost\")";
        let markup = "<p data-slot=\"a\"></p><p data-slot=\"b\"></p><p data-slot=\"spare\"></p>";
        let tree = Tree::of(&[("src/page/a.rs", code), ("www/a.html", markup)]);
        let expected = ["src/page/a.rs: the slot gone is in no markup", "www/a.html: nobody fills the slot spare"];
        assert_eq!(check(&tree), expected);
    }
}
