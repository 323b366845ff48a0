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
    let (mark, remark) = marked(&folded);
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
    let header = fold_characters(header);
    let core = |text: &str| says(text, CORE_SYSTEMS);
    let read = if folded.chars().count() > LONGEST_WORDING {
        Connection::Unknown
    } else if says(&folded, "特定通信 申請管理") && !says(&folded, "特定通信なし 特定通信未") {
        // 「特定通信（基幹システムは未接続）」 goes as far as it says.
        let further = core(&folded) && !says(&folded, "未 なし 無 検討 予定 手入力 rpa");
        if further { Connection::EndToEnd } else { Connection::Dedicated }
    } else if says(&folded, "未接続 接続なし 接続無 未連携 連携なし 接続していない") || folded == "未"
    {
        Connection::NotConnected
    } else if says(&folded, "手入力 rpa 手作業 転記") {
        Connection::Manual
    } else if says(&folded, "検討 予定 準備") {
        Connection::Unknown
    } else if core(&folded) || (affirms(&folded) && core(&header)) {
        Connection::EndToEnd
    } else if affirms(&folded) && says(&header, "特定通信 申請管理") {
        Connection::Dedicated
    } else {
        Connection::Unknown
    };
    Wording { written: cell.trim().to_owned(), read }
}

/// How lists say that data reach the 基幹システム, folded.
const CORE_SYSTEMS: &str =
    "えんどとぅえんど えんどつえんど えんどとえんど えんど・つ・えんど えんど・とぅ・えんど endtoend e2e 基幹 自動連携";

/// Whether a text has one of the words.
pub(super) fn says(text: &str, words: &str) -> bool {
    words.split(' ').any(|word| text.contains(word))
}

/// 〇, 済, 接続済.
fn affirms(folded: &str) -> bool {
    is_mark(folded, YES) || says(folded, "済 完了 接続 連携 あり 有 可")
}

/// A mark and the remark behind it, in brackets or not: 〇（一部）, 〇一部.
fn marked(folded: &str) -> (&str, &str) {
    if let Some((mark, remark)) = folded.split_once('(') {
        return (mark, remark);
    }
    let mark = YES.iter().find(|mark| !mark.is_ascii() && !matches!(**mark, "レ" | "れ") && folded.starts_with(**mark));
    let remark = mark.and_then(|mark| Some((*mark, folded.strip_prefix(*mark)?)));
    remark.unwrap_or((folded, ""))
}

/// Reads where applications are received, a column of its own (システム, 受付方法, 公開先); blank and plain words (電子申請) tell nothing.
#[must_use]
pub fn system(cell: &str) -> Option<System> {
    let folded = fold_characters(cell);
    if folded.is_empty()
        || ["電子申請", "おんらいん", "おんらいん申請", "電子", "web", "いんたねっと"].contains(&folded.as_str())
    {
        return None;
    }
    if says(&folded, "://") {
        return address(&folded);
    }
    if says(&folded, PORTAL) && !says(&folded, "以外 未 予定 検討") {
        return Some(System::Portal);
    }
    if says(&folded, "被災者支援しすてむ") {
        return Some(disaster_system(&folded).map_or(System::Other, System::Disaster));
    }
    if says(&folded, GENERAL_SYSTEMS) || local_system(&folded) {
        return Some(System::General);
    }
    let paper = says(&folded, "窓口 郵送 来庁 紙 なし 無 対面 fax ふぁっくす") || is_mark(&folded, NO);
    Some(if paper { System::Paper } else { System::Other })
}

/// The system that an address leads to; an unknown host tells nothing.
fn address(folded: &str) -> Option<System> {
    if says(folded, "myna.go.jp") {
        return Some(System::Portal);
    }
    says(folded, "logoform graffer kantan tumo kintone shinsei").then_some(System::General)
}

/// 県の電子申請, 市電子申請: a system of the office's own.
fn local_system(folded: &str) -> bool {
    folded.contains("電子申請") && says(folded, "県 市 町 村 区 共同 独自")
}

