//! 往訪閲覧・縦覧規制 (`inspection_of_records`).
//!
//! # 定義
//! 公的情報を閲覧・縦覧させるもののうち公的機関等への訪問が必要とされる規制。
//!
//! # 語
//! 縦覧に供する, 閲覧に供する, 閲覧を請求する, 備え置いて閲覧させる, 閲覧の場所・時間・停止.
//!
//! # 除外
//! Electronic delivery between parties (情報の提供を受ける者の閲覧に供し), reading by the Internet alone, circulation inside an office (供覧),
//! libraries, forms, keeping a register nobody may read.
//!
//! # 迷う例
//! 備え置く under the caption 閲覧 counts (point 9). A notice that merely lists the 縦覧場所 among its items does not (point 17).
//!
//! # 出典
//! Definition: wording of this tool (本ツールの説明). Points 9, 17 of the codebook (data/gold/CODEBOOK.md).

use super::super::passage::{Passage, Sentence, Tail, Token};
use super::super::sense::Sense;
use super::super::senses::Senses;
use super::super::tally::{CLEAR, FAINT, LIKELY, TRACE, Tally};
use super::super::words::WordList;

/// Words of this category.
pub const WORDS: &[WordList] = &[
    (Sense::PublicView, "縦覧"),
    (Sense::View, "閲覧 縦覧又は閲覧 閲読 披見 観覧に供し"),
    (
        Sense::ViewPlace,
        "縦覧(の)場所 閲覧(の)場所 閲覧(の)日時 閲覧(の)時間 縦覧(の)時間 閲覧所 縦覧所 縦覧期間 縦覧期日 閲覧期間",
    ),
    (Sense::TakeOut, "持ち出 持出 帯出"),
    (Sense::Viewer, "閲覧者 縦覧者 閲覧人 縦覧人"),
    (
        Sense::Reader,
        "閲覧する者は 閲覧をする者は 閲覧しようとする者は 閲覧をしようとする者は 縦覧する者は 縦覧をする者は \
         縦覧しようとする者は 縦覧をしようとする者は",
    ),
    (
        Sense::DeemedView,
        "縦覧に供したものとみなす 縦覧に供しているものとみなす 閲覧に供したものとみなす \
         閲覧に供しているものとみなす",
    ),
    (
        Sense::NoRefusal,
        "これを拒むことができない これを拒んではならない 請求を拒むことができない 請求を拒んではならない",
    ),
    (Sense::Officials, "官公署 関係行政機関 裁判所書記官に対し 公務所 行政庁に対し 要請があった場合"),
    (
        Sense::Public,
        "公衆 一般の 何人も 利害関係人 関係人の 請求があ 求めに応じ 求めがあ 申出があ 縦覧に供 関係者の 株主 組合員 市民 住民",
    ),
    (Sense::Circulate, "供覧 回覧"),
    (Sense::KeepAt, "備(え)置 備(え)付(け|く) 備えて置 備え付け 備(え)なければ"),
    (Sense::Copy, "謄写 謄本 写しの交付"),
    (
        Sense::NotRecords,
        "上司の閲覧 閲覧室 閲覧席 画像の閲覧 図書の閲覧 閲覧図書 閲覧用図書 図書館資料の閲覧 資料の閲覧席 \
         縦覧期間満了 縦覧期間が満了 館内閲覧 閲覧コーナー 書籍等を閲覧 閲覧カウンター 館内で閲覧 \
         ウェブページの閲覧 ウェブサイトの閲覧 映像の閲覧 有害情報の閲覧 閲覧履歴 閲覧防止 \
         閲覧させ、又は読み聞かせ 閲覧させ又は読み聞かせ 閲覧させ、若しくは読み聞かせ 閲覧不能 閲覧ファイル \
         閲覧事項 閲覧目的 閲覧用 閲覧状況 書籍等の閲覧 縦覧台帳 縦覧帳簿",
    ),
];

/// Acts in whose course papers are read.
const AUDITS: Senses = Senses::of(&[
    Sense::OnSite,
    Sense::OnSiteAudit,
    Sense::OnSiteInspection,
    Sense::Audit,
    Sense::Entry,
    Sense::EntryInspection,
]);

/// Captions that make a clause on the place or the hours of reading one of this category, even where its text names no act
/// (points 9 and 17).
pub const CAPTIONS: Senses = Senses::of(&[Sense::ViewPlace]);

/// Judges the sentences of a clause.
pub fn judge(passage: &Passage, tally: &mut Tally) {
    for sentence in passage.sentences() {
        viewing(passage, sentence, tally);
        keeping(passage, sentence, tally);
    }
}

