//! [`Note`]: what could not be read, or was read with a doubt, with file, sheet, row and the facts.
//!
//! No prose for people: the page turns [`Reason::code`] and the facts into Japanese with the next step. Reasons are
//! ordered by [`Reason::stage`], the most fundamental first.

mod facts;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::charset::Charset;
use facts::Facts;

/// One thing that the officer should know about what was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// File name, with the path inside a ZIP or folder.
    pub file: Arc<str>,
    /// Sheet name, for workbooks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<Arc<str>>,
    /// Row of the sheet or line of the text, 1-based.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// What happened, with its facts.
    pub reason: Reason,
}

impl Note {
    /// A note about the whole file.
    #[must_use]
    pub fn file(file: &Arc<str>, reason: Reason) -> Self {
        Self { file: Arc::clone(file), sheet: None, row: None, reason }
    }
}

/// How fundamental a reason is; the page shows the lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The file, or a whole part of it, was not read.
    Unopened,
    /// It was opened but holds no table or text.
    Empty,
    /// A needed column is missing.
    Column,
    /// A row, cell or line was left out or changed.
    Row,
    /// Read in full; something to know.
    Information,
}

/// A kind of file that the page does not read, told by content or name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unread {
    /// PDF
    Pdf,
    /// 一太郎 (JTD and older)
    Ichitaro,
    /// Word 97–2003 (DOC)
    Doc,
    /// RTF
    Rtf,
    /// PowerPoint, old or new
    Presentation,
    /// Excel binary workbook (XLSB)
    Xlsb,
    /// OpenDocument text (ODT)
    Odt,
    /// A picture (JPEG, PNG, GIF, TIFF, BMP, WebP)
    Picture,
    /// Another archive than ZIP (7z, RAR, LZH, GZIP …)
    Archive,
    /// Not text, and no known signature
    Binary,
}

/// Which cap was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cap {
    /// [`super::limits::Limits::file_bytes`]
    FileBytes,
    /// [`super::limits::Limits::unzipped_bytes`]
    UnzippedBytes,
    /// [`super::limits::Limits::unzip_ratio`]
    UnzipRatio,
    /// [`super::limits::Limits::entries`]
    Entries,
    /// [`super::limits::Limits::archive_depth`]
    ArchiveDepth,
    /// [`super::limits::Limits::rows`]
    Rows,
    /// [`super::limits::Limits::columns`]
    Columns,
    /// [`super::limits::Limits::cells`]
    Cells,
    /// [`super::limits::Limits::text_bytes`]
    TextBytes,
    /// [`super::limits::Limits::cell_characters`]
    CellCharacters,
    /// [`super::limits::Limits::nesting`]
    Nesting,
}

/// A kind of text that stands beside what is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beside {
    /// 脚注・文末脚注
    Note,
    /// コメント, メモ
    Comment,
    /// ヘッダー, フッター
    Margin,
    /// テキストボックス, 図形, グラフの題
    Shape,
    /// 隠し文字
    Hidden,
    /// A file within the file.
    File,
    /// Lines of a page outside of its tables, where these are read as a list.
    Outside,
}

impl Beside {
    /// All kinds.
    pub const ALL: [Self; 7] =
        [Self::Note, Self::Comment, Self::Margin, Self::Shape, Self::Hidden, Self::File, Self::Outside];
}

