//! [`Sent`]: what was asked, number by number: the list that answers are read against.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::number::{Number, Round};
use crate::date::Date;
use crate::review::normalised;

/// One row that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// 照会番号
    pub number: Number,
    /// The section that it was sent to.
    pub section: String,
    /// 例規名
    #[serde(rename = "例規名")]
    pub title: String,
    /// 条項
    #[serde(rename = "条項")]
    pub article: String,
    /// 見出し
    #[serde(rename = "見出し")]
    pub caption: String,
    /// 条文, as the sheet showed it.
    #[serde(rename = "条文")]
    pub text: String,
    /// 規制区分
    #[serde(rename = "規制区分")]
    pub category: String,
    /// 抽出の理由
    #[serde(rename = "抽出の理由", default)]
    pub reason: String,
    /// デジタル手段
    #[serde(rename = "デジタル手段", default)]
    pub digital: String,
}

/// Everything that was sent, in the order of sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The day of the inquiry (照会日), from which 来年度 is counted.
    pub asked: Date,
    /// The day of each round, where there are several.
    days: BTreeMap<Round, Date>,
    items: Vec<Item>,
    places: BTreeMap<Number, usize>,
    /// Items by 例規名, 条項 and 規制区分; nothing where two share them.
    by_provision: BTreeMap<[String; 3], Option<Number>>,
}

impl Sent {
    /// The list.
    #[must_use]
    pub fn new(asked: Date, items: Vec<Item>) -> Self {
        let places = items.iter().enumerate().map(|(place, item)| (item.number, place)).collect();
        let mut by_provision = BTreeMap::new();
        for item in &items {
            by_provision
                .entry(provision(&item.title, &item.article, &item.category))
                .and_modify(|number| *number = None)
                .or_insert(Some(item.number));
        }
        Self { asked, days: BTreeMap::new(), items, places, by_provision }
    }

    /// A list of nothing, to look at files before anything is known.
    pub(super) fn none() -> Self {
        Self::new(Date::from_table(2019, 5, 1), Vec::new())
    }

    /// With the day of each round.
    #[must_use]
    pub fn with_days(self, days: BTreeMap<Round, Date>) -> Self {
        Self { days, ..self }
    }

    /// The day on which a number was asked.
    #[must_use]
    pub fn asked_of(&self, number: Option<Number>) -> Date {
        number.and_then(|number| self.days.get(&number.round())).copied().unwrap_or(self.asked)
    }

    /// All items.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Where an item stands in the order of sending.
    #[must_use]
    pub fn place(&self, number: Number) -> Option<usize> {
        self.places.get(&number).copied()
    }

    /// The item of a number.
    #[must_use]
    pub fn item(&self, number: Number) -> Option<&Item> {
        self.place(number).and_then(|place| self.items.get(place))
    }

    /// The one number with this 例規名, 条項 and 規制区分.
    #[must_use]
    pub fn proposal(&self, title: &str, article: &str, category: &str) -> Option<Number> {
        self.by_provision.get(&provision(title, article, category)).copied().flatten()
    }
}

fn provision(title: &str, article: &str, category: &str) -> [String; 3] {
    [title, article, category].map(normalised)
}
