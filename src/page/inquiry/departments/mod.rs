//! The screen 所管課: one table of all ordinances, set one by one, many at once, from what was pasted or from a list.

mod lists;
mod sections;
mod table;

use std::cell::RefCell;
use std::rc::Rc;

use crate::api::border::Compact;
use crate::api::inquiry::{Departments, DepartmentsView};
use crate::page::dom::{Dom, by_id, cleared, field, reveal, set_text};
use crate::page::regulations::calls;
use crate::page::regulations::{has_results, state as desk};
use crate::page::tabs;
use crate::page::task;
use crate::yen::notation::{counted, grouped};

/// The screen's own address.
const ADDRESS: &str = "regulations-departments";

thread_local! {
    static VIEW: RefCell<Rc<DepartmentsView>> = RefCell::new(Rc::default());
}

/// Opens it.
pub fn open() -> Dom {
    table::open()?;
    lists::open()?;
    sections::open()?;
    tabs::on_address(renew);
    desk::overview().watch(|overview| {
        renew();
        // Clauses without 所管課 that have something found: what stands in the second navigation.
        let none = overview.departments.iter().find(|count| count.name.is_empty());
        let open = none.map_or(0, |none| none.flagged);
        let word = if open > 0 { format!(" 未定{}", grouped(open.into())) } else { String::new() };
        tabs::subtab_state("regulations-departments")?.set_text_content(Some(&word));
        Ok(())
    })
}

/// What was answered last.
fn view() -> Rc<DepartmentsView> {
    VIEW.with_borrow(Rc::clone)
}

/// Asks anew, where the screen is in sight.
fn renew() {
    if tabs::is_at(ADDRESS) && has_results() {
        task::begin(ask());
    }
}

async fn ask() -> Dom {
    let Compact(answer) = calls::ask(&Departments).await?;
    VIEW.set(Rc::new(answer));
    show()
}

/// Shows what was answered last, by the fields above the table.
fn show() -> Dom {
    let view = view();
    let any = !view.ordinances.is_empty();
    reveal(&by_id("departments-none")?, !any)?;
    reveal(&by_id("departments-table")?, any)?;
    let open = view.ordinances.iter().filter(|ordinance| ordinance.section.is_empty());
    let (open, found) = open.fold((0, 0), |(open, found), ordinance| (open + 1, found + ordinance.candidates));
    let all = counted(view.ordinances.len());
    let sentence = if open == 0 {
        format!("{all}例規のすべてに所管課があります。")
    } else {
        format!("{all}例規のうち、所管課のない例規が{}（候補{}件）あります。", counted(open), counted(found))
    };
    set_text("departments-summary", if any { &sentence } else { "" })?;
    let names = cleared("section-names")?;
    for name in &view.names {
        field::option(&names, name, "")?;
    }
    table::show(&view)?;
    sections::show(&view)
}
