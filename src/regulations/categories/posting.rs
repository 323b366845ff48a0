//! 書面掲示規制 (`posting`).
//!
//! # 定義
//! 公的な証明書等を紙で特定の場所に掲示することを求める規制。
//!
//! # 語
//! 掲示, 掲出, 張り出し, 掲示場, 標識・許可証・料金表を掲げる, 見やすい場所に表示, 公示送達の掲示.
//!
//! # 除外
//! 公告・告示・公表 with no posting named, prohibited or permitted advertisements, 道路標識・案内標識, ポスター掲示場, marks on goods and vehicles,
//! 携帯・提示, 次に掲げる.
//!
//! # 迷う例
//! 「掲示その他の方法」 counts (point 21); 「標識を損壊してはならない」 does not. A notice on the web beside it: `digital` (points 12, 18).
//!
//! # 出典
//! Definition: wording of this tool (本ツールの説明). Points 12, 18, 21, 24 of the codebook (data/gold/CODEBOOK.md).

use super::super::passage::{Passage, Sentence, Tail};
use super::super::sense::Sense;
use super::super::senses::Senses;
use super::super::tally::{CLEAR, FAINT, LIKELY, TRACE, Tally};
use super::super::words::WordList;

/// Words of this category.
pub const WORDS: &[WordList] = &[
    (Sense::Post, "掲示 掲出 張(り)出 貼(り)出 はり出 はりだし 掲揚 貼示 掲額 榜示 に張り付け 張り紙 はり紙"),
    (Sense::PostPlace, "掲示場 掲示板 公告板 告示板 公示板 掲示箇所"),
    (
        Sense::PutUp,
        "を掲げ に掲げておか に掲げて置か 掲げておかなければ 掲げておくもの の掲揚 を掲く 標札を掲 \
         を公衆に掲げ",
    ),
    (Sense::Sign, "標識 標札 表札 門標 立札 立て札 標示板 表示板 標板 看板 掲示物 お知らせ看板 標柱 制札 札を 公示書"),
    (
        Sense::Certificate,
        "許可証 登録証 免許証 料金表 届出済証 指定証 認定証 許可書 証票を 運賃表 営業許可 時刻表 定価表 \
         価格表 確認済証 通知書を 氏名を 約款 心得 注意事項 利用規則 規程の概要 配置図 配置表",
    ),
    (
        Sense::Visible,
        "見(やす|易)い(場所|箇所|個所|位置|ところ|所|ように|部分|処|方法|状態) \
         見(やす|易)き(場所|箇所|個所|所) 公衆の目に(つき|触れ)(やすい|る) 目につきやすい 目に付きやすい \
         人目につきやすい 見やすく 見えやすい 周囲から見やすい 公衆の見得 見易い 見やすい",
    ),
    (Sense::Display, "表示 標示 明示"),
    (Sense::Install, "設置 を設け を立て を建て 設ける 掲示し を付し 掲げなければ"),
    (Sense::ServiceByNotice, "公示送達"),
    (
        Sense::Goods,
        "容器 包装 車体 車両の 封筒 製品に 表面に 計量器 商品 自動車の ラベル 刻印 機体 結合金具 \
         本体に の外側 車両に 器具に 機器に 船体 ナンバー 番号標 作動方向 操作部 包装容器 打刻 \
         消えないように 容易に消え 鋳出し",
    ),
    (
        Sense::NotPosting,
        "電子掲示板 広告物掲示 広告物の掲示 掲示等許可 掲示を許可 掲示許可 ポスター掲示場 ポスターの掲示 \
         ポスターを掲示 ポスター等を掲示 広告を掲出 広告の掲出 広告物を掲出 広告物の表示 掲出物件 屋外広告物 \
         掲示責任者 掲示の禁止 掲示期間満了 掲示してはならない 掲出してはならない 張り紙をし はり紙をし \
         貼り紙 掲示し、又は散布 ビラ 国旗を掲揚 国旗 旗を掲 道路標識 区画線 案内標識 航路標識 境界標識 \
         測量標 標識の建設 基準点標識 識別標識 境界標 標識灯 交通標識 誘導標識 永久標識 一時標識 測量標識 \
         立看板 はり紙及びはり札 はり札 広告塔 標識票 標識符号 地籍図根 標識交付 標識弁償 標識番号 \
         標識の交付 標識再交付 標識の返納 標識の貸与 鑑札 道路標示 標識調査 標識を移転 \
         標識を損壊 標識を汚損 標識の設置、資料 標識放流 標識化合物 放射性標識 蛍光標識 住居表示 街区表示板 住居番号表示板 住居番号表示 表示灯 \
         意思表示 意思の表示 表示器 表示装置 表示価格 名称表示 標示灯 表示証 表示登記 氏名表示権 表示の登記 \
         円表示 虚偽表示 誇大表示 広告の表示 映像面に表示 表示したものの閲覧 画面に表示 に表示する方法 \
         表示に関する登記 表示事項",
    ),
];

