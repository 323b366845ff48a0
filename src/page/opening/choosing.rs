//! The officer's choices on the cards: character set, sheets, header row, columns, removing.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, data, field, focus, on_press, on_press_within, on_within};
use crate::reading::charset::Charset;
use crate::reading::table::Role;
use crate::reading::{FileChoice, SheetChoice, SheetView};

use super::sheet::ROLES;
use super::state::{OpenedFile, store};
use super::{cards, looking};

/// Listens to the cards.
pub fn open() -> Dom {
    on_within(&by_id("opening-cards")?, "change", "select, input", |_: &Event, field| {
        let Some(card) = field.closest(".opening-card")? else { return Ok(()) };
        let sheet = field.closest("[data-sheet]")?.and_then(|part| data(&part, "data-sheet"));
        let id = cards::number(&card);
        store().change(|opening| opening.change(id, |entry| choose(entry, field, sheet)));
        looking::again(id);
        Ok(())
    });
    on_press_within("opening-cards", "[data-remove]", |button| {
        let Some(card) = button.closest(".opening-card")? else { return Ok(()) };
        remove(cards::number(&card))
    })?;
    on_press("opening-undo", || {
        store().change(super::state::Opening::undo);
        looking::go_on();
        focus(&by_id("opening-read")?)
    })
}

fn remove(id: u32) -> Dom {
    store().change(|opening| opening.remove(id));
    announce("ファイルを取り除きました。「元に戻す」で戻せます。")?;
    focus(&by_id("opening-undo")?)
}

/// Takes over what a field says now.
fn choose(entry: &mut OpenedFile, field: &Element, sheet: Option<usize>) {
    let kind = field.get_attribute("data-choice").unwrap_or_default();
    let value = field::value_of(field);
    match (kind.as_str(), sheet) {
        ("charset", _) => {
            let index =
                field.dyn_ref::<HtmlSelectElement>().and_then(|select| usize::try_from(select.selected_index()).ok());
            entry.choice.charset = index.and_then(|index| Charset::ALL.get(index).copied());
        }
        ("form", _) => entry.choice.as_table = Some(value == "table"),
        (kind, Some(sheet)) => {
            let Some(view) = entry.inspection().and_then(|seen| seen.sheets.get(sheet)).cloned() else { return };
            of_sheet(&mut entry.choice, &view, |choice| match kind {
                "use" => choice.used = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::checked),
                "header" => {
                    choice.header_row = value.parse().ok();
                    choice.columns = None;
                }
                "role" => choice.columns = Some(with_role(&view, field, &value)),
                _ => {}
            });
        }
        _ => {}
    }
}

/// Changes the choice for a sheet, made when it is the first. The header stays where the officer saw it.
fn of_sheet(choice: &mut FileChoice, view: &SheetView, change: impl FnOnce(&mut SheetChoice)) {
    let known = choice.sheets.iter().position(|sheet| sheet.sheet == view.name);
    let mut sheet = known.map_or_else(
        || SheetChoice {
            sheet: view.name.clone(),
            header_row: Some(view.header.row.unwrap_or(0)),
            ..SheetChoice::default()
        },
        |place| choice.sheets.swap_remove(place),
    );
    change(&mut sheet);
    choice.sheets.push(sheet);
}

/// The columns with another role for one of them; a role stands over one column only.
fn with_role(view: &SheetView, field: &Element, value: &str) -> Vec<Role> {
    let column = data(field, "data-column");
    let role = value.parse::<usize>().ok().and_then(|place| ROLES.get(place).copied()).unwrap_or_default();
    let with = |(place, had): (usize, &Role)| match (Some(place) == column, *had == role) {
        (true, _) => role,
        (false, true) => Role::Other,
        (false, false) => *had,
    };
    view.header.columns.iter().enumerate().map(with).collect()
}
