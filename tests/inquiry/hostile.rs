//! Sheets that were changed on the way, each with what must be read: nothing wrong is taken silently, nothing is lost.

use ichimai::inquiry::answer::{FileAnswers, holds_answers, read};
use ichimai::inquiry::{Column, Item};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

use crate::answers::sent;

const HEADS: [&str; 14] = [
    "照会番号",
    "例規名",
    "条項",
    "見出し",
    "条文",
    "規制区分",
    "抽出の理由",
    "デジタル手段",
    "判定",
    "見直し要否",
    "見直し方針",
    "見直し時期",
    "根拠法令",
    "備考",
];

fn item(place: usize) -> Item {
    sent().items()[place].clone()
}

/// A row as it was sent, with what was typed.
fn row(place: usize, typed: &[&str]) -> Vec<String> {
    let item = item(place);
    let mut cells = vec![item.number.to_string(), item.title, item.article, item.caption, item.text, item.category];
    cells.extend([item.reason, item.digital]);
    cells.extend(typed.iter().map(|typed| (*typed).to_owned()));
    cells.resize(HEADS.len(), String::new());
    cells
}

fn heads() -> Vec<String> {
    HEADS.map(str::to_owned).to_vec()
}

fn csv(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(",") + "\r\n";
    rows.iter().map(line).collect()
}

fn lay(sheet: &mut Worksheet, rows: &[Vec<String>]) {
    for (line, row) in rows.iter().enumerate() {
        for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.write(u32::try_from(line).unwrap(), u16::try_from(column).unwrap(), text).unwrap();
        }
    }
}

/// A workbook of one sheet, with what else is done to it.
fn book(rows: &[Vec<String>], change: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("照会票").unwrap();
    lay(sheet, rows);
    change(sheet);
    book.save_to_buffer().unwrap()
}

/// What was read, in a line for each row, word, unknown row and conflict.
fn told(file: &FileAnswers) -> String {
    let mut lines: Vec<String> = Vec::new();
    for row in &file.rows {
        let values: Vec<String> = Column::ALL
            .iter()
            .filter_map(|column| row.given.get(column))
            .map(|given| given.value.written() + if given.confirm { "*" } else { "" })
            .collect();
        lines.push(format!("{} {:?} {}", row.row, row.state, values.join(" ")).trim_end().to_owned());
    }
    lines.extend(file.not_understood.iter().map(|word| format!("? {} {}", word.cell, word.typed)));
    lines.extend(file.unknown.iter().map(|row| {
        let proposal = row.proposal.map_or_else(|| "-".to_owned(), |number| number.to_string());
        format!("unknown {} {:?} {proposal}", row.row, row.why)
    }));
    lines.extend(
        file.conflicts.iter().map(|conflict| format!("conflict {} {}", conflict.number, conflict.column.name())),
    );
    lines.join("\n")
}

fn check(name: &str, bytes: &[u8], expected: &str) {
    let file = read(name, bytes, &sent());
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(told(&file), expected.join("\n"), "{name}: {:?}", file.error);
}

#[test]
fn a_column_of_former_answers_is_none_to_fill_in() {
    for noted in ["判定（前回）", "判定【旧】", "判定\n(昨年度)", "判定（記入例）"] {
        let with = |mut cells: Vec<String>, further: &str| {
            cells.insert(8, further.to_owned());
            cells
        };
        let rows = [with(heads(), noted), with(row(0, &["非該当"]), "該当"), with(row(1, &[""]), "該当")];
        let expected = "2 Answered 非該当\n3 Unclear\n? I3 該当";
        check("前回の列.csv", csv(&rows).as_bytes(), expected);
    }
    let mut noted = heads();
    noted[11] = "見直し時期（例：令和9年3月）".to_owned();
    let rows = [noted, row(0, &["該当", "要", "条例改正", "R9.3"])];
    check("見出しの例.csv", csv(&rows).as_bytes(), "2 Answered 該当 要 条例改正 2027-03");
}

