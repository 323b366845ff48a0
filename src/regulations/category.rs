//! The eight categories (規制区分): names, definitions, PHASE, technologies of the map.
//!
//! Takes nothing, gives facts. Source of the seven: 「デジタル原則に照らした規制の一括見直しプラン」; PHASE table: its paper of
//! 2022-03-30; technologies: テクノロジーマップ（デジタル庁）を加工して作成.

use serde::{Deserialize, Serialize};

/// アナログ規制の区分: the seven, and storage media that stand beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// 目視規制
    Visual,
    /// 実地監査規制
    OnsiteAudit,
    /// 定期検査・点検規制
    Periodic,
    /// 常駐・専任規制
    Stationing,
    /// 対面講習規制
    Training,
    /// 書面掲示規制
    Posting,
    /// 往訪閲覧・縦覧規制
    InspectionOfRecords,
    /// 記録媒体の指定
    StorageMedia,
}

/// How far digitalisation has come, as far as the text tells (PHASE 3 cannot be read from a text that still regulates).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    /// PHASE 1: the analogue way only.
    #[serde(rename = "1")]
    One,
    /// PHASE 2 or later: the clause names a digital way.
    #[serde(rename = "2")]
    Two,
}

/// What stands behind a definition or a table row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Wording of the national text.
    NationalText,
    /// 本ツールの説明: our own wording.
    OwnWording,
}

impl Category {
    /// All eight in the order of the plan.
    pub const ALL: [Self; 8] = [
        Self::Visual,
        Self::OnsiteAudit,
        Self::Periodic,
        Self::Stationing,
        Self::Training,
        Self::Posting,
        Self::InspectionOfRecords,
        Self::StorageMedia,
    ];

    /// Identifier in files and interfaces.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Visual => "visual",
            Self::OnsiteAudit => "onsite_audit",
            Self::Periodic => "periodic",
            Self::Stationing => "stationing",
            Self::Training => "training",
            Self::Posting => "posting",
            Self::InspectionOfRecords => "inspection_of_records",
            Self::StorageMedia => "storage_media",
        }
    }

    /// The category of an identifier.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.id() == id)
    }

    /// Japanese name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Visual => "目視規制",
            Self::OnsiteAudit => "実地監査規制",
            Self::Periodic => "定期検査・点検規制",
            Self::Stationing => "常駐・専任規制",
            Self::Training => "対面講習規制",
            Self::Posting => "書面掲示規制",
            Self::InspectionOfRecords => "往訪閲覧・縦覧規制",
            Self::StorageMedia => "記録媒体の指定",
        }
    }

    /// Place in [`Category::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Whether it is one of the seven of the plan; 記録媒体の指定 stands beside them.
    #[must_use]
    pub const fn is_of_the_seven(self) -> bool {
        !matches!(self, Self::StorageMedia)
    }

    /// Definition and where its wording comes from.
    #[must_use]
    pub const fn definition(self) -> (&'static str, Status) {
        match self {
            Self::Visual => (
                "人が現地に赴き、施設や設備、状況等が基準に適合しているかを目視によって判定すること(検査・点検)、実態・動向などを目視によって明確化すること(調査)、一定期間常時注目すること(巡視・見張り)を求める規制",
                Status::NationalText,
            ),
            Self::OnsiteAudit => (
                "人が現場に赴き、基準に適合しているかを書類・建物等を確認することによって判定することを求める規制",
                Status::NationalText,
            ),
            Self::Periodic => (
                "一定の期間に一定の頻度で、判定すること(第三者検査・自主検査)、明確化すること(調査・測定)を求める規制",
                Status::NationalText,
            ),
            Self::Stationing => (
                "(物理的に)常に事業所や現場に留まること、兼任せず専らその任にあたること(1人1現場の紐付け等)を求める規制",
                Status::NationalText,
            ),
            Self::Training => ("資格等の講習を対面で行うこと、受けることを求める規制", Status::OwnWording),
            Self::Posting => ("公的な証明書等を紙で特定の場所に掲示することを求める規制", Status::OwnWording),
            Self::InspectionOfRecords => {
                ("公的情報を閲覧・縦覧させるもののうち公的機関等への訪問が必要とされる規制", Status::OwnWording)
            }
            Self::StorageMedia => ("申請・届出・交付・保存にFD等の媒体を指定する規制", Status::OwnWording),
        }
    }

    /// PHASE 1 to 3 of the category and where the wording comes from; 記録媒体の指定 has no table.
    #[must_use]
    pub const fn phases(self) -> Option<([&'static str; 3], Status)> {
        match self {
            Self::Visual | Self::OnsiteAudit => Some((
                ["従来の目視・実地", "情報収集の遠隔化、人による評価", "判断の精緻化、自動化・無人化"],
                Status::NationalText,
            )),
            Self::Periodic => Some((
                ["従来の定期検査・点検", "デジタル技術の活用による規制目的の達成", "定期の検査・調査・測定の撤廃"],
                Status::NationalText,
            )),
            Self::Stationing => Some((["常駐・専任の義務", "デジタル技術による緩和", "撤廃"], Status::OwnWording)),
            Self::Training | Self::Posting | Self::InspectionOfRecords => {
                Some((["紙・人の介在", "オンライン化", "手続の完結・自動化"], Status::OwnWording))
            }
            Self::StorageMedia => None,
        }
    }

    /// Technologies that could replace the act.
    #[must_use]
    pub const fn technologies(self) -> &'static [&'static str] {
        match self {
            Self::Visual | Self::OnsiteAudit | Self::Periodic => &[
                "カメラ",
                "ドローン",
                "巡回ロボット",
                "各種センサ",
                "画像認識",
                "3Dモデリング",
                "リアルタイムモニタリング",
                "オンライン会議",
            ],
            Self::Stationing => &["遠隔監視", "オンライン会議", "情報共有"],
            Self::Training => &["オンライン講習", "利用者の認証(eKYC)", "受講管理"],
            Self::Posting => &["ウェブ掲載", "デジタルサイネージ", "オンライン証明書"],
            Self::InspectionOfRecords => &["オンライン閲覧", "台帳データベース", "本人認証"],
            Self::StorageMedia => &["電磁的記録媒体・オンライン提出への読み替え"],
        }
    }
}
