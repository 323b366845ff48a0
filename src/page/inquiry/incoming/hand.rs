//! Answers that came by mail, telephone or on paper: of one number, or of all that a section has not answered.

use std::collections::BTreeMap;

use web_sys::HtmlInputElement;

use crate::inquiry::answer::{Given, State};
use crate::inquiry::progress::{Standing, standings};
use crate::inquiry::{Column, Method, NotANumber, Number, Received};
use crate::page::dom::{Dom, by_id, cleared, field, on_press, on_submit, set_text};
use crate::page::regulations::state as desk;
use crate::page::{clock, task};

use super::parts::{fill_choices, meant};
use super::{inquiry, plan, state};

const FIELDS: [(Column, &str); 6] = [
    (Column::Decision, "hand-decision"),
    (Column::Need, "hand-need"),
    (Column::Policy, "hand-policy"),
    (Column::Time, "hand-time"),
    (Column::Basis, "hand-basis"),
    (Column::Remarks, "hand-remarks"),
];

/// Opens the form.
pub fn open() -> Dom {
    for (column, field) in FIELDS.iter().take(3) {
        fill_choices(&by_id(field)?, *column)?;
    }
    on_submit("incoming-form", || ())?;
    on_press("hand-add", || {
        let told = match entered()? {
            Ok(answers) => {
                let sentence = format!("{}件を加えました。下の「取り込む」で判定に入ります。", answers.len());
                state::with(|before| before.answers.by_hand.0.extend(answers));
                task::begin(plan());
                sentence
            }
            Err(reason) => reason.to_owned(),
        };
        set_text("hand-told", &told)
    })?;
    on_press("incoming-hand-open", prefill)?;
    field::set("hand-day", &clock::today().to_string())?;
    inquiry::store().watch(|work| {
        let select = cleared("hand-section")?;
        field::option(&select, "", "選ばない")?;
        let items = work.rounds.iter().flat_map(|round| &round.items);
        let sections: std::collections::BTreeSet<&str> = items.map(|item| work.current(&item.section)).collect();
        let mut named = sections.into_iter().filter(|name| !name.is_empty());
        named.try_for_each(|name| field::option(&select, name, &format!("{name}の残りすべて")))
    })
}

/// The number of the clause that is open, for a call about it.
fn prefill() -> Dom {
    let (work, Some(current)) = (inquiry::work(), desk::open_clause()) else { return Ok(()) };
    let field: HtmlInputElement = by_id("hand-number")?;
    let key = current.clause.key;
    let mut items = work.rounds.iter().flat_map(|round| &round.items).rev();
    let own = items.find(|item| item.targets.iter().any(|target| target.clause == key));
    if let Some(item) = own.filter(|_| field.value().is_empty()) {
        field.set_value(&item.number.to_string());
    }
    Ok(())
}

fn value(field: &str) -> Dom<String> {
    Ok(field::value(field)?.trim().to_owned())
}

/// The answers that the form makes, or why it makes none.
fn entered() -> Dom<Result<Vec<Received>, &'static str>> {
    let Some(given) = given()? else {
        return Ok(Err("見直し時期を読み取れません。「令和9年3月」「令和9年度」「未定」のように入れてください。"));
    };
    if given.is_empty() {
        return Ok(Err("判定などを一つは入れてください。"));
    }
    let (section, typed) = (value("hand-section")?, value("hand-number")?);
    let numbers = match (Number::read(&typed), section.is_empty()) {
        (_, false) => open_of(&section),
        (Ok(number), true) => vec![number],
        (Err(NotANumber::Blank), true) => return Ok(Err("照会番号を入れるか、課を選んでください。")),
        (Err(_), true) => return Ok(Err("照会番号に書き誤りがあります。照会票の番号を確かめてください。")),
    };
    let answers = answers(&numbers, &given)?;
    let nothing = "当てはまる照会がありません（照会していない番号か、残りがありません）。";
    Ok(if answers.is_empty() { Err(nothing) } else { Ok(answers) })
}

/// What was chosen and typed; nothing where it cannot be read.
fn given() -> Dom<Option<BTreeMap<Column, Given>>> {
    let mut given = BTreeMap::new();
    for (column, field) in FIELDS {
        let typed = value(field)?;
        if typed.is_empty() {
            continue;
        }
        let Some(value) = meant(column, &typed) else { return Ok(None) };
        given.insert(column, Given { value, typed, cell: String::new(), confirm: false });
    }
    Ok(Some(given))
}

/// One answer for each number that was sent.
fn answers(numbers: &[Number], given: &BTreeMap<Column, Given>) -> Dom<Vec<Received>> {
    let work = inquiry::work();
    let index = work.index();
    let method = match value("hand-method")?.as_str() {
        "mail" => Method::Mail,
        "paper" => Method::Paper,
        _ => Method::Telephone,
    };
    let (respondent, day) = (value("hand-respondent")?, value("hand-day")?);
    let answer = |number: &Number| {
        let (_, item) = index.get(number)?;
        Some(Received {
            number: *number,
            section: work.current(&item.section).to_owned(),
            respondent: respondent.clone(),
            day: day.clone(),
            method,
            file: String::new(),
            sheet: String::new(),
            row: 0,
            draft: false,
            given: given.clone(),
            erased: Vec::new(),
            state: if given.contains_key(&Column::Decision) { State::Answered } else { State::Partial },
            not_understood: Vec::new(),
            transfer: None,
            settled: false,
        })
    };
    Ok(numbers.iter().filter_map(answer).collect())
}

/// What a section has not answered.
fn open_of(section: &str) -> Vec<Number> {
    let work = inquiry::work();
    let standings = desk::ledger().read(|ledger| standings(&work, ledger.judgements(), Some(clock::today())));
    let index = work.index();
    let own = |number: &Number| index.get(number).is_some_and(|(_, item)| work.current(&item.section) == section);
    let open = |standing: Standing| matches!(standing, Standing::Waiting | Standing::Overdue | Standing::NotUnderstood);
    standings
        .into_iter()
        .filter(|(number, standing)| open(*standing) && own(number))
        .map(|(number, _)| number)
        .collect()
}
