//! The condition of the grant 自治体オンライン手続推進事業, and the deadlines that the documents set.
//!
//! The paper of 令和3年度第2回 says two things of what 「オンライン接続」 is: 特定通信 carries applications into the 申請管理システム and going on
//! to the 基幹システム is to be 「積極的に検討」; and the connection of マイナポータル with the 基幹システム is 「必須」. So the condition is judged
//! under both readings, each with its sentence, and neither is called settled.

use serde::Serialize;

use super::catalogue::{Number, grant_condition};
use super::papers::{self, PaperPage, TO_CORE, TO_CORE_QUOTE, TO_INTAKE, TO_INTAKE_QUOTE};
use super::standing::{Origin, Standing, Standings};
use super::state::{Availability, Connection};
use crate::date::Date;
use crate::written::named;

/// 特定通信 in one sentence, for the place where the word first stands.
pub const DEDICATED: &str = "特定通信とは、マイナポータルからの申請データを、連携サーバ等を通じて庁内の申請管理システムに取り込む通信です。その先の基幹システムとの接続は別に要ります。";

named! {
    /// What 「オンライン接続が完了」 asks for.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Reading {
        /// (エンドトゥエンド)
        ToCore = "基幹システムまでと解する",
        /// (into the 申請管理システム)
        ToIntake = "特定通信までと解する",
    }
}

impl Reading {
    /// The sentence of the paper on which it rests.
    #[must_use]
    pub const fn quote(self) -> &'static str {
        match self {
            Self::ToCore => TO_CORE_QUOTE,
            Self::ToIntake => TO_INTAKE_QUOTE,
        }
    }

    /// Where the sentence stands.
    #[must_use]
    pub const fn source(self) -> PaperPage {
        match self {
            Self::ToCore => TO_CORE,
            Self::ToIntake => TO_INTAKE,
        }
    }

    const fn least(self) -> Connection {
        match self {
            Self::ToCore => Connection::EndToEnd,
            Self::ToIntake => Connection::Dedicated,
        }
    }
}

/// Whether the condition is met, under both readings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// Read as up to the 基幹システム.
    pub to_core: Judged,
    /// Read as up to the 申請管理システム.
    pub to_intake: Judged,
}

impl Condition {
    /// Both readings.
    #[must_use]
    pub const fn readings(&self) -> [&Judged; 2] {
        [&self.to_core, &self.to_intake]
    }

    /// What both readings say; `None` while they differ or something is unknown.
    #[must_use]
    pub fn met(&self) -> Option<bool> {
        self.to_core.met.filter(|met| self.to_intake.met == Some(*met))
    }
}

/// The 26 under one reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Judged {
    /// Which reading.
    pub reading: Reading,
    /// Met, not met, or `None` while states or connections that decide it are unknown.
    pub met: Option<bool>,
    /// What is lacking: not online, or not connected as far as the reading asks. In order.
    pub lacking: Vec<Number>,
    /// Of the lacking: those not online.
    pub not_online: Vec<Number>,
    /// Of the lacking: online, but not connected so far.
    pub not_connected: Vec<Number>,
    /// Those of which the state or the connection is unknown.
    pub undetermined: Vec<Number>,
}

/// Judges the 26.
#[must_use]
pub fn condition(standings: &Standings) -> Condition {
    Condition { to_core: judged(standings, Reading::ToCore), to_intake: judged(standings, Reading::ToIntake) }
}

fn judged(standings: &Standings, reading: Reading) -> Judged {
    let (mut not_online, mut not_connected, mut undetermined) = (vec![], vec![], vec![]);
    for procedure in grant_condition() {
        match fulfilment(standings.of(procedure.number), reading.least()) {
            Fulfilment::Met => {}
            Fulfilment::NotOnline => not_online.push(procedure.number),
            Fulfilment::NotConnected => not_connected.push(procedure.number),
            Fulfilment::Unknown => undetermined.push(procedure.number),
        }
    }
    let mut lacking = [not_online.as_slice(), not_connected.as_slice()].concat();
    lacking.sort_unstable();
    let met = match (lacking.is_empty(), undetermined.is_empty()) {
        (false, _) => Some(false),
        (true, true) => Some(true),
        (true, false) => None,
    };
    Judged { reading, met, lacking, not_online, not_connected, undetermined }
}

enum Fulfilment {
    Met,
    NotOnline,
    NotConnected,
    Unknown,
}

fn fulfilment(standing: &Standing, least: Connection) -> Fulfilment {
    if standing.availability.is_online() {
        return match standing.connection {
            Connection::Unknown => Fulfilment::Unknown,
            connection if connection >= least => Fulfilment::Met,
            _ => Fulfilment::NotConnected,
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
    pub source: PaperPage,
}

/// The deadlines in order of time.
pub const DEADLINES: [Deadline; 2] = [
    Deadline {
        what: "デジタル基盤改革支援補助金の申請",
        written: "令和4年10月末",
        date: Date::from_table(2022, 10, 31),
        source: papers::DEADLINES,
    },
    Deadline {
        what: "マイナポータルでのオンライン化",
        written: "令和4年度末",
        date: Date::from_table(2023, 3, 31),
        source: papers::DEADLINES,
    },
];
