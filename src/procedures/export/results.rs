//! 結果, 照合, 集計, 比較.

use crate::procedures::answer::Answer;
use crate::procedures::catalogue::{NameStatus, Number, municipal};
use crate::procedures::comparison::{SURVEYS, towns};
use crate::procedures::list::ListedName;
use crate::procedures::matching::Match;
use crate::procedures::standing::{Origin, Standing};
use crate::procedures::state::Availability;
use crate::writing::{Cell, Column, Decimal, Table, TableError};

/// 結果: one row for each of the 27.
pub(super) fn procedures(answer: &Answer) -> Result<Table, TableError> {
    let columns = vec![
        Column::plain_number("番号"),
        Column::text("分野"),
        Column::text("標準名称"),
        Column::text("名称の文言"),
        Column::text("公開状況"),
        Column::text("オンライン"),
        Column::text("接続"),
        Column::text("根拠"),
        Column::text("お手元の名称"),
        Column::plain_number("一覧の行"),
        Column::text("所管課（一覧）"),
        Column::text("システム（一覧）"),
        Column::text("次にすること"),
    ];
    let rows = municipal().map(|procedure| row(answer, procedure.number)).collect();
    Table::new("結果", columns, rows)
}

fn row(answer: &Answer, number: Number) -> Vec<Cell> {
    let (procedure, standing) = (number.procedure(), answer.standings.of(number));
    let decided = standing.decided_by.and_then(|position| answer.entries.get(position));
    let to_do = answer.completeness.to_do.iter().find(|to_do| to_do.number == number);
    vec![
        figure(number),
        procedure.group.name().into(),
        procedure.name.into(),
        wording(procedure.name_status).into(),
        standing.availability.name().into(),
        online(standing.availability).into(),
        standing.connection.name().into(),
        origin(standing).into(),
        decided.map(|entry| entry.input.name.as_str()).into(),
        decided.map(|entry| entry.input.row).into(),
        decided.and_then(|entry| entry.input.department.as_deref()).into(),
        decided.and_then(|entry| entry.input.system.as_deref()).into(),
        to_do.map(|to_do| to_do.step).into(),
    ]
}

/// 不明 is no answer: it is not 非該当.
fn online(availability: Availability) -> &'static str {
    match availability {
        Availability::Unknown => "不明",
        state if state.is_online() => "該当",
        _ => "非該当",
    }
}

fn figure(number: Number) -> Cell {
    u32::from(u8::from(number)).into()
}

fn wording(status: NameStatus) -> &'static str {
    match status {
        NameStatus::Confirmed => "確認済",
        NameStatus::Unconfirmed => "文言は未確認",
    }
}

fn origin(standing: &Standing) -> &'static str {
    match standing.origin {
        Origin::Unstated => "記載なし",
        Origin::NotListed => "一覧にない",
        Origin::Asked => "選択待ち",
        Origin::ListedWithoutState => "一覧にある",
        Origin::Listed => "一覧の状態",
        Origin::SetByHand => "手で設定",
    }
}

/// 照合: one row for each name, and for each candidate of a name that is asked.
pub(super) fn names(answer: &Answer) -> Result<Table, TableError> {
    let columns = vec![
        Column::text("シート"),
        Column::plain_number("行"),
        Column::text("お手元の名称"),
        Column::text("見出し・分野"),
        Column::text("判定"),
        Column::plain_number("候補の順"),
        Column::plain_number("番号"),
        Column::text("標準名称"),
        Column::plain_number("一致の度合い"),
        Column::text("一覧の公開状況"),
        Column::text("一覧の接続"),
        Column::text("所管課（一覧）"),
        Column::text("システム（一覧）"),
        Column::text("理由"),
    ];
    Table::new("照合", columns, answer.entries.iter().flat_map(|entry| name_rows(entry)).collect())
}

