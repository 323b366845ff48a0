//! The baseline of bare words (検索語のみ): a clause is a candidate wherever a word of the category's list occurs.
//!
//! The lists are the working search words of this tool, before any reading of the sentence.

use ichimai::regulations::{Category, Verdict};

use super::figures::Verdicts;

const WORDS: [(Category, &[&str]); 8] = [
    (
        Category::Visual,
        &[
            "目視",
            "視認",
            "外観",
            "現地",
            "立入",
            "立ち入",
            "臨検",
            "巡視",
            "巡回",
            "見回り",
            "監視",
            "視察",
            "検査",
            "点検",
            "調査",
            "立会",
            "検針",
        ],
    ),
    (Category::OnsiteAudit, &["実地", "監査", "帳簿書類", "帳簿、書類"]),
    (Category::Periodic, &["定期", "毎年", "毎月", "年一回", "年1回", "年ごと", "月以内ごと"]),
    (Category::Stationing, &["常駐", "駐在", "専任", "専従", "専ら", "常勤", "常時", "兼ねる", "宿直"]),
    (Category::Training, &["講習", "研修", "教習", "教育", "訓練", "受講"]),
    (Category::Posting, &["掲示", "標識", "標札", "見やすい場所"]),
    (Category::InspectionOfRecords, &["閲覧", "縦覧", "供覧", "備え置"]),
    (
        Category::StorageMedia,
        &[
            "フレキシブルディスク",
            "磁気ディスク",
            "光ディスク",
            "シー・ディー・ロム",
            "磁気テープ",
            "ビデオ",
            "マイクロフィルム",
        ],
    ),
];

/// What bare words say about a text.
pub fn classify(text: &str) -> Verdicts {
    WORDS
        .iter()
        .filter(|(_, words)| words.iter().any(|word| text.contains(word)))
        .map(|(category, _)| (*category, Verdict::Candidate))
        .collect()
}
