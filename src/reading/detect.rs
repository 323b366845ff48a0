//! Detection: what a file is, by its content first and by its name where the content does not tell.

mod textual;
mod zipped;

use serde::{Deserialize, Serialize};

use super::note::Unread;
use textual::{by_name, looks_binary, textual};
use zipped::zipped;

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
    /// A workbook written as one XML file: `SpreadsheetML` 2003 or flat ODS
    XmlSheet,
    /// Plain text
    Text,
    /// HTML, or a web archive (MHTML) of it
    Html,
    /// XML; only 法令標準XML yields its structure
    Xml,
    /// DOCX
    Docx,
    /// JSON lines of clauses, or one array of them
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

/// What is told of a text that ends in zeros.
pub(super) const ZEROS: &str = "the file ends in zeros, as one that is still arriving";
/// Zeros at the end from which on they hold the place of something else.
const PLACE_HELD: usize = 8;

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
    let bytes = arrived(bytes).unwrap_or(bytes);
    let extension = extension(name);
    if bytes.starts_with(OLE) {
        return compound(bytes, &extension);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(name, bytes);
    }
    if let Some(kind) = signature(bytes) {
        return Kind::Unread(kind);
    }
    textual(&extension, bytes)
}

/// The bytes of a text before the zeros that it ends in, if it does: the place of what has not arrived yet. Texts hold
/// no zeros, or (UTF-16) single ones; other kinds tell for themselves where they end.
#[must_use]
pub fn arrived(bytes: &[u8]) -> Option<&[u8]> {
    let end = bytes.iter().rposition(|byte| *byte != 0)? + 1;
    let text = !bytes.starts_with(OLE) && !bytes.starts_with(b"PK\x03\x04");
    bytes.get(..end).filter(|arrived| text && bytes.len() - arrived.len() >= PLACE_HELD)
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
        "fods" => Kind::XmlSheet,
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
