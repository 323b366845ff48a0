//! Saving the answer as XLSX (every table) or CSV (the result).

use web_sys::{Element, Event, HtmlSelectElement};

use crate::page::dom::{Dom, append, by_id, clear, on};
use crate::page::worker::Failure;
use crate::page::{about, clock, download, messages, task, town};
use crate::procedures::export::{result, tables};
use crate::writing::{CharacterSet, Properties, csv, workbook};

use super::{list, read, work};

/// Names up to which the workbook is written in the page: a moment; longer lists are written in the worker.
const SHORT: usize = 150;

/// Opens the buttons.
pub fn open() -> Dom {
    on(&by_id::<Element>("procedures-xlsx")?, "click", |_: &Event| {
        task::begin(save_workbook());
        Ok(())
    });
    on(&by_id::<Element>("procedures-csv")?, "click", |_: &Event| save_csv());
    Ok(())
}

fn name(extension: &str) -> String {
    let town = town::store().with(|store| store.read(|town| town.municipality.map(|municipality| municipality.name)));
    format!("27手続_{}_{}.{extension}", town.unwrap_or("団体未選択"), clock::today())
}

async fn save_workbook() -> Dom {
    let Some(answer) = read(|desk| desk.answer().cloned()) else { return Ok(()) };
    let properties =
        Properties {
            title: "27手続のオンライン化".to_owned(), author: about::edition()?, created: clock::today()
        };
    let name = name("xlsx");
    let bytes = if answer.entries.len() > SHORT {
        match list::write(work::give()?, properties, &name).await {
            Ok(bytes) => bytes,
            Err(Failure::Cancelled) => return note("保存を取りやめました。", &[]),
            Err(Failure::Trapped(error) | Failure::Refused(error)) => return note(&messages::not_saved(&error), &[]),
        }
    } else {
        let tables = tables(&answer).map_err(|error| error.to_string());
        let made =
            tables.and_then(|tables| workbook(&tables, &properties, &mut |_| ()).map_err(|error| error.to_string()));
        match made {
            Ok(workbook) => workbook.bytes,
            Err(error) => return note(&messages::not_saved(&error), &[]),
        }
    };
    download::save(&name, download::XLSX, &bytes)?;
    note(&format!("「{name}」を保存しました。"), &[])
}

fn save_csv() -> Dom {
    let character_set = match by_id::<HtmlSelectElement>("procedures-characters")?.value().as_str() {
        "windows31_j" => CharacterSet::Windows31J,
        _ => CharacterSet::Utf8,
    };
    let table = match read(|desk| desk.answer().map(|answer| result(answer))) {
        Some(Ok(table)) => table,
        Some(Err(error)) => return note(&messages::not_saved(&error.to_string()), &[]),
        None => return Ok(()),
    };
    let file = csv(&table, character_set);
    download::save(&name("csv"), download::CSV, &file.bytes)?;
    let lost: Vec<String> = file.replaced.iter().map(messages::replaced).collect();
    note(&format!("「{}」を保存しました。照合・比較・凡例・条件は、Excelで保存すると付きます。", name("csv")), &lost)
}

fn note(sentence: &str, lost: &[String]) -> Dom {
    let place: Element = by_id("procedures-export-note")?;
    clear(&place);
    append(&place, "p", sentence)?.set_class_name("hint");
    for line in lost {
        append(&place, "p", line)?.set_class_name("hint warning");
    }
    Ok(())
}
