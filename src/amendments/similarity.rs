//! Precedents near a clause: by pairs of characters and by what is done, bound and where (reading).
//!
//! The measure of a text with itself is 1, so that the nearest precedent of a clause that *is* the text before is that precedent.

use super::engine::hand::folded;
use super::records::Records;

/// Weight of the pairs of characters; the rest is the reading.
const PAIRS: f64 = 0.8;
/// What is less near is not shown.
pub const NEAR: f64 = 0.15;
/// From how near on one of an ordinance takes the last place.
const NEAR_OF_TOWN: f64 = 0.25;
/// Most that are shown.
pub const MOST: usize = 5;
/// Most inserted provisions that are shown.
const MOST_INSERTED: usize = 3;

/// Words of the reading: acts, objects, duties and places.
const READING: &str = "\
    掲示 掲げ 公告 公示 公表 告示 送達 標識 掲示場 掲示板 見やすい 縦覧 閲覧 備え 閲覧簿 備え付け 磁気ディスク \
    フレキシブルディスク フロッピーディスク 磁気テープ 光ディスク 電磁的記録 講習 研修 講義 授業 委員会 常勤 専任 専ら \
    管理者 見張人 同一敷地内 面談 面接 対面 点呼 実地 巡視 検査 訪問 定期 ごとに 聴聞";
const BINDING: &str = "なければならない ものとする することができる てはならない 行うこと すること";

/// A precedent near a clause, or an inserted provision.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    /// Its place in [`Records::precedents`] or [`Records::inserted`].
    pub index: usize,
    /// 0 to 1.
    pub similarity: f64,
}

type Pair = (char, char);

/// Pairs in their own order, so that every sum runs in one order and the same text gives the same figure.
#[derive(Debug, Clone, Default)]
struct Profile {
    pairs: Vec<(Pair, f64)>,
    length: f64,
    reading: u64,
}

/// The precedents, ready to be searched.
#[derive(Debug, Clone)]
pub struct Index {
    /// How rare a pair is, in the order of the pairs.
    rarity: Vec<(Pair, f64)>,
    common: f64,
    profiles: Vec<Profile>,
    /// Which are of ordinances.
    towns: Vec<bool>,
    /// Inserted provisions.
    inserted: Vec<Profile>,
}

/// The pairs of a text with how often each stands, in order.
fn pairs(text: &str) -> Vec<(Pair, f64)> {
    let mut letters = text.chars().map(folded).filter(|letter| !letter.is_whitespace());
    let mut pairs: Vec<Pair> = Vec::new();
    let mut left = letters.next();
    for right in letters {
        pairs.extend(left.map(|left| (left, right)));
        left = Some(right);
    }
    counted(pairs)
}

fn counted(mut pairs: Vec<Pair>) -> Vec<(Pair, f64)> {
    pairs.sort_unstable();
    let mut counted: Vec<(Pair, f64)> = Vec::new();
    for pair in pairs {
        match counted.last_mut() {
            Some((last, count)) if *last == pair => *count += 1.0,
            _ => counted.push((pair, 1.0)),
        }
    }
    counted
}

fn reading(text: &str) -> u64 {
    let words = READING.split(' ').chain(BINDING.split(' ')).enumerate();
    words.filter(|(_, word)| text.contains(word)).fold(0, |bits, (at, _)| bits | 1 << at)
}

impl Index {
    /// Builds the index.
    #[must_use]
    pub fn new(records: &Records) -> Self {
        let raw: Vec<_> = records.precedents.iter().map(|precedent| pairs(&precedent.before)).collect();
        let all = f64::from(u32::try_from(raw.len()).unwrap_or(1));
        let mut rarity = counted(raw.iter().flatten().map(|(pair, _)| *pair).collect());
        for (_, count) in &mut rarity {
            *count = (1.0 + all / *count).ln();
        }
        let common = (1.0 + all).ln();
        let mut index = Self { rarity, common, profiles: Vec::new(), towns: Vec::new(), inserted: Vec::new() };
        for (pairs, precedent) in raw.into_iter().zip(&records.precedents) {
            index.profiles.push(index.weighed(pairs, &precedent.before));
            index.towns.push(precedent.of_town());
        }
        index.inserted = records.inserted.iter().map(|one| index.weighed(pairs(&one.text), &one.text)).collect();
        index
    }

