//! The tables of the overview: every number that is not zero filters the list.

use web_sys::Element;

use crate::page::dom::{Dom, cleared, table};
use crate::regulations::Category;
use crate::review::{Filter, Found, NameCount, Overview, Standing, State};
use crate::yen::notation::grouped;

/// Writes the table of categories, of one kind of ordinance where `kind` names it.
pub fn categories(overview: &Overview, kind: Option<&str>) -> Dom {
    let body = cleared("overview-rows")?;
    for category in Category::ALL {
        let line = table::line(&body, category.name())?;
        // How it was found, then how far it is decided.
        let found =
            [Found::Candidate, Found::Check, Found::Added].map(|found| ("found", found.name(), Some(found), None));
        let states = State::ALL.map(|state| ("state", state.name(), None, Some(state)));
        for (what, name, found, state) in found.into_iter().chain(states) {
            let count = overview.count_of(kind, Some(category), found, state);
            let column = format!("{what}-{name}");
            let mut further = vec![("data-category", category.id()), ("data-column", &*column)];
            further.extend(kind.map(|kind| ("data-kind", kind)));
            number(&line, count, &format!("{}の{name}", category.name()), &further)?;
        }
    }
    Ok(())
}

/// Writes a table of names with their clauses; `attribute` tells what kind of name it is.
pub fn names(body: &str, counts: &[NameCount], attribute: &str, without: &str) -> Dom {
    let body = cleared(body)?;
    let undecided = format!("state-{}", State::Undecided.name());
    for named in counts {
        let name = if named.name.is_empty() { without } else { &named.name };
        let line = table::line(&body, name)?;
        let own = (attribute, &*named.name);
        number(&line, named.flagged, &format!("{name}の候補のある条項"), &[own])?;
        number(&line, named.undecided, &format!("{name}の未判定"), &[own, ("data-column", &undecided)])?;
    }
    Ok(())
}

/// A cell with a number that leads to what it counts.
fn number(line: &Element, count: u32, what: &str, further: &[(&str, &str)]) -> Dom {
    let label = format!("{what} {count}件を表示");
    let attributes: Vec<(&str, &str)> =
        [("data-number", ""), ("aria-label", &*label)].into_iter().chain(further.iter().copied()).collect();
    table::leading(line, &grouped(count.into()), &attributes).map(drop)
}

/// The filter that shows what a number counts.
pub fn filter(button: &Element) -> Filter {
    let column = button.get_attribute("data-column").unwrap_or_default();
    // New and changed clauses are counted with or without a category.
    let whatever = column.starts_with("standing-");
    Filter {
        categories: button.get_attribute("data-category").and_then(|id| Category::from_id(&id)).into_iter().collect(),
        found: Found::ALL.into_iter().filter(|found| whatever || format!("found-{}", found.name()) == column).collect(),
        states: State::ALL.into_iter().filter(|state| format!("state-{}", state.name()) == column).collect(),
        kinds: button.get_attribute("data-kind").into_iter().collect(),
        departments: button.get_attribute("data-department").into_iter().collect(),
        standings: Standing::ALL
            .into_iter()
            .filter(|standing| format!("standing-{}", standing.name()) == column)
            .collect(),
        ..Filter::default()
    }
}
