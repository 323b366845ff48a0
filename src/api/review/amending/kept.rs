//! What the officer left of the drafts: one record for the work file, the page and the calls, which carry it as JSON text.

use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::Chosen;
use crate::amendments::settings::Settings;
use crate::review::ClauseKey;

/// What is kept of a clause.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// What was chosen.
    pub chosen: Chosen,
    /// Whether it goes into the papers.
    pub included: bool,
}

/// Everything that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KeptDrafts {
    /// Settings of the town.
    pub settings: Settings,
    /// By clause, in the order of the keys.
    #[serde(serialize_with = "as_map", deserialize_with = "of_map")]
    drafts: Vec<(ClauseKey, Kept)>,
}

impl KeptDrafts {
    /// Nothing, with the settings as they come.
    pub const NOTHING: Self = Self { settings: Settings::PLAIN, drafts: Vec::new() };

    /// What is kept of each clause.
    #[must_use]
    pub fn drafts(&self) -> &[(ClauseKey, Kept)] {
        &self.drafts
    }

    /// What is kept of a clause.
    #[must_use]
    pub fn of(&self, key: ClauseKey) -> Option<&Kept> {
        let at = self.drafts.binary_search_by_key(&key, |(known, _)| *known).ok()?;
        self.drafts.get(at).map(|(_, kept)| kept)
    }

    /// Keeps this of a clause; the default is as good as nothing and is dropped.
    pub fn put(&mut self, key: ClauseKey, kept: Kept) {
        let place = self.drafts.binary_search_by_key(&key, |(known, _)| *known);
        if let Ok(at) = place {
            self.drafts.remove(at);
        }
        if kept != Kept::default() {
            self.drafts.insert(place.unwrap_or_else(|at| at), (key, kept));
        }
    }
}

fn as_map<S: Serializer>(drafts: &[(ClauseKey, Kept)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(drafts.iter().map(|(key, kept)| (key, kept)))
}

fn of_map<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(ClauseKey, Kept)>, D::Error> {
    struct ByClause;
    impl<'de> Visitor<'de> for ByClause {
        type Value = KeptDrafts;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("drafts by clause")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<KeptDrafts, A::Error> {
            let mut kept = KeptDrafts::NOTHING;
            while let Some((key, one)) = map.next_entry()? {
                kept.put(key, one);
            }
            Ok(kept)
        }
    }
    deserializer.deserialize_map(ByClause).map(|kept| kept.drafts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clause::Clause;

    #[test]
    fn what_is_kept_comes_back_from_the_work_file_in_the_order_of_the_keys() {
        let keys = ["一", "二", "三"].map(|text| ClauseKey::of(&Clause { text: text.to_owned(), ..Clause::default() }));
        let mut kept = KeptDrafts::NOTHING;
        for key in keys {
            kept.put(key, Kept { included: true, ..Kept::default() });
        }
        let [first, second, _] = keys;
        kept.put(first, Kept { included: true, chosen: Chosen { edited: Some("字".to_owned()), ..Chosen::default() } });
        kept.put(second, Kept::default());
        assert!(kept.of(second).is_none() && kept.of(first).is_some_and(|kept| kept.chosen.edited.is_some()));
        assert!(kept.drafts().len() == 2 && kept.drafts().is_sorted_by_key(|(key, _)| *key));
        let text = serde_json::to_string(&kept).unwrap();
        assert!(text.contains(&format!(r#""drafts":{{"{}""#, String::from(kept.drafts()[0].0))), "{text}");
        assert_eq!(serde_json::from_str::<KeptDrafts>(&text).unwrap(), kept);
        assert_eq!(serde_json::from_str::<KeptDrafts>("{}").unwrap(), KeptDrafts::NOTHING);
        assert!(serde_json::from_str::<KeptDrafts>(r#"{"drafts":[]}"#).is_err());
    }
}
