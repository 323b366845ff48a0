//! Undo and redo: buttons, and the keys that every program has.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, flag, on, on_press};

use super::desk::Desk;
use super::{change, store};

/// Opens the buttons and the keys.
pub fn open() -> Dom {
    on_press("procedures-undo", undo)?;
    on_press("procedures-redo", redo)?;
    on(&by_id::<Element>("procedures")?, "keydown", |event: &KeyboardEvent| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let typing = element.is_some_and(|element| ["TEXTAREA", "INPUT"].contains(&element.tag_name().as_str()));
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
    store().watch(show)
}

fn undo() -> Dom {
    change(Desk::undo).map_or(Ok(()), |what| announce(&format!("{what}を元に戻しました。")))
}

fn redo() -> Dom {
    change(Desk::redo).map_or(Ok(()), |what| announce(&format!("{what}をやり直しました。")))
}

fn show(desk: &Desk) -> Dom {
    button("procedures-undo", "元に戻す", desk.undoable())?;
    button("procedures-redo", "やり直す", desk.redoable())
}

/// A button that stays where it is and can be focused while there is nothing to do.
fn button(id: &str, label: &str, what: Option<&str>) -> Dom {
    let button: Element = by_id(id)?;
    flag(&button, "aria-disabled", what.is_none())?;
    button.set_text_content(Some(&what.map_or_else(|| label.to_owned(), |what| format!("{label}（{what}）"))));
    Ok(())
}
