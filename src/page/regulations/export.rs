//! Saving the result sheet: made in the worker, offered as a download.

use crate::api::border::Written;
use crate::api::review::{Export, ExportFormat, Exported};
use crate::page::dom::{Dom, field, on_press, set_text};
use crate::page::messages::reading::number;
use crate::page::{about, clock, download, report, task, town, trouble};
use crate::review::result::Which;
use crate::writing::Progress;

use super::{calls, state};

/// Opens the buttons.
pub fn open() -> Dom {
    let buttons = [
        ("export-xlsx", ExportFormat::Xlsx),
        ("export-csv", ExportFormat::Csv),
        ("export-csv-sjis", ExportFormat::CsvWindows31J),
    ];
    for (id, format) in buttons {
        on_press(id, move || task::begin(export(format)))?;
    }
    on_press("export-print", || task::begin(print()))
}

async fn print() -> Dom {
    super::report::gather().await?;
    report::print("regulations")
}

async fn export(format: ExportFormat) -> Dom {
    note("書き出しています。")?;
    let export = wanted(format)?;
    let written = calls::ask_watched(&export, |progress| trouble::report(tell(progress))).await;
    let Exported { bytes, replaced } = written.map_err(calls::trouble_of)?;
    let (ending, kind) = match format {
        ExportFormat::Xlsx => ("xlsx", download::XLSX),
        ExportFormat::Csv | ExportFormat::CsvWindows31J => ("csv", download::CSV),
    };
    let name = format!("アナログ規制点検_{}.{ending}", export.day);
    download::save_buffer(&name, kind, &bytes.0)?;
    note(&if replaced > 0 {
        format!("「{name}」を保存しました。Shift_JISにない文字が{replaced}種類あり、〓などに置き換えました。")
    } else {
        format!("「{name}」を保存しました。")
    })
}

fn wanted(format: ExportFormat) -> Dom<Export> {
    let which = match field::value("export-which")?.as_str() {
        "decided" => Which::Decided,
        "all" => Which::All,
        _ => Which::Candidates,
    };
    let shown_only = field::checked("export-shown")?;
    let day = clock::today();
    let town = town::store().read(town::Town::name).unwrap_or_else(|| "団体未選択".to_owned());
    let filter = if shown_only { "一覧の絞り込みで表示した条項だけ" } else { "絞り込みなし" };
    let condition = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let conditions = vec![
        condition("団体名", &town),
        condition("作成日", &day.western_and_era()),
        condition("作成したページ", &about::edition()?),
        condition("絞り込み", filter),
    ];
    Ok(Export { which, shown_only, format, kept: Written(state::drafts()), conditions, author: about::edition()?, day })
}

fn tell(Progress { rows, of }: Progress) -> Dom {
    note(&format!("書き出しています（{}行のうち{}行）。", number(of as u64), number(rows as u64)))
}

fn note(sentence: &str) -> Dom {
    set_text("export-note", sentence)
}
