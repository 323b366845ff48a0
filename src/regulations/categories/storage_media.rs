//! 記録媒体の指定 (`storage_media`), the eighth that stands beside the seven.
//!
//! # 定義
//! 申請・届出・交付・保存にFD等の媒体を指定する規制。
//!
//! # 語
//! 磁気ディスク, フレキシブルディスク, 光ディスク, CD-ROM, 磁気テープ, ビデオテープ, マイクロフィルム with 調製・記録・提出・交付・保存.
//!
//! # 除外
//! 電磁的記録(媒体) with no medium named, parentheses and back-references to a medium prescribed elsewhere, parts of a computer.
//!
//! # 迷う例
//! 「磁気ディスクをもって調製されている場合」 refers back; 「磁気ディスクをもって調製することができる」 prescribes (point 16).
//!
//! # 出典
//! Definition: wording of this tool (本ツールの説明). Points 13, 16 of the codebook (data/gold/CODEBOOK.md).

use super::super::passage::{Frame, Passage};
use super::super::sense::Sense;
use super::super::senses::Senses;
use super::super::tally::{CLEAR, FAINT, LIKELY, TRACE, Tally};
use super::super::words::WordList;

/// Words of this category.
pub const WORDS: &[WordList] = &[
    (
        Sense::Medium,
        "磁気ディスク フレキシブルディスク フレキシブル・ディスク・カートリッジ \
         フレキシブルディスクカートリッジ フロッピー(ー|)ディスク フロッピー 光ディスク 光磁気ディスク \
         シーディーロム CDROM CDーROM CDR コンパクトディスク シーディー DVD ディーブイディー ブルーレイ \
         磁気テープ カセットテープ 録音テープ 録画テープ ビデオテープ ビデオカセット 録音盤 録音カセット \
         ビデオディスク マイクロフィルム マイクロフイルム マイクロフィッシュ マイクロ写真 USBメモリ \
         ユーエスビー メモリーカード 磁気カード 磁気ドラム 録音媒体 光カード テープ又はディスク \
         レーザーディスク MOディスク 写真フィルム",
    ),
    (Sense::Recorded, "に記録されている に記録された に記録してある に保存されている に保存された に収録された"),
    (Sense::UnnamedMedium, "電磁的記録媒体 記録媒体 電磁的記録に係る記録媒体 電子媒体 記憶媒体 録画物 録音物"),
    (
        Sense::Produce,
        "調製 記録し 記録す 提出 交付 送付 保存 複写 作成 添付 記録した 保管 収録し 納付 納入 により行 集録 \
         備え によるもの をもって によって により 備付 とする 該当するもの",
    ),
    (
        Sense::NotMedium,
        "磁気ディスク装置 磁気ディスク及び入出力装置 磁気ディスクを除く 磁気ディスクをもって調製されている \
         磁気ディスクをもって調製している 磁気ディスクをもつて調製されて 磁気ディスクを含む 光ディスクを含む \
         磁気テープを含む 光ディスク等 ビデオ等の撮影 ビデオカメラ ビデオ撮影 マイクロフィルム閲覧 \
         マイクロフィルムリーダー フィルムを含む",
    ),
];

/// Judges the sentences of a clause.
pub fn judge(passage: &Passage, tally: &mut Tally) {
    for sentence in passage.sentences() {
        for token in sentence.of(Sense::Medium) {
            // 「磁気ディスクに記録されているデータ」: the medium only tells which data are meant.
            let described = sentence.after(token, Senses::of(&[Sense::Recorded]), 24).is_some();
            let produced = sentence.after(token, Senses::of(&[Sense::Produce]), 60);
            if let Some(act) = produced.filter(|_| sentence.frame == Frame::Delegation) {
                tally.hit_regardless(CLEAR, "媒体の名を挙げて調製などを定めている", &[token, act]);
            } else if described {
                tally.hit(sentence, FAINT, "媒体に記録されたものに触れている", &[token]);
            } else if let Some(act) = produced {
                tally.hit(sentence, CLEAR, "媒体の名を挙げて提出・交付・記録などを定めている", &[token, act]);
            } else {
                let listed = sentence.is_item() && !sentence.head_has(Sense::Produce);
                tally.hit(sentence, if listed { FAINT } else { LIKELY }, "媒体の名を挙げている", &[token]);
            }
        }
        for token in sentence.within_brackets(Sense::Medium) {
            tally.hit(sentence, TRACE, "かっこ書きに媒体の名がある", &[token]);
        }
        for token in sentence.of(Sense::UnnamedMedium) {
            let handed_over = !sentence.is_item()
                && sentence.meets(Senses::of(&[Sense::Duty, Sense::Power]))
                && sentence.after(token, Senses::of(&[Sense::Produce]), 20).is_some();
            let strength = if handed_over { FAINT } else { TRACE };
            tally.hit(sentence, strength, "媒体に触れているが、名を挙げていない", &[token]);
        }
    }
}
