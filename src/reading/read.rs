//! [`read`]: all files to clauses, notes and the account; and [`inspect`](super::inspect) shares its dispatch.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::account::{Account, FileAccount, SheetAccount};
use super::archive::Archive;
use super::charset::{self, Charset};
use super::detect::{Kind, detect};
use super::limits::Limits;
use super::list::{self, Shared};
use super::note::{Cap, Note, Reason};
use super::ordinance::{self, Assembler};
use super::progress::{Progress, Stage, Watch};
use super::table::{self, Header, Role, Sheet};
use super::text::{docx, egov, html, plain};
use super::{json_lines, xml};
use crate::clause::Clause;

/// A file as it was dropped, picked or pasted.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its name, with its path where a folder was dropped.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// What the officer chose for a sheet; what is not chosen is guessed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SheetChoice {
    /// Name of the sheet; `None` for CSV.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Whether the sheet is read; by default visible sheets that have a column for the text.
    #[serde(default)]
    pub used: Option<bool>,
    /// Row number of the header; 0 when the list has none.
    #[serde(default)]
    pub header_row: Option<u32>,
    /// Role of each column from A on.
    #[serde(default)]
    pub columns: Option<Vec<Role>>,
}

/// What the officer chose for a file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FileChoice {
    /// Character set of CSV and text.
    #[serde(default)]
    pub charset: Option<Charset>,
    /// Delimiter of CSV, an ASCII character.
    #[serde(default)]
    pub delimiter: Option<u8>,
    /// Whether text is read as a table (or not), where the page cannot be sure.
    #[serde(default)]
    pub as_table: Option<bool>,
    /// Choices for sheets.
    #[serde(default)]
    pub sheets: Vec<SheetChoice>,
}

