//! `yamaguchi.csv`: the 19 towns of 山口県 at four dates.

use std::fmt::Write as _;

use super::table::{Row, value};

/// Column, date as the documents give it, how many procedures were counted, sum over the 19 towns (the document of
/// 2024-09-06 prints 480; the others are the facts' sums of the printed figures).
const DATES: [(&str, &str, u32, u32); 4] = [
    ("online_2021_06_of26", "2021-06", 26, 41),
    ("online_2022_09_of27", "2022-09", 27, 70),
    ("online_2024_04_of27", "2024-04", 27, 464),
    ("online_2024_08_of27", "2024-08", 27, 480),
];

/// How many towns the document of 2022-09-14 has in each state: its column, the state, the number.
const STATES: [(&str, &str, usize); 6] = [
    ("end_to_end_2022_09", "特定通信", 12),
    ("end_to_end_2022_09", "手入力又はRPA等", 6),
    ("end_to_end_2022_09", "", 1),
    ("disaster_system_2022_09", "自治体", 6),
    ("disaster_system_2022_09", "国", 2),
    ("disaster_system_2022_09", "", 11),
];

/// Checks the table and gives its code.
pub fn code(rows: &[Row]) -> Result<String, Vec<String>> {
    let mut wrong = Vec::new();
    if rows.len() != 19 {
        wrong.push(format!("yamaguchi.csv: {} towns, the documents list 19", rows.len()));
    }
    for row in rows {
        check_town(row, &mut wrong);
    }
    for (column, date, _, expected) in DATES {
        let sum: u32 = rows.iter().filter_map(|row| value(row, column).parse::<u32>().ok()).sum();
        if sum != expected {
            wrong.push(format!("yamaguchi.csv: {date} sums to {sum}, expected {expected}"));
        }
    }
    for (column, state, expected) in STATES {
        let found = rows.iter().filter(|row| value(row, column) == state).count();
        if found != expected {
            wrong.push(format!("yamaguchi.csv: {found} towns have {state:?} in {column}, the document {expected}"));
        }
    }
    if wrong.is_empty() { Ok(write(rows)) } else { Err(wrong) }
}

fn check_town(row: &Row, wrong: &mut Vec<String>) {
    let name = value(row, "name");
    if !has_check_digit(value(row, "code6")) {
        wrong.push(format!("yamaguchi.csv: {name} has the code {:?}", value(row, "code6")));
    }
    for (column, _, base, _) in DATES {
        match value(row, column).parse::<u32>() {
            Ok(count) if count <= base => {}
            _ => wrong.push(format!("yamaguchi.csv: {name} has {:?} of {base} in {column}", value(row, column))),
        }
    }
    if connection(row).is_none() || disaster_system(row).is_none() {
        wrong.push(format!("yamaguchi.csv: {name} has an unknown way of connection or disaster system"));
    }
}

/// 全国地方公共団体コード: the sixth digit checks the first five (weights 6 to 2, modulo 11).
fn has_check_digit(code: &str) -> bool {
    let digits: Vec<u32> = code.chars().filter_map(|c| c.to_digit(10)).collect();
    let [head @ .., last] = digits.as_slice() else { return false };
    let sum: u32 = head.iter().zip((2..=6).rev()).map(|(digit, weight)| digit * weight).sum();
    code.len() == 6 && digits.len() == 6 && (11 - sum % 11) % 10 == *last
}

fn connection(row: &Row) -> Option<&'static str> {
    match value(row, "end_to_end_2022_09") {
        "" => Some("Connection::Unknown"),
        "特定通信" => Some("Connection::Dedicated"),
        "手入力又はRPA等" => Some("Connection::Manual"),
        _ => None,
    }
}

fn disaster_system(row: &Row) -> Option<&'static str> {
    match value(row, "disaster_system_2022_09") {
        "" => Some("None"),
        "国" => Some("Some(DisasterSystem::National)"),
        "自治体" => Some("Some(DisasterSystem::Municipal)"),
        _ => None,
    }
}

fn write(rows: &[Row]) -> String {
    let mut code = format!("static TOWNS: [Town; {}] = [\n", rows.len());
    for row in rows {
        let _ = writeln!(
            code,
            "Town {{ code: {:?}, name: {:?}, online: [{}], connection: {}, disaster_system: {} }},",
            value(row, "code6"),
            value(row, "name"),
            DATES.map(|(column, ..)| value(row, column)).join(", "),
            connection(row).unwrap_or_default(),
            disaster_system(row).unwrap_or_default(),
        );
    }
    code + "];\n"
}
