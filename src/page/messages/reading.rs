//! What reading met, in Japanese, with the next step: the one table from [`Reason`] to sentences.
//!
//! A sentence holds no figure of a single place, so that places with the same trouble stand together under it;
//! [`detail`] gives the figures.

use crate::page::worker::Failure;
use crate::reading::charset::Charset;
use crate::reading::detect::Kind;
use crate::reading::note::{Beside, Cap, Reason, Severity, Unread};
use crate::reading::table::{Role, column_letters};
use crate::yen::notation::grouped;

/// What a file is, in the officer's words.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Delimited => "CSV",
        Kind::Xlsx => "Excel（XLSX）",
        Kind::Xls => "Excel（XLS）",
        Kind::Ods => "表（ODS）",
        Kind::XmlSheet => "表（XML）",
        Kind::Text => "テキスト",
        Kind::Html => "HTML",
        Kind::Xml => "法令XML",
        Kind::Docx => "Word（DOCX）",
        Kind::JsonLines => "JSON Lines",
        Kind::Zip => "ZIP",
        Kind::Encrypted => "パスワード付き",
        Kind::Empty => "空のファイル",
        Kind::Unread(unread) => unread_name(unread),
    }
}

/// What a file that is not read is called.
pub const fn unread_name(kind: Unread) -> &'static str {
    match kind {
        Unread::Pdf => "PDF",
        Unread::Ichitaro => "一太郎",
        Unread::Doc => "Word（DOC）",
        Unread::Rtf => "リッチテキスト（RTF）",
        Unread::Presentation => "PowerPoint",
        Unread::Xlsb => "Excelバイナリ（XLSB）",
        Unread::Odt => "OpenDocument（ODT）",
        Unread::Picture => "画像",
        Unread::Archive => "ZIP以外の圧縮ファイル",
        Unread::Binary => "種類のわからないファイル",
    }
}

/// A character set by the name that officers know.
pub const fn charset(charset: Charset) -> &'static str {
    match charset {
        Charset::Utf8 => "UTF-8",
        Charset::ShiftJis => "Shift_JIS",
        Charset::EucJp => "EUC-JP",
        Charset::Iso2022Jp => "JIS（ISO-2022-JP）",
        Charset::Utf16Le => "UTF-16LE",
        Charset::Utf16Be => "UTF-16BE",
    }
}

/// What a column is used as; a role that ordinances do not have counts as not used.
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Kind => "例規種別",
        Role::Title => "例規名",
        Role::Number => "例規番号",
        Role::Article => "条項",
        Role::Caption => "見出し",
        Role::Text => "本文",
        Role::Department => "所管",
        _ => "使わない",
    }
}

/// The heading under which reasons of one severity stand.
pub const fn heading(severity: Severity) -> &'static str {
    match severity {
        Severity::Unopened => "読めなかったファイル",
        Severity::Empty => "条文が見つからなかったファイル",
        Severity::Column => "本文の列がわからない表",
        Severity::Row => "読み込まなかった行、確かめていただきたい行",
        Severity::Information => "お知らせ",
    }
}

/// What happened and what to do next.
pub fn sentence(reason: &Reason) -> String {
    match reason {
        Reason::UnreadKind { kind } => unread(*kind).to_owned(),
        Reason::Limit { cap, limit, .. } => over(*cap, *limit),
        Reason::Undecodable { charset: read_as, .. } => format!(
            "{}では読めない文字があり、「\u{FFFD}」と表示しています。別の文字コードを選ぶと読めることがあります。",
            charset(*read_as)
        ),
        reason => plain(reason).to_owned(),
    }
}

