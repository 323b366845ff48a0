//! The table of ordinances: what is typed, chosen and set.

use std::cell::RefCell;
use std::collections::BTreeSet;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, HtmlInputElement, KeyboardEvent};

use crate::api::inquiry::DepartmentsView;
use crate::inquiry::assignment::Ordinance;
use crate::page::announce::announce;
use crate::page::dom::{
    Dom, by_id, clear, field, fill, find, find_all, flag, focus, on_own, on_submit, on_within, say, template,
};
use crate::page::inquiry::state;
use crate::page::regulations::shown_title;
use crate::review::{Scope, normalised};
use crate::yen::notation::counted;

use super::{lists, show as show_all, view};

/// Rows that are drawn; further ones are found by words.
const MOST: usize = 1_000;

thread_local! {
    /// The titles that are drawn, in their order.
    static DRAWN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    /// The titles that are chosen.
    static CHOSEN: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Listens to the table and to the fields above it.
pub fn open() -> Dom {
    let rows: Element = by_id("departments-rows")?;
    on_within(&rows, "change", "[data-section]", |_: &Event, field| {
        title_of(field).map(|title| set(title.as_slice(), &field::value_of(field)))
    });
    on_within(&rows, "keydown", "[data-section]", |event: &KeyboardEvent, field| {
        if event.key() != "Enter" || event.is_composing() {
            return Ok(());
        }
        event.prevent_default();
        // Leaving the field takes what was typed over.
        step(field, event.shift_key())
    });
    on_within(&rows, "paste", "[data-section]", |event: &ClipboardEvent, field| paste(event, field));
    on_within(&rows, "change", "[data-choose]", |_: &Event, field| {
        if let Some(title) = title_of(field)? {
            choose(&title, field::is_checked(field));
        }
        count_chosen()
    });
    on_own("departments-all", "change", |all: &HtmlInputElement| {
        DRAWN.with_borrow(|drawn| drawn.iter().for_each(|title| choose(title, all.checked())));
        show_all()
    })?;
    on_own("departments-words", "input", |_: &Element| show_all())?;
    on_own("departments-open", "change", |_: &Element| show_all())?;
    on_submit("departments-bulk", set_chosen)
}

/// Draws the rows that the fields ask for; rows that stay keep the focus and what is being typed.
pub fn show(view: &DepartmentsView) -> Dom {
    let words = normalised(&field::value("departments-words")?);
    let open_only = field::checked("departments-open")?;
    let wanted = |ordinance: &&Ordinance| {
        let found = normalised(&ordinance.title).contains(&words) || normalised(&ordinance.section).contains(&words);
        // What is being typed in stays in sight.
        (words.is_empty() || found) && (!open_only || ordinance.section.is_empty())
    };
    let shown: Vec<&Ordinance> = view.ordinances.iter().filter(wanted).collect();
    let rest = shown.len().saturating_sub(MOST);
    let note = format!("ほか{rest}例規があります。上の欄で探してください。");
    say(&by_id("departments-rest")?, rest > 0, &note)?;
    let titles: Vec<String> = shown.iter().take(MOST).map(|ordinance| ordinance.title.clone()).collect();
    let place: Element = by_id("departments-rows")?;
    if DRAWN.with_borrow(|drawn| *drawn != titles) {
        clear(&place);
        for ordinance in shown.iter().take(MOST) {
            let row = row(ordinance)?;
            place.append_child(&row)?;
        }
        DRAWN.set(titles);
    }
    for (row, ordinance) in find_all(&place, "tr")?.iter().zip(shown) {
        refresh(row, ordinance)?;
    }
    count_chosen()
}

fn row(ordinance: &Ordinance) -> Dom<Element> {
    let row = template("department-row")?;
    let title = shown_title(&ordinance.title);
    fill(&row, "title", title)?;
    fill(&row, "choose", &format!("{title}を選ぶ"))?;
    fill(&row, "kind", &ordinance.kind)?;
    find::<Element>(&row, "[data-section]")?.set_attribute("aria-label", &format!("{title}の所管課"))?;
    Ok(row)
}

fn refresh(row: &Element, ordinance: &Ordinance) -> Dom {
    fill(row, "candidates", &counted(ordinance.candidates))?;
    fill(row, "undecided", &counted(ordinance.undecided))?;
    let chosen = CHOSEN.with_borrow(|chosen| chosen.contains(&ordinance.title));
    find::<HtmlInputElement>(row, "[data-choose]")?.set_checked(chosen);
    let field: HtmlInputElement = find(row, "[data-section]")?;
    if !field::has_focus(&field) || field.value().is_empty() {
        field.set_value(&ordinance.section);
    }
    Ok(())
}

fn title_of(field: &Element) -> Dom<Option<String>> {
    let Some(row) = field.closest("tr")? else { return Ok(None) };
    let rows = find_all(&by_id("departments-rows")?, "tr")?;
    let place = rows.iter().position(|other| *other == row);
    Ok(place.and_then(|place| DRAWN.with_borrow(|drawn| drawn.get(place).cloned())))
}

/// Sets the 所管課 of ordinances as one step.
fn set(titles: &[String], section: &str) {
    state::change(Scope::Departments, |work| titles.iter().for_each(|title| work.assign(title, section)));
}

fn choose(title: &str, chosen: bool) {
    CHOSEN.with_borrow_mut(|all| {
        if chosen {
            all.insert(title.to_owned());
        } else {
            all.remove(title);
        }
    });
}

/// Of what was chosen, what is still on the desk.
fn chosen() -> Vec<String> {
    let view = view();
    let here = view.ordinances.iter().map(|ordinance| &ordinance.title);
    CHOSEN.with_borrow(|chosen| here.filter(|title| chosen.contains(*title)).cloned().collect())
}

fn count_chosen() -> Dom {
    let count = chosen().len();
    let button: Element = by_id("departments-apply")?;
    button.set_text_content(Some(&format!("選んだ{count}件に入れる")));
    flag(&button, "aria-disabled", count == 0)
}

fn set_chosen() -> Dom {
    let titles = chosen();
    let field: HtmlInputElement = by_id("departments-set")?;
    let section = field.value();
    if titles.is_empty() {
        return announce("例規を選んでから入れてください。");
    }
    set(&titles, &section);
    CHOSEN.with_borrow_mut(BTreeSet::clear);
    field::set_checked("departments-all", false)?;
    let count = titles.len();
    let section = section.trim();
    announce(&if section.is_empty() {
        format!("{count}例規の所管課を外しました。「元に戻す」で戻せます。")
    } else {
        format!("{count}例規の所管課を{section}にしました。「元に戻す」で戻せます。")
    })
}

/// Goes to the field below or above.
fn step(field: &Element, up: bool) -> Dom {
    let fields = find_all(&by_id("departments-rows")?, "[data-section]")?;
    let Some(at) = fields.iter().position(|other| other == field) else { return Ok(()) };
    let to = if up { at.checked_sub(1) } else { Some(at + 1) };
    match to.and_then(|to| fields.get(to)) {
        Some(next) => {
            focus(next)?;
            next.unchecked_ref::<HtmlInputElement>().select();
            Ok(())
        }
        None => focus(&by_id("departments-words")?),
    }
}

/// Several lines that are pasted: one column fills down from here, two are a list.
fn paste(event: &ClipboardEvent, field: &Element) -> Dom {
    let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    if text.contains('\t') {
        event.prevent_default();
        lists::take_text(text);
        return Ok(());
    }
    if lines.len() < 2 {
        return Ok(());
    }
    event.prevent_default();
    let Some(first) = title_of(field)? else { return Ok(()) };
    let titles: Vec<String> = DRAWN
        .with_borrow(|drawn| drawn.iter().skip_while(|title| **title != first).take(lines.len()).cloned().collect());
    let count = titles.len();
    state::change(Scope::Departments, |work| {
        titles.iter().zip(&lines).for_each(|(title, section)| work.assign(title, section));
    });
    announce(&format!("{count}例規の所管課を貼り付けました。「元に戻す」でまとめて戻せます。"))
}
