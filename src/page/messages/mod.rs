//! What went wrong, in Japanese, with the next step: the one table from the core's errors to sentences.

pub mod list;
pub mod reading;

use crate::review::work_file::{Damage, Refused};
use crate::subsidy::export::not_usable;
use crate::subsidy::typed::NotUsable;
use crate::writing::Replaced;

use super::worker::Failure;

/// Characters of what was entered that stand in a sentence.
const MOST: usize = 20;

/// Why a population is not used.
pub fn population(error: NotUsable, entered: &str) -> String {
    format!("人口「{}」は{}「6,353人」「6.3万人」のように入力してください。", cut(entered, MOST), not_usable(error))
}

/// Why a cost is not used.
pub fn cost(error: NotUsable, entered: &str) -> String {
    let next = "「5,000万円」や、単位を選んで「5000」のように入力してください。";
    format!("金額「{}」は{}{next}", cut(entered, MOST), not_usable(error))
}

/// A character that the chosen character set does not hold.
pub fn replaced(replaced: &Replaced) -> String {
    let Replaced { character, written_as, count } = replaced;
    format!("Shift_JISにない文字「{character}」を「{written_as}」に置き換えました（{count}か所）。")
}

/// A file could not be written; the reason is for a bug report.
pub fn not_saved(reason: &str) -> String {
    format!("ファイルを作れませんでした。入力は残っています。配布元に次の一行をお知らせください：{reason}")
}

/// A file that the officer chose could not be written.
pub fn not_written(name: &str) -> String {
    format!(
        "「{name}」に書き込めませんでした。ファイルが動かされたか、書き込みが許可されていません。入力は残っています。「別の名前・場所に保存」で保存し直してください。"
    )
}

/// A file that the officer chose was written by somebody else meanwhile.
pub fn changed_meanwhile(name: &str) -> String {
    format!(
        "「{name}」は、この画面で開いたり保存したりしたあとに、別の画面かほかの人が書き換えています。上書きしていません。「統合する」で両方をまとめるか、「別の名前・場所に保存」で保存するか、「変更を捨てて開き直す」でいまのファイルを読み込んでください。"
    )
}

/// A work file is opened while there is work that was not saved.
pub const UNSAVED_WORK: &str =
    "未保存の変更があります。先に保存してから開くか、いまの作業に統合するか、変更を捨てて開いてください。";
/// A work file is opened beside another.
pub const SECOND_WORK: &str = "いまの作業に統合しますか。「開く」を選ぶと、いまの作業の代わりに開きます。";

/// A file holds no list of towns.
pub fn no_towns(name: &str) -> String {
    format!(
        "「{name}」から団体の一覧を読み取れませんでした。「団体名」または「団体コード」の列がある表（CSV・Excel）を開いてください。"
    )
}

/// The worker gave no answer about a file.
pub fn worker_failed(name: &str, failure: &Failure) -> String {
    match failure {
        Failure::Cancelled => format!("「{name}」の読み込みを取り消しました。"),
        Failure::Trapped(detail) | Failure::Refused(detail) => format!(
            "「{name}」を読み込めませんでした。ほかの入力は残っています。ファイルを分けるか、CSVで保存し直してお試しください（{detail}）。"
        ),
    }
}

/// Why a work file is not opened.
pub fn work_file(refused: &Refused) -> String {
    let next = "別に保存した作業ファイルがあれば、それを開いてください。いまの入力はそのまま残っています。";
    match refused {
        Refused::Foreign => {
            "このファイルは一枚点検の作業ファイルではないため、開けません。例規の一覧や条文は「3 アナログ規制」で開いてください。".to_owned()
        }
        Refused::Damaged(Damage::Syntax { line, column }) => {
            format!("作業ファイルが途中で切れているか壊れているため、開けません（{line}行{column}文字目から読めません）。{next}")
        }
        Refused::Damaged(Damage::Check) => {
            format!("作業ファイルの中身が、保存したときと違っているため、開けません。{next}")
        }
        Refused::Damaged(Damage::Form(detail)) => {
            format!("作業ファイルの中身が決まった形になっていないため、開けません（{detail}）。{next}")
        }
        Refused::Newer { version, known } => format!(
            "この作業ファイルは新しい版のページで保存されています（形式{version}、このページは{known}まで）。新しい版の一枚点検で開いてください。"
        ),
    }
}

/// The first characters of a text, short enough to stand in a sentence or a cell.
pub fn cut(text: &str, most: usize) -> String {
    let mut characters = text.chars();
    let head: String = characters.by_ref().take(most).collect();
    if characters.next().is_some() { format!("{head}…") } else { head }
}
