//! CSV and TSV: quotes, line breaks, ragged rows, delimiters, row numbers.

use ichimai::reading::note::Reason;
use ichimai::reading::table::open_simply;

use crate::shown;

/// What a text reads as.
fn read(text: &str) -> String {
    shown(&open_simply("a.csv", text.as_bytes()).sheets[0])
}

#[test]
fn cells_come_out_as_written() {
    let cases = [
        ("a,b\n1,2\n", "1: a | b\n2: 1 | 2\n"),
        ("a,b\r\n1,2", "1: a | b\n2: 1 | 2\n"),
        ("a,b\r1,2\r", "1: a | b\n2: 1 | 2\n"),
        ("\"a\"\"b\",\"c,d\"\n", "1: a\"b | c,d\n"),
        ("\"1行\n2行\",x\ny,z\n", "1: 1行\n2行 | x\n2: y | z\n"),
        ("a\n\n\nb,c\n", "1: a\n4: b | c\n"),
        ("a,b,,\n,,\nc\n", "1: a | b\n3: c\n"),
        ("a\tb,c\nd\te\n", "1: a | b,c\n2: d | e\n"),
        ("a;b;c\n1;2;3\n", "1: a | b | c\n2: 1 | 2 | 3\n"),
        ("sep=;\na;b\n", "2: a | b\n"),
        ("市長は\"速やかに\"行う,b\n", "1: 市長は\"速やかに\"行う | b\n"),
        ("\"a\"x,b\n", "1: ax | b\n"),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text), expected, "{text:?}");
    }
}

#[test]
fn an_unclosed_quote_does_not_swallow_the_rest() {
    let table = open_simply("a.csv", "a,b\n\"c,d\ne,f\n".as_bytes());
    assert_eq!(shown(&table.sheets[0]), "1: a | b\n2: \"c | d\n3: e | f\n");
    assert_eq!(table.notes.len(), 1);
    assert_eq!((table.notes[0].row, &table.notes[0].reason), (Some(2), &Reason::UnclosedQuote));
}

#[test]
fn many_unclosed_quotes_stay_linear() {
    let text = "\"a\n".repeat(200_001);
    let table = open_simply("a.csv", text.as_bytes());
    assert!(table.notes.iter().all(|note| note.reason == Reason::UnclosedQuote));
    let cells: usize = table.sheets[0].rows.iter().map(|row| row.cells.concat().len()).sum();
    assert!(cells > 200_000);
}
