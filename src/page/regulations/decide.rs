//! Acts of decision: on a category, on a clause, in bulk; undo and redo. The page shows them at once, the worker
//! learns of them after.

use std::cell::Cell;

use gloo::timers::future::TimeoutFuture;
use gloo::utils::window;

use crate::api::border::Written;
use crate::api::review::{ClauseView, Judge, Reach, Targets};
use crate::page::announce::announce;
use crate::page::dom::Dom;
use crate::page::task;
use crate::regulations::{Category, Verdict};
use crate::review::{Applied, Aspect, ClauseKey, Decision, Found, Judged, Judgement, Scope, State, Target};
use crate::yen::notation::grouped;

use super::calls::trouble_of;
use super::{calls, inquiry, list, row, state, step};

/// Pause before the counts are asked again: a row of quick decisions asks once, in milliseconds.
const PAUSE: u32 = 120;

thread_local! {
    static WAITING: Cell<bool> = const { Cell::new(false) };
}

/// Judges targets as one change and tells the worker.
pub fn adopt(scope: Scope, judged: Vec<Judged>) {
    judge(scope, Aspect::Choice, judged);
}

/// Changes one judgement.
pub fn change(target: Target, aspect: Aspect, change: impl FnOnce(&mut Judgement)) {
    let mut judgement = state::with_ledger(|ledger| ledger.judgements().of(&target));
    change(&mut judgement);
    judge(Scope::Clause, aspect, vec![Judged { target, judgement }]);
}

/// Decides the active category of the open clause. True: nothing in the clause is left undecided.
pub fn decide(decision: Decision) -> Dom<bool> {
    let Some(current) = state::open_clause() else {
        announce("条項が開かれていません。Nのキーで次の未判定の条項を開きます。")?;
        return Ok(false);
    };
    let Some(category) = state::active_category(&present(&current.clause)) else {
        announce("この条項には規制区分がありません。「区分を追加」で加えてください。")?;
        return Ok(false);
    };
    choose(category, Some(decision))
}

/// Decides one category of the open clause, or takes its decision back; the next undecided one becomes active. True:
/// something was decided and nothing in the clause is left undecided.
pub fn choose(category: Category, decision: Option<Decision>) -> Dom<bool> {
    let Some(current) = state::open_clause() else { return Ok(false) };
    let before = present(&current.clause);
    let open = |present: &[(Category, Found, Judgement)]| present.iter().any(|(_, _, of)| of.decision.is_none());
    let was_open = open(&before);
    let of_category = before.iter().find(|(other, _, _)| *other == category).cloned();
    let Some((_, _, judgement)) = of_category else { return Ok(false) };
    let first = Judged {
        target: Target { clause: current.clause.key, category },
        judgement: Judgement { decision, ..judgement },
    };
    let further = state::with_ledger(|ledger| {
        let with = |key: &ClauseKey| {
            let target = Target { clause: *key, category };
            Judged { target, judgement: Judgement { decision, ..ledger.judgements().of(&target) } }
        };
        current.same.iter().map(with).collect::<Vec<Judged>>()
    });
    let scope = if further.is_empty() { Scope::Clause } else { Scope::SameWording };
    judge(scope, Aspect::Choice, std::iter::once(first).chain(further).collect());
    let left = present(&current.clause).into_iter().find(|(_, _, judgement)| judgement.decision.is_none());
    let (next, done) = match (decision, left) {
        (Some(_), Some((next, _, _))) => (next, false),
        (Some(_), None) => (category, true),
        (None, _) => (category, false),
    };
    set_active(next);
    let word = decision.map_or(State::Undecided.name(), Decision::name);
    let of = if before.len() > 1 { category.name() } else { "" };
    let rest = left_after(was_open, open(&present(&current.clause)), current.same.len() + 1);
    let form = if current.same.is_empty() {
        String::new()
    } else {
        format!("ほか同じ形の{}条項、", current.same.len())
    };
    announce(&format!("{}、{form}{of}{word}。残り{rest}。", state::spoken(&current.clause)))?;
    Ok(done)
}

/// Clauses left undecided, before the counts are asked again.
fn left_after(was_open: bool, is_open: bool, clauses: usize) -> String {
    let left = state::overview().with(|store| store.read(|all| all.as_ref().map_or(0, |all| all.undecided)));
    let left = match (was_open, is_open) {
        (true, false) => left.saturating_sub(u32::try_from(clauses).unwrap_or(u32::MAX)),
        (false, true) => left.saturating_add(u32::try_from(clauses).unwrap_or(u32::MAX)),
        _ => left,
    };
    grouped(left.into())
}

/// Makes a category of the open clause the one that heeds the keys.
pub fn set_active(category: Category) {
    state::active().with(|store| {
        if store.read(|active| *active != Some(category)) {
            store.change(|active| *active = Some(category));
        }
    });
}

