//! How answers arrive and are read: picked or dropped anywhere, one after another, with progress and cancel.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use web_sys::Element;

use crate::api::border::{Bytes, Compact};
use crate::api::inquiry::ReadAnswers;
use crate::api::reading::File;
use crate::inquiry::answer::{Error, FileAnswers};
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, focus, on_press, progress, reveal};
use crate::page::regulations::calls;
use crate::page::{files, regulations, tabs, task, trouble};

use super::{inquiry, plan, state};

thread_local! {
    static QUEUE: RefCell<VecDeque<(String, Bytes)>> = const { RefCell::new(VecDeque::new()) };
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
    static STOPPED: Cell<bool> = const { Cell::new(false) };
}

/// Listens to the choice of files and to cancelling.
pub fn open() -> Dom {
    files::on_chosen("incoming-files", |files| {
        task::begin(async move {
            for file in files {
                let bytes = files::bytes(&file).await;
                trouble::report(bytes.and_then(|bytes| arrive(file.name(), bytes)));
            }
            Ok(())
        });
    })?;
    on_press("incoming-cancel", || STOPPED.set(true))
}

/// Takes a file that a section sent back.
pub fn arrive(name: String, bytes: Bytes) -> Dom {
    let unknown = inquiry::work().rounds.is_empty();
    let told: Element = by_id("incoming-told")?;
    reveal(&told, unknown)?;
    if unknown {
        let sentence = format!(
            "「{name}」は所管課から戻った照会票です。照会した記録のある作業ファイルを先に開いてから、もう一度開いてください。条文の一覧としては読みません。"
        );
        reveal(&by_id("incoming-body")?, true)?;
        told.set_text_content(Some(&sentence));
        announce(&sentence)?;
        return show_screen();
    }
    QUEUE.with_borrow_mut(|queue| queue.push_back((name, bytes)));
    if !AT_WORK.replace(true) {
        STOPPED.set(false);
        show_screen()?;
        task::begin(async {
            let read = read().await;
            AT_WORK.set(false);
            read
        });
    }
    Ok(())
}

fn show_screen() -> Dom {
    regulations::fold()?;
    let hidden = by_id::<Element>("regulations-inquiries")?.has_attribute("hidden");
    if hidden || tabs::current()? != "regulations" { tabs::go("regulations-inquiries") } else { Ok(()) }
}

async fn read() -> Dom {
    let mut done = 0;
    // Files that are still on their way join in, and some come while the plan is asked.
    while QUEUE.with_borrow(|queue| !queue.is_empty()) {
        reveal(&by_id("incoming-progress")?, true)?;
        while let Some((name, bytes)) = QUEUE.with_borrow_mut(VecDeque::pop_front) {
            if STOPPED.get() {
                keep_unread(name, Error::Cancelled);
                continue;
            }
            tell(&name, done)?;
            done += 1;
            let first = state::with(|before| before.answers.files.is_empty());
            let file = File { name: name.clone(), bytes };
            match calls::try_ask(&ReadAnswers { file, first }).await {
                Ok(Compact(files)) => keep(files),
                Err(_) => keep_unread(name, Error::Unreadable),
            }
        }
        reveal(&by_id("incoming-progress")?, false)?;
        plan().await?;
    }
    focus(&by_id("incoming-account-title")?)
}

fn keep(files: Vec<FileAnswers>) {
    state::with(|before| before.answers.files.extend(files));
}

fn keep_unread(name: String, error: Error) {
    keep(vec![FileAnswers { name, error: Some(error), ..FileAnswers::default() }]);
}

fn tell(name: &str, done: usize) -> Dom {
    let all = done + 1 + QUEUE.with_borrow(VecDeque::len);
    let sentence = format!("{all}件のうち{}件目「{name}」を読んでいます…", done + 1);
    progress::show(&by_id("incoming-progress")?, &sentence, Some((done as u64, all as u64)))?;
    if done == 0 { announce(&sentence) } else { Ok(()) }
}
