//! State that is kept: every `static` of `src/` stands in docs/ARCHITECTURE.md under its file, with the reason.

use std::collections::BTreeSet;

use super::tree::{Tree, is_of};

const LIST: &str = "docs/ARCHITECTURE.md";
/// The section that lists them.
const SECTION: &str = "## State that is kept";

/// Complaints about statics that the list does not name, and about names of the list that no file has.
pub fn check(tree: &Tree, document: &str) -> Vec<String> {
    let listed = listed(document);
    let mut kept = BTreeSet::new();
    for source in tree.below("src/", "rs") {
        let file = source.path.trim_start_matches("src/");
        kept.extend(source.text.lines().filter_map(name_of_static).map(|name| (file, name)));
    }
    let unlisted = kept.iter().filter(|known| !listed.contains(known));
    let unlisted =
        unlisted.map(|(file, name)| format!("src/{file}: the static {name} stands not in {LIST} with a reason"));
    let gone = listed.iter().filter(|known| !kept.contains(known));
    let gone = gone.map(|(file, name)| format!("{LIST}: src/{file} has no static {name}"));
    unlisted.chain(gone).collect()
}

/// The name that a line declares.
fn name_of_static(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line =
        line.strip_prefix("pub").map_or(line, |rest| rest.split_once(") ").map_or(rest, |(_, rest)| rest).trim_start());
    let (name, _) = line.strip_prefix("static ")?.split_once(':')?;
    Some(name)
}

/// What the section names: names in capitals behind the file that has them.
fn listed(document: &str) -> BTreeSet<(&str, &str)> {
    let section = document.split_once(SECTION).map_or("", |(_, section)| section);
    let section = section.split("\n## ").next().unwrap_or_default();
    let mut file = "";
    let mut found = BTreeSet::new();
    for quoted in section.split('`').skip(1).step_by(2) {
        if is_of(quoted, "rs") {
            file = quoted;
        } else if !file.is_empty() && quoted.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_') {
            found.insert((file, quoted));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_static_without_a_reason_and_a_reason_without_a_static_are_refused() {
        let tree = Tree::of(&[
            (
                "src/page/a.rs",
                "thread_local! {\n    static KEPT: Cell<u8> = const { Cell::new(0) };\n    static NEW: Cell<u8> = 0;\n}",
            ),
            ("src/b.rs", "pub(super) static TABLE: [u8; 1] = [0];\npub static OPEN: u8 = 0;\nfn a(b: &'static str) {}"),
        ]);
        let document = "## Other\n`page/a.rs`: `NEW`\n## State that is kept\n- `page/a.rs`: `KEPT` why.\n- `b.rs`: `TABLE`, `OPEN`, `GONE`.\n## Next\n`NEW`";
        let told = check(&tree, document);
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].contains("page/a.rs: the static NEW"), "{told:?}");
        assert!(told[1].contains("src/b.rs has no static GONE"), "{told:?}");
    }
}
