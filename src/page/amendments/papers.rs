//! Papers: 新旧対照表, 改め文, 一括整備条例 and the sheet, of the clauses that were put in; and the counts.

use crate::api::border::Written;
use crate::api::review::{AmendmentCounts, CountAmendments, Paper, WritePaper};
use crate::page::dom::{Dom, on_press, set_text};
use crate::page::regulations::calls::ask;
use crate::page::{about, clock, download, task};

use super::state;

/// Word documents.
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const PAPERS: [(&str, Paper, &str); 4] = [
    ("amend-comparison", Paper::Comparison, "新旧対照表"),
    ("amend-sentences", Paper::Amendments, "改め文"),
    ("amend-omnibus", Paper::Omnibus, "一括整備条例の骨子"),
    ("amend-sheet", Paper::Sheet, "改正案の一覧"),
];

/// Opens the buttons.
pub fn open() -> Dom {
    for (id, paper, name) in PAPERS {
        on_press(id, move || task::begin(write(paper, name)))?;
    }
    on_press("amend-count", || task::begin(count()))
}

async fn write(paper: Paper, name: &str) -> Dom {
    let kept = state::work();
    if paper != Paper::Sheet && !kept.drafts().iter().any(|(_, kept)| kept.included) {
        return note("まだ何も入れていません。改正案のある条項で「新旧対照表に入れる」を選んでください。");
    }
    let day = clock::today();
    let asked = WritePaper { paper, kept: Written(kept), author: about::edition()?, day };
    let Some(bytes) = ask(&asked).await? else {
        return note(if paper == Paper::Sheet {
            "「該当」と判定した条項がまだありません。"
        } else {
            "この書類に入る条項がありません（一括整備条例には条例だけが入ります）。"
        });
    };
    let (ending, kind) = if paper == Paper::Sheet { ("xlsx", download::XLSX) } else { ("docx", DOCX) };
    let name = format!("{name}_{day}.{ending}");
    download::save_buffer(&name, kind, &bytes.0)?;
    note(&format!("「{name}」を保存しました。たたき台です。法規担当の審査を受けてください。"))
}

async fn count() -> Dom {
    note("数えています。")?;
    let counts = ask(&CountAmendments(Written(state::work().settings))).await?;
    let AmendmentCounts { applying, drafted, without_precedent, waiting } = counts;
    note(&format!(
        "該当と判定した{applying}条項のうち、改正案あり{drafted}、用例なし{without_precedent}、国の改正待ち{waiting}。"
    ))
}

fn note(sentence: &str) -> Dom {
    set_text("amend-note", sentence)
}
