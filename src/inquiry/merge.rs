//! [`merge`]: two work files of two officers become one (統合).
//!
//! What only one has is kept; where both decided the same field differently it is a conflict: what stands in the first
//! stands on, and all that was decided is kept as a [`Dispute`] until the officer chooses. So merging loses nothing, a
//! file merged twice changes nothing, and the order matters for nothing but what stands meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use super::dispute::{Dispute, Field, Said};
use super::section::Section;
use super::state::{Assignment, Work};
use crate::review::{Judgement, Judgements, Target};

/// What is merged of one work file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Side {
    /// Judgements.
    pub judgements: Judgements,
    /// The inquiry.
    pub work: Work,
    /// Name of the file, for who decided where nobody is named.
    pub name: String,
    /// When it was saved.
    pub saved: String,
}

/// What else differs: said first, decided by nobody here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// What it is about (所管課, 照会, or the name of a tool's section).
    pub about: String,
    /// Where.
    pub place: String,
    /// What the first file has; it stands.
    pub first: String,
    /// What the second has.
    pub second: String,
}

/// What differs besides judgements as it is found; where the officer chose the second, it is taken and no longer told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Differences<'a> {
    /// What differs.
    pub found: Vec<Difference>,
    /// By [`Difference::about`] and [`Difference::place`]: where the second stands.
    chosen: Option<&'a BTreeSet<(String, String)>>,
}

impl<'a> Differences<'a> {
    /// With what the officer chose of the second file.
    #[must_use]
    pub const fn choosing(chosen: &'a BTreeSet<(String, String)>) -> Self {
        Self { found: Vec::new(), chosen: Some(chosen) }
    }

    /// Tells what differs; true: the second stands.
    pub fn second_stands(&mut self, about: &str, place: &str, first: &str, second: &str) -> bool {
        if first == second || second.is_empty() {
            return false;
        }
        let own = |chosen: &BTreeSet<_>| chosen.contains(&(about.to_owned(), place.to_owned()));
        if self.chosen.is_some_and(own) {
            return true;
        }
        let [about, place, first, second] = [about, place, first, second].map(str::to_owned);
        self.found.push(Difference { about, place, first, second });
        false
    }
}

/// What became of two files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    /// Judgements.
    pub judgements: Judgements,
    /// The inquiry, with the disputes.
    pub work: Work,
}

impl Merged {
    /// Settles a dispute: the officer chose this value.
    pub fn choose(&mut self, target: Target, field: Field, value: &str) {
        let mut judgement = self.judgements.of(&target);
        field.set(&mut judgement, value);
        self.judgements.set(target, judgement);
        self.work.disputes.retain(|dispute| (dispute.target, dispute.field) != (target, field));
    }
}

/// Merges the second side into the first; what differs besides judgements is told.
#[must_use]
pub fn merge(first: &Side, second: &Side, differences: &mut Differences<'_>) -> Merged {
    let mut disputes = Disputes::default();
    disputes.take(&first.work.disputes);
    disputes.take(&second.work.disputes);
    let targets: BTreeSet<Target> =
        first.judgements.iter().chain(second.judgements.iter()).map(|(target, _)| *target).collect();
    let mut judgements = Judgements::default();
    for target in targets {
        let (one, other) = (first.judgements.of(&target), second.judgements.of(&target));
        let mut united = one.clone();
        united.origin = [&one.origin, &other.origin].into_iter().flatten().max().cloned();
        for field in Field::ALL {
            match (field.of(&one), field.of(&other)) {
                (Some(mine), Some(theirs)) if mine != theirs => {
                    disputes.add(target, field, [said(mine, &one, first), said(theirs, &other, second)]);
                }
                (None, Some(theirs)) => field.set(&mut united, &theirs),
                _ => {}
            }
        }
        judgements.set(target, united);
    }
    let mut work = works(&first.work, &second.work, differences);
    work.disputes = disputes.into_vec();
    Merged { judgements, work }
}

/// Who decided: the origin of the value, or else the file.
fn said(value: String, judgement: &Judgement, side: &Side) -> Said {
    match &judgement.origin {
        Some(origin) => Said { value, who: origin.who.clone(), when: origin.when.clone() },
        None => Said { value, who: side.name.clone(), when: side.saved.clone() },
    }
}

#[derive(Default)]
struct Disputes(BTreeMap<(Target, Field), BTreeSet<Said>>);

impl Disputes {
    fn take(&mut self, disputes: &[Dispute]) {
        for dispute in disputes {
            self.add(dispute.target, dispute.field, dispute.said.iter().cloned());
        }
    }

