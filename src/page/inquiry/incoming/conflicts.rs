//! Conflicts side by side: 今の判定 and each answer, with who and when; one is taken, or all of a section, or what stands.

use std::collections::BTreeMap;

use web_sys::{Element, Event, HtmlInputElement, MouseEvent};

use crate::inquiry::merge::Field;
use crate::inquiry::take::Clash;
use crate::inquiry::{Column, Number, Received};
use crate::page::dom::{Dom, append, by_id, find, find_all, on_within};
use crate::review::Judgement;

use super::account;
use super::list::{head, list};
use super::parts::{named, shown};
use super::state::{self, Choice};

/// Listens to the choices.
pub fn open() -> Dom {
    let place: Element = by_id("incoming-parts")?;
    on_within(&place, "change", "input[data-number]", |_: &Event, radio| {
        let number = radio.get_attribute("data-number").and_then(|number| Number::read(&number).ok());
        let Some(number) = number else { return Ok(()) };
        let value = radio.get_attribute("value").unwrap_or_default();
        state::with(|before| match (value.as_str(), value.parse()) {
            ("stays", _) => drop(before.chosen.insert(number, Choice::Stays)),
            (_, Ok(place)) => drop(before.chosen.insert(number, Choice::Answer(place))),
            _ => drop(before.chosen.remove(&number)),
        });
        account::tell()
    });
    on_within(&place, "click", "button[data-section]", |_: &MouseEvent, button| {
        take_all(&button.get_attribute("data-section").unwrap_or_default())
    });
    Ok(())
}

/// Takes all answers of a section, or leaves all as it stands where none is named.
fn take_all(section: &str) -> Dom {
    state::with(|before| {
        for clash in &before.planned.plan.conflicts {
            let own = clash.answers.iter().rposition(|answer| answer.section == section);
            match own {
                Some(place) => drop(before.chosen.insert(clash.number, Choice::Answer(place))),
                None if section.is_empty() => drop(before.chosen.insert(clash.number, Choice::Stays)),
                None => {}
            }
        }
    });
    check()?;
    account::tell()
}

/// Shows what was chosen.
fn check() -> Dom {
    use wasm_bindgen::JsCast as _;
    for radio in find_all(&by_id::<Element>("incoming-parts")?, "input[data-number]")? {
        let Some(radio) = radio.dyn_ref::<HtmlInputElement>() else { continue };
        let number = radio.get_attribute("data-number").and_then(|number| Number::read(&number).ok());
        let chosen = number.and_then(|number| state::with(|before| before.chosen.get(&number).copied()));
        radio.set_checked(radio.value() == value_of(chosen));
    }
    Ok(())
}

fn value_of(chosen: Option<Choice>) -> String {
    match chosen {
        Some(Choice::Stays) => "stays".to_owned(),
        Some(Choice::Answer(place)) => place.to_string(),
        None => "open".to_owned(),
    }
}

/// Draws all conflicts.
pub fn draw(place: &Element) -> Dom {
    let conflicts = state::with(|before| before.planned.plan.conflicts.clone());
    let hint = "いまの判定や、ほかの回答と違うものです。どれかを選ぶまで、いまの判定のままです。";
    let columns = ["照会番号・条項", "今の判定", "回答", "あとで"];
    let part = list(place, ("食い違い", hint), &columns, &conflicts, |row, _, clash| line(row, clash))?;
    let Some(part) = part else { return Ok(()) };
    part.set_attribute("open", "")?;
    let mut sections: BTreeMap<&str, usize> = BTreeMap::new();
    for answer in conflicts.iter().flat_map(|clash| &clash.answers) {
        *sections.entry(&answer.section).or_default() += 1;
    }
    let acts: Element = find(&part, "[data-slot=acts]")?;
    for (section, count) in sections.into_iter().filter(|(section, _)| !section.is_empty()) {
        act(&acts, section, &format!("{section}の回答{count}件をすべて採る"))?;
    }
    act(&acts, "", "すべて今のまま")?;
    check()
}

fn act(place: &Element, section: &str, words: &str) -> Dom {
    let button = append(place, "button", words)?;
    button.set_class_name("button-bar");
    button.set_attribute("type", "button")?;
    button.set_attribute("data-section", section)
}

fn line(row: &Element, clash: &Clash) -> Dom {
    head(row, &named(clash.number))?;
    let (now, who) = (standing(&clash.now), origin(&clash.now));
    voice(&append(row, "td", "")?, clash.number, "stays", &format!("今のまま：{now}"), &who)?;
    let answers = append(row, "td", "")?;
    for (place, answer) in clash.answers.iter().enumerate() {
        voice(&answers, clash.number, &place.to_string(), &said(answer), &by(answer))?;
    }
    voice(&append(row, "td", "")?, clash.number, "open", "あとで", "")
}

fn voice(place: &Element, number: Number, value: &str, words: &str, who: &str) -> Dom {
    let radio =
        crate::page::voice::voice(place, &format!("clash-{number}"), value, (words, who), &format!("{number} "))?;
    radio.set_attribute("data-number", &number.to_string())
}

/// What stands, in the columns of a sheet.
fn standing(judgement: &Judgement) -> String {
    let fields = [Field::Decision, Field::Need, Field::Policy, Field::Time];
    let parts: Vec<String> = fields.iter().filter_map(|field| field.of(judgement)).collect();
    if parts.is_empty() { "未判定".to_owned() } else { parts.join("・") }
}

fn origin(judgement: &Judgement) -> String {
    judgement.origin.as_ref().map_or_else(String::new, |origin| [origin.who.as_str(), &origin.when].join(" "))
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
