//! 目視規制 (`visual`).
//!
//! # 定義
//! 人が現地に赴き、施設や設備、状況等が基準に適合しているかを目視によって判定すること(検査・点検)、実態・動向などを
//! 目視によって明確化すること(調査)、一定期間常時注目すること(巡視・見張り)を求める規制。
//!
//! # 語
//! 立入り, 臨検, 検査, 点検, 調査, 実地・現地, 巡視, 監視, 視察, 立会い, 検針, 外観・目視; named inspections of works and things.
//!
//! # 除外
//! Persons (身体検査), laboratories (器差の検査, 検体検査), books alone (会計検査), paper (書類審査), counsel (調査審議), statistics,
//! bodies and papers named after an inspection (検査機関, 検査済証), prohibited entry (立入禁止), identity cards for entry.
//!
//! # 迷う例
//! 「検査を受けようとする者は申請書を提出しなければならない」 counts (point 17); 「検査の結果を通知する」 does not.
//! 「必要な調査を行う」 without an object that can be looked at is no more than 要確認.
//!
//! # 出典
//! Definition: national text. Points 4, 6–8, 14, 17, 19 of the codebook (data/gold/CODEBOOK.md).

use super::super::passage::{Passage, Sentence, THINGS, Tail, Token};
use super::super::sense::Sense;
use super::super::senses::Senses;
use super::super::tally::{CLEAR, FAINT, LIKELY, TRACE, Tally};
use super::super::words::WordList;

