//! Undo and redo: buttons, and the keys that every program has.

use web_sys::{Element, Event, KeyboardEvent};

use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, on};

use super::desk::Desk;
use super::{change, store};

/// Opens the buttons and the keys.
pub fn open() -> Dom {
    on(&by_id::<Element>("procedures-undo")?, "click", |_: &Event| undo());
    on(&by_id::<Element>("procedures-redo")?, "click", |_: &Event| redo());
    on(&by_id::<Element>("procedures")?, "keydown", |event: &KeyboardEvent| {
        let typing = event.target().is_some_and(|target| {
            use wasm_bindgen::JsCast as _;
            target
                .dyn_ref::<Element>()
                .is_some_and(|element| ["TEXTAREA", "INPUT"].contains(&element.tag_name().as_str()))
        });
        if typing || !(event.ctrl_key() || event.meta_key()) {
            return Ok(());
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => {
                event.prevent_default();
                undo()
            }
            ("y", _) | ("z", true) => {
                event.prevent_default();
                redo()
            }
            _ => Ok(()),
        }
    });
    store().with(|store| store.watch(show))
}

fn undo() -> Dom {
    let mut undone = None;
    change(|desk| undone = desk.undo());
    undone.map_or(Ok(()), |what| announce(&format!("{what}を元に戻しました。")))
}

fn redo() -> Dom {
    let mut redone = None;
    change(|desk| redone = desk.redo());
    redone.map_or(Ok(()), |what| announce(&format!("{what}をやり直しました。")))
}

fn show(desk: &Desk) -> Dom {
    button("procedures-undo", "元に戻す", desk.undoable())?;
    button("procedures-redo", "やり直す", desk.redoable())
}

/// A button that stays where it is and can be focused while there is nothing to do.
fn button(id: &str, label: &str, what: Option<&str>) -> Dom {
    let button: Element = by_id(id)?;
    button.set_attribute("aria-disabled", if what.is_some() { "false" } else { "true" })?;
    button.set_text_content(Some(&what.map_or_else(|| label.to_owned(), |what| format!("{label}（{what}）"))));
    Ok(())
}
