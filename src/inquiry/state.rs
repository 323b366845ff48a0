//! [`Work`]: what the work file keeps of the inquiry: sections, 所管課, rounds, answers, disputes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::answer::{FileAnswers, Given, State};
use super::column::Column;
use super::dispute::Dispute;
use super::number::{Number, Round};
use super::section::{Body, Former, Section};
use crate::date::Date;
use crate::review::{ClauseKey, Desk, Fingerprint, Target, normalised};
use crate::written::named;

/// Name of the section in the work file.
pub const SECTION: &str = "inquiry";

/// 所管課 of one ordinance.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Assignment {
    /// 例規名, as it was read.
    pub title: String,
    /// 所管課
    pub section: String,
}

/// An extension of a section's deadline (延長).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Extension {
    /// The new deadline.
    pub until: Date,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// What the letter says (照会文): free words of the officer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Letter {
    /// 文書番号
    pub document: String,
    /// 発信者
    pub sender: String,
    /// 照会元の課
    pub section: String,
    /// 担当
    pub person: String,
    /// 内線
    pub extension: String,
    /// メール
    pub mail: String,
    /// 件名
    pub subject: String,
    /// A sentence of request.
    pub request: String,
}

/// One row of a round: a category of a clause, or of several clauses of one form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AskedItem {
    /// 照会番号
    pub number: Number,
    /// The section, by the name it had then.
    pub section: String,
    /// 例規名, 条項 and 見出し of the first clause.
    pub title: String,
    /// 条項
    pub article: String,
    /// 見出し
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caption: String,
    /// What is asked: one category of one or more clauses.
    pub targets: Vec<Target>,
}

/// One round of the inquiry (照会).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Asked {
    /// The codes of its numbers; more than one only beyond 29,791 rows.
    pub codes: Vec<Round>,
    /// 第n回
    pub ordinal: u16,
    /// 照会日
    pub day: Date,
    /// 回答期限
    pub deadline: Option<Date>,
    /// What the letter says.
    #[serde(default)]
    pub letter: Letter,
    /// Extensions by section.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extensions: BTreeMap<String, Extension>,
    /// Its rows in the order of sending.
    pub items: Vec<AskedItem>,
    /// Its making was undone. Its books may be out all the same, so its numbers stay known and are never given again.
    #[serde(default, skip_serializing_if = "is_false")]
    pub withdrawn: bool,
}

impl Asked {
    /// The deadline of a section.
    #[must_use]
    pub fn deadline_of(&self, section: &str) -> Option<Date> {
        self.extensions.get(section).map(|extension| extension.until).or(self.deadline)
    }
}

named! {
    /// How an answer came.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Method {
        #[default]
        Sheet = "照会票",
        Mail = "メール",
        Telephone = "電話",
        Paper = "紙",
    }
}

/// An answer that was read or entered, with all that it said.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Received {
    /// 照会番号
    pub number: Number,
    /// The section that answered.
    pub section: String,
    /// 回答者
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub respondent: String,
    /// 回答日, as it was written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub day: String,
    /// How it came.
    #[serde(default)]
    pub method: Method,
    /// File and sheet.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// Sheet; empty for CSV and for what was entered by hand.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sheet: String,
    /// Row.
    #[serde(default)]
    pub row: u32,
    /// Not yet confirmed by the head of the section (課内の案).
    #[serde(default)]
    pub draft: bool,
    /// What was understood, with the typed words.
    pub given: BTreeMap<Column, Given>,
    /// Columns whose former answer is taken back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub erased: Vec<Column>,
    /// How far it answers.
    pub state: State,
    /// Typed words that were not understood, by column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_understood: Vec<(Column, String)>,
    /// The section that it should go to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<String>,
    /// The officer saw that it differs from what stands, and let that stand (今のまま).
    #[serde(default, skip_serializing_if = "is_false")]
    pub settled: bool,
}

impl Received {
    /// Whether both are the same answer, settled or not.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let unsettled = |answer: &Self| Self { settled: false, ..answer.clone() };
        self == other || self.number == other.number && unsettled(self) == unsettled(other)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference over")]
const fn is_false(value: &bool) -> bool {
    !*value
}

/// The inquiry as the work file keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Work {
    /// Sections with their bodies and former names.
    pub sections: Vec<Section>,
    /// 所管課 by the normalised 例規名.
    pub ordinances: BTreeMap<String, Assignment>,
    /// 関係課 of single clauses: their answers are opinions.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub related: BTreeMap<ClauseKey, BTreeSet<String>>,
    /// Rounds in the order of their days; copies of the work share them, as history keeps many.
    pub rounds: Arc<Vec<Asked>>,
    /// Answers, shared likewise.
    pub answers: Arc<BTreeSet<Received>>,
    /// What the officer wishes to ask once more, whatever its answers say.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub wished: BTreeSet<Target>,
    /// What two officers decided differently, until one is chosen: by target and field, all that was decided.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub disputes: Vec<Dispute>,
}

