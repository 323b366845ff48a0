//! Plain text: lines, with sentences that were broken at a fixed width put together again.

use crate::reading::ordinance::Line;

/// Shares (of the lines that are not blank, in percent) from which a text counts as broken at a fixed width.
const BROKEN_SHARE: usize = 25;
/// Widths (characters) at which texts are broken.
const WIDTHS: std::ops::RangeInclusive<usize> = 24..=80;

/// The lines of a text.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let unified = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace(['\r', '\u{C}'], "\n");
    let lines: Vec<Line> = unified
        .split_terminator('\n')
        .zip(1_u32..)
        .map(|(text, number)| Line { number, text: text.trim_end().to_owned() })
        .collect();
    match broken_at(&lines) {
        Some(width) => joined(lines, width),
        None => lines,
    }
}

/// The width at which the text is broken: where many lines end, none is longer, and few of those end a sentence.
fn broken_at(lines: &[Line]) -> Option<usize> {
    let widths: Vec<usize> = lines.iter().map(|line| line.text.chars().count()).filter(|width| *width > 0).collect();
    let width = widths.iter().copied().max().filter(|width| WIDTHS.contains(width))?;
    let full = lines.iter().filter(|line| line.text.chars().count() + 2 >= width);
    let open = full.filter(|line| !ends(&line.text)).count();
    (open >= 3 && open * 100 >= widths.len() * BROKEN_SHARE).then_some(width)
}

fn ends(text: &str) -> bool {
    text.ends_with(['。', ')', '）', '」'])
}

/// Appends each line to the one before when that one is full and ends no sentence. The count of lines stays: the
/// emptied line is blank.
fn joined(mut lines: Vec<Line>, width: usize) -> Vec<Line> {
    let mut open: Option<usize> = None;
    for index in 0..lines.len() {
        let Some(text) = lines.get(index).map(|line| line.text.clone()) else {
            break;
        };
        let full = text.chars().count() + 2 >= width && !ends(&text);
        match open.and_then(|open| lines.get_mut(open)) {
            Some(above) => {
                above.text.push_str(text.trim_start());
                if let Some(line) = lines.get_mut(index) {
                    line.text.clear();
                }
                open = open.filter(|_| full);
            }
            None => open = full.then_some(index),
        }
    }
    lines
}
