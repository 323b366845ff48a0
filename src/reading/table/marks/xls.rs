//! Marks of XLS: fonts and fills of styles, rows, merged areas, notes ([MS-XLS] 2.4).

use std::collections::BTreeMap;

use super::super::xls::{Record, Records, characters, sheets, u16_at, u32_at};
use super::{Area, Look, MOST, Marks, shows_no_year};
use crate::reading::limits::Limits;
use crate::reading::note::Reason;

/// Record identifiers of [MS-XLS] 2.3.
mod id {
    pub const EOF: u16 = 0x000A;
    pub const NOTE: u16 = 0x001C;
    pub const FONT: u16 = 0x0031;
    pub const CONTINUE: u16 = 0x003C;
    pub const OBJECT: u16 = 0x005D;
    pub const MUL_RK: u16 = 0x00BD;
    pub const MUL_BLANK: u16 = 0x00BE;
    pub const XF: u16 = 0x00E0;
    pub const MERGE_CELLS: u16 = 0x00E5;
    pub const TEXT_OBJECT: u16 = 0x01B6;
    pub const ROW: u16 = 0x0208;
    pub const FORMAT: u16 = 0x041E;
    pub const BOF: u16 = 0x0809;
    /// Cells: blank, number, label, boolean, RK, formula, shared string, rich string.
    pub const CELLS: [u16; 8] = [0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x0006, 0x00FD, 0x00D6];
}

/// The marks of all sheets.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<Marks>, Reason> {
    let (stream, starts) = sheets(bytes, limits)?;
    let looks = looks(&stream);
    Ok(starts.into_iter().map(|start| sheet(&stream, start, &looks)).collect())
}

/// The look of each cell style.
fn looks(stream: &[u8]) -> Vec<Look> {
    let (mut fonts, mut looks, mut yearless) = (Vec::new(), Vec::new(), vec![16]);
    for Record { id, data } in (Records { stream, at: 0 }) {
        match id {
            // Bit 3 of its options: struck.
            id::FONT => fonts.push(u16_at(data, 2).is_some_and(|options| options & 0x08 != 0)),
            id::FORMAT if shows_no_year(&format_code(data)) => yearless.extend(u16_at(data, 0)),
            id::XF if looks.len() < MOST => looks.push(look(data, &fonts, &yearless)),
            id::EOF => break,
            _ => {}
        }
    }
    looks
}

/// The code of a number format: a count, a flag for wide characters, the characters.
fn format_code(data: &[u8]) -> String {
    let count = u16_at(data, 2).map_or(0, usize::from);
    flagged(data.get(4..).unwrap_or_default(), count)
}

/// So many characters behind the flag that tells their width.
fn flagged(data: &[u8], count: usize) -> String {
    let wide = data.first().is_some_and(|flags| flags & 1 == 1);
    characters(data.get(1..).unwrap_or_default(), count, wide)
}

fn look(data: &[u8], fonts: &[bool], yearless: &[u16]) -> Look {
    // The fonts are counted without a number 4.
    let font = u16_at(data, 0).map_or(0, usize::from);
    let font = if font > 4 { font - 1 } else { font };
    let pattern = u32_at(data, 14).map_or(0, |bits| bits >> 26);
    let colour = u16_at(data, 18).map_or(64, |bits| bits & 0x7F);
    Look {
        struck: fonts.get(font).copied().unwrap_or(false),
        fill: (pattern != 0 && !matches!(colour, 1 | 9 | 64 | 65)).then(|| format!("indexed {colour}")),
        yearless: u16_at(data, 2).is_some_and(|format| yearless.contains(&format)),
    }
}

/// Notes wait for the text of their object.
#[derive(Default)]
struct Texts {
    object: Option<u16>,
    /// Characters that the next continuation holds.
    awaited: Option<usize>,
    by_object: BTreeMap<u16, String>,
    notes: Vec<(super::Place, u16)>,
}

fn sheet(stream: &[u8], start: usize, looks: &[Look]) -> Marks {
    let mut marks = Marks::default();
    let mut texts = Texts::default();
    let mut depth = 0_usize;
    for record in (Records { stream, at: start }).skip(1) {
        match record.id {
            id::BOF => depth += 1,
            id::EOF if depth == 0 => break,
            id::EOF => depth -= 1,
            _ if depth > 0 => {}
            _ => take(record, looks, &mut marks, &mut texts),
        }
    }
    for (place, object) in texts.notes {
        if let Some(text) = texts.by_object.get(&object) {
            marks.comments.insert(place, text.clone());
        }
    }
    marks
}

fn take(record: Record<'_>, looks: &[Look], marks: &mut Marks, texts: &mut Texts) {
    let data = record.data;
    match record.id {
        id::ROW => {
            if let (Some(row), Some(options)) = (u16_at(data, 0), u16_at(data, 12))
                && options & 0x20 != 0
            {
                marks.hidden_rows.insert(u32::from(row) + 1);
            }
        }
        id::MERGE_CELLS => marks.merged.extend(areas(data)),
        id::MUL_RK | id::MUL_BLANK => multiple(record, looks, marks),
        id::OBJECT => texts.object = u16_at(data, 6),
        id::TEXT_OBJECT => texts.awaited = u16_at(data, 10).map(usize::from),
        id::CONTINUE => texts.continued(data),
        id::NOTE => {
            if let (Some(row), Some(column), Some(object)) = (u16_at(data, 0), u16_at(data, 2), u16_at(data, 6))
                && texts.notes.len() < MOST
            {
                texts.notes.push(((u32::from(row) + 1, usize::from(column)), object));
            }
        }
        id if id::CELLS.contains(&id) => {
            if let (Some(row), Some(column), Some(style)) = (u16_at(data, 0), u16_at(data, 2), u16_at(data, 4))
                && let Some(look) = looks.get(usize::from(style))
            {
                look.mark((u32::from(row) + 1, usize::from(column)), marks);
            }
        }
        _ => {}
    }
}

/// Styles of several cells of a row: of six bytes each with a number, of two without.
fn multiple(record: Record<'_>, looks: &[Look], marks: &mut Marks) {
    let (Some(row), Some(first)) = (u16_at(record.data, 0), u16_at(record.data, 2)) else { return };
    let step = if record.id == id::MUL_RK { 6 } else { 2 };
    let styles = record.data.get(4..record.data.len().saturating_sub(2)).unwrap_or_default();
    for (place, style) in styles.chunks_exact(step).enumerate() {
        if let Some(look) = u16_at(style, 0).and_then(|style| looks.get(usize::from(style))) {
            look.mark((u32::from(row) + 1, usize::from(first) + place), marks);
        }
    }
}

impl Texts {
    fn continued(&mut self, data: &[u8]) {
        let (Some(count), Some(object)) = (self.awaited.take(), self.object) else { return };
        self.by_object.insert(object, flagged(data, count));
    }
}

fn areas(data: &[u8]) -> impl Iterator<Item = Area> + '_ {
    data.get(2..).unwrap_or_default().chunks_exact(8).filter_map(|area| {
        let (first_row, last_row) = (u32::from(u16_at(area, 0)?) + 1, u32::from(u16_at(area, 2)?) + 1);
        let (first_column, last_column) = (usize::from(u16_at(area, 4)?), usize::from(u16_at(area, 6)?));
        Some(Area { first_row, last_row, first_column, last_column })
    })
}
