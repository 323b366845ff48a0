//! What goes out: the upper part of the screen 照会と回答. Which clauses, until when, with what words; what each section would
//! be asked; the books; what was sent.

mod making;
mod rounds;

use std::cell::RefCell;
use std::collections::BTreeSet;

use web_sys::{Element, Event, HtmlInputElement};

use crate::api::border::Compact;
use crate::api::inquiry::Prepare;
use crate::date::Date;
use crate::inquiry::deadline::{day_off, holidays_known, known_until};
use crate::inquiry::shown_name;
use crate::inquiry::{Asked, Letter, Order, Share};
use crate::page::announce::announce;
use crate::page::clock;
use crate::page::dom::{Dom, by_id, cleared, field, fill, find, find_all, focus, lay, on, on_within, reveal, set_text};
use crate::page::regulations::calls;
use crate::page::regulations::{has_results, state as desk};
use crate::page::{tabs, task};
use crate::review::State;
use crate::yen::notation::counted;

use super::state;

/// The screen's own address.
const ADDRESS: &str = "regulations-inquiries";

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
    on(&form, "change", |_: &Event| deadline_note().map(|()| renew()));
    on_within(&by_id("outgoing-rows")?, "change", "[data-share]", |_: &Event, field| {
        let section = field.get_attribute("data-share").unwrap_or_default();
        let chosen = field::is_checked(field);
        LEFT_OUT.with_borrow_mut(|left| if chosen { left.remove(&section) } else { left.insert(section) });
        total()
    });
    tabs::on_address(renew);
    desk::overview().watch(|_| renew())?;
    state::store().watch(|work| {
        let again: Element = find(&by_id("outgoing-what")?, "[value=\"again\"]")?;
        again.toggle_attribute_with_force("disabled", work.sent_rounds().next().is_none())?;
        rounds::show(work)
    })
}

fn renew() {
    if tabs::is_at(ADDRESS) && has_results() {
        task::begin(prepare());
    }
}

async fn prepare() -> Dom {
    let prepare = Prepare { order: Order { sections: Vec::new(), ..order()? }, shown_only: shown_only()? };
    let Compact(shares) = calls::ask(&prepare).await?;
    SHARES.set(shares);
    show()
}

/// Sets the form to 再照会 of what is left, of one section or of all, and leads there.
pub fn again(only: Option<String>) {
    task::begin(async {
        field::set("outgoing-what", "again")?;
        field::set_checked("outgoing-shown", false)?;
        LEFT_OUT.take();
        prepare().await?;
        if let Some(only) = only {
            LEFT_OUT.set(SHARES.with_borrow(|shares| {
                let names = shares.iter().map(|share| &share.section);
                names.filter(|name| **name != only).cloned().collect()
            }));
            show()?;
        }
        let total = by_id::<Element>("outgoing-total")?.text_content().unwrap_or_default();
        announce(&format!("再照会：{total}。期限を入れて「照会票を作る」を押してください。"))?;
        focus(&by_id("outgoing-title")?)
    });
}

/// The sections that a round asked.
fn sections(round: &Asked) -> BTreeSet<&str> {
    round.items.iter().map(|item| item.section.as_str()).collect()
}

fn shown_only() -> Dom<bool> {
    field::checked("outgoing-shown")
}

fn deadline() -> Dom<Option<Date>> {
    Ok(field::value("outgoing-deadline")?.parse().ok())
}

/// What the form asks for.
fn order() -> Dom<Order> {
    let what = field::value("outgoing-what")?;
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
        let value = field::value_of(&field).trim().to_owned();
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
    let rows = cleared("outgoing-rows")?;
    let shares = SHARES.with_borrow(Clone::clone);
    for share in &shares {
        let row = lay("outgoing-share", &rows)?;
        let name = shown_name(&share.section);
        fill(&row, "name", name)?;
        fill(&row, "choose", &format!("{name}に照会する"))?;
        for (slot, count) in [("rows", share.rows), ("targets", share.targets), ("minutes", share.minutes)] {
            fill(&row, slot, &counted(count))?;
        }
        let field: HtmlInputElement = find(&row, "input")?;
        field.set_attribute("data-share", &share.section)?;
        field.set_checked(LEFT_OUT.with_borrow(|left| !left.contains(&share.section)));
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
    set_text("outgoing-total", &sentence)?;
    by_id::<Element>("outgoing-make")?.set_attribute("aria-disabled", if rows == 0 { "true" } else { "false" })
}
