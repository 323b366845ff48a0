//! A list of 例規名 and 所管課, from a file or pasted: what was set, and which rows named no ordinance.

use crate::api::border::{Compact, Written};
use crate::api::inquiry::{ListTaken, ReadDepartments};
use crate::api::procedures::ListSource;
use crate::inquiry::assignment::{Assigned, Unmatched};
use crate::page::dom::{Dom, append, cleared, field, on_press};
use crate::page::inquiry::state;
use crate::page::regulations::calls;
use crate::page::{files, notes, task};
use crate::review::Scope;

/// What was pasted, as a name of a file that is read.
const PASTED: &str = "貼り付けた一覧.tsv";

/// Listens to the file and to what is pasted.
pub fn open() -> Dom {
    files::on_one_chosen("departments-file", |file| {
        task::begin(async move { take(file.name(), ListSource::File(files::bytes(&file).await?, None)).await });
    })?;
    on_press("departments-take", || {
        take_text(field::value("departments-pasted")?);
        field::set("departments-pasted", "")
    })
}

/// Takes two pasted columns.
pub fn take_text(text: String) {
    task::begin(take(PASTED.to_owned(), ListSource::Text(text)));
}

async fn take(name: String, from: ListSource) -> Dom {
    let call = ReadDepartments { name, from };
    let Compact(ListTaken { assigned, ordinances, sections: Written(sections) }) = calls::ask(&call).await?;
    state::change(Scope::Departments, |work| {
        work.ordinances = ordinances;
        work.sections = sections;
    });
    tell(&call.name, &assigned)
}

fn tell(name: &str, assigned: &Assigned) -> Dom {
    let place = cleared("departments-told")?;
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
    let summary = format!("開いている例規にない行（{}）", unmatched.len());
    let line = |row: &Unmatched| format!("{}行目「{}」→「{}」", row.row, row.title, row.section);
    notes::rows(&place, &summary, unmatched.iter().map(line), |more| format!("ほか{more}行"))
}
