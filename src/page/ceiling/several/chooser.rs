//! Adding and taking out towns: by name, by group, all at once; and undo.

use web_sys::{Element, Event, HtmlSelectElement};

use crate::municipality::prefectures;
use crate::page::dom::{Dom, append, by_id, element, on, on_within};
use crate::page::town::Combobox;
use crate::subsidy::groups;

use super::{Member, Several, store};

/// Opens the fields and buttons.
pub fn open() -> Dom {
    let chosen = |chosen: Option<_>| change(|several| several.add(chosen.map(Member::Chosen)));
    Combobox::open("several", chosen, || None)?;
    let place: Element = by_id("several-groups")?;
    for (index, group) in groups().iter().enumerate() {
        let towns: Vec<&str> = group.municipalities().iter().map(|town| town.name).collect();
        let button = append(&place, "button", &format!("{}を加える", towns.join("・")))?;
        button.set_attribute("title", group.name)?;
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
    by_prefecture()?;
    act("several-clear", Several::clear)?;
    act("several-undo", Several::undo)
}

/// All towns of a prefecture in one act, to be taken back in one.
fn by_prefecture() -> Dom {
    let select: HtmlSelectElement = by_id("several-prefecture")?;
    for (index, towns) in prefectures().enumerate() {
        let name = towns.first().map_or("", |town| town.prefecture);
        let option = element("option", &format!("{name}（{}団体）", towns.len()))?;
        option.set_attribute("value", &index.to_string())?;
        select.append_child(&option)?;
    }
    on(&by_id::<Element>("several-add-prefecture")?, "click", move |_: &Event| {
        let towns = select.value().parse::<usize>().ok().and_then(|index| prefectures().nth(index));
        if let Some(towns) = towns {
            change(|several| several.add(towns.iter().map(Member::Chosen)));
        }
        Ok(())
    });
    Ok(())
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