/// Choices by file name, with the path inside a ZIP or folder.
pub type Choices = BTreeMap<String, FileChoice>;

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
pub fn read(sources: &[Source<'_>], choices: &Choices, limits: &Limits, watch: &mut Watch<'_>) -> Reading {
    let mut reader =
        Reader { choices, limits, watch, shared: Shared::default(), reading: Reading::default(), cancelled: false };
    for (done, source) in sources.iter().enumerate() {
        reader.report(done, sources.len());
        reader.file(source, 0);
    }
    reader.reading
}

/// What one file yields.
struct Outcome {
    clauses: Vec<Clause>,
    notes: Vec<Note>,
    account: FileAccount,
}

impl Outcome {
    fn new(file: &Arc<str>, kind: Kind) -> Self {
        let account = FileAccount {
            file: Arc::clone(file),
            kind,
            charset: None,
            sheets: Vec::new(),
            lines: None,
            clauses: 0,
            read: true,
        };
        Self { clauses: Vec::new(), notes: Vec::new(), account }
    }

    /// Notes that the file was not read, or not to its end.
    fn broke_off(&mut self, reason: Reason) {
        self.account.read = false;
        self.note(None, reason);
    }

    fn note(&mut self, row: Option<u32>, reason: Reason) {
        self.notes.push(Note { file: Arc::clone(&self.account.file), sheet: None, row, reason });
    }
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

    fn file(&mut self, source: &Source<'_>, depth: u32) {
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
            self.content(source, &mut outcome);
        }
        self.keep(outcome);
    }

    fn keep(&mut self, mut outcome: Outcome) {
        outcome.account.clauses = u32::try_from(outcome.clauses.len()).unwrap_or(u32::MAX);
        self.reading.clauses.append(&mut outcome.clauses);
        self.reading.notes.append(&mut outcome.notes);
        self.reading.account.files.push(outcome.account);
    }

    /// The members of a ZIP, each as a file of its own.
    fn archive(&mut self, source: &Source<'_>, depth: u32, mut outcome: Outcome) {
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
                Ok(bytes) => self.file(&Source { name: &name, bytes: &bytes }, depth + 1),
                Err(reason) => {
                    let mut outcome = Outcome::new(&Arc::from(name), detect(&member.path, &[1]));
                    outcome.broke_off(reason);
                    self.keep(outcome);
                }
            }
        }
    }

    fn content(&mut self, source: &Source<'_>, outcome: &mut Outcome) {
        let choice = self.choices.get(source.name).cloned().unwrap_or_default();
        let kind = outcome.account.kind;
        match kind {
            Kind::Xlsx | Kind::Xls | Kind::Ods | Kind::Delimited if choice.as_table != Some(false) => {
                self.table(source, &choice, outcome)
            }
            Kind::Delimited | Kind::Text | Kind::JsonLines => self.text(source, &choice, outcome),
            Kind::Html | Kind::Xml | Kind::Docx => self.document(source, &choice, outcome),
            Kind::Empty => outcome.broke_off(Reason::Empty),
            Kind::Encrypted => outcome.broke_off(Reason::Encrypted),
            Kind::Unread(kind) => outcome.broke_off(Reason::UnreadKind { kind }),
            Kind::Xlsx | Kind::Xls | Kind::Ods | Kind::Zip => outcome.broke_off(Reason::NoTable),
        }
    }

    /// Text that may be a table, JSON lines or an ordinance.
    fn text(&mut self, source: &Source<'_>, choice: &FileChoice, outcome: &mut Outcome) {
        let charset = choice.charset.unwrap_or_else(|| charset::guess(source.bytes).charset);
        let text = charset.decode(source.bytes);
        outcome.account.charset = Some(charset);
        if outcome.account.kind == Kind::JsonLines {
            let (clauses, notes, account) = json_lines::read(&outcome.account.file, &text);
            outcome.clauses = clauses;
            outcome.notes = notes;
            outcome.account.sheets.push(account);
            return;
        }
        if choice.as_table.unwrap_or_else(|| looks_like_list(&text)) {
            self.table(source, choice, outcome);
            return;
        }
        let lines = plain::lines(&text);
        note_undecodable(&lines, charset, outcome);
        self.ordinance(&lines, None, outcome);
    }

    fn document(&mut self, source: &Source<'_>, choice: &FileChoice, outcome: &mut Outcome) {
        if outcome.account.kind == Kind::Docx {
            match docx::read(source.bytes, self.limits) {
                Ok(lines) => self.ordinance(&lines, None, outcome),
                Err(reason) => outcome.broke_off(reason),
            }
            return;
        }
        let charset = choice.charset.unwrap_or_else(|| document_charset(source.bytes));
        outcome.account.charset = Some(charset);
        let text = charset.decode(source.bytes);
        if outcome.account.kind == Kind::Xml && egov::is_law(&text) {
            let mut assembler = Assembler::new(&outcome.account.file);
            let read = egov::read(&text, self.limits, &mut assembler);
            finish(assembler, source.name, outcome);
            match read {
                Ok(0) => {}
                Ok(count) => outcome.note(None, Reason::Entity { count }),
                Err(reason) => outcome.broke_off(reason),
            }
            return;
        }
        let page = html::read(&text, self.limits);
        if page.too_deep {
            outcome.note(None, Reason::NestedTooDeep { limit: self.limits.nesting as u64 });
        }
        note_undecodable(&page.lines, charset, outcome);
        self.ordinance(&page.lines, page.title.as_deref(), outcome);
        if let Some(lines) = outcome.account.lines.as_mut() {
            lines.structure += page.outside;
        }
    }

    fn ordinance(&mut self, lines: &[ordinance::Line], hint: Option<&str>, outcome: &mut Outcome) {
        let progress = Progress { stage: Stage::Clauses, done: 0, total: None };
        if (self.watch)(progress).is_break() {
            self.cancelled = true;
            outcome.broke_off(Reason::Cancelled);
            return;
        }
        let mut assembler = Assembler::new(&outcome.account.file);
        ordinance::split(lines, hint, &mut assembler);
        let name = Arc::clone(&outcome.account.file);
        finish(assembler, &name, outcome);
    }

    fn table(&mut self, source: &Source<'_>, choice: &FileChoice, outcome: &mut Outcome) {
        let options =
            table::Options { charset: choice.charset, delimiter: choice.delimiter, rows: None, limits: *self.limits };
        let mut table = table::open(source.name, source.bytes, &options, self.watch);
        outcome.account.charset = table.charset.map(|guess| guess.charset);
        self.cancelled |= table.notes.iter().any(|note| note.reason == Reason::Cancelled);
        outcome.account.read = !table.sheets.is_empty();
        outcome.notes.append(&mut table.notes);
        let plans: Vec<Plan> = table.sheets.iter().map(|sheet| Plan::new(sheet, choice)).collect();
        let some_has_text = plans.iter().any(|plan| plan.wanted && plan.has_text());
        for (sheet, plan) in table.sheets.iter().zip(plans) {
            let rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
            if plan.wanted && (plan.has_text() || !some_has_text) && !self.cancelled {
                let listed = list::read(&outcome.account.file, sheet, &plan.header, &mut self.shared, self.watch);
                self.cancelled |= listed.cancelled;
                outcome.clauses.extend(listed.clauses);
                outcome.notes.extend(listed.notes);
                outcome.account.sheets.push(listed.account);
                continue;
            }
            let left_out = SheetAccount {
                sheet: sheet.name.clone(),
                rows,
                blank: sheet.blank_rows,
                left_out: rows,
                ..SheetAccount::default()
            };
            outcome.account.sheets.push(left_out);
            let reason = if sheet.hidden { Reason::HiddenSheet { rows } } else { Reason::SheetLeftOut { rows } };
            if rows > 0 && !self.cancelled {
                outcome.notes.push(Note {
                    file: Arc::clone(&outcome.account.file),
                    sheet: sheet.name.clone(),
                    row: None,
                    reason,
                });
            }
        }
    }
}

