//! 新旧対照表: A4 landscape, two columns, changed words underlined in both, what does not change as （略）.

use crate::amendments::settings::{Columns, Direction, Method, Settings};
use crate::amendments::text::Place;
use crate::numeral::full_width;
use crate::writing::docx::{Block, Document, Look, Paragraph, Run, TwoColumns};

use super::marks::{Mark, marked};
use super::{Amended, Bill, NOTICE};

const OMITTED: &str = "（略）";
/// Each body has its own formula; this one is only the frame of it.
const FORMULA: &str = "次の表の改正前の欄に掲げる規定を同表の改正後の欄に掲げる規定に下線で示すように改正する。〔要確認：定型の文は各団体の定めによります〕";

/// The tables of all ordinances, each on pages of its own.
#[must_use]
pub fn comparison(bills: &[Bill<'_>], settings: &Settings, author: &str) -> Document {
    let mut blocks = Vec::new();
    for (number, bill) in bills.iter().enumerate() {
        if number > 0 {
            blocks.push(Block::PageBreak);
        }
        blocks.push(Block::Paragraph(Paragraph::plain(NOTICE, Look::Text)));
        blocks.push(Block::Paragraph(Paragraph::plain(format!("{}　新旧対照表", bill.named()), Look::Title)));
        if settings.method == Method::Table {
            blocks.push(Block::Paragraph(Paragraph::plain(FORMULA, Look::Text)));
        }
        blocks.push(Block::Table(table(bill, settings)));
    }
    Document {
        title: "新旧対照表".to_owned(),
        author: author.to_owned(),
        landscape: true,
        vertical: settings.direction == Direction::Vertical,
        blocks,
    }
}

fn table(bill: &Bill<'_>, settings: &Settings) -> TwoColumns {
    let mut rows: Vec<[Vec<Paragraph>; 2]> = Vec::new();
    let mut article = String::new();
    let mut paragraph = 0;
    for amended in &bill.amended {
        let place = Place::parse(&amended.clause.article);
        if place.article != article || rows.is_empty() {
            article.clone_from(&place.article);
            paragraph = 0;
            rows.push([caption(amended), caption(amended)]);
        }
        if let Some([left, right]) = rows.last_mut() {
            let omitted = omitted(&place, paragraph);
            left.extend(omitted.clone());
            right.extend(omitted);
            let marked = marked(&amended.clause.text, &amended.draft.after);
            let head = head(&place);
            let changed: Vec<bool> = (0..marked.before.len().max(marked.after.len()))
                .map(|line| differs(marked.before.get(line), marked.after.get(line)))
                .collect();
            left.extend(lines(&head, &marked.before, &changed));
            right.extend(lines(&head, &marked.after, &changed));
        }
        paragraph = place.paragraph_number();
    }
    let present = settings.columns == Columns::PresentFirst && settings.method == Method::Sentence;
    if !present {
        for row in &mut rows {
            row.reverse();
        }
    }
    let heads = if present { ["現行", "改正案"] } else { ["改正後", "改正前"] };
    TwoColumns { heads: heads.map(str::to_owned), rows }
}

fn differs(before: Option<&Vec<Mark>>, after: Option<&Vec<Mark>>) -> bool {
    before.is_none() || after.is_none() || before.into_iter().chain(after).flatten().any(|mark| mark.differs)
}

fn caption(amended: &Amended<'_>) -> Vec<Paragraph> {
    let caption = amended.clause.caption.trim_matches(['（', '）', '(', ')']);
    if caption.is_empty() { Vec::new() } else { vec![Paragraph::plain(format!("（{caption}）"), Look::Text)] }
}

/// 項 of the article that stand between and do not change.
fn omitted(place: &Place, before: u32) -> Vec<Paragraph> {
    let here = place.paragraph_number();
    let mut made = Vec::new();
    let mut first = before + 1;
    if before == 0 && here > 1 {
        made.push(Paragraph::plain(format!("{}　{OMITTED}", place.article), Look::Hanging));
        first = 2;
    }
    match here.saturating_sub(first) {
        0 => {}
        1 => made.push(Paragraph::plain(format!("{}　{OMITTED}", full_width(first)), Look::Hanging)),
        _ => made.push(Paragraph::plain(
            format!("{}～{}　{OMITTED}", full_width(first), full_width(here - 1)),
            Look::Hanging,
        )),
    }
    made
}

/// What stands before the first line: 「第5条　」 or 「２　」.
fn head(place: &Place) -> String {
    match place.paragraph_number() {
        1 => format!("{}{}　", place.article, place.item),
        number => format!("{}　{}", full_width(number), place.item),
    }
}

fn lines(head: &str, marked: &[Vec<Mark>], changed: &[bool]) -> Vec<Paragraph> {
    let mut made = Vec::new();
    let mut omitted = false;
    for (number, marks) in marked.iter().enumerate() {
        let amended = changed.get(number).copied().unwrap_or(true);
        if number > 0 && !amended {
            if !omitted {
                made.push(Paragraph::plain(format!("　{OMITTED}"), Look::Hanging));
            }
            omitted = true;
            continue;
        }
        omitted = false;
        let mut runs: Vec<Run> = Vec::new();
        if number == 0 && !head.is_empty() {
            runs.push(Run::plain(head));
        }
        runs.extend(marks.iter().map(|mark| Run { text: mark.text.clone(), underlined: mark.differs }));
        made.push(Paragraph { runs, look: Look::Hanging });
    }
    made
}
