//! なくなった条項: the clauses that an updated collection no longer has, with what was judged of them.

use crate::writing::{Cell, Column, Table, TableError};

use super::super::comparison::Gone;
use super::super::desk::Desk;
use super::super::judgement::{Decision, Judgement, Need, Policy, Stage, UNDECIDED};

const COLUMNS: [&str; 11] =
    ["例規名", "条項", "条文", "規制区分", "判定", "PHASE", "見直し要否", "見直し方針", "見直し時期", "所管課", "備考"];

/// A row for each judged category of each clause; a row without one where nothing was judged.
pub(super) fn table(desk: &Desk) -> Result<Table, TableError> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for gone in desk.gone() {
        let first = rows.len();
        for (category, judgement) in desk.judgements().of_clause(gone.key) {
            rows.push(row(rows.len() + 1, gone, category.name(), judgement));
        }
        if rows.len() == first {
            rows.push(row(first + 1, gone, "", &Judgement::default()));
        }
    }
    let columns = [Column::plain_number("No")].into_iter().chain(COLUMNS.map(Column::text));
    Table::new("なくなった条項", columns.collect(), rows)
}

fn row(number: usize, gone: &Gone, category: &str, judgement: &Judgement) -> Vec<Cell> {
    let undecided = if category.is_empty() { "" } else { UNDECIDED };
    vec![
        Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX)),
        (&gone.title).into(),
        gone.article.as_str().into(),
        gone.text.as_str().into(),
        category.into(),
        judgement.decision.map_or(undecided, Decision::name).into(),
        judgement.stage.map_or("", Stage::name).into(),
        judgement.need.map_or("", Need::name).into(),
        judgement.policy.map_or("", Policy::name).into(),
        judgement.time.as_str().into(),
        judgement.department.as_str().into(),
        judgement.remarks.as_str().into(),
    ]
}
