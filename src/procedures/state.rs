//! The states that a procedure can be in: 公開状況 and 接続.
//!
//! Facts: counting rules of デジタル庁's dashboard and the grant's condition. Online counts what is reachable by
//! マイナポータル, also where only some kinds or persons are served; a general e-application system alone and
//! 制度なし do not count.

use serde::{Deserialize, Serialize};

use super::catalogue::Number;

/// 公開状況, the weakest first: where several inputs name one procedure, the strongest counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Availability {
    /// 不明
    #[default]
    Unknown,
    /// 制度なし
    NoScheme,
    /// 未着手
    NotStarted,
    /// 作成中
    InPreparation,
    /// 汎用電子申請のみ
    GeneralSystemOnly,
    /// 一部公開
    Partial,
    /// 自治体の被災者支援システムで公開済 (罹災証明 only)
    MunicipalDisasterSystem,
    /// 国のクラウド型被災者支援システムで公開済 (罹災証明 only)
    NationalDisasterSystem,
    /// 公開済（マイナポータル）
    Published,
}

impl Availability {
    /// Every state, in the order in which the page offers them.
    pub const ALL: [Self; 9] = [
        Self::Published,
        Self::Partial,
        Self::GeneralSystemOnly,
        Self::InPreparation,
        Self::NotStarted,
        Self::NoScheme,
        Self::Unknown,
        Self::NationalDisasterSystem,
        Self::MunicipalDisasterSystem,
    ];

    /// The state's name as officers read it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Published => "公開済（マイナポータル）",
            Self::Partial => "一部公開",
            Self::NationalDisasterSystem => "公開済（国のクラウド型被災者支援システム）",
            Self::MunicipalDisasterSystem => "公開済（自治体の被災者支援システム）",
            Self::GeneralSystemOnly => "汎用電子申請のみ",
            Self::InPreparation => "作成中",
            Self::NotStarted => "未着手",
            Self::NoScheme => "制度なし",
            Self::Unknown => "不明",
        }
    }

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

/// 接続 to the core systems, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Connection {
    /// 不明
    #[default]
    Unknown,
    /// 未接続
    NotConnected,
    /// 手入力・RPA
    Manual,
    /// 特定通信まで: applications reach the 申請管理システム by themselves.
    Dedicated,
    /// 基幹システムまで: エンドトゥエンド
    EndToEnd,
}

impl Connection {
    /// Every way of connection, in the order in which the page offers them.
    pub const ALL: [Self; 5] = [Self::EndToEnd, Self::Dedicated, Self::Manual, Self::NotConnected, Self::Unknown];

    /// The connection's name as officers read it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::EndToEnd => "基幹システムまで（エンドトゥエンド）",
            Self::Dedicated => "特定通信まで",
            Self::Manual => "手入力・RPA",
            Self::NotConnected => "未接続",
            Self::Unknown => "不明",
        }
    }
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
