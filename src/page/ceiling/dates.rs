//! 人口の時点による違い: the same town at each day of the table.

use web_sys::Element;

use crate::municipality::Municipality;
use crate::page::dom::{Dom, append, cleared, styled, table};
use crate::page::town;
use crate::subsidy::{Ceiling, DatedCeiling, Programme, by_date, programmes};
use crate::yen::notation::{people, yen};

/// Follows the town.
pub fn open() -> Dom {
    town::store().watch(|town| show(town.municipality))
}

fn show(municipality: Option<&'static Municipality>) -> Dom {
    let place = cleared("ceiling-dates")?;
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
            let sentence = format!("{}：{}", programme.short_name, crossing.sentence);
            styled(place, "p", "notice notice-warning", &sentence)?;
        }
    }
    amounts(place, municipality, &dated)
}

fn amounts(place: &Element, municipality: &Municipality, dated: &[(&'static Programme, Vec<DatedCeiling>)]) -> Dom {
    let heads = ["人口の時点", "人口"].map(str::to_owned).into_iter().chain(dated.iter().map(heading));
    let caption = format!("{}の人口と上限額", municipality.full_name());
    let body = table::below(place, &caption, &heads.collect::<Vec<String>>())?;
    for (index, (date, population)) in municipality.populations().enumerate() {
        let row = table::line(&body, &date.western_and_era())?;
        table::number(&row, &people(population))?;
        for (_, ceilings) in dated {
            let amount = ceilings.get(index).and_then(|dated| Ceiling::amount(&dated.ceiling));
            let text = amount.map_or_else(|| "算式なし".to_owned(), yen);
            table::number(&row, &text)?;
        }
    }
    Ok(())
}

fn heading((programme, _): &(&'static Programme, Vec<DatedCeiling>)) -> String {
    format!("{}の上限額", programme.short_name)
}
