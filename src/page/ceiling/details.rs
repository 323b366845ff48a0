//! What stands behind an amount: steps, rate, conditions, period, status, sources.

use web_sys::Element;

use crate::page::clock;
use crate::page::dom::{Dom, append, items, styled};
use crate::subsidy::{Ceiling, Outcome, Programme, SourceOfFact, Standing};

/// The mark of a programme that takes no applications any more, as its data has it too; every other mark asks the officer to look.
const CLOSED: &str = "受付終了";

/// The marks of a programme's state today.
pub fn marks(programme: &Programme) -> Vec<&'static str> {
    let today = clock::today();
    let standing = match programme.standing(today) {
        Standing::PeriodOver => programme.after_period(today).map(|after| after.mark),
        Standing::ApplicationsClosed => Some(CLOSED),
        Standing::BeforeDocument | Standing::Open => None,
    };
    standing.into_iter().chain(programme.status.iter().copied().filter(|mark| Some(*mark) != standing)).collect()
}

/// The marks as text in a frame.
pub fn badges(place: &Element, programme: &Programme) -> Dom {
    for mark in marks(programme) {
        let class = if mark == CLOSED { "badge badge-closed" } else { "badge badge-caution" };
        styled(place, "span", class, mark)?;
    }
    Ok(())
}

/// Steps, facts and sources of a ceiling.
pub fn show(place: &Element, ceiling: &Ceiling) -> Dom {
    if let Outcome::Amount(amount) = &ceiling.outcome {
        append(place, "h3", "計算の過程")?;
        list(place, "ol", "steps", amount.working.steps())?;
        for alternative in &amount.alternatives {
            append(place, "h3", "もう一つの額の計算の過程")?;
            list(place, "ol", "steps", alternative.working.steps())?;
        }
    }
    facts(place, ceiling.programme)
}

/// The facts of a programme, each under its name.
pub fn facts(place: &Element, programme: &Programme) -> Dom {
    let facts = styled(place, "dl", "facts", "")?;
    let rate = join(&[programme.rate_wording, programme.rate_note], "。");
    fact(&facts, "補助率", &[rate.as_str()])?;
    fact(&facts, "対象", &[programme.recipients])?;
    let after = programme.after_period(clock::today()).map_or("", |after| after.note);
    fact(&facts, "期間", &[programme.period, after])?;
    fact(&facts, "申請締切", &[programme.application_deadline])?;
    fact(&facts, "状態", &[programme.status_note])?;
    fact(&facts, "要件", programme.conditions)?;
    fact(&facts, "対象経費", programme.eligible_costs)?;
    fact(&facts, "注意", programme.notes)?;
    let sources: Vec<String> = programme.sources.iter().map(source).collect();
    let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
    fact(&facts, "出典", &sources)
}

fn fact(facts: &Element, name: &str, values: &[&str]) -> Dom {
    let values: Vec<&str> = values.iter().copied().filter(|value| !value.is_empty()).collect();
    if values.is_empty() {
        return Ok(());
    }
    append(facts, "dt", name)?;
    match values.as_slice() {
        [only] => append(facts, "dd", only).map(|_| ()),
        several => list(&append(facts, "dd", "")?, "ul", "", several.iter().map(|value| (*value).to_owned()).collect()),
    }
}

fn list(place: &Element, tag: &str, class: &str, lines: Vec<String>) -> Dom {
    items(&styled(place, tag, class, "")?, lines)
}

/// A source in one line: document, day, place, what it states, how sure.
fn source(source: &SourceOfFact) -> String {
    let day = source.date.map(|date| format!("（{}）", date.western_and_era())).unwrap_or_default();
    let certainty = source.certainty.name();
    let document = format!("{}{day}", source.document);
    join(&[&document, source.place, &format!("［{certainty}］{}", source.states)], " ")
}

fn join(parts: &[&str], between: &str) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}
