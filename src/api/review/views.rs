//! Plain types that cross the border between the page and its worker.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::api::regulations::ExplanationView;
use crate::date::Date;
use crate::regulations::Category;
use crate::review::result::Which;
use crate::review::{ClauseKey, Filter, Found, Judged, Order, Standing};

/// What taking files over gave.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Clauses on the desk now.
    pub clauses: usize,
    /// Judgements carried over to ordinances with a new name.
    pub carried: Vec<Judged>,
}

/// What to show, in what order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// Which clauses.
    pub filter: Filter,
    /// In what order.
    pub order: Order,
    /// The clause whose new place in the list is asked.
    pub keep: Option<u32>,
}

/// The size of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selected {
    /// Lines, headings included.
    pub items: u32,
    /// The lines that are headings, in order: they are lower than the others. They cross the border as a typed array.
    #[serde(skip)]
    pub headings: Vec<u32>,
    /// Clauses.
    pub clauses: u32,
    /// Clauses that the filter would show if it did not ask for a category.
    pub without_category: u32,
    /// Where the clause that was asked for stands.
    pub position: Option<u32>,
}

/// A category of a clause in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundView {
    /// 規制区分
    pub category: Category,
    /// How it was found.
    pub found: Found,
}

/// The first evidence in its context.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// What stands before.
    pub before: String,
    /// The words.
    pub words: String,
    /// What stands behind.
    pub after: String,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowView {
    /// The heading of an ordinance.
    Ordinance {
        /// 例規名
        title: Arc<str>,
        /// 所管部局
        department: Arc<str>,
        /// Clauses below it.
        clauses: u32,
    },
    /// A clause.
    Clause {
        /// Its index on the desk.
        index: u32,
        /// Its key.
        key: ClauseKey,
        /// 例規名
        title: Arc<str>,
        /// 条項
        article: String,
        /// 見出し
        caption: String,
        /// What the page found, without what the officer added.
        found: Vec<FoundView>,
        /// The first evidence in context.
        excerpt: Excerpt,
        /// How it stands to the former collection.
        standing: Option<Standing>,
    },
}

/// A clause that an updated collection no longer has, with what was decided on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoneView {
    /// 例規名
    pub title: Arc<str>,
    /// 条項
    pub article: String,
    /// 本文
    pub text: String,
    /// What was decided.
    pub decisions: Vec<(Category, String)>,
}

/// A clause before or behind, for context.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Its index on the desk.
    pub index: u32,
    /// 条項
    pub article: String,
    /// 見出し
    pub caption: String,
    /// Its text.
    pub text: String,
}

/// How many targets a bulk decision would reach.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bulk {
    /// Undecided ones of this ordinance.
    pub rest_of_ordinance: u32,
    /// All with the same wording.
    pub same_wording: u32,
    /// Undecided ones that the filter shows.
    pub rest_of_shown: u32,
}

/// Everything about one clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseView {
    /// Its index on the desk.
    pub index: u32,
    /// Its key.
    pub key: ClauseKey,
    /// 例規名
    pub title: Arc<str>,
    /// 例規種別
    pub kind: Arc<str>,
    /// 例規番号
    pub number: Arc<str>,
    /// 所管部局 as the file tells it.
    pub department: Arc<str>,
    /// 章・節
    pub chapter: Arc<str>,
    /// 条項
    pub article: String,
    /// 見出し
    pub caption: String,
    /// 柱書
    pub chapeau: String,
    /// 本文
    pub text: String,
    /// File, sheet and row in one line.
    pub place: String,
    /// What was found and what was not counted.
    pub explanation: ExplanationView,
    /// The clause before it in its ordinance.
    pub before: Option<Neighbour>,
    /// The clause behind it in its ordinance.
    pub after: Option<Neighbour>,
    /// How it stands to the former collection.
    pub standing: Option<Standing>,
    /// The former words of a changed clause.
    pub former: Option<String>,
    /// What was decided on the former words.
    pub former_decisions: Vec<(Category, String)>,
}

/// The form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// 結果, 集計, 凡例, 条件 as sheets of one workbook.
    Xlsx,
    /// 結果 as UTF-8 with its mark.
    Csv,
    /// 結果 as Windows-31J.
    CsvWindows31J,
}

/// What to export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// Which rows.
    pub which: Which,
    /// Only what the filter shows.
    pub shown_only: bool,
    /// The form.
    pub format: ExportFormat,
    /// Conditions that only the page knows.
    pub conditions: Vec<(String, String)>,
    /// What made the file, with its version.
    pub author: String,
    /// The day.
    pub day: Date,
}

/// What goes into a work file beside the clauses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saving {
    /// When, `YYYY-MM-DDThh:mm`.
    pub saved: String,
    /// The edition of the page.
    pub edition: String,
    /// The sections as JSON text.
    pub sections: BTreeMap<String, String>,
    /// Whether the clauses are carried along.
    pub with_clauses: bool,
}

/// What a work file held.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// When it was saved.
    pub saved: String,
    /// The edition of the page that saved it.
    pub edition: String,
    /// The sections as JSON text.
    pub sections: BTreeMap<String, String>,
    /// Clauses on the desk now, where the file carried them.
    pub clauses: Option<usize>,
}
