//! The catalogue is the one of the documents.

use ichimai::procedures::catalogue::{Group, NameStatus, Number, all, grant_condition, municipal};

#[test]
fn the_31_are_15_and_11_and_1_and_4() {
    let counts = Group::ALL.map(|group| all().iter().filter(|procedure| procedure.group == group).count());
    assert_eq!(counts, [15, 11, 1, 4]);
}

#[test]
fn a_municipality_answers_for_27_and_the_grant_asks_for_the_26_without_the_disaster_certificate() {
    let municipal: Vec<Number> = municipal().map(|procedure| procedure.number).collect();
    let condition: Vec<Number> = grant_condition().map(|procedure| procedure.number).collect();
    assert_eq!((municipal.len(), condition.len()), (27, 26));
    let missing: Vec<&Number> = municipal.iter().filter(|number| !condition.contains(number)).collect();
    assert_eq!(missing, [&Number::DISASTER_CERTIFICATE]);
    assert_eq!(Number::DISASTER_CERTIFICATE.procedure().name, "罹災証明書の発行申請");
}

#[test]
fn names_whose_wording_is_unconfirmed_are_marked() {
    let unconfirmed: Vec<u8> = all()
        .iter()
        .filter(|procedure| procedure.name_status == NameStatus::Unconfirmed)
        .map(|procedure| procedure.number.into())
        .collect();
    assert_eq!(unconfirmed, [11, 13, 14, 19, 20, 21, 24, 25]);
}

#[test]
fn a_number_outside_1_to_31_does_not_exist() {
    for figure in [0, 32, 255] {
        assert!(Number::try_from(figure).is_err(), "{figure}");
    }
    assert!(serde_json::from_str::<Number>("32").is_err());
}
