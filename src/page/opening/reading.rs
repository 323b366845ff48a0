//! Reading the checked files in the worker, with progress and cancel; then the account and the hand-over.

use std::cell::Cell;

use crate::api::reading::PackedClauses;
use crate::api::review::How;
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, focus, on_press, progress, reveal};
use crate::page::messages::reading as words;
use crate::page::worker::Failure;
use crate::page::{regulations, task, trouble};
use crate::reading::progress::{Progress, Stage};

use super::state::{Look, OpenedFile, store};
use super::{account, bar, calls, repeated};

/// Time between two announcements of progress, in milliseconds.
const QUIET: f64 = 5_000.0;

thread_local! {
    static ANNOUNCED: Cell<f64> = const { Cell::new(0.0) };
    static STOPPED: Cell<bool> = const { Cell::new(false) };
}

/// Listens to the buttons.
pub fn open() -> Dom {
    on_press("opening-read", || task::begin(read()))?;
    on_press("opening-cancel", || {
        STOPPED.set(true);
        calls::client().cancel();
    })
}

async fn read() -> Dom {
    let entries: Vec<OpenedFile> = store().read(|opening| opening.entries().to_vec());
    let how = bar::how()?;
    STOPPED.set(false);
    ANNOUNCED.set(now());
    show_progress(true)?;
    focus(&by_id("opening-cancel")?)?;
    let read = read_each(&entries).await;
    show_progress(false)?;
    if let Some(read) = read {
        finish(&entries, read, how).await
    } else {
        announce("読み込みを取り消しました。開いたファイルと選んだ内容はそのままです。")?;
        focus(&by_id("opening-read")?)
    }
}

/// Reads file after file, so that one that fails stops no other; nothing when the officer cancelled.
async fn read_each(entries: &[OpenedFile]) -> Option<account::Read> {
    let mut read = account::Read::default();
    for (place, entry) in entries.iter().enumerate() {
        let (name, of) = (entry.name.clone(), entries.len());
        if let Look::Failed(sentence) = &entry.look {
            read.fail(&name, sentence.clone());
            continue;
        }
        let begun = tell(&name, place + 1, of, None);
        trouble::report(begun);
        let progress = move |step: Progress| trouble::report(tell(&name, place + 1, of, Some(step)));
        match calls::read(entry, progress).await {
            Ok(file) => read.take(&entry.name, file),
            Err(Failure::Cancelled) => return None,
            Err(failure) => read.fail(&entry.name, words::failed(&failure)),
        }
        if STOPPED.get() {
            return None;
        }
    }
    Some(read)
}

async fn finish(entries: &[OpenedFile], read: account::Read, how: How) -> Dom {
    let accepted = entries.iter().filter_map(|entry| Some((read.clauses(&entry.name)?, entry.name.clone())));
    let (accepted, names): (Vec<PackedClauses>, Vec<String>) = accepted.unzip();
    let any = !accepted.is_empty();
    account::show(read, how == How::Add)?;
    // The reader's worker keeps the memory of what it read; the next file starts a fresh one.
    calls::client().cancel();
    if any {
        store().change(super::state::Opening::clear);
        if repeated::take(accepted, names, how).await? {
            return Ok(());
        }
    }
    // What was not read in full is told before the desk is shown; otherwise the results are the answer.
    let told = !any || !account::whole();
    regulations::hold_open(told);
    if told || !regulations::has_results() { focus(&by_id("opening-account-title")?) } else { regulations::fold() }
}

/// Shows the progress in the place of the cards, or the cards again.
fn show_progress(shown: bool) -> Dom {
    reveal(&by_id("opening-progress")?, shown)?;
    reveal(&by_id("opening-cards")?, !shown)?;
    reveal(&by_id("opening-bar")?, !shown)
}

/// Shows how far the reading is; says it aloud now and then.
fn tell(name: &str, number: usize, of: usize, step: Option<Progress>) -> Dom {
    let sentence = sentence(name, number, of, step);
    let share = step.and_then(|step| Some((step.done, step.total?)));
    progress::show(&by_id("opening-progress")?, &sentence, share)?;
    if now() - ANNOUNCED.get() >= QUIET {
        ANNOUNCED.set(now());
        announce(&sentence)?;
    }
    Ok(())
}

/// 「3件のうち2件目「一覧.xlsx」：6,315行のうち2,400行」
fn sentence(name: &str, number: usize, of: usize, step: Option<Progress>) -> String {
    let file = format!("{of}件のうち{number}件目「{name}」");
    let unit = |stage: Stage| if stage == Stage::Files { "件" } else { "行" };
    match step {
        Some(Progress { stage, done, total: Some(total) }) if total > 1 => {
            format!("{file}：{}{unit}のうち{}{unit}", words::number(total), words::number(done), unit = unit(stage))
        }
        Some(Progress { stage, done, total: None }) if done > 0 => {
            format!("{file}：{}{}", words::number(done), unit(stage))
        }
        _ => format!("{file}を読み込んでいます…"),
    }
}

fn now() -> f64 {
    gloo::utils::window().performance().map_or(0.0, |performance| performance.now())
}
