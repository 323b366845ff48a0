//! 実地監査規制 (`onsite_audit`).
//!
//! # 定義
//! 人が現場に赴き、基準に適合しているかを書類・建物等を確認することによって判定することを求める規制。
//!
//! # 語
//! 実地検査, 実地監査, 指導監査; 立入検査 whose object is 帳簿・書類・業務・財産・会計; 実地に…検査・監査.
//!
//! # 除外
//! 監査委員 and 監査役 as organs, 監査報告, 決算審査, 例月出納検査; books inspected with no entry, site or 実地 named (要確認 at most).
//!
//! # 迷う例
//! 「実地検査」 of works, land or things is 目視規制; object unclear: 実地監査規制 (point 7).
//! 「帳簿書類の提出を求め、又は立ち入り、設備を検査させる」: the books are handed in, not inspected on the spot.
//!
//! # 出典
//! Definition: national text. Points 6, 7, 15, 25 of the codebook (data/gold/CODEBOOK.md).

use super::super::frame::ENTRIES;
use super::super::passage::{Passage, Sentence, Tail};
use super::super::sense::Sense;
use super::super::senses::Senses;
use super::super::tally::{CLEAR, FAINT, LIKELY, Tally};
use super::super::words::WordList;

/// Words of this category.
pub const WORDS: &[WordList] = &[
    (Sense::Audit, "監査 考査 業務検査 会計検査"),
    (
        Sense::OnSiteAudit,
        "実地監査 指導監査 出張監査 現地監査 実地指導 臨店 実地審査 実地考査 実地のモニタリング 訪問監査",
    ),
    (Sense::OnSiteInspection, "実地検査 実地の検査 実地に検査 実地に調査 実地の調査 実地による検査 現地検査 現地審査"),
    (
        Sense::NotAudit,
        "監査委員 監査役 監査報告 監査法人 監査人 監査等委員 監査証明 監査基準 監査室 監査課 監査調書 \
         監査意見 監査事務局 監査官 監査手続 監査請求 監査権 監査機関 監査局 監査部 会計監査 決算審査 \
         例月出納検査 外部監査契約 監査会 内部監査 財務監査 監査費用 監査の請求 監査業務 監査事務 監査制度 \
         監査範囲 監査結果 指揮監査 会計検査院",
    ),
];

const BOOKS: Senses = Senses::of(&[Sense::Books, Sense::Business]);
const ACTS: Senses = Senses::of(&[
    Sense::Inspection,
    Sense::Survey,
    Sense::Audit,
    Sense::Confirm,
    Sense::WorksInspection,
    Sense::Checkup,
]);

/// Judges the sentences of a clause.
pub fn judge(passage: &Passage, tally: &mut Tally) {
    for sentence in passage.sentences() {
        entry_for_books(sentence, tally);
        on_site(passage, sentence, tally);
        bare(sentence, tally);
    }
}

/// Point 6: entering to inspect books, business or property.
fn entry_for_books(sentence: &Sentence, tally: &mut Tally) {
    for token in sentence.of_any(ENTRIES) {
        if token.sense != Sense::EntryInspection {
            let Some(books) = sentence.after(token, BOOKS, 200) else { continue };
            if let Some(act) = sentence.after(books, ACTS, 120) {
                tally.hit(
                    sentence,
                    CLEAR,
                    "立ち入って帳簿・書類や業務を検査することを定めている",
                    &[token, books, act],
                );
            }
        } else if let Some(books) = sentence.before(token, BOOKS, 60).or_else(|| sentence.after(token, BOOKS, 60)) {
            tally.hit(sentence, FAINT, "立入検査と帳簿・書類に触れている", &[token, books]);
        }
    }
}

/// Points 7 and 25: 実地 with an audit, an inspection or a survey whose object is not land or a thing.
fn on_site(passage: &Passage, sentence: &Sentence, tally: &mut Tally) {
    for token in sentence.of_any(Senses::of(&[Sense::OnSiteAudit, Sense::OnSiteInspection, Sense::OnSiteSurvey])) {
        let works = passage.title_has(Senses::of(&[Sense::Works])) && !sentence.meets(BOOKS);
        let thing = match sentence.object(token, 120) {
            _ if works => true,
            Some(_) => !sentence.only_papers(token, 120) && sentence.before(token, BOOKS, 24).is_none(),
            None => passage.about_things(sentence),
        };
        let strength = match token.tail {
            tail if tail.only_mentions() => FAINT,
            Tail::About if sentence.has(Sense::Papers) => FAINT,
            _ if thing && token.sense != Sense::OnSiteAudit => FAINT,
            _ => CLEAR,
        };
        tally.hit(sentence, strength, "現場に赴く検査・監査を定めている", &[token]);
    }
    for token in sentence.of(Sense::OnSite) {
        if let Some(act) = sentence.after(token, ACTS, 60) {
            let strength = if passage.about_things(sentence) && !sentence.meets(BOOKS) { FAINT } else { CLEAR };
            tally.hit(sentence, strength, "実地に検査・監査することを定めている", &[token, act]);
        } else if !passage.about_things(sentence) && !passage.title_has(Senses::of(&[Sense::Works])) {
            tally.hit(sentence, LIKELY, "実地に行うことを定めている", &[token]);
        }
    }
}

/// Books or an audit with no site named: worth a look only.
fn bare(sentence: &Sentence, tally: &mut Tally) {
    for token in sentence.of_any(Senses::of(&[Sense::Inspection, Sense::Audit])) {
        let does = matches!(token.tail, Tail::Does | Tail::Causes | Tail::Undergoes);
        if sentence.has(Sense::NotAudit) {
            tally.discount(sentence, token, "監査役など機関の監査です");
        } else if token.sense == Sense::Audit && (does || token.tail == Tail::Manner) {
            tally.hit(sentence, FAINT, "監査を定めているが、現場に赴くとは書かれていない", &[token]);
        } else if does && let Some(books) = sentence.before(token, Senses::of(&[Sense::Books, Sense::Business]), 60) {
            tally.hit(sentence, FAINT, "帳簿・書類の検査を定めているが、現場に赴くとは書かれていない", &[books, token]);
        }
    }
}
