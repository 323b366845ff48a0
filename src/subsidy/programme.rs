//! [`Programme`]: what the documents state about a grant, compiled from `data/programmes`.
//!
//! A file states the facts as of a day and is never overwritten: a later state is a further file with the same id. [`programmes`] chooses.

#![allow(clippy::unreadable_literal, reason = "made by the build script; the data files are what people read")]

use serde::Serialize;

use crate::date::Date;
use crate::municipality::Population;
use crate::written::named;
use crate::yen::{Rate, Yen};

include!(concat!(env!("OUT_DIR"), "/programmes.rs"));

/// A grant or subsidy as one document states it.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Programme {
    /// Identifier that stays (standardisation).
    pub id: &'static str,
    /// 制度名
    pub name: &'static str,
    /// Short name for tables and charts.
    pub short_name: &'static str,
    /// Who receives it (市区町村, 都道府県, 事業者).
    pub recipients: &'static str,
    /// 補助率
    pub rate: Rate,
    /// 補助率 as written (10/10, 0.5).
    pub rate_wording: &'static str,
    /// What stands beside the rate, else empty.
    pub rate_note: &'static str,
    /// 期間 as written (令和7年度まで), else empty.
    pub period: &'static str,
    /// Last day of the period, where the document tells it.
    pub last_day: Option<Date>,
    /// 申請締切 as written, else empty.
    pub application_deadline: &'static str,
    /// Last day for applications, where the document tells it.
    pub application_last_day: Option<Date>,
    /// Short marks of the state (受付終了, 令和3年7月時点の式).
    pub status: &'static [&'static str],
    /// The state in a sentence.
    pub status_note: &'static str,
    /// 要件
    pub conditions: &'static [&'static str],
    /// 対象経費
    pub eligible_costs: &'static [&'static str],
    /// What else must be known.
    pub notes: &'static [&'static str],
    /// What is known of the time after the period; the documents that end tell it.
    pub after_period: Option<AfterPeriod>,
    /// The day as of which this is stated.
    pub as_of: Date,
    /// How the ceiling comes about.
    pub rule: Rule,
    /// Where it stands.
    pub sources: &'static [SourceOfFact],
}

impl Programme {
    /// The formula by population, where there is one.
    #[must_use]
    pub const fn formula(&self) -> Option<&Formula> {
        match &self.rule {
            Rule::Formula(formula) => Some(formula),
            Rule::Caps(_) => None,
        }
    }

    /// Whether a town has to do with it: it is for towns, or of this one (「事業者（防府市）」).
    #[must_use]
    pub fn concerns(&self, town: Option<&str>) -> bool {
        let for_towns = ["市町村", "市区町村"].contains(&self.recipients);
        for_towns || town.is_some_and(|town| self.recipients.ends_with(&format!("（{town}）")))
    }
}

/// What is known of the time after the period of a document.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct AfterPeriod {
    /// The short mark.
    pub mark: &'static str,
    /// What is known, and how surely.
    pub note: &'static str,
}

/// How a ceiling comes about.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// By population.
    Formula(Formula),
    /// Fixed caps; no formula by population exists.
    Caps(&'static [Cap]),
}

/// 上限額の計算式 by bands of population.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Formula {
    /// How 上限額 is read unless the officer chooses otherwise.
    pub first_reading: Reading,
    /// Why.
    pub reading_reason: &'static str,
    /// What to say above the last band, empty where it has no end.
    pub beyond_note: &'static str,
    /// The bands in ascending order without gap or overlap.
    pub bands: &'static [Band],
    /// Where two bands meet with different amounts.
    pub jumps: &'static [Jump],
}

/// What 上限額 bounds, as one reads the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// 対象事業費の上限と解する: the grant is the rate times the cost within the ceiling.
    AsEligibleCost,
    /// 補助金の上限と解する: the grant is the rate times the cost, at most the ceiling.
    AsGrant,
}

/// 人口規模 and its formula: `base` + (population − `offset`) × `rate`.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Band {
    /// As the document writes it (1万人〜10万人).
    pub wording: &'static str,
    /// Lower end; it belongs to this band and to the one below.
    pub from: Population,
    /// Upper end; it belongs to this band and to the one above. None: no end.
    pub to: Option<Population>,
    /// The fixed part.
    pub base: Yen,
    /// Yen per person.
    pub rate: Rate,
    /// People who are not counted.
    pub offset: Population,
}

/// A population at which two bands meet with different amounts.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Jump {
    /// The population.
    pub population: Population,
    /// What the document leaves open and which amount leads.
    pub reason: &'static str,
}

/// A cap without a formula by population.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Cap {
    /// What is capped (募集を行うための経費).
    pub subject: &'static str,
    /// The cap.
    pub amount: Yen,
    /// The cap as written (年間560万円/人).
    pub wording: &'static str,
    /// Whether costs or the grant are capped.
    pub limits: Limits,
}

/// What a cap bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Limits {
    /// 対象経費の上限
    EligibleCost,
    /// 補助額の上限
    Grant,
    /// 上限額 without saying of what.
    AsWritten,
}

/// Where a fact stands and how sure it is.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct SourceOfFact {
    /// 資料名
    pub document: &'static str,
    /// Its day.
    pub date: Option<Date>,
    /// Section or page, else empty.
    pub place: &'static str,
    /// Which facts it states.
    pub states: &'static str,
    /// How sure they are.
    pub certainty: Certainty,
}

named! {
    /// How sure a fact is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Certainty {
        Stated = "資料に記載",
        Confirmed = "ほかの公表資料で確認",
        /// (not read in an official document)
        Reported = "二次資料による（要確認）",
        /// (the reasoning is given)
        Inferred = "本ツールの推定",
    }
}

/// The programmes as the documents stated them on a day, in the order of the page; without a day the newest state of each.
///
/// A programme whose oldest file is younger than the day is given in that oldest state: its [`Programme::as_of`] tells it.
#[must_use]
pub fn programmes(as_of: Option<Date>) -> Vec<&'static Programme> {
    in_force(PROGRAMMES, as_of)
}

/// Of each programme among several states the newest that is not younger than the day, else the oldest.
#[must_use]
pub fn in_force(states: &'static [Programme], as_of: Option<Date>) -> Vec<&'static Programme> {
    // States of the day or before go before later ones; among those the newest leads, among later ones the oldest.
    let known = |state: &Programme| as_of.is_none_or(|day| state.as_of <= day);
    let better = |one: &Programme, other: &Programme| match (known(one), known(other)) {
        (true, true) => one.as_of > other.as_of,
        (false, false) => one.as_of < other.as_of,
        (one_is_known, _) => one_is_known,
    };
    let mut chosen: Vec<&'static Programme> = Vec::new();
    for state in states {
        match chosen.iter_mut().find(|other| other.id == state.id) {
            None => chosen.push(state),
            Some(other) if better(state, other) => *other = state,
            Some(_) => {}
        }
    }
    chosen
}

/// Writes a programme as its id: what refers to one needs no copy of it.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a field by reference")]
pub(super) fn as_id<S: serde::Serializer>(programme: &&'static Programme, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(programme.id)
}

/// Writes programmes as their ids.
pub(super) fn as_ids<S: serde::Serializer>(
    programmes: &[&'static Programme],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(programmes.iter().map(|programme| programme.id))
}

/// The newest state of the programme with an id.
#[must_use]
pub fn programme(id: &str) -> Option<&'static Programme> {
    programmes(None).into_iter().find(|programme| programme.id == id)
}