/// Words of this category.
pub const WORDS: &[WordList] = &[
    (Sense::Entry, "立(ち)入(り|る|ら|れ|つ|っ|) に臨み に臨ん へ立入 に進入し"),
    (
        Sense::EntryInspection,
        "立(ち)入(り)検査 立(ち)入(り)調査 立(ち)入(り)測量 立(ち)入(り)点検 立(ち)入(り)(て|)検査 臨検検査",
    ),
    (
        Sense::NoEntry,
        "立(ち)入(り)禁止 立(ち)入(り)を禁 立ち入ることを禁 立ち入ることについて禁 立(ち)入(っ)てはならない \
         立ち入らせてはならない 立(ち)入(り)制限 立(ち)入(り)を制限 立ち入ることを制限 立ち入らない \
         立(ち)入(り)防止 立ち入ることができない 立入りの禁止 立入りの制限 立ち入りの禁止 立(ち)入(り)承諾 \
         みだりに立(ち)入 立入許可 土地立入許可申請書 立(ち)入(り)若しくは使用を禁 立入りの承諾 \
         立ち入ることを防止 立ち入ろうとするときは、許可 議場に立(ち)入",
    ),
    (Sense::Inspection, "検査 臨時検査 特別検査 再検査 確認検査 更新検査"),
    (
        Sense::WorksInspection,
        "完成検査 しゅん工検査 しゅんこう検査 竣功検査 竣工検査 完了検査 工事検査 中間検査 出来形検査 \
         出来高検査 落成検査 使用前検査 使用開始前検査 性能検査 変更検査 使用再開検査 部分払検査 完工検査 \
         設置検査 製造検査 保安検査 適合性検査 溶接検査 車両検査 船舶検査 耐圧検査 抜取(り)検査 抜き取り検査 \
         出張検査 受入(れ)検査 材料検査 検収 装置検査 構造検査 外観検査 工程検査 段階検査 使用検査 \
         継続検査 新規検査 予備検査 輸入検査 と畜検査 屠畜検査 食鳥検査 植物検査 輸出検査 \
         危険物検査 消防検査 防火検査 被害調査 家屋調査 損害査定 部分検査 完了確認 完成確認 \
         水張検査 水圧検査 一部完成検査 施設検査 実況検査 自主検査 始業検査 品質検査 製品検査 \
         計測検査 家畜検査 修理検査 屋内検査 現物検査 納品検査 実施計画検査 原子力規制検査 核燃料物質検査 \
         検疫 被害認定調査",
    ),
    (
        Sense::Checkup,
        "点検 自主点検 保守点検 安全点検 巡回点検 自己点検 日常点検 始業点検 整備点検 点検整備 点検及び整備 \
         試運転",
    ),
    (Sense::Survey, "調査 実態調査 取調"),
    (Sense::LandSurvey, "測量 実測 ボーリング"),
    (
        Sense::SiteSurvey,
        "現地調査 現地確認 現地踏査 現地視察 現場検査 現場調査 現場確認 現場点検 現況調査 現況確認 現物確認 \
         現物を確認 現地を確認 現場を確認 現地を調査 現場を調査 現地(に)おいて確認 現地に赴 現場に赴 \
         現地に臨 現場に臨 実況見分 検分 見分 踏査 実見 検地 臨場 訪問調査 出張調査 実査 臨地 臨戸 発掘調査 \
         試掘 潜水調査 現場の確認 現地の確認 現地の調査 現場の調査",
    ),
    (Sense::OnSite, "実地に 実地の 実地で 実地"),
    (Sense::Site, "現地 現場"),
    (Sense::NotVisual, "現地作業 現場作業 工事現場 作業現場 建設現場 現場代理人 立会社 設立会社"),
    (Sense::OnSiteSurvey, "実地調査 実地踏査 実地確認 実地見分 実地測量 実地視察"),
    (
        Sense::Patrol,
        "巡視 巡察 巡検 見回り 見回る 見廻り 見廻る 見回ら パトロール 警ら 巡ら 巡回 見張り 見張人 見張員 監視員を置 監視人を置 監視者を置 誘導員を配置 監視員を配置",
    ),
    (Sense::Watch, "監視"),
    (Sense::Visit, "視察 査察"),
    (Sense::Attendance, "立(ち)会(い|う|わ|つ|っ|)"),
    (
        Sense::MeterReading,
        "検針 メーターの点検 メータの点検 メーターを点検 計量のため点検 使用水量の計量 \
         水道メーターにより計量",
    ),
    (Sense::Appearance, "外観 目視 視認 肉眼 目で見 打音"),
    (Sense::Raid, "臨検"),
    (Sense::Confirm, "確認"),
    (
        Sense::NotVisual,
        "検査機関 検査員 検査官 検査院 検査証 検査済証 検査手数料 検査料 検査費 検査室 検査所 検査課 \
         立(ち)入(り)検査証 立(ち)入(り)検査員証 検査員証 検査成績書 検査業務 検査事務 検査結果 検査用具 \
         検査協会 検査設備 会計検査 身体検査 血液検査 聴力検査 視力検査 尿検査 体格検査 健康検査 不妊検査 不育症検査 \
         適性検査 学力検査 心理検査 臨床検査 衛生検査 病理検査 ックス線検査 X線検査 エックス線検査 \
         基準器検査 器差の検査 検体検査 スクリーニング検査 書面検査 書類検査 収入検査 精密検査 検査項目 \
         検査対象者 肺機能検査 色覚検査 口腔検査 一次検査 知能検査 抗体検査 抗原検査 検査入院 資産検査 \
         遺伝子検査 貸金検査 検査報告書 検査調書 検査通知書 検査表 検査簿 検査記録 検査職員 検査責任者 \
         検査監 検査期限 検査主任 検査合格 検査標章 検査受検 自動車検査証 検査登録 指定検査 検査部 検査局 \
         調査審議 調査研究 統計調査 世論調査 意識調査 国勢調査 センサス 調査票 調査員 調査会 調査委員 調査官 \
         調査庁 再調査 所得調査 身元調査 信用調査 動態調査 調査課 学術調査 意向調査 アンケート調査 影響調査 \
         調査機関 調査部 調査書 調査第0部 調査表 調査対象 調査結果 構造実態調査 活動調査 基本調査 基礎調査 \
         労働力調査 家計調査 物価調査 需要調査 文献調査 資料調査 犯則調査 再調査の請求 調査及び審議 \
         調査、審議 調査及び研究 調査、研究 調査、企画 調査企画 調査・研究 調査室 調査士 調査業務 調査協力 \
         調査区 資金調査 調査手当 資産調査 市場調査 価格調査 調査報告書 調査員証 検査、研究 調査事項 総点検 \
         再点検 点検商法 点検簿 点検表 点検記録 点検結果 点検済証 点検票 点検報告 点検資格者 点検項目 \
         投票を点検 投票の点検 投票点検 監視員 監視委員会 監視装置 監視カメラ 監視機器 監視センター 監視設備 \
         監視課 監視所 監視盤 監視指導 監視業務 監視指導計画 監視制御 視察委員会 行政視察 海外視察 視察研修 \
         先進地視察 視察団 視察旅費 立会人 立会時間 立会料 立会外 立会警察 立会証人 入札の立会 立会演説 \
         立会者の氏名 開票立会 投票立会 選挙立会 立会場 巡回指導 巡回相談 巡回診療 巡回図書 巡回サービス \
         定期巡回 巡回文庫 巡回展 巡回健診 巡回バス 随時対応型訪問介護看護 確認書 確認申請 本人確認 建築確認 \
         確認済証 確認通知 資格確認 確認検査機関 利益相反 確認の申請 実地試験 実地研修 実地訓練 実地教育 \
         実地修練 実地棚卸 実地演習 実地講習 実地指導 実地に不動産の鑑定 実地の経験 現地通貨 現地法人",
    ),
];

