//! A list as it was opened: which sheets are read, what the work file carries, choices made after reading.

use ichimai::procedures::choices::Choices;
use ichimai::procedures::list::{ListedName, choose_again};
use ichimai::procedures::opened::OpenedList;
use ichimai::procedures::state::Availability;
use ichimai::reading::charset::Charset;

use crate::numbers;

const SAMPLE: &str = include_str!("../../data/procedures/sample.csv");

fn sample() -> OpenedList {
    OpenedList::of_file("見本.csv", SAMPLE.as_bytes(), None)
}

#[test]
fn the_sample_shows_matches_questions_and_foreign_names() {
    let entries = sample().read(&Choices::default());
    let asked: Vec<&str> = entries
        .iter()
        .filter(|entry| !entry.found.candidates().is_empty())
        .map(|entry| entry.input.name.as_str())
        .collect();
    assert_eq!(entries.len(), 28);
    assert_eq!(asked, ["現況届", "再交付申請"]);
    let foreign: Vec<&str> = entries
        .iter()
        .filter(|entry| entry.found.candidates().is_empty() && entry.found.procedures().is_empty())
        .map(|entry| entry.input.name.as_str())
        .collect();
    assert_eq!(foreign, ["特別児童扶養手当 認定請求", "後期高齢者医療 被保険者証の再交付", "転入届"]);
}

#[test]
fn every_state_and_connection_of_the_sample_is_read_unless_it_is_blank() {
    for entry in sample().read(&Choices::default()) {
        let state = entry.input.state.clone().expect("a column of states");
        assert_ne!(state.read, Availability::Unknown, "{}", state.written);
        assert!(entry.input.connection.is_some());
    }
}

#[test]
fn choices_made_after_reading_give_what_reading_again_gives() {
    let list = sample();
    let before = list.read(&Choices::default());
    let mut choices = Choices::default();
    choices.choose("現況届", None, numbers(&[13]));
    choices.choose("妊娠届出書", None, vec![]);
    let chosen = choose_again(&before, &choices);
    assert_eq!(chosen, list.read(&choices));
    assert_ne!(chosen, before);
    assert_eq!(choose_again(&chosen, &Choices::default()), before);
}

#[test]
fn a_list_and_its_entries_survive_the_work_file_and_the_border() {
    let list = sample();
    let text = serde_json::to_string(&list).unwrap();
    assert_eq!(serde_json::from_str::<OpenedList>(&text).unwrap(), list);
    let entries = list.read(&Choices::default());
    let text = serde_json::to_string(&entries).unwrap();
    assert_eq!(serde_json::from_str::<Vec<std::sync::Arc<ListedName>>>(&text).unwrap(), entries);
}

#[test]
fn a_share_beyond_one_is_no_degree() {
    let text = r#"{"kind": "matched", "procedure": 1, "degree": 1.2, "reason": ""}"#;
    assert!(serde_json::from_str::<ichimai::procedures::matching::Match>(text).is_err());
}

#[test]
fn a_file_in_shift_jis_is_opened_by_guess_and_by_choice() {
    let (bytes, _, _) =
        encoding_rs::SHIFT_JIS.encode("手続名,状況\r\n妊娠届,公開済\r\nり災証明書の交付申請,公開済\r\n");
    for charset in [None, Some(Charset::ShiftJis)] {
        let list = OpenedList::of_file("手続.csv", &bytes, charset);
        assert_eq!(list.charset, Some(Charset::ShiftJis));
        assert_eq!(list.read(&Choices::default()).len(), 2);
    }
}

#[test]
fn a_file_that_is_no_table_gives_no_sheet_and_a_note() {
    let list = OpenedList::of_file("要綱.pdf", b"%PDF-1.7\n", None);
    assert_eq!((list.sheets.len(), list.notes.len()), (0, 1));
}

#[test]
fn a_pasted_list_without_any_known_name_is_read_all_the_same() {
    let list = OpenedList::of_text("貼り付けた一覧", "転入届\n印鑑登録\n");
    assert_eq!(list.read(&Choices::default()).len(), 2);
    assert_eq!(list.rows(), 2);
}

#[test]
fn settings_by_hand_survive_the_work_file() {
    let text =
        r#"{"1":{"availability":"published","connection":null},"27":{"availability":null,"connection":"manual"}}"#;
    let settings: ichimai::procedures::standing::Settings = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&settings).unwrap(), text);
}