/// How a sheet will be read: by the officer's choice, else by the guess.
struct Plan {
    wanted: bool,
    header: Header,
}

impl Plan {
    fn new(sheet: &Sheet, choice: &FileChoice) -> Self {
        let choice = choice.sheets.iter().find(|choice| choice.sheet.as_deref() == sheet.name.as_deref());
        let mut header = match choice.and_then(|choice| choice.header_row) {
            Some(row) => sheet.header_at((row > 0).then_some(row)),
            None => sheet.header(),
        };
        if let Some(columns) = choice.and_then(|choice| choice.columns.clone()) {
            header.columns = columns;
        }
        let wanted = choice.and_then(|choice| choice.used).unwrap_or(!sheet.hidden);
        Self { wanted, header }
    }

    fn has_text(&self) -> bool {
        self.header.column(Role::Text).is_some()
    }
}

/// Whether a text without a telling name is a list: its records are regular and it is no ordinance.
pub(super) fn looks_like_list(text: &str) -> bool {
    let article = |line: &str| matches!(ordinance::mark(line.trim()), ordinance::Mark::Article { .. });
    table::looks_tabular(text) && !text.lines().take(200).any(article)
}

/// The character set of HTML and XML: by its mark, by what it declares if that fits, else guessed.
pub(super) fn document_charset(bytes: &[u8]) -> Charset {
    let guess = charset::guess(bytes);
    if guess.marked {
        return guess.charset;
    }
    let fits = |declared: &Charset| *declared == guess.charset || charset::undecodable(&declared.decode(bytes)) == 0;
    xml::declared(bytes).filter(fits).unwrap_or(guess.charset)
}

/// Notes the lines that hold undecodable characters.
fn note_undecodable(lines: &[ordinance::Line], charset: Charset, outcome: &mut Outcome) {
    for line in lines {
        let count = charset::undecodable(&line.text);
        if count > 0 {
            outcome.note(Some(line.number), Reason::Undecodable { charset, count });
        }
    }
}

/// Takes the clauses of an ordinance over; one without a title is named by its file.
fn finish(assembler: Assembler, name: &str, outcome: &mut Outcome) {
    let made = assembler.finish();
    let base = name.rsplit('/').next().unwrap_or(name);
    let stem: Arc<str> = Arc::from(base.rsplit_once('.').map_or(base, |(stem, _)| stem));
    outcome.clauses = made.clauses;
    for clause in outcome.clauses.iter_mut().filter(|clause| clause.title.is_empty()) {
        clause.title = Arc::clone(&stem);
    }
    outcome.account.lines = Some(made.lines);
    if outcome.clauses.is_empty() {
        outcome.note(None, Reason::NoClause);
    }
}
