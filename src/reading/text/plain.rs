//! Plain text: lines, with sentences that were broken at the end of a line put together again.

use super::wrapped::{self, PAGE};
use crate::reading::ordinance::Line;

/// Whether a text breaks off within a line that ends no sentence.
pub(crate) fn end_is_open(text: &str) -> bool {
    !text.is_empty() && !text.ends_with(['\n', '\r', PAGE, '。', '．', '）', ')', '」', '』', '】', '〕', '　', ' '])
}

/// The lines of a text.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines: Vec<Line> = unified
        .split_terminator('\n')
        .zip(1_u32..)
        .flat_map(|(text, number)| {
            // A page may begin within a line.
            let pages = text.split(PAGE).enumerate();
            let begun = pages
                .map(move |(place, text)| (if place > 0 { format!("{PAGE}{text}") } else { text.to_owned() }, number));
            let empty = text.starts_with(PAGE);
            begun.skip(usize::from(empty)).collect::<Vec<_>>()
        })
        .map(|(text, number)| Line { number, text: text.trim_matches('\u{FEFF}').to_owned() })
        .collect();
    number_pages(&mut lines);
    wrapped::joined(&mut lines, |_| true);
    for line in &mut lines {
        let end = line.text.trim_end_matches(|letter: char| letter.is_whitespace() && letter != PAGE).len();
        line.text.truncate(end);
    }
    lines
}

/// Where pages are told, a number alone at the foot or the head of one numbers it: it is written as no sentence writes one.
fn number_pages(lines: &mut [Line]) {
    let begins: Vec<usize> =
        lines.iter().enumerate().filter(|(_, line)| line.text.starts_with(PAGE)).map(|(place, _)| place).collect();
    let full = |place: &usize, lines: &[Line]| lines.get(*place).is_some_and(|line| !line.text.trim().is_empty());
    for place in begins {
        let foot = (0..place).rev().find(|place| full(place, lines));
        let head = (place..lines.len()).find(|place| full(place, lines));
        for place in foot.into_iter().chain(head) {
            let Some(line) = lines.get_mut(place) else { continue };
            let bare = line.text.trim();
            if bare.chars().count() <= 4
                && bare.chars().all(|letter| letter.is_ascii_digit() || ('０'..='９').contains(&letter))
            {
                let begun = if line.text.starts_with(PAGE) { "\u{C}" } else { "" };
                line.text = format!("{begun}- {bare} -");
            }
        }
    }
}
