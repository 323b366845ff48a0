//! Word documents: numbers, changes and tables as Word shows them.

use ichimai::reading::table::open_simply;
use proptest::prelude::*;

use crate::zip_bytes::zipped;
use crate::{codes, read_one, shown};

const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:m=\"urn:m\" xmlns:w16=\"urn:w16\"";
const RELATIONS: &str =
    "<Relationships><Relationship Id=\"rId1\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

/// A document of the given body, lists and styles.
fn docx(body: &str, numbering: &str, styles: &str) -> Vec<u8> {
    zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("word/document.xml", format!("<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>").as_bytes()),
        ("word/numbering.xml", format!("<w:numbering {NAMESPACE}>{numbering}</w:numbering>").as_bytes()),
        ("word/styles.xml", format!("<w:styles {NAMESPACE}>{styles}</w:styles>").as_bytes()),
    ])
}

/// A paragraph with properties and a text.
fn paragraph(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn numbered(list: u32, level: u32, text: &str) -> String {
    let properties = format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    paragraph(&properties, text)
}

fn level(place: u32, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{place}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

/// Lists 1 and 2 of one pattern: 第1条, 2, (3), イ.
fn lists(more: &str) -> String {
    let levels = [
        level(0, "decimal", "第%1条", ""),
        level(1, "decimal", "%2", ""),
        level(2, "decimal", "(%3)", ""),
        level(3, "iroha", "%4", ""),
    ];
    format!(
        "<w:abstractNum w:abstractNumId=\"7\">{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>\
        <w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/>{more}</w:num>",
        levels.concat()
    )
}

/// Place and text of each clause.
fn clauses(bytes: &[u8]) -> Vec<String> {
    let reading = read_one("a.docx", bytes);
    reading.clauses.iter().map(|clause| format!("{}|{}", clause.article, clause.text)).collect()
}

#[test]
fn lists_of_one_pattern_count_on_and_an_override_begins_anew() {
    let body: String = [(1, "掲示する。"), (2, "縦覧に供する。"), (1, "閲覧させる。")]
        .map(|(list, text)| numbered(list, 0, text))
        .concat();
    let body = format!("{}{body}", paragraph("", "見本町掲示規則"));
    assert_eq!(
        clauses(&docx(&body, &lists(""), "")),
        ["第1条|掲示する。", "第2条|縦覧に供する。", "第3条|閲覧させる。"]
    );
    let anew = lists("<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"10\"/></w:lvlOverride>");
    assert_eq!(clauses(&docx(&body, &anew, "")), ["第1条|掲示する。", "第10条|縦覧に供する。", "第11条|閲覧させる。"]);
}

#[test]
fn deeper_levels_begin_anew_behind_a_higher_one() {
    let body =
        [(0, "次の者"), (2, "甲"), (2, "乙"), (0, "次の物"), (2, "丙")].map(|(level, text)| numbered(1, level, text));
    let body = format!("{}{}", paragraph("", "見本町掲示規則"), body.concat());
    assert_eq!(clauses(&docx(&body, &lists(""), "")), ["第1条|次の者\n(1)　甲\n(2)　乙", "第2条|次の物\n(1)　丙"]);
    let never = lists("").replace(
        "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"(%3)\"/>",
        "<w:numFmt w:val=\"decimal\"/><w:lvlRestart w:val=\"0\"/><w:lvlText w:val=\"(%3)\"/>",
    );
    assert_eq!(clauses(&docx(&body, &never, "")), ["第1条|次の者\n(1)　甲\n(2)　乙", "第2条|次の物\n(3)　丙"]);
}

#[test]
fn styles_give_lists_and_levels_each_for_itself() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"Jo\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"Go\"><w:basedOn w:val=\"Jo\"/><w:pPr><w:numPr><w:ilvl w:val=\"2\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"GoRed\"><w:basedOn w:val=\"Go\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"Plain\"><w:basedOn w:val=\"Jo\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>";
    let of = |style: &str, text: &str| paragraph(&format!("<w:pStyle w:val=\"{style}\"/>"), text);
    let body = [
        paragraph("", "見本町掲示規則"),
        of("Jo", "次のもの"),
        of("Go", "甲"),
        of("GoRed", "乙"),
        of("Plain", "を掲示する。"),
        of("Loop", "続き"),
        paragraph(
            "<w:pStyle w:val=\"Jo\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
            "縦覧に供する。",
        ),
    ];
    let read = clauses(&docx(&body.concat(), &lists(""), styles));
    assert_eq!(read, ["第1条|次のもの\n(1)　甲\n(2)　乙\nを掲示する。\n続き", "第2条|縦覧に供する。"]);
}

#[test]
fn a_level_names_the_style_that_stands_on_it() {
    let numbering = lists("").replace(
        "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"(%3)\"/>",
        "<w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Go\"/><w:lvlText w:val=\"(%3)\"/>",
    );
    let style = |id: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        )
    };
    let of = |style: &str, text: &str| paragraph(&format!("<w:pStyle w:val=\"{style}\"/>"), text);
    let body = [paragraph("", "見本町掲示規則"), of("Jo", "次のもの"), of("Go", "甲")].concat();
    assert_eq!(
        clauses(&docx(&body, &numbering, &format!("{}{}", style("Jo"), style("Go")))),
        ["第1条|次のもの\n(1)　甲"]
    );
}

