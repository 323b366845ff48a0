//! Acts of decision: on a category, on a clause, in bulk; undo and redo.

use gloo::utils::window;
use web_sys::Element;

use crate::api::border::Written;
use crate::api::review::{ClauseView, Targets};
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id};
use crate::page::task;
use crate::regulations::{Category, Verdict};
use crate::review::{Applied, Aspect, Decision, Found, Judgement, Ledger, Scope, State, Target};
use crate::yen::notation::grouped;

use super::{calls, inquiry, judging, row, state, step};

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
    if !before.iter().any(|(other, _, _)| *other == category) {
        return Ok(false);
    }
    let scope = if current.same.is_empty() { Scope::Clause } else { Scope::SameWording };
    let clauses = std::iter::once(&current.clause.key).chain(&current.same);
    let targets = clauses.map(|clause| Target { clause: *clause, category }).collect();
    judging::change_all(scope, targets, |judgement| judgement.decision = decision);
    let left = present(&current.clause).into_iter().find(|(_, _, judgement)| judgement.decision.is_none());
    let (next, done) = match (decision, left) {
        (Some(_), Some((next, _, _))) => (next, false),
        (Some(_), None) => (category, true),
        (None, _) => (category, false),
    };
    set_active(next);
    let word = State::of(decision).name();
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
    let left = state::overview().read(|all| all.undecided);
    let left = match (was_open, is_open) {
        (true, false) => left.saturating_sub(u32::try_from(clauses).unwrap_or(u32::MAX)),
        (false, true) => left.saturating_add(u32::try_from(clauses).unwrap_or(u32::MAX)),
        _ => left,
    };
    grouped(left.into())
}

/// Makes a category of the open clause the one that heeds the keys.
pub fn set_active(category: Category) {
    if state::active().get() != Some(category) {
        state::active().set(Some(category));
    }
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
    let added = Judgement { added: Some(selected_words()?), decision: Some(Decision::Applies), ..Judgement::default() };
    judging::change(target, Aspect::Choice, |judgement| *judgement = added);
    set_active(category);
    announce(&format!("{}を加え、該当に判定しました。", category.name()))
}

/// Takes a category that the officer added away again.
pub fn remove(category: Category) -> Dom {
    let Some(current) = state::open_clause() else { return Ok(()) };
    let target = Target { clause: current.clause.key, category };
    judging::change(target, Aspect::Choice, |judgement| *judgement = Judgement::default());
    announce(&format!("{}を外しました。", category.name()))
}

/// Decides everything in a scope as one change.
pub fn bulk(scope: Scope, decision: Decision) {
    let Some(current) = state::open_clause() else { return };
    task::begin(async move {
        let asked = Targets { scope, index: current.clause.index };
        let Written(targets) = calls::ask(&asked).await?;
        let count = judging::change_all(scope, targets, |judgement| judgement.decision = Some(decision));
        announce(&format!("{count}件を{}に判定しました。「元に戻す」でまとめて戻せます。", decision.name()))
    });
}

/// Takes the last change back.
pub fn undo() -> Dom {
    retrace(state::ledger().change(Ledger::undo), "元に戻しました")
}

/// Does the change again that was undone last.
pub fn redo() -> Dom {
    retrace(state::ledger().change(Ledger::redo), "やり直しました")
}

fn retrace(applied: Option<Applied>, done: &str) -> Dom {
    let Some(applied) = applied else { return Ok(()) };
    let count = applied.judged.len();
    judging::tell_worker(applied.judged);
    if let Some(beside) = applied.beside {
        inquiry::restore(beside);
    }
    announce(&format!("{done}（{}）。{}", step::told(applied.scope, count), step::told_too(applied.scope)))
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
    state::ledger().read(|ledger| row::present(ledger, clause.key, &found))
}

fn selected_words() -> Dom<String> {
    let Some(selection) = window().get_selection()? else { return Ok(String::new()) };
    let text: Element = by_id("clause-text")?;
    let inside = selection.anchor_node().is_some_and(|node| text.contains(Some(&node)));
    let words = String::from(selection.to_string());
    Ok(if inside { words.trim().to_owned() } else { String::new() })
}