/// Why something was not read, or is doubtful. Serialised as an object of its machine code (`note`) and its facts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(into = "Facts", try_from = "Facts")]
pub enum Reason {
    /// A kind of file that the page does not read.
    #[error("files of kind {kind:?} are not read")]
    UnreadKind {
        /// Which kind.
        kind: Unread,
    },
    /// The file or one member is protected by a password.
    #[error("encrypted")]
    Encrypted,
    /// The file claims to be of a kind but its content breaks off or contradicts itself.
    #[error("damaged: {detail}")]
    Damaged {
        /// Which part, in technical English for bug reports; never text of the file.
        detail: String,
    },
    /// A cap was met; what lies beyond it was not read.
    #[error("over the limit {cap:?}: {limit}")]
    Limit {
        /// Which cap.
        cap: Cap,
        /// Its value.
        limit: u64,
        /// What the file asked for, where known.
        found: Option<u64>,
    },
    /// Cancelled by the officer; what was read until then stands.
    #[error("cancelled")]
    Cancelled,
    /// Zero bytes, or nothing but blanks.
    #[error("empty")]
    Empty,
    /// The file is read, but it is no table (a text, document or archive where a list was asked for).
    #[error("not a table")]
    NoTable,
    /// No row or text that could be read as a clause.
    #[error("no clause found")]
    NoClause,
    /// No column could be taken for the text of the clause (本文).
    #[error("no column for the text")]
    NoTextColumn,
    /// A sheet is hidden and was left out.
    #[error("hidden sheet left out")]
    HiddenSheet {
        /// Rows with content.
        rows: u32,
    },
    /// A row has no text in the column of the clause.
    #[error("no text in the row")]
    NoTextInRow,
    /// A quote in CSV was opened and never closed; it was read as an ordinary character.
    #[error("unclosed quote")]
    UnclosedQuote,
    /// The file does not end as such files do (a line without its end, a sentence or an element under way): it may have been cut off.
    #[error("the end is open")]
    OpenEnd,
    /// A line of a JSON lines file could not be understood.
    #[error("not a JSON object of a clause, from column {column}")]
    BadJson {
        /// Column (bytes, 1-based) at which it breaks.
        column: u64,
    },
    /// The header comes again in the middle of the list.
    #[error("header repeated")]
    RepeatedHeader,
    /// A sheet of a workbook without a column for the text was left out, as others have one.
    #[error("sheet left out")]
    SheetLeftOut {
        /// Rows with content.
        rows: u32,
    },
    /// A page that only holds frames: its text stands in other files.
    #[error("only frames")]
    Frames,
    /// Lines in which no 条, 項 or 附則 was found became one clause.
    #[error("{count} lines without any division")]
    Undivided {
        /// How many lines.
        count: u32,
    },
    /// Elements are nested deeper than the cap; their text was read as if they were not.
    #[error("nested too deep")]
    NestedTooDeep {
        /// The cap.
        limit: u64,
    },
    /// Characters that cannot be decoded; each is shown as U+FFFD.
    #[error("{count} undecodable characters in {charset:?}")]
    Undecodable {
        /// Character set by which the file was read.
        charset: Charset,
        /// How many in this row or line.
        count: u32,
    },
    /// Further notes of this file that are not told one by one.
    #[error("{count} further notes")]
    FurtherNotes {
        /// How many.
        count: u32,
    },
    /// A 新旧対照表: both versions were read, each clause named by the column that it stands in.
    #[error("both versions were read")]
    BothVersions,
    /// Cells whose text the file does not hold (it names a shared string that is missing), read as blank. The row of the
    /// note and the column are those of the first.
    #[error("{count} cells without their text")]
    TextMissing {
        /// Column of the first (1-based).
        column: u64,
        /// How many in this sheet.
        count: u32,
    },
    /// Formulas whose result was not kept in the file, read as blank; row and column as above.
    #[error("{count} formulas without their result")]
    FormulaWithoutResult {
        /// Column of the first (1-based).
        column: u64,
        /// How many in this sheet.
        count: u32,
    },
    /// Texts beside the cells and paragraphs, which are not read.
    #[error("{count} texts of kind {beside:?} beside")]
    Beside {
        /// Which kind.
        beside: Beside,
        /// How many.
        count: u32,
    },
    /// Named entities of an XML file that are not expanded.
    #[error("entity not expanded")]
    Entity {
        /// How many references.
        count: u32,
    },
}

impl Reason {
    /// How fundamental it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::NoTextInRow
            | Self::UnclosedQuote
            | Self::OpenEnd
            | Self::RepeatedHeader
            | Self::BadJson { .. }
            | Self::TextMissing { .. }
            | Self::FormulaWithoutResult { .. }
            | Self::Undivided { .. }
            | Self::Beside { beside: Beside::Note | Beside::Shape | Beside::Hidden | Beside::File, .. }
            | Self::Undecodable { .. }
            | Self::Limit { cap: Cap::Columns | Cap::CellCharacters, .. } => Severity::Row,
            Self::UnreadKind { .. } | Self::Encrypted | Self::Damaged { .. } | Self::Cancelled | Self::Limit { .. } => {
                Severity::Unopened
            }
            Self::Empty | Self::NoTable | Self::NoClause | Self::Frames => Severity::Empty,
            Self::NoTextColumn => Severity::Column,
            Self::FurtherNotes { .. }
            | Self::HiddenSheet { .. }
            | Self::SheetLeftOut { .. }
            | Self::NestedTooDeep { .. }
            | Self::BothVersions
            | Self::Beside { .. }
            | Self::Entity { .. } => Severity::Information,
        }
    }

    /// The stable machine code, the same as the field `note` of the JSON.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnreadKind { .. } => "unread_kind",
            Self::Encrypted => "encrypted",
            Self::Damaged { .. } => "damaged",
            Self::Limit { .. } => "limit",
            Self::Cancelled => "cancelled",
            Self::Empty => "empty",
            Self::NoTable => "no_table",
            Self::NoClause => "no_clause",
            Self::NoTextColumn => "no_text_column",
            Self::HiddenSheet { .. } => "hidden_sheet",
            Self::NoTextInRow => "no_text_in_row",
            Self::UnclosedQuote => "unclosed_quote",
            Self::OpenEnd => "open_end",
            Self::BadJson { .. } => "bad_json",
            Self::RepeatedHeader => "repeated_header",
            Self::SheetLeftOut { .. } => "sheet_left_out",
            Self::NestedTooDeep { .. } => "nested_too_deep",
            Self::Undecodable { .. } => "undecodable",
            Self::FurtherNotes { .. } => "further_notes",
            Self::Entity { .. } => "entity",
            Self::BothVersions => "both_versions",
            Self::TextMissing { .. } => "text_missing",
            Self::FormulaWithoutResult { .. } => "formula_without_result",
            Self::Frames => "frames",
            Self::Undivided { .. } => "undivided",
            Self::Beside { .. } => "beside",
        }
    }

    pub(crate) fn damaged(detail: impl std::fmt::Display) -> Self {
        Self::Damaged { detail: detail.to_string() }
    }
}
