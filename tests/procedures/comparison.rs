//! The 19 towns of 山口県 as the papers print them.

use ichimai::procedures::comparison::{Base, SURVEYS, beside, town, towns};
use ichimai::procedures::completeness::Count;
use ichimai::procedures::state::{Connection, DisasterSystem};

#[test]
fn the_sums_are_those_of_the_documents() {
    let sums: Vec<u16> = beside(Count::default()).iter().map(|beside| beside.sum).collect();
    assert_eq!(sums, [41, 70, 464, 480]);
    assert_eq!(towns().len(), 19);
}

#[test]
fn only_the_first_survey_counts_26() {
    assert_eq!(SURVEYS.map(|survey| survey.base), [Base::Of26, Base::Of27, Base::Of27, Base::Of27]);
}

#[test]
fn the_own_count_stands_on_the_base_of_each_survey() {
    let own: Vec<u8> = beside(Count { of27: 25, of26: 23, portal: 24 }).iter().map(|beside| beside.own).collect();
    assert_eq!(own, [23, 24, 24, 24]);
}

#[test]
fn in_august_2024_five_towns_had_fewer_than_26_and_twelve_had_all() {
    let last = beside(Count { of27: 26, of26: 26, portal: 26 }).pop().unwrap();
    assert_eq!((last.fewer_same_more, last.complete), ((5, 2, 12), 12));
}

#[test]
fn a_town_has_its_own_history() {
    let nagato = town("352110").unwrap();
    assert_eq!((nagato.name, nagato.online), ("長門市", [0, 0, 11, 25]));
    let tabuse = town("353434").unwrap();
    assert_eq!((tabuse.connection, tabuse.disaster_system), (Connection::Manual, Some(DisasterSystem::National)));
    assert_eq!(town("131016"), None);
}

#[test]
fn only_the_base_of_2022_is_inferred() {
    assert_eq!(SURVEYS.map(|survey| survey.base_inferred), [false, true, false, false]);
}
