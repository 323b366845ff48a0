//! 凡例: what the columns of the other sheets mean, a row for each column that needs a word.

use crate::writing::{Cell, Column, Table, TableError};

/// Column and meaning.
const MEANINGS: &[(&str, &str)] = &[
    ("団体コード", "全国地方公共団体コード（検査数字を含む6桁）。一覧にない団体は空欄です。"),
    (
        "人口",
        "算出に使った人口。人口の基準日があるものは住民基本台帳人口、空欄のものは入力された人口か一覧の人口です。",
    ),
    ("人口規模の区分", "資料の区分の書き方のままです。"),
    ("算式", "資料の算式に人口を当てはめたものです。"),
    ("上限額", "算式の結果。円未満を切り捨てています。算式のない規模では空欄です。"),
    ("上限額（千円未満切捨て）", "上限額の千円未満を切り捨てた額です。"),
    ("もう一方の区分による額", "人口がちょうど区分の境にあり、2つの区分で額が違うときの、高いほうの額です。"),
    (
        "参考額",
        "算式のない規模の団体に、最後の区分の上端で得られる額を参考に示したものです。その団体の上限額ではありません。",
    ),
    ("対象事業費", "入力された費用です。"),
    ("国庫補助（対象事業費の上限と解する）", "対象事業費と上限額の低いほうに補助率を掛け、円未満を切り捨てた額です。"),
    ("市町村負担（対象事業費の上限と解する）", "対象事業費から左の国庫補助を引いた額です。"),
    ("国庫補助（補助金の上限と解する）", "対象事業費に補助率を掛けて円未満を切り捨てた額と、上限額の低いほうです。"),
    ("市町村負担（補助金の上限と解する）", "対象事業費から左の国庫補助を引いた額です。"),
    ("区分の変化", "前の基準日と比べて区分が変わったときの説明です。"),
    ("算式のない団体の数", "資料に算式がなく、合計に入っていない団体の数です。"),
    ("千円未満を切り捨てた上限額の合計", "団体ごとに千円未満を切り捨ててから合計した額です。"),
    ("行", "開いた一覧の行番号です。"),
    ("上限の種類", "対象経費の上限か、補助額の上限か、資料に書かれていないかの別です。"),
];

/// The meanings of the columns that the given tables have.
pub(super) fn table(tables: &[Table]) -> Result<Table, TableError> {
    let rows = tables.iter().flat_map(|table| {
        table.columns().iter().filter_map(|column| {
            let (_, meaning) = MEANINGS.iter().find(|(header, _)| *header == column.header())?;
            Some(vec![Cell::from(table.sheet()), column.header().into(), (*meaning).into()])
        })
    });
    let columns = vec![Column::text("シート"), Column::text("列"), Column::text("意味")];
    Table::new("凡例", columns, rows.collect())
}
