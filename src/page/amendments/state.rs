//! What the officer chose, edited and put into the papers, with the steps that can be undone; the section of the work file.

use std::cell::RefCell;

use crate::amendments::settings::Settings;
use crate::api::review::{Chosen, Kept, KeptDrafts};
use crate::page::dom::Dom;
use crate::page::section;
use crate::page::store::{Shared, Store};
use crate::review::ClauseKey;

/// Name of the section.
pub const SECTION: &str = "amendments";
/// Most steps that can be undone.
const STEPS: usize = 100;

#[derive(Default)]
struct History {
    before: Vec<KeptDrafts>,
    after: Vec<KeptDrafts>,
}

thread_local! {
    static WORK: Store<KeptDrafts> = const { Store::new(KeptDrafts::NOTHING) };
    static HISTORY: RefCell<History> = RefCell::new(History::default());
}

/// The store.
pub fn store() -> Shared<KeptDrafts> {
    Shared(&WORK)
}

/// Everything as it is.
pub fn work() -> KeptDrafts {
    store().get()
}

/// What was chosen for a clause, and the settings.
pub fn of(key: ClauseKey) -> (Chosen, Settings) {
    store().read(|work| (work.of(key).map(|kept| kept.chosen.clone()).unwrap_or_default(), work.settings.clone()))
}

/// What is kept of a clause.
pub fn kept(key: ClauseKey) -> Kept {
    store().read(|work| work.of(key).cloned().unwrap_or_default())
}

/// Changes what is kept of a clause: one step that can be undone.
pub fn change(key: ClauseKey, change: impl FnOnce(&mut Kept)) {
    step(|work| {
        let mut kept = work.of(key).cloned().unwrap_or_default();
        change(&mut kept);
        work.put(key, kept);
    });
}

/// Changes the settings: one step that can be undone.
pub fn set(settings: Settings) {
    step(|work| work.settings = settings);
}

fn step(change: impl FnOnce(&mut KeptDrafts)) {
    let before = work();
    let mut after = before.clone();
    change(&mut after);
    if after == before {
        return;
    }
    HISTORY.with_borrow_mut(|history| {
        history.before.push(before);
        if history.before.len() > STEPS {
            history.before.remove(0);
        }
        history.after.clear();
    });
    store().set(after);
}

/// The names of the steps that would be undone and made again.
pub fn steps() -> (Option<&'static str>, Option<&'static str>) {
    let now = work();
    HISTORY.with_borrow(|history| {
        (history.before.last().map(|other| named(other, &now)), history.after.last().map(|other| named(other, &now)))
    })
}

/// What differs between two states.
fn named(one: &KeptDrafts, other: &KeptDrafts) -> &'static str {
    let differs = |of: fn(&Kept) -> &str| {
        let said = |work: &'_ KeptDrafts| -> Vec<(ClauseKey, String)> {
            let all = work.drafts().iter().map(|(key, kept)| (*key, of(kept).to_owned()));
            all.filter(|(_, text)| !text.is_empty()).collect()
        };
        said(one) != said(other)
    };
    if one.settings != other.settings {
        "町の設定の変更"
    } else if differs(|kept| kept.chosen.edited.as_deref().unwrap_or_default()) {
        "手で直した文"
    } else if differs(|kept| if kept.included { "入" } else { "" }) {
        "新旧対照表への出し入れ"
    } else {
        "案の選択"
    }
}

/// Undoes the last step, or makes the last undone one again.
pub fn go(back: bool) {
    let now = work();
    let other = HISTORY.with_borrow_mut(|history| {
        let other = if back { history.before.pop() } else { history.after.pop() }?;
        if back {
            history.after.push(now);
        } else {
            history.before.push(now);
        }
        Some(other)
    });
    if let Some(other) = other {
        store().set(other);
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
    replace(KeptDrafts::NOTHING);
}

fn replace(taken: KeptDrafts) {
    HISTORY.set(History::default());
    store().set(taken);
}
