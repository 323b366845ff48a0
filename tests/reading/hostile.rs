//! Hostile files: each ends in a note that says which cap was met; none hangs, traps or exhausts memory.

use ichimai::reading::limits::Limits;
use ichimai::reading::note::{Cap, Reason};
use ichimai::reading::table::{Options, open_simply};

use crate::zip_bytes::{declared, zeros_deflated, zipped};
use crate::{codes, golden, opened, read_one, read_within, shown};

const TYPES: &str =
    r#"<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook><sheets><sheet name="一覧" id="rId1"/></sheets></workbook>"#;
const LINKS: &str =
    r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// An XLSX with the given sheet and shared strings.
fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    let strings = format!("<sst>{strings}</sst>");
    zipped(&[
        ("_rels/.rels", TYPES.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", LINKS.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// The cap that a reason names.
fn cap(reason: &Reason) -> Option<Cap> {
    match reason {
        Reason::Limit { cap, .. } => Some(*cap),
        _ => None,
    }
}

#[test]
fn a_cell_in_the_last_corner_is_noted_and_the_rest_is_read() {
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c></row>
        <row r="1048576"><c r="A1048576" t="str"><v>乙</v></c><c r="XFD1048576" t="str"><v>丙</v></c></row></sheetData></worksheet>"#;
    let table = open_simply("a.xlsx", &workbook(sheet, ""));
    assert_eq!(shown(&table.sheets[0]), "1: 甲\n1048576: 乙\n");
    assert_eq!(table.notes.len(), 1);
    assert_eq!(table.notes[0].row, Some(1_048_576));
    assert_eq!(table.notes[0].reason, Reason::Limit { cap: Cap::Columns, limit: 1_000, found: Some(16_384) });
}

#[test]
fn columns_and_rows_beyond_any_sheet_are_noted() {
    let sheet = r#"<worksheet><sheetData><row r="4294967295"><c r="A1" t="str"><v>甲</v></c></row>
        <row r="2"><c r="ZZZZZZZZZZZZZZZZZZ1" t="str"><v>甲</v></c></row></sheetData></worksheet>"#;
    let table = open_simply("a.xlsx", &workbook(sheet, ""));
    assert_eq!(cap(&table.notes[0].reason), Some(Cap::Rows));
}

#[test]
fn ten_gigabytes_in_a_zip_are_refused_unopened() {
    let ten = 10 << 30;
    let stream = zeros_deflated(ten);
    assert!(stream.len() < 70 << 20);
    let bomb = declared("条例.txt", &stream, ten);
    let reading = read_one("bomb.zip", &bomb);
    assert_eq!(reading.notes.len(), 1);
    let limit = Limits::default().unzipped_bytes;
    assert_eq!(reading.notes[0].reason, Reason::Limit { cap: Cap::UnzippedBytes, limit, found: Some(ten) });
}

#[test]
fn a_bomb_that_lies_about_its_size_is_stopped_where_the_lie_ends() {
    let bomb = declared("条例.txt", &zeros_deflated(1 << 30), 1_000);
    let reading = read_one("bomb.zip", &bomb);
    assert_eq!(codes(&reading), ["damaged"]);
    assert_eq!(reading.clauses.len(), 0);
}

#[test]
fn a_part_that_zips_too_well_is_refused_by_its_ratio() {
    let limits = Limits { ratio_floor: 1 << 20, unzip_ratio: 100, ..Limits::default() };
    let bomb = zipped(&[("条例.txt", &vec![b' '; 4 << 20])]);
    let reading = read_within("bomb.zip", &bomb, &limits);
    assert_eq!(reading.notes.iter().map(|note| cap(&note.reason)).collect::<Vec<_>>(), [Some(Cap::UnzipRatio)]);
}

#[test]
fn a_bomb_for_a_sheet_is_refused_too() {
    let sheet = "<worksheet><sheetData>".to_owned() + &" ".repeat(40 << 20);
    let table = open_simply("a.xlsx", &workbook(&sheet, ""));
    assert_eq!(table.notes.iter().map(|note| cap(&note.reason)).collect::<Vec<_>>(), [Some(Cap::UnzipRatio)]);
}

#[test]
fn the_members_of_a_zip_share_one_budget() {
    let limits = Limits { unzipped_bytes: 1_000, ..Limits::default() };
    let text = "甲条例\n第1条　掲示する。\n".repeat(25);
    let reading = read_within("a.zip", &zipped(&[("a.txt", text.as_bytes()), ("b.txt", text.as_bytes())]), &limits);
    assert_eq!(reading.notes.iter().map(|note| cap(&note.reason)).collect::<Vec<_>>(), [Some(Cap::UnzippedBytes)]);
    assert!(!reading.clauses.is_empty());
}

#[test]
fn too_many_members_are_refused() {
    let names: Vec<String> = (0..30).map(|number| format!("{number}.txt")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"a".as_slice())).collect();
    let limits = Limits { entries: 20, ..Limits::default() };
    let reading = read_within("a.zip", &zipped(&files), &limits);
    assert_eq!(reading.notes.iter().map(|note| cap(&note.reason)).collect::<Vec<_>>(), [Some(Cap::Entries)]);
}

#[test]
fn a_billion_laughs_cost_one_note() {
    let entities: Vec<String> =
        (1..10).map(|level| format!("<!ENTITY a{level} \"{}\">", format!("&a{};", level - 1).repeat(10))).collect();
    let mut text = format!("<?xml version=\"1.0\"?><!DOCTYPE Law [<!ENTITY a0 \"はは\">{}", entities.concat());
    text.push_str("]><Law><LawBody><LawTitle>甲法</LawTitle><MainProvision><Article><ArticleTitle>第一条</ArticleTitle><Paragraph Num=\"1\"><ParagraphSentence><Sentence>&a9;とする。</Sentence></ParagraphSentence></Paragraph></Article></MainProvision></LawBody></Law>");
    let reading = read_one("a.xml", text.as_bytes());
    assert_eq!(reading.notes.len(), 1);
    assert_eq!(reading.notes[0].reason, Reason::Entity { count: 1 });
    assert_eq!(reading.clauses[0].text, "&a9;とする。");
}

#[test]
fn one_string_named_by_every_cell_is_stopped_by_the_text_budget() {
    let limits = Limits { text_bytes: 1 << 20, ..Limits::default() };
    let cells = "<row><c t=\"s\"><v>0</v></c></row>".repeat(1_000);
    let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    let strings = format!("<si><t>{}</t></si>", "あ".repeat(10_000));
    let table = opened("a.xlsx", &workbook(&sheet, &strings), &Options { limits, ..Options::default() });
    assert_eq!(table.notes.iter().map(|note| cap(&note.reason)).collect::<Vec<_>>(), [Some(Cap::TextBytes)]);
    assert_eq!(table.sheets[0].rows.len(), (1 << 20) / 30_000);
}

#[test]
fn merged_areas_without_end_are_stopped_by_the_same_budgets() {
    let rows = "<row><c t=\"str\"><v>甲</v></c></row>".repeat(10_000);
    let merged = "<mergeCell ref=\"A1:A1048576\"/>".repeat(5_000);
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>");
    let table = open_simply("a.xlsx", &workbook(&sheet, ""));
    assert_eq!(table.notes.iter().map(|note| cap(&note.reason)).collect::<Vec<_>>(), [Some(Cap::Cells)]);
    assert_eq!(table.sheets[0].rows.len(), 10_000);
}

#[test]
fn repeated_cells_of_ods_are_stopped_by_the_caps() {
    let sheet = "<office:document-content><table:table table:name=\"一覧\"><table:table-row table:number-rows-repeated=\"4000000000\"><table:table-cell table:number-columns-repeated=\"4000000000\"><text:p>甲</text:p></table:table-cell></table:table-row></table:table></office:document-content>";
    let ods =
        zipped(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", sheet.as_bytes())]);
    let table = opened(
        "a.ods",
        &ods,
        &Options { limits: Limits { cells: 100_000, ..Limits::default() }, ..Options::default() },
    );
    assert_eq!(
        table.notes.iter().map(|note| cap(&note.reason)).collect::<Vec<_>>(),
        [Some(Cap::Columns), Some(Cap::Cells)]
    );
    assert_eq!(table.sheets[0].rows.len(), 100);
}

#[test]
fn a_row_of_a_hundred_thousand_cells_is_cut_and_noted() {
    let text = format!("例規名,本文\n{}\n乙,丙\n", "甲,".repeat(100_000));
    let table = open_simply("a.csv", text.as_bytes());
    assert_eq!(table.sheets[0].rows.iter().map(|row| row.cells.len()).collect::<Vec<_>>(), [2, 1_000, 2]);
    assert_eq!(
        table.notes.iter().map(|note| (note.row, cap(&note.reason))).collect::<Vec<_>>(),
        [(Some(2), Some(Cap::Columns))]
    );
}

#[test]
fn a_cell_of_a_million_characters_is_cut_and_noted() {
    for bytes in [
        format!("例規名,本文\n甲,{}\n", "あ".repeat(1_000_000)).into_bytes(),
        workbook(
            &format!(
                "<worksheet><sheetData><row r=\"2\"><c t=\"str\"><v>{}</v></c></row></sheetData></worksheet>",
                "あ".repeat(1_000_000)
            ),
            "",
        ),
    ] {
        let table = open_simply("a.csv", &bytes);
        let longest = table.sheets[0].rows.iter().flat_map(|row| &row.cells).map(|cell| cell.chars().count()).max();
        assert_eq!(longest, Some(100_000));
        assert_eq!(
            table.notes.iter().map(|note| (note.row, cap(&note.reason))).collect::<Vec<_>>(),
            [(Some(2), Some(Cap::CellCharacters))]
        );
    }
}

#[test]
fn deep_nesting_is_told() {
    let deep = "<a>".repeat(200_000);
    for (name, bytes) in [
        ("a.xlsx", workbook(&format!("<worksheet><sheetData>{deep}"), "")),
        ("a.xml", format!("<Law><LawBody>{deep}").into_bytes()),
        ("a.docx", zipped(&[("word/document.xml", format!("<document>{deep}").as_bytes())])),
    ] {
        let reading = read_one(name, &bytes);
        assert!(
            reading.notes.iter().any(|note| cap(&note.reason) == Some(Cap::Nesting)),
            "{name}: {:?}",
            reading.notes
        );
    }
    let page = format!("<html><body>{}第1条　甲とする。", "<div>".repeat(200_000));
    let reading = read_one("a.html", page.as_bytes());
    assert_eq!(codes(&reading), ["nested_too_deep", "open_end"]);
    assert_eq!(reading.clauses[0].text, "甲とする。");
}

#[test]
fn truncated_files_give_what_they_hold_or_say_that_they_are_damaged() {
    for name in ["list.xls", "list.xlsx", "list.ods", "parking_plain.docx", "reiki.zip", "egov_323AC0000000048.xml"] {
        let bytes = golden(name);
        for part in 1..8 {
            let reading = read_one(name, &bytes[..bytes.len() * part / 8]);
            let told = codes(&reading);
            assert!(told.iter().any(|code| matches!(*code, "damaged" | "unread_kind")), "{name} {part}/8: {told:?}");
        }
    }
}

#[test]
fn files_of_zeros_are_empty_whatever_their_name() {
    for name in ["a.csv", "a.xlsx", "a.xls", "a.ods", "a.zip", "a.html", "a.xml", "a.docx", "a.txt", "a.jsonl"] {
        assert_eq!(codes(&read_one(name, &vec![0; 1 << 20])), ["empty"], "{name}");
    }
}

#[test]
fn a_compound_file_whose_sectors_run_in_a_circle_ends() {
    let mut bytes = golden("list.xls");
    let table = 512 * (1 + u32::from_le_bytes(bytes[76..80].try_into().unwrap()) as usize);
    for (sector, entry) in bytes[table..table + 512].chunks_mut(4).enumerate() {
        entry.copy_from_slice(&u32::try_from(sector / 2).unwrap().to_le_bytes());
    }
    let reading = read_one("list.xls", &bytes);
    assert_eq!(codes(&reading), ["damaged"]);
}

#[test]
fn a_file_over_the_cap_is_not_opened() {
    let limits = Limits { file_bytes: 10, ..Limits::default() };
    let reading = read_within("a.csv", "例規名,本文\n甲,乙\n".as_bytes(), &limits);
    assert_eq!(reading.notes.iter().map(|note| cap(&note.reason)).collect::<Vec<_>>(), [Some(Cap::FileBytes)]);
}
