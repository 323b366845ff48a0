//! What was sent: the rounds, their books once more, and extensions of a section's deadline.

use std::sync::Arc;

use web_sys::Element;

use crate::api::inquiry::Which;
use crate::api::review::Asking;
use crate::inquiry::progress::Standing;
use crate::inquiry::{Asked, Extension, Work, shown_name};
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, cleared, field, fill, find, on_pick, on_press, on_submit, reveal, template};
use crate::page::regulations::set_asked;
use crate::page::tabs;
use crate::review::{Filter, Scope};
use crate::yen::notation::counted;

use super::super::state;
use super::{making, sections};

/// Listens to the table and to the form of extensions.
pub fn open() -> Dom {
    on_pick("outgoing-rounds", "data-round", |place| making::start(Which::Sent(place)))?;
    on_pick("outgoing-rounds", "data-reinstate", |place| {
        state::change(Scope::Sent, |work| work.reinstate(place));
        announce("照会したことに戻しました。")
    })?;
    on_press("outgoing-look", || {
        set_asked(&Filter::default(), Asking::In(Standing::Waiting))?;
        tabs::go("regulations")
    })?;
    on_submit("outgoing-extend", extend)
}

/// Draws what was sent.
pub fn show(work: &Work) -> Dom {
    reveal(&by_id("outgoing-sent")?, !work.rounds.is_empty())?;
    let rows = cleared("outgoing-rounds")?;
    for (place, round) in work.rounds.iter().enumerate().rev() {
        let row = row(place, round)?;
        rows.append_child(&row)?;
    }
    let select = cleared("extend-section")?;
    work.sent_rounds().next_back().map_or(Ok(()), |round| {
        sections(round).into_iter().try_for_each(|name| field::option(&select, name, shown_name(name)))
    })
}

fn row(place: usize, round: &Asked) -> Dom<Element> {
    let row = template("outgoing-round")?;
    let withdrawn = if round.withdrawn { "（取り消し）" } else { "" };
    let ordinal = format!("第{}回{withdrawn}", round.ordinal);
    fill(&row, "ordinal", &ordinal)?;
    fill(&row, "of", &format!("：{ordinal}の照会票"))?;
    fill(&row, "day", &round.day.era())?;
    fill(&row, "deadline", &round.deadline.map_or_else(|| "（未定）".to_owned(), crate::date::Date::era))?;
    fill(&row, "sections", &counted(sections(round).len()))?;
    fill(&row, "rows", &counted(round.items.len()))?;
    let extensions = round.extensions.iter().map(|(section, extension)| {
        let why = if extension.reason.is_empty() { String::new() } else { format!("・{}", extension.reason) };
        format!("{section}（{}まで{why}）", extension.until.era())
    });
    fill(&row, "extensions", &extensions.collect::<Vec<_>>().join("、"))?;
    for act in ["data-round", "data-reinstate"] {
        find::<Element>(&row, &format!("[{act}]"))?.set_attribute(act, &place.to_string())?;
    }
    reveal(&find(&row, "[data-reinstate]")?, round.withdrawn)?;
    Ok(row)
}

/// Gives a section of the last round more time.
fn extend() -> Dom {
    let section = field::value("extend-section")?;
    let Ok(until) = field::value("extend-until")?.parse::<crate::date::Date>() else {
        return announce("新しい期限を入れてください。");
    };
    let reason = field::value("extend-reason")?.trim().to_owned();
    let sentence = format!("{section}の回答期限を{}まで延長しました。", until.era());
    state::change(Scope::Sent, |work| {
        let last = Arc::make_mut(&mut work.rounds).iter_mut().rfind(|round| !round.withdrawn);
        if let Some(round) = last {
            round.extensions.insert(section, Extension { until, reason });
        }
    });
    announce(&sentence)
}