fn viewing(passage: &Passage, sentence: &Sentence, tally: &mut Tally) {
    for token in sentence.of_any(Senses::of(&[Sense::PublicView, Sense::View])) {
        tally.hit(sentence, strength(passage, sentence, token), "訪れて閲覧・縦覧することを定めている", &[token]);
    }
    places(passage, sentence, tally);
    for token in sentence.of(Sense::DeemedView) {
        tally.hit_regardless(LIKELY, "縦覧に供したものとみなす方法を定めている", &[token]);
    }
    for token in sentence.of(Sense::Circulate) {
        tally.discount(sentence, token, "役所の内部で回すことをいう語です");
    }
    for token in sentence.of_any(Senses::of(&[Sense::WebOnly, Sense::FileAccess])) {
        tally.discount(sentence, token, "インターネットや電気通信回線による閲覧です");
    }
}

/// How firmly a clause lays down reading at an office.
fn strength(passage: &Passage, sentence: &Sentence, token: &Token) -> u8 {
    let mentioned = if captioned(passage) { FAINT } else { TRACE };
    match token.tail {
        _ if sentence.has(Sense::Library) || passage.title_has(Senses::of(&[Sense::Library])) => TRACE,
        _ if by_wire(sentence, token) => mentioned,
        _ if sentence.has(Sense::Fee) && !(token.tail == Tail::Asked && sentence.has(Sense::Public)) => FAINT,
        // 「縦覧することができない日」: what is refused is reading at an office all the same (point 9).
        Tail::Not if captioned(passage) || titled(passage) => LIKELY,
        tail if tail.only_mentions() => mentioned,
        _ if sentence.has(Sense::Officials) && !sentence.has(Sense::Public) => TRACE,
        Tail::Asked if sentence.has(Sense::Government) => TRACE,
        // An official who reads in the course of an audit (「実地に関係書類を閲覧し」).
        Tail::Does if sentence.meets(AUDITS) && !captioned(passage) => FAINT,
        Tail::Offered | Tail::Causes | Tail::Asked | Tail::Does | Tail::Undergoes => CLEAR,
        Tail::Manner | Tail::Listed => LIKELY,
        _ if token.sense == Sense::PublicView || captioned(passage) => LIKELY,
        _ => FAINT,
    }
}

/// Point 9: where it is read, by whom, and what may not be taken away.
fn places(passage: &Passage, sentence: &Sentence, tally: &mut Tally) {
    let titled = titled(passage);
    for token in sentence.of_any(Senses::of(&[Sense::ViewPlace, Sense::Viewer])) {
        let ruled = token.tail == Tail::Manner && (token.sense == Sense::ViewPlace || captioned(passage));
        let place = token.sense == Sense::ViewPlace && titled && !sentence.is_item();
        let strength = match () {
            () if ruled || place || sentence.has(Sense::Forbid) => LIKELY,
            () if (titled || captioned(passage)) && !sentence.is_item() => FAINT,
            () => TRACE,
        };
        tally.hit(sentence, strength, "閲覧・縦覧の場所や人についての定めである", &[token]);
    }
    let bound = sentence.meets(Senses::of(&[Sense::Duty, Sense::Forbid]));
    for token in sentence.of(Sense::Reader).filter(|_| bound || titled || captioned(passage)) {
        let strength = if bound && (titled || captioned(passage)) { LIKELY } else { FAINT };
        tally.hit(sentence, strength, "閲覧・縦覧をする者が守ることを定めている", &[token]);
    }
}

/// The web and delivery between computers.
fn by_wire(sentence: &Sentence, token: &Token) -> bool {
    sentence.has(Sense::FileAccess)
        || sentence.before(token, Senses::of(&[Sense::Network]), 24).is_some()
        || token.tail == Tail::Manner && sentence.has(Sense::Network)
}

/// Whether the title speaks of reading.
fn titled(passage: &Passage) -> bool {
    passage.title_has(Senses::of(&[Sense::View, Sense::PublicView]))
}

/// Whether the caption speaks of reading.
fn captioned(passage: &Passage) -> bool {
    passage.caption_has(Senses::of(&[Sense::View, Sense::PublicView, Sense::ViewPlace]))
}

/// Point 9: 備え置く, 拒むことができない and 持ち出し under the caption 閲覧.
fn keeping(passage: &Passage, sentence: &Sentence, tally: &mut Tally) {
    if !captioned(passage) {
        return;
    }
    for token in sentence.of_any(Senses::of(&[Sense::KeepAt, Sense::NoRefusal, Sense::TakeOut])) {
        let (strength, because) = match token.sense {
            Sense::KeepAt => (CLEAR, "見出しの閲覧のために備え置くことを定めている"),
            Sense::NoRefusal => (CLEAR, "見出しの閲覧を拒めないことを定めている"),
            _ => (LIKELY, "閲覧する物の持出しについて定めている"),
        };
        tally.hit(sentence, strength, because, &[token]);
    }
}
