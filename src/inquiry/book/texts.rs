//! The sheets beside 照会票: 照会文, 記入要領, 選択肢, 条文全文, 同じ形の条.

use std::fmt::Write as _;

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::Line;
use super::form::{A4, Formats, height};
use crate::date::Date;
use crate::inquiry::state::{Asked, Work};
use crate::regulations::{Category, Status};
use crate::review::{Decision, Need, Policy};

/// What the texts speak of.
pub(super) struct Text<'a> {
    pub work: &'a Work,
    pub round: &'a Asked,
    pub town: &'a str,
    pub section: &'a str,
    /// One book for all sections.
    pub together: bool,
    pub rows: usize,
}

impl Text<'_> {
    pub fn title(&self) -> String {
        let ordinal =
            if self.round.ordinal > 1 { format!("（第{}回）", self.round.ordinal) } else { String::new() };
        format!("アナログ規制に関する照会票{ordinal}　{}", self.section_name())
    }

    fn section_name(&self) -> &str {
        match (self.together, self.section.is_empty()) {
            (true, _) => super::EVERYBODY,
            (false, true) => super::NOBODY,
            (false, false) => self.section,
        }
    }

    fn deadline(&self) -> String {
        self.round.deadline_of(self.section).map_or_else(|| "（未定）".to_owned(), long_day)
    }

    fn from(&self) -> String {
        let letter = &self.round.letter;
        let mut from = [letter.section.as_str(), &letter.person].join("　").trim().to_owned();
        if !letter.extension.is_empty() {
            let _ = write!(from, "（内線{}）", letter.extension);
        }
        if !letter.mail.is_empty() {
            let _ = write!(from, "　{}", letter.mail);
        }
        from
    }

    pub fn deadline_and_from(&self) -> String {
        let from = self.from();
        let from = if from.is_empty() { String::new() } else { format!("　照会元：{from}") };
        format!("回答期限：{}{from}", self.deadline())
    }

    /// The header of each printed page; `&` begins a code there.
    pub fn page_header(&self) -> String {
        let safe = |text: &str| text.replace('&', "&&");
        let left = safe(&format!("照会票　{}　{}", self.town, self.section_name()));
        format!("&L&9{left}&R&9回答期限 {}", safe(&self.deadline()))
    }

    fn subject(&self) -> &str {
        let subject = self.round.letter.subject.as_str();
        if subject.is_empty() { "アナログ規制に関する照会について（依頼）" } else { subject }
    }

    fn request(&self) -> String {
        let own = &self.round.letter.request;
        if !own.is_empty() {
            return own.clone();
        }
        "貴課が所管する例規について、アナログな方法（目視、実地、対面、書面など）を求めていると解される規定を抽出しました。照会票の各行について、該当するかどうかと、見直しの要否・方針・時期を回答してください。".to_owned()
    }
}

fn long_day(day: Date) -> String {
    format!("{}（{}）", day.era(), day.weekday())
}

/// 照会文, and a mail to copy.
pub(super) fn letter(sheet: &mut Worksheet, text: &Text<'_>) -> Result<(), XlsxError> {
    sheet.set_name("照会文")?;
    let letter = &text.round.letter;
    let addressee =
        if text.section.is_empty() { String::new() } else { text.work.section(text.section).addressee() + "　様" };
    let rows = [
        ("文書番号", letter.document.clone()),
        ("発信日", long_day(text.round.day)),
        ("発信者", letter.sender.clone()),
        ("宛先", addressee.clone()),
        ("件名", text.subject().to_owned()),
        ("本文", text.request()),
        ("回答期限", text.deadline()),
        ("担当", text.from()),
    ];
    let mut writer = Writer { sheet, row: 0, widths: [16.0, 78.0], formats: Formats::new() };
    for (label, words) in rows {
        writer.pair(label, &words)?;
    }
    writer.row += 1;
    let mail = format!(
        "{addressee}\n\n件名：{}\n\n{}\n\n・照会票：添付のとおり（{}行）\n・回答期限：{}\n・回答の方法：照会票の色の付いた欄に記入し、ファイルのまま返信してください。\n\n{}",
        text.subject(),
        text.request(),
        text.rows,
        text.deadline(),
        text.from(),
    );
    writer.pair("メール文（コピーして使えます）", &mail)?;
    set_up(writer.sheet, &writer.widths, false)
}

