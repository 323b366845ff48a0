//! Laws that hold for any bytes: clauses and notes, an account that adds up, never a panic.

use ichimai::clause::Clause;
use ichimai::reading::charset::Charset;
use ichimai::reading::limits::Limits;
use ichimai::reading::note::{Reason, Severity};
use ichimai::reading::table::{Options, Sheet, open_simply};
use ichimai::reading::{FileChoice, GivenFile, inspect};
use proptest::prelude::*;

use crate::{golden, opened, read_within};

/// Files of every kind, mutated below.
const SEEDS: [&str; 17] = [
    "list.xls",
    "corpus/xlwt_small.xls",
    "corpus/xlsxwriter.xlsx",
    "corpus/odfpy.ods",
    "office/excel95_list.xls",
    "office/restarted_numbers.docx",
    "office/paragraphs_in_cell.docx",
    "list.xlsx",
    "list.ods",
    "numbered.docx",
    "parking_plain.docx",
    "parking_plain.txt",
    "reiki.zip",
    "reiki_parking.html",
    "egov_323AC0000000048.xml",
    "egov_323AC0000000048.html",
    "office_list_cp932.csv",
];
const NAMES: [&str; 12] =
    ["a.csv", "a.tsv", "a.txt", "a.html", "a.xml", "a.jsonl", "a.xlsx", "a.xls", "a.ods", "a.docx", "a.zip", "a"];

/// Caps small enough that a mutation meets them quickly.
fn small() -> Limits {
    Limits { unzipped_bytes: 4 << 20, cells: 200_000, text_bytes: 8 << 20, ..Limits::default() }
}

/// Reads and inspects; what must hold is asserted by the readers of this crate.
fn survives(name: &str, bytes: &[u8]) {
    let limits = small();
    let reading = read_within(name, bytes, &limits);
    assert!(reading.clauses.iter().all(|clause| !clause.text.trim().is_empty()), "{name}");
    let inspection = inspect(&GivenFile { name, bytes }, &FileChoice::default(), &limits);
    assert_eq!(inspection.bytes, bytes.len() as u64);
}

/// Changes of bytes: overwritten, removed, doubled.
fn mutations() -> impl Strategy<Value = Vec<(prop::sample::Index, u8, u8)>> {
    prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<u8>()), 1..12)
}

fn mutated(mut bytes: Vec<u8>, mutations: &[(prop::sample::Index, u8, u8)]) -> Vec<u8> {
    for (place, how, value) in mutations {
        if bytes.is_empty() {
            break;
        }
        let at = place.index(bytes.len());
        let end = (at + usize::from(*value)).min(bytes.len());
        match how % 4 {
            0 => bytes[at] = *value,
            1 => bytes[at] ^= 1 << (value % 8),
            2 => drop(bytes.drain(at..end)),
            _ => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
        }
    }
    bytes
}

