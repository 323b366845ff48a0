//! Laws that hold for any bytes: clauses and notes, an account that adds up, never a panic.

use ichimai::reading::charset::Charset;
use ichimai::reading::limits::Limits;
use ichimai::reading::table::{Options, open_simply};
use ichimai::reading::{FileChoice, Source, inspect};
use proptest::prelude::*;

use crate::{golden, opened, read_within};

/// Files of every kind, mutated below.
const SEEDS: [&str; 11] = [
    "list.xls",
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
    let inspection = inspect(&Source { name, bytes }, &FileChoice::default(), &limits);
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
