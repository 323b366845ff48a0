//! Finding municipalities by what is typed, and by the names of lists.
//!
//! Takes a name as offices write it: with or without 都道府県 and 郡 before it and 市, 区, 町, 村 behind it, in any width, with old or variant
//! characters. Gives the municipalities in order of closeness, then of code. A name that several share (府中市, 森町) gives them all.

use std::sync::OnceLock;

use serde::Serialize;

use crate::forms::half_width;
use crate::municipality::folding::key;
use crate::municipality::{CodeError, MUNICIPALITIES, Municipality, READINGS, read_code};

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
    /// The whole reading (ふちゅう, ふちゅうし).
    Reading,
    /// The name, its reading or its code begins so.
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

/// The municipalities that match what is typed, by name, reading or code, the closest first, at most `most` of them.
#[must_use]
pub fn search(typed: &str, most: usize) -> Vec<Hit> {
    let typed = Typed::new(typed);
    let mut hits = if typed.is_code() { by_digits(&typed.key) } else { ranked(&typed) };
    hits.truncate(most);
    hits
}

/// The municipality that is meant beyond doubt by what was typed: the only one so close, or the only one at all.
#[must_use]
pub fn meant(typed: &str) -> Option<&'static Municipality> {
    let hits = search(typed, usize::MAX);
    let first = hits.first()?;
    let close = hits.iter().filter(|hit| hit.rank == first.rank).count();
    (hits.len() == 1 || (close == 1 && first.rank <= Rank::Reading)).then_some(first.municipality)
}

/// Codes that begin with the digits; a code that has lost its zero or its check digit is one too.
fn by_digits(digits: &str) -> Vec<Hit> {
    let whole = match read_code(digits) {
        Ok(one) => vec![one],
        Err(CodeError::Ambiguous(one, other)) => vec![one, other],
        Err(_) => Vec::new(),
    };
    let begins = |town: &&'static Municipality| town.code.to_string().starts_with(digits) && !whole.contains(town);
    let exact = whole.iter().map(|municipality| Hit { municipality, rank: Rank::Exact });
    let others = MUNICIPALITIES.iter().filter(begins).map(|municipality| Hit { municipality, rank: Rank::Beginning });
    exact.chain(others).collect()
}

fn ranked(typed: &Typed) -> Vec<Hit> {
    if typed.key.is_empty() {
        return Vec::new();
    }
    let hit = |(municipality, keys)| typed.rank(municipality, keys).map(|rank| Hit { municipality, rank });
    let mut hits: Vec<Hit> = MUNICIPALITIES.iter().zip(keys()).filter_map(hit).collect();
    hits.sort_by_key(|hit| (hit.rank, hit.municipality.code));
    hits
}

/// The municipalities that a name in a list can mean: of the whole names, else of the names in other characters, else of the names
/// without their last character. More than one: the name is ambiguous and must be asked.
#[must_use]
pub fn named(name: &str) -> Vec<&'static Municipality> {
    let hits = ranked(&Typed::new(name));
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
        let ranked = |rest: &str| rank(rest, keys, exactly);
        self.rests(keys).into_iter().filter_map(ranked).min()
    }

    /// Two digits or more and nothing else.
    fn is_code(&self) -> bool {
        self.key.len() >= 2 && self.key.bytes().all(|byte| byte.is_ascii_digit())
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
    reading: String,
}

/// The keys of every municipality, made at the first search: each key typed compares with all of them.
fn keys() -> &'static [Keys] {
    static KEYS: OnceLock<Vec<Keys>> = OnceLock::new();
    let of = |(town, reading): (&Municipality, &&str)| Keys {
        prefecture: key(town.prefecture),
        district: key(town.district),
        name: key(town.name),
        reading: key(reading),
    };
    KEYS.get_or_init(|| MUNICIPALITIES.iter().zip(READINGS).map(of).collect())
}

fn rank(rest: &str, keys: &Keys, exactly: bool) -> Option<Rank> {
    let name = keys.name.as_str();
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
    if rest == keys.reading || read_without_end(&keys.reading) == Some(rest) {
        return Some(Rank::Reading);
    }
    if name.starts_with(rest) || keys.reading.starts_with(rest) {
        return Some(Rank::Beginning);
    }
    name.contains(rest).then_some(Rank::Inside)
}

/// ふちゅう of ふちゅうし.
fn read_without_end(reading: &str) -> Option<&str> {
    ["し", "く", "ちょう", "まち", "むら", "そん"].iter().find_map(|end| reading.strip_suffix(end))
}
