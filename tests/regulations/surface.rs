//! The surface for the page: UTF-16 offsets, facts about the categories.

use ichimai::api::regulations::{categories, explanation, views};
use ichimai::clause::Clause;

use crate::CLASSIFIER;

#[test]
fn offsets_count_utf16_units_and_spell_the_words() {
    let clause = Clause {
        text: "𠮷田町長は、職員に土地に立ち入り、検査させることができる。".to_owned(),
        ..Clause::default()
    };
    let units: Vec<u16> = clause.text.encode_utf16().collect();
    let views = views(&CLASSIFIER, std::slice::from_ref(&clause));
    let evidence = &views[0][0].evidence;
    assert!(!evidence.is_empty());
    for span in evidence {
        assert_eq!(String::from_utf16(&units[span.start as usize..span.end as usize]).unwrap(), span.text);
    }
}

#[test]
fn a_batch_gives_one_list_a_clause_in_order() {
    let texts = ["この条例は、公布の日から施行する。", "市長は、台帳を一般の閲覧に供しなければならない。"];
    let clauses = texts.map(|text| Clause { text: text.to_owned(), ..Clause::default() });
    let counts: Vec<usize> = views(&CLASSIFIER, &clauses).iter().map(Vec::len).collect();
    assert_eq!(counts, [0, 1]);
}

#[test]
fn the_explanation_carries_what_was_not_counted() {
    let clause = Clause { text: "市長は、検査済証を交付する。".to_owned(), ..Clause::default() };
    let explanation = explanation(&CLASSIFIER, &clause);
    assert!(explanation.findings.is_empty());
    assert_eq!(explanation.discounted[0].evidence.text, "検査済証");
}

#[test]
fn eight_categories_of_which_seven_are_of_the_plan() {
    let categories = categories();
    assert_eq!(categories.len(), 8);
    assert_eq!(categories.iter().filter(|category| category.of_the_seven).count(), 7);
    assert!(categories.iter().all(|category| !category.definition.is_empty() && !category.technologies.is_empty()));
}