/// Acts after which an entry is an entry to inspect.
const ENTRY_ACTS: Senses = Senses::of(&[
    Sense::Inspection,
    Sense::WorksInspection,
    Sense::Checkup,
    Sense::Survey,
    Sense::LandSurvey,
    Sense::SiteSurvey,
    Sense::OnSiteSurvey,
    Sense::OnSiteInspection,
    Sense::Measure,
    Sense::Confirm,
    Sense::Sampling,
    Sense::Visit,
    Sense::Audit,
]);
/// What binds or empowers.
const EXCEPT: Senses = Senses::of(&[Sense::Except]);
/// What binds or empowers.
const BINDING: Senses = Senses::of(&[Sense::Duty, Sense::Power]);
/// What is checked at a desk.
const DESK: Senses = Senses::of(&[Sense::Papers, Sense::Books, Sense::Business, Sense::Laboratory]);
/// Papers that are checked at a desk.
const PAPERS: Senses = Senses::of(&[Sense::Papers]);

/// Judges the sentences of a clause.
pub fn judge(passage: &Passage, tally: &mut Tally) {
    for sentence in passage.sentences() {
        entry(sentence, tally);
        named(passage, sentence, tally);
        inspection(passage, sentence, tally);
        looking(passage, sentence, tally);
        surveys(passage, sentence, tally);
    }
}

/// Points 4, 6, 17: entering a place to inspect it, its announcement; not the identity card.
fn entry(sentence: &Sentence, tally: &mut Tally) {
    for token in sentence.of(Sense::Entry) {
        if matches!(token.tail, Tail::Body | Tail::Past) {
            tally.discount(sentence, token, "立ち入る者について述べた語です");
            continue;
        }
        if let Some(act) = sentence.after(token, ENTRY_ACTS, 400).or_else(|| sentence.before(token, ENTRY_ACTS, 80)) {
            tally.hit(sentence, CLEAR, "立ち入って検査・調査することを定めている", &[token, act]);
        } else if sentence.has(Sense::IdCard) || sentence.has(Sense::NotCrime) {
            tally.discount(sentence, token, "身分証の携帯など、立入りに付随する定めです");
        } else if sentence.has(Sense::Announce) {
            tally.hit(sentence, LIKELY, "立入りの手順を定めている", &[token]);
        } else {
            let strength = if sentence.has(Sense::Refuse) || sentence.has(Sense::Forbid) { TRACE } else { FAINT };
            tally.hit(sentence, strength, "立入りに触れている", &[token]);
        }
    }
    for token in sentence.of(Sense::EntryInspection) {
        let (strength, because) = match token.tail {
            Tail::About | Tail::Describes if sentence.has_or_head(Sense::Entrust) => {
                (LIKELY, "立入検査の事務を委ねている")
            }
            tail if tail.only_mentions() || tail == Tail::About => (FAINT, "立入検査に触れている"),
            _ => (CLEAR, "立入検査・立入調査を定めている"),
        };
        tally.hit(sentence, strength, because, &[token]);
    }
    for token in sentence.of(Sense::Raid) {
        let strength = if matches!(token.tail, Tail::Describes | Tail::About) { FAINT } else { CLEAR };
        tally.hit(sentence, strength, "臨検を定めている", &[token]);
    }
}

