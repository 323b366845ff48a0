//! What the state did behind a clause (国の動き): the amended provisions of laws and orders that the clause or its ordinance rests on.

use super::records::{LawAmended, Records};
use super::text::place::number;

/// Titles and the law that they follow without naming it.
const ANALOGUES: [(&str, &str); 3] =
    [("税条例", "地方税法"), ("税賦課徴収条例", "地方税法"), ("行政手続条例", "行政手続法")];
/// How far behind the name of a law its abbreviation is defined, in characters.
const DEFINED_WITHIN: usize = 60;

/// An amended provision behind a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct National {
    /// What was amended.
    pub amended: LawAmended,
    /// Whether the clause cites this article, not only the law.
    pub cited: bool,
}

/// The amended provisions behind a clause, cited articles first.
#[must_use]
pub fn behind(records: &Records, title: &str, text: &str, ordinance: &[&str]) -> Vec<National> {
    // Only these name a law with its abbreviation; the others need not be searched for every law.
    let defining: Vec<&str> =
        ordinance.iter().copied().filter(|text| text.contains("以下「") || text.contains("法律第")).collect();
    let mut found: Vec<National> = Vec::new();
    let mut law = ("", Vec::new());
    for amended in records.laws.iter().copied() {
        if amended.law != law.0 {
            law = (amended.law, names(amended.law, title, text, &defining));
        }
        if amended.law == title || law.1.is_empty() {
            continue;
        }
        let cited = law.1.iter().any(|name| cites(text, name, amended.article));
        let named =
            title.contains(amended.law) || law.1.iter().any(|name| name == amended.law && text.contains(name.as_str()));
        if cited || named {
            found.push(National { amended, cited });
        }
    }
    found.sort_by_key(|national| !national.cited);
    found.truncate(8);
    found
}

/// The names by which an ordinance calls a law; empty where it does not.
fn names(law: &str, title: &str, text: &str, ordinance: &[&str]) -> Vec<String> {
    let mut names = Vec::new();
    if ANALOGUES.iter().any(|(titled, known)| *known == law && title.contains(titled)) {
        names.push("法".to_owned());
    }
    for text in ordinance.iter().chain([&text]) {
        let Some((_, behind)) = text.split_once(law) else { continue };
        names.push(law.to_owned());
        let behind: String = behind.chars().take(DEFINED_WITHIN).collect();
        let defined = behind.split_once("以下「").and_then(|(_, name)| name.split_once("」という"));
        names.extend(defined.map(|(name, _)| name.to_owned()));
    }
    if title.contains(law) {
        names.push(law.to_owned());
    }
    names.sort();
    names.dedup();
    names
}

/// Whether a text cites an article of a law by this name.
fn cites(text: &str, name: &str, article: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let behind = text.get(at + name.len()..).unwrap_or_default();
        let behind =
            behind.strip_prefix('（').and_then(|inside| inside.split_once('）')).map_or(behind, |(_, behind)| behind);
        let same = behind.starts_with('第') && same_article(behind, article);
        same && (name.chars().count() > 1
            || !before.is_some_and(|letter| !"、。（「のは".contains(letter) && !letter.is_ascii()))
    })
}

/// Whether both begin with the same 条, branches included.
#[must_use]
pub fn same_article(left: &str, right: &str) -> bool {
    let read = |citation: &str| -> Option<Vec<u32>> {
        let (main, rest) = citation.split_once('条')?;
        let mut numbers = vec![number(main)?];
        let mut rest = rest;
        while let Some(branch) = rest.strip_prefix('の') {
            let Some(value) = number(branch) else { break };
            numbers.push(value);
            rest = branch.trim_start_matches(crate::numeral::is_digit);
        }
        Some(numbers)
    };
    read(left).is_some_and(|numbers| Some(numbers) == read(right))
}