    /// The same value by the same file saved later is no further voice.
    fn add(&mut self, target: Target, field: Field, said: impl IntoIterator<Item = Said>) {
        let all = self.0.entry((target, field)).or_default();
        for said in said {
            let same = all.iter().find(|other| other.value == said.value).cloned();
            match same {
                Some(other) if other <= said => {}
                Some(other) => {
                    all.remove(&other);
                    all.insert(said);
                }
                None => {
                    all.insert(said);
                }
            }
        }
    }

    fn into_vec(self) -> Vec<Dispute> {
        self.0.into_iter().map(|((target, field), said)| Dispute { target, field, said }).collect()
    }
}

fn works(first: &Work, second: &Work, differences: &mut Differences<'_>) -> Work {
    let mut work = first.clone();
    for section in &second.sections {
        match work.sections.iter_mut().find(|own| own.name == section.name) {
            Some(own) => {
                let former: BTreeSet<_> = own.former.iter().chain(&section.former).cloned().collect();
                own.former = former.into_iter().collect();
                if own.address.is_empty() {
                    own.address.clone_from(&section.address);
                }
                if differences.second_stands("宛名", &section.name, &own.address, &section.address) {
                    own.address.clone_from(&section.address);
                }
                if differences.second_stands("執行機関", &section.name, own.body.name(), section.body.name()) {
                    own.body = section.body;
                }
            }
            None => work.sections.push(section.clone()),
        }
    }
    renamed(&mut work);
    work.sections.sort();
    for (key, assignment) in &second.ordinances {
        let assignment = &Assignment { section: work.current(&assignment.section).to_owned(), ..assignment.clone() };
        let own = work.ordinances.entry(key.clone()).or_insert_with(|| assignment.clone());
        if differences.second_stands("所管課", &assignment.title, &own.section, &assignment.section) {
            own.section.clone_from(&assignment.section);
        }
    }
    for (clause, sections) in &second.related {
        work.related.entry(*clause).or_default().extend(sections.iter().cloned());
    }
    work.wished.extend(second.wished.iter().copied());
    rounds(&mut work, second, differences);
    Arc::make_mut(&mut work.rounds).sort_by(|one, other| (one.day, &one.codes).cmp(&(other.day, &other.codes)));
    work.keep(second.answers.iter().cloned());
    work
}

/// A section that one officer renamed is one section under its new name.
fn renamed(work: &mut Work) {
    let all = work.sections.clone();
    let called = |section: &Section, name: &str| section.former.iter().any(|former| former.name == name);
    for old in &all {
        let new = all.iter().find(|new| new.name != old.name && called(new, &old.name) && !called(old, &new.name));
        let Some(new) = new else { continue };
        work.sections.retain(|section| section.name != old.name);
        if let Some(own) = work.sections.iter_mut().find(|section| section.name == new.name) {
            let former: BTreeSet<_> = own.former.iter().chain(&old.former).cloned().collect();
            own.former = former.into_iter().collect();
        }
    }
    let mut ordinances = std::mem::take(&mut work.ordinances);
    for assignment in ordinances.values_mut() {
        assignment.section = work.current(&assignment.section).to_owned();
    }
    work.ordinances = ordinances;
}

/// What both sent is one round where the rows are the same.
fn rounds(work: &mut Work, second: &Work, differences: &mut Differences<'_>) {
    for round in &*second.rounds {
        match Arc::make_mut(&mut work.rounds).iter_mut().find(|own| own.codes == round.codes) {
            Some(own) if own.items == round.items => {
                // What one of both sent was sent.
                own.withdrawn &= round.withdrawn;
                for (section, extension) in &round.extensions {
                    let own = own.extensions.entry(section.clone()).or_insert_with(|| extension.clone());
                    let [first, second] = [&*own, extension].map(|extension| extension.until.to_string());
                    if differences.second_stands("延長", section, &first, &second) {
                        own.clone_from(extension);
                    }
                }
            }
            Some(own) => {
                let codes = own.codes.iter().map(ToString::to_string).collect::<Vec<_>>().join("・");
                let others = round.items.iter().filter(|item| !own.items.contains(item)).count();
                let first = format!("{} {}件", own.day, own.items.len());
                let second = format!("{} {}件（うち違うもの{others}件）", round.day, round.items.len());
                if differences.second_stands("照会", &codes, &first, &second) {
                    own.clone_from(round);
                }
            }
            None => work.send(round.clone()),
        }
    }
}
