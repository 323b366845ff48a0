//! The section of judgements: what this page cannot read of it is written back as it stood.

use ichimai::regulations::Category;
use ichimai::review::{Decision, JudgementSection};

use super::{decided, sample};

#[test]
fn judgements_of_a_later_edition_are_kept_as_they_stand() {
    let known = decided(&sample()[0], Category::Visual, Decision::Applies);
    let later = [
        r#"{"target":{"clause":"134611edfaca6829-81125e770f5c2001","category":"of_a_later_edition"},"judgement":{"decision":"applies"}}"#,
        r#"{"target":{"clause":"134611edfaca6829-81125e770f5c2001","category":"visual"},"judgement":{"decision":"of_a_later_edition"}}"#,
        r#"{"target":{"clause":"134611edfaca6829-81125e770f5c2001","category":"visual"},"judgement":{"decision":"applies","of_a_later_edition":1}}"#,
        "5",
    ];
    let text = format!("[{},{},{}]", later[0], serde_json::to_string(&known).unwrap(), later[1..].join(","));
    let section = JudgementSection::read(&text).unwrap();
    assert_eq!(section.judgements.of(&known.target), known.judgement);
    assert_eq!((section.judgements.len(), section.unread.as_slice()), (1, later.map(str::to_owned).as_slice()));
    let written = JudgementSection::write(&section.judgements, &section.unread).unwrap();
    assert_eq!(JudgementSection::read(&written).unwrap(), section);
}

#[test]
fn what_is_no_list_of_judgements_is_refused() {
    for text in ["5", "{}", "null", "[", ""] {
        assert!(JudgementSection::read(text).is_err(), "{text}");
    }
}
