//! The sheet 照会票 itself.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Format, Worksheet, XlsxError};

use super::Line;
use super::form::{A4, Formats, height};
use super::texts::{CONFIRMED, Text, offered};

/// The row of the headings, 0-based: title, deadline and the block of who answers stand above.
const HEADER: u32 = 4;

/// Headings with their width in characters and whether they are to fill in. At 9 points they are as wide as the paper.
const COLUMNS: [(&str, f64, bool); 15] = [
    ("照会番号", 9.5, false),
    ("例規名", 12.0, false),
    ("条項", 7.0, false),
    ("見出し", 7.5, false),
    ("条文", 29.0, false),
    ("規制区分", 5.0, false),
    ("抽出の理由", 9.5, false),
    ("デジタル手段", 5.0, false),
    ("判定▼", 6.5, true),
    ("見直し要否▼", 5.5, true),
    ("見直し方針▼", 9.5, true),
    ("見直し時期", 7.5, true),
    ("根拠法令", 7.5, true),
    ("備考", 9.5, true),
    ("正しい所管課", 6.5, true),
];
/// 所管課, behind 照会番号, in a book for all sections; 条文 gives the room.
const SECTION: (&str, f64, bool) = ("所管課", 7.0, false);
/// The place of 条文 without it.
const TEXT: u16 = 4;
/// The first column to fill in without it.
const FIRST: u16 = 8;
/// The block of who answers: label and the columns that its cell covers.
const BLOCK: [(&str, (u16, u16)); 5] =
    [("回答課", (1, 1)), ("回答者", (3, 3)), ("内線", (6, 6)), ("回答日", (9, 10)), ("所属長の確認", (12, 12))];

/// The columns of a book, for one section or for all.
fn columns(together: bool) -> Vec<(&'static str, f64, bool)> {
    let mut columns = COLUMNS.to_vec();
    if together {
        columns.insert(1, SECTION);
        if let Some(text) = columns.get_mut(usize::from(TEXT) + 1) {
            text.1 -= SECTION.1;
        }
    }
    columns
}

pub(super) fn write(sheet: &mut Worksheet, text: &Text<'_>, lines: &[Line<'_>]) -> Result<(), XlsxError> {
    let formats = Formats::new();
    let columns = columns(text.together);
    sheet.set_name("照会票")?;
    head(sheet, text, &formats)?;
    for (place, (heading, width, fill_in)) in (0_u16..).zip(&columns) {
        let format = if *fill_in { &formats.head_fill_in } else { &formats.head };
        sheet.write_string_with_format(HEADER, place, *heading, format)?;
        sheet.set_column_width(place, *width)?;
    }
    sheet.set_row_height(HEADER, height(columns.iter().map(|(heading, width, _)| (*heading, *width))))?;
    let mut last = HEADER;
    for line in lines {
        last += 1;
        row(sheet, last, line, &columns, &formats)?;
    }
    lists(sheet, FIRST + u16::from(text.together), last.max(HEADER + 1))?;
    page(sheet, text, columns.len(), last)
}

fn head(sheet: &mut Worksheet, text: &Text<'_>, formats: &Formats) -> Result<(), XlsxError> {
    sheet.write_string_with_format(0, 0, text.title(), &formats.title)?;
    sheet.write_string_with_format(1, 0, text.deadline_and_from(), &formats.plain)?;
    let advice = "色の付いた欄に記入してください。▼の欄は一覧から選べます。行の並べ替えや列の移動をしても構いません（照会番号は消さないでください）。";
    sheet.write_string_with_format(2, 0, advice, &formats.plain)?;
    // In a book for all sections nobody answers for all: 所管課 stands in each row.
    if text.together {
        return Ok(());
    }
    for (label, (first, last)) in BLOCK {
        sheet.write_string_with_format(3, first - 1, label, &formats.label)?;
        if first == last {
            sheet.write_string_with_format(3, first, "", &formats.fill_in)?;
        } else {
            sheet.merge_range(3, first, 3, last, "", &formats.fill_in)?;
        }
    }
    // The labels stand in columns of the table, which are narrower than their words.
    sheet.set_row_height(3, height([("所属長の確認", 7.5)].into_iter()))?;
    let confirmed = DataValidation::new().allow_list_strings(&CONFIRMED)?;
    sheet.add_data_validation(3, 12, 3, 12, &lenient(confirmed)?)?;
    if !text.section.is_empty() {
        sheet.write_string_with_format(3, 1, text.section, &formats.fill_in)?;
    }
    Ok(())
}

