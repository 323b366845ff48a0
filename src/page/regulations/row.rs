//! One line of the list: an ordinance's heading, or a clause with its categories, decisions and first evidence.

use web_sys::Element;

use crate::api::review::RowView;
use crate::page::dom::{Dom, append, fill, slot, template};
use crate::regulations::Category;
use crate::review::{Found, Judgement, Ledger, Standing, State};

use super::state;

/// A name short enough for a chip.
pub const fn short_name(category: Category) -> &'static str {
    match category {
        Category::Visual => "目視",
        Category::OnsiteAudit => "実地監査",
        Category::Periodic => "定期検査",
        Category::Stationing => "常駐・専任",
        Category::Training => "対面講習",
        Category::Posting => "書面掲示",
        Category::InspectionOfRecords => "閲覧・縦覧",
        Category::StorageMedia => "記録媒体",
    }
}

/// The name of an ordinance as it is shown.
pub const fn title(title: &str) -> &str {
    if title.is_empty() { "（例規名なし）" } else { title }
}

/// What a line is drawn from: the same look, the same line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    edition: u32,
    items: u32,
    kind: LookOf,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum LookOf {
    Waiting { heading: bool },
    Ordinance,
    Clause { selected: bool, chips: Vec<(Category, Found, State)> },
}

impl Look {
    /// Whether it is the line of the open clause.
    pub const fn is_selected(&self) -> bool {
        matches!(self.kind, LookOf::Clause { selected: true, .. })
    }
}

/// What the line of a row is to be drawn from.
pub fn look(row: Option<&RowView>, edition: u32, items: u32, heading: bool, current: Option<u32>) -> Look {
    let kind = match row {
        None => LookOf::Waiting { heading },
        Some(RowView::Ordinance { .. }) => LookOf::Ordinance,
        Some(RowView::Clause { index, key, found, .. }) => {
            let found: Vec<(Category, Found)> = found.iter().map(|view| (view.category, view.found)).collect();
            let present = state::with_ledger(|ledger| present(ledger, *key, &found));
            let chips = present.iter().map(|(category, found, judgement)| (*category, *found, state_of(judgement)));
            LookOf::Clause { selected: current == Some(*index), chips: chips.collect() }
        }
    };
    Look { edition, items, kind }
}

/// A line that is on its way.
pub fn waiting(heading: bool) -> Dom<Element> {
    let line = template("review-row-waiting")?;
    line.class_list().toggle_with_force("row-ordinance", heading)?;
    Ok(line)
}

/// The line of a row.
pub fn line(row: &RowView, position: u32, items: u32, current: Option<u32>) -> Dom<Element> {
    match row {
        RowView::Ordinance { title, department, clauses } => {
            let line = template("review-row-ordinance")?;
            fill(&line, "title", self::title(title))?;
            let department = if department.is_empty() { String::new() } else { format!("{department}・") };
            fill(&line, "count", &format!("{department}{clauses}条項"))?;
            Ok(line)
        }
        RowView::Clause { index, key, title, article, caption, found, excerpt, standing } => {
            let line = template("review-row")?;
            line.set_id(&format!("review-row-{position}"));
            line.set_attribute("data-position", &position.to_string())?;
            line.set_attribute("aria-posinset", &(position + 1).to_string())?;
            line.set_attribute("aria-setsize", &items.to_string())?;
            line.set_attribute("aria-selected", if current == Some(*index) { "true" } else { "false" })?;
            fill(&line, "title", title)?;
            fill(&line, "place", &format!("{article} {caption}"))?;
            fill(&line, "before", &excerpt.before)?;
            fill(&line, "words", &excerpt.words)?;
            fill(&line, "after", &excerpt.after)?;
            let chips: Element = slot(&line, "chips")?;
            if let Some(standing @ (Standing::New | Standing::Changed)) = standing {
                append(&chips, "span", standing.name())?.set_class_name("badge badge-caution");
            }
            let found: Vec<(Category, Found)> = found.iter().map(|view| (view.category, view.found)).collect();
            state::with_ledger(|ledger| {
                for (category, found, judgement) in present(ledger, *key, &found) {
                    chip(&chips, category, found, &judgement)?;
                }
                Ok::<(), wasm_bindgen::JsValue>(())
            })?;
            Ok(line)
        }
    }
}

/// The categories of a clause, found or added, with their judgements.
pub fn present(
    ledger: &Ledger,
    key: crate::review::ClauseKey,
    found: &[(Category, Found)],
) -> Vec<(Category, Found, Judgement)> {
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

/// How far a judgement goes.
pub fn state_of(judgement: &Judgement) -> State {
    use crate::review::Decision;
    match judgement.decision {
        None => State::Undecided,
        Some(Decision::Applies) => State::Applies,
        Some(Decision::DoesNotApply) => State::DoesNotApply,
        Some(Decision::ToCheck) => State::ToCheck,
    }
}

fn chip(chips: &Element, category: Category, found: Found, judgement: &Judgement) -> Dom {
    let verdict = match found {
        Found::Candidate => "候補",
        Found::Check => "要確認",
        Found::Added | Found::Nothing => "追加",
    };
    let state = state_of(judgement);
    let chip = append(chips, "span", &format!("{} {verdict}", short_name(category)))?;
    let class = match state {
        State::Undecided if found == Found::Candidate => "chip chip-candidate",
        State::Undecided => "chip",
        State::Applies => "chip chip-applies",
        State::DoesNotApply => "chip chip-not",
        State::ToCheck => "chip chip-check",
    };
    chip.set_class_name(class);
    if state != State::Undecided {
        let mark = match state {
            State::Applies => "●",
            State::DoesNotApply => "×",
            State::Undecided | State::ToCheck => "？",
        };
        append(&chip, "strong", &format!(" {mark}{}", state.name()))?;
    }
    Ok(())
}