/// Makes a category active by its key; never decides.
pub fn activate(category: Category) -> Dom {
    let Some(current) = state::open_clause() else { return Ok(()) };
    if present(&current.clause).iter().any(|(other, _, _)| *other == category) {
        set_active(category);
        return announce(&format!("{}を選びました。", category.name()));
    }
    announce(&format!("この条項に{}はありません。「区分を追加」で加えられます。", category.name()))
}

/// Adds a category to the open clause, decided as 該当, with the words that are selected.
pub fn add(category: Category) -> Dom {
    let Some(current) = state::open_clause() else { return Ok(()) };
    let target = Target { clause: current.clause.key, category };
    let judgement =
        Judgement { added: Some(selected_words()?), decision: Some(Decision::Applies), ..Judgement::default() };
    judge(Scope::Clause, Aspect::Choice, vec![Judged { target, judgement }]);
    set_active(category);
    announce(&format!("{}を加え、該当に判定しました。", category.name()))
}

/// Takes a category that the officer added away again.
pub fn remove(category: Category) -> Dom {
    let Some(current) = state::open_clause() else { return Ok(()) };
    let target = Target { clause: current.clause.key, category };
    judge(Scope::Clause, Aspect::Choice, vec![Judged { target, judgement: Judgement::default() }]);
    announce(&format!("{}を外しました。", category.name()))
}

/// Decides everything in a scope as one change.
pub fn bulk(scope: Scope, decision: Decision) {
    let Some(current) = state::open_clause() else { return };
    task::begin(async move {
        let asked = Targets { scope, index: current.clause.index };
        let Written(targets) = calls::ask(&asked).await.map_err(trouble_of)?;
        let judged: Vec<Judged> = state::with_ledger(|ledger| {
            let with = |target: Target| {
                let before = ledger.judgements().of(&target);
                Judged { target, judgement: Judgement { decision: Some(decision), ..before } }
            };
            targets.into_iter().map(with).collect()
        });
        let count = judged.len();
        judge(scope, Aspect::Choice, judged);
        announce(&format!("{count}件を{}に判定しました。「元に戻す」でまとめて戻せます。", decision.name()))
    });
}

/// Takes the last change back.
pub fn undo() -> Dom {
    retrace(state::change_ledger(crate::review::Ledger::undo).flatten(), "元に戻しました")
}

/// Does the change again that was undone last.
pub fn redo() -> Dom {
    retrace(state::change_ledger(crate::review::Ledger::redo).flatten(), "やり直しました")
}

fn retrace(applied: Option<Applied>, done: &str) -> Dom {
    let Some(applied) = applied else { return Ok(()) };
    let count = applied.judged.len();
    tell_worker(applied.judged);
    if let Some(beside) = applied.beside {
        inquiry::restore(beside);
    }
    let what = step::what(applied.scope, count);
    let kept = step::kept(applied.scope);
    announce(&format!("{done}（{what}）。{kept}"))
}

/// The categories of a clause, found or added, with their judgements.
pub fn present(clause: &ClauseView) -> Vec<(Category, Found, Judgement)> {
    let found: Vec<(Category, Found)> = clause
        .explanation
        .findings
        .iter()
        .map(|finding| match finding.verdict {
            Verdict::Candidate => (finding.category, Found::Candidate),
            Verdict::Check => (finding.category, Found::Check),
        })
        .collect();
    state::with_ledger(|ledger| row::present(ledger, clause.key, &found))
}

fn judge(scope: Scope, aspect: Aspect, judged: Vec<Judged>) {
    if let Some(applied) = state::change_ledger(|ledger| ledger.judge(scope, aspect, judged)).flatten() {
        tell_worker(applied.judged);
    }
}

/// Tells the worker what was judged, and has everything counted again.
pub fn tell_worker(judged: Vec<Judged>) {
    task::begin(async move { calls::ask(&Judge(Written(judged))).await.map(drop).map_err(trouble_of) });
    if !WAITING.replace(true) {
        task::begin(async {
            TimeoutFuture::new(PAUSE).await;
            WAITING.set(false);
            count_again().await
        });
    }
}

/// Asks the counts and the reach of bulk decisions again.
async fn count_again() -> Dom {
    list::count_again().await?;
    if let Some(index) = state::open_clause().map(|current| current.clause.index) {
        let bulk = calls::ask(&Reach(index)).await.map_err(trouble_of)?;
        state::current().with(|store| {
            store.change(|current| {
                if let Some(current) = current.as_mut().filter(|current| current.clause.index == index) {
                    current.bulk = bulk;
                }
            });
        });
    }
    Ok(())
}

fn selected_words() -> Dom<String> {
    let Some(selection) = window().get_selection()? else { return Ok(String::new()) };
    let text: web_sys::Element = crate::page::dom::by_id("clause-text")?;
    let inside = selection.anchor_node().is_some_and(|node| text.contains(Some(&node)));
    let words = String::from(selection.to_string());
    Ok(if inside { words.trim().to_owned() } else { String::new() })
}
