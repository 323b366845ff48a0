//! A list of 例規名 and 所管課, from a file or pasted: what was set, and which rows named no ordinance.

use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement, MouseEvent};

use crate::api::border::{Compact, Written};
use crate::api::inquiry::{ListTaken, ReadDepartments};
use crate::api::procedures::ListSource;
use crate::inquiry::assignment::Assigned;
use crate::page::dom::{Dom, append, by_id, clear, find, on, template};
use crate::page::inquiry::state;
use crate::page::regulations::calls::{self, trouble_of};
use crate::page::{files, task};
use crate::review::Scope;

/// Rows that are named one by one.
const NAMED: usize = 200;
/// What was pasted, as a name of a file that is read.
const PASTED: &str = "貼り付けた一覧.tsv";

/// Listens to the file and to what is pasted.
pub fn open() -> Dom {
    let field: HtmlInputElement = by_id("departments-file")?;
    on(&field.clone(), "change", move |_: &Event| {
        if let Some(file) = files::chosen(&field).into_iter().next() {
            task::begin(async move {
                let read = async { take(file.name(), ListSource::File(files::bytes(&file).await?, None)).await };
                read.await
            });
        }
        Ok(())
    });
    on(&by_id::<Element>("departments-take")?, "click", |_: &MouseEvent| {
        let field: HtmlTextAreaElement = by_id("departments-pasted")?;
        take_text(field.value());
        field.set_value("");
        Ok(())
    });
    Ok(())
}

/// Takes two pasted columns.
pub fn take_text(text: String) {
    task::begin(take(PASTED.to_owned(), ListSource::Text(text)));
}

async fn take(name: String, from: ListSource) -> Dom {
    let call = ReadDepartments { name, from };
    let Compact(ListTaken { assigned, ordinances, sections: Written(sections) }) =
        calls::ask(&call).await.map_err(trouble_of)?;
    state::change(Scope::Departments, |work| {
        work.ordinances = ordinances;
        work.sections = sections;
    });
    tell(&call.name, &assigned)
}

fn tell(name: &str, assigned: &Assigned) -> Dom {
    let place: Element = by_id("departments-told")?;
    clear(&place);
    let Assigned { set, unmatched } = assigned;
    let sentence = match (*set, unmatched.is_empty()) {
        (0, true) => {
            format!("「{name}」に、例規名と所管課の行がありません。1列目に例規名、2列目に所管課の表を開いてください。")
        }
        (set, true) => format!("「{name}」から{set}行の所管課を入れました。「元に戻す」でまとめて戻せます。"),
        (set, false) => format!(
            "「{name}」から{set}行の所管課を入れました。開いている例規にない名前の行が{}あります。入れていません。",
            unmatched.len()
        ),
    };
    append(&place, "p", &sentence)?;
    if unmatched.is_empty() {
        return Ok(());
    }
    let details = template("row-notes")?;
    find::<Element>(&details, "summary")?
        .set_text_content(Some(&format!("開いている例規にない行（{}）", unmatched.len())));
    let rows = append(&details, "ul", "")?;
    for row in unmatched.iter().take(NAMED) {
        append(&rows, "li", &format!("{}行目「{}」→「{}」", row.row, row.title, row.section))?;
    }
    if unmatched.len() > NAMED {
        append(&rows, "li", &format!("ほか{}行", unmatched.len() - NAMED))?;
    }
    place.append_child(&details).map(|_| ())
}
