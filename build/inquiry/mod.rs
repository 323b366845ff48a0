//! The knowledge of the inquiry: reads `data/inquiry/*.toml`, refuses what contradicts itself, gives the code of its tables.
//!
//! Refused are: a spelling that one column has for two choices, a choice without spellings, a heading that two roles
//! claim, a word for a time that stands in two lists, a holiday that is no day of its year. All complaints are told at once.

mod schema;

#[allow(dead_code, reason = "the build folds words only; the core asks more of this file")]
#[path = "../../src/inquiry/word.rs"]
mod word;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use schema::{Choices, Headings, Holidays, Times};
use word::fold;

/// Columns of the sheet that are choices, with the choices that the code knows.
const COLUMNS: [(&str, &[&str]); 3] = [
    ("判定", &["該当", "非該当", "要確認"]),
    ("見直し要否", &["要", "否"]),
    (
        "見直し方針",
        &[
            "条例改正",
            "規則・規程・要綱の改正",
            "解釈の明確化（通知）",
            "運用の見直し",
            "廃止",
            "措置済み",
            "見直し不要",
        ],
    ),
];

/// The code of the tables, or everything that contradicts itself.
///
/// # Errors
/// Unreadable files and every contradiction found in them.
pub fn generate(directory: &Path) -> Result<String, Vec<String>> {
    let mut wrong = Vec::new();
    let mut code = String::new();
    code += &choices(&schema::read(directory, "choices.toml")?, &mut wrong);
    code += &headings(&schema::read(directory, "headings.toml")?, &mut wrong);
    code += &times(&schema::read(directory, "times.toml")?, &mut wrong);
    code += &holidays(&schema::read(directory, "holidays.toml")?, &mut wrong);
    if wrong.is_empty() { Ok(code) } else { Err(wrong) }
}

/// Folds words and refuses empty ones and those that stand twice.
fn folded(place: &str, words: &[String], wrong: &mut Vec<String>) -> Vec<String> {
    let mut seen = Vec::new();
    for written in words {
        let word = fold(written);
        if word.is_empty() {
            wrong.push(format!("{place}: {written:?} has no letter"));
        } else if seen.contains(&word) {
            wrong.push(format!("{place}: {written:?} stands twice"));
        }
        seen.push(word);
    }
    seen
}

fn list(name: &str, doc: &str, words: &[String]) -> String {
    format!("/// {doc}\npub(super) static {name}: [&str; {}] = {words:?};\n", words.len())
}

fn choices(data: &Choices, wrong: &mut Vec<String>) -> String {
    let mut claimed: BTreeMap<(String, String), (String, bool)> = BTreeMap::new();
    for choice in &data.choice {
        let place = format!("choices.toml: {} {}", choice.column, choice.value);
        let known = COLUMNS.iter().find(|(column, _)| *column == choice.column);
        if !known.is_some_and(|(_, values)| values.contains(&choice.value.as_str())) {
            wrong.push(format!("{place}: no choice of the sheet"));
        }
        if choice.certain.is_empty() {
            wrong.push(format!("{place}: no certain spelling"));
        }
        for (words, confirm) in [(&choice.certain, false), (&choice.confirm, true)] {
            for word in folded(&place, words, wrong) {
                let key = (choice.column.clone(), word.clone());
                if let Some((other, _)) = claimed.insert(key, (choice.value.clone(), confirm)) {
                    wrong.push(format!("{place}: {word:?} is claimed by {other} too"));
                }
            }
        }
    }
    without_spellings(data, wrong);
    let mut code = format!(
        "/// Column, folded spelling, choice, whether it must be confirmed.\npub(super) static SPELLINGS: [(&str, &str, &str, bool); {}] = [\n",
        claimed.len()
    );
    for ((column, word), (value, confirm)) in &claimed {
        let _ = writeln!(code, "({column:?}, {word:?}, {value:?}, {confirm}),");
    }
    code += "];\n";
    code += &list("TRANSFER", "Words that ask for a transfer.", &folded("transfer", &data.transfer.words, wrong));
    code += &list("DITTO", "Words that mean the row above.", &folded("ditto", &data.ditto.words, wrong));
    code += &list("ERASE", "Words that take an answer back.", &folded("erase", &data.erase.words, wrong));
    for word in data.ditto.words.iter().chain(&data.erase.words) {
        if claimed.keys().any(|(_, other)| *other == fold(word)) {
            wrong.push(format!("choices.toml: {word:?} is a choice too"));
        }
    }
    code
}

/// Refuses choices that nobody can spell.
fn without_spellings(data: &Choices, wrong: &mut Vec<String>) {
    for (column, values) in COLUMNS {
        for value in values {
            if !data.choice.iter().any(|choice| choice.column == column && choice.value == *value) {
                wrong.push(format!("choices.toml: {column} {value} has no spellings"));
            }
        }
    }
}

