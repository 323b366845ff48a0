//! Detection: what a file is, by its content first and by its name where the content does not tell.

use serde::{Deserialize, Serialize};

use super::note::Unread;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "unread")]
pub enum Kind {
    /// Comma- or tab-separated table
    Delimited,
    /// XLSX or XLSM
    Xlsx,
    /// XLS (BIFF, Excel 97–2003)
    Xls,
    /// ODS
    Ods,
    /// Plain text
    Text,
    /// HTML
    Html,
    /// XML; only 法令標準XML yields its structure
    Xml,
    /// DOCX
    Docx,
    /// JSON lines of clauses
    JsonLines,
    /// ZIP of files
    Zip,
    /// An encrypted office file
    Encrypted,
    /// Zero bytes or nothing but blanks and zeros
    Empty,
    /// A kind that the page does not read
    Unread(Unread),
}

const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Signatures of files that the page does not read.
const SIGNATURES: &[(&[u8], Unread)] = &[
    (b"%PDF-", Unread::Pdf),
    (b"{\\rtf", Unread::Rtf),
    (b"\xFF\xD8\xFF", Unread::Picture),
    (b"\x89PNG\r\n", Unread::Picture),
    (b"GIF8", Unread::Picture),
    (b"II*\0", Unread::Picture),
    (b"MM\0*", Unread::Picture),
    (b"BM", Unread::Picture),
    (b"7z\xBC\xAF", Unread::Archive),
    (b"Rar!", Unread::Archive),
    (b"\x1F\x8B", Unread::Archive),
    (b"BZh", Unread::Archive),
    (b"\xFD7zXZ", Unread::Archive),
];

/// Detects the kind of a file.
#[must_use]
pub fn detect(name: &str, bytes: &[u8]) -> Kind {
    if bytes.iter().all(|byte| matches!(byte, 0 | b'\t' | b'\n' | b'\r' | b' ')) {
        return Kind::Empty;
    }
    let extension = extension(name);
    if bytes.starts_with(OLE) {
        return compound(bytes, &extension);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes);
    }
    if let Some(kind) = signature(bytes) {
        return Kind::Unread(kind);
    }
    textual(&extension, bytes)
}

/// The lower-case extension of a name, without the dot.
#[must_use]
pub fn extension(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    base.rsplit_once('.').map_or_else(String::new, |(_, extension)| extension.to_lowercase())
}

/// The kind that a name alone promises, for members of an archive that are not opened yet.
#[must_use]
pub fn by_extension(name: &str) -> Kind {
    match extension(name).as_str() {
        "xlsx" | "xlsm" => Kind::Xlsx,
        "xls" => Kind::Xls,
        "ods" => Kind::Ods,
        "docx" | "docm" => Kind::Docx,
        "xml" => Kind::Xml,
        "zip" => Kind::Zip,
        "pdf" => Kind::Unread(Unread::Pdf),
        "doc" => Kind::Unread(Unread::Doc),
        "jtd" | "jtdc" | "jtt" => Kind::Unread(Unread::Ichitaro),
        "rtf" => Kind::Unread(Unread::Rtf),
        "odt" => Kind::Unread(Unread::Odt),
        "xlsb" => Kind::Unread(Unread::Xlsb),
        "ppt" | "pptx" => Kind::Unread(Unread::Presentation),
        "jpg" | "jpeg" | "png" | "gif" | "tif" | "tiff" | "bmp" | "webp" => Kind::Unread(Unread::Picture),
        "7z" | "rar" | "lzh" | "gz" => Kind::Unread(Unread::Archive),
        other => by_name(other),
    }
}

fn signature(bytes: &[u8]) -> Option<Unread> {
    if bytes.get(2..5) == Some(b"-lh") {
        return Some(Unread::Archive);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(Unread::Picture);
    }
    let (signature, kind) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature))?;
    // Two letters are too few to refuse a text that begins with them.
    (signature.len() > 2 || looks_binary(bytes)).then_some(*kind)
}