#[test]
fn choices_in_columns_of_their_own_are_told_and_not_taken() {
    let mut ticks = heads();
    ticks.splice(8..9, ["該当", "非該当", "要確認"].map(str::to_owned));
    let tick = |place: usize, at: usize| {
        let mut cells = row(place, &[]);
        cells.splice(8..9, ["", "", ""].map(str::to_owned));
        "○".clone_into(&mut cells[8 + at]);
        cells
    };
    let expected = "2 Unclear\n3 Unclear\n? I2 ○\n? K3 ○";
    check("三つの列.csv", csv(&[ticks, tick(0, 0), tick(1, 2)]).as_bytes(), expected);
    let mut renamed = heads();
    renamed[8] = "課としての考え".to_owned();
    let rows = [renamed, row(0, &["該当", "要"]), row(1, &["どちらとも", "否"])];
    check("知らない見出し.csv", csv(&rows).as_bytes(), "2 Unclear 要\n3 Partial 否\n? I2 該当");
}

#[test]
fn without_its_numbers_a_sheet_is_only_proposed() {
    let cut = |cells: Vec<String>| cells[1..].to_vec();
    let rows = [cut(heads()), cut(row(0, &["該当"])), cut(row(1, &["非該当"]))];
    let expected = "unknown 2 Blank K7Q-204-M\nunknown 3 Blank K7Q-209-K";
    check("番号の列なし.csv", csv(&rows).as_bytes(), expected);
    let other = [vec!["例規名".to_owned(), "判定".to_owned()], vec!["ほかの町の条例".to_owned(), "該当".to_owned()]];
    check("ほかの町.csv", csv(&other).as_bytes(), "");
}

#[test]
fn tables_below_each_other_are_each_read_by_their_own_headings() {
    let turned = |cells: &[String]| {
        let mut cells = cells.to_vec();
        cells.swap(8, 9);
        cells.swap(0, 1);
        cells
    };
    let rows = [
        heads(),
        row(0, &["該当", "要", "条例改正", "令和9年3月"]),
        vec!["建設課分".to_owned()],
        turned(&heads()),
        turned(&row(1, &["非該当", "否"])),
        turned(&row(2, &["○", "○"])),
    ];
    let expected = "2 Answered 該当 要 条例改正 2027-03\n5 Answered 非該当 否\n6 Answered 該当 要*";
    check("二つの表.csv", csv(&rows).as_bytes(), expected);
    check("二つの表.xlsx", &book(&rows, |_| {}), expected);
}

#[test]
fn tables_side_by_side_give_no_answer_to_the_wrong_number() {
    let beside = |left: Vec<String>, right: Vec<String>| [left, right].concat();
    let rows = [
        beside(heads(), heads()),
        beside(row(0, &["該当"]), row(3, &["非該当"])),
        beside(row(1, &[]), row(4, &["非該当"])),
        beside(row(2, &["要確認"]), Vec::new()),
    ];
    let file = read("横に並べた.csv", csv(&rows).as_bytes(), &sent());
    let expected = "4 Answered 要確認\n? I2 該当\n? W2 非該当\nunknown 2 Two K7Q-204-M\nunknown 3 Two K7Q-209-K";
    let told: Vec<String> =
        told(&file).lines().filter(|line| !line.starts_with("? ") || line.contains('2')).map(str::to_owned).collect();
    assert_eq!(told.join("\n"), expected);
}

#[test]
fn words_that_say_two_things_or_something_else_are_listed() {
    let typed = [
        "該当→非該当",
        "○⇒×",
        "1.該当",
        "①該当",
        "該当？",
        "該当or非該当",
        "済",
        "未",
        "◎",
        "TRUE",
        "1",
        "yes",
        "該当(○)(×)",
        "該当　非該当",
        "非該当ではない",
        "該当しないとは言えない",
        "要検討",
        "原則該当",
        "該当※",
        "―該当",
    ];
    let rows: Vec<Vec<String>> =
        std::iter::once(heads()).chain(typed.iter().enumerate().map(|(place, typed)| row(place, &[typed]))).collect();
    let file = read("ことば.csv", csv(&rows).as_bytes(), &sent());
    let listed: Vec<&str> = file.not_understood.iter().map(|word| word.typed.as_str()).collect();
    assert_eq!(listed, typed);
    assert!(file.rows.iter().all(|row| row.given.is_empty()), "{}", told(&file));
}

