//! Clauses in the work file: a row each, names that repeat written once.

use crate::clause::names::Names;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::clause::{Clause, Part, Place};

/// Clauses as the file holds them: `names`, and rows that name them by their place.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Packed {
    names: Vec<Arc<str>>,
    rows: Vec<Row>,
}

/// One clause: file, sheet, row; 例規名, 種別, 番号, 所管課, part, 章; id, 条項, 見出し, 柱書, 本文.
#[derive(Debug, Serialize, Deserialize)]
struct Row((u32, Option<u32>, Option<u32>), (u32, u32, u32, u32, Part, u32), (String, String, String, String, String));

impl Packed {
    pub(super) fn new(clauses: &[Clause]) -> Self {
        let mut names = Names::default();
        let rows = clauses.iter().map(|clause| {
            let place = &clause.place;
            Row(
                (names.place(&place.file), place.sheet.as_ref().map(|sheet| names.place(sheet)), place.row),
                (
                    names.place(&clause.title),
                    names.place(&clause.kind),
                    names.place(&clause.number),
                    names.place(&clause.department),
                    clause.part,
                    names.place(&clause.chapter),
                ),
                (
                    clause.id.clone(),
                    clause.article.clone(),
                    clause.caption.clone(),
                    clause.chapeau.clone(),
                    clause.text.clone(),
                ),
            )
        });
        let rows = rows.collect();
        Self { names: names.list, rows }
    }

    /// The clauses again.
    ///
    /// # Errors
    /// Says which row names a name that the file does not have.
    pub(super) fn unpack(self) -> Result<Vec<Clause>, String> {
        let names = self.names;
        let rows = self.rows.into_iter().enumerate();
        rows.map(|(index, row)| unpack(row, &names).ok_or_else(|| format!("row {index} of the clauses"))).collect()
    }
}

fn unpack(row: Row, names: &[Arc<str>]) -> Option<Clause> {
    let name = |place: u32| names.get(place as usize).cloned();
    let Row((file, sheet, row), (title, kind, number, department, part, chapter), texts) = row;
    let (id, article, caption, chapeau, text) = texts;
    let sheet = match sheet {
        Some(sheet) => Some(name(sheet)?),
        None => None,
    };
    Some(Clause {
        id,
        place: Place { file: name(file)?, sheet, row },
        title: name(title)?,
        kind: name(kind)?,
        number: name(number)?,
        department: name(department)?,
        part,
        chapter: name(chapter)?,
        article,
        caption,
        chapeau,
        text,
    })
}
