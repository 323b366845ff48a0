//! 人口によらない上限: the caps that documents state without a formula.

use super::YEN;
use crate::subsidy::{Cap, Limits, Programme, Rule, programmes};
use crate::writing::{Cell, Column, Table, TableError};

pub(super) fn table() -> Result<Table, TableError> {
    let columns = vec![
        Column::text("制度"),
        Column::text("交付の相手"),
        Column::text("補助率"),
        Column::text("上限の対象"),
        Column::text("上限の種類"),
        Column::number("上限", "金額の単位"),
        Column::text("金額の単位"),
        Column::text("資料の記載"),
        Column::text("期間"),
    ];
    let rows = programmes(None).into_iter().flat_map(|programme| match &programme.rule {
        Rule::Caps(caps) => caps.iter().map(|cap| row(programme, cap)).collect(),
        Rule::Formula(_) => Vec::new(),
    });
    Table::new("人口によらない上限", columns, rows.collect())
}

fn row(programme: &Programme, cap: &Cap) -> Vec<Cell> {
    let limits = match cap.limits {
        Limits::EligibleCost => "対象経費の上限",
        Limits::Grant => "補助額の上限",
        Limits::AsWritten => "上限額（何の上限かは資料に記載なし）",
    };
    vec![
        programme.name.into(),
        programme.recipients.into(),
        programme.rate_wording.into(),
        cap.subject.into(),
        limits.into(),
        cap.amount.get().into(),
        YEN.into(),
        cap.wording.into(),
        programme.period.into(),
    ]
}
