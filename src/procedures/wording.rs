//! Reading the states as offices write them in a list: 〇, 済, 公開中, LoGoフォーム, 未対応, 該当なし …
//!
//! Takes the cell and the header of its column; gives the state, or 不明 with the wording kept. A mark means what its
//! column's header says (〇 under 汎用電子申請). What could mean two things (△, −, なし) is 不明, never guessed.

use serde::{Deserialize, Serialize};

use super::folding::characters::fold_characters;
use super::state::{Availability, Connection};

/// What a cell says and how it was read; 不明 where the wording is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording<State> {
    /// As written in the list; empty for a blank cell.
    pub written: String,
    /// As read.
    pub read: State,
}

/// Reads a state of publication.
#[must_use]
pub fn availability(cell: &str, header: &str) -> Wording<Availability> {
    let (folded, header) = (fold_characters(cell), fold_characters(header));
    let (mark, remark) = folded.split_once('(').unwrap_or((&folded, ""));
    let read = if is_mark(mark, YES) {
        // 「〇（一部）」 says more than the mark, 「〇（R5.4〜）」 does not.
        Some(of_words(remark, &header).unwrap_or_else(|| of_column(&header)))
    } else if is_mark(mark, NO) {
        Some(Availability::NotStarted)
    } else {
        of_words(&folded, &header)
    };
    Wording { written: cell.trim().to_owned(), read: read.unwrap_or_default() }
}

/// Reads a way of connection.
#[must_use]
pub fn connection(cell: &str, header: &str) -> Wording<Connection> {
    let folded = fold_characters(cell);
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    let read = if folded.chars().count() > LONGEST_WORDING {
        Connection::Unknown
    } else if says(&["未接続", "接続なし", "接続無", "未連携", "連携なし", "接続していない"]) || folded == "未"
    {
        Connection::NotConnected
    } else if says(&["手入力", "rpa", "手作業", "転記"]) {
        Connection::Manual
    } else if says(&["特定通信"]) || (is_mark(&folded, YES) && fold_characters(header).contains("特定通信")) {
        Connection::Dedicated
    } else {
        Connection::Unknown
    };
    Wording { written: cell.trim().to_owned(), read }
}

const YES: &[&str] = &["○", "〇", "◯", "◎", "●", "⚪", "⭕", "レ", "れ", "✓", "✔", "☑", "✅", "o", "yes", "y"];
const NO: &[&str] = &["×", "✕", "✖", "✗", "✘", "❌", "☒", "x", "no", "n"];

/// A remark is no state: longer wordings are not read.
const LONGEST_WORDING: usize = 40;

fn is_mark(folded: &str, marks: &[&str]) -> bool {
    marks.contains(&folded)
}

/// What a mark means under a header: the state that the header names, else 公開済.
fn of_column(header: &str) -> Availability {
    of_words(header, "").unwrap_or(Availability::Published)
}

/// Order matters: what denies stands before what affirms (未公開, 公開予定, 一部公開).
fn of_words(folded: &str, header: &str) -> Option<Availability> {
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    if folded.chars().count() > LONGEST_WORDING || says(&["以外", "不明", "確認中", "?"]) {
        return None;
    }
    if says(&["制度なし", "制度無", "制度がない", "該当なし", "該当無", "対象外", "事業なし", "事業無", "制度未実施"])
    {
        return Some(Availability::NoScheme);
    }
    if folded == "未"
        || says(&[
            "未着手",
            "未対応",
            "未実施",
            "未公開",
            "未導入",
            "未整備",
            "未定",
            "未済",
            "未作成",
            "予定なし",
            "予定無",
        ])
        || says(&["検討", "不可", "非対応", "対応なし", "対応していない", "窓口", "郵送", "来庁"])
    {
        return Some(Availability::NotStarted);
    }
    if says(&["準備", "作成中", "構築中", "調整中", "作業中", "対応中", "予定", "着手", "テスト中", "試行"])
    {
        return Some(Availability::InPreparation);
    }
    affirmed(folded, header)
}

fn affirmed(folded: &str, header: &str) -> Option<Availability> {
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    let portal = says(&["まいなぽたる", "ぴったり"]);
    if says(&["被災者支援しすてむ"]) {
        return disaster_system(folded);
    }
    if says(&GENERAL_SYSTEMS) && !portal {
        return Some(Availability::GeneralSystemOnly);
    }
    let affirmed = portal
        || says(&[
            "公開",
            "済",
            "対応",
            "実施",
            "導入",
            "稼働",
            "稼動",
            "運用中",
            "受付中",
            "利用可",
            "申請可",
            "可能",
            "完了",
            "一部",
        ])
        || ["可", "有", "あり"].contains(&folded);
    if !affirmed {
        return None;
    }
    // 「対応済」 under 汎用電子申請 says what 〇 would say there.
    let column = if portal { None } else { of_header(header) };
    Some(column.unwrap_or(if says(&["一部"]) { Availability::Partial } else { Availability::Published }))
}

/// A header that names a system other than マイナポータル.
fn of_header(header: &str) -> Option<Availability> {
    let says = |words: &[&str]| words.iter().any(|word| header.contains(word));
    if says(&["被災者支援しすてむ"]) {
        return disaster_system(header);
    }
    (says(&GENERAL_SYSTEMS) && !says(&["まいなぽたる", "ぴったり"])).then_some(Availability::GeneralSystemOnly)
}

fn disaster_system(folded: &str) -> Option<Availability> {
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    if says(&["国", "くらうど", "内閣府"]) {
        return Some(Availability::NationalDisasterSystem);
    }
    says(&["自治体", "独自", "市", "町", "村"]).then_some(Availability::MunicipalDisasterSystem)
}

/// 汎用的電子申請システム as lists name them, folded.
const GENERAL_SYSTEMS: [&str; 9] =
    ["汎用", "logoふぉむ", "logo", "ろごふぉむ", "電子申請しすてむ", "電子申請さびす", "ぐらふぁ", "graffer", "ふぉむ"];
