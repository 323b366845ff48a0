//! 統合: another work file is united with the work in the page. What differs is shown side by side first; nothing
//! changes until the officer says so, and then it is one step that can be undone.

use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};

use crate::api::border::{Bytes, Written};
use crate::api::inquiry::{Choices, Disputes, Merge, United};
use crate::api::reading::PackedClauses;
use crate::api::review::{How, Take};
use crate::inquiry::merge::Merged;
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, on_press, reveal, set_text};
use crate::page::regulations::{self, calls, inquiry, state};
use crate::page::{clock, messages, tabs, task};
use crate::review::work_file::Refused;
use crate::review::{Judged, Scope, Target};

use super::{differing, in_place, note, sections};

/// A work file that comes to the work in the page.
pub struct Incoming {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Bytes,
    /// Its place, where it is saved there afterwards.
    pub place: Option<in_place::Place>,
}

/// What is shown: a file with what would become of it, or disputes that were left open (no file).
struct Shown {
    incoming: Option<Incoming>,
    united: United,
}

thread_local! {
    static QUEUE: RefCell<VecDeque<Incoming>> = const { RefCell::new(VecDeque::new()) };
    static SHOWN: RefCell<Option<Shown>> = const { RefCell::new(None) };
}

/// Listens to the view.
pub fn open() -> Dom {
    for (id, save) in [("merge-save", true), ("merge-take", false)] {
        on_press(id, move || task::begin(take(save)))?;
    }
    on_press("merge-leave", || {
        SHOWN.take();
        hide()?;
        note("統合をやめました。この画面の作業は変わっていません。", false)?;
        task::begin(next());
        Ok(())
    })?;
    differing::open()
}

/// Has files united one after another.
pub async fn offer(files: impl IntoIterator<Item = Incoming>) -> Dom {
    QUEUE.with_borrow_mut(|queue| queue.extend(files));
    if SHOWN.with_borrow(Option::is_none) { next().await } else { Ok(()) }
}

/// Shows the disputes that were left open.
pub async fn reopen() -> Dom {
    let Written(disputes) = calls::ask(&Disputes).await?;
    let lead = "統合のときに「あとで決める」とした食い違いです。";
    show(lead, Shown { incoming: None, united: United { disputes, ..United::default() } })
}

async fn next() -> Dom {
    while let Some(incoming) = QUEUE.with_borrow_mut(VecDeque::pop_front) {
        match ask(&incoming, Choices::default()).await? {
            Ok((Written(united), _)) => {
                let lead = lead(&incoming.name, &united);
                return show(&lead, Shown { incoming: Some(incoming), united });
            }
            Err(refused) => note(&messages::work_file(&refused), true)?,
        }
    }
    Ok(())
}

fn lead(name: &str, united: &United) -> String {
    let saved = united.saved.replace('T', " ");
    let mut parts = vec![format!("判定{}件", united.judged.len())];
    if united.clauses > 0 {
        parts.push(format!("{}条項", united.clauses));
    }
    let differ = match united.disputes.len() + united.differences.len() {
        0 => "食い違いはありません。".to_owned(),
        count => format!("食い違いが{count}件あります。"),
    };
    format!(
        "「{name}」（{saved}に保存）を、この画面の作業に統合します。{}が加わるか変わります。{differ}統合するまで、何も変わりません。",
        parts.join("と")
    )
}

async fn ask(incoming: &Incoming, choices: Choices) -> Dom<Result<(Written<United>, Option<PackedClauses>), Refused>> {
    let merge = Merge {
        name: "この画面の作業".to_owned(),
        now: format!("{}T{}", clock::today(), clock::minute()),
        sections: sections::all()?,
        other: incoming.bytes.clone(),
        other_name: incoming.name.clone(),
        choices: Written(choices),
    };
    calls::ask(&merge).await
}

fn show(lead: &str, shown: Shown) -> Dom {
    set_text("merge-lead", lead)?;
    differing::show(&shown.united)?;
    reveal(&by_id("merge-body")?, true)?;
    reveal(&by_id("work-merging")?, true)?;
    SHOWN.set(Some(shown));
    tabs::go("merge")?;
    announce(lead)
}

fn hide() -> Dom {
    set_text("merge-lead", "統合する作業ファイルはありません。")?;
    reveal(&by_id("merge-body")?, false)?;
    reveal(&by_id("work-merging")?, false)?;
    tabs::go("regulations")
}

/// Does what the officer chose, then saves where that is wished.
async fn take(save: bool) -> Dom {
    let Some(Shown { incoming, united }) = SHOWN.take() else { return Ok(()) };
    let choices = differing::chosen(&united)?;
    let Some(incoming) = incoming else {
        settle(&choices);
        hide()?;
        return if save { super::save(false).await } else { Ok(()) };
    };
    let (united, clauses) = match ask(&incoming, choices).await? {
        Ok((Written(united), clauses)) => (united, clauses),
        Err(refused) => return note(&messages::work_file(&refused), true),
    };
    let told = told(&incoming.name, &united);
    add_clauses(&incoming, clauses).await?;
    sections::unite(&united.sections, united.unread).await?;
    inquiry::adopt(Scope::Merged, united.judged, united.work);
    if incoming.place.is_some() {
        in_place::remember(incoming.place);
    }
    hide()?;
    note(&told, false)?;
    regulations::sources::classify().await?;
    if save {
        super::save(false).await?;
    }
    next().await
}

/// Lays the clauses that only the other has on the desk.
async fn add_clauses(incoming: &Incoming, clauses: Option<PackedClauses>) -> Dom {
    let Some(clauses) = clauses else { return Ok(()) };
    if regulations::has_results() {
        let files = Take { files: vec![clauses], how: How::Add };
        return calls::take(files, vec![incoming.name.clone()]).await.map(drop).map_err(calls::trouble_of);
    }
    calls::open_work(incoming.bytes.clone()).await.map(drop)
}

fn told(name: &str, united: &United) -> String {
    let left = match united.disputes.len() {
        0 => String::new(),
        left => format!("食い違い{left}件は、あとで決めるものとして残しました。"),
    };
    format!(
        "「{name}」を統合しました（判定{}件が変わりました）。{left}判定・所管課・照会は「元に戻す」でまとめて戻せます。",
        united.judged.len()
    )
}

/// Settles disputes that were left open.
fn settle(choices: &Choices) {
    let judgements = state::ledger().read(|ledger| ledger.judgements().clone());
    let mut merged = Merged { judgements, work: (*inquiry::work()).clone() };
    for (target, field, value) in &choices.judged {
        merged.choose(*target, *field, value);
    }
    let targets: BTreeSet<Target> = choices.judged.iter().map(|(target, ..)| *target).collect();
    let judged = targets.into_iter().map(|target| Judged { target, judgement: merged.judgements.of(&target) });
    inquiry::adopt(Scope::Merged, judged.collect(), merged.work);
}
