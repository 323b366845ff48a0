//! The form of `data/inquiry/*.toml`.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choices {
    pub choice: Vec<Choice>,
    pub transfer: Words,
    pub ditto: Words,
    pub erase: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub column: String,
    pub value: String,
    pub certain: Vec<String>,
    pub confirm: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Headings {
    pub heading: Vec<Heading>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    pub role: String,
    pub names: Vec<String>,
    #[serde(default)]
    pub above: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    pub undecided: Vec<String>,
    pub after: Vec<String>,
    pub exact_after: Vec<String>,
    pub council: Vec<String>,
    pub relative_fiscal: Vec<Relative>,
    pub relative_calendar: Vec<Relative>,
    pub era: Vec<Era>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relative {
    pub word: String,
    pub add: u16,
    #[serde(default)]
    pub needs_after: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Era {
    pub names: Vec<String>,
    pub first: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holidays {
    pub year_end: YearEnd,
    pub year: Vec<Year>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearEnd {
    pub first: String,
    pub last: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Year {
    pub year: u16,
    pub days: Vec<String>,
}

/// Reads one file.
pub fn read<T: DeserializeOwned>(directory: &Path, name: &str) -> Result<T, Vec<String>> {
    let text = fs::read_to_string(directory.join(name)).map_err(|error| vec![format!("{name}: {error}")])?;
    toml::from_str(&text).map_err(|error| vec![format!("{name}: {error}")])
}

/// 「11-23」
pub fn month_and_day(text: &str) -> Option<(u8, u8)> {
    let (month, day) = text.split_once('-')?;
    let (month, day): (u8, u8) = (month.parse().ok()?, day.parse().ok()?);
    let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let most = days.get(usize::from(month).checked_sub(1)?)?;
    (1..=*most).contains(&day).then_some((month, day))
}