/// Judges the sentences of a clause.
pub fn judge(passage: &Passage, tally: &mut Tally) {
    for sentence in passage.sentences() {
        posted(passage, sentence, tally);
        signs(passage, sentence, tally);
    }
}

/// 掲示する, 掲示場に掲示して行う.
fn posted(passage: &Passage, sentence: &Sentence, tally: &mut Tally) {
    for token in sentence.of_any(Senses::of(&[Sense::Post, Sense::PostPlace])) {
        let strength = match token.tail {
            _ if passage.title_has(Senses::of(&[Sense::NotPosting]))
                || passage.caption_has(Senses::of(&[Sense::NotPosting])) =>
            {
                TRACE
            }
            _ if restricted(sentence) => TRACE,
            tail if tail.only_mentions() => TRACE,
            Tail::Listed if token.sense == Sense::PostPlace && !sentence.has(Sense::Post) => FAINT,
            Tail::Does | Tail::Causes | Tail::By | Tail::Listed | Tail::Manner => CLEAR,
            _ if token.sense == Sense::PostPlace => LIKELY,
            _ => FAINT,
        };
        tally.hit(sentence, strength, "公衆の見る場所への掲示を定めている", &[token]);
    }
    for token in sentence.of(Sense::ServiceByNotice) {
        tally.hit(sentence, TRACE, "公示送達に触れている", &[token]);
    }
}

/// Whether posting is what is forbidden or needs a permit, not what is laid down.
fn restricted(sentence: &Sentence) -> bool {
    sentence.has_or_head(Sense::Forbid) && !sentence.has(Sense::Duty) || sentence.head_has(Sense::Permit)
}

/// 標識を掲げる・設置する, 見やすい場所に表示する (point 21).
fn signs(passage: &Passage, sentence: &Sentence, tally: &mut Tally) {
    let goods = sentence.has(Sense::Goods) || passage.caption_has(Senses::of(&[Sense::NotPosting]));
    for token in sentence.of(Sense::PutUp) {
        tally.hit(sentence, if goods { FAINT } else { CLEAR }, "標識などを掲げることを定めている", &[token]);
    }
    for token in sentence.of(Sense::Visible) {
        let shown = Senses::of(&[Sense::Display, Sense::Install, Sense::KeepAt, Sense::PutUp]);
        if let Some(other) = sentence.after(token, shown, 60).or_else(|| sentence.before(token, shown, 20)) {
            tally.hit(sentence, if goods { FAINT } else { CLEAR }, "見やすい場所への表示を定めている", &[token, other]);
        }
    }
    for token in sentence.of(Sense::Sign) {
        let strength = match () {
            () if goods => FAINT,
            () if restricted(sentence) => TRACE,
            () if sentence.after(token, Senses::of(&[Sense::Install, Sense::PutUp]), 30).is_some() => LIKELY,
            () if sentence.has(Sense::Duty)
                && sentence.after(token, Senses::of(&[Sense::Install, Sense::PutUp]), 120).is_some() =>
            {
                LIKELY
            }
            () => FAINT,
        };
        tally.hit(sentence, strength, "標識の設置を定めている", &[token]);
    }
}
