//! What is told of a list of towns as a whole: which column was taken for the population, and why one was not.

use crate::subsidy::list::{Column, Remark, TownList};

/// The sentences, the most fundamental first; none for a list without doubts.
#[must_use]
pub fn list_remarks(opened: &TownList) -> Vec<String> {
    let Some(list) = &opened.list else { return Vec::new() };
    let mut told: Vec<String> =
        list.population.remark.iter().map(|remark| sentence(remark, list.population.column.as_ref())).collect();
    if list.population.column.is_some() {
        let blank = list.entries.iter().filter(|entry| entry.entry.population_date.is_some()).count();
        if blank > 0 {
            told.push(format!("人口の列が空欄の{blank}団体は、住民基本台帳人口（上の欄の時点）で計算しました。"));
        }
    }
    told.extend(list.beside.as_ref().map(|letter| {
        format!("{letter}列にも団体の名称があります。右側の表は読んでいません。1つの列に並べ直して開いてください。")
    }));
    if !opened.other_sheets.is_empty() {
        let sheet = opened.sheet.as_deref().unwrap_or_default();
        told.push(format!(
            "シート「{sheet}」を読みました。団体の名称があるシートはほかにもあります（{}）。",
            opened.other_sheets.join("、")
        ));
    }
    told
}

fn sentence(remark: &Remark, taken: Option<&Column>) -> String {
    const TABLE: &str = "いまは住民基本台帳人口（上の欄の時点）で計算しています。";
    match remark {
        Remark::Newest(older) => {
            let taken = taken.map(Column::shown).unwrap_or_default();
            format!("いちばん新しい時点の列「{taken}」を使いました（ほかに{}）。", shown(older))
        }
        Remark::Several(columns) => {
            format!("人口の列が決められません。{}のどれを使うかを選んでください。{TABLE}", shown(columns))
        }
        Remark::OnlyOther(columns) => {
            format!(
                "団体の人口の列がありません（{}は、住民の総数ではないか、確かめられません）。{TABLE}",
                shown(columns)
            )
        }
        Remark::Unlike(column) => {
            format!(
                "「{}」の数は住民基本台帳人口と大きく違い、単位や内容が違うかもしれないため、使っていません。{TABLE}",
                column.shown()
            )
        }
        Remark::Different(column) => {
            format!("「{}」の数は住民基本台帳人口と3割以上違います。時点や内容を確かめてください。", column.shown())
        }
        Remark::NotTheSum(column) => format!(
            "「{}」の数が男と女の合計と合わないため、使っていません。どの列を使うかを選んでください。{TABLE}",
            column.shown()
        ),
    }
}

fn shown(columns: &[Column]) -> String {
    columns.iter().map(|column| format!("「{}」", column.shown())).collect::<Vec<_>>().join("、")
}
