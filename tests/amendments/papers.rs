//! Papers: what a legal section gets in its hands.

use ichimai::amendments::answer::Advisor;
use ichimai::amendments::drafting::Ordinance;
use ichimai::amendments::export::{Amended, Bill, Listed, amendments, comparison, omnibus, sheet};
use ichimai::amendments::settings::{Columns, Direction, Settings};
use ichimai::clause::Clause;
use ichimai::writing::docx::{Block, Document, docx};

fn clauses() -> Vec<Clause> {
    let clause = |title: &str, number: &str, article: &str, caption: &str, text: &str| Clause {
        kind: if title.ends_with("規則") { "規則" } else { "条例" }.into(),
        title: title.into(),
        number: number.into(),
        article: article.to_owned(),
        caption: caption.to_owned(),
        text: text.to_owned(),
        ..Clause::default()
    };
    vec![
        clause(
            "見本町施設条例",
            "平成12年条例第8号",
            "第4条",
            "料金の掲示",
            "事業者は、利用料金を事業所の見やすい場所に掲示しなければならない。",
        ),
        clause(
            "見本町施設条例",
            "平成12年条例第8号",
            "第9条第3項",
            "周知",
            "指定管理者は、利用の条件を施設内に掲示し、利用者に周知しなければならない。",
        ),
        clause(
            "見本町税条例",
            "昭和40年条例第20号",
            "第18条",
            "公示送達",
            "法第20条の2の規定による公示送達は、町役場の掲示場に掲示して行うものとする。",
        ),
        clause(
            "見本町計画規則",
            "平成12年規則第3号",
            "第6条",
            "(公表)",
            "計画の公表は、その内容を町役場の掲示場に掲示して行うものとする。",
        ),
    ]
}

fn bills(clauses: &[Clause]) -> Vec<Bill<'_>> {
    let advisor = Advisor::new();
    let amended = clauses.iter().map(|clause| {
        let answer = advisor.plain(clause, &["posting"], &Ordinance::of(vec![clause]));
        let draft = answer.drafts.drafts.into_iter().next().unwrap();
        Amended { clause, draft, by_hand: false }
    });
    Bill::of(amended.collect())
}

fn paragraphs(document: &Document) -> Vec<String> {
    let words = |paragraph: &ichimai::writing::docx::Paragraph| {
        paragraph.runs.iter().map(|run| run.text.as_str()).collect::<String>()
    };
    document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Paragraph(paragraph) = block { Some(words(paragraph)) } else { None })
        .collect()
}

#[test]
fn an_ordinance_is_one_act_and_rules_are_no_part_of_a_collective_ordinance() {
    let clauses = clauses();
    let bills = bills(&clauses);
    let acts = paragraphs(&amendments(&bills, &Settings::default(), "t"));
    for expected in [
        "見本町施設条例の一部を改正する条例",
        "　見本町施設条例（平成12年条例第8号）の一部を次のように改正する。",
        "　第9条第3項中「掲示し」を「掲示し、又はインターネットの利用その他の方法により公表し」に改める。",
        "見本町計画規則の一部を改正する規則",
        "１　この条例は、令和〔　〕年〔　〕月〔　〕日から施行する。",
        "　この規則は、令和〔　〕年〔　〕月〔　〕日から施行する。",
    ] {
        assert!(acts.iter().any(|line| line == expected), "{expected} in {acts:#?}");
    }
    let whole = paragraphs(&omnibus(&bills, &Settings::default(), "t").unwrap());
    assert!(
        whole.iter().any(|line| line == "第2条　見本町税条例（昭和40年条例第20号）の一部を次のように改正する。"),
        "{whole:#?}"
    );
    for expected in [
        "１　この条例は、令和〔　〕年〔　〕月〔　〕日から施行する。ただし、第〔　〕条の規定は、〔　〕から施行する。",
        "２　第2条の規定による改正後の見本町税条例第18条の規定は、この条例の施行の日以後にする〔送達・通知〕について適用し、同日前にした〔送達・通知〕については、なお従前の例による。",
    ] {
        assert!(whole.iter().any(|line| line == expected), "{expected} in {whole:#?}");
    }
    assert!(!whole.iter().any(|line| line.contains("計画規則")), "{whole:#?}");
}

#[test]
fn changed_words_are_underlined_in_both_columns_and_the_columns_follow_the_setting() {
    let clauses = clauses();
    let bills = bills(&clauses);
    let table = |settings: &Settings| {
        let document = comparison(&bills, settings, "t");
        document
            .blocks
            .into_iter()
            .find_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
            .unwrap()
    };
    let underlined = |cell: &[ichimai::writing::docx::Paragraph]| {
        cell.iter()
            .flat_map(|paragraph| &paragraph.runs)
            .filter(|run| run.underlined)
            .map(|run| run.text.clone())
            .collect::<Vec<_>>()
    };
    let present = table(&Settings::default());
    assert_eq!(present.heads, ["現行", "改正案"]);
    assert_eq!(underlined(&present.rows[0][0]), ["を", "掲示しなければ"]);
    assert!(underlined(&present.rows[0][1])[1].starts_with("掲示するとともに、規則で定めるところにより、"));
    let omitted: Vec<String> = present.rows[1][0].iter().map(|paragraph| paragraph.runs[0].text.clone()).collect();
    assert_eq!(omitted[1..3], ["第9条　（略）", "２　（略）"]);
    let settings = Settings { columns: Columns::AmendedFirst, ..Settings::default() };
    let amended = table(&settings);
    assert_eq!(amended.heads, ["改正後", "改正前"]);
    assert_eq!(underlined(&amended.rows[0][1]), ["を", "掲示しなければ"]);
}

#[test]
fn the_same_papers_are_the_same_bytes_and_can_be_read_again() {
    let clauses = clauses();
    let bills = bills(&clauses);
    for direction in [Direction::Horizontal, Direction::Vertical] {
        let settings = Settings { direction, ..Settings::default() };
        for document in [comparison(&bills, &settings, "t"), amendments(&bills, &settings, "t")] {
            let bytes = docx(&document).unwrap();
            assert_eq!(bytes, docx(&document).unwrap());
            let name = if document.title == "改め文" { "amendments" } else { "comparison" };
            if let Some(folder) = option_env!("ICHIMAI_PAPERS") {
                std::fs::write(format!("{folder}/{name}_{direction:?}.docx"), &bytes).unwrap();
            }
        }
    }
    let listed: Vec<Listed<'_>> = bills
        .iter()
        .flat_map(|bill| &bill.amended)
        .map(|amended| Listed {
            clause: amended.clause,
            amended: (amended.clause.article != "第6条").then(|| amended.clone()),
            included: true,
            refused: "理由".to_owned(),
            precedents: Vec::new(),
            national: Vec::new(),
        })
        .collect();
    let table = sheet(&listed).unwrap();
    let column = |name: &str| {
        let at = table.columns().iter().position(|column| column.header() == name).unwrap();
        table.rows().iter().map(|row| format!("{:?}", row[at])).collect::<Vec<_>>()
    };
    assert!(
        column("状況")[3].contains("案なし・用例なし") && column("状況")[0].contains("改正案"),
        "{:?}",
        column("状況")
    );
    assert!(column("案のない理由・あわせて確かめること")[3].contains("理由"));
}
