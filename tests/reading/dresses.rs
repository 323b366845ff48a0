//! A list in any dress reads to the same rows: CSV in every character set, TSV, HTML, `SpreadsheetML`, flat ODS.

use ichimai::reading::charset::Charset;
use ichimai::reading::detect::{Kind, detect};
use ichimai::reading::limits::Limits;
use ichimai::reading::progress::unwatched;
use ichimai::reading::table::open_simply;
use ichimai::reading::{Choices, FileChoice, GivenFile, Reading, read};
use proptest::prelude::*;

use crate::charsets::{FORMS, encoded};
use crate::{codes, golden, read_one};

type Rows = Vec<Vec<String>>;

fn csv(rows: &Rows) -> String {
    let quoted = |cell: &String| {
        if cell.contains([',', '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n").collect()
}

fn escaped(cell: &str) -> String {
    cell.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Rows written with a tag around each cell and each row.
fn marked_up(rows: &Rows, row: (&str, &str), cell: (&str, &str), line_break: &str) -> String {
    let cells = |cells: &Vec<String>| -> String {
        cells.iter().map(|text| [cell.0, &escaped(text).replace('\n', line_break), cell.1].concat()).collect()
    };
    rows.iter().map(|cells_of| [row.0, &cells(cells_of), row.1].concat()).collect()
}

fn html(rows: &Rows) -> String {
    let body = marked_up(rows, ("<tr>\n", "</tr>\n"), ("<td>", "</td>\n"), "<br>\n");
    format!("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body><table>\n{body}</table></body></html>")
}

fn spreadsheet_ml(rows: &Rows) -> String {
    let body = marked_up(rows, ("<Row>", "</Row>"), ("<Cell><Data ss:Type=\"String\">", "</Data></Cell>"), "&#10;");
    format!(
        "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"一覧\"><Table>{body}</Table></Worksheet></Workbook>"
    )
}

fn flat_ods(rows: &Rows) -> String {
    let body = marked_up(
        rows,
        ("<table:table-row>", "</table:table-row>"),
        ("<table:table-cell office:value-type=\"string\"><text:p>", "</text:p></table:table-cell>"),
        "</text:p><text:p>",
    );
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body><office:spreadsheet><table:table table:name=\"一覧\">{body}</table:table></office:spreadsheet></office:body></office:document>"
    )
}

/// Every dress of the rows: a name and its bytes.
fn dresses(rows: &Rows) -> Vec<(String, Vec<u8>)> {
    let mut dressed = Vec::new();
    for (charset, marked) in FORMS {
        dressed.push((format!("{charset:?}{marked}.csv"), encoded(&csv(rows), charset, marked)));
        dressed.push((format!("{charset:?}{marked}.xls"), encoded(&html(rows), charset, marked)));
    }
    for name in ["a.xls", "a.xml", "a"] {
        dressed.push((name.to_owned(), spreadsheet_ml(rows).into_bytes()));
    }
    dressed.push(("a.fods".to_owned(), flat_ods(rows).into_bytes()));
    dressed.push(("a.xml".to_owned(), flat_ods(rows).into_bytes()));
    dressed.push(("a.html".to_owned(), html(rows).into_bytes()));
    dressed
}

fn texts(reading: &Reading) -> Vec<[String; 3]> {
    let told =
        |clause: &ichimai::clause::Clause| [clause.title.to_string(), clause.article.clone(), clause.text.clone()];
    reading.clauses.iter().map(told).collect()
}

/// Letters whose second byte in `Shift_JIS` is that of `{`, `[`, `|`, `~` or `\`, which a header may begin with.
const TRAPS: &str = "本施府養ボ＋ＺА縦旋俎支拶蒔辞耗猫蓮婁浬転諭稟兌喀ソ能表十貼";

fn header() -> impl Strategy<Value = Vec<String>> {
    let first = prop::sample::select(TRAPS.chars().collect::<Vec<char>>());
    first.prop_map(|letter| ["例規名", "条項", "本文", &format!("{letter}欄")].map(str::to_owned).to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_list_reads_alike_in_every_dress(
        header in header(),
        turn in 0_usize..4,
        sentences in prop::collection::vec("[町長住民窓口書面検査閲覧掲示対]{4,12}は、[A-Za-z0-9<>&\" ]{0,4}[本施府養検査縦覧掲示目視]{2,8}する。(\n２　[検査縦覧掲示]{2,6}する。)?", 2..6),
    ) {
        let mut rows: Rows = vec![header];
        for (number, sentence) in (1..).zip(&sentences) {
            let sentence = sentence.replace("  ", " ").replace("  ", " ").trim().to_owned();
            rows.push(vec!["三郷町文書条例".to_owned(), format!("第{number}条"), sentence, "備考".to_owned()]);
        }
        for row in &mut rows {
            row.rotate_left(turn);
        }
        let expected = texts(&read_one("a.csv", csv(&rows).as_bytes()));
        prop_assert_eq!(expected.len(), sentences.len());
        for (name, bytes) in dresses(&rows) {
            let reading = read_one(&name, &bytes);
            prop_assert_eq!(&texts(&reading), &expected, "{}", name);
            prop_assert_eq!(codes(&reading), Vec::<&str>::new(), "{}", name);
        }
    }
}

#[test]
fn a_whole_list_of_a_city_reads_alike_in_every_dress() {
    let table = open_simply("city.csv", &golden("city_ordinances.csv"));
    let rows: Rows = table.sheets[0].rows.iter().take(1_500).map(|row| row.cells.clone()).collect();
    let expected = texts(&read_one("a.csv", csv(&rows).as_bytes()));
    for (name, bytes) in dresses(&rows) {
        assert_eq!(texts(&read_one(&name, &bytes)), expected, "{name}");
    }
}

#[test]
fn a_label_that_lies_is_not_believed() {
    let body = "<body><p>三郷町文書条例</p><p>第１条　町長は、書面により検査する。</p><p>第２条　申請者は、窓口に出頭する。</p></body></html>";
    for label in [
        "utf-8",
        "utf-16",
        "utf-16le",
        "utf-16be",
        "shift_jis",
        "euc-jp",
        "iso-2022-jp",
        "iso-8859-1",
        "windows-1252",
        "gb2312",
    ] {
        for tag in [
            format!("<meta charset=\"{label}\">"),
            format!("<meta http-equiv=\"Content-Type\" content=\"text/html; charset={label}\">"),
        ] {
            let page = format!("<html><head>{tag}</head>{body}");
            for charset in Charset::ALL {
                let reading = read_one("a.html", &encoded(&page, charset, false));
                assert_eq!(reading.account.files[0].charset, Some(charset), "{charset:?} told to be {label}");
                assert_eq!(reading.clauses.len(), 2, "{charset:?} told to be {label}");
                assert_eq!(&*reading.clauses[0].title, "三郷町文書条例");
            }
        }
    }
}

#[test]
fn utf_8_with_a_few_broken_bytes_stays_utf_8() {
    let text = "例規名,条項,本文\n三郷町文書条例,第1条,書面により検査する。\n";
    for at in 0..text.len() {
        for damage in [b"\xFF".as_slice(), b"\x82", b""] {
            let mut bytes = text.as_bytes().to_vec();
            bytes.splice(at..=at, damage.iter().copied());
            let table = open_simply("a.csv", &bytes);
            assert_eq!(table.charset.map(|guess| guess.charset), Some(Charset::Utf8), "{at} {damage:?}");
        }
    }
}

#[test]
fn short_texts_without_a_mark_are_known_in_utf_16() {
    let clauses = read_one("city.csv", &golden("city_ordinances.csv")).clauses;
    for clause in clauses.iter().step_by(37) {
        let text = format!("{}\n{}　{}\n", clause.title, clause.article, clause.text);
        for charset in [Charset::Utf16Le, Charset::Utf16Be] {
            let reading = read_one("a.txt", &encoded(&text, charset, false));
            assert_eq!(reading.account.files[0].charset, Some(charset), "{text}");
            assert_eq!(reading.clauses.len(), read_one("a.txt", text.as_bytes()).clauses.len(), "{text}");
        }
    }
}

/// Clauses and notes of a file read as the officer chose.
fn chosen(name: &str, bytes: &[u8], as_table: bool) -> Reading {
    let choice = FileChoice { as_table: Some(as_table), ..FileChoice::default() };
    let choices = Choices::from([(name.to_owned(), choice)]);
    let reading = read(&[GivenFile { name, bytes }], &choices, &Limits::default(), &mut unwatched);
    assert!(reading.account.adds_up(), "{name}");
    reading
}

#[test]
fn the_choice_between_table_and_ordinance_always_has_an_effect() {
    let rows: Rows =
        [["例規名", "条項", "本文"], ["甲条例", "第1条", "書面で検査する。"], ["甲条例", "第2条", "掲示する。"]]
            .map(|row| row.map(str::to_owned).to_vec())
            .to_vec();
    for (name, bytes) in dresses(&rows) {
        let (table, text) = (chosen(&name, &bytes, true), chosen(&name, &bytes, false));
        assert_eq!(table.clauses.len(), 2, "{name}");
        assert_ne!(texts(&table), texts(&text), "{name}");
        assert!(codes(&text).contains(&"undivided"), "{name}: {:?}", text.notes);
    }
    for name in ["list.xlsx", "list.xls", "list.ods"] {
        assert_ne!(texts(&chosen(name, &golden(name), true)), texts(&chosen(name, &golden(name), false)), "{name}");
    }
    let lines = "甲条例\n第1条　書面で、検査する。\n第2条　掲示、閲覧する。\n";
    assert_eq!(chosen("a.csv", lines.as_bytes(), false).clauses.len(), 2);
    assert_eq!(chosen("a.xlsx", &golden("office_list.xlsx"), true).clauses.len(), 240);
}

#[test]
fn what_a_text_is_is_told_from_all_of_it() {
    let cases: [(&str, &str, Kind); 16] = [
        ("a.txt", "<A4判>の用紙\n第1条　甲とする。", Kind::Text),
        ("a.txt", "（用紙）<A4判>とする。", Kind::Text),
        ("a.csv", "<b>例規名</b>,本文", Kind::Delimited),
        ("a.txt", "<html><body>甲", Kind::Html),
        ("a", "<!DOCTYPE html><title>甲", Kind::Html),
        ("a.xls", "<table><tr><td>甲", Kind::Html),
        ("a.txt", "<?xml version=\"1.0\"?><Law>", Kind::Xml),
        ("a", "<Law Era=\"Showa\"><LawNum>甲</LawNum></Law>", Kind::Xml),
        ("a.txt", "{\"text\":\"甲\"}", Kind::JsonLines),
        ("a.txt", " {\n \"text\": \"甲\"\n}", Kind::JsonLines),
        ("a.json", "[{\"text\":\"甲\"}]", Kind::JsonLines),
        ("a.txt", "{甲}を\"乙\"とする。", Kind::Text),
        ("a.txt", "[甲]\"乙\"", Kind::Text),
        ("a.txt", "本文\"甲\"{乙}", Kind::Text),
        (
            "a.fods",
            "<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">",
            Kind::XmlSheet,
        ),
        ("a.txt", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"a\"\n\n--a\n", Kind::Html),
    ];
    for (name, text, kind) in cases {
        for charset in Charset::ALL {
            assert_eq!(detect(name, &encoded(text, charset, false)), kind, "{name} {charset:?} {text}");
        }
    }
}

#[test]
fn an_array_of_objects_is_read_as_its_lines_are() {
    let reading =
        read_one("a.json", "[\n {\"id\": 1, \"text\": \"甲\"},\n {\"text\": \"\"},\n {\"text\": \"乙\"}\n]".as_bytes());
    assert_eq!(
        reading.clauses.iter().map(|clause| (clause.place.row, &*clause.text)).collect::<Vec<_>>(),
        [(Some(1), "甲"), (Some(3), "乙")]
    );
    assert_eq!(codes(&reading), ["no_text_in_row"]);
}

#[test]
fn cells_of_pages_and_sheets_stand_where_they_are_seen() {
    let page = "<table><tr><th>例規名<th>条<th>本文<tr><td rowspan=2>甲条例<td>第1条<td>掲示する。<tr><td>第2条<td>検査<ruby>縦覧<rt>じゅうらん</rt></ruby>&nbsp;する。<tr><td colspan=2>乙条例<td>閲覧する。</table>";
    let expected =
        [["甲条例", "第1条", "掲示する。"], ["甲条例", "第2条", "検査縦覧 する。"], ["乙条例", "", "閲覧する。"]];
    assert_eq!(texts(&read_one("a.xls", page.as_bytes())), expected.map(|row| row.map(str::to_owned)));
    let sheet = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"s\"><Styles><Style ss:ID=\"s1\"><NumberFormat ss:Format=\"000000\"/></Style></Styles><Worksheet ss:Name=\"一覧\"><Table><Row ss:Index=\"3\"><Cell><Data ss:Type=\"String\">団体コード</Data></Cell><Cell ss:Index=\"3\"><Data ss:Type=\"String\">日</Data><Comment><ss:Data>注</ss:Data></Comment></Cell></Row><Row><Cell ss:StyleID=\"s1\"><Data ss:Type=\"Number\">11002</Data></Cell><Cell ss:Index=\"3\"><Data ss:Type=\"DateTime\">2024-04-01T00:00:00.000</Data></Cell></Row></Table></Worksheet><Worksheet ss:Name=\"隠\"><Table/><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>";
    let table = open_simply("a.xml", sheet.as_bytes());
    assert_eq!(crate::shown(&table.sheets[0]), "3: 団体コード |  | 日\n4: 011002 |  | 2024-04-01\n");
    assert!(table.sheets[1].hidden);
    let cut = open_simply("a.xml", sheet.split_once("</Table>").unwrap().0.as_bytes());
    assert_eq!(cut.notes.iter().map(|note| note.reason.code()).collect::<Vec<_>>(), ["beside", "damaged"]);
}

#[test]
fn an_ordinance_with_tables_is_no_list() {
    let page = "<p>甲条例</p><p>第1条　使用料は、別表のとおりとする。</p><p>別表（第1条関係）</p><table><tr><th>名称</th><th>内容</th></tr><tr><td>会議室</td><td>500円</td></tr></table>";
    assert_eq!(read_one("a.html", page.as_bytes()).clauses.len(), 2);
}
