//! What a text is: told from its decoded beginning, never from single bytes, and from its name where that does not tell.

use super::Kind;
use crate::reading::charset;
use crate::reading::note::Unread;

/// Elements that a page begins with; a text in angle brackets that begins otherwise (`<A4判>`) is none.
const HTML: &str = " html head body meta title base link style script table thead tbody tr td div p span font center h1 h2 h3 h4 \
    h5 h6 ul ol dl pre br hr a img form frameset main article section header b strong ";

/// The kind of a text of any character set.
pub(super) fn textual(extension: &str, bytes: &[u8]) -> Kind {
    let head = charset::head(bytes);
    if is_binary(bytes, &head) {
        return match extension {
            "jtd" | "jtdc" | "jtt" | "jaw" | "jsw" | "jbw" => Kind::Unread(Unread::Ichitaro),
            _ => Kind::Unread(Unread::Binary),
        };
    }
    if head.starts_with('<') {
        return marked_up(extension, &head);
    }
    if is_web_archive(&head) {
        return Kind::Html;
    }
    if is_json(&head) {
        return Kind::JsonLines;
    }
    by_name(extension)
}

/// The kind that an extension alone tells of a text.
pub(super) fn by_name(extension: &str) -> Kind {
    match extension {
        "csv" | "tsv" | "tab" => Kind::Delimited,
        "html" | "htm" | "xhtml" | "mht" | "mhtml" => Kind::Html,
        "jsonl" | "ndjson" => Kind::JsonLines,
        _ => Kind::Text,
    }
}

/// HTML, XML or a text that happens to begin with an angle bracket.
fn marked_up(extension: &str, head: &str) -> Kind {
    let lower = head.to_ascii_lowercase();
    let page = lower.starts_with("<!doctype html") || lower.contains("<html") || lower.contains("<body");
    if page || matches!(extension, "html" | "htm" | "xhtml") {
        return Kind::Html;
    }
    let declared = lower.starts_with("<?xml") || lower.starts_with("<!");
    let name = root(head);
    if is_sheet(head) {
        Kind::XmlSheet
    } else if declared || extension == "xml" {
        Kind::Xml
    } else if by_name(extension) == Kind::Delimited {
        Kind::Delimited
    } else if name.is_some_and(|name| HTML.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(name))) {
        Kind::Html
    } else if name.is_some_and(|name| head.contains(&format!("</{name}")) || head.contains("xmlns")) {
        Kind::Xml
    } else {
        // Of a longer document the end of the root lies beyond the head; its children do not.
        name.filter(|_| lower.matches("</").count() > 1).map_or_else(|| by_name(extension), |_| Kind::Xml)
    }
}

/// The name of the first element, if it is one in ASCII.
fn root(head: &str) -> Option<&str> {
    let inner = head.strip_prefix('<')?;
    let end = inner.find(|letter: char| letter.is_ascii_whitespace() || matches!(letter, '>' | '/'))?;
    let name = inner.get(..end)?;
    let letters = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, ':' | '_' | '-' | '.');
    (name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.chars().all(letters)).then_some(name)
}

/// `SpreadsheetML` 2003 and flat ODS by their names for themselves.
fn is_sheet(head: &str) -> bool {
    head.contains("urn:schemas-microsoft-com:office:spreadsheet") && head.contains("Workbook")
        || head.contains("office:document") && head.contains("opendocument.spreadsheet")
}

/// A page as the browser saves it in one file: a MIME message of several parts.
fn is_web_archive(head: &str) -> bool {
    let lower: String =
        head.lines().take_while(|line| !line.trim().is_empty()).collect::<String>().to_ascii_lowercase();
    lower.contains("mime-version:") && lower.contains("content-type:") || lower.contains("multipart/related")
}

/// An object or an array of objects; no sentence begins so.
fn is_json(head: &str) -> bool {
    // {"注"} is a text in brackets: a name is followed by a colon.
    let named = |inner: &str| inner.split_once('"').is_none_or(|(_, rest)| rest.trim_start().starts_with(':'));
    let object = |text: &str| {
        let inner = text.strip_prefix('{').map(str::trim_start);
        inner.is_some_and(|inner| inner.starts_with('}') || inner.strip_prefix('"').is_some_and(named))
    };
    object(head) || head.strip_prefix('[').is_some_and(|inner| object(inner.trim_start()))
}

/// Whether bytes are no text: controls that no text has stand in them, and what they decode to is no writing either.
fn is_binary(bytes: &[u8], head: &str) -> bool {
    let marked = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    !marked && looks_binary(bytes) && !charset::is_plausible(head)
}

/// Whether control bytes that no text has stand in the head. UTF-16 without a mark has zeros only in every second
/// place, or line ends; so zeros count as binary only when they come on both sides.
pub(super) fn looks_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(8192)).unwrap_or(bytes);
    let controls = head.iter().filter(|byte| matches!(byte, 1..=8 | 0x0E..=0x1A | 0x1C..=0x1F)).count();
    let zeros = |side: usize| head.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let both_sides = zeros(0).min(zeros(1));
    both_sides * 50 > head.len() || controls * 7 > head.len()
}
