//! How the cells of a 照会票 look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

/// The tint of the cells to fill in; [`crate::inquiry::answer`] knows that it is no answer.
pub(super) const TINT: u32 = 0x00FF_F8E1;
const GREY: u32 = 0x00E6_E6E6;
const LINE: u32 = 0x0094_9494;
/// A4 as spreadsheets count paper.
pub(super) const A4: u8 = 9;
/// The type size, in points: fifteen columns of it are as wide as A4 landscape.
const SIZE: f64 = 9.0;
/// A font for legibility that comes with Windows; another takes its place elsewhere.
const FONT: &str = "BIZ UDPゴシック";
/// Points of a line of it.
const LINE_HEIGHT: u32 = 13;
/// Spreadsheets cut rows that are higher.
const HIGHEST: u32 = 409;

/// The formats of the sheets.
pub(super) struct Formats {
    pub title: Format,
    pub plain: Format,
    pub label: Format,
    pub head: Format,
    pub head_fill_in: Format,
    pub text: Format,
    pub fill_in: Format,
    /// Words within a cell.
    pub words: Format,
    /// Evidence within a cell.
    pub evidence: Format,
}

impl Formats {
    pub fn new() -> Self {
        let base = || Format::new().set_font_name(FONT).set_font_size(SIZE);
        let boxed = || {
            let lined = base().set_border(FormatBorder::Thin).set_border_color(Color::RGB(LINE));
            lined.set_align(FormatAlign::Top).set_text_wrap()
        };
        Self {
            title: Format::new().set_font_name(FONT).set_font_size(14).set_bold(),
            plain: base().set_align(FormatAlign::Top),
            label: boxed().set_bold().set_background_color(Color::RGB(GREY)),
            head: boxed().set_bold().set_background_color(Color::RGB(GREY)),
            head_fill_in: boxed().set_bold().set_background_color(Color::RGB(0x00FF_E8A3)),
            text: boxed(),
            // What is typed stays text: 9/3 becomes no date.
            fill_in: boxed().set_background_color(Color::RGB(TINT)).set_num_format("@"),
            words: base(),
            evidence: base().set_bold().set_underline(FormatUnderline::Single),
        }
    }
}

/// The height of a row in points: programs do not fit rows to wrapped words when they open a book.
/// Takes each cell's words with the width of its column in characters.
pub(super) fn height<'a>(cells: impl Iterator<Item = (&'a str, f64)>) -> u32 {
    let lines = cells.map(|(words, width)| lines(words, width)).max().unwrap_or(1);
    (lines * LINE_HEIGHT + 3).min(HIGHEST)
}

fn lines(words: &str, width: f64) -> u32 {
    // A character of a column's width is 7 pixels, a full-width one of 9 points is 12; 6 are margins.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a width of some hundred pixels")]
    let room = ((width * 7.0 - 4.0).max(12.0)) as u32;
    let wide = |line: &str| line.chars().map(|character| if character.is_ascii() { 7 } else { 12 }).sum::<u32>();
    words.split('\n').map(|line| wide(line).div_ceil(room).max(1)).sum()
}
