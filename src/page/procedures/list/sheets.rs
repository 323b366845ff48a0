//! How the list was read: sheets and columns with a preview, both to be changed.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

use crate::page::dom::{
    Dom, by_id, cleared, data, field, fill, find, find_all, focus, on_within, reveal, set_text, template,
};
use crate::page::{messages, notes};
use crate::procedures::kept::{Change, KeptSheet};
use crate::procedures::layout::{ColumnPreview, Use};
use crate::reading::charset::Charset;
use crate::reading::table::column_letters;

use super::super::desk::Desk;
use super::super::{read, store};

/// The uses of a column with their identifiers, in the order of the page.
const USES: [(Use, &str, &str); 7] = [
    (Use::Unused, "unused", "使わない"),
    (Use::Name, "name", "手続の名称"),
    (Use::State, "state", "公開状況"),
    (Use::Connection, "connection", "接続"),
    (Use::Context, "context", "分野・制度"),
    (Use::System, "system", "システム・受付方法"),
    (Use::Department, "department", "所管課"),
];

/// Follows the desk and listens to the choices.
pub fn open() -> Dom {
    let place: Element = by_id("procedures-sheets")?;
    on_within(&place, "change", "[data-column]", |_: &Event, select| {
        let value = field::value_of(select);
        let used = USES.iter().find(|(_, id, _)| *id == value).map_or(Use::Unused, |(used, ..)| *used);
        let column = data::<usize>(select, "data-column");
        again(select, |sheet| {
            if let Some(slot) = column.and_then(|column| sheet.layout.columns.get_mut(column)) {
                *slot = used;
            }
        })
    });
    on_within(&place, "change", "[data-used]", |_: &Event, input| {
        let used = field::is_checked(input);
        again(input, |sheet| sheet.used = used)
    });
    on_within(&place, "change", "[data-header]", |_: &Event, select| {
        let value = field::value_of(select);
        again(select, |sheet| sheet.layout.header = value.parse().ok())
    });
    on_within(&place, "change", "[data-charset]", |_: &Event, select| {
        let place = select.dyn_ref::<HtmlSelectElement>().map_or(-1, HtmlSelectElement::selected_index);
        if let Some(charset) = usize::try_from(place).ok().and_then(|place| Charset::ALL.get(place)) {
            super::open_as(*charset);
        }
    });
    store().watch(show)
}

/// Changes the sheet that a control belongs to and reads the list again; the control keeps the focus by its label.
fn again(control: &Element, change: impl FnOnce(&mut Change)) -> Dom {
    let index = control.closest("[data-sheet]")?.as_ref().and_then(|sheet| data::<usize>(sheet, "data-sheet"));
    let list = read(|desk| desk.work().list.clone());
    let (Some(list), Some(index)) = (list, index) else { return Ok(()) };
    let Some(sheet) = list.sheets.get(index) else { return Ok(()) };
    let mut changed = Change { sheet: index, used: sheet.used, layout: sheet.layout.clone() };
    change(&mut changed);
    let label = control.get_attribute("aria-label");
    super::read_again(&list, changed)?;
    let all = find_all(&by_id("procedures-sheets")?, "select, input")?;
    let same = all.iter().find(|other| label.is_some() && other.get_attribute("aria-label") == label);
    same.map_or(Ok(()), focus)
}

fn show(desk: &Desk) -> Dom {
    let list = desk.work().list.as_ref();
    reveal(&by_id("procedures-opened")?, list.is_some())?;
    reveal(&by_id("procedures-layout")?, list.is_some())?;
    let (notes, place) = (cleared("procedures-notes")?, cleared("procedures-sheets")?);
    let Some(list) = list else { return Ok(()) };
    let names = desk.entries().len();
    set_text("procedures-opened-name", &format!("「{}」から{names}件の名称を読み取りました。", list.name))?;
    notes::within_card(&notes, &list.notes, messages::list::sentence)?;
    if let Some(charset) = list.charset.filter(|_| super::can_be_opened_again(&list.name)) {
        place.append_child(&*charsets(charset)?)?;
    }
    for (index, sheet) in list.sheets.iter().enumerate() {
        place.append_child(&*sheet_view(index, sheet, list.sheets.len() > 1)?)?;
    }
    Ok(())
}

fn charsets(chosen: Charset) -> Dom<Element> {
    let view = template("list-charset")?;
    let select: HtmlSelectElement = find(&view, "select")?;
    for charset in Charset::ALL {
        let name = messages::reading::charset(charset);
        field::choice(&select, name, name, charset == chosen)?;
    }
    Ok(view)
}

fn sheet_view(index: usize, opened: &KeptSheet, several: bool) -> Dom<Element> {
    let view = template("list-sheet")?;
    view.set_attribute("data-sheet", &index.to_string())?;
    let name = opened.name.as_deref().unwrap_or("一覧");
    fill(&view, "name", &format!("「{name}」を読む"))?;
    let used: HtmlInputElement = find(&view, "[data-used]")?;
    used.set_checked(opened.used);
    used.set_attribute("aria-label", &format!("シート「{name}」を読む"))?;
    reveal(&find::<Element>(&view, "[data-slot=choice]")?, several)?;
    let layout: Element = find(&view, "[data-slot=layout]")?;
    reveal(&layout, opened.used)?;
    if opened.used {
        header(&view, opened, name)?;
        let columns: Element = find(&view, "[data-slot=columns]")?;
        for (column, preview) in opened.columns.iter().enumerate() {
            columns.append_child(&*column_view(column, preview, name)?)?;
        }
    }
    Ok(view)
}

fn header(view: &Element, opened: &KeptSheet, name: &str) -> Dom {
    let select: HtmlSelectElement = find(view, "[data-header]")?;
    select.set_attribute("aria-label", &format!("「{name}」の見出しの行"))?;
    field::choice(&select, "", "見出しなし", opened.layout.header.is_none())?;
    for (row, shown) in &opened.headers {
        field::choice(&select, &row.to_string(), &format!("{row}行目 {shown}"), opened.layout.header == Some(*row))?;
    }
    Ok(())
}

fn column_view(column: usize, preview: &ColumnPreview, sheet: &str) -> Dom<Element> {
    let view = template("list-column")?;
    let letter = column_letters(column);
    let title =
        if preview.header.is_empty() { format!("{letter}列") } else { format!("{letter}列「{}」", preview.header) };
    fill(&view, "title", &title)?;
    fill(&view, "cells", &preview.cells.join("、"))?;
    let select: HtmlSelectElement = find(&view, "select")?;
    select.set_attribute("data-column", &column.to_string())?;
    select.set_attribute("aria-label", &format!("「{sheet}」{title}の使い方"))?;
    for (used, id, name) in USES {
        field::choice(&select, id, name, used == preview.used)?;
    }
    Ok(view)
}
