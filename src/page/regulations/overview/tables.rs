//! The tables of the overview: every number that is not zero filters the list.

use web_sys::Element;

use crate::page::dom::{Dom, append, by_id, clear};
use crate::regulations::Category;
use crate::review::{Count, Filter, Found, NameCount, Overview, State};
use crate::yen::notation::grouped;

/// Writes the table of categories, of one kind of ordinance where `kind` names it.
pub fn categories(overview: &Overview, kind: Option<&str>) -> Dom {
    let body: Element = by_id("overview-rows")?;
    clear(&body);
    for category in Category::ALL {
        let line = append(&body, "tr", "")?;
        append(&line, "th", category.name())?.set_attribute("scope", "row")?;
        for column in columns() {
            let counts = overview.counts.iter().filter(|count| {
                count.category == category && column.counts(count) && kind.is_none_or(|kind| *count.kind == *kind)
            });
            let count: u32 = counts.map(|count| count.count).sum();
            let button = number(&line, count, &format!("{}の{}", category.name(), column.name()))?;
            if let Some(button) = button {
                button.set_attribute("data-category", category.id())?;
                button.set_attribute("data-column", &format!("{}-{}", column.kind(), column.name()))?;
                mark(&button, "data-kind", kind)?;
            }
        }
    }
    Ok(())
}

/// Writes a table of names with their clauses; `attribute` tells what kind of name it is.
pub fn names(body: &str, counts: &[NameCount], attribute: &str, without: &str) -> Dom {
    let body: Element = by_id(body)?;
    clear(&body);
    for named in counts {
        let line = append(&body, "tr", "")?;
        let name = if named.name.is_empty() { without } else { &named.name };
        append(&line, "th", name)?.set_attribute("scope", "row")?;
        let columns = [(named.flagged, "候補のある条項", None), (named.undecided, "未判定", Some(State::Undecided))];
        for (count, column, state) in columns {
            if let Some(button) = number(&line, count, &format!("{name}の{column}"))? {
                button.set_attribute(attribute, &named.name)?;
                mark(&button, "data-column", state.map(|state| format!("state-{}", state.name())).as_deref())?;
            }
        }
    }
    Ok(())
}

/// A cell with a number: a button where there is something to show.
fn number(line: &Element, count: u32, what: &str) -> Dom<Option<Element>> {
    let cell = append(line, "td", "")?;
    cell.set_class_name("number");
    if count == 0 {
        cell.set_text_content(Some("0"));
        return Ok(None);
    }
    let button = append(&cell, "button", &grouped(count.into()))?;
    button.set_class_name("button-quiet count");
    button.set_attribute("type", "button")?;
    button.set_attribute("data-number", "")?;
    button.set_attribute("aria-label", &format!("{what} {count}件を表示"))?;
    Ok(Some(button))
}

fn mark(button: &Element, attribute: &str, value: Option<&str>) -> Dom {
    value.map_or(Ok(()), |value| button.set_attribute(attribute, value))
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
        standings: crate::review::Standing::ALL
            .into_iter()
            .filter(|standing| format!("standing-{}", standing.name()) == column)
            .collect(),
        ..Filter::default()
    }
}

/// The columns of the table: how it was found, then how far it is decided.
fn columns() -> impl Iterator<Item = Column> {
    [Found::Candidate, Found::Check, Found::Added].map(Column::Found).into_iter().chain(State::ALL.map(Column::State))
}

#[derive(Clone, Copy)]
enum Column {
    Found(Found),
    State(State),
}

impl Column {
    fn counts(self, count: &Count) -> bool {
        match self {
            Self::Found(found) => count.found == found,
            Self::State(state) => count.state == state,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Found(found) => found.name(),
            Self::State(state) => state.name(),
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Found(_) => "found",
            Self::State(_) => "state",
        }
    }
}