/// 記入要領: what is asked, what each choice means, the categories, three filled examples.
pub(super) fn guide(sheet: &mut Worksheet, text: &Text<'_>) -> Result<(), XlsxError> {
    sheet.set_name("記入要領")?;
    let mut writer = Writer { sheet, row: 0, widths: [26.0, 68.0], formats: Formats::new() };
    writer.heading("お願いすること")?;
    writer.pair("内容", &text.request())?;
    writer.pair("回答期限", &text.deadline())?;
    writer.pair("問合せ先", &text.from())?;
    writer.heading("欄の意味")?;
    for (label, words) in MEANINGS {
        writer.pair(label, words)?;
    }
    writer.heading("規制区分の意味")?;
    for category in Category::ALL {
        let (definition, status) = category.definition();
        let own = if status == Status::OwnWording { format!("（{}）", status.origin()) } else { String::new() };
        writer.pair(&format!("{}（{}）", category.short_name(), category.name()), &format!("{definition}{own}"))?;
    }
    writer.heading("記入例")?;
    for (label, words) in EXAMPLES {
        writer.pair(label, words)?;
    }
    set_up(writer.sheet, &writer.widths, false)
}

const MEANINGS: [(&str, &str); 13] = [
    ("判定 該当", "条文のとおりに運用しており、アナログな方法を求めている。"),
    ("判定 非該当", "条文の意味や運用から、アナログな方法を求めていない。"),
    ("判定 要確認", "課内や関係機関で確かめている。備考に見込みを書いてください。"),
    ("判定 所管外", "当課の所管ではない。「正しい所管課」に課の名前を書いてください（非該当とは扱いません）。"),
    ("見直し要否", "要：見直しが必要。否：見直しは必要ない。"),
    ("見直し方針 条例改正", "条例を改正する。"),
    ("見直し方針 規則・規程・要綱の改正", "規則、規程又は要綱を改正する。"),
    ("見直し方針 解釈の明確化（通知）", "規定はそのままとし、デジタルな方法でもよいことを通知などで明らかにする。"),
    ("見直し方針 運用の見直し", "規定はそのままとし、運用を改める。"),
    (
        "見直し方針 廃止・措置済み・見直し不要",
        "廃止：規定を廃止する。措置済み：すでに見直しを終えた。見直し不要：見直さない（理由を備考に）。",
    ),
    ("見直し時期", "令和9年3月、R9.3、2027/3、令和9年度、未定 のように書いてください。"),
    ("根拠法令", "国の法令に基づく規定のときは、法令名と条を書いてください。"),
    ("空欄", "未回答として扱います。前の回答を取り消すときは「取消」と書いてください。"),
];

const EXAMPLES: [(&str, &str); 3] = [
    ("例1", "判定：該当　見直し要否：要　見直し方針：条例改正　見直し時期：令和9年3月　備考：3月議会に提案予定"),
    ("例2", "判定：該当　見直し要否：否　見直し方針：見直し不要　根拠法令：消防法第8条の2の4　備考：法律の定めによる"),
    ("例3", "判定：所管外　正しい所管課：建設課"),
];

/// 所属長の確認
pub(super) const CONFIRMED: [&str; 2] = ["済", "未"];

/// What is offered in each column that has a list, from 判定 on.
pub(super) fn offered() -> [(&'static str, Vec<&'static str>); 3] {
    [
        ("判定", Decision::ALL.iter().map(|choice| choice.name()).chain(["所管外"]).collect()),
        ("見直し要否", Need::ALL.iter().map(|choice| choice.name()).collect()),
        ("見直し方針", Policy::ALL.iter().map(|choice| choice.name()).collect()),
    ]
}

