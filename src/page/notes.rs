//! Notes of reading, grouped: the most fundamental first, each sentence once, below it its places.

use std::collections::BTreeMap;
use std::sync::Arc;

use web_sys::Element;

use crate::page::dom::{Dom, append, fill, find, items, lay, slot};
use crate::page::messages::reading as words;
use crate::reading::note::{Note, Reason, Severity};

/// Places that are listed at once; the rest is one click away.
const LISTED: usize = 8;
/// Rows that are named one by one where each needs a look.
const NAMED: usize = 200;
/// Rows of one sheet that are named; a broken list may have thousands.
const ROWS: usize = 400;

/// File and sheet.
type Place = (Arc<str>, Option<Arc<str>>);
/// Row and figures, where there are any.
type Spot = (Option<u32>, Option<String>);

/// Notes with the same sentence.
struct Group {
    severity: Severity,
    sentence: String,
    places: BTreeMap<Place, Vec<Spot>>,
}

/// Groups notes by what is to be done, as `told` says it.
fn grouped(notes: &[Note], told: fn(&Reason) -> String) -> Vec<Group> {
    let mut groups: BTreeMap<(Severity, String), Group> = BTreeMap::new();
    for note in notes {
        let (severity, sentence) = (note.reason.severity(), told(&note.reason));
        let group = groups.entry((severity, sentence.clone())).or_insert_with(|| Group {
            severity,
            sentence,
            places: BTreeMap::new(),
        });
        let place = (Arc::clone(&note.file), note.sheet.clone());
        group.places.entry(place).or_default().push((note.row, words::detail(&note.reason)));
    }
    groups.into_values().collect()
}

/// Shows the notes of one file on its card: the name stands above.
pub fn within_card(place: &Element, notes: &[Note], told: fn(&Reason) -> String) -> Dom {
    for group in grouped(notes, told) {
        let class = if group.severity < Severity::Row { "error" } else { "hint" };
        append(place, "p", &group.sentence)?.set_class_name(class);
        let rows: Vec<String> =
            group.places.iter().filter_map(|((_, sheet), rows)| within(sheet.as_deref(), rows)).collect();
        if !rows.is_empty() {
            append(place, "p", &rows.join("、"))?.set_class_name("hint");
        }
    }
    Ok(())
}

/// Shows the notes of many files under headings.
pub fn show(place: &Element, notes: &[Note]) -> Dom {
    let mut severity = None;
    for group in grouped(notes, words::sentence) {
        if severity.replace(group.severity) != Some(group.severity) {
            append(place, "h3", words::heading(group.severity))?;
        }
        let part = lay("opening-note", place)?;
        let class = if group.severity < Severity::Row { "notice notice-error" } else { "notice" };
        part.set_class_name(class);
        fill(&part, "sentence", &group.sentence)?;
        let lines: Vec<String> =
            group.places.iter().map(|((file, sheet), rows)| line(file, sheet.as_deref(), rows)).collect();
        list(&slot(&part, "places")?, &lines)?;
    }
    Ok(())
}

/// A list of which the first lines are seen at once.
pub fn list(place: &Element, lines: &[String]) -> Dom {
    let (first, rest) = lines.split_at(lines.len().min(LISTED));
    items(&append(place, "ul", "")?, first)?;
    if rest.is_empty() {
        return Ok(());
    }
    let details = append(place, "details", "")?;
    append(&details, "summary", &format!("残り{}件", words::number(rest.len() as u64)))?;
    items(&append(&details, "ul", "")?, rest)
}

/// Shows the rows that need a look, unfolded; beyond the first, `more` tells how many there are.
pub fn rows(
    place: &Element,
    summary: &str,
    lines: impl ExactSizeIterator<Item = String>,
    more: fn(usize) -> String,
) -> Dom {
    let details = lay("row-notes", place)?;
    find::<Element>(&details, "summary")?.set_text_content(Some(summary));
    let rest = lines.len().saturating_sub(NAMED);
    let rest = (rest > 0).then(|| more(rest));
    items(&append(&details, "ul", "")?, lines.take(NAMED).chain(rest))
}

fn line(file: &str, sheet: Option<&str>, rows: &[Spot]) -> String {
    within(sheet, rows).map_or_else(|| file.to_owned(), |place| format!("{file}：{place}"))
}

/// 「シート「条例」の3行目、5〜9行目」, or 「シート「控え」（12行）」 where the whole sheet is meant.
fn within(sheet: Option<&str>, rows: &[Spot]) -> Option<String> {
    let spans = spans(rows);
    let whole = rows.iter().all(|(row, _)| row.is_none());
    match (sheet, spans.is_empty(), whole) {
        (None, true, _) => None,
        (None, false, _) => Some(spans),
        (Some(sheet), true, _) => Some(format!("シート「{sheet}」")),
        (Some(sheet), false, true) => Some(format!("シート「{sheet}」（{spans}）")),
        (Some(sheet), false, false) => Some(format!("シート「{sheet}」の{spans}")),
    }
}

/// Row numbers, neighbours drawn together where there is nothing else to tell.
fn spans(rows: &[Spot]) -> String {
    let mut told: Vec<String> = Vec::new();
    let mut open: Option<(u32, u32)> = None;
    let close = |open: &mut Option<(u32, u32)>, told: &mut Vec<String>| match open.take() {
        Some((from, to)) if from == to => told.push(format!("{from}行目")),
        Some((from, to)) => told.push(format!("{from}〜{to}行目")),
        None => {}
    };
    for (row, detail) in rows {
        match (row, detail, open) {
            (Some(row), None, Some((from, to))) if *row == to + 1 => open = Some((from, *row)),
            (Some(row), None, _) => {
                close(&mut open, &mut told);
                open = Some((*row, *row));
            }
            (row, Some(detail), _) => {
                close(&mut open, &mut told);
                told.push(row.map_or_else(|| detail.clone(), |row| format!("{row}行目（{detail}）")));
            }
            (None, None, _) => {}
        }
    }
    close(&mut open, &mut told);
    let more = told.len().saturating_sub(ROWS);
    told.truncate(ROWS);
    if more > 0 {
        told.push(format!("ほか{}か所", words::number(more as u64)));
    }
    told.join("、")
}

/// A note as it is made from a row of the account.
pub fn of_row(file: &Arc<str>, sheet: Option<&Arc<str>>, row: u32, reason: &Reason) -> Note {
    Note { file: Arc::clone(file), sheet: sheet.map(Arc::clone), row: Some(row), reason: reason.clone() }
}
