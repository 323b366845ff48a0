//! Office files as other programs, sanitisers and hands leave them: every case was once read wrongly without a word.

use ichimai::reading::archive::Archive;
use ichimai::reading::limits::Limits;
use ichimai::reading::note::{Note, Reason};
use ichimai::reading::table::open_simply;

use crate::zip_bytes::zipped;
use crate::{codes, golden, read_one, shown};

/// Place and text of each clause of a file in `tests/golden/office`, one a line.
fn clauses(name: &str) -> String {
    let reading = read_one(name, &golden(&format!("office/{name}")));
    let line = |clause: &ichimai::clause::Clause| format!("{}{}|{}\n", clause.article, clause.caption, clause.text);
    let clauses: String = reading.clauses.iter().map(line).collect();
    format!("{clauses}{}", beside(&reading.notes)).trim_end().to_owned()
}

/// Notes, which may only tell of texts beside.
fn beside(notes: &[Note]) -> String {
    notes
        .iter()
        .map(|note| match &note.reason {
            Reason::Beside { beside, count } => format!("beside: {count} {beside:?}\n"),
            other => panic!("{}: {other}", note.file),
        })
        .collect()
}

#[test]
fn parts_are_found_by_directory_and_relations() {
    let pages = [
        "with_embedded_sheet.docx",
        "stored_zip_of_lists.zip",
        "document2.docx",
        "part_name_case.xlsx",
        "backslashes.xlsx",
        "other_folder.xlsx",
        "backslash_paths.xlsx",
        "sharedstrings_case.xlsx",
        "without_mimetype.ods",
        "mimetype_not_first.ods",
    ];
    let read: Vec<String> = pages.iter().map(|name| format!("== {name}\n{}\n", clauses(name))).collect();
    insta::assert_snapshot!(read.concat());
}

#[test]
fn numbers_of_word_are_those_that_word_shows() {
    let files = [
        "numbers_in_styles.docx",
        "style_numbering.docx",
        "restarted_numbers.docx",
        "start_override.docx",
        "moved_clause.docx",
        "moved_twice.docx",
        "tracked_numbering.docx",
        "nobreakhyphen.docx",
        "paragraphs_in_cell.docx",
    ];
    let read: Vec<String> = files.iter().map(|name| format!("== {name}\n{}\n", clauses(name))).collect();
    insta::assert_snapshot!(read.concat());
}

#[test]
fn cells_are_those_that_the_spreadsheet_shows() {
    let files = [
        "dates_from_1904.xlsx",
        "1904_x15.xlsx",
        "escaped_strings.xlsx",
        "escape_crlf.xlsx",
        "small_xls.xls",
        "excel95_list.xls",
        "excel95_numbers_as_dates.xls",
        "shape_in_cell.ods",
    ];
    let read: Vec<String> = files
        .iter()
        .map(|name| {
            let table = open_simply(name, &golden(&format!("office/{name}")));
            let sheets: String = table.sheets.iter().map(shown).collect();
            format!("== {name}\n{sheets}{}", beside(&table.notes))
        })
        .collect();
    insta::assert_snapshot!(read.concat());
}

#[test]
fn a_text_over_several_records_is_whole() {
    let table = open_simply("a.xls", &golden("office/formula_text_continued.xls"));
    assert_eq!(table.notes, []);
    let text = table.sheets[0].rows[1].cell(1);
    assert_eq!(text.matches("町長は、書面により検査する。").count(), 300);
    assert!(text.ends_with("末尾：窓口に出頭しなければならない。"));
}

#[test]
fn what_the_file_does_not_hold_is_told_with_its_place() {
    let cases = [
        ("no_shared_strings.xlsx", "text_missing", Some(1)),
        ("sharedstrings_missing.xlsx", "text_missing", Some(1)),
        ("string_index.xlsx", "text_missing", Some(2)),
        ("formula_without_value.xlsx", "formula_without_result", Some(2)),
        ("truncated.xls", "damaged", None),
    ];
    for (name, code, row) in cases {
        let table = open_simply(name, &golden(&format!("office/{name}")));
        let told = table.notes.iter().find(|note| note.reason.code() == code);
        let told = told.unwrap_or_else(|| panic!("{name}: {:?}", table.notes));
        assert!(row.is_none() || told.row == row, "{name}: {told:?}");
        assert!(codes(&read_one(name, &golden(&format!("office/{name}")))).contains(&code), "{name}");
    }
}