/// 選択肢
pub(super) fn choices(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let formats = Formats::new();
    sheet.set_name("選択肢")?;
    let confirmed = ("所属長の確認", CONFIRMED.to_vec());
    for (row, (label, choices)) in (0_u32..).zip(offered().into_iter().chain([confirmed])) {
        sheet.write_string_with_format(row, 0, label, &formats.label)?;
        for (column, choice) in (1_u16..).zip(choices) {
            sheet.write_string_with_format(row, column, choice, &formats.text)?;
        }
    }
    set_up(sheet, &[14.0, 14.0, 22.0, 20.0, 14.0, 12.0, 12.0, 12.0], true)
}

/// 条文全文: whole texts of clauses that the sheet shows in parts.
pub(super) fn whole(sheet: &mut Worksheet, lines: &[Line<'_>]) -> Result<(), XlsxError> {
    let rows = lines.iter().filter_map(|line| {
        let words = line.whole?;
        let item = line.item;
        Some([item.number.to_string(), item.title.clone(), item.article.clone(), words.chars().take(32_000).collect()])
    });
    sheet.set_name("条文全文")?;
    listed(sheet, ["照会番号", "例規名", "条項", "条文"], rows, &[11.0, 24.0, 12.0, 90.0])
}

/// 同じ形の条: the clauses that one row asks about.
pub(super) fn same_form(sheet: &mut Worksheet, lines: &[Line<'_>]) -> Result<(), XlsxError> {
    let rows = lines.iter().flat_map(|line| {
        line.others.iter().map(|[title, article, caption]| {
            [line.item.number.to_string(), title.clone(), article.clone(), caption.clone()]
        })
    });
    sheet.set_name("同じ形の条")?;
    listed(sheet, ["照会番号", "例規名", "条項", "見出し"], rows, &[11.0, 50.0, 20.0, 30.0])
}

fn listed(
    sheet: &mut Worksheet,
    headings: [&str; 4],
    rows: impl Iterator<Item = [String; 4]>,
    widths: &[f64],
) -> Result<(), XlsxError> {
    let formats = Formats::new();
    for (column, heading) in (0_u16..).zip(headings) {
        sheet.write_string_with_format(0, column, heading, &formats.head)?;
    }
    let mut any = false;
    for (row, texts) in (1_u32..).zip(rows) {
        any = true;
        sheet.set_row_height(row, height(texts.iter().map(String::as_str).zip(widths.iter().copied())))?;
        for (column, words) in (0_u16..).zip(texts) {
            sheet.write_string_with_format(row, column, words, &formats.text)?;
        }
    }
    if !any {
        sheet.write_string_with_format(1, 0, "該当する行はありません。", &formats.plain)?;
    }
    sheet.set_repeat_rows(0, 0)?;
    set_up(sheet, widths, true)
}

/// Writes pairs of a label and its words, one below the other.
struct Writer<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    widths: [f64; 2],
    formats: Formats,
}

impl Writer<'_> {
    fn heading(&mut self, words: &str) -> Result<(), XlsxError> {
        let format: Format = self.formats.words.clone().set_bold();
        self.row += u32::from(self.row > 0);
        self.sheet.write_string_with_format(self.row, 0, words, &format)?;
        self.row += 1;
        Ok(())
    }

    fn pair(&mut self, label: &str, words: &str) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, label, &self.formats.label)?;
        self.sheet.set_row_height(self.row, height([label, words].into_iter().zip(self.widths)))?;
        self.sheet.write_string_with_format(self.row, 1, words, &self.formats.text)?;
        self.row += 1;
        Ok(())
    }
}

fn set_up(sheet: &mut Worksheet, widths: &[f64], landscape: bool) -> Result<(), XlsxError> {
    for (column, width) in (0_u16..).zip(widths) {
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    if landscape {
        sheet.set_landscape();
    }
    sheet.set_margins(0.4, 0.4, 0.6, 0.5, 0.25, 0.2);
    sheet.set_footer("&L&A&R&P / &N");
    Ok(())
}
