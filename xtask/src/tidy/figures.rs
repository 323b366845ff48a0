//! Every figure, year and act that the page's markup and words name stands in `data/sources.toml` with what it rests on.
//!
//! A figure is a number of two digits and more with a unit (億円, ％, 団体, 市町, 手続, 条項, 件), a year, an article of an act, or the number behind a
//! group of procedures. Examples in empty fields (`placeholder`) are none. That the sources exist is checked by the build.

use anyhow::Result;
use serde::Deserialize;

use super::tree::{Tree, code_of};

const REGISTER: &str = "data/sources.toml";
/// Units that make a number of two digits and more a figure.
const UNITS: [&str; 8] = ["億円", "％", "%", "団体", "市町", "手続", "条項", "件"];
/// Words that make the number behind them a figure, however short.
const HEADS: [&str; 8] = ["令和", "平成", "昭和", "法第", "子育て", "介護", "被災者支援", "自動車"];

#[derive(Deserialize)]
struct Register {
    said: Vec<Said>,
}

#[derive(Deserialize)]
struct Said {
    text: String,
}

/// Complaints about figures without a line in the register, and about lines that the page no longer says.
///
/// # Errors
/// The register cannot be read.
pub fn check(tree: &Tree, register: &str) -> Result<Vec<String>> {
    let said: Vec<String> = toml::from_str::<Register>(register)?.said.into_iter().map(|said| said.text).collect();
    let mut complaints = Vec::new();
    let mut used = vec![false; said.len()];
    let kinds = [("src/page/", "rs", words_of_code as fn(&str) -> String), ("www/", "html", words_of_markup)];
    let sources = kinds
        .iter()
        .flat_map(|(folder, kind, words)| tree.below(folder, kind).map(move |source| (source, words(&source.text))));
    for (source, text) in sources {
        let mut covered = Vec::new();
        for (line, used) in said.iter().zip(&mut used) {
            for (at, found) in text.match_indices(line.as_str()) {
                covered.push(at..at + found.len());
                *used = true;
            }
        }
        for figure in figures(&text) {
            if !covered.iter().any(|place| place.start <= figure.start && figure.end <= place.end) {
                let words = text.get(figure).unwrap_or_default();
                complaints.push(format!(
                    "{}: {words:?} is a figure of which {REGISTER} says not what it rests on",
                    source.path
                ));
            }
        }
    }
    let unsaid = said.iter().zip(used).filter(|(_, used)| !used);
    complaints.extend(unsaid.map(|(line, _)| format!("{REGISTER}: the page no longer says {line:?}")));
    Ok(complaints)
}

/// The text between tags, and the names that only screen readers say.
fn words_of_markup(text: &str) -> String {
    let mut words = String::new();
    for part in text.split('<') {
        let (tag, between) = part.split_once('>').unwrap_or(("", part));
        if let Some((_, label)) = tag.split_once("aria-label=\"") {
            words.extend([label.split('"').next().unwrap_or_default(), "\n"]);
        }
        // What is set in bold stands in its sentence; other tags part what they stand between.
        if tag.trim_start_matches('/') != "strong" {
            words.push('\n');
        }
        words.push_str(between);
    }
    words
}

/// The code without its comments.
fn words_of_code(text: &str) -> String {
    text.lines().flat_map(|line| [code_of(line), "\n"]).collect()
}

/// Where figures stand.
fn figures(text: &str) -> Vec<std::ops::Range<usize>> {
    let numeric = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.');
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(|letter: char| letter.is_ascii_digit())) {
        let start = at + start;
        let rest = text.get(start..).unwrap_or_default();
        let end = start + rest.find(|letter| !numeric(letter)).unwrap_or(rest.len());
        let (before, behind) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
        let year = end - start == 4 && behind.starts_with('年');
        let counted = end - start > 1 && UNITS.iter().any(|unit| behind.starts_with(unit));
        if year || counted || HEADS.iter().any(|head| before.ends_with(head)) {
            found.push(start..end);
        }
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_without_a_source_and_a_source_without_a_figure_are_refused() {
        let tree = Tree::of(&[
            (
                "www/views/a.html",
                "<p aria-label=\"31手続\">累計<strong>6,988</strong>億円</p><input placeholder=\"例：12件\"><p><b>1</b><i>2</i>件</p>",
            ),
            ("src/page/a.rs", "// 99団体\nlet a = \"令和9年の27手続\";"),
        ]);
        let told = check(&tree, "[[said]]\ntext = \"27手続\"\n[[said]]\ntext = \"498.1億円\"\n").unwrap();
        let figures: Vec<&str> = told.iter().filter_map(|told| told.split('"').nth(1)).collect();
        assert_eq!(figures, ["9", "31", "6,988", "498.1億円"], "{told:?}");
    }
}
