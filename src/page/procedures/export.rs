//! Saving the answer as XLSX (every table) or CSV (the result).

use web_sys::{Element, Event, HtmlSelectElement};

use crate::page::dom::{Dom, append, by_id, clear, on};
use crate::page::{about, clock, download, messages, town};
use crate::procedures::export::tables;
use crate::writing::{CharacterSet, Properties, Table, csv, workbook};

use super::read;

/// Opens the buttons.
pub fn open() -> Dom {
    on(&by_id::<Element>("procedures-xlsx")?, "click", |_: &Event| save_workbook());
    on(&by_id::<Element>("procedures-csv")?, "click", |_: &Event| save_csv());
    Ok(())
}

fn made() -> Option<Result<Vec<Table>, String>> {
    read(|desk| desk.answer().map(|answer| tables(answer).map_err(|error| error.to_string())))
}

fn name(extension: &str) -> String {
    let town = town::store().with(|store| store.read(|town| town.municipality.map(|municipality| municipality.name)));
    format!("27手続_{}_{}.{extension}", town.unwrap_or("団体未選択"), clock::today())
}

fn save_workbook() -> Dom {
    let Some(tables) = made() else { return Ok(()) };
    let properties =
        Properties {
            title: "27手続のオンライン化".to_owned(), author: about::edition()?, created: clock::today()
        };
    let made = tables.and_then(|tables| workbook(&tables, &properties, &mut |_| ()).map_err(|error| error.to_string()));
    match made {
        Ok(workbook) => {
            download::save(&name("xlsx"), download::XLSX, &workbook.bytes)?;
            note(&format!("「{}」を保存しました。", name("xlsx")), &[])
        }
        Err(error) => note(&messages::not_saved(&error), &[]),
    }
}

fn save_csv() -> Dom {
    let character_set = match by_id::<HtmlSelectElement>("procedures-characters")?.value().as_str() {
        "windows31_j" => CharacterSet::Windows31J,
        _ => CharacterSet::Utf8,
    };
    let tables = match made() {
        Some(Ok(tables)) => tables,
        Some(Err(error)) => return note(&messages::not_saved(&error), &[]),
        None => return Ok(()),
    };
    let Some(table) = tables.first() else { return Ok(()) };
    let file = csv(table, character_set);
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
