//! Finding municipalities by what is typed, and by the names of lists.
//!
//! Takes a name as offices write it: with or without 都道府県 and 郡 before it and 市, 区, 町, 村 behind it, in any width, with old or variant
//! characters. Gives the municipalities in order of closeness, then of code. A name that several share (府中市, 森町) gives them all.

use std::sync::OnceLock;

use serde::Serialize;

use crate::municipality::folding::key;
use crate::municipality::{MUNICIPALITIES, Municipality};
use crate::width::half_width;

/// How close a municipality is to what was typed; closer is less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// The whole name.
    Exact,
    /// The whole name in other characters (塩釜市).
    Variant,
    /// The name without 市, 区, 町 or 村.
    Stem,
    /// The name begins so.
    Beginning,
    /// The name contains it.
    Inside,
    /// Its 都道府県 or 郡 was typed.
    Area,
}

/// A municipality found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// The municipality.
    pub municipality: &'static Municipality,
    /// How close it is.
    pub rank: Rank,
}

/// The municipalities that match what is typed, the closest first, at most `most` of them.
#[must_use]
pub fn search(typed: &str, most: usize) -> Vec<Hit> {
    let typed = Typed::new(typed);
    if typed.key.is_empty() {
        return Vec::new();
    }
    let hit = |(municipality, keys)| typed.rank(municipality, keys).map(|rank| Hit { municipality, rank });
    let mut hits: Vec<Hit> = MUNICIPALITIES.iter().zip(keys()).filter_map(hit).collect();
    hits.sort_by_key(|hit| (hit.rank, hit.municipality.code));
    hits.truncate(most);
    hits
}

/// The municipalities that a name in a list can mean: of the whole names, else of the names in other characters, else of the names
/// without their last character. More than one: the name is ambiguous and must be asked.
#[must_use]
pub fn named(name: &str) -> Vec<&'static Municipality> {
    let hits = search(name, usize::MAX);
    let closest = hits.first().map(|hit| hit.rank).filter(|rank| *rank <= Rank::Stem);
    hits.into_iter().filter(|hit| Some(hit.rank) == closest).map(|hit| hit.municipality).collect()
}

/// What was typed, as written and as a key.
struct Typed {
    written: String,
    key: String,
}

impl Typed {
    fn new(text: &str) -> Self {
        let written: String = text.chars().map(half_width).filter(|character| !character.is_whitespace()).collect();
        // 和木町（山口県）: what stands in brackets tells it apart.
        let written = match written.trim_end_matches(')').split_once('(') {
            Some((name, area)) => format!("{area}{name}"),
            None => written,
        };
        let key = key(&written);
        Self { written, key }
    }

    fn rank(&self, municipality: &Municipality, keys: &Keys) -> Option<Rank> {
        let exactly = self.written.ends_with(municipality.name);
        let ranked = |rest: &str| rank(rest, &keys.name, exactly);
        self.rests(keys).into_iter().filter_map(ranked).min()
    }

    /// What was typed, also without the area that it may begin with.
    fn rests(&self, keys: &Keys) -> Vec<&str> {
        let stem = keys.prefecture.trim_end_matches(['都', '府', '県']);
        let mut rests = vec![self.key.as_str()];
        rests.extend(self.key.strip_prefix(keys.prefecture.as_str()).or_else(|| self.key.strip_prefix(stem)));
        if !keys.district.is_empty() {
            let inner: Vec<&str> = rests.iter().filter_map(|rest| rest.strip_prefix(keys.district.as_str())).collect();
            rests.extend(inner);
        }
        rests
    }
}

/// The names of a municipality as keys.
struct Keys {
    prefecture: String,
    district: String,
    name: String,
}

/// The keys of every municipality, made at the first search: each key typed compares with all of them.
fn keys() -> &'static [Keys] {
    static KEYS: OnceLock<Vec<Keys>> = OnceLock::new();
    let of = |town: &Municipality| Keys {
        prefecture: key(town.prefecture),
        district: key(town.district),
        name: key(town.name),
    };
    KEYS.get_or_init(|| MUNICIPALITIES.iter().map(of).collect())
}

fn rank(rest: &str, name: &str, exactly: bool) -> Option<Rank> {
    if rest.is_empty() {
        return Some(Rank::Area);
    }
    let stem = name.strip_suffix(['市', '区', '町', '村']).unwrap_or(name);
    if rest == name {
        return Some(if exactly { Rank::Exact } else { Rank::Variant });
    }
    if rest == stem {
        return Some(Rank::Stem);
    }
    if name.starts_with(rest) {
        return Some(Rank::Beginning);
    }
    name.contains(rest).then_some(Rank::Inside)
}
