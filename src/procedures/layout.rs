//! What the columns of a list hold: names, states, connections, 分野. A guess that the officer can change.
//!
//! Takes a sheet; gives a [`Layout`] and a preview of each column. The guess goes by content (how many cells are
//! names of procedures) and, for states, by the header first: 「手数料：なし」 is no state.

use serde::{Deserialize, Serialize};

use super::concepts::{ConceptKind, scan};
use super::context::names_a_group;
use super::folding::{characters::fold_characters, fold_word};
use super::matching::{Match, match_name};
use super::state::{Availability, Connection};
use super::wording::{self, says};
use crate::reading::table::{Role, Row, Sheet};

/// What a column is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// Not used.
    #[default]
    Unused,
    /// 手続名
    Name,
    /// 公開状況
    State,
    /// 接続
    Connection,
    /// 分野
    Context,
    /// システム, 受付方法, 公開先
    System,
    /// 所管課
    Department,
}

/// How a sheet is read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Layout {
    /// Row number of the header; nothing above it is read.
    pub header: Option<u32>,
    /// Use of each column from A on.
    pub columns: Vec<Use>,
}

/// A column as the officer sees it while checking the guess.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnPreview {
    /// Text of the header, empty without one.
    pub header: String,
    /// The first cells with content.
    pub cells: Vec<String>,
    /// Its use in the layout.
    pub used: Use,
}

/// Guesses the layout of a sheet.
#[must_use]
pub fn guess(sheet: &Sheet) -> Layout {
    let header = header_row(sheet);
    let body: Vec<&Row> = body(sheet, header.map(|row| row.number)).take(SAMPLED).collect();
    let width = sheet.width();
    let mut columns = vec![Use::Unused; width];
    for name in name_columns(sheet, &body, width) {
        assign(&mut columns, name, Use::Name);
    }
    for column in 0..width {
        let title = header.map(|row| fold_characters(row.cell(column)));
        let cells: Vec<&str> = body.iter().map(|row| row.cell(column).trim()).filter(|cell| !cell.is_empty()).collect();
        let used = if columns.get(column) == Some(&Use::Name) {
            Use::Name
        } else if holds_departments(title.as_deref(), &columns) {
            Use::Department
        } else if holds_systems(title.as_deref(), &cells) {
            Use::System
        } else if holds_connections(title.as_deref(), &cells) {
            Use::Connection
        } else if holds_states(title.as_deref(), &cells) {
            Use::State
        } else if !columns.contains(&Use::Context) && holds_contexts(title.as_deref(), &cells) {
            Use::Context
        } else {
            Use::Unused
        };
        assign(&mut columns, column, used);
    }
    states_by_content(header, &body, &mut columns);
    Layout { header: header.map(|row| row.number), columns }
}

/// Where no heading says states (R6, 導入時期 …), the columns that hold nothing else: else every name of the list would count as online.
fn states_by_content(header: Option<&Row>, body: &[&Row], columns: &mut [Use]) {
    if columns.iter().any(|used| matches!(used, Use::State | Use::System)) {
        return;
    }
    for (column, used) in columns.iter_mut().enumerate().filter(|(_, used)| **used == Use::Unused) {
        let title = header.map(|row| fold_characters(row.cell(column))).unwrap_or_default();
        let cells: Vec<&str> = body.iter().map(|row| row.cell(column).trim()).filter(|cell| !cell.is_empty()).collect();
        let known = percent(&cells, |cell| wording::availability(cell, "").read != Availability::Unknown);
        if known >= 50 && !says(&title, OTHER_TITLES) && cells.iter().all(|cell| cell.chars().count() <= 30) {
            *used = Use::State;
        }
    }
}

/// What marks and 有・無 below a heading are about, if not whether a procedure is online.
const OTHER_TITLES: &str =
    "課 部署 担当 手数料 添付 件数 備考 理由 押印 署名 本人確認 代理 根拠 法定 必要 要否 電話 url 決済 写真";

