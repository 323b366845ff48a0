//! Laws that hold for every clause.

use ichimai::clause::Clause;
use ichimai::regulations::{Field, Finding, Workspace};
use proptest::prelude::*;

use crate::CLASSIFIER;

/// Pieces of statutes from which odd clauses are built.
const PIECES: [&str; 24] = [
    "市長は、",
    "立ち入り、",
    "帳簿、書類",
    "その他の物件を",
    "検査させることができる。",
    "（以下「検査」という。）",
    "毎年一回",
    "年１回以上",
    "定期に点検し、",
    "しなければならない。",
    "閲覧に供する",
    "掲示場に",
    "掲示して",
    "見やすい場所に",
    "講習を修了した者",
    "専任の",
    "常駐",
    "フレキシブルディスク",
    "\n",
    "（",
    "）",
    "準用する。",
    "罰金に処する。",
    "ｶﾞｽ設備",
];

fn clause(caption: &str, text: &str) -> Clause {
    Clause { caption: caption.to_owned(), text: text.to_owned(), title: "試験条例".into(), ..Clause::default() }
}

fn pieces() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..24).prop_map(|pieces| pieces.concat())
}

/// What must not change: category, verdict and score.
fn verdicts(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{:?} {:?} {}", finding.category, finding.verdict, finding.score)).collect()
}

/// The same text in full width.
fn wide(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '!'..='~' => char::from_u32(u32::from(character) + 0xFEE0).unwrap(),
            other => other,
        })
        .collect()
}

/// Every span lies inside its field, on character borders, and is not empty.
fn assert_spans(clause: &Clause, findings: &[Finding]) {
    for finding in findings {
        for span in finding.evidence.iter().chain(finding.basis.as_ref()) {
            let field: &str = match span.field {
                Field::Text => &clause.text,
                Field::Caption => &clause.caption,
                Field::Title => &clause.title,
            };
            let spelled = field.get(span.start as usize..span.end as usize);
            assert!(spelled.is_some_and(|spelled| !spelled.is_empty()), "{span:?} in {field:?}");
        }
        let quoted = finding.reason.split('『').nth(1).and_then(|rest| rest.split('』').next()).unwrap();
        assert!(clause.text.contains(quoted) || clause.caption.contains(quoted), "the reason quotes {quoted:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string_is_survived(caption in ".{0,20}", title in ".{0,20}", text in "(?s).{0,200}") {
        let clause = Clause { title: title.as_str().into(), ..clause(&caption, &text) };
        assert_spans(&clause, &CLASSIFIER.classify(&clause));
        let _ = CLASSIFIER.explain(&clause);
    }

    #[test]
    fn evidence_lies_inside_the_text_and_spells_what_it_says(text in pieces()) {
        let clause = clause("（検査）", &text);
        let explanation = CLASSIFIER.explain(&clause);
        assert_spans(&clause, &explanation.findings);
        for discount in &explanation.discounted {
            prop_assert!(clause.text.get(discount.evidence.start as usize..discount.evidence.end as usize).is_some());
        }
    }

    #[test]
    fn width_changes_nothing(text in pieces()) {
        let narrow = CLASSIFIER.classify(&clause("(検査)", &text));
        let wide = CLASSIFIER.classify(&clause("（検査）", &wide(&text)));
        prop_assert_eq!(verdicts(&narrow), verdicts(&wide));
    }

    #[test]
    fn spaces_between_characters_change_nothing(text in pieces(), space in "[ \u{3000}\t]{1,2}") {
        let spaced: String = text.chars().flat_map(|character| [character.to_string(), space.clone()]).collect();
        let plain = CLASSIFIER.classify(&clause("", &text));
        let spaced = CLASSIFIER.classify(&clause("", &spaced));
        prop_assert_eq!(verdicts(&plain), verdicts(&spaced));
    }

    #[test]
    fn order_of_clauses_changes_nothing(texts in proptest::collection::vec(pieces(), 1..8)) {
        let clauses: Vec<Clause> = texts.iter().map(|text| clause("", text)).collect();
        let alone: Vec<Vec<Finding>> = clauses.iter().map(|clause| CLASSIFIER.classify(clause)).collect();
        let mut space = Workspace::default();
        let mut reversed: Vec<Vec<Finding>> =
            clauses.iter().rev().map(|clause| CLASSIFIER.classify_with(clause, &mut space)).collect();
        reversed.reverse();
        prop_assert_eq!(alone, reversed);
    }

    #[test]
    fn explaining_finds_what_classifying_finds(text in pieces()) {
        let clause = clause("（閲覧）", &text);
        prop_assert_eq!(CLASSIFIER.classify(&clause), CLASSIFIER.explain(&clause).findings);
    }
}

#[test]
fn old_spellings_are_read_like_new_ones() {
    let pairs = [
        ("市長ハ關係人ノ縱覽ニ供スヘシ", "市長は関係人の縦覧に供すべし"),
        ("其ノ職員ヲシテ立入檢査セシムルコトヲ得", "其の職員をして立入検査せしむることを得"),
        ("検査を行つたときは、立ち入つて", "検査を行ったときは、立ち入って"),
        ("しゅん工検査を受けなければならない。", "しゆん工検査を受けなければならない。"),
        ("十二月以内ごとに一回点検する。", "12月以内ごとに1回点検する。"),
        ("ﾌﾚｷｼﾌﾞﾙﾃﾞｨｽｸを提出する。", "フレキシブルディスクを提出する。"),
    ];
    for (old, new) in pairs {
        let findings = [old, new].map(|text| verdicts(&CLASSIFIER.classify(&clause("", text))));
        assert_eq!(findings[0], findings[1], "{old} / {new}");
    }
}

#[test]
fn a_word_that_is_not_counted_says_why() {
    let clause = clause("（罰則）", "第五条の規定による立入検査を拒んだ者は、三万円以下の罰金に処する。");
    let explanation = CLASSIFIER.explain(&clause);
    assert!(explanation.findings.is_empty());
    assert!(explanation.discounted.iter().any(|discount| discount.reason.contains("罰則")), "{explanation:?}");
}

#[test]
fn a_word_inside_another_word_says_so() {
    let explanation = CLASSIFIER.explain(&clause("", "市長は、会計検査院に報告する。"));
    assert!(explanation.findings.is_empty());
    assert!(
        explanation.discounted.iter().any(|discount| discount.reason.contains("『会計検査院』")),
        "{explanation:?}"
    );
}

#[test]
fn a_survey_with_no_thing_to_look_at_is_explained_and_not_listed() {
    let explanation =
        CLASSIFIER.explain(&clause("（調査）", "市長は、前条の申出があったときは、必要な調査を行うものとする。"));
    assert!(explanation.findings.is_empty());
    assert!(explanation.discounted.iter().any(|discount| discount.category.id() == "visual"), "{explanation:?}");
}
