//! Checked programmes as Rust constants.

use std::fmt::Write as _;

use crate::day::day;

use super::check::rate;
use super::schema::{Band, Cap, Certainty, Formula, Jump, Limits, Programme, Reading, Source};

/// The Rust code of `PROGRAMMES`.
pub fn code(programmes: &[Programme]) -> String {
    let mut out = String::from("static PROGRAMMES: &[Programme] = &[\n");
    for programme in programmes {
        push_programme(&mut out, programme);
    }
    out.push_str("];\n");
    out
}

fn push_programme(out: &mut String, programme: &Programme) {
    let texts = [
        ("id", &programme.id),
        ("name", &programme.name),
        ("short_name", &programme.short_name),
        ("recipients", &programme.recipients),
        ("rate_wording", &programme.rate),
        ("rate_note", &programme.rate_note),
        ("period", &programme.period),
        ("application_deadline", &programme.application_deadline),
        ("status_note", &programme.status_note),
    ];
    let lists = [
        ("status", &programme.status),
        ("conditions", &programme.conditions),
        ("eligible_costs", &programme.eligible_costs),
        ("notes", &programme.notes),
    ];
    out.push_str("    Programme {\n");
    for (key, text) in texts {
        let _ = writeln!(out, "        {key}: {text:?},");
    }
    for (key, list) in lists {
        let _ = writeln!(out, "        {key}: &{list:?},");
    }
    let _ = writeln!(out, "        as_of: {},", known_date(&programme.as_of));
    let _ = writeln!(out, "        last_day: {},", optional_date(programme.last_day.as_deref()));
    let _ =
        writeln!(out, "        application_last_day: {},", optional_date(programme.application_last_day.as_deref()));
    let after = programme.after_period.as_ref();
    let after = after.map(|after| format!("Some(AfterPeriod {{ mark: {:?}, note: {:?} }})", after.mark, after.note));
    let _ = writeln!(out, "        after_period: {},", after.unwrap_or_else(|| "None".to_owned()));
    let _ = writeln!(out, "        rate: {},", known_rate(&programme.rate));
    if let Some(formula) = &programme.formula {
        push_formula(out, formula);
    } else {
        let caps: String = programme.caps.iter().map(cap).collect();
        let _ = writeln!(out, "        rule: Rule::Caps(&[{caps}]),");
    }
    let sources: String = programme.sources.iter().map(source).collect();
    let _ = writeln!(out, "        sources: &[{sources}],\n    }},");
}

fn push_formula(out: &mut String, formula: &Formula) {
    let reading = match formula.first_reading {
        Reading::AsEligibleCost => "AsEligibleCost",
        Reading::AsGrant => "AsGrant",
    };
    let bands: String = formula.bands.iter().map(band).collect();
    let jumps: String = formula.jumps.iter().map(jump).collect();
    let _ = writeln!(
        out,
        "        rule: Rule::Formula(Formula {{ first_reading: Reading::{reading}, reading_reason: {:?}, beyond_note: {:?}, \
         bands: &[{bands}], jumps: &[{jumps}] }}),",
        formula.reading_reason, formula.beyond_note
    );
}

fn band(band: &Band) -> String {
    let to = band.to.map_or_else(|| "None".to_owned(), |to| format!("Some(Population::new({to}))"));
    format!(
        "Band {{ wording: {:?}, from: Population::new({}), to: {to}, base: Yen::new({}), rate: {}, offset: Population::new({}) }}, ",
        band.wording,
        band.from,
        band.base,
        known_rate(&band.rate),
        band.offset
    )
}

fn jump(jump: &Jump) -> String {
    format!("Jump {{ population: Population::new({}), reason: {:?} }}, ", jump.population, jump.reason)
}

fn cap(cap: &Cap) -> String {
    let limits = match cap.limits {
        Limits::EligibleCost => "EligibleCost",
        Limits::Grant => "Grant",
        Limits::AsWritten => "AsWritten",
    };
    format!(
        "Cap {{ subject: {:?}, amount: Yen::new({}), wording: {:?}, limits: Limits::{limits} }}, ",
        cap.subject, cap.amount, cap.wording
    )
}

/// One source, shared with the groups.
pub(super) fn source(source: &Source) -> String {
    let certainty = match source.certainty {
        Certainty::Stated => "Stated",
        Certainty::Confirmed => "Confirmed",
        Certainty::Reported => "Reported",
        Certainty::Inferred => "Inferred",
    };
    format!(
        "SourceOfFact {{ document: {:?}, date: {}, place: {:?}, states: {:?}, certainty: Certainty::{certainty} }}, ",
        source.document,
        optional_date(source.date.as_deref()),
        source.place,
        source.states
    )
}

fn known_date(text: &str) -> String {
    let (year, month, day) = day(text).unwrap_or_default();
    format!("Date::from_table({year}, {month}, {day})")
}

fn optional_date(text: Option<&str>) -> String {
    text.map_or_else(|| "None".to_owned(), |text| format!("Some({})", known_date(text)))
}

fn known_rate(text: &str) -> String {
    let (above, below) = rate(text).unwrap_or((0, 1));
    format!("Rate::from_table({above}, {below})")
}
