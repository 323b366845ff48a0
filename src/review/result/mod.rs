//! The result sheet (結果) with its counts, legend and conditions, as tables for a workbook or CSV.
//!
//! Takes the desk and what is wanted, gives [`Table`]s. The columns follow the steps of the manual
//! (洗い出し → 該非判断 → 類型・PHASE → 見直しの要否と方針); what traces a row back to its file stands behind them.

mod gone;
mod legend;
mod report;
mod row;

use serde::{Deserialize, Serialize};

use crate::writing::{Column, Table, TableError};

use super::desk::Desk;
use super::overview::overview;

pub use report::{Line, report};
pub use row::is_result;

/// Which rows the sheet has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// 候補: every category found or added, whatever was decided.
    Candidates,
    /// 判定済み: every category with a decision.
    Decided,
    /// すべて: also the clauses without a category.
    All,
}

impl Which {
    /// What the sheet says of itself.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Candidates => "候補のみ：抽出された、または担当者が追加した規制区分をすべて（判定を問いません）",
            Self::Decided => "判定済みのみ：該当・非該当・要確認のいずれかに判定した規制区分",
            Self::All => "すべて：規制区分が検出されなかった条項を含みます",
        }
    }
}

/// Stands once on every sheet of conditions and every report.
pub const CAUTION: &str = "本資料は候補の抽出結果であり、該当性は所管課が判断する";

/// The tables 結果, 集計, 凡例 and 条件, and なくなった条項 where an updated collection lacks some. `shown` limits the rows to those that the filter shows; `conditions` are the
/// facts that only the caller knows (団体名, 作成日, 版, 絞り込み), each with its name.
///
/// # Errors
/// More rows than a sheet holds.
pub fn tables(
    desk: &Desk,
    which: Which,
    shown: Option<&[u32]>,
    conditions: &[(String, String)],
) -> Result<Vec<Table>, TableError> {
    let rows = row::rows(desk, which, shown);
    let count = rows.len();
    let mut tables = vec![
        Table::new("結果", row::columns(), rows)?,
        summary(desk)?,
        legend::table()?,
        legend::conditions(desk, which, count, conditions)?,
    ];
    if !desk.gone().is_empty() {
        tables.push(gone::table(desk)?);
    }
    Ok(tables)
}

/// The counts of the whole collection, a row for each combination that occurs.
fn summary(desk: &Desk) -> Result<Table, TableError> {
    let columns = vec![
        Column::text("規制区分"),
        Column::text(row::OWN),
        Column::text("判定"),
        Column::text("例規種別"),
        Column::number("件数", "単位"),
        Column::text("単位"),
    ];
    let rows = overview(desk).counts.into_iter().map(|count| {
        vec![
            count.category.name().into(),
            count.found.name().into(),
            row::state(count.state).into(),
            (&count.kind).into(),
            count.count.into(),
            "件".into(),
        ]
    });
    Table::new("集計", columns, rows.collect())
}
