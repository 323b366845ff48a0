//! [`Reason`] as it crosses borders: a code and the facts that there are, in one flat object.
//!
//! Flat, because the derived form of an enum with fields weighs 50 KB of wasm and this one a few.

use serde::{Deserialize, Serialize};

use super::{Beside, Cap, Reason, Unread};
use crate::reading::charset::Charset;

/// A code and its facts.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Facts {
    note: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<Unread>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cap: Option<Cap>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    limit: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    found: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rows: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    column: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    charset: Option<Charset>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    beside: Option<Beside>,
}

impl From<Reason> for Facts {
    fn from(reason: Reason) -> Self {
        let facts = Self { note: reason.code().to_owned(), ..Self::default() };
        match reason {
            Reason::UnreadKind { kind } => Self { kind: Some(kind), ..facts },
            Reason::Damaged { detail } => Self { detail: Some(detail), ..facts },
            Reason::Limit { cap, limit, found } => Self { cap: Some(cap), limit: Some(limit), found, ..facts },
            Reason::HiddenSheet { rows } | Reason::SheetLeftOut { rows } => Self { rows: Some(rows), ..facts },
            Reason::BadJson { column } => Self { column: Some(column), ..facts },
            Reason::TextMissing { column, count } | Reason::FormulaWithoutResult { column, count } => {
                Self { column: Some(column), count: Some(count), ..facts }
            }
            Reason::NestedTooDeep { limit } => Self { limit: Some(limit), ..facts },
            Reason::Undecodable { charset, count } => Self { charset: Some(charset), count: Some(count), ..facts },
            Reason::FurtherNotes { count } | Reason::Entity { count } | Reason::Undivided { count } => {
                Self { count: Some(count), ..facts }
            }
            Reason::Beside { beside, count } => Self { beside: Some(beside), count: Some(count), ..facts },
            Reason::Encrypted
            | Reason::Cancelled
            | Reason::Empty
            | Reason::NoTable
            | Reason::NoClause
            | Reason::Frames
            | Reason::NoTextColumn
            | Reason::NoTextInRow
            | Reason::UnclosedQuote
            | Reason::OpenEnd
            | Reason::BothVersions
            | Reason::RepeatedHeader => facts,
        }
    }
}

/// A code that no reason has, or one without its facts.
#[derive(Debug, thiserror::Error)]
#[error("not a reason of reading: {0}")]
pub(super) struct NoReason(String);

impl TryFrom<Facts> for Reason {
    type Error = NoReason;

    fn try_from(facts: Facts) -> Result<Self, NoReason> {
        let unknown = || NoReason(facts.note.clone());
        let reason = match facts.note.as_str() {
            "unread_kind" => facts.kind.map(|kind| Self::UnreadKind { kind }),
            "damaged" => facts.detail.map(|detail| Self::Damaged { detail }),
            "limit" => facts.cap.zip(facts.limit).map(|(cap, limit)| Self::Limit { cap, limit, found: facts.found }),
            "hidden_sheet" => facts.rows.map(|rows| Self::HiddenSheet { rows }),
            "sheet_left_out" => facts.rows.map(|rows| Self::SheetLeftOut { rows }),
            "bad_json" => facts.column.map(|column| Self::BadJson { column }),
            "nested_too_deep" => facts.limit.map(|limit| Self::NestedTooDeep { limit }),
            "undecodable" => {
                facts.charset.zip(facts.count).map(|(charset, count)| Self::Undecodable { charset, count })
            }
            "further_notes" => facts.count.map(|count| Self::FurtherNotes { count }),
            "entity" => facts.count.map(|count| Self::Entity { count }),
            "text_missing" => facts.column.zip(facts.count).map(|(column, count)| Self::TextMissing { column, count }),
            "formula_without_result" => {
                facts.column.zip(facts.count).map(|(column, count)| Self::FormulaWithoutResult { column, count })
            }
            "beside" => facts.beside.zip(facts.count).map(|(beside, count)| Self::Beside { beside, count }),
            "undivided" => facts.count.map(|count| Self::Undivided { count }),
            plain => Self::without_facts(plain),
        };
        reason.ok_or_else(unknown)
    }
}

impl Reason {
    fn without_facts(code: &str) -> Option<Self> {
        let all = [
            Self::Encrypted,
            Self::Cancelled,
            Self::Empty,
            Self::NoTable,
            Self::NoClause,
            Self::Frames,
            Self::NoTextColumn,
            Self::NoTextInRow,
            Self::UnclosedQuote,
            Self::OpenEnd,
            Self::BothVersions,
            Self::RepeatedHeader,
        ];
        all.into_iter().find(|reason| reason.code() == code)
    }
}
