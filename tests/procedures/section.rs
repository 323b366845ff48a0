//! What the work file keeps of this tool: a round trip gives the same answer, and what was left out stays out.

use ichimai::procedures::answer::Answer;
use ichimai::procedures::choices::Choices;
use ichimai::procedures::kept::{Change, KeptList};
use ichimai::procedures::layout::Use;
use ichimai::procedures::opened::OpenedList;
use ichimai::procedures::section::Section;
use ichimai::procedures::standing::Settings;

use crate::numbers;

const SAMPLE: &str = include_str!("../../data/procedures/sample.csv");

fn settings() -> Settings {
    serde_json::from_str(r#"{"8":{"availability":"published","connection":"dedicated"}}"#).unwrap()
}

/// Saved and opened again.
fn again(settings: &Settings, choices: &Choices, list: &OpenedList) -> Section {
    let text = Section::text(settings, choices, Some(&KeptList::new(list).unwrap())).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn states_choices_and_list_give_the_same_answer_after_saving() {
    let list = OpenedList::of_file("見本.csv", SAMPLE.as_bytes(), None);
    let mut choices = Choices::default();
    choices.choose("再交付申請", Some("介護"), numbers(&[21]));
    choices.choose("現況届", None, numbers(&[10]));
    let before = Answer::new(list.read(&choices), &settings());
    assert_eq!(again(&settings(), &choices, &list).answer().unwrap(), before);
    assert!(before.completeness.count.of27 > 17);
}

#[test]
fn a_kept_list_is_the_list_with_all_that_was_opened() {
    let list = OpenedList::of_file("見本.csv", SAMPLE.as_bytes(), None);
    let kept = KeptList::new(&list).unwrap();
    let text = serde_json::to_string(&kept.whole().unwrap()).unwrap();
    assert_eq!(serde_json::from_str::<OpenedList>(&text).unwrap(), list);
    assert_eq!((kept.rows(), kept.sheets.len()), (list.rows(), 1));
    assert_eq!(kept.sheets[0].headers[0].0, 1);
}

#[test]
fn a_sheet_that_is_not_read_does_not_travel_with_the_work_file() {
    let mut list = OpenedList::of_text("庁内.xlsx", "妊娠届\nり災証明");
    let other = OpenedList::of_text("", "職員の住所録");
    list.sheets.extend(other.sheets);
    let section = |list: &OpenedList| {
        Section::text(&Settings::new(), &Choices::default(), Some(&KeptList::new(list).unwrap())).unwrap()
    };
    assert!(section(&list).contains("職員の住所録"));
    let layout = list.sheets[1].layout.clone();
    list.apply(Change { sheet: 1, used: false, layout });
    assert!(!section(&list).contains("職員の住所録"));
    assert!(section(&list).contains("り災証明"));
}

#[test]
fn a_change_of_columns_is_kept() {
    let mut list = OpenedList::of_file("見本.csv", SAMPLE.as_bytes(), None);
    let mut layout = list.sheets[0].layout.clone();
    let state = layout.columns.iter().position(|column| *column == Use::State).unwrap();
    layout.columns[state] = Use::Unused;
    list.apply(Change { sheet: 0, used: true, layout });
    let answer = again(&Settings::new(), &Choices::default(), &list).answer().unwrap();
    assert!(answer.entries.iter().all(|entry| entry.input.state.is_none()));
}

#[test]
fn a_section_without_list_is_read_and_one_of_another_form_is_refused() {
    let section: Section =
        serde_json::from_str(r#"{"settings":{"1":{"availability":"partial","connection":null}}}"#).unwrap();
    assert_eq!(section.answer().unwrap().completeness.online, numbers(&[1]));
    assert!(serde_json::from_str::<Section>(r#"{"settings":{"32":{}}}"#).is_err());
    let foreign: Section = serde_json::from_str(r#"{"list":{"rows":[]}}"#).unwrap();
    assert!(foreign.answer().is_err());
}

#[test]
fn portions_of_a_long_list_are_the_list() {
    let text = ["妊娠届", "転入届", "現況届"].into_iter().cycle().take(1_700).collect::<Vec<_>>().join("\n");
    let list = OpenedList::of_text("長い一覧", &text);
    let (mut all, mut done) = (Vec::new(), Vec::new());
    list.read_in_portions(&Choices::default(), &mut |portion| {
        assert_eq!(portion.total, 1_700);
        done.push(portion.done);
        all.extend(portion.entries);
    });
    assert_eq!(all, list.read(&Choices::default()));
    assert_eq!(done, [500, 1_000, 1_500, 1_700]);
}
