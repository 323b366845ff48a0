//! Taking answers over: one step that can be undone. Every answer that was understood is kept, whatever was chosen.

use crate::inquiry::take::choose;
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, focus, on_press};
use crate::page::regulations::state as desk;
use crate::review::{Judged, Judgements, Scope, Target};

use super::state::{self, Before, Choice};
use super::{draw, inquiry};

/// Listens to the two buttons.
pub fn open() -> Dom {
    on_press("incoming-take", take)?;
    on_press("incoming-leave", || {
        state::clear();
        draw()?;
        announce("取り込みませんでした。判定は変わっていません。")?;
        focus(&by_id("incoming-title")?)
    })
}

fn take() -> Dom {
    let before = state::with(std::mem::take);
    let mut work = (*inquiry::work()).clone();
    let mut judgements = desk::ledger().read(|ledger| ledger.judgements().clone());
    let mut changed: Vec<Target> = Vec::new();
    let judged = before.planned.plan.takes.iter().flat_map(|take| &take.judged).cloned();
    put_judgements(judged, &mut judgements, &mut changed);
    work.keep(before.planned.received.iter().cloned());
    for clash in &before.planned.plan.conflicts {
        let taken = match before.chosen.get(&clash.number) {
            Some(Choice::Answer(place)) => clash.answers.get(*place),
            Some(Choice::Stays) => None,
            None => continue,
        };
        let judged = choose(&mut work, &judgements, &clash.targets, &clash.answers, taken);
        put_judgements(judged, &mut judgements, &mut changed);
    }
    put_judgements(moves(&before, &judgements), &mut judgements, &mut changed);
    changed.sort_unstable();
    changed.dedup();
    let judged: Vec<Judged> =
        changed.into_iter().map(|target| Judged { target, judgement: judgements.of(&target) }).collect();
    let sentence = told(&before, judged.len());
    inquiry::adopt(Scope::Answers, judged, work);
    draw()?;
    announce(&sentence)?;
    focus(&by_id("progress-title")?)
}

fn put_judgements(judged: impl IntoIterator<Item = Judged>, judgements: &mut Judgements, changed: &mut Vec<Target>) {
    for Judged { target, judgement } in judged {
        judgements.set(target, judgement);
        changed.push(target);
    }
}

/// Clauses that go to the section that their answer names.
fn moves(before: &Before, judgements: &Judgements) -> Vec<Judged> {
    let work = inquiry::work();
    let index = work.index();
    let mut judged = Vec::new();
    for answer in before.planned.plan.transfers.iter().filter(|answer| before.moved.contains(&answer.number)) {
        let (Some(to), Some((_, item))) = (&answer.transfer, index.get(&answer.number)) else { continue };
        for target in &item.targets {
            let mut judgement = judgements.of(target);
            work.current(to).clone_into(&mut judgement.department);
            judged.push(Judged { target: *target, judgement });
        }
    }
    judged
}

fn told(before: &Before, judged: usize) -> String {
    let open = before.planned.plan.conflicts.len().saturating_sub(before.chosen.len());
    let left = if open == 0 {
        String::new()
    } else {
        format!("選ばなかった食い違い{open}件は、条項の「照会」に残ります。")
    };
    format!(
        "回答{}件を取り込み、{judged}件の判定が変わりました。{left}「元に戻す」でまとめて戻せます。",
        before.planned.received.len()
    )
}
