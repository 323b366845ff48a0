//! Adding and taking out towns: by name, by group, all at once; and undo.

use web_sys::{Element, Event};

use crate::page::dom::{Dom, append, by_id, on, on_within};
use crate::page::town::Combobox;
use crate::subsidy::groups;

use super::{Member, Several, store};

/// Opens the fields and buttons.
pub fn open() -> Dom {
    let chosen = |chosen: Option<_>| change(|several| several.add(chosen.map(Member::Chosen)));
    Combobox::open("several", chosen, || None)?;
    let place: Element = by_id("several-groups")?;
    for (index, group) in groups().iter().enumerate() {
        let button = append(&place, "button", &format!("{}を加える", group.name))?;
        button.set_class_name("button-second");
        button.set_attribute("type", "button")?;
        button.set_attribute("data-group", &index.to_string())?;
    }
    on_within(&place, "click", "[data-group]", |_: &Event, button| {
        let index = button.get_attribute("data-group").and_then(|index| index.parse::<usize>().ok());
        if let Some(group) = index.and_then(|index| groups().get(index)) {
            change(|several| several.add(group.municipalities().into_iter().map(Member::Chosen)));
        }
        Ok(())
    });
    act("several-clear", Several::clear)?;
    act("several-undo", Several::undo)
}

fn act(id: &str, action: fn(&mut Several)) -> Dom {
    on(&by_id::<Element>(id)?, "click", move |_: &Event| {
        change(action);
        Ok(())
    });
    Ok(())
}

fn change(change: impl FnOnce(&mut Several)) {
    store().with(|store| store.change(change));
}
