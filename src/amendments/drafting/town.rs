//! What the ordinance itself says for slots: who writes the lower rule (〔定め〕), the town, its head, the subject, the numbers of new 項.

use crate::amendments::engine::OPEN;
use crate::amendments::settings::Settings;
use crate::amendments::text::Place;
use crate::clause::Clause;
use crate::numeral::full_width;

use super::kind::Level;
use super::ordinance::Ordinance;

const RULES: [&str; 5] = ["省令", "府令", "規則", "規程", "政令"];
const HEADS: [&str; 5] = ["町長", "市長", "村長", "区長", "管理者"];

/// Slots that the clause and its ordinance fill.
#[must_use]
pub fn slots(clause: &Clause, level: Level, ordinance: &Ordinance<'_>, settings: &Settings) -> Vec<(String, String)> {
    let head = head(clause, ordinance, settings);
    let town = town(clause, head.as_deref());
    let place = Place::parse(&clause.article);
    let next = |count: u32| {
        if level.is_town() { format!("{}　", full_width(place.paragraph_number() + count)) } else { String::new() }
    };
    let mut slots = vec![
        ("定め".to_owned(), rule(clause, level, head.as_deref())),
        ("町".to_owned(), town.unwrap_or_else(|| OPEN.to_owned())),
        ("長".to_owned(), head.unwrap_or_else(|| OPEN.to_owned())),
        ("項2".to_owned(), next(1)),
        ("項3".to_owned(), next(2)),
    ];
    slots.push(("方法".to_owned(), if level.is_town() { "規則".to_owned() } else { OPEN.to_owned() }));
    slots
}

/// 「…で定める」: the rule that the clause itself names, else the one that its act sends details to (DRAFTING §1).
fn rule(clause: &Clause, level: Level, head: Option<&str>) -> String {
    if let Some(named) = named_rule(&clause.text) {
        return format!("{named}で定める");
    }
    let title = clause.title.as_ref();
    match level {
        Level::State => format!("{OPEN}で定める"),
        Level::Rule => format!("{}が別に定める", head.unwrap_or(OPEN)),
        Level::Ordinance if clause.text.contains("教育委員会") => "教育委員会規則で定める".to_owned(),
        Level::Ordinance if title.contains("議会") => "議長が定める".to_owned(),
        Level::Ordinance
            if ["水道", "病院事業", "公営企業"].iter().any(|words| title.contains(words))
                && clause.text.contains("管理者") =>
        {
            "管理規程で定める".to_owned()
        }
        Level::Ordinance => "規則で定める".to_owned(),
    }
}

/// 「国土交通省令」 of 「国土交通省令で定める」, the first that the text names.
fn named_rule(text: &str) -> Option<&str> {
    let (before, _) = text
        .match_indices("で定める")
        .map(|(at, _)| text.split_at(at))
        .find(|(before, _)| RULES.iter().any(|rule| before.ends_with(rule)))?;
    let start = before.char_indices().rev().take_while(|(_, letter)| is_name(*letter)).last().map(|(at, _)| at)?;
    before.get(start..)
}

fn is_name(letter: char) -> bool {
    !('ぁ'..='ゖ').contains(&letter)
        && !matches!(letter, '、' | '。' | '，' | '､' | '｡' | '（' | '）' | '(' | ')' | '\n' | '「' | '」')
}

fn head(clause: &Clause, ordinance: &Ordinance<'_>, settings: &Settings) -> Option<String> {
    if !settings.head.is_empty() {
        return Some(settings.head.clone());
    }
    let mut texts =
        std::iter::once(clause.text.as_str()).chain(ordinance.clauses().iter().map(|other| other.text.as_str()));
    let found = texts.find_map(|text| HEADS.iter().find(|head| text.contains(**head)));
    found.map(|head| (*head).to_owned())
}

/// 町, 市, 村 or 区 as the ordinance calls itself.
fn town(clause: &Clause, head: Option<&str>) -> Option<String> {
    if clause.text.contains("当該市町村") {
        return Some("当該市町村".to_owned());
    }
    let kinds = ["町", "市", "村", "区"];
    let of_text = kinds
        .iter()
        .find(|kind| clause.text.contains(&format!("{kind}役場")) || clause.text.contains(&format!("{kind}役所")));
    let of_head = || head.and_then(|head| kinds.iter().find(|kind| head.starts_with(**kind)));
    let of_title = || {
        let (at, kind) = kinds.iter().filter_map(|kind| Some((clause.title.find(kind)?, kind))).min()?;
        (at > 0 && at < 18 && Level::of(clause).is_town()).then_some(kind)
    };
    of_text.or_else(of_head).or_else(of_title).map(|kind| (*kind).to_owned())
}
