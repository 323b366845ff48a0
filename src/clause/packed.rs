//! Clauses as bytes, by which one worker hands what it has read to another, so that no file is read twice.
//!
//! Takes clauses, gives bytes, and gives the clauses back. Names that repeat (file, 例規名, 所管 …) are written once and
//! shared again. The form is no file format: both ends are the same edition of the page.

use super::names::Names;
use std::sync::Arc;

use super::{Clause, Part, Place};

/// Stands for a sheet or row that there is none of.
const NONE: u32 = u32::MAX;

/// Bytes that are no packed clauses, or not all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not all of the packed clauses")]
pub struct Cut;

/// Packs clauses.
#[must_use]
pub fn pack(clauses: &[Clause]) -> Vec<u8> {
    let mut names = Names::default();
    let mut rows = Vec::new();
    for clause in clauses {
        let place = &clause.place;
        let sheet = place.sheet.as_ref().map_or(NONE, |sheet| names.place(sheet));
        let shared = [&place.file, &clause.title, &clause.kind, &clause.number, &clause.department, &clause.chapter];
        for name in shared {
            put(&mut rows, names.place(name));
        }
        for number in [sheet, place.row.unwrap_or(NONE), part_number(clause.part)] {
            put(&mut rows, number);
        }
        for text in [&clause.id, &clause.article, &clause.caption, &clause.chapeau, &clause.text] {
            put_text(&mut rows, text);
        }
    }
    let mut packed = Vec::new();
    put(&mut packed, length(names.list.len()));
    names.list.iter().for_each(|name| put_text(&mut packed, name));
    put(&mut packed, length(clauses.len()));
    packed.append(&mut rows);
    packed
}

/// Unpacks clauses.
///
/// # Errors
/// See [`Cut`].
pub fn unpack(bytes: &[u8]) -> Result<Vec<Clause>, Cut> {
    let mut rest = Rest(bytes);
    let count = rest.number()?;
    let names: Vec<Arc<str>> = (0..count).map(|_| rest.text().map(Arc::from)).collect::<Result<_, _>>()?;
    let count = rest.number()?;
    let clauses = (0..count).map(|_| rest.clause(&names)).collect::<Result<_, _>>()?;
    if rest.0.is_empty() { Ok(clauses) } else { Err(Cut) }
}

fn length(count: usize) -> u32 {
    // Reading keeps far below this; a longer list would not unpack, and that is told.
    u32::try_from(count).unwrap_or(NONE)
}

fn put(bytes: &mut Vec<u8>, number: u32) {
    bytes.extend_from_slice(&number.to_le_bytes());
}

fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put(bytes, length(text.len()));
    bytes.extend_from_slice(text.as_bytes());
}

const PARTS: [Part; 5] = [Part::Preamble, Part::Main, Part::Supplementary, Part::Table, Part::Form];

fn part_number(part: Part) -> u32 {
    PARTS.iter().position(|known| *known == part).map_or(NONE, length)
}

/// What is left of a rest.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn bytes(&mut self, count: usize) -> Result<&'a [u8], Cut> {
        let (bytes, rest) = self.0.split_at_checked(count).ok_or(Cut)?;
        self.0 = rest;
        Ok(bytes)
    }

    fn number(&mut self) -> Result<u32, Cut> {
        let bytes = self.bytes(4)?;
        Ok(u32::from_le_bytes(bytes.try_into().map_err(|_| Cut)?))
    }

    fn text(&mut self) -> Result<&'a str, Cut> {
        let count = self.number()?;
        std::str::from_utf8(self.bytes(count as usize)?).map_err(|_| Cut)
    }

    fn owned(&mut self) -> Result<String, Cut> {
        self.text().map(str::to_owned)
    }

    fn name(&mut self, names: &[Arc<str>]) -> Result<Arc<str>, Cut> {
        let place = self.number()?;
        names.get(place as usize).cloned().ok_or(Cut)
    }

    fn clause(&mut self, names: &[Arc<str>]) -> Result<Clause, Cut> {
        let file = self.name(names)?;
        let [title, kind] = [self.name(names)?, self.name(names)?];
        let [number, department, chapter] = [self.name(names)?, self.name(names)?, self.name(names)?];
        let sheet = match self.number()? {
            NONE => None,
            place => Some(names.get(place as usize).cloned().ok_or(Cut)?),
        };
        let row = Some(self.number()?).filter(|row| *row != NONE);
        let part = *PARTS.get(self.number()? as usize).ok_or(Cut)?;
        Ok(Clause {
            id: self.owned()?,
            place: Place { file, sheet, row },
            title,
            kind,
            number,
            department,
            part,
            chapter,
            article: self.owned()?,
            caption: self.owned()?,
            chapeau: self.owned()?,
            text: self.owned()?,
        })
    }
}
