//! Automatic numbers of DOCX lists: 「第%1条」 in kanji or digits, (1), イ and their like, counted as Word counts.
//!
//! Lists that share a pattern count on together; an override of the start begins anew where its list is first used; a
//! deeper level begins anew behind a higher one unless it says otherwise.

mod written;

use std::collections::{BTreeMap, BTreeSet};

use super::PASSED_OVER_IN_NUMBERING;
use crate::reading::limits::Limits;
use crate::reading::note::Reason;
use crate::reading::xml::{Element, Step, Xml};
use written::written;

/// Levels of a list (ECMA-376 part 1, 17.9.6).
const LEVELS: usize = 9;

#[derive(Debug, Clone, Default)]
struct Level {
    start: Option<u32>,
    format: String,
    text: String,
    /// Level (1-based) behind which it begins anew; 0 for never, `None` for each higher one.
    restart: Option<usize>,
    /// Numbers of higher levels in its label are written in digits.
    legal: bool,
    /// Style whose paragraphs stand on this level.
    style: Option<String>,
}

#[derive(Debug, Default)]
struct Pattern {
    levels: BTreeMap<usize, Level>,
    /// The style of lists whose pattern is used instead.
    link: Option<String>,
    /// The style of lists that this is the pattern of.
    defines: Option<String>,
}

#[derive(Debug, Default)]
struct List {
    pattern: String,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// The lists of a document and how far each pattern has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    patterns: BTreeMap<String, Pattern>,
    lists: BTreeMap<String, List>,
    /// Numbers reached by pattern, `None` for a level that begins anew.
    counters: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// Lists and levels whose own start was used.
    started: BTreeSet<(String, usize)>,
}

/// Where the reader stands in `numbering.xml`.
#[derive(Default)]
struct Place {
    pattern: Option<String>,
    list: Option<String>,
    level: usize,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(text: &str, limits: &Limits) -> Result<Self, Reason> {
        let mut stream = Xml::package(text, PASSED_OVER_IN_NUMBERING, limits);
        let mut numbering = Self::default();
        let mut place = Place::default();
        let mut before = 0_usize;
        while let Some(step) = stream.step()? {
            match step {
                Step::Open(element) if before > 0 || element.name().ends_with("Change") => before += 1,
                Step::Close(_) if before > 0 => before -= 1,
                Step::Open(element) => numbering.open(&element, &mut place),
                Step::Close(_) | Step::Text(_) => {}
            }
        }
        Ok(numbering)
    }

    fn open(&mut self, element: &Element<'_>, place: &mut Place) {
        let attribute = |name: &str| element.attribute(name).map(std::borrow::Cow::into_owned);
        let value = || attribute("val").unwrap_or_default();
        match element.name() {
            "abstractNum" => *place = Place { pattern: attribute("abstractNumId"), ..Place::default() },
            "num" => *place = Place { list: attribute("numId"), ..Place::default() },
            "lvl" | "lvlOverride" => place.level = attribute("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0),
            _ => {}
        }
        if let Some(id) = &place.pattern {
            let pattern = self.patterns.entry(id.clone()).or_default();
            match element.name() {
                "numStyleLink" => pattern.link = Some(value()),
                "styleLink" => pattern.defines = Some(value()),
                name if place.level < LEVELS => define(&mut pattern.levels, place.level, name, value),
                _ => {}
            }
        } else if let Some(id) = &place.list {
            let list = self.lists.entry(id.clone()).or_default();
            match element.name() {
                "abstractNumId" => list.pattern = value(),
                "startOverride" => {
                    list.starts.extend(value().parse().ok().map(|start| (place.level, start)));
                }
                name if place.level < LEVELS => define(&mut list.levels, place.level, name, value),
                _ => {}
            }
        }
    }

    /// The pattern that a list counts by.
    fn pattern(&self, list: &List) -> Option<(&String, &Pattern)> {
        let (id, pattern) = self.patterns.get_key_value(&list.pattern)?;
        let Some(link) = &pattern.link else { return Some((id, pattern)) };
        let defines = |(_, pattern): &(&String, &Pattern)| pattern.defines.as_ref() == Some(link);
        self.patterns.iter().find(defines).or(Some((id, pattern)))
    }

    /// The level of a list that a style of paragraphs stands on.
    pub fn level_of(&self, list: &str, style: Option<&str>) -> Option<usize> {
        let list = self.lists.get(list)?;
        let (_, pattern) = self.pattern(list)?;
        let named = |(_, level): &(&usize, &Level)| style.is_some() && level.style.as_deref() == style;
        list.levels.iter().chain(&pattern.levels).find(named).map(|(level, _)| *level)
    }

    /// The next label of a list on a level; `None` for bullets and unknown lists.
    pub fn next(&mut self, list_id: &str, level: usize) -> Option<String> {
        let list = self.lists.get(list_id)?;
        let (pattern_id, pattern) = self.pattern(list)?;
        let levels: Vec<Level> = (0..LEVELS)
            .map(|place| list.levels.get(&place).or_else(|| pattern.levels.get(&place)).cloned().unwrap_or_default())
            .collect();
        let own = levels.get(level).filter(|own| !own.format.is_empty() || !own.text.is_empty())?;
        let counters = self.counters.entry(pattern_id.clone()).or_default();
        let override_start = list.starts.get(&level).filter(|_| self.started.insert((list_id.to_owned(), level)));
        let counter = counters.get_mut(level)?;
        *counter = Some(match (override_start, *counter) {
            (Some(start), _) => *start,
            (None, Some(reached)) => reached.saturating_add(1),
            (None, None) => list.starts.get(&level).copied().or(own.start).unwrap_or(1),
        });
        for (place, deeper) in levels.iter().enumerate().skip(level + 1) {
            if deeper.restart.is_none_or(|behind| level < behind)
                && let Some(counter) = counters.get_mut(place)
            {
                *counter = None;
            }
        }
        label(&levels, own, counters)
    }
}

/// The label of a level, with the numbers that the levels above have reached.
fn label(levels: &[Level], own: &Level, counters: &[Option<u32>; LEVELS]) -> Option<String> {
    if own.format == "bullet" {
        return None;
    }
    let mut label = own.text.clone();
    for (place, (level, counter)) in levels.iter().zip(counters).enumerate().rev() {
        let sign = format!("%{}", place + 1);
        if label.contains(&sign) {
            let number = counter.or(level.start).unwrap_or(1);
            let format = if own.legal && level.format != "decimalZero" { "decimal" } else { &level.format };
            label = label.replace(&sign, &written(number, format));
        }
    }
    Some(label).filter(|label| !label.trim().is_empty())
}

fn define(levels: &mut BTreeMap<usize, Level>, place: usize, name: &str, value: impl Fn() -> String) {
    if !matches!(name, "lvl" | "start" | "numFmt" | "lvlText" | "lvlRestart" | "isLgl" | "pStyle") {
        return;
    }
    let level = levels.entry(place).or_default();
    match name {
        "start" => level.start = value().parse().ok(),
        "numFmt" => level.format = value(),
        "lvlText" => level.text = value(),
        "lvlRestart" => level.restart = value().parse().ok(),
        "isLgl" => level.legal = !matches!(value().as_str(), "0" | "false" | "off"),
        "pStyle" => level.style = Some(value()),
        _ => {}
    }
}
