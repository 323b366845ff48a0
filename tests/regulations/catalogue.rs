//! Facts about the categories, and what a span of evidence says.

use ichimai::clause::Clause;
use ichimai::regulations::Category;

use crate::CLASSIFIER;

#[test]
fn a_span_spells_its_words_behind_characters_of_any_length() {
    let text = "𠮷田町長は、職員に土地に立ち入り、検査させることができる。";
    let clause = Clause { text: text.to_owned(), ..Clause::default() };
    let findings = CLASSIFIER.classify(&clause);
    let words: Vec<&str> = findings[0].evidence.iter().map(|span| span.words(&clause)).collect();
    assert!(words.contains(&"立ち入り"), "{words:?}");
    assert!(words.iter().all(|words| !words.is_empty() && text.contains(words)), "{words:?}");
}

#[test]
fn the_explanation_carries_what_was_not_counted() {
    let clause = Clause { text: "市長は、検査済証を交付する。".to_owned(), ..Clause::default() };
    let explanation = CLASSIFIER.explain(&clause);
    assert!(explanation.findings.is_empty());
    assert_eq!(explanation.discounted[0].evidence.words(&clause), "検査済証");
}

#[test]
fn eight_categories_of_which_seven_are_of_the_plan() {
    assert_eq!(Category::ALL.len(), 8);
    assert_eq!(Category::ALL.iter().filter(|category| category.is_of_the_seven()).count(), 7);
    assert!(
        Category::ALL.iter().all(|category| !category.definition().0.is_empty() && !category.technologies().is_empty())
    );
}
