//! Comparison with the 19 towns of 山口県 at four dates.
//!
//! The count of 2021-06 is of 26 (without 罹災証明), the others of 27: a figure is never shown without its base.
//! Facts: `data/procedures/yamaguchi.csv` from the papers that `papers.toml` beside it names, sums checked by the build script.

use serde::Serialize;

use super::completeness::Count;
use super::papers::{PaperPage, SURVEY_2021_06, SURVEY_2022_09, SURVEY_2024};
use super::state::{Connection, DisasterSystem};

/// A town's figures in the papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Town {
    /// 全国地方公共団体コード, six digits.
    pub code: &'static str,
    /// 市町名
    pub name: &'static str,
    /// マイナポータル利用手続数 at each survey of [`SURVEYS`].
    pub online: [u8; 4],
    /// エンドトゥエンド接続検討状況 of 2022-09.
    pub connection: Connection,
    /// 被災者支援関係 オンライン化実施方法 of 2022-09, where the paper names one.
    pub disaster_system: Option<DisasterSystem>,
}

/// How many procedures a survey counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// 子育て 15 + 介護 11
    Of26,
    /// and 罹災証明
    Of27,
}

impl Base {
    /// The number of procedures.
    #[must_use]
    pub fn total(self) -> u8 {
        match self {
            Self::Of26 => 26,
            Self::Of27 => 27,
        }
    }
}

/// One of the four surveys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Survey {
    /// 西暦 year and month: 2021-06.
    pub month: &'static str,
    /// 時点 as the paper writes it.
    pub written: &'static str,
    /// How many procedures it counted.
    pub base: Base,
    /// The paper does not say the base; it is inferred.
    pub base_inferred: bool,
    /// Where it stands.
    pub source: PaperPage,
}

impl Survey {
    /// 27手続のうち, and whether that is inferred.
    #[must_use]
    pub fn base_shown(&self) -> String {
        format!("{}手続のうち{}", self.base.total(), if self.base_inferred { "・推定" } else { "" })
    }
}

/// Why the base of 2022-09 is inferred, and what the papers count.
pub const COUNTED: &str = "令和4年9月の表の見出しは「マイナポータル利用手続数」だけで、27手続のうちの数とするのは本ツールの推定です。どの時点も数えているのはマイナポータルの手続なので、被災者支援システムによる罹災証明は、お手元の数に入れずに比べています。";

/// The four surveys in order of time.
pub const SURVEYS: [Survey; 4] = [
    Survey {
        month: "2021-06", written: "R3.6末時点", base: Base::Of26, base_inferred: false, source: SURVEY_2021_06
    },
    Survey {
        month: "2022-09",
        written: "令和4年9月時点",
        base: Base::Of27,
        base_inferred: true,
        source: SURVEY_2022_09,
    },
    Survey { month: "2024-04", written: "R6.4時点", base: Base::Of27, base_inferred: false, source: SURVEY_2024 },
    Survey { month: "2024-08", written: "R6.8時点", base: Base::Of27, base_inferred: false, source: SURVEY_2024 },
];

include!(concat!(env!("OUT_DIR"), "/procedures_towns.rs"));

/// The 19 towns in the order of their codes.
#[must_use]
pub fn towns() -> &'static [Town] {
    &TOWNS
}

/// A town by its code of six digits.
#[must_use]
pub fn town(code: &str) -> Option<&'static Town> {
    TOWNS.iter().find(|town| town.code == code)
}

/// One survey beside the own count of today, on the survey's base.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Beside {
    /// The survey.
    pub survey: Survey,
    /// Own count on the same base.
    pub own: u8,
    /// Sum over the 19 towns.
    pub sum: u16,
    /// How many of the 19 had fewer, as many, and more.
    pub fewer_same_more: (u8, u8, u8),
    /// How many of the 19 had all.
    pub complete: u8,
}

/// The own count beside each survey.
#[must_use]
pub fn beside(own: Count) -> Vec<Beside> {
    SURVEYS
        .iter()
        .enumerate()
        .map(|(position, survey)| {
            let own = match survey.base {
                Base::Of26 => own.of26,
                // The papers count マイナポータル利用手続数: a disaster system is none.
                Base::Of27 => own.portal,
            };
            let counts: Vec<u8> = TOWNS.iter().filter_map(|town| town.online.get(position).copied()).collect();
            let how_many = |holds: &dyn Fn(u8) -> bool| {
                u8::try_from(counts.iter().filter(|count| holds(**count)).count()).unwrap_or(u8::MAX)
            };
            Beside {
                survey: *survey,
                own,
                sum: counts.iter().copied().map(u16::from).sum(),
                fewer_same_more: (how_many(&|c| c < own), how_many(&|c| c == own), how_many(&|c| c > own)),
                complete: how_many(&|c| c == survey.base.total()),
            }
        })
        .collect()
}
