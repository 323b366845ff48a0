//! The head of a report: town, date in both calendars, version, conditions.

use web_sys::{Element, HtmlInputElement};

use crate::page::dom::{Dom, by_id, fill, template};
use crate::page::{about, clock, town};

/// The cover for a report with this title.
pub fn cover(title: &str) -> Dom<Element> {
    let cover = template("report-cover")?;
    fill(&cover, "title", title)?;
    let (name, origin) = town::store().read(|town| (town.name(), town.origin()));
    fill(&cover, "town", name.as_deref().unwrap_or("団体未選択"))?;
    fill(&cover, "date", &clock::today().western_and_era())?;
    fill(&cover, "version", &about::edition()?)?;
    // Other populations, of several towns, are told under their own table.
    let conditions = if name.is_some() {
        format!("選んだ自治体は{origin}")
    } else {
        "自治体は選ばれていません".to_owned()
    };
    fill(&cover, "conditions", &conditions)?;
    let typed = |id: &str| by_id::<HtmlInputElement>(id).map(|field| field.value().trim().to_owned());
    let to = typed("report-to")?;
    fill(&cover, "to", &if to.is_empty() { to } else { format!("{to}　様") })?;
    let from = [typed("report-section")?, typed("report-name")?].join("　");
    fill(&cover, "from", from.trim())?;
    Ok(cover)
}