/// Mutates the unzipped parts and zips them again, so that mutations reach the readers behind the ZIP.
fn mutated_inside(bytes: &[u8], mutations: &[(prop::sample::Index, u8, u8)]) -> Option<Vec<u8>> {
    let mut archive = ichimai::reading::archive::Archive::open(bytes, &Limits::default()).ok()?;
    let members = archive.members();
    let parts: Vec<(String, Vec<u8>)> = members
        .into_iter()
        .map(|member| {
            let part = archive.unzip(member.index, None).unwrap_or_default();
            let part = if member.path == "mimetype" { part } else { mutated(part, mutations) };
            (member.path, part)
        })
        .collect();
    let files: Vec<(&str, &[u8])> = parts.iter().map(|(name, part)| (name.as_str(), part.as_slice())).collect();
    Some(crate::zip_bytes::zipped(&files))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..4096), name in prop::sample::select(&NAMES[..])) {
        survives(name, &bytes);
    }

    #[test]
    fn any_text_is_survived(text in "[第一二三0-9０-９条項号章節附則別表様式()（）の　 \n\t,\"<>/&;a-z。]{0,400}", name in prop::sample::select(&NAMES[..])) {
        survives(name, text.as_bytes());
    }

    #[test]
    fn mutated_files_are_survived(seed in prop::sample::select(&SEEDS[..]), mutations in mutations()) {
        survives(seed, &mutated(golden(seed), &mutations));
    }

    #[test]
    fn mutated_parts_are_survived(seed in prop::sample::select(&["list.xlsx", "list.ods", "numbered.docx", "reiki.zip"][..]), mutations in mutations()) {
        if let Some(bytes) = mutated_inside(&golden(seed), &mutations) {
            survives(seed, &bytes);
        }
    }

    #[test]
    fn a_table_written_as_csv_is_read_back(rows in prop::collection::vec(prop::collection::vec("[あ-んa-z,\"\n\t; ]{0,6}[あ-ん]", 2..5), 2..8)) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let lines: Vec<String> = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",")).collect();
        let options = Options { charset: Some(Charset::Utf8), delimiter: Some(b','), ..Options::default() };
        let table = opened("a.csv", lines.join("\r\n").as_bytes(), &options);
        let cells: Vec<Vec<String>> = table.sheets[0].rows.iter().map(|row| row.cells.clone()).collect();
        prop_assert_eq!(cells, rows);
    }

    #[test]
    fn no_sentence_of_an_ordinance_is_lost(count in 1_usize..9, paragraphs in 1_usize..4, wide in any::<bool>()) {
        let digits = |number: usize| {
            let plain = number.to_string();
            if wide { plain.chars().map(|digit| char::from_u32(u32::from(digit) - 48 + 0xFF10).unwrap()).collect() } else { plain }
        };
        let mut text = String::from("見本町検査条例\n令和6年条例第1号\n");
        let mut expected = Vec::new();
        for article in 1..=count {
            for paragraph in 1..=paragraphs {
                let sentence = format!("町長は、{article}の{paragraph}を定める。");
                let head = if paragraph == 1 { format!("第{}条", digits(article)) } else { digits(paragraph) };
                text = format!("{text}{head}　{sentence}\n");
                let place = if paragraphs == 1 { format!("第{article}条") } else { format!("第{article}条第{paragraph}項") };
                expected.push((place, sentence));
            }
        }
        let reading = read_within("a.txt", text.as_bytes(), &small());
        let made: Vec<(String, String)> = reading.clauses.into_iter().map(|clause| (clause.article, clause.text)).collect();
        prop_assert_eq!(made, expected);
    }
}

#[test]
fn a_preview_is_the_beginning_of_the_whole() {
    for name in ["list.xls", "list.xlsx", "list.ods", "office_list.xlsx", "office_list_cp932.csv"] {
        let bytes = golden(name);
        let whole = open_simply(name, &bytes);
        for rows in [1, 3, 5, 20] {
            let preview = opened(name, &bytes, &Options { rows: Some(rows), ..Options::default() });
            for (left, right) in whole.sheets.iter().zip(&preview.sheets) {
                assert_eq!(left.rows[..rows.min(left.rows.len())], right.rows[..], "{name}");
                assert_eq!(right.cut, left.rows.len() > rows, "{name}");
            }
        }
    }
}

/// What an officer would see of a file: rows of a table, else clauses.
fn seen(name: &str, bytes: &[u8]) -> (Vec<Sheet>, Vec<Clause>, Vec<Reason>) {
    let table = open_simply(name, bytes);
    let reading = read_within(name, bytes, &Limits::default());
    let told = reading.notes.into_iter().map(|note| note.reason);
    (table.sheets, reading.clauses, told.filter(|reason| reason.severity() < Severity::Information).collect())
}

#[test]
fn a_file_that_is_cut_anywhere_is_never_silent() {
    let files = [
        "list.xls",
        "list.xlsx",
        "list.ods",
        "numbered.docx",
        "reiki.zip",
        "egov_323AC0000000139.xml",
        "corpus/xlwt.xls",
        "corpus/xlwt_small.xls",
        "office/excel95_list.xls",
        "office/formula_text_continued.xls",
        "office/stored_zip_of_lists.zip",
        "office/with_embedded_sheet.docx",
        "corpus/odfpy.ods",
        "corpus/openpyxl.xlsx",
        "corpus/xlsxwriter.xlsx",
        "office/numbers_in_styles.docx",
    ];
    for name in files {
        let bytes = golden(name);
        let whole = seen(name, &bytes);
        for cut in (1..60).map(|part| bytes.len() * part / 60).chain(bytes.len().saturating_sub(40)..bytes.len()) {
            let left = seen(name, &bytes[..cut]);
            let lost = (&left.0, &left.1) != (&whole.0, &whole.1);
            assert!(
                !lost || left.2.iter().any(|reason| !whole.2.contains(reason)),
                "{name}, cut at {cut} of {}: silent",
                bytes.len()
            );
        }
    }
}

