//! What a word of the vocabulary means to the reader (語の意味): core words of the categories, and the words that tell
//! how a sentence works (modality, frame, interval, object). Takes nothing, gives [`Sense`] and the set [`Senses`].

/// The meaning of a word. Names follow the Japanese terms in brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Sense {
    // Structure
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
    // Modality
    /// しなければならない, するものとする
    Duty,
    /// 努めなければならない
    Effort,
    /// することができる, させることができる
    Power,
    /// してはならない, することができない
    Forbid,
    // Frames
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
    /// 報告しなければ
    Reports,
    /// 会議, 総会
    Meeting,
    /// 次に掲げる
    ListHead,
    /// 計画, 規程, マニュアル
    Plan,
    /// 施策を講ずる, 推進
    Policy,
    /// 申請書を提出
    Applying,
    /// 公告 告示 公示
    Notice,
    /// 委託 委任 行わせる
    Entrust,
    /// 法第…条, 政令
    Law,
    /// 電磁的方法, インターネット
    Digital,
    /// 情報の提供を受ける者の閲覧に供し
    FileAccess,
    /// インターネットを利用して公衆の閲覧に供する
    WebOnly,
    // Acts of looking and checking
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
    // Objects
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
    // Intervals
    /// 毎年, 年一回
    Interval,
    /// 定期検査 and other acts with the interval in their name
    PeriodicCheck,
    /// 定期監査, 定期測定
    PeriodicAct,
    // Stationing
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
    /// …人以上
    Headcount,
    /// 置かなければ, 配置
    Placement,
    /// 従事, 職務
    Engage,
    /// 兼ねる
    Concurrent,
    /// 役員, 監事, 議員
    Organ,
    /// 管理者, 従業者, 技術者
    Staff,
    // Training
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
    /// 修了
    Completed,
    /// 講習機関
    TrainingBody,
    // Posting
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
    /// 設置
    Install,
    /// 公示送達
    ServiceByNotice,
    /// 容器, 包装, 車両
    Goods,
    // Inspection of records
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
    // Media
    /// 磁気ディスク
    Medium,
    /// 電磁的記録媒体
    UnnamedMedium,
    /// 調製, 記録, 提出
    Produce,
    // Words that only look like a core word
    /// Discounted: looks like a word of looking and checking.
    NotVisual,
    /// Discounted: looks like an audit.
    NotAudit,
    /// Discounted: looks like an interval.
    NotPeriodic,
    /// Discounted: looks like stationing.
    NotStationing,
    /// Discounted: looks like training.
    NotTraining,
    /// Discounted: looks like posting.
    NotPosting,
    /// Discounted: looks like inspection of records.
    NotRecords,
    /// Discounted: looks like a medium.
    NotMedium,
}

/// A set of senses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Senses(u128);

impl Senses {
    /// The set of these senses.
    #[must_use]
    pub const fn of(senses: &[Sense]) -> Self {
        let mut bits = 0_u128;
        let mut rest = senses;
        while let [first, others @ ..] = rest {
            bits |= 1 << (*first as u8);
            rest = others;
        }
        Self(bits)
    }

    /// Adds one.
    pub fn insert(&mut self, sense: Sense) {
        self.0 |= 1 << (sense as u8);
    }

    /// Whether it holds this one.
    #[must_use]
    pub const fn has(self, sense: Sense) -> bool {
        self.0 & (1 << (sense as u8)) != 0
    }

    /// Whether the two share one.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The set with one more.
    #[must_use]
    pub const fn with(self, sense: Sense) -> Self {
        Self(self.0 | (1 << (sense as u8)))
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
