//! What a word of the vocabulary means to the reader (語の意味): core words of the categories, and the words that tell
//! how a sentence works (modality, frame, interval, object). Takes nothing, gives [`Sense`].

use super::category::Category;

/// The meaning of a word. Variants stand in fields (see [`Sense::field`]); a variant belongs to the field it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Sense {
    // How a sentence works
    /// 。
    Stop,
    /// Line break.
    Line,
    /// （
    Open,
    /// ）
    Close,
    /// 「
    QuoteOpen,
    /// 」
    QuoteClose,
    /// しなければならない, するものとする
    Duty,
    /// 努めなければならない
    Effort,
    /// することができる, させることができる
    Power,
    /// してはならない, することができない
    Forbid,
    /// 罰金, 過料
    Penalty,
    /// 検査を拒み、妨げ
    Refuse,
    /// 準用する
    Applies,
    /// 読み替える
    Reads,
    /// をいう。
    Defines,
    /// 必要な事項は…定める
    Delegates,
    /// 目的とする
    Aims,
    /// に関すること, つかさどる
    Divides,
    /// 様式第…号
    FormSheet,
    /// なお従前の例による, の施行の際
    Amends,
    /// みなす
    Deems,
    /// 身分を示す証明書を携帯
    IdCard,
    /// 犯罪捜査のために認められた
    NotCrime,
    /// 告げ, 予告
    Announce,
    /// 登録を取り消し, 業務の停止
    Revokes,
    /// 手数料, 料金
    Fee,
    /// 補助金, 給付金
    Benefit,
    /// 報告しなければ
    Reports,
    /// 会議, 総会
    Meeting,
    /// 次に掲げる
    ListHead,
    /// 次に掲げる事項を記載, 書類を添え
    Particulars,
    /// 次の業務を行う, 職務は、次のとおり
    Tasks,
    /// 次に掲げる場合
    Event,
    /// 行うものとする, 実施しなければならない
    Performs,
    /// 次のとおり区分する
    Sorts,
    /// 以外の
    Except,
    /// 許可を受けなければならない
    Permit,
    /// 次の各号のいずれかに該当するときは
    Falls,
    /// …とき。
    WhenEnd,
    /// 計画, 規程, マニュアル
    Plan,
    /// 修了証を交付
    Certify,
    /// 登録, 指定
    Register,
    /// 大臣は, 政府は
    Government,
    /// 統計
    Statistics,
    /// 施策を講ずる, 推進
    Policy,
    /// 国は, 地方公共団体は
    State,
    /// 申請書を提出
    Applying,
    /// 公告 告示 公示
    Notice,
    /// 委託 委任 行わせる
    Entrust,
    /// 法第…条, 政令
    Law,
    /// 電磁的方法, 電磁的記録
    Digital,
    /// インターネット, 電気通信回線
    Network,
    /// 入札
    Bid,
    /// 置かなければ, 配置
    Placement,
    /// 常勤の者でなければならない, をもって充てる
    MustBe,
    /// 労働者を使用する
    Employs,
    /// 居宅, 介護
    Care,
    /// 受けるよう命ずる
    Ordered,
    /// 修了
    Completed,
    /// 修了した者と同等以上
    Equal,
    /// 職業訓練, 雇用保険
    Vocational,
    /// 設置
    Install,
    /// これを拒むことができない
    NoRefusal,
    /// 官公署, 関係行政機関
    Officials,
    /// 公衆, 何人
    Public,
    /// 縦覧に供したものとみなす
    DeemedView,
    /// 調製, 記録, 提出
    Produce,
    // Acts of looking, checking and auditing (見る・調べる・監査する)
    /// 立ち入り
    Entry,
    /// 立入検査
    EntryInspection,
    /// 立入禁止
    NoEntry,
    /// 検査
    Inspection,
    /// 完成検査 and other inspections of works and things by name
    WorksInspection,
    /// 点検
    Checkup,
    /// 調査
    Survey,
    /// 測量
    LandSurvey,
    /// 現地調査
    SiteSurvey,
    /// 実地
    OnSite,
    /// 現地, 現場
    Site,
    /// 実地調査
    OnSiteSurvey,
    /// 実地検査
    OnSiteInspection,
    /// 指導監査, 実地監査
    OnSiteAudit,
    /// 監査
    Audit,
    /// 巡視
    Patrol,
    /// 監視
    Watch,
    /// 視察, 査察
    Visit,
    /// 立会い
    Attendance,
    /// 検針
    MeterReading,
    /// 外観, 目視
    Appearance,
    /// 臨検
    Raid,
    /// 確認
    Confirm,
    /// 測定
    Measure,
    /// 水質検査 and other laboratory work
    Laboratory,
    /// 棚卸し
    Stocktake,
    /// 試験, 分析
    Test,
    /// 審査
    Examination,
    /// 収去
    Sampling,
    /// 定期検査 and other acts with the interval in their name
    PeriodicCheck,
    /// 定期監査, 定期測定
    PeriodicAct,
    /// Discounted: looks like a word of looking and checking.
    NotVisual,
    /// Discounted: looks like an audit.
    NotAudit,
    // Intervals (頻度)
    /// 毎年, 年一回
    Interval,
    /// Discounted: looks like an interval.
    NotPeriodic,
    // Stationing (常駐・専任)
    /// 常駐
    Stationed,
    /// 宿直
    NightDuty,
    /// 専任
    Exclusive,
    /// 専ら
    Solely,
    /// 常勤
    FullTime,
    /// 常時
    Always,
    /// 常時…人以上
    AlwaysStaffed,
    /// 兼ねる
    Concurrent,
    /// Discounted: looks like stationing.
    NotStationing,
    // Training (講習)
    /// 講習
    Course,
    /// 研修
    Seminar,
    /// 受講
    Attend,
    /// 教育
    Education,
    /// 特別の教育, 安全教育
    StaffEducation,
    /// 訓練
    Drill,
    /// 避難訓練
    EmergencyDrill,
    /// 実習
    Practice,
    /// 講習機関
    TrainingBody,
    /// Discounted: looks like training.
    NotTraining,
    // Posting (掲示)
    /// 掲示
    Post,
    /// 掲示場
    PostPlace,
    /// を掲げ
    PutUp,
    /// 標識
    Sign,
    /// 許可証, 料金表
    Certificate,
    /// 見やすい場所
    Visible,
    /// 表示
    Display,
    /// 公示送達
    ServiceByNotice,
    /// Discounted: looks like posting.
    NotPosting,
    // Inspection of records (閲覧・縦覧)
    /// 情報の提供を受ける者の閲覧に供し
    FileAccess,
    /// インターネットを利用して公衆の閲覧に供する
    WebOnly,
    /// 縦覧
    PublicView,
    /// 閲覧
    View,
    /// 供覧
    Circulate,
    /// 備え置く
    KeepAt,
    /// 謄写
    Copy,
    /// 持ち出す
    TakeOut,
    /// 縦覧場所
    ViewPlace,
    /// 閲覧者
    Viewer,
    /// 閲覧しようとする者は
    Reader,
    /// Discounted: looks like inspection of records.
    NotRecords,
    // Media (媒体)
    /// 磁気ディスク
    Medium,
    /// 電磁的記録媒体
    UnnamedMedium,
    /// に記録されている
    Recorded,
    /// Discounted: looks like a medium.
    NotMedium,
    // Objects (対象)
    /// 書籍, 図書館
    Library,
    /// 帳簿
    Books,
    /// 業務の状況
    Business,
    /// 施設, 設備, 土地
    Facility,
    /// 工事
    Works,
    /// 健康, 身体
    Person,
    /// 投票
    Ballot,
    /// 申請書類
    Papers,
    /// 家畜, 犬
    Animal,
    /// 容器, 包装, 車両
    Goods,
    /// 学科, 生徒, 大学
    School,
    /// 計量器, 計器
    Instrument,
    // People (人)
    /// …人以上
    Headcount,
    /// 二人とし, 輪番で命ずる
    Assigns,
    /// 従事, 職務
    Engage,
    /// 役員, 監事, 議員
    Organ,
    /// 管理者, 従業者, 技術者
    Staff,
}

