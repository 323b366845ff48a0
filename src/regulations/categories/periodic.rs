//! 定期検査・点検規制 (`periodic`).
//!
//! # 定義
//! 一定の期間に一定の頻度で、判定すること(第三者検査・自主検査)、明確化すること(調査・測定)を求める規制。
//!
//! # 語
//! 定期に, 毎年, 年一回, 三年以内ごと; 定期検査, 定期点検, 定期監査; with 検査, 点検, 調査, 測定, 監査, 棚卸し, 巡視 in the same sentence.
//!
//! # 除外
//! 定期健康診断 and other examinations of persons, 定期報告, 会議, 支払, 現況届, 定期券, 定期預金; statistical surveys; reviews of plans.
//!
//! # 迷う例
//! 「必要があると認めるとき」 is no interval. A yearly audit of business counts even where no site is named (point 15).
//!
//! # 出典
//! Definition: national text. Points 8, 14, 15 of the codebook (data/gold/CODEBOOK.md).

use super::super::passage::{Frame, Passage, Sentence, Tail, Token};
use super::super::sense::Sense;
use super::super::senses::Senses;
use super::super::tally::{CLEAR, FAINT, LIKELY, Tally};
use super::super::words::WordList;

/// Words of this category.
pub const WORDS: &[WordList] = &[
    (
        Sense::Interval,
        "毎年 毎年度 毎月 毎日 毎週 毎事業年度 毎会計年度 毎四半期 毎学期 毎半期 年(に)0回 \
         月(に)0回 週(に)0回 日(に)0回 0日(に|の|間に)0回 期に0回 年間0回 0時間に0回 \
         0年(間|度|)(に|の間に)0回 0(箇|か|ヶ|カ|ケ|個)月(に|間に)0回 0月(に)0回 \
         0年(以内)(ごと|毎) 0月(以内)(ごと|毎) 0(箇|か|ヶ|カ|ケ|個)月(以内)(ごと|毎) \
         0週(間)(以内)(ごと|毎) 0日(以内)(ごと|毎) 0時間(以内)(ごと|毎) \
         0分(以内)(ごと|毎) 0年に(少くとも|少なくとも)0回 0月に(少くとも|少なくとも)0回 年に(少くとも|少なくとも)0回 月に(少くとも|少なくとも)0回 \
         0週に(少くとも|少なくとも)0回 毎年少(な)くとも0回 を経過するごと 期間ごと 時期ごと 期間毎 期間内ごと をこえない期間ごと を超えない期間ごと \
         作業期間ごと に0回以上 につき0回 定期に 定期的 定期の 定期又は 定期及び 及び定期 又は定期 \
         定期、 (ごと|毎)に定期 定時に 定例 月例 月次 例月 年次点検 年度ごと 年度毎 事業年度ごと \
         四半期ごと 半期ごと 半年ごと 半年に0回 隔年 隔月 隔週 常例として 毎翌年 0年目ごと 間隔で \
         の間隔 日ごとに 月ごとに 日毎に 月毎に 0日を超えない範囲 年を超えない範囲内 作業日ごと \
         その日の作業を開始する前 その日の使用を開始する前 その日の作業の開始前 始業前 作業開始前 \
         使用開始前に毎 0日0回 始業時 終業時 毎朝 毎夕 毎夜 毎期 期末ごと 年末に 年度末に 毎年度末 \
         日常的に 運行前 運転前 毎作業日 毎営業日 毎就業日 毎授業日 毎回",
    ),
    (
        Sense::PeriodicCheck,
        "定期検査 定期点検 定期自主検査 定期自主点検 定期調査 定期の検査 定期の点検 定期整備 定期巡視 \
         定期確認 定期安全点検 定期査察 定期事業者検査 定期立入検査 定期安全管理審査 年次検査 月次検査 \
         月次点検 年次点検 月例点検 月例検査 日常検査 定期保守点検 定期保安検査 定期臨検 定期巡回点検 \
         日次点検 日々の点検 週例点検",
    ),
    (
        Sense::PeriodicAct,
        "例月出納検査 例月現金出納検査 定期監査 定期測定 定期審査 定期水質検査 定期試験 定期実地棚卸 定期棚卸 定期監視 定期モニタリング \
         定例検査 定例監査 年次監査",
    ),
    (Sense::Measure, "測定 計測 観測 サンプリング 試料採取 採水"),
    (
        Sense::Laboratory,
        "水質検査 水質試験 水質の検査 放射線の量 濃度の検査 細菌検査 成分検査 検体検査 ばい煙測定 \
         検定検査 計量器検定",
    ),
    (Sense::Stocktake, "棚卸 たな卸 たなおろし 棚おろし 現在高調査 現品の照合 照合し 突合 現在高を調査"),
    (Sense::Test, "試験 分析 検定 較正 校正"),
    (
        Sense::NotPeriodic,
        "定期健康診断 定期健診 定期積金 定期預金 定期券 定期駐車券 定期報告 定期刊行 定期給付 定期金 \
         定期借地 定期昇給 定期航空 定期船 定期路線 定期講習 定期総会 定期会 定期予防接種 定期傭船 \
         定期の報告 定期の予防接種 定期利用 定期乗車 定期運送 定期航路 定期巡回 定期演奏 定期建物賃貸借 \
         定期便 定期の健康診断 定期人事 定期検査機関 定期検査手数料 定期検査済証 定期検査業務 定期確認業務 \
         定期確認機関 定期点検整備簿 定期点検記録 定期検査合格 定期報告書 定期点検整備記録簿 毎年の予算 \
         定期検査済 定期検査成績 毎年度予算 毎年度の予算 試験研究 試験委員 筆記試験 試験事務 試験機関 \
         国家試験 試験の実施",
    ),
];

