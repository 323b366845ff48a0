//! Conflicts side by side: 今の判定 and each answer, with who and when; one is taken, or all of a section, or what stands.

use std::collections::BTreeMap;

use web_sys::{Element, Event};

use crate::inquiry::Number;
use crate::inquiry::merge::Field;
use crate::inquiry::take::Clash;
use crate::page::dom::{Dom, append, button, by_id, data, field, find, find_all, on_press_within, on_within, table};
use crate::review::Judgement;

use super::account;
use super::list::list;
use super::state::{self, Choice, STAYS};
use super::words::{by, named, said};

/// Listens to the choices.
pub fn open() -> Dom {
    let place: Element = by_id("incoming-parts")?;
    on_within(&place, "change", "input[data-number]", |_: &Event, radio| {
        let number = radio.get_attribute("data-number").and_then(|number| Number::read(&number).ok());
        let Some(number) = number else { return Ok(()) };
        state::with(|before| match data(radio, "value") {
            Some(choice) => drop(before.chosen.insert(number, choice)),
            None => drop(before.chosen.remove(&number)),
        });
        account::tell()
    });
    on_press_within("incoming-parts", "button[data-section]", |button| {
        take_all(&button.get_attribute("data-section").unwrap_or_default())
    })
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
    for radio in find_all(&by_id("incoming-parts")?, "input[data-number]")? {
        let number = radio.get_attribute("data-number").and_then(|number| Number::read(&number).ok());
        let chosen = number.and_then(|number| state::with(|before| before.chosen.get(&number).copied()));
        field::tick(&radio, data(&radio, "value") == chosen);
    }
    Ok(())
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
        let words = format!("{section}の回答{count}件をすべて採る");
        button(&acts, "button-bar", &words, &[("data-section", section)])?;
    }
    button(&acts, "button-bar", "すべて今のまま", &[("data-section", "")])?;
    check()
}

fn line(row: &Element, clash: &Clash) -> Dom {
    table::head(row, &named(clash.number))?;
    let (now, who) = (standing(&clash.now), origin(&clash.now));
    voice(&append(row, "td", "")?, clash.number, STAYS, &format!("今のまま：{now}"), &who)?;
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
