//! Saving the ceilings as XLSX (every table) or CSV (the result).

use std::rc::Rc;

use crate::page::dom::{Dom, on_press};
use crate::page::town::{self, Town};
use crate::page::{about, clock, download, messages};
use crate::subsidy::export::{Making, result, tables};
use crate::subsidy::list::TownList;
use crate::subsidy::{Comparison, compare};
use crate::writing::{Properties, workbook};
use crate::yen::Yen;

use super::{cost, several};

/// Opens the buttons of the town and of the set.
pub fn open() -> Dom {
    on_press("ceiling-xlsx", || save_workbook(own()))?;
    on_press("ceiling-csv", || save_csv(own()))?;
    on_press("several-xlsx", || save_workbook(Some(set())))?;
    on_press("several-csv", || save_csv(Some(set())))
}

/// What is saved: the towns and the beginning of the file's name.
struct Saved {
    comparison: Comparison,
    /// The list that the towns came from, with the rows that are not among them.
    list: Option<Rc<TownList>>,
    name: String,
    /// Where the outcome is told.
    notes: &'static str,
}

fn own() -> Option<Saved> {
    let entry = town::store().read(Town::entry)?;
    let name = entry.municipality.map_or("人口入力", |municipality| municipality.name);
    let comparison = compare(vec![entry], None);
    Some(Saved { name: format!("補助上限額_{name}"), comparison, list: None, notes: "ceiling-export-note" })
}

fn set() -> Saved {
    let comparison = several::comparison();
    let list = several::store().read(|several| several.list().cloned());
    Saved {
        name: format!("補助上限額_{}団体", comparison.rows.len()), comparison, list, notes: "several-export-note"
    }
}

fn save_workbook(saved: Option<Saved>) -> Dom {
    let Some(saved) = saved else { return Ok(()) };
    let (edition, today) = (about::edition()?, clock::today());
    let making = Making { on: today, by: &edition };
    let properties = Properties { title: "補助上限額".to_owned(), author: edition.clone(), created: today };
    let list = saved.list.as_ref().and_then(|opened| opened.list.as_ref());
    let written = tables(&saved.comparison, entered_cost(), list, making)
        .map_err(|error| error.to_string())
        .and_then(|tables| workbook(&tables, &properties, &mut |_| ()).map_err(|error| error.to_string()));
    match written {
        Ok(workbook) => {
            let name = format!("{}_{today}.xlsx", saved.name);
            download::save(&name, download::XLSX, &workbook.bytes)?;
            download::tell(saved.notes, &format!("「{name}」を保存しました。"), &[])
        }
        Err(error) => download::tell(saved.notes, &messages::not_saved(&error), &[]),
    }
}

fn save_csv(saved: Option<Saved>) -> Dom {
    let Some(saved) = saved else { return Ok(()) };
    let further = "内訳・凡例・条件は、Excelで保存すると付きます。";
    match result(&saved.comparison, entered_cost()) {
        Ok(table) => {
            let name = format!("{}_{}.csv", saved.name, clock::today());
            download::save_csv(&name, &table, "ceiling-characters", saved.notes, further)
        }
        Err(error) => download::tell(saved.notes, &messages::not_saved(&error.to_string()), &[]),
    }
}

fn entered_cost() -> Option<Yen> {
    cost().read(|cost| cost.understood().ok().map(|understood| understood.value))
}
