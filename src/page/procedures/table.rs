//! The table of the procedures: a row each, group by group, with one keystroke a state and a native choice beside.
//!
//! The rows are made once and filled again after each change, so that the focus stays. One row at a time is a stop of
//! the Tab key; the arrow keys go from row to row.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlSelectElement, KeyboardEvent};

use crate::page::announce::announce;
use crate::page::dom::{
    Dom, append, button, by_id, field, fill, find, find_all, focus, lay, on_press_within, on_within, slot, template,
};
use crate::procedures::answer::Answer;
use crate::procedures::catalogue::{Group, Number, Procedure, all};
use crate::procedures::standing::{Origin, Setting, Standing, Standings};
use crate::procedures::state::{Availability, Connection};

use super::desk::Desk;
use super::keys::{Command, command, states_of, way_of, ways};
use super::{change, marks, store};

/// Value of the option that takes off what was set by hand.
const TAKE_OFF: &str = "";

/// What one value is set for at once: a group, or all, with the words of its button.
const SCOPES: [(Option<Group>, &str); 3] = [
    (None, "27手続すべてに設定"),
    (Some(Group::ChildRearing), "子育て15手続に設定"),
    (Some(Group::LongTermCare), "介護11手続に設定"),
];

/// Makes the rows and listens to them.
pub fn open() -> Dom {
    legend()?;
    for group in Group::ALL {
        let body: Element = by_id(if group == Group::Vehicles { "vehicle-rows" } else { "procedure-rows" })?;
        if group != Group::Vehicles {
            let head = lay("procedure-group", &body)?;
            fill(&head, "name", group.name())?;
        }
        for procedure in all().iter().filter(|procedure| procedure.group == group) {
            body.append_child(&*row(procedure)?)?;
        }
    }
    let view: Element = by_id("procedure-tables")?;
    on_within(&view, "keydown", "[data-number]", |event: &KeyboardEvent, row| press(event, row));
    on_within(&view, "change", "select", |_: &Event, select| chosen(select));
    on_within(&view, "focusin", "[data-number]", |_: &Event, row| rove(row));
    bulk()?;
    store().watch(show)
}

/// The keys, said where they work.
fn legend() -> Dom {
    let place: Element = by_id("procedure-keys")?;
    let states = Availability::ALL.into_iter().take(7).map(Availability::name);
    let keys = (1..=7).map(|key: u8| key.to_string()).zip(states);
    for (key, name) in keys.chain(ways().map(|(key, way)| (key.to_owned(), way.name()))) {
        let item = append(&place, "li", "")?;
        append(&item, "kbd", &key)?;
        append(&item, "span", name)?;
    }
    Ok(())
}

fn row(procedure: &Procedure) -> Dom<Element> {
    let row = template("procedure-row")?;
    let number = procedure.number;
    row.set_attribute("data-number", &number.to_string())?;
    row.set_attribute("tabindex", if u8::from(number) == 1 { "0" } else { "-1" })?;
    fill(&row, "name", &marks::named(procedure))?;
    let state: HtmlSelectElement = find(&row, "[data-choice=state]")?;
    state.set_attribute("aria-label", &format!("{number} {}の公開状況", procedure.name))?;
    for (key, availability) in states_of(number) {
        field::option(&state, &format!("{key}"), &format!("{key} {}", availability.name()))?;
    }
    field::option(&state, TAKE_OFF, "0 手入力を取り消す")?;
    let connection: HtmlSelectElement = find(&row, "[data-choice=connection]")?;
    if !number.is_in_grant_condition() {
        let reason = if number.is_municipal() { "要件の対象外" } else { "都道府県の手続" };
        fill(&row, "connection", reason)?;
        return Ok(row);
    }
    connection.set_attribute("aria-label", &format!("{number} {}の接続", procedure.name))?;
    for (key, way) in ways() {
        field::option(&connection, key, &format!("{key} {}", way.name()))?;
    }
    Ok(row)
}

fn number_of(row: &Element) -> Option<Number> {
    Number::try_from(row.get_attribute("data-number")?.parse::<u8>().ok()?).ok()
}

fn press(event: &KeyboardEvent, row: &Element) -> Dom {
    // Keys within a choice are the choice's own.
    let on_row = event.target().is_some_and(|target| target.dyn_ref::<Element>() == Some(row));
    let Some((number, command)) = number_of(row).and_then(|number| Some((number, command(event, number)?))) else {
        return Ok(());
    };
    if !on_row {
        return Ok(());
    }
    event.prevent_default();
    match command {
        Command::State(availability) => set_state(number, Some(availability)),
        Command::Connection(way) => set_connection(number, way),
        Command::TakeOff => set_state(number, None),
        Command::Go(step) => go(row, |at, last| at.saturating_add_signed(isize::from(step)).min(last)),
        Command::ToEnd { last } => go(row, |_, end| if last { end } else { 0 }),
    }
}

fn go(row: &Element, next: impl Fn(usize, usize) -> usize) -> Dom {
    let rows = find_all(&by_id("procedure-tables")?, "[data-number]")?;
    // Rows of a closed part are not there for the keys.
    let rows: Vec<Element> = rows.into_iter().filter(|row| row.client_height() > 0).collect();
    let at = rows.iter().position(|other| other == row).unwrap_or(0);
    rows.get(next(at, rows.len().saturating_sub(1))).map_or(Ok(()), focus)
}

/// Makes a row the stop of the Tab key, with its choices.
fn rove(row: &Element) -> Dom {
    for other in find_all(&by_id("procedure-tables")?, "[data-number]")? {
        let stop = if other == *row { "0" } else { "-1" };
        other.set_attribute("tabindex", stop)?;
        for select in find_all(&other, "select")? {
            select.set_attribute("tabindex", stop)?;
        }
    }
    Ok(())
}

