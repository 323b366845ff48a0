//! What a name stands under in its list: a heading, a section, or a column like 分野.
//!
//! The context settles what the name leaves open (「再交付申請」 under 負担割合証) and refuses what only looks right
//! (「被保険者証の再交付申請」 under 国民健康保険). A name that names its scheme needs no context; then it only narrows
//! the candidates to its group.

use super::catalogue::{Group, Number};
use super::concepts::{ConceptKind, ConceptSet, scan};
use super::folding::{fold_name, fold_word};
use super::matching::{Match, Name};
use super::reasons;

/// A heading, section or 分野.
#[derive(Debug)]
pub(super) struct Context {
    written: String,
    concepts: ConceptSet,
    groups: Vec<Group>,
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

    /// The result for a name that does not name its scheme itself.
    pub(super) fn refine(&self, name: &Name, alone: Match) -> Match {
        let own = self.concepts.of(&[ConceptKind::Scheme, ConceptKind::Key]);
        let other = self.concepts.of(&[ConceptKind::OtherScheme]);
        if own.is_empty() && other.is_empty() {
            return self.narrow(alone);
        }
        let nothing_weighty = name.all().without(name.all().of(&[ConceptKind::Neutral])).is_empty();
        let together = name.judged(name.all().union(own).union(other));
        match (alone, together) {
            (Match::Foreign { reason }, _) if nothing_weighty => Match::Foreign { reason },
            (_, Match::Matched { procedure, degree, reason }) => {
                Match::Matched { procedure, degree, reason: reasons::with_context(&reason, &self.written) }
            }
            (Match::Foreign { reason }, _) => Match::Foreign { reason },
            (Match::Asked { .. }, Match::Asked { candidates, degree, reason }) => {
                self.narrow(Match::Asked { candidates, degree, reason })
            }
            (_, Match::Foreign { .. }) if !other.is_empty() => {
                Match::Foreign { reason: reasons::other_context(&self.written) }
            }
            (Match::Matched { procedure, .. }, _) => {
                name.asked(vec![procedure], reasons::doubtful_context(&self.written))
            }
            (alone, _) => self.narrow(alone),
        }
    }

    /// Keeps the candidates of the group that the context names, if that leaves any.
    pub(super) fn narrow(&self, result: Match) -> Match {
        let [group] = self.groups.as_slice() else { return result };
        let Match::Asked { candidates, degree, reason } = result else { return result };
        let in_group: Vec<Number> =
            candidates.iter().copied().filter(|number| number.procedure().group == *group).collect();
        Match::Asked { candidates: if in_group.is_empty() { candidates } else { in_group }, degree, reason }
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
