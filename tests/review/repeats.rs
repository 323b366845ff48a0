//! What is read a second time is counted, and can be left out.

use ichimai::review::result::{Which, is_result, tables};
use ichimai::review::{Desk, Repeats};

use super::{clause, desk, sample};

#[test]
fn a_list_that_is_there_already_is_counted_and_leaves_nothing_new() {
    let (repeats, new) = desk(sample()).without_repeats(vec![sample()]);
    assert_eq!(repeats, Repeats { clauses: 4, on_desk: 4, in_files: 0 });
    assert!(repeats.any() && new.is_empty());
}

#[test]
fn what_is_new_stays() {
    let further = clause("別の条例", "第1条", "台帳を一般の閲覧に供する。");
    let (repeats, new) = desk(sample()).without_repeats(vec![sample(), vec![further.clone()]]);
    assert_eq!((repeats.on_desk, new), (4, vec![further]));
}

#[test]
fn a_file_that_repeats_another_is_counted_and_one_that_shares_a_sentence_is_not() {
    let shared = clause("", "附則", "この条例は、公布の日から施行する。");
    let file = |words: &str| vec![clause("", "第1条", words), shared.clone()];
    let (repeats, new) = Desk::new().without_repeats(vec![file("甲"), file("乙"), file("甲")]);
    assert_eq!(repeats, Repeats { clauses: 6, on_desk: 0, in_files: 2 });
    assert_eq!(new.len(), 4);
}

#[test]
fn the_own_sheet_of_results_is_known_and_a_list_of_a_town_is_not() {
    let tables = tables(&desk(sample()), Which::All, None, &[]).unwrap();
    let header: Vec<String> = tables[0].columns().iter().map(|column| column.header().to_owned()).collect();
    assert!(is_result(&header));
    let before: Vec<String> = header.iter().cloned().chain(["判定者メモ".to_owned()]).collect();
    assert!(is_result(&before));
    let town = ["No", "所管部局", "例規種別", "例規名", "例規番号", "条項", "条文", "検出語", "規制区分"];
    assert!(!is_result(&town.map(str::to_owned)));
    assert!(!is_result(&[]));
}
