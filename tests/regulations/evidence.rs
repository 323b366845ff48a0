//! The words that bind an act and the law behind it (義務・権限, 法令に基づく可能性).

use ichimai::clause::Clause;
use ichimai::regulations::{Evidence, Field, Finding, Role};

use crate::CLASSIFIER;

fn findings(title: &str, text: &str) -> Vec<Finding> {
    CLASSIFIER.classify(&Clause { title: title.into(), text: text.to_owned(), ..Clause::default() })
}

/// The only finding of a text.
fn finding(title: &str, text: &str) -> Finding {
    let mut findings = findings(title, text);
    assert_eq!(findings.len(), 1, "{findings:#?}");
    findings.remove(0)
}

fn spelled<'a>(text: &'a str, evidence: &Evidence) -> &'a str {
    &text[evidence.start as usize..evidence.end as usize]
}

fn modalities(text: &str) -> Vec<String> {
    let finding = finding("試験条例", text);
    let spans = finding.evidence.iter().filter(|span| span.role == Role::Modality);
    spans.map(|span| spelled(text, span).to_owned()).collect()
}

#[test]
fn the_duty_or_power_that_binds_the_act_is_evidence() {
    for (text, modality) in [
        ("使用者は、施設の検査を受けなければならない。", "受けなければならない"),
        ("市長は、職員に公園を巡視させることができる。", "させることができる"),
        ("管理者は、施設の点検を適切な時期に行わなければならない。", "行わなければならない"),
        ("町長は、告示を掲示場に掲示しておかなければならない。", "しておかなければならない"),
        ("次の業務を行うものとする。\n一　消防用設備の点検の実施", "行うものとする"),
    ] {
        assert_eq!(modalities(text), [modality], "{text}");
    }
}

#[test]
fn the_reason_quotes_the_act_with_what_binds_it() {
    let reason = finding("試験条例", "市長は、職員に公園を巡視させることができる。").reason;
    assert!(reason.starts_with("『巡視させることができる』により、"), "{reason}");
    let apart = finding("試験条例", "管理者は、施設の点検を、年度の初めに、行わなければならない。").reason;
    assert!(apart.starts_with("『点検』『行わなければならない』により、"), "{apart}");
}

#[test]
fn a_clause_with_no_duty_or_power_has_no_modality() {
    assert!(modalities("公園の巡視は、係員が当たる。").is_empty());
}

#[test]
fn a_citation_takes_along_the_name_of_the_law_and_its_numbers() {
    for (text, citation) in [
        ("市長は、建築基準法第十二条第三項の規定により、施設を検査しなければならない。", "建築基準法第十二条第三項"),
        (
            "市長は、消防法（昭和二十三年法律第百八十六号）の規定により、施設を検査しなければならない。",
            "消防法（昭和二十三年法律第百八十六号",
        ),
        ("市長は、令第五条の二の規定により、施設を検査しなければならない。", "令第五条の二"),
        ("市長は、政令で定める施設を検査しなければならない。", "政令で定める"),
    ] {
        let basis = finding("試験条例", text).basis.expect("a citation");
        assert_eq!((basis.field, spelled(text, &basis)), (Field::Text, citation));
    }
}

#[test]
fn a_title_that_carries_out_a_law_is_a_hint_of_its_own() {
    let text = "市長は、公園の施設を検査しなければならない。";
    let title = "○○市消防法施行細則";
    let basis = finding(title, text).basis.expect("a hint");
    assert_eq!((basis.field, spelled(title, &basis)), (Field::Title, "法施行細則"));
    assert_eq!(finding("○○市公園条例", text).basis, None);
}
