//! [`read`]: all files to clauses, notes and the account.

use std::sync::Arc;

use super::account::Account;
use super::archive::Archive;
use super::choice::{Choices, GivenFile};
use super::content::{Content, Outcome, append};
use super::detect::{Kind, ZEROS, arrived, by_extension, detect};
use super::limits::Limits;
use super::list::Shared;
use super::note::{Cap, Note, Reason};
use super::progress::{Progress, Stage, Watch};
use crate::clause::Clause;

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// All clauses in the order of files, sheets and rows.
    pub clauses: Vec<Clause>,
    /// What could not be read or is doubtful, in the same order.
    pub notes: Vec<Note>,
    /// What became of every file, sheet and row.
    pub account: Account,
}

/// Reads all files into clauses.
///
/// Never fails as a whole: each file, sheet or row that cannot be read is a note. On cancel what was read stands.
pub fn read(sources: &[GivenFile<'_>], choices: &Choices, limits: &Limits, watch: &mut Watch<'_>) -> Reading {
    let mut reader =
        Reader { choices, limits, watch, shared: Shared::default(), reading: Reading::default(), cancelled: false };
    for (done, source) in sources.iter().enumerate() {
        reader.report(done, sources.len());
        reader.file(source, 0);
    }
    reader.reading
}

struct Reader<'a, 'w> {
    choices: &'a Choices,
    limits: &'a Limits,
    watch: &'a mut Watch<'w>,
    shared: Shared,
    reading: Reading,
    cancelled: bool,
}

impl Reader<'_, '_> {
    fn report(&mut self, done: usize, total: usize) {
        let progress = Progress { stage: Stage::Files, done: done as u64, total: Some(total as u64) };
        self.cancelled = self.cancelled || (self.watch)(progress).is_break();
    }

    fn file(&mut self, source: &GivenFile<'_>, depth: u32) {
        let file: Arc<str> = Arc::from(source.name);
        let kind = detect(source.name, source.bytes);
        let mut outcome = Outcome::new(&file, kind);
        let (limit, found) = (self.limits.file_bytes, source.bytes.len() as u64);
        if self.cancelled {
            outcome.broke_off(Reason::Cancelled);
        } else if found > limit {
            outcome.broke_off(Reason::Limit { cap: Cap::FileBytes, limit, found: Some(found) });
        } else if kind == Kind::Zip {
            self.archive(source, depth, outcome);
            return;
        } else {
            let mut content =
                Content { limits: self.limits, watch: self.watch, shared: &mut self.shared, cancelled: false };
            let choice = self.choices.get(source.name).cloned().unwrap_or_default();
            let whole = arrived(source.bytes);
            content.read(&GivenFile { bytes: whole.unwrap_or(source.bytes), ..*source }, &choice, &mut outcome);
            if whole.is_some() {
                outcome.note(None, Reason::damaged(ZEROS));
            }
            self.cancelled = content.cancelled;
        }
        self.keep(outcome);
    }

    fn keep(&mut self, mut outcome: Outcome) {
        outcome.account.clauses = u32::try_from(outcome.clauses.len()).unwrap_or(u32::MAX);
        append(&mut self.reading.clauses, outcome.clauses);
        self.reading.notes.append(&mut outcome.notes);
        self.reading.account.files.push(outcome.account);
    }

    /// The members of a ZIP, each as a file of its own.
    fn archive(&mut self, source: &GivenFile<'_>, depth: u32, mut outcome: Outcome) {
        if depth >= self.limits.archive_depth {
            let limit = u64::from(self.limits.archive_depth);
            outcome.broke_off(Reason::Limit { cap: Cap::ArchiveDepth, limit, found: Some(u64::from(depth) + 1) });
            self.keep(outcome);
            return;
        }
        let mut archive = match Archive::open(source.bytes, self.limits) {
            Ok(archive) => archive,
            Err(reason) => {
                outcome.broke_off(reason);
                self.keep(outcome);
                return;
            }
        };
        self.keep(outcome);
        let members = archive.members();
        for (done, member) in members.iter().enumerate() {
            self.report(done, members.len());
            let name = format!("{}/{}", source.name, member.path);
            let unzipped = if self.cancelled { Err(Reason::Cancelled) } else { archive.unzip(member.index, None) };
            match unzipped {
                Ok(bytes) => self.file(&GivenFile { name: &name, bytes: &bytes }, depth + 1),
                Err(reason) => {
                    let mut outcome = Outcome::new(&Arc::from(name), by_extension(&member.path));
                    outcome.broke_off(reason);
                    self.keep(outcome);
                }
            }
        }
    }
}
