//! 条件: when and with what the file was made, and what the documents say about each programme, with their places.

use super::{Making, population_origins};
use crate::date::Date;
use crate::subsidy::list::List;
use crate::subsidy::{Comparison, Programme, Reading, SourceOfFact};
use crate::writing::{Cell, Column, Table, TableError};

/// For all programmes.
const ALL: &str = "共通";

pub(super) fn table(comparison: &Comparison, list: Option<&List>, making: Making<'_>) -> Result<Table, TableError> {
    let columns = vec![Column::text("対象"), Column::text("項目"), Column::plain_number("番号"), Column::text("内容")];
    let mut rows = Vec::new();
    push(&mut rows, ALL, "作成日", [making.on.western_and_era()]);
    push(&mut rows, ALL, "作成したもの", [making.by.to_owned()]);
    push(&mut rows, ALL, "人口の出どころ", population_origins(comparison, list));
    for programme in &comparison.programmes {
        push_programme(&mut rows, programme, making.on);
    }
    Table::new("条件", columns, rows)
}

fn push(rows: &mut Vec<Vec<Cell>>, subject: &str, item: &str, texts: impl IntoIterator<Item = String>) {
    let texts = texts.into_iter().filter(|text| !text.is_empty());
    for (number, text) in (1_u32..).zip(texts) {
        rows.push(vec![subject.into(), item.into(), number.into(), text.into()]);
    }
}

fn push_programme(rows: &mut Vec<Vec<Cell>>, programme: &Programme, on: Date) {
    let subject = programme.short_name;
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    push(rows, subject, "制度名", [programme.name.to_owned()]);
    push(rows, subject, "資料の時点", [programme.as_of.western_and_era()]);
    push(rows, subject, "交付の相手", [programme.recipients.to_owned()]);
    push(rows, subject, "補助率", [programme.rate_wording.to_owned()]);
    push(rows, subject, "補助率の注記", [programme.rate_note.to_owned()]);
    push(rows, subject, "期間", [programme.period.to_owned()]);
    push(rows, subject, "期間の後", programme.after_period(on).map(|after| after.note.to_owned()));
    push(rows, subject, "申請締切", [programme.application_deadline.to_owned()]);
    push(rows, subject, "状態", owned(programme.status));
    push(rows, subject, "状態の説明", [programme.status_note.to_owned()]);
    push(rows, subject, "要件", owned(programme.conditions));
    push(rows, subject, "対象経費", owned(programme.eligible_costs));
    push(rows, subject, "注記", owned(programme.notes));
    if let Some(formula) = programme.formula() {
        let reading = match formula.first_reading {
            Reading::AsEligibleCost => "対象事業費の上限と解する（初期値）",
            Reading::AsGrant => "補助金の上限と解する（初期値）",
        };
        push(rows, subject, "上限額の読み方", [reading.to_owned()]);
        push(rows, subject, "読み方の理由", [formula.reading_reason.to_owned()]);
    }
    push(rows, subject, "出典", programme.sources.iter().map(source));
}

/// 資料名（日付） 箇所: 内容［確度］
fn source(source: &SourceOfFact) -> String {
    let date = source.date.map_or_else(String::new, |date| format!("（{}）", date.western()));
    let place = if source.place.is_empty() { String::new() } else { format!(" {}", source.place) };
    let certainty = source.certainty.name();
    format!("{}{date}{place}: {}［{certainty}］", source.document, source.states)
}
