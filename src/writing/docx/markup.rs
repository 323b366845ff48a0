//! The XML of a document.

use std::fmt::Write as _;

use super::{Block, Document, Look, Paragraph, Run, TwoColumns};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
/// A4, in twentieths of a point, and its margin.
const SHORT: u32 = 11_906;
const LONG: u32 = 16_838;
const MARGIN: u32 = 1_134;
/// 10.5 points, in half points.
const SIZE: u32 = 21;
/// The width of a character at that size, in twentieths of a point.
const CHARACTER: u32 = 210;

/// The files of the archive by name.
pub(super) fn files(document: &Document) -> [(&'static str, String); 7] {
    [
        ("[Content_Types].xml", content_types()),
        (
            "_rels/.rels",
            relations(&[("officeDocument", "word/document.xml"), ("extended-properties", "docProps/app.xml")]),
        ),
        (
            "docProps/app.xml",
            format!(
                "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>{}</Application></Properties>",
                escaped(&document.author)
            ),
        ),
        ("word/_rels/document.xml.rels", relations(&[("styles", "styles.xml"), ("footer", "footer1.xml")])),
        ("word/styles.xml", styles()),
        ("word/footer1.xml", footer()),
        ("word/document.xml", body(document)),
    ]
}

fn content_types() -> String {
    let part = |name: &str, kind: &str| {
        format!(
            "<Override PartName=\"{name}\" ContentType=\"application/vnd.openxmlformats-officedocument.{kind}+xml\"/>"
        )
    };
    [
        HEAD.to_owned(),
        format!("<Types xmlns=\"{PACKAGE}/content-types\">"),
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            .to_owned(),
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>".to_owned(),
        part("/word/document.xml", "wordprocessingml.document.main"),
        part("/word/styles.xml", "wordprocessingml.styles"),
        part("/word/footer1.xml", "wordprocessingml.footer"),
        part("/docProps/app.xml", "extended-properties"),
        "</Types>".to_owned(),
    ]
    .concat()
}

fn relations(targets: &[(&str, &str)]) -> String {
    let mut text = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (number, (kind, target)) in (1..).zip(targets) {
        let _ = write!(text, "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>");
    }
    text + "</Relationships>"
}

fn styles() -> String {
    format!(
        "{HEAD}<w:styles xmlns:w=\"{WORD}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"ＭＳ 明朝\" w:hAnsi=\"ＭＳ 明朝\" w:eastAsia=\"ＭＳ 明朝\" w:cs=\"ＭＳ 明朝\"/>\
         <w:sz w:val=\"{SIZE}\"/><w:szCs w:val=\"{SIZE}\"/><w:lang w:val=\"ja-JP\" w:eastAsia=\"ja-JP\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:line=\"320\" w:lineRule=\"atLeast\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style></w:styles>"
    )
}

fn footer() -> String {
    format!(
        "{HEAD}<w:ftr xmlns:w=\"{WORD}\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>\
         <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:ftr>"
    )
}

fn body(document: &Document) -> String {
    let mut text = format!("{HEAD}<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\"><w:body>");
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => self::paragraph(paragraph, &mut text),
            Block::Table(table) => self::table(table, line_length(document), &mut text),
            Block::PageBreak => text.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
        }
    }
    let (width, height, orient) =
        if document.landscape { (LONG, SHORT, " w:orient=\"landscape\"") } else { (SHORT, LONG, "") };
    let direction = if document.vertical { "<w:textDirection w:val=\"tbRl\"/>" } else { "" };
    let _ = write!(
        text,
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{orient}/>\
         <w:pgMar w:top=\"{MARGIN}\" w:right=\"{MARGIN}\" w:bottom=\"{MARGIN}\" w:left=\"{MARGIN}\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
         {direction}</w:sectPr></w:body></w:document>"
    );
    text
}

fn paragraph(paragraph: &Paragraph, text: &mut String) {
    text.push_str("<w:p>");
    match paragraph.look {
        Look::Text => {}
        Look::Title => {
            let _ = write!(text, "<w:pPr><w:ind w:left=\"{}\"/></w:pPr>", CHARACTER * 3);
        }
        Look::Hanging => {
            let _ = write!(text, "<w:pPr><w:ind w:left=\"{CHARACTER}\" w:hanging=\"{CHARACTER}\"/></w:pPr>");
        }
    }
    paragraph.runs.iter().for_each(|run| self::run(run, text));
    text.push_str("</w:p>");
}

fn run(run: &Run, text: &mut String) {
    let look = if run.underlined { "<w:rPr><w:u w:val=\"single\"/></w:rPr>" } else { "" };
    let _ = write!(text, "<w:r>{look}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(&run.text));
}

/// The length of a line; 縦書き runs down the page.
fn line_length(document: &Document) -> u32 {
    let long = document.landscape != document.vertical;
    if long { LONG - 2 * MARGIN } else { SHORT - 2 * MARGIN }
}

fn table(table: &TwoColumns, length: u32, text: &mut String) {
    let width = length / 2;
    let edge = |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
    let edges: String = ["top", "left", "bottom", "right", "insideH", "insideV"].into_iter().map(edge).collect();
    let _ = write!(
        text,
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr>\
         <w:tblGrid><w:gridCol w:w=\"{width}\"/><w:gridCol w:w=\"{width}\"/></w:tblGrid>",
        width * 2
    );
    let heads = table.heads.each_ref().map(|head| vec![Paragraph::plain(head.as_str(), Look::Text)]);
    row(&heads, width, true, text);
    table.rows.iter().for_each(|cells| row(cells, width, false, text));
    text.push_str("</w:tbl>");
}

fn row(cells: &[Vec<Paragraph>; 2], width: u32, head: bool, text: &mut String) {
    text.push_str(if head { "<w:tr><w:trPr><w:tblHeader/></w:trPr>" } else { "<w:tr>" });
    for cell in cells {
        let _ = write!(text, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
        if cell.is_empty() {
            text.push_str("<w:p/>");
        }
        for paragraph in cell {
            if head {
                text.push_str("<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>");
                paragraph.runs.iter().for_each(|run| self::run(run, text));
                text.push_str("</w:p>");
            } else {
                self::paragraph(paragraph, text);
            }
        }
        text.push_str("</w:tc>");
    }
    text.push_str("</w:tr>");
}

/// Text as XML text; characters that XML forbids are left out.
fn escaped(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => made.push_str("&amp;"),
            '<' => made.push_str("&lt;"),
            '>' => made.push_str("&gt;"),
            '"' => made.push_str("&quot;"),
            '\t' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}' => made.push(letter),
            _ => {}
        }
    }
    made
}
