//! Words and letters that tell whether a line goes on.

/// Words that nothing ends with.
pub(super) const CONNECTIVES: [&str; 19] = [
    "、",
    "，",
    "・",
    "（",
    "「",
    "は",
    "が",
    "を",
    "に",
    "へ",
    "及び",
    "又は",
    "若しくは",
    "並びに",
    "かつ",
    "から",
    "より",
    "における",
    "に関する",
];
/// Letters that begin no word and no line.
pub(super) const NO_BEGINNING: &str = "、。，．）」』】〕］々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ";
/// What a date below a title begins with.
pub(super) const ERAS: [&str; 5] = ["明治", "大正", "昭和", "平成", "令和"];
/// Words that further sentences of a 項 or 号 begin with.
pub(super) const SENTENCES: [&str; 5] = ["ただし", "但し", "この", "その", "なお"];
/// Words in kana that sentences and items begin with.
pub(super) const BEGINNINGS: [&str; 16] = [
    "この",
    "その",
    "ただし",
    "なお",
    "また",
    "これ",
    "それ",
    "ここ",
    "すべて",
    "わたし",
    "われ",
    "あらかじめ",
    "いずれ",
    "ほか",
    "もって",
    "おおむね",
];