const ACTS: Senses = Senses::of(&[
    Sense::Inspection,
    Sense::WorksInspection,
    Sense::Checkup,
    Sense::Survey,
    Sense::SiteSurvey,
    Sense::OnSiteSurvey,
    Sense::OnSiteInspection,
    Sense::OnSiteAudit,
    Sense::Audit,
    Sense::Measure,
    Sense::Laboratory,
    Sense::Stocktake,
    Sense::Patrol,
    Sense::Visit,
    Sense::EntryInspection,
    Sense::MeterReading,
    Sense::Watch,
    Sense::LandSurvey,
]);
const INTERVALS: Senses = Senses::of(&[Sense::Interval]);
const WEAK_ACTS: Senses =
    Senses::of(&[Sense::Confirm, Sense::Test, Sense::Entry, Sense::Attendance, Sense::Examination]);

/// Judges the sentences of a clause.
pub fn judge(passage: &Passage, tally: &mut Tally) {
    for sentence in passage.sentences() {
        named(sentence, tally);
        interval(passage, sentence, tally);
        captioned(passage, sentence, tally);
    }
}

fn named(sentence: &Sentence, tally: &mut Tally) {
    for token in sentence.of_any(Senses::of(&[Sense::PeriodicCheck, Sense::PeriodicAct])) {
        let strength = match token.tail {
            Tail::Result
            | Tail::Past
            | Tail::Paper
            | Tail::Fee
            | Tail::Body
            | Tail::Not
            | Tail::Describes
            | Tail::About => FAINT,
            _ if sentence.has(Sense::Fee) || sentence.has(Sense::Revokes) => FAINT,
            // 「定期調査とは、年一回行うものをいう」 lays down what it defines (general rule 1).
            _ if sentence.frame == Frame::Definition && sentence.after(token, INTERVALS, 40).is_some() => {
                tally.hit_regardless(LIKELY, "定期の検査・点検を定義の中で定めている", &[token]);
                continue;
            }
            _ => CLEAR,
        };
        tally.hit(sentence, strength, "定期の検査・点検を定めている", &[token]);
    }
}

/// Point 14: the interval may stand in the caption alone.
fn captioned(passage: &Passage, sentence: &Sentence, tally: &mut Tally) {
    if !passage.caption_has(Senses::of(&[Sense::PeriodicCheck, Sense::PeriodicAct])) {
        return;
    }
    for token in sentence.of_any(ACTS) {
        let strength = match token.tail {
            Tail::Does | Tail::Causes | Tail::Undergoes => CLEAR,
            Tail::Manner | Tail::Intends | Tail::By => LIKELY,
            _ => continue,
        };
        tally.hit(sentence, strength, "見出しの定期の検査・点検を定めている", &[token]);
    }
}

/// An interval and the act it belongs to.
fn interval(passage: &Passage, sentence: &Sentence, tally: &mut Tally) {
    for token in sentence.of(Sense::Interval) {
        if let Some(act) = act_of(sentence, token, ACTS) {
            let person =
                sentence.has(Sense::Care) || sentence.near(act, Sense::Person, 40) || passage.about_persons(sentence);
            let reported = sentence.between(token, act, Sense::Reports) || sentence.between(token, act, Sense::Meeting);
            let strength = match act.tail {
                _ if person => FAINT,
                _ if reported || sentence.has(Sense::Statistics) => FAINT,
                tail if tail.only_mentions() => FAINT,
                Tail::Does | Tail::Causes | Tail::Undergoes | Tail::Asked | Tail::Manner | Tail::By => CLEAR,
                _ => LIKELY,
            };
            tally.hit(sentence, strength, "一定の頻度で検査・点検・測定などを行うことを定めている", &[token, act]);
        } else if let Some(act) = act_of(sentence, token, WEAK_ACTS) {
            let strength = match act.tail {
                _ if act.sense == Sense::Test && !passage.about_things(sentence) => FAINT,
                Tail::Does | Tail::Causes | Tail::Undergoes => LIKELY,
                _ => FAINT,
            };
            tally.hit(sentence, strength, "一定の頻度で確認・試験などを行うことを定めている", &[token, act]);
        } else if passage.caption_has(ACTS) {
            tally.hit(sentence, LIKELY, "見出しの検査・点検の頻度を定めている", &[token]);
        }
    }
}

/// The act after the interval, or before it (「検査は、年一回行う」).
fn act_of<'a>(sentence: &'a Sentence, interval: &Token, acts: Senses) -> Option<&'a Token> {
    sentence.after(interval, acts, 90).or_else(|| sentence.before(interval, acts, 45))
}