fn row(
    sheet: &mut Worksheet,
    row: u32,
    line: &Line<'_>,
    columns: &[(&str, f64, bool)],
    formats: &Formats,
) -> Result<(), XlsxError> {
    let item = line.item;
    let more = u16::from(columns.len() > COLUMNS.len());
    if more > 0 {
        sheet.write_string_with_format(row, 1, line.section, &formats.text)?;
    }
    let category = item.targets.first().map_or("", |target| target.category.short_name());
    let number = item.number.to_string();
    let texts = [(0, number.as_str()), (1, &item.title), (2, &item.article), (3, &item.caption), (5, category)]
        .map(|(place, words)| (if place > 0 { place + more } else { 0 }, words));
    for (place, words) in texts.into_iter().chain([(6 + more, line.reason.as_str()), (7 + more, line.digital)]) {
        sheet.write_string_with_format(row, place, words, &formats.text)?;
    }
    clause(sheet, (row, TEXT + more), line, formats)?;
    let words = line.shown.text();
    let cells = texts.into_iter().chain([(TEXT + more, words.as_str()), (6 + more, line.reason.as_str())]);
    let wide = |place: u16| columns.get(usize::from(place)).map_or(10.0, |(_, width, _)| *width);
    sheet.set_row_height(row, height(cells.map(|(place, words)| (words, wide(place)))))?;
    for place in FIRST + more..FIRST + more + 7 {
        sheet.write_blank(row, place, &formats.fill_in)?;
    }
    if !line.former.is_empty() {
        let former = format!("前回の回答：{}", line.former);
        sheet.insert_note(row, FIRST + more, &rust_xlsxwriter::Note::new(former).set_author("一枚点検"))?;
    }
    Ok(())
}

/// The words of the clause, the evidence bold and underlined and between 【】, since sanitisers strip formats.
fn clause(
    sheet: &mut Worksheet,
    (row, place): (u32, u16),
    line: &Line<'_>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let segment = |(words, evidence): &(String, bool)| {
        if *evidence { (&formats.evidence, format!("【{words}】")) } else { (&formats.words, words.clone()) }
    };
    let segments: Vec<(&Format, String)> = line.shown.parts.iter().map(segment).collect();
    if segments.len() < 2 {
        sheet.write_string_with_format(row, place, line.shown.text(), &formats.text)?;
        return Ok(());
    }
    let segments: Vec<(&Format, &str)> = segments.iter().map(|(format, words)| (*format, words.as_str())).collect();
    sheet.write_rich_string_with_format(row, place, &segments, &formats.text)?;
    Ok(())
}

/// The drop-down lists stand in the cells themselves, so that they work in a sheet that was copied to another book.
fn lists(sheet: &mut Worksheet, first: u16, last: u32) -> Result<(), XlsxError> {
    for (column, (_, choices)) in (first..).zip(offered()) {
        let validation = lenient(DataValidation::new().allow_list_strings(&choices)?)?;
        sheet.add_data_validation(HEADER + 1, column, last, column, &validation)?;
    }
    Ok(())
}

/// A list that warns of other words and takes them: a section must be able to say what the list does not.
fn lenient(list: DataValidation) -> Result<DataValidation, XlsxError> {
    list.set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("一覧にない語です")?
        .set_error_message("このまま入力できますが、読み取れないことがあります。一覧から選んでください。")
}

fn page(sheet: &mut Worksheet, text: &Text<'_>, columns: usize, last: u32) -> Result<(), XlsxError> {
    let width = u16::try_from(columns - 1).unwrap_or(u16::MAX);
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.25, 0.25, 0.6, 0.5, 0.25, 0.2);
    sheet.set_repeat_rows(HEADER, HEADER)?;
    sheet.set_header(text.page_header());
    sheet.set_footer("&C&P / &N");
    sheet.set_freeze_panes(HEADER + 1, 1)?;
    sheet.autofilter(HEADER, 0, last.max(HEADER + 1), width)?;
    Ok(())
}
