//! What the officer chose is kept by name and heading, not by row.

use ichimai::procedures::choices::Choices;
use ichimai::procedures::layout::guess;
use ichimai::procedures::list::{read, sheet_of_text};
use ichimai::procedures::matching::Match;

use crate::numbers;

#[test]
fn a_choice_holds_for_every_spelling_of_the_name() {
    let mut choices = Choices::default();
    choices.choose("現況届", None, numbers(&[13]));
    for written in ["現況届", "１．現況届", "現 況 届", "令和6年度　現況届"] {
        assert_eq!(choices.match_name(written, None).procedures(), numbers(&[13]), "{written}");
    }
}

#[test]
fn a_choice_under_one_heading_does_not_hold_under_another() {
    let mut choices = Choices::default();
    choices.choose("更新申請", Some("介護"), numbers(&[17]));
    assert!(matches!(choices.match_name("更新申請", Some("子育て")), Match::Asked { .. }));
    assert_eq!(choices.match_name("更新申請", Some("介 護")).procedures(), numbers(&[17]));
}

#[test]
fn a_joint_form_can_stand_for_several_and_a_name_for_none() {
    let mut choices = Choices::default();
    choices.choose("要介護認定申請", None, numbers(&[18, 16, 17, 16]));
    choices.choose("認定請求", None, vec![]);
    assert_eq!(choices.match_name("要介護認定申請", None).procedures(), numbers(&[16, 17, 18]));
    assert_eq!(choices.match_name("認定請求", None).procedures(), []);
    choices.forget("認定請求", None);
    assert_eq!(choices.match_name("認定請求", None).procedures(), numbers(&[1]));
}

#[test]
fn choices_survive_the_work_file() {
    let mut choices = Choices::default();
    choices.choose("現況届", Some("児童"), numbers(&[10]));
    let text = serde_json::to_string(&choices).unwrap();
    assert_eq!(text, r#"{"児童：現況届":[10]}"#);
    assert_eq!(serde_json::from_str::<Choices>(&text).unwrap(), choices);
}

#[test]
fn a_list_read_again_in_another_order_keeps_the_choices() {
    let mut choices = Choices::default();
    choices.choose("現況届", None, numbers(&[14]));
    for text in ["妊娠届\n現況届", "現況届\n妊娠届"] {
        let sheet = sheet_of_text(text);
        let entries = read(&sheet, &guess(&sheet), &choices);
        let entry = entries.iter().find(|entry| entry.input.name == "現況届").unwrap();
        assert_eq!(entry.found.procedures(), numbers(&[14]));
    }
}
