//! [`Desk`]: what the officer set, opened and chosen, with its answer, undo and redo.

use std::rc::Rc;
use std::sync::Arc;

use crate::procedures::answer::Answer;
use crate::procedures::catalogue::Number;
use crate::procedures::choices::Choices;
use crate::procedures::kept::KeptList;
use crate::procedures::list::{ListedName, choose_again};
use crate::procedures::standing::{Setting, Settings};

/// Most steps that can be taken back.
const MOST_STEPS: usize = 200;

/// What is kept. Everything else follows from it. Copies share the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Work {
    /// Set by hand.
    pub settings: Settings,
    /// Chosen where a name was asked.
    pub choices: Choices,
    /// The list and how it is read.
    pub list: Option<Rc<KeptList>>,
}

/// One state of the desk.
#[derive(Debug, Clone, Default)]
struct Moment {
    work: Work,
    /// The names of the list as they are read under this work.
    entries: Rc<[Arc<ListedName>]>,
}

/// A step that can be taken back or done again.
#[derive(Debug, Clone)]
struct Step {
    /// What was done, for people.
    what: String,
    /// The state on the other side of the step.
    moment: Moment,
}

/// The desk.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    now: Moment,
    before: Vec<Step>,
    after: Vec<Step>,
    answer: Option<Rc<Answer>>,
}

impl Desk {
    /// What is kept in the work file.
    pub fn work(&self) -> &Work {
        &self.now.work
    }

    /// The names of the list.
    pub fn entries(&self) -> &Rc<[Arc<ListedName>]> {
        &self.now.entries
    }

    /// Everything that follows; none while nothing was entered.
    pub fn answer(&self) -> Option<&Rc<Answer>> {
        self.answer.as_ref()
    }

    /// What the next undo takes back.
    pub fn undoable(&self) -> Option<&str> {
        self.before.last().map(|step| step.what.as_str())
    }

    /// What the next redo does again.
    pub fn redoable(&self) -> Option<&str> {
        self.after.last().map(|step| step.what.as_str())
    }

    /// Sets procedures by hand.
    pub fn set(&mut self, what: String, numbers: &[Number], change: impl Fn(&mut Setting)) {
        let mut next = self.now.clone();
        for number in numbers {
            let setting = next.work.settings.entry(*number).or_default();
            change(setting);
            if *setting == Setting::default() {
                next.work.settings.remove(number);
            }
        }
        self.go(what, next);
    }

    /// Remembers what a name of the list stands for; every same name follows.
    pub fn choose(&mut self, name: &str, context: Option<&str>, procedures: Vec<Number>) {
        let mut next = self.now.clone();
        next.work.choices.choose(name, context, procedures);
        next.entries = choose_again(&next.entries, &next.work.choices).into();
        self.go(format!("「{name}」の選択"), next);
    }

    /// Forgets the choice for a name.
    pub fn forget(&mut self, name: &str, context: Option<&str>) {
        let mut next = self.now.clone();
        next.work.choices.forget(name, context);
        next.entries = choose_again(&next.entries, &next.work.choices).into();
        self.go(format!("「{name}」の選択の取消し"), next);
    }

    /// Takes a list, or the same list read in another way.
    pub fn take(&mut self, what: String, list: KeptList, entries: &[Arc<ListedName>]) {
        let mut next = self.now.clone();
        // The choices may have changed while the worker was reading.
        next.entries = choose_again(entries, &next.work.choices).into();
        next.work.list = Some(Rc::new(list));
        self.go(what, next);
    }

    /// Puts the list away; settings and choices stay.
    pub fn put_away(&mut self) {
        let mut next = self.now.clone();
        next.work.list = None;
        next.entries = Rc::default();
        self.go("一覧を閉じる操作".to_owned(), next);
    }

    /// Begins with the work of a work file and the entries of its list.
    pub fn restore(&mut self, work: Work, entries: Vec<Arc<ListedName>>) {
        *self = Self { now: Moment { work, entries: entries.into() }, ..Self::default() };
        self.judge();
    }

    /// Takes the last step back and says what it was.
    pub fn undo(&mut self) -> Option<String> {
        let Step { what, moment } = self.before.pop()?;
        let after = std::mem::replace(&mut self.now, moment);
        self.after.push(Step { what: what.clone(), moment: after });
        self.judge();
        Some(what)
    }

    /// Does the last step again that was taken back.
    pub fn redo(&mut self) -> Option<String> {
        let Step { what, moment } = self.after.pop()?;
        let before = std::mem::replace(&mut self.now, moment);
        self.before.push(Step { what: what.clone(), moment: before });
        self.judge();
        Some(what)
    }

    fn go(&mut self, what: String, next: Moment) {
        if next.work == self.now.work {
            return;
        }
        let before = std::mem::replace(&mut self.now, next);
        self.before.push(Step { what, moment: before });
        if self.before.len() > MOST_STEPS {
            self.before.remove(0);
        }
        self.after.clear();
        self.judge();
    }

    fn judge(&mut self) {
        let Moment { work, entries } = &self.now;
        let touched = !work.settings.is_empty() || work.list.is_some();
        self.answer = touched.then(|| Rc::new(Answer::new(entries.to_vec(), &work.settings)));
    }
}