/// Inside an OLE compound file the directory names its streams in UTF-16.
fn compound(bytes: &[u8], extension: &str) -> Kind {
    let holds = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).step_by(2).any(|window| window == name.as_slice())
    };
    if holds("EncryptedPackage") {
        Kind::Encrypted
    } else if holds("Workbook") || holds("Book") {
        Kind::Xls
    } else if holds("WordDocument") {
        Kind::Unread(Unread::Doc)
    } else if holds("PowerPoint Document") {
        Kind::Unread(Unread::Presentation)
    } else {
        match extension {
            "doc" | "dot" => Kind::Unread(Unread::Doc),
            "xls" => Kind::Xls,
            "jtd" | "jtdc" | "jtt" => Kind::Unread(Unread::Ichitaro),
            _ if holds("DocumentText") => Kind::Unread(Unread::Ichitaro),
            _ => Kind::Unread(Unread::Binary),
        }
    }
}

/// Office files are ZIPs whose first or last part of the directory names their parts in ASCII.
fn zipped(bytes: &[u8]) -> Kind {
    let holds = |name: &[u8]| {
        let tail = bytes.len().saturating_sub(1 << 20);
        let parts = [bytes.get(..bytes.len().min(1 << 12)), bytes.get(tail..)];
        parts.into_iter().flatten().any(|part| part.windows(name.len()).any(|window| window == name))
    };
    if holds(b"xl/workbook.bin") {
        Kind::Unread(Unread::Xlsb)
    } else if holds(b"xl/workbook.xml") || holds(b"xl/worksheets/") {
        Kind::Xlsx
    } else if holds(b"opendocument.spreadsheet") {
        Kind::Ods
    } else if holds(b"opendocument.text") {
        Kind::Unread(Unread::Odt)
    } else if holds(b"word/document.xml") {
        Kind::Docx
    } else if holds(b"ppt/presentation.xml") {
        Kind::Unread(Unread::Presentation)
    } else {
        Kind::Zip
    }
}

/// Text of any character set: by its first characters, then by the name.
fn textual(extension: &str, bytes: &[u8]) -> Kind {
    let head: Vec<u8> = bytes
        .iter()
        .copied()
        .filter(|byte| *byte != 0 && *byte < 0x80)
        .skip_while(u8::is_ascii_whitespace)
        .take(2048)
        .map(|byte| byte.to_ascii_lowercase())
        .collect();
    let utf16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if !utf16 && looks_binary(bytes) {
        return match extension {
            "jtd" | "jtdc" | "jtt" | "jaw" | "jsw" | "jbw" => Kind::Unread(Unread::Ichitaro),
            _ => Kind::Unread(Unread::Binary),
        };
    }
    let holds = |word: &[u8]| head.windows(word.len()).any(|window| window == word);
    if head.starts_with(b"<") {
        let html =
            holds(b"<html") || holds(b"<!doctype html") || holds(b"<body") || matches!(extension, "html" | "htm");
        return if html {
            Kind::Html
        } else if looks_like_xml(&head) {
            Kind::Xml
        } else {
            by_name(extension)
        };
    }
    if head.starts_with(b"{") && holds(b"\"") {
        return Kind::JsonLines;
    }
    by_name(extension)
}

fn looks_like_xml(head: &[u8]) -> bool {
    head.starts_with(b"<?xml") || head.get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'!')
}

fn by_name(extension: &str) -> Kind {
    match extension {
        "csv" | "tsv" | "tab" => Kind::Delimited,
        "html" | "htm" => Kind::Html,
        "jsonl" | "ndjson" => Kind::JsonLines,
        _ => Kind::Text,
    }
}

/// Whether control bytes that no text has stand in the head. UTF-16 without a mark has zeros only in every second
/// place, or line ends; so zeros count as binary only when they come on both sides.
fn looks_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(8192)).unwrap_or(bytes);
    let controls = head.iter().filter(|byte| matches!(byte, 1..=8 | 0x0E..=0x1A | 0x1C..=0x1F)).count();
    let zeros = |side: usize| head.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let both_sides = zeros(0).min(zeros(1));
    both_sides * 50 > head.len() || controls * 7 > head.len()
}