/// The first sense of each field but the first.
const FIELDS: [Sense; 9] = [
    Sense::Entry,
    Sense::Interval,
    Sense::Stationed,
    Sense::Course,
    Sense::Post,
    Sense::FileAccess,
    Sense::Medium,
    Sense::Library,
    Sense::Headcount,
];

impl Sense {
    /// Whether it may be a core word of a category: everything but sentence words, objects and people.
    #[must_use]
    pub fn may_be_core(self) -> bool {
        (1..=7).contains(&self.field())
    }

    /// The category whose words it hides, for words that only look like one.
    #[must_use]
    pub const fn speaks_against(self) -> Option<Category> {
        match self {
            Self::NotVisual => Some(Category::Visual),
            Self::NotAudit => Some(Category::OnsiteAudit),
            Self::NotPeriodic => Some(Category::Periodic),
            Self::NotStationing => Some(Category::Stationing),
            Self::NotTraining => Some(Category::Training),
            Self::NotPosting => Some(Category::Posting),
            Self::NotRecords => Some(Category::InspectionOfRecords),
            Self::NotMedium => Some(Category::StorageMedia),
            _ => None,
        }
    }

    /// The field it stands in. Words hide shorter words within them only inside their own field: 「定期講習」 hides
    /// 「定期」, not 「講習」. Words of field 0 hide nothing.
    #[must_use]
    pub fn field(self) -> usize {
        FIELDS.iter().filter(|first| **first <= self).count()
    }
}
