//! CSV: byte order mark, CRLF, quoting, and the guard against formulas.

use ichimai::writing::{CharacterSet, csv};
use proptest::prelude::*;

use crate::{one_column, towns};

fn utf8(texts: &[&str]) -> String {
    let file = csv(&one_column("結果", texts), CharacterSet::Utf8);
    String::from_utf8(file.bytes).unwrap()
}

#[test]
fn text_is_quoted_numbers_are_raw_and_dates_are_iso() {
    let file = csv(&towns(), CharacterSet::Utf8);
    let expected = "\u{feff}\"団体名\",\"人口\",\"人口の単位\",\"基準日\"\r\n\
        \"和木町\",6353,\"人\",2020-01-01\r\n\
        \"阿武町\",3246,\"人\",2020-01-01\r\n";
    assert_eq!(String::from_utf8(file.bytes).unwrap(), expected);
    assert_eq!(file.replaced, []);
}

#[test]
fn quotes_are_doubled_and_line_breaks_stay_inside() {
    assert_eq!(utf8(&["「a\"b」\n一　甲"]), "\u{feff}\"本文\"\r\n\"「a\"\"b」\n一　甲\"\r\n");
}

#[test]
fn text_that_a_spreadsheet_could_take_for_a_formula_gets_an_apostrophe() {
    for start in ["=", "+", "-", "@", "\t", "\r"] {
        let text = format!("{start}1+1");
        assert_eq!(utf8(&[&text]), format!("\u{feff}\"本文\"\r\n\"'{text}\"\r\n"));
    }
}

#[test]
fn a_formula_behind_what_is_not_seen_or_in_full_width_gets_an_apostrophe() {
    for text in [
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        "\u{200b}=1+1",
        "\u{feff}=1",
        "\0=1",
        " =1",
        "　＝1",
        "\u{200b}\u{feff}＠a",
    ] {
        assert_eq!(utf8(&[text]), format!("\u{feff}\"本文\"\r\n\"'{text}\"\r\n"));
    }
}

#[test]
fn signs_alone_and_inside_need_no_apostrophe() {
    for text in ["a=1", "－", "'=1", "第1条-2", "　－", "1－2"] {
        assert_eq!(utf8(&[text]), format!("\u{feff}\"本文\"\r\n\"{text}\"\r\n"));
    }
}

#[test]
fn shift_jis_is_read_back_by_the_decoder_of_the_web() {
    let file = csv(&towns(), CharacterSet::Windows31J);
    let (text, _, errors) = encoding_rs::SHIFT_JIS.decode(&file.bytes);
    assert!(!errors);
    assert!(text.starts_with("\"団体名\",\"人口\""));
    assert!(text.contains("\"和木町\",6353,\"人\",2020-01-01\r\n"));
}

proptest! {
    #[test]
    fn any_text_is_read_back_with_at_most_one_apostrophe_more(text in "\\PC{1,40}|[=+@＝－\u{200b}\\-\t\r\n\",]{1,6}") {
        let file = csv(&one_column("結果", &[&text]), CharacterSet::Utf8);
        let bytes = file.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
        let mut reader = csv::Reader::from_reader(bytes);
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(records.len(), 1);
        let read = records[0].get(0).unwrap();
        let seen = read.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
        let formula = seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) && seen.trim_end().chars().count() > 1;
        prop_assert!(!formula, "{read:?}");
        prop_assert!(read == text || read.strip_prefix('\'') == Some(text.as_str()), "{read:?}");
    }
}
