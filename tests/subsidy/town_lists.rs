//! Lists as real statistics lay them out: the right column is taken and named, or the officer is asked; no row is a town that is none.
//!
//! `town_lists.txt` holds the cases: a heading, a CSV, what is taken (`=>` column: town=population …, 表 for the table's own, 尋ねる where a
//! question must be told) and the rows that are left out (`--`; where the line is missing, none is). The layouts are those of e-Stat,
//! 住民基本台帳人口, 国勢調査 and tables of prefectures; the figures are rounded.

use ichimai::municipality::FIRST_POPULATION_DATE;
use ichimai::reading::table::open_simply;
use ichimai::subsidy::list::{Column, List, Origin, Remark, list, open};

const CASES: &str = include_str!("town_lists.txt");

/// What the list gave, in the words of the cases.
fn outcome(list: Option<&List>) -> String {
    let Some(list) = list else { return "一覧なし".to_owned() };
    let asked = matches!(
        list.population.remark,
        Some(Remark::Several(_) | Remark::OnlyOther(_) | Remark::Unlike(_) | Remark::NotTheSum(_))
    );
    let column = match &list.population.column {
        Some(column) => column.shown(),
        None if asked => "尋ねる".to_owned(),
        None => "表".to_owned(),
    };
    let town = |listed: &ichimai::subsidy::list::ListEntry| {
        let entry = &listed.entry;
        let name = entry.municipality.map_or(entry.label.as_str(), |town| town.name);
        let people = entry.population.people().to_string();
        format!(" {name}={}", if entry.population_date.is_some() { "表" } else { &people })
    };
    let towns: String = list.entries.iter().map(town).collect();
    let rows = list.left_out.iter().map(|left| format!(" {}", left.row)).collect::<Vec<_>>().concat();
    format!("{column}:{towns}{}", if rows.is_empty() { String::new() } else { format!("\n--{rows}") })
}

#[test]
fn the_right_column_is_taken_or_the_question_is_asked() {
    let mut wrong = Vec::new();
    let cases: Vec<&str> = CASES.split("## ").skip(1).collect();
    assert!(cases.len() > 50, "{} cases", cases.len());
    for case in cases {
        let (title, rest) = case.split_once('\n').unwrap();
        let (csv, expected) = rest.split_once("=> ").unwrap();
        let table = open_simply("towns.csv", csv.as_bytes());
        let found = outcome(list(&table.sheets[0], FIRST_POPULATION_DATE, Origin::Guess).as_ref());
        if found != expected.trim() {
            wrong.push(format!("{title}\n  expected {}\n  found    {found}", expected.trim()));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_officers_choice_goes_before_the_guess() {
    let csv = "市町村,人口密度,人口,世帯数\n光市,543,50000,23000\n";
    let read = |from| open("towns.csv", csv.as_bytes(), FIRST_POPULATION_DATE, from).list.unwrap();
    let people = |from| read(from).entries[0].entry.population.people();
    assert_eq!(people(Origin::Guess), 50_000);
    assert_eq!(people(Origin::Column(3)), 23_000);
    assert_eq!(people(Origin::Table), 50_892);
    let offered: Vec<String> = read(Origin::Guess).population.columns.iter().map(Column::shown).collect();
    assert_eq!(offered, ["人口密度（B列）", "人口（C列）", "世帯数（D列）"]);
}
