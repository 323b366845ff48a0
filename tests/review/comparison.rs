//! An updated collection: what is new, changed or gone, and what becomes of the decisions.

use ichimai::regulations::Category;
use ichimai::review::{ClauseKey, Decision, Desk, Filter, Order, Standing, State, select};

use super::{ENTRY, VIEW, clause, decided, desk, sample};

fn replaced(desk: &mut Desk, clauses: Vec<ichimai::clause::Clause>) -> Vec<Option<Standing>> {
    let count = clauses.len();
    desk.replace(clauses);
    desk.classify(usize::MAX);
    (0..count).map(|index| desk.comparison().standing(index)).collect()
}

#[test]
fn new_changed_and_gone_clauses_are_told_apart() {
    let mut desk = desk(sample());
    let changed = "市長は、台帳を事務所に備え置き、又はインターネットにより、一般の縦覧に供しなければならない。";
    let standings = replaced(
        &mut desk,
        vec![
            clause("墓地条例", "第1条", "墓地の管理者を置く。"),
            clause("駐車場条例", "第2条", changed),
            clause("駐車場条例", "第3条", ENTRY),
        ],
    );
    assert_eq!(standings, [Some(Standing::New), Some(Standing::Changed), Some(Standing::Same)]);
    assert_eq!(desk.comparison().former(1).map(|former| former.text.as_str()), Some(VIEW));
    let gone: Vec<_> = desk.gone().iter().map(|gone| (&*gone.title, gone.article.as_str())).collect();
    assert_eq!(gone, [("公園条例", "第1条"), ("公園条例", "第2条")]);
}

#[test]
fn decisions_survive_other_rows_other_places_and_other_widths() {
    let mut desk = desk(sample());
    desk.judge(&[decided(&sample()[1], Category::InspectionOfRecords, Decision::Applies)]);
    replaced(&mut desk, vec![clause("公園条例", "第1条", ENTRY), clause("駐車場条例", "第8条", &format!(" {VIEW}"))]);
    let applies = Filter { states: vec![State::Applies], ..Filter::default() };
    assert_eq!(select(&desk, &applies, Order::AsRead), [1]);
}

#[test]
fn decisions_on_gone_clauses_are_kept() {
    let mut desk = desk(sample());
    desk.judge(&[decided(&sample()[1], Category::InspectionOfRecords, Decision::Applies)]);
    replaced(&mut desk, vec![clause("公園条例", "第1条", ENTRY)]);
    assert_eq!(desk.judgements().of_clause(ClauseKey::of(&sample()[1])).count(), 1);
}

#[test]
fn an_ordinance_with_a_new_name_takes_its_decisions_along() {
    let mut desk = desk(sample());
    desk.judge(&[decided(&sample()[1], Category::InspectionOfRecords, Decision::Applies)]);
    let mut renamed = sample();
    for clause in &mut renamed[..2] {
        clause.title = "自動車駐車場条例".into();
    }
    let carried = desk.replace(renamed.clone());
    assert_eq!(carried.len(), 1);
    assert_eq!(carried[0].target.clause, ClauseKey::of(&renamed[1]));
    assert_eq!(desk.comparison().count(Standing::Same), 4);
}

#[test]
fn the_same_collection_again_has_no_differences() {
    let mut desk = desk(sample());
    assert_eq!(replaced(&mut desk, sample()), [Some(Standing::Same); 4]);
    assert!(desk.gone().is_empty());
}

#[test]
fn nothing_is_compared_before_something_was_replaced() {
    assert_eq!(desk(sample()).comparison().standing(0), None);
}

#[test]
fn common_words_alone_do_not_make_a_new_ordinance_an_old_one() {
    let mut desk = desk(sample());
    let new = vec![
        clause("墓地条例", "第1条", "墓地の管理者を置く。"),
        clause("墓地条例", "第2条", "管理者は、毎年報告する。"),
        clause("墓地条例", "第3条", super::PLAIN),
    ];
    assert_eq!(replaced(&mut desk, new), [Some(Standing::New); 3]);
}

#[test]
fn clauses_added_below_an_updated_list_are_new() {
    let mut desk = desk(sample());
    desk.replace(sample());
    desk.add(vec![clause("墓地条例", "第1条", "墓地の管理者を置く。")]);
    assert_eq!(desk.comparison().standing(4), Some(Standing::New));
    assert!(desk.comparison().fits(5));
}
