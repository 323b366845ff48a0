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
}

/// Which part of a judgement a change touches: typing in one field is one change, however many letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// The decision, the categories and the choices: every act is a change of its own.
    Choice,
    /// 見直し時期
    Time,
    /// 所管部局
    Department,
    /// 備考
    Remarks,
    /// 判定者メモ
    Note,
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
}

/// What a change did: for the worker's copy and for the sentence that says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// How far it reached.
    pub scope: Scope,
    /// The targets with what they are judged now.
    pub judged: Vec<Judged>,
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

    /// Whether there is something to undo.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether something undone can be done again.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Judges the targets as one change; `None` where nothing would change. Typing on in the same field of the same
    /// target joins the change before.
    pub fn judge(&mut self, scope: Scope, aspect: Aspect, judged: Vec<Judged>) -> Option<Applied> {
        let mut edits = Vec::with_capacity(judged.len());
        for Judged { target, judgement: after } in judged {
            let before = self.judgements.of(&target);
            if before != after {
                self.judgements.set(target, after.clone());
                edits.push(Edit { target, before, after });
            }
        }
        if edits.is_empty() {
            return None;
        }
        self.undone.clear();
        let applied = applied(scope, edits.iter().map(|edit| (edit.target, &edit.after)));
        self.last_serial += 1;
        let change = Change { serial: self.last_serial, scope, aspect, edits };
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
        let applied = applied(change.scope, change.edits.iter().map(|edit| (edit.target, &edit.before)));
        self.undone.push(change);
        Some(applied)
    }

    /// Does the change again that was undone last.
    pub fn redo(&mut self) -> Option<Applied> {
        let change = self.undone.pop()?;
        for edit in &change.edits {
            self.judgements.set(edit.target, edit.after.clone());
        }
        let applied = applied(change.scope, change.edits.iter().map(|edit| (edit.target, &edit.after)));
        self.done.push(change);
        Some(applied)
    }
}

fn applied<'a>(scope: Scope, edits: impl Iterator<Item = (Target, &'a Judgement)>) -> Applied {
    let judged = edits.map(|(target, judgement)| Judged { target, judgement: judgement.clone() });
    Applied { scope, judged: judged.collect() }
}

fn continues(last: &Change, next: &Change) -> bool {
    let typing = next.aspect != Aspect::Choice && last.aspect == next.aspect;
    typing
        && last.edits.len() == next.edits.len()
        && last.edits.iter().zip(&next.edits).all(|(last, next)| last.target == next.target)
}

fn join(last: &mut Change, next: Change) {
    last.serial = next.serial;
    for (edit, next) in last.edits.iter_mut().zip(next.edits) {
        edit.after = next.after;
    }
}