/// A package with its parts renamed and rewritten.
fn rewritten(bytes: &[u8], rewrite: &dyn Fn(&str, String) -> (String, String)) -> Vec<u8> {
    let mut archive = Archive::open(bytes, &Limits::default()).unwrap();
    let parts: Vec<(String, Vec<u8>)> = archive
        .members()
        .into_iter()
        .map(|member| {
            let text = String::from_utf8(archive.unzip(member.index, None).unwrap()).unwrap();
            let (path, text) = rewrite(&member.path, text);
            (path, text.into_bytes())
        })
        .collect();
    let files: Vec<(&str, &[u8])> = parts.iter().map(|(path, text)| (path.as_str(), text.as_slice())).collect();
    zipped(&files)
}

/// All elements of the main namespace under a prefix, and an extension's of the same names behind them.
fn prefixed(path: &str, text: &str) -> String {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    if !path.contains("xl/") || path.contains("_rels") || path.contains("theme") {
        return text.to_owned();
    }
    let mut out = String::new();
    for piece in text.split_inclusive('<') {
        let open = piece.starts_with(|letter: char| letter.is_ascii_alphabetic());
        match piece.strip_prefix('/') {
            Some(rest) if !out.is_empty() => out = out + "/x:" + rest,
            _ if open && !out.is_empty() => out = out + "x:" + piece,
            _ => out.push_str(piece),
        }
    }
    out.replace(&format!("xmlns=\"{MAIN}\""), &format!("xmlns:x=\"{MAIN}\" xmlns=\"urn:extension\""))
        .replace("</x:workbook>", "<x:extLst><x:ext><x:workbookPr date1904=\"1\"/></x:ext></x:extLst><workbookPr date1904=\"1\"/></x:workbook>")
        .replace("</x:worksheet>", "<sheetData><row r=\"1\"><c r=\"Z1\"><v>9</v></c></row></sheetData></x:worksheet>")
}

/// The same part in the names of the strict form of the format.
fn strict(text: &str) -> String {
    text.replace(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    .replace("http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument")
}

#[test]
fn a_workbook_is_the_same_under_other_names() {
    let moved = |path: &str| path.replace("xl/", "内容/book/");
    for name in ["list.xlsx", "corpus/openpyxl.xlsx", "corpus/xlsxwriter.xlsx", "office_list.xlsx"] {
        let bytes = golden(name);
        let whole = open_simply(name, &bytes);
        let same = |how: &str, rewrite: &dyn Fn(&str, String) -> (String, String)| {
            let other = open_simply(name, &rewritten(&bytes, rewrite));
            assert_eq!(other.notes, whole.notes, "{name} {how}");
            assert_eq!(other.sheets, whole.sheets, "{name} {how}");
        };
        same("upper case", &|path, text| (path.to_uppercase(), text));
        same("separators", &|path, text| (path.replace('/', "\\"), text));
        same("leading separators", &|path, text| (format!("/{path}"), text));
        same("another folder", &|path, text| (moved(path), moved(&text)));
        same("prefixes", &|path, text| (path.to_owned(), prefixed(path, &text)));
        // Cells and strings that are not written as nearly every program writes them go another way.
        same("blanks within tags", &|path, text| {
            (
                path.to_owned(),
                text.replace("<c r=", "<c  r=").replace("</v></c>", "</v ></c>").replace("<si><t", "<si ><t"),
            )
        });
        same("blanks between tags", &|path, text| {
            (path.to_owned(), text.replace("<c ", "\r\n\t<c ").replace("</row>", "\n</row>").replace("<si>", "\n <si>"))
        });
        same("the strict namespace", &|path, text| (path.to_owned(), strict(&text)));
        same("without content types", &|path, text| (path.replace("[Content_Types].xml", "other.xml"), text));
        same("without relations of the package", &|path, text| {
            (if path == "_rels/.rels" { "_rels/other".to_owned() } else { path.to_owned() }, text)
        });
    }
}