const fn plain(reason: &Reason) -> &'static str {
    match reason {
        Reason::Encrypted => {
            "パスワードで保護されていて開けません。元のソフトで保護を外して保存し、もう一度開いてください。"
        }
        Reason::Damaged { .. } => {
            "ファイルが途中で切れているか、壊れています。元のファイルをもう一度コピーするか、元のソフトで保存し直して開いてください。"
        }
        Reason::Cancelled => "取り消したため、ここから先は読み込んでいません。もう一度読み込むと続きも読み込みます。",
        Reason::Empty => "中身がありません。正しいファイルか、コピーが終わっているかを確かめてください。",
        Reason::HiddenSheet { .. } => {
            "非表示のシートは読み込みません。必要なときは「このシートを読み込む」に印を付けてください。"
        }
        Reason::SheetLeftOut { .. } => {
            "本文の列がないシートは読み込みません。必要なときは、条文の入った列で「本文」を選んでください。"
        }
        Reason::NoTextInRow => {
            "本文の列が空なので、条項として読み込みません。結合されたセルや記入漏れがないか確かめてください。"
        }
        Reason::UnclosedQuote => {
            "引用符（\"）が閉じていないため、普通の文字として読みました。前後の列がずれていないか確かめてください。"
        }
        Reason::OpenEnd => {
            "ファイルの最後に、改行・文の終わり・閉じるタグのどれかがありません。途中で切れたファイルでないか、最後の行を確かめてください。"
        }
        Reason::BadJson { .. } => "JSONとして読めない行です。書き出したソフトでもう一度書き出してください。",
        Reason::RepeatedHeader => "表の途中で繰り返された見出しの行なので、読み込みません。",
        Reason::NestedTooDeep { .. } => {
            "入れ子が深すぎるため、深い部分は平らな文として読みました。文が欠けていないか確かめてください。"
        }
        Reason::FurtherNotes { .. } => {
            "同じファイルにお知らせがほかにもあります。上の点を直してから、もう一度開いてください。"
        }
        Reason::Entity { .. } => "文書の中で定義された略記は展開せずに読みました。その箇所の文を確かめてください。",
        Reason::BothVersions | Reason::TextMissing { .. } | Reason::FormulaWithoutResult { .. } => of_tables(reason),
        Reason::NoTable | Reason::NoClause | Reason::Frames | Reason::Undivided { .. } | Reason::NoTextColumn => {
            without_clauses(reason)
        }
        Reason::Beside { beside, .. } => beside_read(*beside),
        Reason::UnreadKind { .. } | Reason::Limit { .. } | Reason::Undecodable { .. } => "",
    }
}

/// Texts that are no cell and no paragraph of the document.
const fn beside_read(beside: Beside) -> &'static str {
    match beside {
        Beside::Note => "脚注・文末脚注は読み込みません。条文にあたるものがあれば、本文に移して開いてください。",
        Beside::Comment => "コメント（メモ）は読み込みません。",
        Beside::Margin => "ヘッダー・フッターは読み込みません。",
        Beside::Shape => {
            "テキストボックスや図形の中の文字は読み込みません。条文にあたるものがあれば、本文やセルに移して開いてください。"
        }
        Beside::Hidden => "隠し文字は、Wordの画面にも印刷にも出ないため、読み込みません。",
        Beside::File => {
            "ほかのファイルが埋め込まれています。その中は読み込みません。必要なときは取り出して開いてください。"
        }
        Beside::Outside => {
            "表を一覧として読んだため、表の外の文は読み込みません。必要なときは「条文として読む」を選んでください。"
        }
    }
}

const fn of_tables(reason: &Reason) -> &'static str {
    match reason {
        Reason::BothVersions => {
            "新旧対照表なので、両方の欄をそれぞれ読みました。同じ条が二度出ます。どちらの欄の条かは、シート名のところに欄の見出しで示します。"
        }
        Reason::TextMissing { .. } => {
            "文字がファイルの中に見つからないセルがあり、空欄として読みました。元のソフトで開いて保存し直し、もう一度開いてください。"
        }
        _ => {
            "計算結果が保存されていない数式があり、空欄として読みました。Excelで開いて上書き保存してから、もう一度開いてください。"
        }
    }
}

/// Where no clause, or one that is none, was made.
const fn without_clauses(reason: &Reason) -> &'static str {
    match reason {
        Reason::NoTable => "表ではありません。表（CSV・Excel）を開いてください。",
        Reason::NoClause => {
            "「第○条」のような条文が見つかりませんでした。例規の本文が入ったファイルか、一覧表なら「本文」の列を確かめてください。"
        }
        Reason::Frames => {
            "枠（フレーム）だけのページで、条文は別のファイルにあります。条文そのものを開いた画面で、枠の中を右クリックして保存し直してください。"
        }
        Reason::Undivided { .. } => {
            "条・項の区切りが見つからないため、全体を1条項として読みました。一覧表なら「読み方」で「表として読む」を選ぶか、条・項ごとの行に分けてください。"
        }
        Reason::NoTextColumn => {
            "条文の列がわかりませんでした。「内容を確かめる」を開き、条文の入った列で「本文」を選んでください。"
        }
        _ => "",
    }
}

const fn unread(kind: Unread) -> &'static str {
    match kind {
        Unread::Pdf => {
            "PDFは読めません。例規システムからHTMLやWordで保存するか、PDFの文字を選んでコピーし、「条文を貼り付ける」に貼り付けてください。"
        }
        Unread::Ichitaro => {
            "一太郎のファイルは読めません。一太郎で開き、Word（DOCX）またはテキストとして保存してください。"
        }
        Unread::Doc => "古いWordの形式（DOC）は読めません。Wordで開き、「Word文書（*.docx）」として保存してください。",
        Unread::Rtf => "リッチテキスト（RTF）は読めません。Wordで開き、「Word文書（*.docx）」として保存してください。",
        Unread::Presentation => "PowerPointは読めません。文字をコピーし、「条文を貼り付ける」に貼り付けてください。",
        Unread::Xlsb => {
            "Excelバイナリブックは読めません。Excelで開き、「Excelブック（*.xlsx）」として保存してください。"
        }
        Unread::Odt => "OpenDocumentの文書（ODT）は読めません。Word（DOCX）またはテキストとして保存してください。",
        Unread::Picture => {
            "画像の中の文字は読めません。元の文書のファイルを開くか、文字を入力した文書をお使いください。"
        }
        Unread::Archive => {
            "ZIP以外の圧縮ファイルは読めません。手元で展開してから、中のファイルやフォルダを開いてください。"
        }
        Unread::Binary => {
            "種類がわからず読めません。元のソフトでCSV、Excel（XLSX）、Word（DOCX）またはテキストとして保存してください。"
        }
    }
}