/// Points 7 and 17: surveys on the spot, inspections of works and things by name.
fn named(passage: &Passage, sentence: &Sentence, tally: &mut Tally) {
    for token in sentence.of_any(Senses::of(&[Sense::SiteSurvey, Sense::WorksInspection, Sense::MeterReading])) {
        let (strength, because) = match token.tail {
            tail if tail.only_mentions() && sentence.has_or_head(Sense::Entrust) => {
                (FAINT, "現地での検査・調査に触れている")
            }
            tail if tail.only_mentions() => (TRACE, "現地での検査・調査に触れている"),
            _ if sentence.has(Sense::Fee) && token.sense != Sense::MeterReading => (FAINT, "検査の費用に触れている"),
            _ => (CLEAR, "現地や物についての検査・調査を定めている"),
        };
        tally.hit(sentence, strength, because, &[token]);
    }
    for token in sentence.of_any(Senses::of(&[Sense::OnSiteSurvey, Sense::OnSite, Sense::OnSiteInspection])) {
        let acts = token.sense != Sense::OnSite
            || sentence.after(token, ENTRY_ACTS, 30).is_some()
            || sentence.before(token, ENTRY_ACTS, 12).is_some();
        let papers = sentence.only_papers(token, 120);
        if acts && !papers && (passage.about_things(sentence) || passage.title_has(Senses::of(&[Sense::Works]))) {
            let recorded = token.tail == Tail::About && sentence.has(Sense::Papers);
            let strength = if token.tail.only_mentions() || recorded { FAINT } else { CLEAR };
            tally.hit(sentence, strength, "土地や物の実地の調査を定めている", &[token]);
        } else if token.sense == Sense::OnSiteSurvey && !token.tail.only_mentions() {
            tally.hit(sentence, FAINT, "実地の調査を定めているが、対象が明らかでない", &[token]);
        }
    }
}

/// Points 6, 14, 17, 19: inspection and check of facilities and things.
fn inspection(passage: &Passage, sentence: &Sentence, tally: &mut Tally) {
    for token in sentence.of_any(Senses::of(&[Sense::Inspection, Sense::Checkup, Sense::PeriodicCheck])) {
        if elsewhere(sentence, token) {
            tally.discount(sentence, token, "人、投票又は書類についての検査・点検です");
            continue;
        }
        if sentence.before(token, Senses::of(&[Sense::OnSite]), 8).is_some() {
            continue;
        }
        let thing = passage.about_things(sentence) || passage.title_things();
        let (strength, because) = match () {
            () if passage.title_has(Senses::of(&[Sense::Laboratory])) => (FAINT, "検査室で行う検査と見られる"),
            () if passage.about_persons(sentence) => (FAINT, "人の検査と見られる"),
            () if sentence.only_papers(token, 40) => (FAINT, "帳簿・書類の検査を定めている"),
            () => how(sentence, token, thing),
        };
        tally.hit(sentence, strength, because, &[token]);
    }
}

