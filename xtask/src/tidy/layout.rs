//! Rooms that can be seen at a glance: sizes of files, module headings, no forgotten notes.

use super::tree::{Source, Tree};

/// Longest file, in lines.
const LONGEST: usize = 400;
/// Greatest median length of the library's files, in lines.
const MEDIAN: usize = 120;
/// The start-up script stays small enough to be read by a security officer in one go, in lines.
const LONGEST_BOOT: usize = 100;

/// Names that say nothing of what is inside.
const EMPTY_NAMES: [&str; 6] = ["utils", "util", "helpers", "helper", "manager", "misc"];

/// Complaints about the layout.
pub fn check(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in tree.below("", "rs") {
        complaints.extend(file(source));
    }
    for source in tree.below("www/", "js") {
        if length(source) >= LONGEST_BOOT {
            complaints.push(format!(
                "{}: {} lines, the start-up script stays under {LONGEST_BOOT}",
                source.path,
                length(source)
            ));
        }
    }
    let mut lengths: Vec<usize> = tree.below("src/", "rs").map(length).collect();
    lengths.sort_unstable();
    if let Some(median) = lengths.get(lengths.len() / 2).filter(|median| **median > MEDIAN) {
        complaints.push(format!("src: the median file has {median} lines, more than {MEDIAN}"));
    }
    complaints
}

fn file(source: &Source) -> Vec<String> {
    let mut complaints = Vec::new();
    if length(source) > LONGEST {
        complaints.push(format!("{}: {} lines, more than {LONGEST}: split it", source.path, length(source)));
    }
    if !source.text.starts_with("//!") {
        complaints.push(format!("{}: begins without //! (what for, what it takes and gives)", source.path));
    }
    let name = source.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs");
    if EMPTY_NAMES.contains(&name) {
        complaints.push(format!("{}: the name says nothing", source.path));
    }
    let note = concat!("TO", "DO");
    complaints.extend(source.lines_with(note).map(|place| format!("{place}: a {note} belongs in docs/ROADMAP.md")));
    complaints
}

fn length(source: &Source) -> usize {
    source.text.lines().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_a_missing_heading_and_an_empty_name_are_named() {
        let long = format!("//! x\n{}", "\n".repeat(LONGEST));
        let tree = Tree::of(&[("src/a.rs", &long), ("src/b.rs", "fn b() {}"), ("src/utils.rs", "//! x")]);
        let complaints = check(&tree).join("\n");
        for expected in ["src/a.rs: 401 lines", "src/b.rs: begins without", "src/utils.rs: the name says nothing"] {
            assert!(complaints.contains(expected), "{expected} in {complaints}");
        }
    }

    #[test]
    fn a_median_over_the_limit_is_named() {
        let long = format!("//! x\n{}", "\n".repeat(MEDIAN));
        assert!(check(&Tree::of(&[("src/a.rs", &long)])).join("").contains("median"));
    }
}