#[test]
fn times_are_taken_only_where_they_say_one() {
    let cases = [
        ("2027.1", "2027-01*"),
        ("2027.10", "2027-10"),
        ("2027.01", "2027-01"),
        ("R9.1", "2027-01"),
        ("令和９年３月末日まで", "2027-03*"),
        ("令和8年度末", "2027-03*"),
        ("来年度末", "2028-03*"),
        ("令和9年3月議会", "2027-03*"),
        ("12月議会", "2026-12*"),
        ("令和九年三月", "2027-03"),
        ("令和9年度中（予定）", "FY2027*"),
        ("R９．３", "2027-03"),
        ("2027/03/31 00:00:00", "2027-03"),
        ("未定", "未定"),
        ("R9.13", "?"),
        ("R9.3～R9.6", "?"),
        ("令和9・10年度", "?"),
        ("令和9年第1回定例会", "?"),
        ("9/3", "?"),
        ("来年", "?"),
        ("3か月以内", "?"),
        ("法改正後", "?"),
        ("令和9年3月又は6月", "?"),
        ("今年度中又は来年度", "?"),
    ];
    for (typed, expected) in cases {
        let rows = [heads(), row(0, &["該当", "要", "条例改正", typed])];
        let read = read("時期.csv", csv(&rows).as_bytes(), &sent());
        let given = read.rows[0].given.get(&Column::Time);
        let told = given.map_or("?".to_owned(), |given| given.value.written() + if given.confirm { "*" } else { "" });
        assert_eq!(told, expected, "{typed}");
        assert_eq!(given.is_none(), read.not_understood.iter().any(|word| word.typed == typed), "{typed}");
    }
}

#[test]
fn other_programs_dress_the_same_rows() {
    let rows = [heads(), row(0, &["該当", "要", "条例改正", "令和9年3月"]), row(1, &["×", "不要"])];
    let expected = "2 Answered 該当 要 条例改正 2027-03\n3 Answered 非該当 否";
    let tabs: String = rows.iter().map(|row| row.join("\t") + "\r\n").collect();
    let wide: Vec<u8> = std::iter::once(0xfeff_u16).chain(tabs.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let line = |row: &[String], [before, between, behind]: [&str; 3]| before.to_owned() + &row.join(between) + behind;
    let html: Vec<String> = rows.iter().map(|row| line(row, ["<tr><td>", "</td><td>", "</td></tr>"])).collect();
    let html =
        format!("<html><head><meta charset=\"utf-8\"></head><body><table>{}</table></body></html>", html.concat());
    let data = [
        "<Row><Cell><Data ss:Type=\"String\">",
        "</Data></Cell><Cell><Data ss:Type=\"String\">",
        "</Data></Cell></Row>",
    ];
    let xml: Vec<String> = rows.iter().map(|row| line(row, data)).collect();
    let xml = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"照会票\"><Table>{}</Table></Worksheet></Workbook>",
        xml.concat()
    );
    let (shift_jis, ..) = encoding_rs::SHIFT_JIS.encode(&tabs);
    let protected = book(&rows, |sheet| {
        sheet.protect();
    });
    for (name, bytes) in [
        ("ユニコード.txt", wide),
        ("シフトJIS.tsv", shift_jis.into_owned()),
        ("グループウェア.xls", html.into_bytes()),
        ("表計算2003.xml", xml.into_bytes()),
        ("保護.xlsx", protected),
    ] {
        assert!(holds_answers(name, &bytes), "{name}");
        check(name, &bytes, expected);
    }
}

