//! Judging: whatever is decided, by one act or by many at once, is a change of the ledger. The page shows it at once, the
//! worker learns of it after.

use crate::api::border::Written;
use crate::api::review::{Judge, Reach};
use crate::page::dom::Dom;
use crate::page::soon::Soon;
use crate::page::task;
use crate::review::{Aspect, Beside, Judged, Judgement, Scope, Target};

use super::{calls, list, state};

/// Pause before the counts are asked again: a row of quick decisions asks once, in milliseconds.
const PAUSE: u32 = 120;

thread_local! {
    static SOON: Soon = Soon::default();
}

/// Judges targets as one change, together with what is kept beside the judgements where that changes too.
pub fn judge(scope: Scope, aspect: Aspect, judged: Vec<Judged>, beside: Option<Beside>) {
    if let Some(applied) = state::ledger().change(|ledger| ledger.act(scope, aspect, judged, beside)) {
        tell_worker(applied.judged);
    }
}

/// Changes one judgement.
pub fn change(target: Target, aspect: Aspect, change: impl FnOnce(&mut Judgement)) {
    let mut judgement = of(&target);
    change(&mut judgement);
    judge(Scope::Clause, aspect, vec![Judged { target, judgement }], None);
}

/// Changes many judgements as one change; tells how many.
pub fn change_all(scope: Scope, targets: Vec<Target>, change: impl Fn(&mut Judgement)) -> usize {
    let changed = |target: Target| {
        let mut judgement = of(&target);
        change(&mut judgement);
        Judged { target, judgement }
    };
    let judged: Vec<Judged> = targets.into_iter().map(changed).collect();
    let count = judged.len();
    judge(scope, Aspect::Choice, judged, None);
    count
}

/// The judgement that stands.
fn of(target: &Target) -> Judgement {
    state::ledger().read(|ledger| ledger.judgements().of(target))
}

/// Tells the worker what was judged, and has everything counted again.
pub fn tell_worker(judged: Vec<Judged>) {
    task::begin(async move { calls::ask(&Judge(Written(judged))).await });
    SOON.with(|soon| soon.ask_after(PAUSE, count_again));
}

/// Asks the counts and the reach of bulk decisions again.
async fn count_again() -> Dom {
    list::count_again().await?;
    if let Some(index) = state::open_clause().map(|current| current.clause.index) {
        let bulk = calls::ask(&Reach(index)).await?;
        state::current().change(|current| {
            if let Some(current) = current.as_mut().filter(|current| current.clause.index == index) {
                current.bulk = bulk;
            }
        });
    }
    Ok(())
}
