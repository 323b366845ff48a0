//! Every reader: clauses and notes for any bytes, and an account that adds up.
//!
//! Readers behind a ZIP are given their parts unzipped, divided by the byte 0xFF that no XML holds: a changed byte of a
//! deflated stream would only ever meet the checksum.

use std::io::{Cursor, Write};

use ::zip::write::SimpleFileOptions;
use ichimai::reading::charset::Charset;
use ichimai::reading::limits::Limits;
use ichimai::reading::progress::unwatched;
use ichimai::reading::{Choices, FileChoice, GivenFile, inspect, read};

/// Caps small enough that an input meets them quickly.
fn small() -> Limits {
    Limits { unzipped_bytes: 1 << 20, cells: 50_000, text_bytes: 1 << 20, rows: 20_000, ..Limits::default() }
}

/// Reads and inspects one file.
fn survives(name: &str, bytes: &[u8], choice: &FileChoice) {
    let limits = small();
    let choices = Choices::from([(name.to_owned(), choice.clone())]);
    let source = GivenFile { name, bytes };
    let reading = read(&[source], &choices, &limits, &mut unwatched);
    assert!(reading.account.adds_up(), "the account does not add up: {:?}", reading.account);
    assert_eq!(reading.account.clauses() as usize, reading.clauses.len(), "clauses are not all accounted for");
    assert!(reading.clauses.iter().all(|clause| !clause.text.trim().is_empty()), "a clause without text");
    let inspection = inspect(&source, choice, &limits);
    assert_eq!(inspection.bytes, bytes.len() as u64);
}

fn guessed(name: &str, bytes: &[u8]) {
    survives(name, bytes, &FileChoice::default());
}

/// CSV and TSV; the first byte chooses character set and delimiter or leaves them to be guessed.
pub fn delimited(bytes: &[u8]) {
    let Some((choice, rest)) = bytes.split_first() else { return };
    let charset = Charset::ALL.get(usize::from(choice & 7)).copied();
    let delimiter = [None, Some(b','), Some(b'\t'), Some(b';')][usize::from(choice >> 3 & 3)];
    survives("a.csv", rest, &FileChoice { charset, delimiter, as_table: Some(true), ..FileChoice::default() });
}

const TYPES: &[u8] =
    br#"<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &[u8] = br#"<workbook><sheets><sheet name="a" id="rId1"/></sheets></workbook>"#;
const LINKS: &[u8] =
    br#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// XLSX: sheet, shared strings, styles.
pub fn xlsx(bytes: &[u8]) {
    let mut parts = bytes.split(|byte| *byte == 0xFF);
    let mut next = || parts.next().unwrap_or_default();
    let (sheet, strings, styles) = (next(), next(), next());
    let files = [
        ("_rels/.rels", TYPES),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
    ];
    guessed("a.xlsx", &zipped(&files));
}

/// XLS, as it is.
pub fn xls(bytes: &[u8]) {
    guessed("a.xls", bytes);
}

/// ODS: its content.
pub fn ods(bytes: &[u8]) {
    guessed(
        "a.ods",
        &zipped(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", bytes)]),
    );
}

const DOCUMENT: &[u8] =
    br#"<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// DOCX: document, numbering, styles.
pub fn docx(bytes: &[u8]) {
    let mut parts = bytes.split(|byte| *byte == 0xFF);
    let mut next = || parts.next().unwrap_or_default();
    let files = [
        ("_rels/.rels", DOCUMENT),
        ("word/document.xml", next()),
        ("word/numbering.xml", next()),
        ("word/styles.xml", next()),
    ];
    guessed("a.docx", &zipped(&files));
}

/// ZIP, as it is.
pub fn zip(bytes: &[u8]) {
    guessed("a.zip", bytes);
}

/// HTML of ordinances.
pub fn html(bytes: &[u8]) {
    guessed("a.html", bytes);
}

/// 法令標準XML.
pub fn law_xml(bytes: &[u8]) {
    guessed("a.xml", bytes);
}

/// Plain text of ordinances; the first byte chooses the character set.
pub fn plain(bytes: &[u8]) {
    let Some((choice, rest)) = bytes.split_first() else { return };
    let charset = Charset::ALL.get(usize::from(choice & 7)).copied();
    survives("a.txt", rest, &FileChoice { charset, as_table: Some(false), ..FileChoice::default() });
}

/// Labels that a list or a text may wear, whatever it is.
const LABELS: [&str; 12] =
    ["a.xls", "a.xlsx", "a.fods", "a.mhtml", "a.htm", "a.xml", "a.csv", "a.txt", "a.docx", "a.ods", "a.jsonl", "a"];

/// Any dress: the first byte chooses the label of the file and whether it is asked to be read as a table or as text.
pub fn dressed(bytes: &[u8]) {
    let Some((choice, rest)) = bytes.split_first() else { return };
    let name = LABELS[usize::from(choice & 15) % LABELS.len()];
    let as_table = [None, Some(true), Some(false)][usize::from(choice >> 4) % 3];
    survives(name, rest, &FileChoice { as_table, ..FileChoice::default() });
}

/// JSON lines of clauses.
pub fn json_lines(bytes: &[u8]) {
    guessed("a.jsonl", bytes);
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ::zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(::zip::CompressionMethod::Stored);
    for (name, bytes) in files {
        writer.start_file(*name, stored).expect("a name that fits");
        writer.write_all(bytes).expect("memory holds it");
    }
    writer.finish().expect("memory holds it").into_inner()
}
