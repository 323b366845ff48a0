//! What goes out: the upper part of the screen 照会と回答. Which clauses, until when, with what words; what each section would
//! be asked; the books; what was sent.

mod making;
mod rounds;

use std::cell::RefCell;
use std::collections::BTreeSet;

use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

use crate::api::border::Compact;
use crate::api::inquiry::Prepare;
use crate::date::Date;
use crate::inquiry::deadline::{day_off, holidays_known, known_until};
use crate::inquiry::shown_name;
use crate::inquiry::{Letter, Order, Share};
use crate::page::announce::announce;
use crate::page::clock;
use crate::page::dom::{
    Dom, append, by_id, clear, fill, find, find_all, focus, on, on_within, reveal, template, value_of,
};
use crate::page::regulations::calls::{self, trouble_of};
use crate::page::regulations::{has_results, state as desk};
use crate::page::task;
use crate::review::State;
use crate::yen::notation::counted;

use super::state;

/// The screen's own address.
const ADDRESS: &str = "#regulations-inquiries";

thread_local! {
    static SHARES: RefCell<Vec<Share>> = const { RefCell::new(Vec::new()) };
    /// Sections that the officer left out.
    static LEFT_OUT: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Opens it.
pub fn open() -> Dom {
    making::open()?;
    rounds::open()?;
    let form: Element = by_id("outgoing-form")?;
    on(&form, "change", |_: &Event| {
        deadline_note()?;
        renew();
        Ok(())
    });
    on_within(&by_id("outgoing-rows")?, "change", "[data-share]", |_: &Event, field| {
        let section = field.get_attribute("data-share").unwrap_or_default();
        let chosen = field.unchecked_ref::<HtmlInputElement>().checked();
        LEFT_OUT.with_borrow_mut(|left| if chosen { left.remove(&section) } else { left.insert(section) });
        total()
    });
    on(&window(), "hashchange", |_: &Event| {
        renew();
        Ok(())
    });
    desk::overview().with(|store| {
        store.watch(|_| {
            renew();
            Ok(())
        })
    })?;
    state::store().with(|store| {
        store.watch(|work| {
            let again: Element = find(&by_id("outgoing-what")?, "[value=\"again\"]")?;
            again.toggle_attribute_with_force("disabled", work.sent_rounds().next().is_none())?;
            rounds::show(work)
        })
    })
}

fn renew() {
    if window().location().hash().is_ok_and(|hash| hash == ADDRESS) && has_results() {
        task::begin(prepare());
    }
}

async fn prepare() -> Dom {
    let prepare = Prepare { order: Order { sections: Vec::new(), ..order()? }, shown_only: shown_only()? };
    let Compact(shares) = calls::ask(&prepare).await.map_err(trouble_of)?;
    SHARES.set(shares);
    show()
}

/// Sets the form to 再照会 of what is left, of one section or of all, and leads there.
pub fn again(only: Option<String>) -> Dom {
    by_id::<HtmlSelectElement>("outgoing-what")?.set_value("again");
    by_id::<HtmlInputElement>("outgoing-shown")?.set_checked(false);
    LEFT_OUT.with_borrow_mut(BTreeSet::clear);
    task::begin(async move {
        let led = async {
            prepare().await?;
            if let Some(only) = only {
                let names = SHARES.with_borrow(|shares| shares.iter().map(|share| share.section.clone()).collect());
                let others = |names: Vec<String>| names.into_iter().filter(|name| *name != only).collect();
                LEFT_OUT.set(others(names));
                show()?;
            }
            let total = by_id::<Element>("outgoing-total")?.text_content().unwrap_or_default();
            announce(&format!("再照会：{total}。期限を入れて「照会票を作る」を押してください。"))?;
            focus(&by_id("outgoing-title")?)
        };
        led.await
    });
    Ok(())
}

fn shown_only() -> Dom<bool> {
    Ok(by_id::<HtmlInputElement>("outgoing-shown")?.checked())
}

fn deadline() -> Dom<Option<Date>> {
    Ok(by_id::<HtmlInputElement>("outgoing-deadline")?.value().parse().ok())
}

/// What the form asks for.
fn order() -> Dom<Order> {
    let what = by_id::<HtmlSelectElement>("outgoing-what")?.value();
    let states = match what.as_str() {
        "undecided" => vec![State::Undecided],
        "all" => State::ALL.to_vec(),
        _ => vec![State::Undecided, State::ToCheck],
    };
    let sections = SHARES.with_borrow(|shares| {
        let left_out = LEFT_OUT.with_borrow(|left| shares.iter().any(|share| left.contains(&share.section)));
        if left_out { chosen(shares) } else { Vec::new() }
    });
    let letter = letter()?;
    Ok(Order { day: clock::today(), deadline: deadline()?, letter, states, sections, again: what == "again" })
}

fn chosen(shares: &[Share]) -> Vec<String> {
    let names = shares.iter().map(|share| share.section.clone());
    LEFT_OUT.with_borrow(|left| names.filter(|name| !left.contains(name)).collect())
}

fn letter() -> Dom<Letter> {
    let form: Element = by_id("outgoing-form")?;
    let mut letter = Letter::default();
    for field in find_all(&form, "[data-letter]")? {
        let value = value_of(&field).trim().to_owned();
        match field.get_attribute("data-letter").as_deref() {
            Some("document") => letter.document = value,
            Some("sender") => letter.sender = value,
            Some("section") => letter.section = value,
            Some("person") => letter.person = value,
            Some("extension") => letter.extension = value,
            Some("mail") => letter.mail = value,
            Some("subject") => letter.subject = value,
            _ => letter.request = value,
        }
    }
    Ok(letter)
}

/// Warns of a deadline on which nobody works, or that has passed.
fn deadline_note() -> Dom {
    let note: Element = by_id("outgoing-deadline-note")?;
    let Some(day) = deadline()? else {
        note.set_text_content(None);
        return Ok(());
    };
    let mut words = format!("{}（{}）", day.era(), day.weekday());
    if day <= clock::today() {
        words.push_str("は、もう過ぎているか今日です。");
    } else if let Some((_, name)) = day_off(day) {
        words = format!("{words}は{name}で、閉庁日です。");
    }
    if !holidays_known(day) {
        words = format!("{words}　祝日は{}年までしか分かりません。", known_until());
    }
    note.set_text_content(Some(&words));
    Ok(())
}

fn show() -> Dom {
    let rows: Element = by_id("outgoing-rows")?;
    clear(&rows);
    let shares = SHARES.with_borrow(Clone::clone);
    for share in &shares {
        let row = template("outgoing-share")?;
        let name = shown_name(&share.section);
        fill(&row, "name", name)?;
        fill(&row, "choose", &format!("{name}に照会する"))?;
        for (slot, count) in [("rows", share.rows), ("targets", share.targets), ("minutes", share.minutes)] {
            fill(&row, slot, &counted(count))?;
        }
        let field: HtmlInputElement = find(&row, "input")?;
        field.set_attribute("data-share", &share.section)?;
        field.set_checked(LEFT_OUT.with_borrow(|left| !left.contains(&share.section)));
        rows.append_child(&row)?;
    }
    let nobody: Element = by_id("outgoing-nobody")?;
    let without = shares.iter().find(|share| share.section.is_empty());
    reveal(&nobody, without.is_some())?;
    fill(&nobody, "rows", &counted(without.map_or(0, |share| share.rows)))?;
    reveal(&by_id("outgoing-none")?, shares.is_empty())?;
    reveal(&by_id("outgoing-shares")?, !shares.is_empty())?;
    total()
}

fn total() -> Dom {
    let shares = SHARES.with_borrow(Clone::clone);
    let names = chosen(&shares);
    let of = |count: fn(&Share) -> usize| {
        shares.iter().filter(|share| names.contains(&share.section)).map(count).sum::<usize>()
    };
    let (rows, targets) = (of(|share| share.rows), of(|share| share.targets));
    let sentence = format!("{}課に{}行（{}件）を照会します", counted(names.len()), counted(rows), counted(targets));
    by_id::<Element>("outgoing-total")?.set_text_content(Some(&sentence));
    by_id::<Element>("outgoing-make")?.set_attribute("aria-disabled", if rows == 0 { "true" } else { "false" })
}

/// A line of a list of choices.
fn option(select: &Element, value: &str) -> Dom {
    append(select, "option", shown_name(value))?.set_attribute("value", value)
}
