//! [`Ledger`]: the judgements with the history of their changes; every change can be undone and done again.
//!
//! A change may touch one target or thousands (判定をまとめて): it is undone as one.

use serde::{Deserialize, Serialize};

use super::judgement::{Judged, Judgement, Target};
use super::judgements::Judgements;

/// How far a change reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// この条文だけ
    Clause,
    /// この例規の残り
    RestOfOrdinance,
    /// 同じ文言すべて
    SameWording,
    /// 表示中の残り
    RestOfShown,
    /// 前の例規名から引き継ぎ, after a list was read again
    CarriedOver,
    /// 所管課の回答を採る
    Answers,
    /// 作業ファイルの統合
    Merged,
    /// 所管課を決める
    Departments,
    /// 照会票を作る
    Sent,
    /// 見直しの内容をまとめて入れる
    Reviewed,
}

/// Which part of a judgement a change touches: typing in one field is one change, however many letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// The decision, the categories and the choices: every act is a change of its own.
    Choice,
    /// 見直し時期
    Time,
    /// 所管課
    Department,
    /// 根拠法令
    Basis,
    /// 備考
    Remarks,
    /// 判定者メモ
    Note,
}

/// What is kept beside the judgements (the inquiry), by the numbers that its keeper gave its states: a change of both
/// is undone as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// The state before the change.
    pub before: u32,
    /// The state after it.
    pub after: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Edit {
    target: Target,
    before: Judgement,
    after: Judgement,
}

/// One act of the officer.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    serial: u64,
    scope: Scope,
    aspect: Aspect,
    edits: Vec<Edit>,
    beside: Option<Beside>,
}

/// What a change did: for the worker's copy and for the sentence that says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// How far it reached.
    pub scope: Scope,
    /// The targets with what they are judged now.
    pub judged: Vec<Judged>,
    /// The state of what is kept beside that holds now, where the change touched it.
    pub beside: Option<u32>,
}

/// A change that can be undone or done again: enough to name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<'a> {
    /// How far it reached.
    pub scope: Scope,
    /// What it touched.
    pub aspect: Aspect,
    /// How many judgements.
    pub count: usize,
    /// The first of them before and after; none where only what is kept beside was changed.
    pub first: Option<(&'a Judgement, &'a Judgement)>,
}

/// The judgements and their history.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    judgements: Judgements,
    done: Vec<Change>,
    undone: Vec<Change>,
    last_serial: u64,
}

impl Ledger {
    /// A ledger that begins with these judgements and no history.
    #[must_use]
    pub fn new(judgements: Judgements) -> Self {
        Self { judgements, ..Self::default() }
    }

    /// What is judged now.
    #[must_use]
    pub const fn judgements(&self) -> &Judgements {
        &self.judgements
    }

    /// A number that stands for the state: the same number, the same judgements. It tells whether a saved file is current.
    #[must_use]
    pub fn state(&self) -> u64 {
        self.done.last().map_or(0, |change| change.serial)
    }

    /// What would be undone.
    #[must_use]
    pub fn to_undo(&self) -> Option<Step<'_>> {
        step(&self.done)
    }

    /// What would be done again.
    #[must_use]
    pub fn to_redo(&self) -> Option<Step<'_>> {
        step(&self.undone)
    }

    /// Judges the targets as one change; `None` where nothing would change. Typing on in the same field of the same
    /// target joins the change before.
    pub fn judge(&mut self, scope: Scope, aspect: Aspect, judged: Vec<Judged>) -> Option<Applied> {
        self.act(scope, aspect, judged, None)
    }

    /// Judges the targets and changes what is kept beside, as one change.
    pub fn act(
        &mut self,
        scope: Scope,
        aspect: Aspect,
        judged: Vec<Judged>,
        beside: Option<Beside>,
    ) -> Option<Applied> {
        let mut edits = Vec::with_capacity(judged.len());
        for Judged { target, judgement: after } in judged {
            let before = self.judgements.of(&target);
            if before != after {
                self.judgements.set(target, after.clone());
                edits.push(Edit { target, before, after });
            }
        }
        if edits.is_empty() && beside.is_none() {
            return None;
        }
        self.undone.clear();
        let now = beside.map(|beside| beside.after);
        let applied = applied(scope, now, edits.iter().map(|edit| (edit.target, &edit.after)));
        self.last_serial += 1;
        let change = Change { serial: self.last_serial, scope, aspect, edits, beside };
        match self.done.last_mut() {
            Some(last) if continues(last, &change) => join(last, change),
            _ => self.done.push(change),
        }
        Some(applied)
    }

    /// Takes the last change back.
    pub fn undo(&mut self) -> Option<Applied> {
        let change = self.done.pop()?;
        for edit in change.edits.iter().rev() {
            self.judgements.set(edit.target, edit.before.clone());
        }
        let now = change.beside.map(|beside| beside.before);
        let applied = applied(change.scope, now, change.edits.iter().map(|edit| (edit.target, &edit.before)));
        self.undone.push(change);
        Some(applied)
    }

    /// Does the change again that was undone last.
    pub fn redo(&mut self) -> Option<Applied> {
        let change = self.undone.pop()?;
        for edit in &change.edits {
            self.judgements.set(edit.target, edit.after.clone());
        }
        let now = change.beside.map(|beside| beside.after);
        let applied = applied(change.scope, now, change.edits.iter().map(|edit| (edit.target, &edit.after)));
        self.done.push(change);
        Some(applied)
    }
}

fn step(changes: &[Change]) -> Option<Step<'_>> {
    let change = changes.last()?;
    let first = change.edits.first().map(|edit| (&edit.before, &edit.after));
    Some(Step { scope: change.scope, aspect: change.aspect, count: change.edits.len(), first })
}

fn applied<'a>(scope: Scope, beside: Option<u32>, edits: impl Iterator<Item = (Target, &'a Judgement)>) -> Applied {
    let judged = edits.map(|(target, judgement)| Judged { target, judgement: judgement.clone() });
    Applied { scope, judged: judged.collect(), beside }
}

fn continues(last: &Change, next: &Change) -> bool {
    let typing = next.aspect != Aspect::Choice && last.aspect == next.aspect;
    typing
        && last.beside.or(next.beside).is_none()
        && last.edits.len() == next.edits.len()
        && last.edits.iter().zip(&next.edits).all(|(last, next)| last.target == next.target)
}

fn join(last: &mut Change, next: Change) {
    last.serial = next.serial;
    for (edit, next) in last.edits.iter_mut().zip(next.edits) {
        edit.after = next.after;
    }
}