fn over(cap: Cap, limit: u64) -> String {
    let limit = number(limit);
    match cap {
        Cap::FileBytes => "ファイルが大きすぎます（上限200MB）。いくつかに分けて開いてください。".to_owned(),
        Cap::UnzippedBytes => "展開すると大きすぎるため、途中で止めました。いくつかに分けて開いてください。".to_owned(),
        Cap::UnzipRatio => {
            "圧縮の割合が通常のファイルと大きく違うため、安全のために開きません。元のソフトで保存し直してください。"
                .to_owned()
        }
        Cap::Entries => format!("ZIPの中のファイルが{limit}件を超えています。いくつかに分けて開いてください。"),
        Cap::ArchiveDepth => "ZIPの中のZIPは開きません。手元で一度展開してから開いてください。".to_owned(),
        Cap::Rows => format!("{limit}行を超えた行は読み込みません。表をいくつかに分けて開いてください。"),
        Cap::Columns => format!("{limit}列より右のセルは読み込みません。必要な列を左に寄せて開いてください。"),
        Cap::Cells => format!("セルが{limit}個を超えたため、途中で止めました。表をいくつかに分けて開いてください。"),
        Cap::TextBytes => "文字の量が多すぎるため、途中で止めました。いくつかに分けて開いてください。".to_owned(),
        Cap::CellCharacters => {
            format!("一つのセルで{limit}字を超えた部分は読み込みません。セルを分けて開いてください。")
        }
        Cap::Nesting => "入れ子が深すぎるため、途中で止めました。元のソフトで保存し直してください。".to_owned(),
    }
}

/// The figures of one place, where there are any.
pub fn detail(reason: &Reason) -> Option<String> {
    match reason {
        Reason::Damaged { detail } => Some(format!("問い合わせ用の記録：{detail}")),
        Reason::Undecodable { count, .. } => Some(format!("{}文字", number(u64::from(*count)))),
        Reason::HiddenSheet { rows } | Reason::SheetLeftOut { rows } => Some(format!("{}行", number(u64::from(*rows)))),
        Reason::TextMissing { column, count } | Reason::FormulaWithoutResult { column, count } => Some(format!(
            "{}列など{}か所",
            column_letters(usize::try_from(*column).unwrap_or(1).saturating_sub(1)),
            number(u64::from(*count))
        )),
        Reason::BadJson { column } => Some(format!("{}文字目", number(*column))),
        Reason::Undivided { count } => Some(format!("{}行", number(u64::from(*count)))),
        Reason::Beside { count, .. } => Some(format!("{}か所", number(u64::from(*count)))),
        Reason::FurtherNotes { count } | Reason::Entity { count } => Some(format!("{}件", number(u64::from(*count)))),
        _ => None,
    }
}

/// The browser did not give the bytes of a file.
pub fn not_opened(name: &str) -> String {
    format!(
        "「{name}」を開けませんでした。移動や削除がされていないか、ほかのソフトで開いていないかを確かめてください。"
    )
}

/// The worker gave no answer about a file; the others go on.
pub fn failed(failure: &Failure) -> String {
    match failure {
        Failure::Cancelled => "取り消したため、確かめていません。".to_owned(),
        Failure::Trapped(detail) | Failure::Refused(detail) => format!(
            "このファイルの処理が止まりました。メモリが足りない可能性があります。ほかのファイルはそのまま続けられます。このファイルは、いくつかに分けて開いてください（問い合わせ用の記録：{detail}）。"
        ),
    }
}

/// The page's own sheet of results, opened as if it were a list of ordinances.
pub const OWN_RESULT: &str = "一枚点検が書き出した結果一覧です。例規としては読み込みません。点検を続けるときは、作業ファイルを「開く」で開いてください。";

/// A count with separators.
pub fn number(number: u64) -> String {
    grouped(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A size as file managers tell it.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes}バイト"),
        1024..1_048_576 => format!("{}KB", number(bytes.div_ceil(1024))),
        _ => format!("{}.{}MB", number(bytes >> 20), ((bytes & 0xF_FFFF) * 10) >> 20),
    }
}
