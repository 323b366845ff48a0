//! Acts of decision: on a category, on a clause, in bulk; undo and redo. The page shows them at once, the worker
//! learns of them after.

use std::cell::Cell;

use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen_futures::spawn_local;

use crate::api::review::ClauseView;
use crate::page::announce::announce;
use crate::page::dom::Dom;
use crate::page::trouble;
use crate::regulations::{Category, Verdict};
use crate::review::{Applied, Aspect, Decision, Found, Judged, Judgement, Scope, Target};

use super::sources::trouble_of;
use super::{calls, list, row, state};

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

/// Decides the categories of the open clause that are not switched off; all of them where all are. False: there was
/// nothing to decide.
pub fn decide(decision: Decision) -> Dom<bool> {
    let Some(current) = state::open_clause() else {
        announce("条項が開かれていません。Nのキーで次の未判定の条項を開きます。")?;
        return Ok(false);
    };
    let present = present(&current.clause);
    if present.is_empty() {
        announce("この条項には規制区分がありません。1から8のキーか「規制区分を追加」で加えてください。")?;
        return Ok(false);
    }
    let live = |judgement: &Judgement| judgement.decision != Some(Decision::DoesNotApply);
    let any_live = present.iter().any(|(_, _, judgement)| live(judgement));
    let chosen = present.into_iter().filter(|(_, _, judgement)| !any_live || live(judgement));
    let judged = chosen.map(|(category, _, judgement)| Judged {
        target: Target { clause: current.clause.key, category },
        judgement: Judgement { decision: Some(decision), ..judgement },
    });
    judge(Scope::Clause, Aspect::Choice, judged.collect());
    announce(&format!("{}に判定しました。", decision.name()))?;
    Ok(true)
}

/// Switches a category of the open clause: one that was found off and on again, one that was added away, any other is
/// added with the words that are selected.
pub fn switch(category: Category) -> Dom {
    let Some(current) = state::open_clause() else { return Ok(()) };
    let target = Target { clause: current.clause.key, category };
    let present = present(&current.clause).into_iter().find(|(present, _, _)| *present == category);
    let name = category.name();
    let (judgement, sentence) = match present {
        Some((_, Found::Added, _)) => (Judgement::default(), format!("{name}を外しました。")),
        Some((_, _, judgement)) if judgement.decision == Some(Decision::DoesNotApply) => {
            (Judgement { decision: None, ..judgement }, format!("{name}を未判定に戻しました。"))
        }
        Some((_, _, judgement)) => {
            (Judgement { decision: Some(Decision::DoesNotApply), ..judgement }, format!("{name}を非該当にしました。"))
        }
        None => (
            Judgement { added: Some(selected_words()?), decision: Some(Decision::Applies), ..Judgement::default() },
            format!("{name}を加え、該当に判定しました。"),
        ),
    };
    judge(Scope::Clause, Aspect::Choice, vec![Judged { target, judgement }]);
    announce(&sentence)
}

/// Decides everything in a scope as one change.
pub fn bulk(scope: Scope, decision: Decision) {
    let Some(current) = state::open_clause() else { return };
    spawn_local(async move {
        match calls::targets(scope, current.clause.index).await {
            Ok(targets) => {
                let judged: Vec<Judged> = state::with_ledger(|ledger| {
                    let with = |target: Target| {
                        let before = ledger.judgements().of(&target);
                        Judged { target, judgement: Judgement { decision: Some(decision), ..before } }
                    };
                    targets.into_iter().map(with).collect()
                });
                let count = judged.len();
                judge(scope, Aspect::Choice, judged);
                let sentence =
                    format!("{count}件を{}に判定しました。「元に戻す」でまとめて戻せます。", decision.name());
                trouble::report(announce(&sentence));
            }
            Err(failure) => trouble::report(Err(trouble_of(failure))),
        }
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
    announce(&format!("{done}（{count}件の判定）。"))
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

fn tell_worker(judged: Vec<Judged>) {
    spawn_local(async move {
        if let Err(failure) = calls::judge(&judged).await {
            trouble::report(Err(trouble_of(failure)));
        }
    });
    if !WAITING.replace(true) {
        Timeout::new(PAUSE, || {
            WAITING.set(false);
            spawn_local(async { trouble::report(count_again().await) });
        })
        .forget();
    }
}

/// Asks the counts and the reach of bulk decisions again.
async fn count_again() -> Dom {
    list::count_again().await?;
    if let Some(index) = state::open_clause().map(|current| current.clause.index) {
        let bulk = calls::bulk(index).await.map_err(trouble_of)?;
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
