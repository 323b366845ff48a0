//! 条件: what the figures rest on, each with its source.

use crate::date::Date;
use crate::procedures::answer::Answer;
use crate::procedures::catalogue::{Source, all};
use crate::procedures::comparison::SURVEYS;
use crate::procedures::condition::{DEADLINES, READING};
use crate::procedures::standing::Origin;
use crate::writing::{Cell, Column, Table, TableError};

/// 条件
pub(super) fn terms(answer: &Answer) -> Result<Table, TableError> {
    let columns = vec![
        Column::text("項目"),
        Column::text("内容"),
        Column::date("日付"),
        Column::text("日付（和暦）"),
        Column::text("出典"),
        Column::text("出典の頁"),
        Column::date("出典の日付"),
    ];
    let mut rows = vec![
        row("対象の手続", "子育て15・介護11・被災者支援1の27手続です。", None, all().first().map(|one| one.source)),
        row(
            "数え方",
            "デジタル庁の公開ダッシュボードと同じく、マイナポータルで申請できるものを数えます。一部だけの公開も数えます。",
            None,
            None,
        ),
        row("数え方", "汎用の電子申請だけのものと、制度のないものは数えず、別に示します。", None, None),
        row("補助金の要件", met(answer.condition.met), None, all().first().map(|one| one.source)),
        row("補助金の要件の読み方", READING, None, None),
    ];
    let names_only = answer.standings.iter().any(|standing| standing.origin == Origin::ListedWithoutState);
    if names_only {
        rows.push(row("一覧の読み方", "状態の列がないため、一覧にある手続を公開済と読みました。", None, None));
    }
    rows.extend(
        DEADLINES.iter().map(|deadline| row("期限", deadline.what, Some(deadline.date), Some(deadline.source))),
    );
    rows.extend(SURVEYS.iter().map(|survey| row("比較の時点", survey.written, None, Some(survey.source))));
    Table::new("条件", columns, rows)
}

fn met(met: Option<bool>) -> &'static str {
    match met {
        Some(true) => "26手続すべてがオンラインで、特定通信で接続しています。要件を満たします。",
        Some(false) => "26手続のうち、オンラインでないか特定通信で接続していないものがあります。要件を満たしません。",
        None => "公開状況か接続が分からない手続があり、要件を満たすかどうか決まりません。",
    }
}

fn row(item: &str, content: &str, date: Option<Date>, source: Option<Source>) -> Vec<Cell> {
    vec![
        item.into(),
        content.into(),
        date.into(),
        date.map(Date::era).into(),
        source.map(|source| source.document).into(),
        source.map(|source| source.page).into(),
        source.map(|source| source.date).into(),
    ]
}
