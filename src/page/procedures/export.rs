//! Saving the answer as XLSX (every table) or CSV (the result).

use crate::page::dom::{Dom, on_press};
use crate::page::worker::Failure;
use crate::page::{about, clock, download, messages, task, town};
use crate::procedures::export::{result, tables};
use crate::writing::{Properties, workbook};

use super::{list, read, work};

/// Names up to which the workbook is written in the page: a moment; longer lists are written in the worker.
const SHORT: usize = 150;
/// Where the outcome is told.
const NOTE: &str = "procedures-export-note";

/// Opens the buttons.
pub fn open() -> Dom {
    on_press("procedures-xlsx", || task::begin(save_workbook()))?;
    on_press("procedures-csv", save_csv)
}

fn name(extension: &str) -> String {
    let town = town::store().read(|town| town.municipality.map(|municipality| municipality.name));
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
            Err(Failure::Cancelled) => return note("保存を取りやめました。"),
            Err(Failure::Trapped(error) | Failure::Refused(error)) => return note(&messages::not_saved(&error)),
        }
    } else {
        let tables = tables(&answer).map_err(|error| error.to_string());
        let made =
            tables.and_then(|tables| workbook(&tables, &properties, &mut |_| ()).map_err(|error| error.to_string()));
        match made {
            Ok(workbook) => workbook.bytes,
            Err(error) => return note(&messages::not_saved(&error)),
        }
    };
    download::save(&name, download::XLSX, &bytes)?;
    note(&format!("「{name}」を保存しました。"))
}

fn save_csv() -> Dom {
    let further = "照合・比較・凡例・条件は、Excelで保存すると付きます。";
    match read(|desk| desk.answer().map(|answer| result(answer))) {
        Some(Ok(table)) => download::save_csv(&name("csv"), &table, "procedures-characters", NOTE, further),
        Some(Err(error)) => note(&messages::not_saved(&error.to_string())),
        None => Ok(()),
    }
}

fn note(sentence: &str) -> Dom {
    download::tell(NOTE, sentence, &[])
}
