//! What makes a programme's file contradict itself, and the refusal that says so.

use std::collections::BTreeSet;

use crate::day::day;

use super::schema::{Band, Certainty, Formula, Programme, Source};

/// Why a file is refused. Bands count from 1.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("{file}: {message}")]
    Syntax { file: String, message: String },
    #[error("{file}: {key} is empty")]
    Empty { file: String, key: &'static str },
    #[error("{file}: {key} is not a day written YYYY-MM-DD: {text:?}")]
    Date { file: String, key: &'static str, text: String },
    #[error("{file}: not a rate: {text:?}")]
    Rate { file: String, text: String },
    #[error("{file}: no source, or none that states the facts")]
    NoSource { file: String },
    #[error("{file}: {amount} stands in a sentence and in no source")]
    Unsourced { file: String, amount: String },
    #[error("{file}: last_day and after_period belong together, and after_period says 要確認 or names a document")]
    AfterPeriod { file: String },
    #[error("{file}: either a formula or caps, not both and not neither")]
    FormulaOrCaps { file: String },
    #[error("{file}: the first band does not begin at 0")]
    NotFromZero { file: String },
    #[error("{file}: bands {band} and {} leave a gap", band + 1)]
    Gap { file: String, band: usize },
    #[error("{file}: bands {band} and {} overlap", band + 1)]
    Overlap { file: String, band: usize },
    #[error("{file}: band {band} is out of order or empty")]
    Order { file: String, band: usize },
    #[error("{file}: band {band} subtracts more people than it has")]
    Offset { file: String, band: usize },
    #[error("{file}: band {band} is larger than an amount can be")]
    Amount { file: String, band: usize },
    #[error("{file}: the bands jump at {population} and the file does not say why")]
    UnexplainedJump { file: String, population: u32 },
    #[error("{file}: the bands do not jump at {population}, though the file says so")]
    NoJump { file: String, population: u32 },
    #[error("{file}: say what holds above the last band, exactly when the last band ends")]
    Beyond { file: String },
    #[error("{file}: {id} as of {as_of} is already told by another file")]
    SameProgramme { file: String, id: String, as_of: String },
    #[error("{file}: {name} is no municipality of the table")]
    UnknownMember { file: String, name: String },
}

/// Reads and checks the files, given as name and text; ordered as the page shows them.
pub fn check_all(files: Vec<(String, String)>) -> Result<Vec<Programme>, Refused> {
    let mut programmes: Vec<Programme> = Vec::new();
    let mut known = BTreeSet::new();
    for (file, text) in files {
        let programme: Programme = toml::from_str(&text)
            .map_err(|error| Refused::Syntax { file: file.clone(), message: error.to_string() })?;
        check(&file, &programme)?;
        let (id, as_of) = (programme.id.clone(), programme.as_of.clone());
        if !known.insert((id.clone(), as_of.clone())) {
            return Err(Refused::SameProgramme { file, id, as_of });
        }
        programmes.push(programme);
    }
    programmes.sort_by_key(|programme| (programme.order, programme.id.clone(), programme.as_of.clone()));
    Ok(programmes)
}

fn check(file: &str, programme: &Programme) -> Result<(), Refused> {
    let texts = [
        ("id", &programme.id),
        ("name", &programme.name),
        ("short_name", &programme.short_name),
        ("recipients", &programme.recipients),
        ("status_note", &programme.status_note),
    ];
    for (key, text) in texts {
        if text.trim().is_empty() {
            return Err(Refused::Empty { file: file.to_owned(), key });
        }
    }
    if programme.status.is_empty() {
        return Err(Refused::Empty { file: file.to_owned(), key: "status" });
    }
    check_date(file, "as_of", Some(&programme.as_of))?;
    check_date(file, "last_day", programme.last_day.as_deref())?;
    check_date(file, "application_last_day", programme.application_last_day.as_deref())?;
    checked_rate(file, &programme.rate)?;
    check_sources(file, &programme.sources)?;
    check_amounts(file, programme)?;
    check_after_period(file, programme)?;
    match &programme.formula {
        Some(formula) if programme.caps.is_empty() => check_formula(file, formula),
        None if !programme.caps.is_empty() => Ok(()),
        _ => Err(Refused::FormulaOrCaps { file: file.to_owned() }),
    }
}

fn check_sources(file: &str, sources: &[Source]) -> Result<(), Refused> {
    if !sources.iter().any(|source| source.certainty == Certainty::Stated) {
        return Err(Refused::NoSource { file: file.to_owned() });
    }
    for source in sources {
        check_source(file, source)?;
    }
    Ok(())
}

/// A stated fact names its document, its day and its place there.
pub(super) fn check_source(file: &str, source: &Source) -> Result<(), Refused> {
    let stated = source.certainty == Certainty::Stated;
    let placeless = source.place.is_empty() && source.certainty != Certainty::Inferred;
    if source.document.is_empty() || source.states.is_empty() || placeless || (stated && source.date.is_none()) {
        return Err(Refused::Empty { file: file.to_owned(), key: "sources" });
    }
    check_date(file, "sources.date", source.date.as_deref())
}

/// Every amount that a sentence names is stated by a source.
fn check_amounts(file: &str, programme: &Programme) -> Result<(), Refused> {
    let reason = programme.formula.iter().map(|formula| &formula.reading_reason);
    let after = programme.after_period.iter().map(|after| &after.note);
    let texts = programme.notes.iter().chain([&programme.status_note]).chain(reason).chain(after);
    let caps: String = programme.caps.iter().map(|cap| cap.wording.as_str()).collect();
    for amount in texts.flat_map(|text| amounts(text)) {
        let stated = programme.sources.iter().any(|source| source.states.contains(&amount)) || caps.contains(&amount);
        if !stated {
            return Err(Refused::Unsourced { file: file.to_owned(), amount });
        }
    }
    Ok(())
}

/// 5,163.1億円, 560万円: a number with its unit.
fn amounts(text: &str) -> Vec<String> {
    let ends =
        ["億円", "万円"].into_iter().flat_map(|unit| text.match_indices(unit).map(move |(place, _)| (place, unit)));
    let amount = |(place, unit): (usize, &str)| {
        let before = text.get(..place).unwrap_or_default();
        let digits = |character: char| character.is_ascii_digit() || matches!(character, ',' | '.');
        let number = before.get(before.trim_end_matches(digits).len()..).unwrap_or_default();
        format!("{number}{unit}")
    };
    ends.map(amount).filter(|amount| amount.starts_with(|first: char| first.is_ascii_digit())).collect()
}

/// A period that ends never ends in silence.
fn check_after_period(file: &str, programme: &Programme) -> Result<(), Refused> {
    let says = |after: &super::schema::AfterPeriod| !after.mark.is_empty() && after.note.contains("要確認");
    if programme.last_day.is_some() == programme.after_period.as_ref().is_some_and(says) {
        Ok(())
    } else {
        Err(Refused::AfterPeriod { file: file.to_owned() })
    }
}

fn check_date(file: &str, key: &'static str, text: Option<&str>) -> Result<(), Refused> {
    match text {
        Some(text) if day(text).is_none() => Err(Refused::Date { file: file.to_owned(), key, text: text.to_owned() }),
        _ => Ok(()),
    }
}

fn checked_rate(file: &str, text: &str) -> Result<(u64, u64), Refused> {
    rate(text).ok_or_else(|| Refused::Rate { file: file.to_owned(), text: text.to_owned() })
}

/// `1000`, `39.8`, `1/2` as numerator and denominator, positive.
pub(super) fn rate(text: &str) -> Option<(u64, u64)> {
    let (above, below) = match (text.split_once('/'), text.split_once('.')) {
        (Some((above, below)), _) => (above.parse().ok()?, below.parse().ok()?),
        (None, Some((whole, places))) if !places.is_empty() => {
            let below = 10_u64.checked_pow(u32::try_from(places.len()).ok()?)?;
            (format!("{whole}{places}").parse().ok()?, below)
        }
        (None, _) => (text.parse().ok()?, 1),
    };
    (above > 0 && below > 0 && above < 1_000_000 && below < 1_000_000).then_some((above, below))
}

fn check_formula(file: &str, formula: &Formula) -> Result<(), Refused> {
    let owned = || file.to_owned();
    if formula.bands.first().is_none_or(|band| band.from != 0) {
        return Err(Refused::NotFromZero { file: owned() });
    }
    for (band, number) in formula.bands.iter().zip(1..) {
        checked_rate(file, &band.rate)?;
        if band.to.is_some_and(|to| to <= band.from) {
            return Err(Refused::Order { file: owned(), band: number });
        }
        if band.offset > band.from {
            return Err(Refused::Offset { file: owned(), band: number });
        }
        if band.base > 1_000_000_000_000 {
            return Err(Refused::Amount { file: owned(), band: number });
        }
    }
    for ((band, next), number) in formula.bands.iter().zip(formula.bands.iter().skip(1)).zip(1..) {
        check_joint(file, number, band, next)?;
    }
    check_jumps(file, formula)?;
    let ends = formula.bands.last().is_some_and(|band| band.to.is_some());
    if ends == formula.beyond_note.is_empty() {
        return Err(Refused::Beyond { file: owned() });
    }
    Ok(())
}

fn check_joint(file: &str, band: usize, lower: &Band, upper: &Band) -> Result<(), Refused> {
    let file = file.to_owned();
    match lower.to {
        // An open band that is not the last, and a later band that begins before an earlier one.
        None => Err(Refused::Order { file, band }),
        Some(_) if upper.from <= lower.from => Err(Refused::Order { file, band: band + 1 }),
        Some(to) if to < upper.from => Err(Refused::Gap { file, band }),
        Some(to) if to > upper.from => Err(Refused::Overlap { file, band }),
        Some(_) => Ok(()),
    }
}

/// Every jump between bands is explained, and nothing else is.
fn check_jumps(file: &str, formula: &Formula) -> Result<(), Refused> {
    let joints = formula.bands.iter().zip(formula.bands.iter().skip(1));
    let jumps: Vec<u32> = joints
        .filter(|(lower, upper)| amount(lower, upper.from) != amount(upper, upper.from))
        .map(|(_, upper)| upper.from)
        .collect();
    let explained =
        |population: u32| formula.jumps.iter().any(|jump| jump.population == population && !jump.reason.is_empty());
    if let Some(population) = jumps.iter().copied().find(|population| !explained(*population)) {
        return Err(Refused::UnexplainedJump { file: file.to_owned(), population });
    }
    match formula.jumps.iter().find(|jump| !jumps.contains(&jump.population)) {
        Some(jump) => Err(Refused::NoJump { file: file.to_owned(), population: jump.population }),
        None => Ok(()),
    }
}

/// The amount of a band in millionths of a yen.
fn amount(band: &Band, population: u32) -> u128 {
    let (above, below) = rate(&band.rate).unwrap_or((0, 1));
    let people = u128::from(population.saturating_sub(band.offset));
    u128::from(band.base) * 1_000_000 + people * u128::from(above) * 1_000_000 / u128::from(below)
}
