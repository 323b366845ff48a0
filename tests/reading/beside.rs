//! No text of a file is lost without a note: a word is put into every place of every kind of file where a text can stand, and
//! must come back as a clause or be told.

use ichimai::reading::Reading;
use ichimai::reading::note::{Beside, Reason};

use crate::zip_bytes::zipped;
use crate::{golden, read_one};

const WORD: &str = "紛失";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn told(reading: &Reading) -> Vec<(Beside, u32)> {
    let beside = |reason: &Reason| match reason {
        Reason::Beside { beside, count } => Some((*beside, *count)),
        _ => None,
    };
    reading.notes.iter().filter_map(|note| beside(&note.reason)).collect()
}

fn relations(list: &[(&str, &str)]) -> String {
    let one = |(place, (kind, target)): (usize, &(&str, &str))| {
        format!(r#"<Relationship Id="r{place}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#)
    };
    format!("<Relationships>{}</Relationships>", list.iter().enumerate().map(one).collect::<String>())
}

fn package(parts: &[(&str, String)]) -> Vec<u8> {
    zipped(&parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect::<Vec<_>>())
}

/// A document whose body holds `body`, with a part of a kind beside it.
fn docx(body: &str, kind: &str, part: &str) -> Vec<u8> {
    package(&[
        ("_rels/.rels", relations(&[("officeDocument", "word/document.xml")])),
        (
            "word/document.xml",
            format!(
                r#"<w:document xmlns:w="w" xmlns:a="a"><w:body><w:p><w:r><w:t>第1条　町長は、書面を掲示する。</w:t></w:r></w:p>{body}</w:body></w:document>"#
            ),
        ),
        ("word/_rels/document.xml.rels", relations(&[(kind, "beside.xml")])),
        ("word/beside.xml", part.to_owned()),
    ])
}

/// A workbook of one sheet with `behind` after its cells and a part of a kind beside it, which names a chart.
fn xlsx(behind: &str, kind: &str, part: &str) -> Vec<u8> {
    let cell = |text: &str| format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#);
    let rows = format!("<row>{}</row><row>{}</row>", cell("本文"), cell("町長は、書面を掲示する。"));
    package(&[
        ("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", r#"<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r0"/></sheets></workbook>"#.to_owned()),
        ("xl/_rels/workbook.xml.rels", relations(&[("worksheet", "sheet1.xml")])),
        ("xl/sheet1.xml", format!("<worksheet><sheetData>{rows}</sheetData>{behind}</worksheet>")),
        ("xl/_rels/sheet1.xml.rels", relations(&[(kind, "beside.xml")])),
        ("xl/beside.xml", part.to_owned()),
        ("xl/_rels/beside.xml.rels", relations(&[("chart", "chart.xml")])),
        ("xl/chart.xml", r#"<c:chartSpace xmlns:c="c" xmlns:a="a"><c:f>Sheet1!A1</c:f><a:p><a:r><a:t> </a:t></a:r></a:p></c:chartSpace>"#.to_owned()),
    ])
}

const OPEN_DOCUMENT: &str =
    r#"xmlns:office="office" xmlns:table="table" xmlns:text="text" xmlns:draw="draw" xmlns:style="style""#;

fn content(in_cell: &str, in_table: &str, before: &str) -> String {
    format!(
        r#"<office:document {OPEN_DOCUMENT} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">{before}<office:body><office:spreadsheet><table:table table:name="a">{in_table}<table:table-row><table:table-cell><text:p>本文</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell>{in_cell}<text:p>町長は、書面を掲示する。</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>"#
    )
}

fn ods(in_cell: &str, in_table: &str, margins: &str) -> Vec<u8> {
    package(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned()),
        ("content.xml", content(in_cell, in_table, "")),
        ("styles.xml", format!("<office:styles {OPEN_DOCUMENT}>{margins}</office:styles>")),
    ])
}

fn spreadsheet_ml(in_cell: &str, behind: &str) -> Vec<u8> {
    let cell =
        |text: &str, more: &str| format!(r#"<Row><Cell><Data ss:Type="String">{text}</Data>{more}</Cell></Row>"#);
    format!(
        r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="x"><Worksheet ss:Name="a"><Table>{}{}</Table>{behind}</Worksheet></Workbook>"#,
        cell("本文", ""),
        cell("町長は、書面を掲示する。", in_cell)
    )
    .into_bytes()
}

fn word_paragraph() -> String {
    format!("<w:p><w:r><w:t>{WORD}</w:t></w:r></w:p>")
}

fn word_part(root: &str) -> String {
    format!(r#"<w:{root} xmlns:w="w">{}</w:{root}>"#, word_paragraph())
}

fn drawn() -> String {
    format!(
        r#"<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:col>3</xdr:col><a:p><a:r><a:t>{WORD}</a:t></a:r></a:p></xdr:wsDr>"#
    )
}

fn comment() -> String {
    format!(
        "<comments><commentList><comment ref=\"A1\"><text><r><t>{WORD}</t></r></text></comment></commentList></comments>"
    )
}

fn shape(text: &str) -> String {
    format!("<draw:frame><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>")
}

/// Name of the file, its bytes, and what is told; a text that is told as nothing must be read.
fn cases() -> Vec<(&'static str, Vec<u8>, Option<Beside>)> {
    let header = format!("<style:header><text:p>{WORD}<text:page-number>1</text:page-number></text:p></style:header>");
    let annotation = format!("<office:annotation><text:p>{WORD}</text:p></office:annotation>");
    let vml = format!(r#"<xml xmlns:v="v"><v:shape><v:textbox><div>{WORD}</div></v:textbox></v:shape></xml>"#);
    let coded = format!("<headerFooter><oddHeader>&amp;C&amp;\"MS 明朝,標準\"&amp;12{WORD}</oddHeader></headerFooter>");
    vec![
        ("a.docx", docx("", "footnotes", &word_part("footnotes")), Some(Beside::Note)),
        ("a.docx", docx("", "endnotes", &word_part("endnotes")), Some(Beside::Note)),
        ("a.docx", docx("", "comments", &word_part("comments")), Some(Beside::Comment)),
        ("a.docx", docx("", "header", &word_part("hdr")), Some(Beside::Margin)),
        ("a.docx", docx("", "footer", &word_part("ftr")), Some(Beside::Margin)),
        ("a.docx", docx("", "chart", &drawn()), Some(Beside::Shape)),
        ("a.docx", docx("", "diagramData", &drawn()), Some(Beside::Shape)),
        ("a.docx", docx("", "aFChunk", "<html/>"), Some(Beside::File)),
        ("a.docx", docx("", "package", "PK"), Some(Beside::File)),
        ("a.docx", docx(&word_paragraph(), "theme", ""), None),
        ("a.docx", docx(&format!("<w:p><w:r><w:txbxContent>{}</w:txbxContent></w:r></w:p>", word_paragraph()), "theme", ""), None),
        ("a.docx", docx(&format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", word_paragraph()), "theme", ""), None),
        ("a.docx", docx(&format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", word_paragraph()), "theme", ""), None),
        ("a.xlsx", xlsx("", "comments", &comment()), Some(Beside::Comment)),
        ("a.xlsx", xlsx("", "drawing", &drawn()), Some(Beside::Shape)),
        ("a.xlsx", xlsx("", "vmlDrawing", &vml), Some(Beside::Shape)),
        ("a.xlsx", xlsx(&coded, "theme", ""), Some(Beside::Margin)),
        ("a.xlsx", xlsx("", "oleObject", "PK"), Some(Beside::File)),
        ("a.ods", ods(&annotation, "", ""), Some(Beside::Comment)),
        ("a.ods", ods(&shape(WORD), "", ""), Some(Beside::Shape)),
        ("a.ods", ods("", &format!("<table:shapes>{}</table:shapes>", shape(WORD)), ""), Some(Beside::Shape)),
        ("a.ods", ods("", "", &header), Some(Beside::Margin)),
        ("a.fods", content("", "", &header).into_bytes(), Some(Beside::Margin)),
        ("a.fods", content(&annotation, "", "").into_bytes(), Some(Beside::Comment)),
        ("a.xml", spreadsheet_ml(&format!("<Comment><Data>{WORD}</Data></Comment>"), ""), Some(Beside::Comment)),
        ("a.xml", spreadsheet_ml("", &format!(r#"<PageSetup><Header x:Data="&amp;C{WORD}"/></PageSetup>"#)), Some(Beside::Margin)),
        (
            "a.html",
            format!("<body><p>{WORD}</p><table><tr><th>例規名<th>本文<tr><td>甲条例<td>町長は、書面を掲示する。</table></body>").into_bytes(),
            Some(Beside::Outside),
        ),
        ("f.xls", golden("inquiry/corpus/f_注記.xls"), Some(Beside::Comment)),
    ]
}

#[test]
fn a_text_in_any_place_is_read_or_told() {
    for (place, (name, bytes, beside)) in cases().into_iter().enumerate() {
        let reading = read_one(name, &bytes);
        let read = reading.clauses.iter().any(|clause| clause.text.contains(WORD));
        let kinds: Vec<Beside> = told(&reading).into_iter().map(|(kind, _)| kind).collect();
        assert!(!reading.clauses.is_empty(), "case {place}, {name}: {:?}", reading.notes);
        assert_eq!(kinds, beside.into_iter().collect::<Vec<_>>(), "case {place}, {name}: {:?}", reading.notes);
        assert_eq!(read, beside.is_none(), "case {place}, {name}");
    }
}

#[test]
fn what_programs_put_there_by_themselves_is_not_told() {
    let pages = "<w:ftr xmlns:w=\"w\"><w:p><w:r><w:t>- 1 / 2 ページ -</w:t></w:r></w:p></w:ftr>";
    let usual = "<style:header><text:p><text:sheet-name>???</text:sheet-name></text:p></style:header><style:footer><text:p>ページ <text:page-number>1</text:page-number></text:p></style:footer>";
    let off = format!("<style:header-left style:display=\"false\"><text:p>{WORD}</text:p></style:header-left>");
    let separator =
        "<w:footnotes xmlns:w=\"w\"><w:footnote><w:p><w:r><w:separator/></w:r></w:p></w:footnote></w:footnotes>";
    let blank = "<xml xmlns:v=\"v\" xmlns:x=\"x\"><v:shape><v:textbox><div></div></v:textbox><x:Anchor>1, 2</x:Anchor></v:shape></xml>";
    for (name, bytes) in [
        ("a.docx", docx("", "footer", pages)),
        ("a.docx", docx("", "footnotes", separator)),
        ("a.ods", ods("", "", usual)),
        ("a.ods", ods("", "", &off)),
        ("a.xlsx", xlsx("", "vmlDrawing", blank)),
        (
            "a.xlsx",
            xlsx(
                "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N ページ&amp;R&amp;D &amp;A</oddFooter></headerFooter>",
                "drawing",
                "<wsDr/>",
            ),
        ),
    ] {
        assert_eq!(told(&read_one(name, &bytes)), [], "{name}");
    }
}
