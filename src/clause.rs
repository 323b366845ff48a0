//! [`Clause`]: the unit that reading makes and classification judges.
//!
//! A clause is one 項 with its items (or an 条 without 項), as a lawyer cites it, with its place in the file and
//! in the ordinance. Reading fills it, `regulations` reads it, nobody changes it.

pub(crate) mod names;
pub mod packed;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Which part of an ordinance a clause stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// 前文
    Preamble,
    /// 本則
    #[default]
    Main,
    /// 附則
    Supplementary,
    /// 別表
    Table,
    /// 様式
    Form,
}

/// Where a clause was found: file, sheet and row as the officer sees them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Place {
    /// File name, with the path inside a ZIP or folder (`例規.zip/規則/駐車場.html`).
    pub file: Arc<str>,
    /// Sheet name, for workbooks.
    pub sheet: Option<Arc<str>>,
    /// Row in the sheet or list, 1-based as spreadsheets count; for texts the line on which the clause begins.
    pub row: Option<u32>,
}

/// One clause (条 or 項 with its items) of an ordinance, rule or guideline.
///
/// Fields that the file does not tell are empty. Text is as written in the file apart from line ends (`\n`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Clause {
    /// Identifier given by the file itself (JSON lines), else empty.
    #[serde(default)]
    pub id: String,
    /// Where it was read.
    #[serde(default)]
    pub place: Place,
    /// 例規名
    pub title: Arc<str>,
    /// 例規種別 as the file names it or the title ends (条例, 規則, 要綱, 法律 …), else empty.
    #[serde(default)]
    pub kind: Arc<str>,
    /// 例規番号 (平成9年条例第12号), else empty.
    #[serde(default)]
    pub number: Arc<str>,
    /// 所管課, else empty.
    #[serde(default)]
    pub department: Arc<str>,
    /// Which part of the ordinance.
    #[serde(default)]
    pub part: Part,
    /// 章・節 that the clause stands in, as written, from the widest on (「第二章　許可　第一節　通則」), else empty.
    #[serde(default)]
    pub chapter: Arc<str>,
    /// 条項 as cited: 「第5条第2項」.
    #[serde(default)]
    pub article: String,
    /// 見出し with or without its brackets, as written.
    #[serde(default)]
    pub caption: String,
    /// 柱書 that the clause needs to be understood when it is itself an item; else empty.
    #[serde(default)]
    pub chapeau: String,
    /// The text of the clause, items on lines of their own.
    pub text: String,
}