/// The columns with header and first cells.
#[must_use]
pub fn previews(sheet: &Sheet, layout: &Layout) -> Vec<ColumnPreview> {
    let header = sheet.rows.iter().find(|row| Some(row.number) == layout.header);
    (0..sheet.width())
        .map(|column| ColumnPreview {
            header: header.map_or("", |row| row.cell(column)).trim().to_owned(),
            cells: body(sheet, layout.header)
                .map(|row| row.cell(column).trim())
                .filter(|cell| !cell.is_empty())
                .take(PREVIEWED)
                .map(str::to_owned)
                .collect(),
            used: layout.columns.get(column).copied().unwrap_or_default(),
        })
        .collect()
}

/// Rows that the guess looks at.
const SAMPLED: usize = 200;
/// Cells of a preview.
const PREVIEWED: usize = 5;

fn body(sheet: &Sheet, header: Option<u32>) -> impl Iterator<Item = &Row> {
    sheet.rows.iter().filter(move |row| header.is_none_or(|header| row.number > header))
}

fn assign(columns: &mut [Use], column: usize, used: Use) {
    if let Some(slot) = columns.get_mut(column) {
        *slot = used;
    }
}

/// The reader's guess, else the row above the first name that is worded like a header; never a row of the list.
fn header_row(sheet: &Sheet) -> Option<&Row> {
    let guessed = sheet.header().row;
    let above = |row: &&Row| !row.cells.iter().any(|cell| matches!(match_name(cell, None), Match::Matched { .. }));
    let candidates: Vec<&Row> = sheet.rows.iter().take(HEADER_WITHIN).take_while(above).collect();
    let is_guessed = |row: &&&Row| Some(row.number) == guessed && (filled(row) >= 2 || is_worded_as_header(row));
    let worded = |row: &&&Row| is_worded_as_header(row);
    candidates.iter().find(is_guessed).or_else(|| candidates.iter().rev().find(worded)).copied()
}

/// Rows in which the header is looked for.
const HEADER_WITHIN: usize = 20;

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// A cell like 「手続名」「標準名称」「オンライン化状況」.
fn is_worded_as_header(row: &Row) -> bool {
    row.cells.iter().map(|cell| fold_characters(cell)).any(|cell| {
        cell.chars().count() <= LONGEST_HEADER
            && (["手続", "手続き", "項目", "件名"].contains(&cell.as_str())
                || ["名", "名称", "状況", "状態"].iter().any(|end| cell.ends_with(end)))
    })
}

/// Letters of a header cell; a sentence is no header.
const LONGEST_HEADER: usize = 16;

/// Which procedure a cell names, as far as a guess needs it.
fn named(cell: &str) -> Option<u8> {
    match match_name(cell, None) {
        Match::Matched { procedure, .. } => Some(procedure.into()),
        Match::Asked { candidates, .. } if candidates.len() <= 4 => candidates.first().map(|first| (*first).into()),
        _ => None,
    }
}

/// The column with most names; beside it those that name other procedures in the same rows (lists laid side by side).
fn name_columns(sheet: &Sheet, body: &[&Row], width: usize) -> Vec<usize> {
    let named: Vec<Vec<Option<u8>>> =
        (0..width).map(|column| body.iter().map(|row| named(row.cell(column))).collect()).collect();
    let hits = |column: &[Option<u8>]| column.iter().flatten().count();
    let best = named.iter().enumerate().max_by_key(|(index, column)| (hits(column), std::cmp::Reverse(*index)));
    let Some((best, cells)) = best.filter(|(_, column)| hits(column) > 0) else {
        return fallback(sheet, body, width).into_iter().collect();
    };
    let beside = |column: &[Option<u8>]| {
        let both = cells.iter().zip(column).filter(|(one, other)| one.is_some() && other.is_some());
        let same = both.filter(|(one, other)| one == other).count();
        hits(column) >= 2 && hits(column) * 2 >= hits(cells) && same * 2 <= hits(column)
    };
    named
        .iter()
        .enumerate()
        .filter(|(index, column)| *index == best || beside(column))
        .map(|(index, _)| index)
        .collect()
}