/// Where applications are received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum System {
    /// マイナポータル（ぴったりサービス）, alone or beside others.
    Portal,
    /// 汎用電子申請 only.
    General,
    /// A disaster system: the state that it gives.
    Disaster(Availability),
    /// 窓口, 郵送.
    Paper,
    /// A name that is not known.
    Other,
}

impl System {
    /// The state of publication that a state (none: the list has no such column) and this place of reception make together.
    #[must_use]
    pub fn with(self, state: Option<Availability>) -> Availability {
        let online = state.is_none_or(Availability::is_online);
        match (self, state) {
            (Self::Portal, None) => Availability::Published,
            (Self::General, _) if online => Availability::GeneralSystemOnly,
            (Self::Disaster(by), _) if online => by,
            (Self::Paper, None) => Availability::NotStarted,
            // 〇 with a system that is not known, or with 窓口: what is online there cannot be told.
            (Self::Paper | Self::Other, _) if online => Availability::Unknown,
            (_, state) => state.unwrap_or_default(),
        }
    }
}

/// マイナポータル as lists name it, folded.
const PORTAL: &str = "まいなぽたる ぴったり わんすとっぷさびす";

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
    if folded.chars().count() > LONGEST_WORDING || says(folded, "以外 不明 確認中 ?") {
        return None;
    }
    if says(folded, "制度なし 制度無 制度がない 該当なし 該当無 対象外 事業なし 事業無 制度未実施")
    {
        return Some(Availability::NoScheme);
    }
    if folded == "未"
        || says(folded, "未着手 未対応 未実施 未公開 未導入 未整備 未定 未済 未作成 予定なし 予定無")
        || says(folded, "検討 不可 非対応 対応なし 対応していない 窓口 郵送 来庁")
    {
        return Some(Availability::NotStarted);
    }
    if says(folded, "準備 作成中 構築中 調整中 作業中 対応中 予定 着手 テスト中 試行") {
        return Some(Availability::InPreparation);
    }
    affirmed(folded, header)
}

fn affirmed(folded: &str, header: &str) -> Option<Availability> {
    let portal = says(folded, PORTAL);
    if says(folded, "被災者支援しすてむ") {
        return disaster_system(folded);
    }
    if (says(folded, GENERAL_SYSTEMS) || local_system(folded)) && !portal {
        return Some(Availability::GeneralSystemOnly);
    }
    let affirmed = portal
        || says(folded, "公開 済 対応 実施 導入 稼働 稼動 運用中 受付中 利用可 申請可 可能 完了 一部")
        || ["有", "あり"].contains(&folded)
        || folded.ends_with('可');
    if !affirmed {
        return None;
    }
    // 「対応済」 under 汎用電子申請 says what 〇 would say there.
    let column = if portal { None } else { of_header(header) };
    Some(column.unwrap_or(if says(folded, "一部") { Availability::Partial } else { Availability::Published }))
}

/// A header that names a system other than マイナポータル.
fn of_header(header: &str) -> Option<Availability> {
    if says(header, "被災者支援しすてむ") {
        return disaster_system(header);
    }
    (says(header, GENERAL_SYSTEMS) && !says(header, "まいなぽたる ぴったり")).then_some(Availability::GeneralSystemOnly)
}

fn disaster_system(folded: &str) -> Option<Availability> {
    if says(folded, "国 くらうど 内閣府") {
        return Some(Availability::NationalDisasterSystem);
    }
    says(folded, "自治体 独自 市 町 村").then_some(Availability::MunicipalDisasterSystem)
}

/// 汎用的電子申請システム as lists name them, folded.
const GENERAL_SYSTEMS: &str = "\
    汎用 logo ろごふぉむ 電子申請しすてむ 電子申請さびす 電子申請届出 ぐらふぁ graffer すまと申請 ふぉむ tumo いつも \
    しんせいくん 申請くん かんたん申請 かんたん電子 kintone";
