//! Automatic numbers of DOCX lists: 「第%1条」 in kanji or digits, (1), イ and their like.

use std::collections::BTreeMap;

use crate::reading::limits::Limits;
use crate::reading::note::Reason;
use crate::reading::ordinance::kanji;
use crate::reading::xml::{Step, Xml};

/// Letters of イロハ and アイウ numbering.
const IROHA: &str = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
const AIUEO: &str = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";

#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
}

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Levels by abstract list.
    patterns: BTreeMap<String, Vec<Level>>,
    /// Abstract list by list.
    lists: BTreeMap<String, String>,
    /// Numbers reached, by abstract list.
    counters: BTreeMap<String, Vec<u32>>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub fn read(text: &str, limits: &Limits) -> Result<Self, Reason> {
        let mut stream = Xml::new(text, limits);
        let mut numbering = Self::default();
        let (mut pattern, mut list) = (String::new(), None::<String>);
        while let Some(step) = stream.step()? {
            let Step::Open(element) = step else { continue };
            let value = element.attribute("val").unwrap_or_default().into_owned();
            match element.name() {
                "abstractNum" => {
                    pattern = element.attribute("abstractNumId").unwrap_or_default().into_owned();
                    list = None;
                }
                "num" => list = element.attribute("numId").map(std::borrow::Cow::into_owned),
                "abstractNumId" => {
                    if let Some(list) = list.clone() {
                        numbering.lists.insert(list, value);
                    }
                }
                "lvl" if list.is_none() => {
                    let level = Level { start: 1, ..Level::default() };
                    numbering.patterns.entry(pattern.clone()).or_default().push(level);
                }
                name @ ("start" | "numFmt" | "lvlText") if list.is_none() => {
                    let Some(level) = numbering.patterns.get_mut(&pattern).and_then(|levels| levels.last_mut()) else {
                        continue;
                    };
                    match name {
                        "start" => level.start = value.parse().unwrap_or(1),
                        "numFmt" => level.format = value,
                        _ => level.text = value,
                    }
                }
                _ => {}
            }
        }
        Ok(numbering)
    }

    /// The next label of a list on a level; `None` for bullets and unknown lists.
    pub fn next(&mut self, list: &str, level: usize) -> Option<String> {
        let pattern = self.lists.get(list)?;
        let levels = self.patterns.get(pattern)?;
        let own = levels.get(level)?;
        let counters = self.counters.entry(pattern.clone()).or_default();
        counters.truncate(level + 1);
        for above in levels.iter().take(level + 1).skip(counters.len()) {
            counters.push(above.start.saturating_sub(1));
        }
        let counter = counters.get_mut(level)?;
        *counter = counter.saturating_add(1);
        if own.format == "bullet" || own.format == "none" {
            return None;
        }
        let mut label = own.text.clone();
        for (place, (level, number)) in levels.iter().zip(counters.iter()).enumerate() {
            label = label.replace(&format!("%{}", place + 1), &written(*number, &level.format));
        }
        Some(label)
    }
}

/// A number in a format of ECMA-376 part 1, 17.18.59; those not known are written in digits.
fn written(number: u32, format: &str) -> String {
    let nth = |letters: &str| {
        let place = (number as usize).checked_sub(1)?;
        letters.chars().nth(place).map(String::from)
    };
    let shifted = |first: u32, last: u32| {
        number
            .checked_sub(1)
            .filter(|place| *place <= last - first)
            .and_then(|place| char::from_u32(first + place))
            .map(String::from)
    };
    let special = match format {
        "decimalFullWidth" | "decimalFullWidth2" => Some(full_width(number)),
        "japaneseCounting" | "japaneseDigitalTenThousand" | "ideographDigital" | "chineseCounting" => {
            Some(kanji(number))
        }
        "iroha" | "irohaFullWidth" => nth(IROHA),
        "aiueo" | "aiueoFullWidth" => nth(AIUEO),
        "decimalEnclosedCircle" => shifted(u32::from('①'), u32::from('⑳')),
        "decimalEnclosedParen" => shifted(u32::from('⑴'), u32::from('⒇')),
        "lowerLetter" => shifted(u32::from('a'), u32::from('z')),
        "upperLetter" => shifted(u32::from('A'), u32::from('Z')),
        _ => None,
    };
    special.unwrap_or_else(|| number.to_string())
}

fn full_width(number: u32) -> String {
    number
        .to_string()
        .chars()
        .filter_map(|digit| char::from_u32(u32::from(digit) - u32::from('0') + u32::from('０')))
        .collect()
}
