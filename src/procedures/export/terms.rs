//! 条件: what the figures rest on, each with its source.

use crate::date::Date;
use crate::procedures::answer::Answer;
use crate::procedures::catalogue::all;
use crate::procedures::comparison::{COUNTED, SURVEYS};
use crate::procedures::condition::{DEADLINES, DEDICATED, Judged};
use crate::procedures::papers::{COUNTING_RULE, PROCEDURE_NAMES, PaperPage};
use crate::procedures::standing::Origin;
use crate::writing::{Cell, Column, Table, TableError};

/// 条件
pub(super) fn terms(answer: &Answer) -> Result<Table, TableError> {
    let mut rows = vec![
        row("対象の手続", "子育て15・介護11・被災者支援1の27手続です。", None, all().first().map(|one| one.source)),
        row("手続の名称", &format!("{}。", PROCEDURE_NAMES.said), None, None),
        row(
            "数え方",
            &format!(
                "{}と同じく、マイナポータルで申請できるものを数えます。一部だけの公開も数えます（出典：{}。{}）。",
                COUNTING_RULE.document, COUNTING_RULE.said, COUNTING_RULE.day
            ),
            None,
            None,
        ),
        row("数え方", "汎用の電子申請だけのものと、制度のないものは数えず、別に示します（出典は同じ）。", None, None),
        row("特定通信", DEDICATED, None, Some(answer.condition.to_intake.reading.source())),
        row(
            "補助金の要件の読み方",
            "資料に2つの文があり、どちらで判定されるかは確かめていません。両方の読み方で示します。",
            None,
            None,
        ),
    ];
    rows.extend(answer.condition.readings().into_iter().flat_map(read_as));
    let names_only = answer.standings.iter().any(|standing| standing.origin == Origin::ListedWithoutState);
    if names_only {
        rows.push(row("一覧の読み方", "状態の列がないため、一覧にある手続を公開済と読みました。", None, None));
    }
    rows.extend(
        DEADLINES.iter().map(|deadline| row("期限", deadline.what, Some(deadline.date), Some(deadline.source))),
    );
    rows.extend(SURVEYS.iter().map(|survey| row("比較の時点", survey.written, None, Some(survey.source))));
    rows.push(row("比較の数え方", COUNTED, None, None));
    Table::new("条件", columns(), rows)
}

fn columns() -> Vec<Column> {
    vec![
        Column::text("項目"),
        Column::text("内容"),
        Column::date("日付"),
        Column::text("日付（和暦）"),
        Column::text("出典"),
        Column::text("出典の頁"),
        Column::date("出典の日付"),
    ]
}

/// What one reading says, and its sentence.
fn read_as(judged: &Judged) -> [Vec<Cell>; 2] {
    let item = format!("補助金の要件（{}）", judged.reading.name());
    let quoted = row(&item, judged.reading.quote(), None, Some(judged.reading.source()));
    [row(&item, met(judged), None, None), quoted]
}

fn met(judged: &Judged) -> &'static str {
    match judged.met {
        Some(true) => "26手続すべてがオンラインで、この読み方の接続が済んでいます。要件を満たします。",
        Some(false) => {
            "26手続のうち、オンラインでないか、この読み方の接続が済んでいないものがあります。要件を満たしません。"
        }
        None => "公開状況か接続が分からない手続があり、要件を満たすかどうか決まりません。",
    }
}

fn row(item: &str, content: &str, date: Option<Date>, source: Option<PaperPage>) -> Vec<Cell> {
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