/// Where a cut leaves what might be a whole file of its kind.
fn ends_like_a_file(name: &str, left: &[u8], rest: &[u8]) -> bool {
    let text = String::from_utf8_lossy(left);
    match name.rsplit_once('.').map(|(_, kind)| kind) {
        Some("csv" | "jsonl") => {
            left.ends_with(b"\n") || left.ends_with(b"\r") || left.ends_with(b"\"") && rest.starts_with(b"\n")
        }
        Some("txt") => text.ends_with(['\n', '。', '）', ')', '」', '　', ' ']),
        _ => false,
    }
}

#[test]
fn a_text_that_is_cut_anywhere_but_behind_a_row_or_a_sentence_is_never_silent() {
    let list = "例規名,条項,本文\n見本町条例,第1条,\"検査する。\n２　縦覧に供する。\"\n見本町条例,第2条,掲示する。\n";
    let rows = list.replace('\n', "</td></tr>\n<tr><td>").replace(',', "</td><td>");
    let files = [
        ("office_list_cp932.csv", golden("office_list_cp932.csv")),
        ("list.csv", list.as_bytes().to_vec()),
        (
            "quoted.csv",
            "\"例規名\",\"条項\",\"本文\"\n\"甲条例\",\"第1条\",\"検査する。\"\n\"甲条例\",\"第2条\",\"掲示する。\"\n"
                .into(),
        ),
        ("parking_plain.txt", golden("parking_plain.txt")),
        ("reiki_parking.html", golden("reiki_parking.html")),
        ("egov.html", golden("egov_323AC0000000139.html")),
        ("list.xls", format!("<html><body><table><tr><td>{rows}</td></tr></table></body></html>").into_bytes()),
        ("fragment.xls", format!("<table><tr><td>{rows}</td></tr></table>").into_bytes()),
        ("saved.mhtml", include_bytes!("faults/17-saved-page.mhtml").to_vec()),
        ("list.xml", include_bytes!("faults/r02-spreadsheetml-2003.xml").to_vec()),
        (
            "list.jsonl",
            "{\"title\":\"甲条例\",\"text\":\"検査する。\"}\n{\"title\":\"甲条例\",\"text\":\"縦覧に供する。\"}\n"
                .into(),
        ),
    ];
    for (name, bytes) in files {
        let all = |bytes: &[u8]| {
            let (table, reading) = (open_simply(name, bytes), read_within(name, bytes, &Limits::default()));
            let notes = reading.notes.into_iter().chain(table.notes).map(|note| note.reason.code());
            (table.sheets, reading.clauses, notes.collect::<std::collections::BTreeSet<_>>())
        };
        let whole = all(&bytes);
        assert!(!whole.1.is_empty() && !whole.2.contains("open_end"), "{name}: {:?}", whole.2);
        let cuts = (1..150).map(|part| bytes.len() * part / 150).chain(bytes.len().saturating_sub(60)..bytes.len());
        for cut in cuts.filter(|cut| *cut > 0 && !ends_like_a_file(name, &bytes[..*cut], &bytes[*cut..])) {
            let left = all(&bytes[..cut]);
            let differs = (&left.0, &left.1) != (&whole.0, &whole.1);
            let is_told = left.2.iter().any(|code| !whole.2.contains(code));
            let shown = String::from_utf8_lossy(&bytes[cut.saturating_sub(40)..cut]).into_owned();
            assert!(!differs || is_told, "{name}, cut at {cut} of {}: silent behind {shown:?}", bytes.len());
        }
    }
}

#[test]
fn a_file_that_is_still_arriving_is_told() {
    for name in ["parking_plain.txt", "office_list_cp932.csv", "egov_323AC0000000139.html", "list.xls", "list.xlsx"] {
        let bytes = golden(name);
        for part in 1..8 {
            let cut = bytes.len() * part / 8;
            let arriving = [&bytes[..cut], &vec![0; bytes.len() - cut]].concat();
            let read = seen(name, &arriving);
            assert!(!read.2.is_empty(), "{name}, {cut} of {} bytes arrived", bytes.len());
            let table = open_simply(name, &arriving);
            assert!(!table.notes.is_empty(), "{name}, {cut} of {} bytes arrived", bytes.len());
        }
    }
}
