//! [`Section`]: a section of the town hall (課), the body it belongs to, and the names it had.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::review::normalised;
use crate::written::named;

/// The name of a section as lists show it; without one, that there is none.
#[must_use]
pub const fn shown_name(name: &str) -> &str {
    if name.is_empty() { "（所管課なし）" } else { name }
}

named! {
    /// 執行機関
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Body {
        #[default]
        Mayor = "首長部局",
        Education = "教育委員会",
        Council = "議会",
        Election = "選挙管理委員会",
        Audit = "監査委員",
        Agriculture = "農業委員会",
        Water = "水道事業",
        Fire = "消防",
        /// (組合, 広域連合): its rules are not the town's and out of the counts.
        Foreign = "別団体",
    }
}

impl Body {
    /// What the name of a section suggests; the officer may set another.
    #[must_use]
    pub fn suggested(name: &str) -> Self {
        const SIGNS: [(&str, Body); 18] = [
            ("組合", Body::Foreign),
            ("広域連合", Body::Foreign),
            ("教育", Body::Education),
            ("学校", Body::Education),
            ("生涯学習", Body::Education),
            ("公民館", Body::Education),
            ("図書館", Body::Education),
            ("文化財", Body::Education),
            ("議会", Body::Council),
            ("選挙管理", Body::Election),
            ("選管", Body::Election),
            ("監査", Body::Audit),
            ("農業委員会", Body::Agriculture),
            ("農委", Body::Agriculture),
            ("水道", Body::Water),
            ("消防", Body::Fire),
            ("予防課", Body::Fire),
            ("警防課", Body::Fire),
        ];
        SIGNS.iter().find(|(sign, _)| name.contains(sign)).map_or(Self::Mayor, |(_, body)| *body)
    }
}

/// A name that a section had until a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Former {
    /// 旧課名
    pub name: String,
    /// The day of the change; nothing where it was not told.
    pub until: Option<Date>,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Section {
    /// 課名
    pub name: String,
    /// 執行機関
    pub body: Body,
    /// 宛名 (福祉課長); empty: its name with 長.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The names it had, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<Former>,
}

impl Section {
    /// A section of which only the name is known.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), body: Body::suggested(name), ..Self::default() }
    }

    /// 宛名: what was entered, or 「福祉課長」.
    #[must_use]
    pub fn addressee(&self) -> String {
        if !self.address.is_empty() {
            return self.address.clone();
        }
        let headed = ["課", "室", "局", "部", "所", "館", "署"].iter().any(|end| self.name.ends_with(end));
        if headed { format!("{}長", self.name) } else { self.name.clone() }
    }

    /// Whether it has or had this name.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        let wanted = normalised(name);
        normalised(&self.name) == wanted || self.former.iter().any(|former| normalised(&former.name) == wanted)
    }
}
