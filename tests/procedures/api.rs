//! The surface gives what the core gives, in plain types.

use ichimai::api::procedures::{ListView, RequestView, SettingView, answer, facts};
use ichimai::procedures::layout::guess;
use ichimai::procedures::list::sheet_of_text;

use crate::numbers;

#[test]
fn a_request_in_json_gives_an_answer() {
    let settings: Vec<SettingView> =
        serde_json::from_str(r#"[{"number": 27, "availability": "national_disaster_system"}]"#).unwrap();
    let choices = serde_json::from_str(r#"{"現況届": [10]}"#).unwrap();
    let sheet = sheet_of_text("妊娠届\n現況届");
    let lists = vec![ListView { layout: guess(&sheet), sheet }];
    let answer = answer(&RequestView { lists, choices, settings });
    assert_eq!(answer.completeness.online, numbers(&[10, 15, 27]));
    assert_eq!(answer.asked(), [0_usize; 0]);
}

#[test]
fn the_facts_name_every_state_and_connection_once() {
    let facts = serde_json::to_value(facts()).unwrap();
    let names = |list: &str| -> Vec<String> {
        let all = facts[list].as_array().unwrap();
        all.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    for list in ["states", "connections"] {
        let mut once = names(list);
        once.sort();
        once.dedup();
        assert_eq!(once.len(), names(list).len());
    }
    assert_eq!((facts["procedures"].as_array().unwrap().len(), facts["towns"].as_array().unwrap().len()), (31, 19));
}