#[test]
fn a_list_may_be_that_of_a_style_of_lists() {
    let numbering = "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"Zyo\"/></w:abstractNum>\
        <w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"Zyo\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"5\"/><w:numFmt w:val=\"japaneseCounting\"/><w:lvlText w:val=\"第%1条\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>";
    let body =
        [paragraph("", "見本町掲示規則"), numbered(1, 0, "掲示する。"), numbered(2, 0, "縦覧に供する。")].concat();
    assert_eq!(clauses(&docx(&body, numbering, "")), ["第五条|掲示する。", "第六条|縦覧に供する。"]);
}

#[test]
fn what_changes_took_away_neither_stands_nor_counts() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    let body = [
        paragraph("", "見本町掲示規則"),
        numbered(1, 0, "掲示する。"),
        // Deleted with its mark: it is no paragraph and takes no number.
        format!(
            "<w:p><w:pPr>{list}<w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del w:id=\"2\">{}</w:del></w:p>",
            "<w:r><w:delText>旧</w:delText></w:r>"
        ),
        format!(
            "<w:p><w:pPr>{list}<w:rPr><w:moveFrom w:id=\"3\"/></w:rPr></w:pPr><w:moveFrom w:id=\"4\">{}</w:moveFrom></w:p>",
            run("移る前")
        ),
        // Only its mark: it runs on.
        format!("<w:p><w:pPr>{list}<w:rPr><w:del w:id=\"5\"/></w:rPr></w:pPr>{}</w:p>", run("縦覧に")),
        format!("<w:p><w:pPr>{list}</w:pPr>{}<w:ins w:id=\"6\">{}</w:ins></w:p>", run("供"), run("する。")),
        format!(
            "<w:p><w:pPr>{list}<w:pPrChange w:id=\"7\"><w:pPr><w:numPr><w:ilvl w:val=\"2\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:moveTo w:id=\"8\">{}</w:moveTo></w:p>",
            run("閲覧させる。")
        ),
    ];
    assert_eq!(
        clauses(&docx(&body.concat(), &lists(""), "")),
        ["第1条|掲示する。", "第2条|縦覧に供する。", "第3条|閲覧させる。"]
    );
}

#[test]
fn characters_that_are_elements_are_read() {
    let body = "<w:p><w:r><w:t>第1条</w:t><w:tab/><w:t>様式第1</w:t><w:noBreakHyphen/><w:t>2号</w:t><w:softHyphen/><w:sym w:char=\"25A1\"/>\
        <m:oMath><m:r><m:t>甲×乙</m:t></m:r></m:oMath><mc:AlternateContent><mc:Choice Requires=\"w16\"><w:r><w:t>を</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>を</w:t></w:r></mc:Fallback></mc:AlternateContent><w16:t>無</w16:t></w:r><w:r><w:t>掲示する。</w:t></w:r></w:p>";
    assert_eq!(clauses(&docx(body, "", "")), ["第1条|様式第1-2号□甲×乙を掲示する。"]);
}

