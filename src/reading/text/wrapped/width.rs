//! The width at which a text is broken, and whether a line fills it.

use crate::reading::ordinance::Line;

/// Widths (characters) at which texts are broken.
const WIDTHS: std::ops::RangeInclusive<usize> = 10..=120;
/// Lines that are broken at one width before the width itself speaks for a break.
pub(super) const BROKEN: usize = 3;

/// Characters and columns (half-width ones count half) of a line, without what may hang over its end.
pub(super) fn width(line: &str) -> (usize, usize) {
    size(line.trim_end().trim_end_matches(['、', '。', '，', '．', '）', '」', ')']))
}

/// Characters and columns of a line as it stands.
pub(super) fn size(line: &str) -> (usize, usize) {
    (line.chars().count(), line.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum())
}

/// The width at which a text is broken, by characters or by columns.
#[derive(Clone, Copy)]
pub(super) enum Width {
    Characters(usize),
    Columns(usize),
}

impl Width {
    /// Whether a line of this size ends at the width.
    pub(super) fn fills(self, (characters, columns): (usize, usize)) -> bool {
        match self {
            Self::Characters(width) => characters + 1 >= width,
            Self::Columns(width) => columns + 3 >= width,
        }
    }
}

/// The width at which a text is broken: no line is longer, and several end there within a sentence.
pub(super) fn broken_at(lines: &[Line]) -> Option<Width> {
    let widths: Vec<((usize, usize), bool)> = lines
        .iter()
        .filter(|line| !line.text.trim().is_empty())
        .map(|line| (width(&line.text), line.text.trim_end().ends_with(['。', ')', '）', '」'])))
        .collect();
    let characters = widths.iter().map(|(width, _)| width.0).max().filter(|width| WIDTHS.contains(width))?;
    let columns = widths.iter().map(|(width, _)| width.1).max()?;
    let broken = |width: Width| widths.iter().filter(|(own, ends)| !ends && width.fills(*own)).count();
    let candidates = [Width::Characters(characters), Width::Columns(columns)];
    candidates
        .into_iter()
        .map(|width| (broken(width), width))
        .filter(|(count, _)| *count >= BROKEN)
        .max_by_key(|(count, _)| *count)
        .map(|(_, width)| width)
}