fn name_rows(entry: &ListedName) -> Vec<Vec<Cell>> {
    let found = &entry.found;
    let (verdict, numbers) = match found {
        Match::Matched { .. } => ("一致", found.procedures()),
        Match::Chosen { procedures, .. } => ("選択", procedures.as_slice()),
        Match::Asked { .. } => ("候補", found.candidates()),
        Match::Foreign { .. } => ("対象外", &[][..]),
    };
    if numbers.is_empty() {
        return vec![name_row(entry, verdict, None)];
    }
    numbers.iter().zip(1_u32..).map(|(number, order)| name_row(entry, verdict, Some((order, *number)))).collect()
}

fn name_row(entry: &ListedName, verdict: &str, candidate: Option<(u32, Number)>) -> Vec<Cell> {
    let input = &entry.input;
    let degree = matches!(entry.found, Match::Matched { .. }).then(|| entry.found.degree());
    vec![
        input.sheet.as_ref().map_or(Cell::Empty, Cell::from),
        input.row.into(),
        input.name.as_str().into(),
        input.context.as_deref().into(),
        verdict.into(),
        candidate.map(|(order, _)| order).into(),
        candidate.map_or(Cell::Empty, |(_, number)| figure(number)),
        candidate.map(|(_, number)| number.procedure().name).into(),
        degree.and_then(|degree| Decimal::new(i64::from(degree.percent()), 2)).into(),
        input.state.as_ref().map(|wording| wording.written.as_str()).into(),
        input.connection.as_ref().map(|wording| wording.written.as_str()).into(),
        input.department.as_deref().into(),
        input.system.as_deref().into(),
        entry.found.reason().into(),
    ]
}

/// 集計: counts with their totals.
pub(super) fn counts(answer: &Answer) -> Result<Table, TableError> {
    let columns = vec![
        Column::text("項目"),
        Column::number("件数", "単位"),
        Column::number("全体", "単位"),
        Column::text("単位"),
    ];
    let found = &answer.completeness;
    let row = |item: String, count: usize, total: u8| -> Vec<Cell> {
        vec![
            item.into(),
            Cell::Integer(i64::try_from(count).unwrap_or(i64::MAX)),
            u32::from(total).into(),
            "手続".into(),
        ]
    };
    let mut rows = vec![
        row("オンライン（27手続）".to_owned(), usize::from(found.count.of27), 27),
        row("オンライン（罹災証明を除く26手続）".to_owned(), usize::from(found.count.of26), 26),
    ];
    let groups = found.groups.iter();
    rows.extend(groups.map(|of| row(format!("オンライン（{}）", of.group.name()), usize::from(of.online), of.total)));
    rows.push(row("汎用電子申請のみ（数に入れない）".to_owned(), found.general_system_only.len(), 27));
    rows.push(row("制度なし（数に入れない）".to_owned(), found.no_scheme.len(), 27));
    rows.push(row("不明".to_owned(), found.unknown.len(), 27));
    for judged in answer.condition.readings() {
        let name = judged.reading.name();
        rows.push(row(format!("補助金の要件に不足（{name}）"), judged.lacking.len(), 26));
        rows.push(row(format!("補助金の要件を確かめられない（{name}）"), judged.undetermined.len(), 26));
    }
    Table::new("集計", columns, rows)
}

/// 比較: the 19 towns at the four dates, the own count beside.
pub(super) fn comparison(answer: &Answer) -> Result<Table, TableError> {
    let columns = vec![
        Column::text("団体コード"),
        Column::text("団体名"),
        Column::text("時点"),
        Column::number("オンライン", "単位"),
        Column::number("全体", "単位"),
        Column::text("単位"),
    ];
    let row = |code: &str, name: &str, month: &str, online: u8, total: u8| -> Vec<Cell> {
        vec![code.into(), name.into(), month.into(), u32::from(online).into(), u32::from(total).into(), "手続".into()]
    };
    let own = answer.completeness.count;
    let mut rows = vec![row("", "お手元の団体", "今回", own.of26, 26), row("", "お手元の団体", "今回", own.portal, 27)];
    for town in towns() {
        let surveys = SURVEYS.iter().zip(town.online);
        rows.extend(
            surveys.map(|(survey, online)| row(town.code, town.name, survey.month, online, survey.base.total())),
        );
    }
    Table::new("比較", columns, rows)
}
