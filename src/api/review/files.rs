//! Files of the desk: the sheet of results, and the work file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{KeptDrafts, Session, count, with};
use crate::api::border::{Ask, Bytes, Call, Tell, Written, told};
use crate::date::Date;
use crate::review::result::{Which, tables};
use crate::review::work_file::{self, Refused, WorkFile};
use crate::writing::{CharacterSet, Progress, Properties, Table, csv, workbook};

/// Writes the sheet of results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// Which rows.
    pub which: Which,
    /// Only what the filter shows.
    pub shown_only: bool,
    /// The form.
    pub format: ExportFormat,
    /// What was left of the drafts, for the sheet 改正案 of a workbook.
    pub kept: Written<KeptDrafts>,
    /// Conditions that only the page knows.
    pub conditions: Vec<(String, String)>,
    /// What made the file, with its version.
    pub author: String,
    /// The day.
    pub day: Date,
}

/// The form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// 結果, 集計, 凡例, 条件 as sheets of one workbook.
    Xlsx,
    /// 結果 as UTF-8 with its mark.
    Csv,
    /// 結果 as Windows-31J.
    CsvWindows31J,
}

/// A written sheet of results.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Exported {
    /// The file.
    pub bytes: Bytes,
    /// How many characters the character set could not hold.
    pub replaced: u32,
}

impl Call for Export {
    const NAME: &'static str = "export";
    type Progress = Progress;
    type Output = Exported;

    fn answer(self, tell: Tell<'_, Progress>) -> Result<Exported, String> {
        let (bytes, replaced) = with(|session| {
            let shown = self.shown_only.then(|| session.listing.shown());
            let mut tables = tables(&session.desk, self.which, shown, &self.conditions).map_err(told)?;
            if self.format == ExportFormat::Xlsx {
                tables.extend(session.amendments_table(&self.kept.0)?);
            }
            self.write(&tables, tell)
        })?;
        Ok(Exported { bytes: Bytes::new(&bytes), replaced: count(replaced) })
    }
}

impl Export {
    fn write(&self, tables: &[Table], tell: Tell<'_, Progress>) -> Result<(Vec<u8>, usize), String> {
        let character_set = match self.format {
            ExportFormat::Xlsx => {
                let title = "アナログ規制の点検結果".to_owned();
                let properties = Properties { title, author: self.author.clone(), created: self.day };
                return workbook(tables, &properties, tell).map(|book| (book.bytes, 0)).map_err(told);
            }
            ExportFormat::Csv => CharacterSet::Utf8,
            ExportFormat::CsvWindows31J => CharacterSet::Windows31J,
        };
        let csv = csv(tables.first().ok_or("no table")?, character_set);
        Ok((csv.bytes, csv.replaced.len()))
    }
}

/// Writes a work file: what goes into it beside the clauses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saving {
    /// When, `YYYY-MM-DDThh:mm`.
    pub saved: String,
    /// The edition of the page.
    pub edition: String,
    /// The sections as JSON text.
    pub sections: BTreeMap<String, String>,
    /// Whether the clauses are carried along.
    pub with_clauses: bool,
}

impl Ask for Saving {
    const NAME: &'static str = "save";
    type Output = Bytes;

    fn answer(self) -> Result<Bytes, String> {
        let written = with(|session| {
            let clauses = session.desk.clauses();
            let comparison = session.desk.comparison().clone();
            let file = WorkFile {
                saved: self.saved,
                edition: self.edition,
                sections: self.sections,
                clauses: None,
                comparison,
            };
            work_file::write_with(file, (self.with_clauses && !clauses.is_empty()).then_some(clauses))
        })?;
        Ok(Bytes::new(written.as_bytes()))
    }
}

/// Opens a work file. Where it carries clauses, they replace those of the desk.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Open(pub Bytes);

/// What a work file held.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// When it was saved.
    pub saved: String,
    /// The edition of the page that saved it.
    pub edition: String,
    /// The sections as JSON text.
    pub sections: BTreeMap<String, String>,
    /// Clauses on the desk now, where the file carried them.
    pub clauses: Option<usize>,
}

impl Ask for Open {
    const NAME: &'static str = "open";
    type Output = Result<Opened, Refused>;

    fn answer(self) -> Result<Self::Output, String> {
        Ok(work_file::read(&self.0.read()).map(|file| with(|session| session.open(file))))
    }
}

impl Session {
    fn open(&mut self, file: WorkFile) -> Opened {
        let clauses = file.clauses.map(|clauses| {
            let judgements = self.desk.judgements().clone();
            let (inquiry, today) = (std::mem::take(&mut self.inquiry), self.today);
            *self = Self::new();
            self.desk.set_judgements(judgements);
            self.desk.add(clauses);
            self.desk.set_comparison(file.comparison);
            self.set_inquiry(inquiry, today);
            self.desk.clauses().len()
        });
        Opened { saved: file.saved, edition: file.edition, sections: file.sections, clauses }
    }
}
