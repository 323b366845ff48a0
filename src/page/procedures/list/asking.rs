//! Asking the worker: reading long lists and writing their workbook, with progress and cancel.
//!
//! Entries arrive in portions while the worker reads on, so that taking over a list of many thousand names is never
//! felt in the page.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use web_sys::Element;

use crate::api::border::{Call, Written};
use crate::api::procedures::WriteWorkbook;
use crate::page::dom::{Dom, by_id, on_press, progress, reveal};
use crate::page::messages::reading::number;
use crate::page::trouble;
use crate::page::worker::{Client, Failure};
use crate::procedures::kept::KeptList;
use crate::procedures::list::ListedName;
use crate::procedures::opened::Portion;
use crate::writing::Properties;

use super::Read;

thread_local! {
    static WORKER: Client = Client::default();
}

/// Listens to the button.
pub fn open() -> Dom {
    on_press("procedures-cancel", || WORKER.with(Client::cancel))
}

/// Has a list read, showing how far it is.
pub async fn ask<C>(call: &C, name: &str) -> Result<Read, Failure>
where
    C: Call<Progress = Written<Portion>, Output = KeptList>,
{
    let entries = Rc::new(RefCell::new(Vec::new()));
    let (gathered, of) = (Rc::clone(&entries), name.to_owned());
    let progress = move |Written(portion)| trouble::report(gather(&gathered, portion, &of));
    trouble::report(tell(&format!("「{name}」を読み込んでいます…"), None));
    let list = WORKER.with(Client::clone).call(call, progress).await;
    hide();
    Ok(Read { list: list?, entries: entries.take() })
}

/// Has the workbook of a section written; gives its bytes.
pub async fn write(section: String, properties: Properties, name: &str) -> Result<Vec<u8>, Failure> {
    trouble::report(tell(&format!("「{name}」を作っています…"), None));
    let written = WORKER.with(Client::clone).call(&WriteWorkbook { section, properties }, |()| ()).await;
    hide();
    Ok(written?.read())
}

fn hide() {
    trouble::report(by_id::<Element>("procedures-progress").and_then(|panel| reveal(&panel, false)));
}

/// Takes a portion of entries.
fn gather(entries: &RefCell<Vec<Arc<ListedName>>>, portion: Portion, name: &str) -> Dom {
    let Portion { entries: portion, done, total } = portion;
    entries.borrow_mut().extend(portion);
    let sentence = format!("「{name}」：{}行のうち{}行", number(total as u64), number(done as u64));
    tell(&sentence, Some((done as u64, total as u64)))
}

fn tell(sentence: &str, share: Option<(u64, u64)>) -> Dom {
    let panel: Element = by_id("procedures-progress")?;
    reveal(&panel, true)?;
    progress::show(&panel, sentence, share)
}
