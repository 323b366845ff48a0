//! Looking at files and reading them, in the worker of opening.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use super::border::{Ask, Bytes, Call, Tell};
use crate::clause::{Clause, packed};
use crate::inquiry::answer::holds_answers;
use crate::reading::account::Account;
use crate::reading::detect::{Kind, detect};
use crate::reading::limits::Limits;
use crate::reading::note::Note;
use crate::reading::progress::Progress;
use crate::reading::{Choices, GivenFile, Inspection, inspect, read};
use crate::review::result::is_result;

/// A file that the officer opened.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct File {
    /// Its name, with its path where a folder was dropped.
    pub name: String,
    /// What it holds.
    pub bytes: Bytes,
}

/// Clauses on their way from the worker that read them to the worker that judges them.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PackedClauses(Bytes);

impl PackedClauses {
    /// Packs clauses.
    #[must_use]
    pub fn pack(clauses: &[Clause]) -> Self {
        Self(Bytes::new(&packed::pack(clauses)))
    }

    /// The clauses again.
    ///
    /// # Errors
    /// They were cut on the way.
    pub fn unpack(&self) -> Result<Vec<Clause>, String> {
        packed::unpack(&self.0.read()).map_err(|error| error.to_string())
    }
}

/// Looks at files without reading them wholly.
#[derive(Debug, Serialize, Deserialize)]
pub struct InspectFiles {
    /// The files.
    pub files: Vec<File>,
    /// What the officer chose, by file.
    pub choices: Choices,
}

/// What a file is.
#[derive(Debug, Serialize, Deserialize)]
pub struct Inspected {
    /// As reading sees it.
    pub inspection: Inspection,
    /// It is a sheet of results that this page wrote.
    pub own_result: bool,
    /// A section sent it back: it holds answers to an inquiry.
    pub answers: bool,
}

impl Ask for InspectFiles {
    const NAME: &'static str = "inspect_files";
    type Output = Vec<Inspected>;

    fn answer(self) -> Result<Self::Output, String> {
        let limits = Limits::default();
        let inspected = |file: &File| {
            let choice = self.choices.get(&file.name).cloned().unwrap_or_default();
            let bytes = file.bytes.read();
            let inspection = inspect(&GivenFile { name: &file.name, bytes: &bytes }, &choice, &limits);
            let may_be = inspection.is_table || detect(&file.name, &bytes) == Kind::Zip;
            let answers = may_be && holds_answers(&file.name, &bytes);
            let mut rows = inspection.sheets.iter().filter_map(|sheet| sheet.rows.first());
            Inspected { own_result: rows.any(|row| is_result(&row.cells)), answers, inspection }
        };
        Ok(self.files.iter().map(inspected).collect())
    }
}

/// Reads files wholly and accounts for them; cancelling ends the worker.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadFiles {
    /// The files.
    pub files: Vec<File>,
    /// What the officer chose, by file.
    pub choices: Choices,
}

/// What became of files.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReadFile {
    /// What could not be read.
    pub notes: Vec<Note>,
    /// What became of every file, sheet and row.
    pub account: Account,
    /// What was read.
    pub clauses: PackedClauses,
}

impl Call for ReadFiles {
    const NAME: &'static str = "read_files";
    type Progress = Progress;
    type Output = ReadFile;

    fn answer(self, tell: Tell<'_, Progress>) -> Result<ReadFile, String> {
        let files: Vec<(String, Vec<u8>)> = self.files.into_iter().map(|file| (file.name, file.bytes.read())).collect();
        let sources: Vec<GivenFile<'_>> = files.iter().map(|(name, bytes)| GivenFile { name, bytes }).collect();
        let mut report = |step: Progress| {
            tell(step);
            ControlFlow::Continue(())
        };
        let reading = read(&sources, &self.choices, &Limits::default(), &mut report);
        let clauses = PackedClauses::pack(&reading.clauses);
        Ok(ReadFile { notes: reading.notes, account: reading.account, clauses })
    }
}