/// A table whose cells hold a text or several paragraphs, divided by 「/」.
fn table(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| {
        let paragraphs: String = text.split('/').map(|text| paragraph("", text)).collect();
        format!("<w:tc>{paragraphs}</w:tc>")
    };
    let row = |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

#[test]
fn a_list_in_a_table_is_read_by_rows_and_columns() {
    let body = paragraph("", "点検対象一覧")
        + &table(&[
            &["例規名", "条項", "条文", "所管課"],
            &["見本町水道条例", "第5条", "職員は、検査を行う。/ただし、急ぐときを除く。", "水道課"],
            &["", "第6条", "掲示する。", "水道課"],
        ]);
    let bytes = docx(&body, "", "");
    let reading = read_one("一覧.docx", &bytes);
    assert_eq!(codes(&reading), Vec::<&str>::new());
    let read: Vec<String> = reading
        .clauses
        .iter()
        .map(|clause| format!("{}|{}|{}|{}", clause.title, clause.article, clause.text, clause.department))
        .collect();
    assert_eq!(
        read,
        [
            "見本町水道条例|第5条|職員は、検査を行う。\nただし、急ぐときを除く。|水道課",
            "見本町水道条例|第6条|掲示する。|水道課"
        ]
    );
    assert!(shown(&open_simply("a.docx", &bytes).sheets[0]).contains("2: 例規名 | 条項 | 条文 | 所管課\n"));
}

#[test]
fn a_table_of_towns_is_a_table() {
    let bytes = docx(&table(&[&["団体名", "人口"], &["三郷町", "22,000"], &["平群町", "18,000"]]), "", "");
    assert_eq!(
        shown(&open_simply("towns.docx", &bytes).sheets[0]),
        "1: 団体名 | 人口\n2: 三郷町 | 22,000\n3: 平群町 | 18,000\n"
    );
}

#[test]
fn both_versions_of_a_comparison_are_read_apart() {
    let body = paragraph("", "見本町水道条例新旧対照表")
        + &table(&[
            &["改正後", "改正前"],
            &["（検査）/第5条　町長は、電磁的方法により検査する。", "（検査）/第5条　職員は、現地で検査する。"],
            &["第6条　公表する。", "第6条　役場の掲示場に掲示する。"],
        ]);
    let reading = read_one("対照表.docx", &docx(&body, "", ""));
    assert_eq!(codes(&reading), ["both_versions"]);
    let read: Vec<String> = reading
        .clauses
        .iter()
        .map(|clause| format!("{}|{}|{}", clause.place.sheet.as_deref().unwrap(), clause.article, clause.text))
        .collect();
    assert_eq!(
        read,
        [
            "改正後|第5条|町長は、電磁的方法により検査する。",
            "改正後|第6条|公表する。",
            "改正前|第5条|職員は、現地で検査する。",
            "改正前|第6条|役場の掲示場に掲示する。"
        ]
    );
}

#[test]
fn a_table_within_an_ordinance_stays_a_part_of_it() {
    let body = [
        paragraph("", "見本町手数料条例"),
        paragraph("", "第1条　手数料は、別表のとおりとする。"),
        paragraph("", "別表（第1条関係）"),
        table(&[&["区分", "内容", "金額"], &["閲覧", "台帳の閲覧", "300円"]]),
    ];
    let read = clauses(&docx(&body.concat(), "", ""));
    assert_eq!(read.len(), 2, "{read:?}");
    assert!(read[1].contains("閲覧　台帳の閲覧　300円"), "{read:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Paragraphs, numbered ones, and tables of one to three columns with several paragraphs in a cell.
    #[test]
    fn no_text_of_a_document_is_lost(blocks in prop::collection::vec((0_u8..4, 1_usize..4, 1_usize..4), 1..8)) {
        let mut count = 0;
        let mut text = || {
            count += 1;
            format!("町長は、文書その{count}を定める。")
        };
        let mut body = paragraph("", "見本町文書規程");
        for (kind, rows, columns) in blocks {
            body += &match kind {
                0 => paragraph("", &format!("第{rows}条　{}", text())),
                1 => numbered(1, u32::try_from(columns - 1).unwrap(), &text()),
                2 => paragraph("", &text()),
                _ => {
                    let cells: Vec<Vec<String>> =
                        (0..rows).map(|row| (0..columns).map(|_| (0..=row % 2).map(|_| text()).collect::<Vec<_>>().join("/")).collect()).collect();
                    let rows: Vec<Vec<&str>> = cells.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
                    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
                    table(&rows)
                }
            };
        }
        let reading = read_one("a.docx", &docx(&body, &lists(""), ""));
        let texts = reading.clauses.iter().flat_map(|clause| [clause.text.as_str(), &clause.caption, &clause.chapeau]);
        let all = texts.collect::<Vec<_>>().join("\n");
        for number in 1..=count {
            let text = format!("文書その{number}を定める。");
            prop_assert!(all.contains(&text) || !reading.notes.is_empty(), "{} is lost in {:?}", text, all);
        }
    }
}

#[test]
fn hidden_text_is_not_shown_and_is_told() {
    let run = |properties: &str, text: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>");
    for (properties, shown) in [
        ("<w:vanish/>", false),
        ("<w:vanish w:val=\"1\"/>", false),
        ("<w:b/><w:vanish/>", false),
        ("<w:vanish w:val=\"0\"/>", true),
        ("<w:vanish w:val=\"false\"/>", true),
        ("<w:strike/>", true),
    ] {
        let body = format!(
            "{}<w:p>{}{}</w:p>",
            paragraph("", "見本町要綱"),
            run("", "第1条　検査"),
            run(properties, "を隠す") + &run("", "する。")
        );
        let bytes = docx(&body, "", "");
        let text = if shown { "第1条|検査を隠すする。" } else { "第1条|検査する。" };
        assert_eq!(clauses(&bytes), [text], "{properties}");
        let told: &[&str] = if shown { &[] } else { &["beside"] };
        assert_eq!(codes(&read_one("a.docx", &bytes)), told, "{properties}");
    }
    // The mark of a paragraph that is hidden hides no text.
    let mark = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>第1条　検査する。</w:t></w:r></w:p>";
    assert_eq!(clauses(&docx(mark, "", "")), ["第1条|検査する。"]);
}
