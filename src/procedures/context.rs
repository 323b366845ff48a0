//! What a name stands under in its list: a heading (「【介護保険】」, 「■児童手当」, 「介護関係手続」), a section, or a column like 分野.

use super::catalogue::Group;
use super::concepts::{ConceptKind, ConceptSet, scan};
use super::folding::{fold_name, fold_word};

/// A heading, section or 分野.
#[derive(Debug)]
pub(super) struct Context {
    pub written: String,
    pub concepts: ConceptSet,
    pub groups: Vec<Group>,
}

impl Context {
    pub(super) fn new(written: &str) -> Self {
        let folded = fold_name(written);
        Self {
            written: written.split_whitespace().collect::<Vec<_>>().join(" "),
            concepts: scan(&folded.whole).concepts,
            groups: groups_named(&fold_word(written)),
        }
    }
}

fn groups_named(folded: &str) -> Vec<Group> {
    Group::ALL.into_iter().filter(|group| words_of(*group).iter().any(|word| folded.contains(word))).collect()
}

/// Whether a folded text names a group of procedures.
pub(super) fn names_a_group(folded: &str) -> bool {
    !groups_named(folded).is_empty()
}

/// Folded words by which lists name a group.
fn words_of(group: Group) -> &'static [&'static str] {
    match group {
        Group::ChildRearing => &["子育て", "児童", "保育", "妊娠", "こども", "子ども"],
        Group::LongTermCare => &["介護", "高齢"],
        Group::DisasterRelief => &["被災", "り災", "防災", "災害"],
        Group::Vehicles => &["自動車", "車庫"],
    }
}

/// What the following names stand under, if a name is a heading.
#[must_use]
pub(super) fn heading(name: &str) -> Option<String> {
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
