//! One cell of an answer: what the typed words mean, and whether the officer must look.
//!
//! Takes the typed words and the column; gives a value, or that they mean the row above, a transfer or a withdrawal,
//! or that they were not understood. A word is read only in its own column; two answers in a cell are none.

use serde::{Deserialize, Serialize};

use super::column::Column;
use super::knowledge::{DITTO, ERASE, SPELLINGS, TRANSFER};
use super::time::Time;
use super::word::{fold, is_blank_text};
use crate::date::Date;
use crate::review::{Decision, Need, Policy};

/// A value that a section gave.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// 判定
    Decision(Decision),
    /// 見直し要否
    Need(Need),
    /// 見直し方針
    Policy(Policy),
    /// 見直し時期
    Time(Time),
    /// 根拠法令 and 備考, as they are.
    Text(String),
}

impl Value {
    /// As the sheet writes it; a time as [`Time`] writes it.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Decision(decision) => decision.name().to_owned(),
            Self::Need(need) => need.name().to_owned(),
            Self::Policy(policy) => policy.name().to_owned(),
            Self::Time(time) => time.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

/// What the words of a cell mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Understood {
    /// Nothing stands there.
    Blank,
    /// A value, and whether it must be looked at (確認).
    Value(Value, bool),
    /// 同上, 〃
    Ditto,
    /// 取消
    Erase,
    /// It belongs to another section.
    Transfer,
    /// It was not understood.
    Not,
}

impl Understood {
    /// Reads the words of a cell.
    #[must_use]
    pub fn read(column: Column, typed: &str, asked: Date) -> Self {
        if is_blank_text(typed) {
            return Self::Blank;
        }
        let folded = fold(typed);
        if DITTO.contains(&folded.as_str()) {
            return Self::Ditto;
        }
        if column.is_free() {
            return Self::Value(Value::Text(typed.to_owned()), false);
        }
        if ERASE.contains(&folded.as_str()) {
            return Self::Erase;
        }
        let value = match column {
            Column::Time => Time::read(typed, asked).map(|(time, confirm)| (Value::Time(time), confirm)),
            _ => choice(column, &folded),
        };
        match value {
            Some((value, _)) if asks_for_transfer(&folded) && !matches!(value, Value::Time(_)) => Self::Transfer,
            Some((value, confirm)) => Self::Value(value, confirm),
            None if asks_for_transfer(&folded) => Self::Transfer,
            None => Self::Not,
        }
    }
}

fn asks_for_transfer(folded: &str) -> bool {
    TRANSFER.iter().any(|word| folded.contains(word))
}

/// A choice with what stands in brackets behind it.
fn choice(column: Column, folded: &str) -> Option<(Value, bool)> {
    if let Some(found) = spelled(column, folded) {
        return Some(found);
    }
    let (outside, inside) = bracketed(folded)?;
    if outside.is_empty() {
        let [only] = inside.as_slice() else { return None };
        return spelled(column, only).map(|(value, _)| (value, true));
    }
    let (value, _) = spelled(column, &outside)?;
    let agrees = |note: &String| match spelled(column, note) {
        Some((other, _)) => other == value,
        None => !names_another(column, &value, note),
    };
    inside.iter().all(agrees).then_some((value, true))
}

/// What stands outside and within brackets, where there are any and they match.
fn bracketed(folded: &str) -> Option<(String, Vec<String>)> {
    let (mut outside, mut inside, mut within) = (String::new(), Vec::new(), false);
    for character in folded.chars() {
        match (character, within) {
            ('(' | '〔' | '[' | '【', false) => {
                within = true;
                inside.push(String::new());
            }
            (')' | '〕' | ']' | '】', true) => within = false,
            ('(' | ')', _) => return None,
            (_, true) => inside.last_mut()?.push(character),
            (_, false) => outside.push(character),
        }
    }
    (!within && !inside.is_empty()).then_some((outside, inside))
}

fn spelled(column: Column, folded: &str) -> Option<(Value, bool)> {
    let (.., name, confirm) = SPELLINGS.iter().find(|(other, word, ..)| *other == column.name() && *word == folded)?;
    Some((valued(column, name)?, *confirm))
}

fn valued(column: Column, name: &str) -> Option<Value> {
    match column {
        Column::Decision => Decision::ALL.into_iter().find(|decision| decision.name() == name).map(Value::Decision),
        Column::Need => Need::ALL.into_iter().find(|need| need.name() == name).map(Value::Need),
        Column::Policy => Policy::ALL.into_iter().find(|policy| policy.name() == name).map(Value::Policy),
        Column::Time | Column::Basis | Column::Remarks => None,
    }
}

/// Whether a note in brackets names another choice of the column: 該当（ただし第2項は非該当）.
fn names_another(column: Column, value: &Value, note: &str) -> bool {
    let telling = |word: &str| word.chars().count() > 1 || matches!(word, "否" | "○" | "〇" | "◯" | "×" | "✕" | "✖");
    SPELLINGS
        .iter()
        .filter(|(other, word, _, confirm)| *other == column.name() && !confirm && telling(word) && note.contains(word))
        .any(|(_, _, name, _)| valued(column, name).as_ref() != Some(value))
}