#[test]
fn cells_of_a_workbook_say_what_is_shown() {
    let rows = [heads(), row(0, &[]), row(1, &[]), row(2, &[]), row(3, &[])];
    let era = Format::new().set_num_format("[$-411]ge.m.d");
    let month = Format::new().set_num_format("m\"月\"");
    let bytes = book(&rows, |sheet| {
        let day = |year, month, day| rust_xlsxwriter::ExcelDateTime::from_ymd(year, month, day).unwrap();
        sheet.write_formula(1, 8, Formula::new("\"該\"&\"当\"").set_result("該当")).unwrap();
        sheet.write_boolean(2, 8, true).unwrap();
        sheet.write_number(3, 11, 2027.1).unwrap();
        sheet.write_datetime_with_format(1, 11, day(2027, 3, 31), &era).unwrap();
        sheet.write_datetime_with_format(2, 11, day(2026, 9, 3), &month).unwrap();
        sheet.write_number(4, 11, 46_477).unwrap();
    });
    let expected = "2 Answered 該当 2027-03\n3 Unclear 2026-09*\n4 Partial 2027-01*\n5 Partial 2027-03*\n? I3 TRUE";
    check("セル.xlsx", &bytes, expected);
}

#[test]
fn a_hidden_copy_and_a_split_row_show_where_they_differ() {
    let mut book = Workbook::new();
    lay(book.add_worksheet().set_name("照会票").unwrap(), &[heads(), row(0, &["非該当"]), row(1, &["該当"])]);
    let copy = book.add_worksheet().set_name("照会票 (2)").unwrap();
    lay(copy, &[heads(), row(0, &["該当"]), row(1, &["該当"])]);
    copy.set_hidden(true);
    let expected = "2 Answered 非該当\n3 Answered 該当\n2 Answered 該当\n3 Answered 該当\nconflict K7Q-204-M 判定";
    check("控えのシート.xlsx", &book.save_to_buffer().unwrap(), expected);
    let mut split = row(0, &["該当"]);
    split[2] = "第6条第3項".to_owned();
    let rows = [heads(), row(0, &["非該当"]), split];
    let file = read("行を分けた.csv", csv(&rows).as_bytes(), &sent());
    assert_eq!(told(&file), "2 Answered 非該当\n3 Answered 該当\nconflict K7Q-204-M 判定");
    assert_eq!(file.altered.len(), 1);
}

#[test]
fn where_only_some_columns_were_sorted_everything_is_looked_at() {
    let mut rows = vec![heads(), row(0, &["該当"]), row(1, &["非該当"]), row(2, &["要確認"])];
    let (first, last) = (rows[1][0].clone(), rows[3][0].clone());
    rows[1][0] = last;
    rows[3][0] = first;
    check("一部の並べ替え.csv", csv(&rows).as_bytes(), "2 Answered 該当*\n3 Answered 非該当\n4 Answered 要確認*");
}

#[test]
fn numbers_as_people_write_them_and_what_stands_behind_them() {
    let cases = [
        ("Ｋ７Ｑ－２０４－Ｍ", "2 Answered 該当"),
        ("k7q‑204‑m", "2 Answered 該当"),
        ("K7Q-204-M（再）", "2 Answered 該当"),
        ("'K7Q-204-M", "unknown 2 Form K7Q-204-M"),
        ("K7Q-204-M ★", "unknown 2 Form K7Q-204-M"),
        ("K7Q-204", "unknown 2 Form K7Q-204-M"),
        ("K7Q-240-M", "unknown 2 Check K7Q-204-M"),
        ("K7Q204", "unknown 2 Form K7Q-204-M"),
        ("No.1", "unknown 2 Form K7Q-204-M"),
    ];
    for (typed, expected) in cases {
        let mut first = row(0, &["該当"]);
        typed.clone_into(&mut first[0]);
        let rows = [heads(), first, row(1, &[])];
        check(
            "番号.csv",
            csv(&rows).as_bytes(),
            &format!("{}\n{}", "3 Unanswered", expected)
                .replace("3 Unanswered\n2 Answered 該当", "2 Answered 該当\n3 Unanswered"),
        );
    }
}