fn chosen(select: &Element) -> Dom {
    let Some(number) = select.closest("[data-number]")?.as_ref().and_then(number_of) else { return Ok(()) };
    let value = field::value_of(select);
    if select.get_attribute("data-choice").as_deref() == Some("state") {
        let state = states_of(number).find(|(key, _)| key.to_string() == value).map(|(_, state)| state);
        return set_state(number, state);
    }
    way_of(&value).map_or(Ok(()), |way| set_connection(number, way))
}

/// Sets the state of a procedure by hand, or takes off state and connection that were set so.
fn set_state(number: Number, state: Option<Availability>) -> Dom {
    match state {
        Some(state) => set(number, "公開状況", |setting| setting.availability = Some(state)),
        None => set(number, "設定", |setting| *setting = Setting::default()),
    }
}

fn set_connection(number: Number, way: Connection) -> Dom {
    set(number, "接続", |setting| setting.connection = Some(way))
}

fn set(number: Number, what: &str, change_one: impl Fn(&mut Setting)) -> Dom {
    change(|desk| desk.set(format!("{number}の{what}"), &[number], change_one));
    tell(number)
}

fn tell(number: Number) -> Dom {
    let said = super::read(|desk| {
        let answer = desk.answer()?;
        let standing = answer.standings.of(number);
        let count = answer.completeness.count.of27;
        let connection = if number.is_in_grant_condition() { standing.connection.name() } else { "" };
        Some(format!("{number} {} {connection}。27手続のうち{count}。", standing.availability.name()))
    });
    announce(&said.unwrap_or_else(|| format!("{number}の設定を外しました。")))
}

/// まとめて設定: one value for many rows, with the scope in the button.
fn bulk() -> Dom {
    let value: HtmlSelectElement = by_id("bulk-value")?;
    for (key, state) in (1..).zip(Availability::ALL).take(7) {
        field::option(&value, &format!("{key}"), &format!("公開状況：{}", state.name()))?;
    }
    for (key, way) in ways() {
        field::option(&value, key, &format!("接続：{}", way.name()))?;
    }
    let place: Element = by_id("bulk-scopes")?;
    let named = |group: Option<Group>| group.map_or("27", Group::name);
    for (group, label) in SCOPES {
        button(&place, "button-second", label, &[("data-scope", named(group))])?;
    }
    on_press_within("bulk-scopes", "[data-scope]", move |button| {
        let scope = button.get_attribute("data-scope").unwrap_or_default();
        let Some((group, _)) = SCOPES.into_iter().find(|(group, _)| named(*group) == scope) else { return Ok(()) };
        let within = |procedure: &&Procedure| {
            procedure.number.is_municipal() && group.is_none_or(|group| procedure.group == group)
        };
        let numbers: Vec<Number> = all().iter().filter(within).map(|procedure| procedure.number).collect();
        let value = field::value("bulk-value")?;
        let state =
            (1..).zip(Availability::ALL).find(|(key, _): &(u8, _)| key.to_string() == value).map(|(_, state)| state);
        let way = way_of(&value);
        let what = format!("{}手続の一括設定", numbers.len());
        let set = |setting: &mut Setting| {
            setting.availability = state.or(setting.availability);
            setting.connection = way.or(setting.connection);
        };
        change(|desk| desk.set(what, &numbers, set));
        announce(&format!("{}手続に設定しました。「元に戻す」で取り消せます。", numbers.len()))
    })
}

fn show(desk: &Desk) -> Dom {
    let empty = Standings::new(&[], &std::collections::BTreeMap::new());
    let answer = desk.answer().map(AsRef::as_ref);
    let standings = answer.map_or(&empty, |answer| &answer.standings);
    for row in find_all(&by_id("procedure-tables")?, "[data-number]")? {
        let Some(number) = number_of(&row) else { continue };
        let standing = standings.of(number);
        let set = desk.work().settings.contains_key(&number);
        let key = states_of(number).find(|(_, state)| *state == standing.availability).map(|(key, _)| key);
        let state: HtmlSelectElement = find(&row, "[data-choice=state]")?;
        state.set_value(&key.map(|key| key.to_string()).unwrap_or_default());
        find::<Element>(&state, "option[value='']")?.toggle_attribute_with_force("disabled", !set)?;
        if number.is_in_grant_condition() {
            let way = ways().find(|(_, way)| *way == standing.connection);
            find::<HtmlSelectElement>(&row, "[data-choice=connection]")?.set_value(way.map_or("R", |(key, _)| key));
        }
        let sign: Element = slot(&row, "sign")?;
        sign.set_text_content(Some(marks::sign(standing.availability)));
        sign.set_class_name(marks::class(standing.availability));
        fill(&row, "origin", &answer.map(|answer| origin(answer, standing)).unwrap_or_default())?;
    }
    Ok(())
}

/// Where a state comes from.
pub fn origin(answer: &Answer, standing: &Standing) -> String {
    let decided = standing.decided_by.and_then(|position| answer.entries.get(position));
    let from = decided.map(|entry| format!("{}行目「{}」", entry.input.row, entry.input.name)).unwrap_or_default();
    let more = standing.named_by.len().saturating_sub(1);
    let others = if more > 0 && decided.is_some() { format!("ほか{more}行") } else { String::new() };
    match standing.origin {
        Origin::Unstated => String::new(),
        Origin::NotListed => "一覧に見当たりません".to_owned(),
        Origin::Asked => "選ばれていない名称があります".to_owned(),
        Origin::ListedWithoutState => format!("一覧の{from}{others}（状態の列なし）"),
        Origin::Listed => format!("一覧の{from}{others}"),
        Origin::SetByHand => "手で設定".to_owned(),
    }
}