    /// The inserted provisions that `fits` names by their place, from the nearest on.
    #[must_use]
    pub fn inserted(&self, text: &str, fits: impl Fn(usize) -> bool) -> Vec<Near> {
        let fitting: Vec<usize> = (0..self.inserted.len()).filter(|index| fits(*index)).collect();
        if fitting.is_empty() {
            return Vec::new();
        }
        let query = self.weighed(pairs(text), text);
        let mut near = ranked(&query, &self.inserted, |index| fitting.contains(&index));
        near.truncate(MOST_INSERTED);
        near
    }

    fn weighed(&self, mut pairs: Vec<(Pair, f64)>, text: &str) -> Profile {
        for (pair, weight) in &mut pairs {
            let rarity = self.rarity.binary_search_by(|(known, _)| known.cmp(pair)).ok();
            let rarity = rarity.and_then(|at| self.rarity.get(at)).map_or(self.common, |(_, rarity)| *rarity);
            *weight = (1.0 + weight.ln()) * rarity;
        }
        let length = pairs.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
        Profile { length, pairs, reading: reading(text) }
    }

    /// The precedents from the nearest on, without those that `skip` names. Where no ordinance is among them, the nearest of one takes
    /// the last place, if it is near enough.
    #[must_use]
    pub fn nearest(&self, text: &str, skip: impl Fn(usize) -> bool) -> Vec<Near> {
        let query = self.weighed(pairs(text), text);
        let mut near = ranked(&query, &self.profiles, |index| !skip(index));
        near.retain(|near| near.similarity >= NEAR);
        let town = near.iter().position(|near| self.towns.get(near.index) == Some(&true)).filter(|at| *at >= MOST);
        let town = town.and_then(|at| near.get(at)).filter(|town| town.similarity >= NEAR_OF_TOWN).copied();
        near.truncate(if town.is_some() { MOST - 1 } else { MOST });
        near.extend(town);
        near
    }
}

/// The chosen profiles, the nearest to `query` first.
fn ranked(query: &Profile, profiles: &[Profile], chosen: impl Fn(usize) -> bool) -> Vec<Near> {
    let own = profiles.iter().enumerate().filter(|(index, _)| chosen(*index));
    let mut near: Vec<Near> =
        own.map(|(index, profile)| Near { index, similarity: similarity(query, profile) }).collect();
    near.sort_by(|left, right| right.similarity.total_cmp(&left.similarity).then(left.index.cmp(&right.index)));
    near
}

/// The sum over the pairs that both have.
fn common(left: &[(Pair, f64)], right: &[(Pair, f64)]) -> f64 {
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    let mut sum = 0.0;
    while let (Some((one, weight)), Some((other, other_weight))) = (left.peek(), right.peek()) {
        match one.cmp(other) {
            std::cmp::Ordering::Less => left.next(),
            std::cmp::Ordering::Greater => right.next(),
            std::cmp::Ordering::Equal => {
                sum += weight * other_weight;
                left.next();
                right.next()
            }
        };
    }
    sum
}

fn similarity(left: &Profile, right: &Profile) -> f64 {
    let length = left.length * right.length;
    let cosine = if length > 0.0 { (common(&left.pairs, &right.pairs) / length).min(1.0) } else { 0.0 };
    let (both, either) = ((left.reading & right.reading).count_ones(), (left.reading | right.reading).count_ones());
    let reading = if either == 0 { cosine } else { f64::from(both) / f64::from(either) };
    let figure = PAIRS * cosine + (1.0 - PAIRS) * reading;
    (figure * 1000.0).round() / 1000.0
}
