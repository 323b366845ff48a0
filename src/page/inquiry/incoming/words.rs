//! How what came back is said: a number with its clause, a value, an answer, who gave it and where it stands.

use crate::inquiry::{Column, Number, Received, Time, Value};

use super::inquiry;

/// 「K7Q-204-M ○○条例 第3条（掲示）書面掲示」
pub fn named(number: Number) -> String {
    let work = inquiry::work();
    let item = work.rounds.iter().flat_map(|round| &round.items).find(|item| item.number == number);
    item.map_or_else(
        || number.to_string(),
        |item| {
            let category = item.targets.first().map_or("", |target| target.category.short_name());
            format!("{number} {} {} {category}", item.title, item.article)
        },
    )
}

/// A value in words.
pub fn shown(value: &Value) -> String {
    match value {
        Value::Time(time) => Time::japanese(*time),
        _ => value.written(),
    }
}

/// Where a row stands.
pub fn at_row(file: &str, sheet: &str, row: u32) -> String {
    [file, sheet, &format!("{row}行")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<&str>>().join(" ")
}

/// What an answer says.
pub fn said(answer: &Received) -> String {
    let given = |column: Column| answer.given.get(&column).map(|given| shown(&given.value));
    let mut parts: Vec<String> = Column::ALL.into_iter().filter_map(given).collect();
    if !answer.erased.is_empty() {
        let names: Vec<&str> = answer.erased.iter().map(|column| column.name()).collect();
        parts.push(format!("取消（{}）", names.join("・")));
    }
    parts.join("・")
}

/// Who answered, when and where it stands.
pub fn by(answer: &Received) -> String {
    let place = if answer.file.is_empty() {
        answer.method.name().to_owned()
    } else {
        format!("{} {}行", answer.file, answer.row)
    };
    let parts = [answer.section.as_str(), &answer.respondent, &answer.day, &place];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<&str>>().join(" ")
}
