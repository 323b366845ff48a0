//! The condition of the grant 自治体オンライン手続推進事業, and the deadlines that the documents set.
//!
//! 「原則、子育て・介護の全26手続について、マイナポータルと自治体の基幹システムのオンライン接続が完了することが必須」
//! (令和3年度第2回山口県デジタル・ガバメント構築連携会議 資料3). That only 特定通信 is such a connection, and 手入力・RPA is
//! not, is this program's reading of the documents: [`READING`] says so to the officer.

use serde::Serialize;

use super::catalogue::{Number, Source, grant_condition};
use super::standing::{Origin, Standing, Standings};
use super::state::{Availability, Connection};
use crate::date::Date;

/// What the page says beside the condition.
pub const READING: &str =
    "特定通信による接続だけを「オンライン接続が完了」と数えています。資料に明文はなく、当ページの読み方です。";

/// Whether the condition is met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// Met, not met, or `None` while states or connections that decide it are unknown.
    pub met: Option<bool>,
    /// What is lacking: not online, or not connected by 特定通信. In order.
    pub lacking: Vec<Number>,
    /// Of the lacking: those not online.
    pub not_online: Vec<Number>,
    /// Of the lacking: online, but not connected by 特定通信.
    pub not_connected: Vec<Number>,
    /// Those of which the state or the connection is unknown.
    pub undetermined: Vec<Number>,
}

/// Judges the 26.
#[must_use]
pub fn condition(standings: &Standings) -> Condition {
    let mut condition =
        Condition { met: None, lacking: vec![], not_online: vec![], not_connected: vec![], undetermined: vec![] };
    for procedure in grant_condition() {
        let standing = standings.of(procedure.number);
        match fulfilment(standing) {
            Fulfilment::Met => {}
            Fulfilment::NotOnline => condition.not_online.push(procedure.number),
            Fulfilment::NotConnected => condition.not_connected.push(procedure.number),
            Fulfilment::Unknown => condition.undetermined.push(procedure.number),
        }
    }
    condition.lacking = [condition.not_online.as_slice(), condition.not_connected.as_slice()].concat();
    condition.lacking.sort_unstable();
    condition.met = match (condition.lacking.is_empty(), condition.undetermined.is_empty()) {
        (false, _) => Some(false),
        (true, true) => Some(true),
        (true, false) => None,
    };
    condition
}

enum Fulfilment {
    Met,
    NotOnline,
    NotConnected,
    Unknown,
}

fn fulfilment(standing: &Standing) -> Fulfilment {
    if standing.availability.is_online() {
        return match standing.connection {
            Connection::Dedicated => Fulfilment::Met,
            Connection::Manual | Connection::NotConnected => Fulfilment::NotConnected,
            Connection::Unknown => Fulfilment::Unknown,
        };
    }
    let says_nothing = standing.availability == Availability::Unknown && standing.origin != Origin::NotListed;
    if says_nothing { Fulfilment::Unknown } else { Fulfilment::NotOnline }
}

/// A deadline that a document sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// For what.
    pub what: &'static str,
    /// As the document writes it.
    pub written: &'static str,
    /// The last day.
    pub date: Date,
    /// Where it stands.
    pub source: Source,
}

const IN_2022: &str = "令和4年度第2回山口県デジタル・ガバメント構築連携会議 資料3";

/// The deadlines in order of time.
pub const DEADLINES: [Deadline; 2] = [
    Deadline {
        what: "デジタル基盤改革支援補助金の申請",
        written: "令和4年10月末",
        date: Date::from_table(2022, 10, 31),
        source: Source { document: IN_2022, page: "5", date: Date::from_table(2022, 9, 14) },
    },
    Deadline {
        what: "マイナポータルでのオンライン化",
        written: "令和4年度末",
        date: Date::from_table(2023, 3, 31),
        source: Source { document: IN_2022, page: "5", date: Date::from_table(2022, 9, 14) },
    },
];