/// Without a single known name: the column that the header calls so, else the one with most text.
fn fallback(sheet: &Sheet, body: &[&Row], width: usize) -> Option<usize> {
    let header = sheet.header();
    let letters = |column: usize| body.iter().map(|row| row.cell(column).chars().count()).sum::<usize>();
    header
        .column(Role::Procedure)
        .or_else(|| header.column(Role::Title))
        .or_else(|| (0..width).max_by_key(|column| (letters(*column), std::cmp::Reverse(*column))))
}

/// How many in a hundred cells hold what is looked for; none of none.
fn percent(cells: &[&str], holds: impl Fn(&str) -> bool) -> usize {
    let count = cells.iter().filter(|cell| holds(cell)).count();
    (count * 100).checked_div(cells.len()).unwrap_or(0)
}

fn holds_states(title: Option<&str>, cells: &[&str]) -> bool {
    let known = percent(cells, |cell| wording::availability(cell, "").read != Availability::Unknown);
    match title {
        None | Some("") => known >= 60 && cells.iter().all(|cell| cell.chars().count() <= 30),
        Some(title) if ["状態", "状況", "公開状況", "対応状況", "実施状況", "進捗"].contains(&title) => {
            !cells.is_empty()
        }
        Some(title) => says(title, STATE_TITLES) && !says(title, NO_STATE_TITLES) && known >= 50,
    }
}

const STATE_TITLES: &str = "\
    状況 状態 おんらいん 公開 対応 電子 申請可 まいなぽたる ぴったり 汎用 logo ふぉむ 被災者支援しすてむ 実施 導入 \
    整備 可否 時点";
const NO_STATE_TITLES: &str = "課 部署 担当 年月 時期 日付 公開日 予定日 url 備考 理由 件数 手数料 添付";

/// A column that says where applications are received. 〇 under a system's name is a state and not such a column.
fn holds_systems(title: Option<&str>, cells: &[&str]) -> bool {
    const TITLES: &str = "\
        ちゃねる 経路 媒体 届出方法 提出方法 手続方法 url しすてむ 受付方法 受付方式 申請方法 公開先 申請先 受付先 \
        受付窓口 利用さびす ぷらっとふぉむ つる 手段";
    let title = title.unwrap_or_default();
    let known = percent(cells, |cell| wording::system(cell).is_some_and(|system| system != wording::System::Other));
    (title == "方法" || says(title, TITLES)) && !says(title, "基幹 接続 連携 被災者 住基") && known >= 40
}

/// 所管課: kept beside the result.
fn holds_departments(title: Option<&str>, columns: &[Use]) -> bool {
    const TITLES: [&str; 12] =
        ["所管", "担当課", "所管課", "主管課", "部署", "担当部署", "課名", "課", "担当", "所属", "担当部局", "部局"];
    !columns.contains(&Use::Department) && title.is_some_and(|title| TITLES.contains(&title) || title.ends_with("課名"))
}

fn holds_connections(title: Option<&str>, cells: &[&str]) -> bool {
    let titled = title.unwrap_or_default();
    let known = percent(cells, |cell| wording::connection(cell, titled).read != Connection::Unknown);
    match title {
        None | Some("") => known >= 60,
        Some(title) => {
            says(title, "接続 連携 えんどとぅえんど えんどつえんど 特定通信 基幹 取込 取り込み")
                && (known > 0 || cells.is_empty() || says(title, "接続"))
        }
    }
}

fn holds_contexts(title: Option<&str>, cells: &[&str]) -> bool {
    let fields = percent(cells, |cell| {
        let schemes = scan(&fold_word(cell)).concepts.of(&[ConceptKind::Scheme, ConceptKind::OtherScheme]);
        !schemes.is_empty() || names_a_group(&fold_word(cell))
    });
    let titled = says(title.unwrap_or_default(), "分野 区分 分類 制度 かてごり 業務 種別 関係");
    let is_office = says(title.unwrap_or_default(), "課 所管 部署 担当");
    !is_office && fields >= if titled { 40 } else { 70 }
}
