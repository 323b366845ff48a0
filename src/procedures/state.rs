//! The states that a procedure can be in: 公開状況 and 接続.
//!
//! Facts: counting rules of デジタル庁's dashboard and the grant's condition. Online counts what is reachable by
//! マイナポータル, also where only some kinds or persons are served; a general e-application system alone and
//! 制度なし do not count.

use serde::{Deserialize, Serialize};

use super::catalogue::Number;
use crate::written::named;

named! {
    /// 公開状況, the weakest first: where several inputs name one procedure, the strongest counts.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Availability {
        #[default]
        Unknown = "不明",
        NoScheme = "制度なし",
        NotStarted = "未着手",
        InPreparation = "作成中",
        GeneralSystemOnly = "汎用電子申請のみ",
        Partial = "一部公開",
        /// (罹災証明 only)
        MunicipalDisasterSystem = "公開済（自治体の被災者支援システム）",
        /// (罹災証明 only)
        NationalDisasterSystem = "公開済（国のクラウド型被災者支援システム）",
        Published = "公開済（マイナポータル）",
    }
    shown as {
        Published, Partial, GeneralSystemOnly, InPreparation, NotStarted, NoScheme, Unknown, NationalDisasterSystem,
        MunicipalDisasterSystem,
    }
}

impl Availability {
    /// Whether it counts as online.
    #[must_use]
    pub const fn is_online(self) -> bool {
        matches!(self, Self::Published | Self::Partial | Self::NationalDisasterSystem | Self::MunicipalDisasterSystem)
    }

    /// Whether it is reached by マイナポータル.
    #[must_use]
    pub const fn is_portal(self) -> bool {
        matches!(self, Self::Published | Self::Partial)
    }

    /// Whether a procedure can be in this state: the disaster systems serve 罹災証明 only.
    #[must_use]
    pub fn is_possible_for(self, procedure: Number) -> bool {
        let disaster_system = matches!(self, Self::NationalDisasterSystem | Self::MunicipalDisasterSystem);
        !disaster_system || procedure == Number::DISASTER_CERTIFICATE
    }
}

named! {
    /// 接続 to the core systems, the weakest first.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Connection {
        #[default]
        Unknown = "不明",
        NotConnected = "未接続",
        Manual = "手入力・RPA",
        /// (applications reach the 申請管理システム by themselves)
        Dedicated = "特定通信まで",
        EndToEnd = "基幹システムまで（エンドトゥエンド）",
    }
    shown as { EndToEnd, Dedicated, Manual, NotConnected, Unknown, }
}

/// 被災者支援システム by which 罹災証明 can be online.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DisasterSystem {
    /// 国のクラウド型被災者支援システム
    National,
    /// 自治体の被災者支援システム
    Municipal,
}
