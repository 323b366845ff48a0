//! What reading a town's list of procedures met, in Japanese: as [`super::reading`] says it, but where the next step of
//! an ordinance is none for a list.

use crate::reading::note::{Reason, Unread};

use super::reading;

/// What happened and what to do next.
pub fn sentence(reason: &Reason) -> String {
    match reason {
        Reason::UnreadKind { kind } => unread(*kind),
        Reason::NoTable | Reason::NoClause | Reason::NoTextColumn => {
            "表ではありません。手続の一覧を、Excel（XLSX）かCSVで開くか、「名称を貼り付ける」に貼り付けてください。"
                .to_owned()
        }
        Reason::HiddenSheet { .. } => {
            "非表示のシートは読みません。必要なときは「読み取り方を確かめる・変える」で印を付けてください。".to_owned()
        }
        reason => reading::sentence(reason),
    }
}

fn unread(kind: Unread) -> String {
    let kind = reading::unread_name(kind);
    format!(
        "{kind}からは一覧を読めません。元の表をExcel（XLSX）かCSVで保存して開くか、手続の名称をコピーして「名称を貼り付ける」に貼り付けてください。"
    )
}
