//! 人口の時点による違い: the same town at each day of the table.

use gloo::utils::document;
use web_sys::Element;

use crate::municipality::Municipality;
use crate::page::dom::{Dom, append, by_id, clear, template};
use crate::page::town;
use crate::subsidy::{Ceiling, DatedCeiling, Programme, by_date, programmes};
use crate::yen::notation::{people, yen};

/// Follows the town.
pub fn open() -> Dom {
    town::store().with(|store| store.watch(|town| show(town.municipality)))
}

fn show(municipality: Option<&'static Municipality>) -> Dom {
    let place: Element = by_id("ceiling-dates")?;
    clear(&place);
    match municipality {
        Some(municipality) => fill(&place, municipality),
        None => append(&place, "p", "自治体を選ぶと、人口の時点ごとの上限額を比べます。").map(|_| ()),
    }
}

/// The crossings of bands in words, then the table.
pub fn fill(place: &Element, municipality: &'static Municipality) -> Dom {
    let dated: Vec<(&'static Programme, Vec<DatedCeiling>)> = programmes(None)
        .into_iter()
        .filter(|programme| programme.formula().is_some())
        .map(|programme| (programme, by_date(programme, municipality)))
        .collect();
    for (programme, ceilings) in &dated {
        for crossing in ceilings.iter().filter_map(|dated| dated.crossing.as_ref()) {
            let note = append(place, "p", &format!("{}：{}", programme.short_name, crossing.sentence))?;
            note.set_class_name("notice notice-warning");
        }
    }
    place.append_child(&*table(municipality, &dated)?)?;
    Ok(())
}

fn table(municipality: &Municipality, dated: &[(&'static Programme, Vec<DatedCeiling>)]) -> Dom<Element> {
    let scroll = template("plain-table")?;
    let part = |selector: &str| crate::page::dom::find::<Element>(&scroll, selector);
    part("caption")?.set_text_content(Some(&format!("{}の人口と上限額", municipality.full_name())));
    let head = part("thead tr")?;
    let headers = ["人口の時点", "人口"].map(str::to_owned).into_iter().chain(dated.iter().map(heading));
    for header in headers {
        append(&head, "th", &header)?.set_attribute("scope", "col")?;
    }
    let body = part("tbody")?;
    for (index, (date, population)) in municipality.populations().enumerate() {
        let row = document().create_element("tr")?;
        append(&row, "th", &date.western_and_era())?.set_attribute("scope", "row")?;
        append(&row, "td", &people(population))?.set_class_name("number");
        for (_, ceilings) in dated {
            let amount = ceilings.get(index).and_then(|dated| Ceiling::amount(&dated.ceiling));
            let text = amount.map_or_else(|| "算式なし".to_owned(), yen);
            append(&row, "td", &text)?.set_class_name("number");
        }
        body.append_child(&row)?;
    }
    Ok(scroll)
}

fn heading((programme, _): &(&'static Programme, Vec<DatedCeiling>)) -> String {
    format!("{}の上限額", programme.short_name)
}
