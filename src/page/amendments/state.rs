//! What the officer chose, edited and put into the papers, with the steps that can be undone; the section of the work file.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::thread::LocalKey;

use serde::{Deserialize, Serialize};

use crate::amendments::settings::Settings;
use crate::api::review::Chosen;
use crate::page::dom::Dom;
use crate::page::section;
use crate::page::store::Store;
use crate::review::ClauseKey;

/// Name of the section.
pub const SECTION: &str = "amendments";
/// Most steps that can be undone.
const STEPS: usize = 100;

/// What is kept of a clause.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// What was chosen.
    pub chosen: Chosen,
    /// Whether it goes into the papers.
    pub included: bool,
}

/// Everything that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Work {
    /// Settings of the town.
    pub settings: Settings,
    /// By clause.
    pub drafts: BTreeMap<ClauseKey, Kept>,
}

#[derive(Default)]
struct History {
    before: Vec<Work>,
    after: Vec<Work>,
}

thread_local! {
    static WORK: Store<Work> = const { Store::new(Work { settings: Settings::PLAIN, drafts: BTreeMap::new() }) };
    static HISTORY: RefCell<History> = RefCell::new(History::default());
}

/// The store.
pub fn store() -> &'static LocalKey<Store<Work>> {
    &WORK
}

/// Everything as it is.
pub fn work() -> Work {
    WORK.with(|store| store.read(Clone::clone))
}

/// Settings, and what was chosen for a clause.
pub fn of(key: ClauseKey) -> (Settings, Chosen) {
    WORK.with(|store| {
        store.read(|work| {
            (work.settings.clone(), work.drafts.get(&key).map(|kept| kept.chosen.clone()).unwrap_or_default())
        })
    })
}

/// What is kept of a clause.
pub fn kept(key: ClauseKey) -> Kept {
    WORK.with(|store| store.read(|work| work.drafts.get(&key).cloned().unwrap_or_default()))
}

/// Changes what is kept of a clause: one step that can be undone.
pub fn change(key: ClauseKey, change: impl FnOnce(&mut Kept)) {
    step(|work| {
        let kept = work.drafts.entry(key).or_default();
        change(kept);
        if *kept == Kept::default() {
            work.drafts.remove(&key);
        }
    });
}

/// Changes the settings: one step that can be undone.
pub fn set(settings: Settings) {
    step(|work| work.settings = settings);
}

fn step(change: impl FnOnce(&mut Work)) {
    let before = work();
    let mut after = before.clone();
    change(&mut after);
    if after == before {
        return;
    }
    HISTORY.with(|history| {
        let mut history = history.borrow_mut();
        history.before.push(before);
        if history.before.len() > STEPS {
            history.before.remove(0);
        }
        history.after.clear();
    });
    WORK.with(|store| store.change(|work| *work = after));
}

/// The names of the steps that would be undone and made again.
pub fn steps() -> (Option<&'static str>, Option<&'static str>) {
    let now = work();
    HISTORY.with(|history| {
        let history = history.borrow();
        (history.before.last().map(|other| named(other, &now)), history.after.last().map(|other| named(other, &now)))
    })
}

/// What differs between two states.
fn named(one: &Work, other: &Work) -> &'static str {
    let differs = |of: fn(&Kept) -> String| {
        let all = |work: &Work| {
            work.drafts
                .iter()
                .map(|(key, kept)| (*key, of(kept)))
                .filter(|(_, text)| !text.is_empty())
                .collect::<Vec<_>>()
        };
        all(one) != all(other)
    };
    if one.settings != other.settings {
        "町の設定の変更"
    } else if differs(|kept| kept.chosen.edited.clone().unwrap_or_default()) {
        "手で直した文"
    } else if differs(|kept| if kept.included { "入".to_owned() } else { String::new() }) {
        "新旧対照表への出し入れ"
    } else {
        "案の選択"
    }
}

/// Undoes the last step, or makes the last undone one again.
pub fn go(back: bool) {
    let now = work();
    let other = HISTORY.with(|history| {
        let mut history = history.borrow_mut();
        let other = if back { history.before.pop() } else { history.after.pop() }?;
        if back {
            history.after.push(now);
        } else {
            history.before.push(now);
        }
        Some(other)
    });
    if let Some(other) = other {
        WORK.with(|store| store.change(|work| *work = other));
    }
}

/// The section as JSON text.
pub fn give() -> Dom<String> {
    section::written(&work())
}

/// Takes a section; false: it is not in this form.
pub fn take(text: &str) -> bool {
    section::taken(text, replace)
}

/// For a work file without the section.
pub fn empty() {
    replace(Work::default());
}

fn replace(taken: Work) {
    HISTORY.with(|history| *history.borrow_mut() = History::default());
    WORK.with(|store| store.change(|work| *work = taken));
}
