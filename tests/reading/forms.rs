//! The same ordinance in several forms gives the same clauses.

use ichimai::clause::{Clause, Place};

use crate::{golden, read_one};

/// Clauses without their place, which differs between files.
fn placeless(name: &str) -> Vec<Clause> {
    let reading = read_one(name, &golden(name));
    assert_eq!(reading.notes, [], "{name}");
    reading.clauses.into_iter().map(|clause| Clause { place: Place::default(), ..clause }).collect()
}

#[test]
fn a_law_is_the_same_in_xml_text_and_html() {
    for (law, clauses) in [("egov_323AC0000000048", 77), ("egov_323AC0000000139", 84)] {
        let xml = placeless(&format!("{law}.xml"));
        assert_eq!(xml.len(), clauses, "{law}");
        for form in ["txt", "html"] {
            let other = placeless(&format!("{law}.{form}"));
            for (left, right) in xml.iter().zip(&other) {
                assert_eq!(left, right, "{law}.{form}");
            }
            assert_eq!(xml.len(), other.len(), "{law}.{form}");
        }
    }
}

#[test]
fn an_ordinance_is_the_same_in_text_and_docx() {
    assert_eq!(placeless("parking_plain.txt"), placeless("parking_plain.docx"));
}

#[test]
fn automatic_numbers_of_docx_are_read() {
    let places: Vec<(String, String)> =
        placeless("numbered.docx").into_iter().map(|clause| (clause.article, clause.text)).collect();
    let expected = [
        ("第一条", "この要綱は、文書の取扱いに関し必要な事項を定める。"),
        ("第二条", "文書は、次に掲げるものを書庫に保管する。\nイ　決裁文書\nロ　収受文書"),
    ];
    assert_eq!(places, expected.map(|(article, text)| (article.to_owned(), text.to_owned())));
}
