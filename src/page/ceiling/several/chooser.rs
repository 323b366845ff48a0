//! Adding and taking out towns: by name, by group, all at once; and undo.

use web_sys::{Element, HtmlSelectElement};

use crate::municipality::prefectures;
use crate::page::dom::{Dom, button, by_id, field, on_pick, on_press};
use crate::page::town::Combobox;
use crate::subsidy::groups;

use super::{Member, Several, store};

/// Opens the fields and buttons.
pub fn open() -> Dom {
    let chosen = |chosen: Option<_>| store().change(|several| several.add(chosen.map(Member::Chosen)));
    Combobox::open("several", chosen, || None)?;
    let place: Element = by_id("several-groups")?;
    for (index, group) in groups().iter().enumerate() {
        let towns: Vec<&str> = group.municipalities().iter().map(|town| town.name).collect();
        let attributes = [("title", group.name), ("data-group", &index.to_string())];
        button(&place, "button-second", &format!("{}を加える", towns.join("・")), &attributes)?;
    }
    on_pick("several-groups", "data-group", |index: usize| {
        if let Some(group) = groups().get(index) {
            store().change(|several| several.add(group.municipalities().into_iter().map(Member::Chosen)));
        }
    })?;
    by_prefecture()?;
    on_press("several-clear", || store().change(Several::clear))?;
    on_press("several-undo", || store().change(Several::undo))
}

/// All towns of a prefecture in one act, to be taken back in one.
fn by_prefecture() -> Dom {
    let select: HtmlSelectElement = by_id("several-prefecture")?;
    for (index, towns) in prefectures().enumerate() {
        let name = towns.first().map_or("", |town| town.prefecture);
        field::option(&select, &index.to_string(), &format!("{name}（{}団体）", towns.len()))?;
    }
    on_press("several-add-prefecture", move || {
        let towns = select.value().parse::<usize>().ok().and_then(|index| prefectures().nth(index));
        if let Some(towns) = towns {
            store().change(|several| several.add(towns.iter().map(Member::Chosen)));
        }
    })
}
