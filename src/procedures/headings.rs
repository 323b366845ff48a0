//! Headings within a list: 「【介護保険】」, 「■児童手当」, 「介護関係手続」 name no procedure, but what the next names stand under.

use super::concepts::{ConceptKind, scan};
use super::context::names_a_group;
use super::folding::{fold_name, fold_word};

/// What the following names stand under, if a name is a heading.
#[must_use]
pub fn heading(name: &str) -> Option<String> {
    let name = name.trim();
    let folded = fold_name(name);
    let found = scan(&folded.whole);
    let decides = [ConceptKind::Key, ConceptKind::Qualifier, ConceptKind::OtherAct];
    let names_a_field = !found.concepts.of(&[ConceptKind::Scheme, ConceptKind::OtherScheme]).is_empty()
        || names_a_group(&fold_word(name));
    let is_heading = found.concepts.of(&decides).is_empty() && names_a_field && (is_marked(name) || ends_a_field(name));
    is_heading.then(|| name.to_owned())
}

fn is_marked(name: &str) -> bool {
    let framed = [('【', '】'), ('〔', '〕'), ('《', '》'), ('＜', '＞'), ('<', '>'), ('[', ']'), ('［', '］')];
    framed.iter().any(|(open, close)| name.starts_with(*open) && name.ends_with(*close))
        || name.starts_with(['■', '□', '◆', '◇', '▼', '▽', '▶'])
}

fn ends_a_field(name: &str) -> bool {
    ["関係", "関連", "分野", "関係手続", "関係の手続", "関連手続", "手続一覧"].iter().any(|end| name.ends_with(end))
}