fn headings(data: &Headings, wrong: &mut Vec<String>) -> String {
    let mut claimed: BTreeMap<(bool, String), &str> = BTreeMap::new();
    let mut code = String::new();
    let mut count = 0;
    for heading in &data.heading {
        let place = format!("headings.toml: {}", heading.role);
        if heading.names.first() != Some(&heading.role) {
            wrong.push(format!("{place}: its own name must stand first"));
        }
        for (rank, name) in folded(&place, &heading.names, wrong).into_iter().enumerate() {
            let _ = writeln!(code, "({:?}, {name:?}, {rank}, {}),", heading.role, heading.above);
            count += 1;
            if let Some(other) = claimed.insert((heading.above, name.clone()), &heading.role) {
                wrong.push(format!("{place}: {name:?} is claimed by {other} too"));
            }
        }
    }
    format!(
        "/// Role, folded heading, rank (0 is its own name), whether it stands above the table.\npub(super) static HEADINGS: [(&str, &str, u8, bool); {count}] = [\n{code}];\n"
    )
}

fn times(data: &Times, wrong: &mut Vec<String>) -> String {
    let after = folded("times.toml: after", &data.after, wrong);
    let exact = folded("times.toml: exact_after", &data.exact_after, wrong);
    let council = folded("times.toml: council", &data.council, wrong);
    for word in exact.iter().chain(&council) {
        if !after.contains(word) {
            wrong.push(format!("times.toml: {word:?} must stand in after too"));
        }
    }
    let mut code = list("UNDECIDED_TIME", "未定", &folded("times.toml: undecided", &data.undecided, wrong));
    code += &list("AFTER", "Words behind a month or a 年度.", &after);
    code += &list("EXACT_AFTER", "Those of them that leave the month certain.", &exact);
    code += &list("COUNCIL", "Those that mean the next such month.", &council);
    let eras: Vec<(String, u16)> = data
        .era
        .iter()
        .flat_map(|era| folded("times.toml: era", &era.names, wrong).into_iter().map(|name| (name, era.first)))
        .collect();
    let _ = writeln!(
        code,
        "/// 元号 and the year of its 元年.\npub(super) static ERAS: [(&str, u16); {}] = {eras:?};",
        eras.len()
    );
    for (name, words) in [("RELATIVE_FISCAL", &data.relative_fiscal), ("RELATIVE_CALENDAR", &data.relative_calendar)] {
        let mut rows: Vec<(String, u16, bool)> =
            words.iter().map(|word| (fold(&word.word), word.add, word.needs_after)).collect();
        rows.sort_by_key(|(word, ..)| std::cmp::Reverse(word.chars().count()));
        if rows.iter().zip(rows.iter().skip(1)).any(|(one, next)| one.0 == next.0) {
            wrong.push(format!("times.toml: a word of {name} stands twice"));
        }
        let _ = writeln!(
            code,
            "/// Word, years to add, whether a further word must follow; the longest first.\npub(super) static {name}: [(&str, u16, bool); {}] = {rows:?};",
            rows.len()
        );
    }
    code
}

fn holidays(data: &Holidays, wrong: &mut Vec<String>) -> String {
    let mut code = String::new();
    let mut count = 0;
    for year in &data.year {
        for day in &year.days {
            let parts = day.split_once(' ').and_then(|(day, name)| Some((schema::month_and_day(day)?, name)));
            let Some(((month, day), name)) = parts else {
                wrong.push(format!("holidays.toml: {} {day:?} is no day with a name", year.year));
                continue;
            };
            let _ = writeln!(code, "(({}, {month}, {day}), {name:?}),", year.year);
            count += 1;
        }
    }
    if data.year.iter().zip(data.year.iter().skip(1)).any(|(one, next)| one.year + 1 != next.year) {
        wrong.push("holidays.toml: the years do not follow one another".to_owned());
    }
    let ends = schema::month_and_day(&data.year_end.first).zip(schema::month_and_day(&data.year_end.last));
    let Some((first, last)) = ends else {
        wrong.push("holidays.toml: year_end is no pair of days".to_owned());
        return String::new();
    };
    let known = data.year.first().map_or(0, |year| year.year)..=data.year.last().map_or(0, |year| year.year);
    format!(
        "/// Holidays with their names.\npub(super) static HOLIDAYS: [((u16, u8, u8), &str); {count}] = [\n{code}];\n\
         /// The years whose holidays are known.\npub(super) static KNOWN_YEARS: (u16, u16) = ({}, {});\n\
         /// 年末年始, first and last day.\npub(super) static YEAR_END: ((u8, u8), (u8, u8)) = ({first:?}, {last:?});\n",
        known.start(),
        known.end()
    )
}
