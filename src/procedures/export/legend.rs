//! 凡例: what the codes of the other sheets mean.

use crate::procedures::state::{Availability, Connection};
use crate::writing::{Cell, Column, Table, TableError};

/// 凡例
pub(super) fn legend() -> Result<Table, TableError> {
    let columns = vec![Column::text("シート"), Column::text("列"), Column::text("値"), Column::text("意味")];
    let states = Availability::ALL.map(|state| ["結果", "公開状況", state.name(), meaning(state)]);
    let connections = Connection::ALL.map(|way| ["結果", "接続", way.name(), meaning_of_connection(way)]);
    let rows = states.iter().chain(&connections).chain(&CODES).map(|row| row.map(Cell::from).to_vec()).collect();
    Table::new("凡例", columns, rows)
}

fn meaning(state: Availability) -> &'static str {
    match state {
        Availability::Published => "マイナポータルで申請できます。オンラインに数えます。",
        Availability::Partial => "一部の種類や対象者だけマイナポータルで申請できます。オンラインに数えます。",
        Availability::NationalDisasterSystem => {
            "国の被災者支援システムで申請できます（罹災証明のみ）。オンラインに数えます。"
        }
        Availability::MunicipalDisasterSystem => {
            "自治体の被災者支援システムで申請できます（罹災証明のみ）。オンラインに数えます。"
        }
        Availability::GeneralSystemOnly => "汎用の電子申請だけで申請できます。オンラインに数えません。",
        Availability::InPreparation => "マイナポータルの手続を作成しています。",
        Availability::NotStarted => "手を付けていません。",
        Availability::NoScheme => "団体に制度がありません。オンラインに数えません。",
        Availability::Unknown => "記載がないか、書き方から読み取れません。オンラインに数えません。",
    }
}

fn meaning_of_connection(way: Connection) -> &'static str {
    match way {
        Connection::EndToEnd => "申請データが、申請管理システムを経て基幹システムまで自動で届きます。",
        Connection::Dedicated => {
            "申請データが、特定通信で申請管理システムに取り込まれます。その先は資料では別の接続です。"
        }
        Connection::Manual => "マイナンバー利用事務系へ手入力又はRPA等で入れています。",
        Connection::NotConnected => "つながっていません。",
        Connection::Unknown => "記載がないか、書き方から読み取れません。",
    }
}

const CODES: [[&str; 4]; 15] = [
    ["結果", "名称の文言", "確認済", "標準名称の文言を公開資料で確かめました（資料名は控えていません）。"],
    ["結果", "名称の文言", "文言は未確認", "手続は27手続に含まれるが、標準名称の文言は確かめていません。"],
    ["結果", "オンライン", "該当", "オンラインに数えます。"],
    ["結果", "オンライン", "非該当", "オンラインに数えません。"],
    ["結果", "オンライン", "不明", "分からないため、該当とも非該当ともしていません。数には入っていません。"],
    ["結果", "根拠", "一覧の状態", "一覧の状態の列から読みました。"],
    ["結果", "根拠", "一覧にある", "一覧に状態の列がないため、名称があれば公開済と読みました。"],
    ["結果", "根拠", "一覧にない", "一覧に状態の列がなく、名称も見当たりません。"],
    ["結果", "根拠", "選択待ち", "この手続かもしれない名称が一覧にあり、まだ選ばれていません。"],
    ["結果", "根拠", "手で設定", "担当者が設定しました。"],
    ["結果", "根拠", "記載なし", "一覧にも設定にもありません。"],
    ["照合", "判定", "一致", "標準名称の1つと読みました。"],
    ["照合", "判定", "候補", "複数の手続が考えられるか、確かめが要ります。"],
    ["照合", "判定", "選択", "担当者が選びました。番号がなければ、31手続ではないと選びました。"],
    ["照合", "判定", "対象外", "31手続ではない、または見出しです。"],
];
