//! One line of the list: a clause with its ordinance, categories, decisions and first evidence.

use web_sys::Element;

use crate::api::review::RowView;
use crate::inquiry::progress::Standing as Asked;
use crate::page::dom::{Dom, append, fill, flag, say, slot, styled, template};
use crate::page::svg;
use crate::regulations::Category;
use crate::review::{Found, Judgement, Ledger, Standing, State};

use super::state;

/// Chips of categories in one line; further ones are counted.
const CHIPS: usize = 3;

/// The name of an ordinance as it is shown.
pub const fn title(title: &str) -> &str {
    if title.is_empty() { "（例規名なし）" } else { title }
}

/// The categories of a clause, how they came to stand with it, and their judgements.
pub type Present = Vec<(Category, Found, Judgement)>;

/// What a line is drawn from: the same look, the same line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    edition: u32,
    items: u32,
    kind: LookOf,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum LookOf {
    Waiting,
    Clause { selected: bool, chips: Vec<(Category, Found)>, states: Vec<(State, usize)>, asked: Option<Asked> },
}

impl Look {
    /// Whether it is the line of the open clause.
    pub const fn is_selected(&self) -> bool {
        matches!(self.kind, LookOf::Clause { selected: true, .. })
    }
}

/// What the line of a row is to be drawn from.
pub fn look(row: Option<&RowView>, edition: u32, items: u32, current: Option<u32>) -> Look {
    let kind = match row {
        None => LookOf::Waiting,
        Some(row) => {
            let (present, states) = of_row(row);
            let chips = present.iter().map(|(category, found, _)| (*category, *found)).collect();
            LookOf::Clause { selected: current == Some(row.index), chips, states, asked: row.inquiry }
        }
    };
    Look { edition, items, kind }
}

/// A line that is on its way.
pub fn waiting() -> Dom<Element> {
    template("review-row-waiting")
}

/// The line of a row.
pub fn line(row: &RowView, position: u32, items: u32, current: Option<u32>) -> Dom<Element> {
    let RowView { index, title, article, caption, excerpt, standing, same, inquiry, .. } = row;
    let line = template("review-row")?;
    line.set_id(&format!("review-row-{position}"));
    line.set_attribute("data-position", &position.to_string())?;
    line.set_attribute("aria-posinset", &(position + 1).to_string())?;
    line.set_attribute("aria-setsize", &items.to_string())?;
    flag(&line, "aria-selected", current == Some(*index))?;
    fill(&line, "article", &if same.is_empty() { article.clone() } else { format!("{article} ほか") })?;
    fill(&line, "caption", caption)?;
    fill(&line, "title", self::title(title))?;
    say(&slot(&line, "form")?, !same.is_empty(), &format!("同じ形{}条項", same.len() + 1))?;
    fill(&line, "before", &excerpt.before)?;
    fill(&line, "words", &excerpt.words)?;
    fill(&line, "after", &excerpt.after)?;
    let (present, states) = of_row(row);
    let chips: Element = slot(&line, "chips")?;
    if let Some(standing @ (Standing::New | Standing::Changed)) = standing {
        append(&chips, "span", standing.name())?.set_class_name("chip chip-standing");
    }
    for (category, found, _) in present.iter().take(CHIPS) {
        found_chip(&chips, category.short_name(), *found)?;
    }
    if present.len() > CHIPS {
        append(&chips, "span", &format!("＋{}", present.len() - CHIPS))?.set_class_name("chip chip-open");
    }
    let decided: Element = slot(&line, "decided")?;
    if let Some(asked) = inquiry {
        inquiry_state(&decided, *asked)?;
    }
    line.toggle_attribute_with_force("data-open", states.iter().any(|(state, _)| *state == State::Undecided))?;
    for (state, clauses) in states {
        let chip = state_chip(&decided, state)?;
        if !same.is_empty() {
            chip.append_with_str_1(&clauses.to_string())?;
        }
    }
    Ok(line)
}

/// How the inquiry stands: an icon and a word without a frame.
pub fn inquiry_state(place: &Element, asked: Asked) -> Dom<Element> {
    let (class, icon) = match asked {
        Asked::Waiting | Asked::Transfer => ("inquiry-state", "send"),
        Asked::Answered => ("inquiry-state inquiry-answered", "reply"),
        Asked::NotUnderstood | Asked::Conflict | Asked::Overdue => ("inquiry-state inquiry-urgent", "alert"),
    };
    let state = styled(place, "span", class, "")?;
    svg::icon(&state, icon)?;
    state.append_with_str_1(asked.name())?;
    Ok(state)
}

/// The categories of a line's first clause, and how many of its clauses stand how.
fn of_row(row: &RowView) -> (Present, Vec<(State, usize)>) {
    state::ledger().read(|ledger| {
        let first = present(ledger, row.key, &row.found);
        let mut states: Vec<(State, usize)> = Vec::new();
        for key in std::iter::once(&row.key).chain(&row.same) {
            let present = present(ledger, *key, &row.found);
            for state in State::ALL {
                if present.iter().any(|(_, _, of)| State::of(of.decision) == state) {
                    match states.iter_mut().find(|(other, _)| *other == state) {
                        Some((_, count)) => *count += 1,
                        None => states.push((state, 1)),
                    }
                }
            }
        }
        states.sort_by_key(|(state, _)| *state);
        (first, states)
    })
}

/// A chip of what was found: the outline is solid for a candidate, dashed with a sign for a find that needs a look.
pub fn found_chip(place: &Element, words: &str, found: Found) -> Dom<Element> {
    let chip = styled(place, "span", if found == Found::Check { "chip chip-check" } else { "chip" }, words)?;
    if found == Found::Check {
        chip.append_with_str_1("？")?;
    }
    Ok(chip)
}

/// A chip of what was decided: filled, with an icon.
pub fn state_chip(place: &Element, state: State) -> Dom<Element> {
    let (class, icon) = match state {
        State::Undecided => ("chip chip-open", "ring"),
        State::Applies => ("chip chip-applies", "check"),
        State::DoesNotApply => ("chip chip-not", "minus"),
        State::ToCheck => ("chip chip-to-check", "question"),
    };
    let chip = styled(place, "span", class, "")?;
    svg::icon(&chip, icon)?;
    chip.append_with_str_1(state.name())?;
    Ok(chip)
}

/// The categories of a clause, found or added, with their judgements.
pub fn present(ledger: &Ledger, key: crate::review::ClauseKey, found: &[(Category, Found)]) -> Present {
    let judged: Vec<(Category, &Judgement)> = ledger.judgements().of_clause(key).collect();
    let of =
        |category: Category| judged.iter().find(|(judged, _)| *judged == category).map(|(_, judgement)| *judgement);
    let way = |category: Category| found.iter().find(|(found, _)| *found == category).map(|(_, found)| *found);
    let all = Category::ALL.into_iter().filter_map(|category| {
        let judgement = of(category);
        let added = judgement.is_some_and(|judgement| judgement.added.is_some()).then_some(Found::Added);
        way(category).or(added).map(|found| (category, found, judgement.cloned().unwrap_or_default()))
    });
    all.collect()
}