/// What the words behind an inspection tell.
fn how(sentence: &Sentence, token: &Token, thing: bool) -> (u8, &'static str) {
    let bare = token.sense == Sense::Inspection;
    match token.tail {
        // 「検査を経た獣畜以外の獣畜を解体してはならない」
        Tail::Past if thing && sentence.has(Sense::Forbid) && sentence.after(token, EXCEPT, 12).is_some() => {
            (LIKELY, "検査を経ることを求めている")
        }
        tail if tail.only_mentions() && token.sense != Sense::PeriodicCheck => (TRACE, "検査・点検に触れている"),
        Tail::When if token.sense == Sense::Checkup => (FAINT, "点検に触れている"),
        Tail::When if thing || token.sense == Sense::PeriodicCheck => (LIKELY, "検査を行うときの定めである"),
        _ if sentence.has(Sense::Fee) => (FAINT, "検査の費用に触れている"),
        Tail::Undergoes | Tail::Asked | Tail::Intends => (CLEAR, "検査を受けることを定めている"),
        Tail::Does | Tail::Causes | Tail::Manner | Tail::Kinds | Tail::By if thing => {
            (CLEAR, "施設や物の検査・点検を定めている")
        }
        Tail::Does | Tail::Causes | Tail::By if !bare => (LIKELY, "点検を定めている"),
        Tail::Listed if thing && sentence.has(Sense::Performs) => (LIKELY, "施設や物の検査・点検を定めている"),
        Tail::Does | Tail::Causes if sentence.meets(BINDING) && !sentence.meets(DESK) => (LIKELY, "検査を定めている"),
        Tail::About | Tail::Other | Tail::Plan | Tail::Listed if sentence.has_or_head(Sense::Plan) && thing => {
            (LIKELY, "計画や規程に検査・点検を含めることを定めている")
        }
        _ => (FAINT, "検査・点検に触れている"),
    }
}

/// Examinations of persons, ballots, bids and papers.
fn elsewhere(sentence: &Sentence, token: &Token) -> bool {
    sentence.near(token, Sense::Person, 60) && !sentence.has(Sense::Animal)
        || sentence.near(token, Sense::Ballot, 30)
        || sentence.near(token, Sense::Bid, 10)
        || sentence.before(token, PAPERS, 4).is_some()
}

/// Points 8, 14: watching, patrolling, visiting, witnessing, reading meters.
fn looking(passage: &Passage, sentence: &Sentence, tally: &mut Tally) {
    for token in
        sentence.of_any(Senses::of(&[Sense::Patrol, Sense::Visit, Sense::Watch, Sense::Attendance, Sense::Appearance]))
    {
        let things = passage.about_things(sentence);
        let strength = match (token.sense, token.tail) {
            (_, tail) if tail.only_mentions() => TRACE,
            (Sense::Patrol, _) if sentence.has(Sense::Care) || sentence.has(Sense::Library) => TRACE,
            (Sense::Patrol, Tail::By | Tail::When) => FAINT,
            (Sense::Patrol | Sense::Visit, _) => CLEAR,
            (Sense::Attendance, _) if sentence.has(Sense::Bid) || sentence.has(Sense::Ballot) => TRACE,
            (Sense::Attendance, _) if things || sentence.has(Sense::Inspection) => LIKELY,
            (Sense::Watch, Tail::Does | Tail::Causes) if things => LIKELY,
            (Sense::Watch, _) if !things => TRACE,
            (Sense::Appearance, _) => {
                if sentence.meets(ENTRY_ACTS) {
                    LIKELY
                } else {
                    TRACE
                }
            }
            _ => FAINT,
        };
        tally.hit(sentence, strength, "見回り・監視・立会いなど、目で見ることを定めている", &[token]);
    }
}

/// Point 7: finding out the state of a thing; facts, papers and statistics are none.
fn surveys(passage: &Passage, sentence: &Sentence, tally: &mut Tally) {
    if sentence.has(Sense::Statistics) {
        return;
    }
    for token in sentence.of_any(Senses::of(&[Sense::Survey, Sense::Confirm])) {
        let survey = token.sense == Sense::Survey;
        let close = |distance| sentence.before(token, THINGS, distance).is_some();
        let strength = match token.tail {
            Tail::Does | Tail::Causes if sentence.has(Sense::Government) => TRACE,
            Tail::Does | Tail::Causes | Tail::By | Tail::Undergoes if close(40) => LIKELY,
            Tail::Does | Tail::Causes if survey && passage.about_things(sentence) => FAINT,
            _ if sentence.has(Sense::Site) || sentence.has(Sense::Appearance) => LIKELY,
            Tail::Other | Tail::Listed if survey && close(20) => FAINT,
            _ => {
                tally.discount(sentence, token, "見る物や場所が書かれていない調査・確認です");
                continue;
            }
        };
        let strength = if survey || sentence.has(Sense::Site) { strength } else { strength.min(FAINT) };
        tally.hit(sentence, strength, "物の状況を調べることを定めている", &[token]);
    }
}