impl Work {
    /// Keeps answers; one that is settled takes the place of the same that was not, and is not replaced by it.
    pub fn keep(&mut self, answers: impl IntoIterator<Item = Received>) {
        let all = Arc::make_mut(&mut self.answers);
        for answer in answers {
            let twin = Received { settled: !answer.settled, ..answer.clone() };
            if !all.contains(&twin) {
                all.insert(answer);
            } else if answer.settled {
                all.remove(&twin);
                all.insert(answer);
            }
        }
    }

    /// What stands stays as it is, though these answers differ from it.
    pub fn settle(&mut self, answers: &[Received]) {
        self.keep(answers.iter().map(|answer| Received { settled: true, ..answer.clone() }));
    }

    /// Sets the 所管課 of an ordinance; an empty one takes it away.
    pub fn assign(&mut self, title: &str, section: &str) {
        let key = normalised(title);
        if section.trim().is_empty() {
            self.ordinances.remove(&key);
            return;
        }
        let section = self.current(section.trim()).to_owned();
        self.meet(&section);
        self.ordinances.insert(key, Assignment { title: title.to_owned(), section });
    }

    /// Knows a section from now on.
    pub fn meet(&mut self, name: &str) {
        if !name.is_empty() && !self.sections.iter().any(|section| section.is_called(name)) {
            self.sections.push(Section::named(name));
            self.sections.sort();
        }
    }

    /// The present name of a section that may be called by a former one.
    #[must_use]
    pub fn current<'a>(&'a self, name: &'a str) -> &'a str {
        let by_name = self.sections.iter().find(|section| section.name == name);
        by_name
            .or_else(|| self.sections.iter().find(|section| section.is_called(name)))
            .map_or(name, |section| &section.name)
    }

    /// The section of a name.
    #[must_use]
    pub fn section(&self, name: &str) -> Section {
        let current = self.current(name);
        self.sections.iter().find(|section| section.name == current).cloned().unwrap_or_else(|| Section::named(name))
    }

    /// 旧課 → 新課: history keeps the old name, answers under it are still read.
    pub fn rename(&mut self, old: &str, new: &str, day: Option<Date>) {
        let former = Former { name: old.to_owned(), until: day };
        let mut section = self.section(old);
        self.sections.retain(|other| other.name != section.name && other.name != new);
        section.former.push(former);
        new.clone_into(&mut section.name);
        self.sections.push(section);
        self.sections.sort();
        for assignment in self.ordinances.values_mut().filter(|assignment| assignment.section == old) {
            new.clone_into(&mut assignment.section);
        }
    }

    /// 所管課 by the fingerprint of the title, as the desk takes it.
    #[must_use]
    pub fn assigned(&self) -> BTreeMap<Fingerprint, Arc<str>> {
        let each = self.ordinances.values();
        each.map(|ordinance| (Fingerprint::of(&ordinance.title), Arc::from(self.current(&ordinance.section)))).collect()
    }

    /// 所管課 of a clause on the desk, by its present name; empty where there is none.
    #[must_use]
    pub fn section_of(&self, desk: &Desk, index: usize) -> String {
        let department = desk.entries().get(index).map(|entry| desk.departments().name(entry.department));
        self.current(department.as_deref().unwrap_or_default()).to_owned()
    }

    /// Whether a section belongs to another body and is out of the counts.
    #[must_use]
    pub fn is_foreign(&self, section: &str) -> bool {
        !section.is_empty() && self.section(section).body == Body::Foreign
    }

    /// The answers of a file that say something.
    #[must_use]
    pub fn received(&self, file: &FileAnswers) -> Vec<Received> {
        let index = self.index();
        let rows = file.rows.iter().filter(|row| row.state != State::Unanswered || row.right_section.is_some());
        rows.filter_map(|row| {
            let (_, item) = index.get(&row.number)?;
            let own = |other: &(&str, u32)| *other == (row.sheet.as_str(), row.row);
            let words = file.not_understood.iter().filter(|word| own(&(&word.sheet, word.row)));
            let transfer = file.transfer.iter().find(|transfer| own(&(&transfer.sheet, transfer.row)));
            let section = if file.head.section.is_empty() { &item.section } else { &file.head.section };
            Some(Received {
                number: row.number,
                section: self.current(section).to_owned(),
                respondent: file.head.respondent.clone(),
                day: file.head.day.clone(),
                method: Method::Sheet,
                file: file.name.clone(),
                sheet: row.sheet.clone(),
                row: row.row,
                draft: file.head.confirmed.contains('未'),
                given: row.given.clone(),
                erased: row.erased.clone(),
                state: row.state,
                not_understood: words.map(|word| (word.column, word.typed.clone())).collect(),
                transfer: row
                    .right_section
                    .clone()
                    .or_else(|| transfer.map(|transfer| transfer.to.clone().unwrap_or_default())),
                settled: false,
            })
        })
        .collect()
    }
}
