//! The row of large numbers above the desk: how far the work is; each shows its clauses in the list.

use web_sys::Element;

use crate::page::dom::{Dom, cleared, fill, lay};
use crate::review::{Overview, Standing, State};
use crate::yen::notation::grouped;

/// Writes the numbers.
pub fn show(overview: &Overview) -> Dom {
    let place = cleared("review-numbers")?;
    number(&place, "候補のある条項", overview.flagged, "")?;
    for (state, count) in &overview.states {
        number(&place, state_name(*state), *count, &format!("state-{}", state.name()))?;
    }
    for (standing, count) in overview.standings.iter().filter(|(standing, _)| *standing != Standing::Same) {
        number(&place, standing_name(*standing), *count, &format!("standing-{}", standing.name()))?;
    }
    if overview.standings.is_empty() {
        return Ok(());
    }
    let button = button(&place, "なくなった条項", overview.gone)?;
    button.set_attribute("data-gone", "")
}

/// The same word as in the filter; what the officer marked to be checked is told from what the page was unsure of.
const fn state_name(state: State) -> &'static str {
    match state {
        State::ToCheck => "要確認と判定",
        State::Applies => "該当と判定",
        State::DoesNotApply => "非該当と判定",
        State::Undecided => state.name(),
    }
}

const fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::New => "新規の条項",
        Standing::Changed => "文言が変わった条項",
        Standing::Same => standing.name(),
    }
}

fn number(place: &Element, name: &str, count: u32, column: &str) -> Dom {
    let button = button(place, name, count)?;
    button.set_attribute("data-number", "")?;
    button.set_attribute("data-column", column)
}

fn button(place: &Element, name: &str, count: u32) -> Dom<Element> {
    let button = lay("review-number", place)?;
    fill(&button, "count", &grouped(count.into()))?;
    fill(&button, "name", name)?;
    Ok(button)
}
