//! The overview: the counts by category, each of which filters the list, and the state on the tab.

use web_sys::{Element, MouseEvent};

use crate::page::dom::{Dom, append, by_id, clear, on_within, reveal};
use crate::page::{svg, tabs};
use crate::regulations::Category;
use crate::review::{Count, Filter, Found, Overview, Standing, State};
use crate::yen::notation::grouped;

use super::{filters, state};

/// Opens the overview.
pub fn open() -> Dom {
    on_within(&by_id::<Element>("review-overview")?, "click", "button[data-category]", |_: &MouseEvent, button| {
        let read = |name: &str| button.get_attribute(name).unwrap_or_default();
        let (category, column) = (read("data-category"), read("data-column"));
        filters::set(&Filter {
            categories: Category::from_id(&category).into_iter().collect(),
            found: Found::ALL.into_iter().filter(|found| format!("found-{}", found.name()) == column).collect(),
            states: State::ALL.into_iter().filter(|state| format!("state-{}", state.name()) == column).collect(),
            ..Filter::default()
        })
    });
    state::overview().with(|store| store.watch(|overview| show(overview.as_ref())))
}

fn show(overview: Option<&Overview>) -> Dom {
    let any = overview.is_some_and(|overview| overview.clauses > 0);
    reveal(&by_id::<Element>("review-results")?, any)?;
    let Some(overview) = overview.filter(|overview| overview.clauses > 0) else {
        return tabs::set_state("regulations", "未着手");
    };
    let state = format!("候補 {}・未判定 {}", grouped(overview.flagged.into()), grouped(overview.undecided.into()));
    tabs::set_state("regulations", &state)?;
    by_id::<Element>("review-summary")?.set_text_content(Some(&summary(overview)));
    let body: Element = by_id("overview-rows")?;
    clear(&body);
    for category in Category::ALL {
        row(&body, overview, category)?;
    }
    let departments: Element = by_id("overview-departments")?;
    clear(&departments);
    for department in &overview.departments {
        let line = append(&departments, "tr", "")?;
        let name = if department.department.is_empty() { "（所管なし）" } else { &department.department };
        append(&line, "th", name)?.set_attribute("scope", "row")?;
        for count in [department.flagged, department.undecided] {
            append(&line, "td", &grouped(count.into()))?.set_class_name("number");
        }
    }
    chart(overview)
}

/// 「6,315条項のうち412条項（6.5%）に規制区分があります。未判定は398条項です。」
pub fn summary(overview: &Overview) -> String {
    let (flagged, of) = (i64::from(overview.flagged), i64::from(overview.classified.max(1)));
    let tenths = (flagged * 1000 + of / 2) / of;
    let mut sentences = vec![format!(
        "{}例規・{}条項のうち{}条項（{}.{}%）に候補があります。未判定は{}条項です。",
        grouped(overview.ordinances.into()),
        grouped(overview.classified.into()),
        grouped(flagged),
        tenths / 10,
        tenths % 10,
        grouped(overview.undecided.into())
    )];
    let count =
        |standing| overview.standings.iter().find(|(other, _)| *other == standing).map_or(0, |(_, count)| *count);
    if !overview.standings.is_empty() {
        let (new, changed, gone) = (count(Standing::New), count(Standing::Changed), overview.gone);
        sentences.push(format!("前の一覧との違い：新規{new}、文言変更{changed}、なくなった条項{gone}。"));
    }
    if overview.kept > 0 {
        sentences.push(format!("一覧にない条項の判定を{}件保管しています。", overview.kept));
    }
    sentences.concat()
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

fn row(body: &Element, overview: &Overview, category: Category) -> Dom {
    let line = append(body, "tr", "")?;
    append(&line, "th", category.name())?.set_attribute("scope", "row")?;
    for column in columns() {
        let counts = overview.counts.iter().filter(|count| count.category == category && column.counts(count));
        let count: u32 = counts.map(|count| count.count).sum();
        let cell = append(&line, "td", "")?;
        cell.set_class_name("number");
        if count == 0 {
            cell.set_text_content(Some("0"));
            continue;
        }
        let button = append(&cell, "button", &grouped(count.into()))?;
        button.set_class_name("button-quiet count");
        button.set_attribute("type", "button")?;
        button.set_attribute("data-category", category.id())?;
        let name = column.name();
        button.set_attribute("data-column", &format!("{}-{name}", column.kind()))?;
        button.set_attribute("aria-label", &format!("{}の{name} {count}件を表示", category.name()))?;
    }
    Ok(())
}

/// Bars of candidates and checks by category; the table beside says the same.
fn chart(overview: &Overview) -> Dom {
    let place: Element = by_id("overview-chart")?;
    clear(&place);
    let count = |category, found| {
        let counts = overview.counts.iter().filter(|count| count.category == category && count.found == found);
        counts.map(|count| count.count).sum::<u32>()
    };
    let most =
        Category::ALL.into_iter().map(|category| count(category, Found::Candidate) + count(category, Found::Check));
    let scale = 300.0 / f64::from(most.max().unwrap_or(1).max(1));
    let drawing =
        svg::shape(&place, "svg", &[("viewBox", "0 0 560 264"), ("class", "chart"), ("aria-hidden", "true")])?;
    for (category, line) in Category::ALL.into_iter().zip(0_u32..) {
        let top = f64::from(line) * 32.0 + 8.0;
        svg::text(&drawing, (150.0, top + 16.0), "end", "", category.name())?;
        let (candidates, checks) = (count(category, Found::Candidate), count(category, Found::Check));
        let width = f64::from(candidates) * scale;
        bar(&drawing, 158.0, top, width, "bar-candidate")?;
        bar(&drawing, 158.0 + width, top, f64::from(checks) * scale, "bar-check")?;
        let end = 164.0 + width + f64::from(checks) * scale;
        svg::text(&drawing, (end, top + 16.0), "start", "", &format!("{candidates}＋{checks}"))?;
    }
    Ok(())
}

fn bar(drawing: &Element, left: f64, top: f64, width: f64, class: &str) -> Dom {
    let [left, top, width] = [left, top, width].map(svg::number);
    let attributes = [("x", &*left), ("y", &top), ("width", &width), ("height", "22"), ("class", class)];
    svg::shape(drawing, "rect", &attributes).map(|_| ())
}
