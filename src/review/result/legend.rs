//! 凡例 and 条件: what the codes mean, and under which conditions the sheet was made.

use crate::regulations::Category;
use crate::writing::{Column, Table, TableError};

use super::super::comparison::Standing;
use super::super::desk::Desk;
use super::{CAUTION, Which};

const STATES: [(&str, &str); 4] = [
    ("候補", "本ツールが抽出した、または担当者が追加したもので、まだ判定していません"),
    ("該当", "担当者がアナログ規制に当たると判定しました"),
    ("非該当", "担当者がアナログ規制に当たらないと判定しました"),
    ("要確認", "担当者が所管課などへの確認が必要と判定しました"),
];

const FOUND: [(&str, &str); 4] = [
    ("該当候補", "条文の言い回しから、該当すると解されるもの"),
    ("要精査", "該当するかどうか、条文だけでは決まらず、人が読んで確かめるもの"),
    ("担当者が追加", "本ツールは抽出せず、担当者が加えたもの"),
    ("検出なし", "規制区分に当たる言い回しが見つからなかった条項"),
];

const OTHERS: [(&str, &str, &str); 16] = [
    ("デジタル手段の記載", "あり", "電磁的方法、インターネットなどのデジタルな手段が条文に書かれています"),
    ("デジタル手段の記載", "なし", "デジタルな手段が条文に書かれていません"),
    ("根拠の手掛かり", "法令に基づく可能性", "条文に法令の引用があり、団体だけでは改められない可能性があります"),
    ("見直し要否", "要", "見直しが必要です"),
    ("見直し要否", "否", "見直しは必要ありません"),
    ("見直し方針", "条例改正", "条例を改正します"),
    ("見直し方針", "規則・規程・要綱の改正", "規則、規程又は要綱を改正します"),
    ("見直し方針", "解釈の明確化（通知）", "解釈を通知などで明らかにします"),
    ("見直し方針", "運用の見直し", "規定を変えずに運用を改めます"),
    ("見直し方針", "廃止", "規定を廃止します"),
    ("見直し方針", "措置済み", "すでに見直しを終えています"),
    ("見直し方針", "通知・運用", "通知や運用で改めます（以前の版の作業ファイルの方針）"),
    ("見直し方針", "見直し不要", "改めません"),
    ("前の一覧との違い", "新規", "入れ替える前の一覧になかった条項です"),
    ("前の一覧との違い", "文言変更", "入れ替える前の一覧から、同じ条項の文言が変わりました"),
    ("前の一覧との違い", "変更なし", "入れ替える前の一覧と同じ文言です"),
];

/// Files that the conditions name; the others are counted.
const MOST_FILES: usize = 20;

/// The code table.
pub(super) fn table() -> Result<Table, TableError> {
    let mut rows: Vec<[String; 3]> = Vec::new();
    let mut push = |column: &str, code: &str, meaning: &str| {
        rows.push([column.to_owned(), code.to_owned(), meaning.to_owned()]);
    };
    for category in Category::ALL {
        let (definition, status) = category.definition();
        push("規制区分", category.name(), &format!("{definition}（{}）", status.origin()));
    }
    for category in Category::ALL {
        let Some((phases, status)) = category.phases() else { continue };
        let origin = status.origin();
        for (number, phase) in (1..).zip(phases) {
            push(
                "見直し段階（推定）",
                &format!("PHASE {number}"),
                &format!("{}：{phase}（{origin}）", category.name()),
            );
        }
    }
    let states = STATES.iter().map(|(code, meaning)| ("判定", *code, *meaning));
    let found = FOUND.iter().map(|(code, meaning)| (super::row::OWN, *code, *meaning));
    for (column, code, meaning) in states.chain(found).chain(OTHERS) {
        push(column, code, meaning);
    }
    for category in Category::ALL {
        let meaning = format!("{}（{}）", category.technologies().join("、"), category.technologies_origin());
        push("活用できる技術", category.name(), &meaning);
    }
    let columns = ["列", "符号", "意味"].map(Column::text).to_vec();
    let rows = rows.into_iter().map(|row| row.map(Into::into).to_vec());
    Table::new("凡例", columns, rows.collect())
}

/// The conditions, the caller's first.
pub(super) fn conditions(
    desk: &Desk,
    which: Which,
    rows: usize,
    given: &[(String, String)],
) -> Result<Table, TableError> {
    let own = [
        ("出力した範囲", which.sentence().to_owned()),
        ("結果の行数", rows.to_string()),
        ("読み込んだ条項数", desk.clauses().len().to_string()),
        ("分類した条項数", desk.classified().done.to_string()),
        ("読み込んだファイル", files(desk)),
        ("注意", CAUTION.to_owned()),
    ];
    let mut own = Vec::from(own);
    if !desk.comparison().is_empty() {
        own.insert(own.len() - 1, ("前の一覧との違い", standings(desk)));
    }
    let given = given.iter().map(|(name, value)| (name.as_str(), value.clone()));
    let rows = given.chain(own).map(|(name, value)| vec![name.into(), value.into()]);
    Table::new("条件", vec![Column::text("項目"), Column::text("内容")], rows.collect())
}

/// 「新規3件、文言変更1件、変更なし9件、なくなった条項2件」
fn standings(desk: &Desk) -> String {
    let count = |standing: Standing| format!("{}{}件", standing.name(), desk.comparison().count(standing));
    let [new, changed, same] = Standing::ALL.map(count);
    format!("{new}、{changed}、{same}、なくなった条項{}件", desk.gone().len())
}

fn files(desk: &Desk) -> String {
    let mut files: Vec<&str> = Vec::new();
    for clause in desk.clauses() {
        let file = &*clause.place.file;
        if files.last() != Some(&file) && !files.contains(&file) {
            files.push(file);
        }
    }
    let rest = files.len().saturating_sub(MOST_FILES);
    let named = files.iter().take(MOST_FILES).copied().collect::<Vec<_>>().join("、");
    if rest == 0 { named } else { format!("{named}、ほか{rest}ファイル") }
}
