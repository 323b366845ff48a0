//! Saving the ceilings as XLSX (every table) or CSV (the result).

use std::rc::Rc;

use web_sys::{Element, Event, HtmlSelectElement};

use crate::page::dom::{Dom, append, by_id, clear, on};
use crate::page::town::{self, Town};
use crate::page::{about, clock, download, messages};
use crate::subsidy::export::{Making, tables};
use crate::subsidy::list::{List, TownList};
use crate::subsidy::{Comparison, compare};
use crate::writing::{CharacterSet, Properties, Table, csv, workbook};

use super::{cost, several};

/// Opens the buttons of the town and of the set.
pub fn open() -> Dom {
    act("ceiling-xlsx", |_| save_workbook(own()))?;
    act("ceiling-csv", |_| save_csv(own()))?;
    act("several-xlsx", |_| save_workbook(Some(set())))?;
    act("several-csv", |_| save_csv(Some(set())))
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

impl Saved {
    fn list(&self) -> Option<&List> {
        self.list.as_ref().and_then(|opened| opened.list.as_ref())
    }
}

fn own() -> Option<Saved> {
    let entry = town::store().with(|store| store.read(Town::entry))?;
    let name = entry.municipality.map_or("人口入力", |municipality| municipality.name);
    let comparison = compare(vec![entry], None);
    Some(Saved { name: format!("補助上限額_{name}"), comparison, list: None, notes: "ceiling-export-note" })
}

fn set() -> Saved {
    let comparison = several::comparison();
    let list = several::store().with(|store| store.read(|several| several.list().cloned()));
    Saved {
        name: format!("補助上限額_{}団体", comparison.rows.len()), comparison, list, notes: "several-export-note"
    }
}

fn save_workbook(saved: Option<Saved>) -> Dom {
    let Some(saved) = saved else { return Ok(()) };
    let edition = about::edition()?;
    let today = clock::today();
    let properties = Properties { title: "補助上限額".to_owned(), author: edition.clone(), created: today };
    let bytes = made(&saved.comparison, saved.list(), &edition)
        .and_then(|tables| workbook(&tables, &properties, &mut |_| ()).map_err(|error| error.to_string()));
    match bytes {
        Ok(workbook) => {
            let name = format!("{}_{today}.xlsx", saved.name);
            download::save(&name, download::XLSX, &workbook.bytes)?;
            note(saved.notes, &format!("「{name}」を保存しました。"), &[])
        }
        Err(error) => note(saved.notes, &messages::not_saved(&error), &[]),
    }
}

fn save_csv(saved: Option<Saved>) -> Dom {
    let Some(saved) = saved else { return Ok(()) };
    let character_set = match by_id::<HtmlSelectElement>("ceiling-characters")?.value().as_str() {
        "windows31_j" => CharacterSet::Windows31J,
        _ => CharacterSet::Utf8,
    };
    let tables = made(&saved.comparison, saved.list(), &about::edition()?);
    let table = match &tables {
        Ok(tables) => tables.iter().find(|table| table.sheet() == "結果"),
        Err(error) => return note(saved.notes, &messages::not_saved(error), &[]),
    };
    let Some(table) = table else { return Ok(()) };
    let file = csv(table, character_set);
    let name = format!("{}_{}.csv", saved.name, clock::today());
    download::save(&name, download::CSV, &file.bytes)?;
    let lost: Vec<String> = file.replaced.iter().map(messages::replaced).collect();
    note(saved.notes, &format!("「{name}」を保存しました。内訳・凡例・条件は、Excelで保存すると付きます。"), &lost)
}

fn made(comparison: &Comparison, list: Option<&List>, edition: &str) -> Result<Vec<Table>, String> {
    let cost = cost().with(|store| store.read(|cost| cost.understood().ok().map(|understood| understood.value)));
    let making = Making { on: clock::today(), by: edition };
    tables(comparison, cost, list, making).map_err(|error| error.to_string())
}

fn note(place: &str, sentence: &str, lost: &[String]) -> Dom {
    let place: Element = by_id(place)?;
    clear(&place);
    append(&place, "p", sentence)?.set_class_name("hint");
    for line in lost {
        append(&place, "p", line)?.set_class_name("hint warning");
    }
    Ok(())
}

fn act(id: &str, action: fn(&Event) -> Dom) -> Dom {
    on(&by_id::<Element>(id)?, "click", action);
    Ok(())
}
