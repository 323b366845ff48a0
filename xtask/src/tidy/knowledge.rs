//! The engine of classification knows no Japanese: its words are data (data/regulations), its sentences stand in one file.

use super::tree::{Tree, code_of};

/// The engine.
const ENGINE: &str = "src/regulations/";
/// The file that may.
const NAMED: [&str; 1] = ["src/regulations/reason.rs"];

/// Complaints about Japanese letters in the code of the engine outside comments.
pub fn check(tree: &Tree) -> Vec<String> {
    let files = tree.below(ENGINE, "rs").filter(|source| !NAMED.contains(&source.path.as_str()));
    files
        .flat_map(|source| {
            let lines = (1..).zip(source.text.lines()).filter(|(_, line)| code_of(line).contains(is_japanese));
            lines.map(|(number, _)| {
                format!(
                    "{}:{number}: Japanese in the engine: words stand in data/regulations, sentences in reason.rs",
                    source.path
                )
            })
        })
        .collect()
}

/// Kana, kanji, their punctuation and their full- and half-width forms.
const fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_counts_in_code_and_not_in_comments_nor_in_the_file_of_sentences() {
        let tree = Tree::of(&[
            ("src/regulations/frame.rs", "//! 検査\nlet a = '検'; // 検査\nlet b = \"//検\";\nlet c = 1; // 検"),
            (NAMED[0], "let a = \"検査\";"),
            ("src/page/frame.rs", "let a = \"検査\";"),
        ]);
        let lines: Vec<String> =
            check(&tree).iter().filter_map(|told| told.split(": ").next().map(str::to_owned)).collect();
        assert_eq!(lines, ["src/regulations/frame.rs:2", "src/regulations/frame.rs:3"]);
    }
}
