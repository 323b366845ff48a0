//! The head of a report: town, date in both calendars, version, conditions.

use web_sys::Element;

use crate::page::dom::{Dom, fill, template};
use crate::page::{about, clock, town};

/// The cover for a report with this title.
pub fn cover(title: &str) -> Dom<Element> {
    let cover = template("report-cover")?;
    fill(&cover, "title", title)?;
    let (name, origin) = town::store().with(|store| store.read(|town| (town.name(), town.origin())));
    fill(&cover, "town", name.as_deref().unwrap_or("団体未選択"))?;
    fill(&cover, "date", &clock::today().western_and_era())?;
    fill(&cover, "version", &about::edition()?)?;
    let conditions = if name.is_some() { origin } else { "自治体も人口も選ばれていません".to_owned() };
    fill(&cover, "conditions", &conditions)?;
    Ok(cover)
}
