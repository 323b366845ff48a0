//! The content of one file: by its kind to a table, JSON lines or an ordinance, and what it yields.

use std::sync::Arc;

use super::account::{FileAccount, SheetAccount};
use super::charset::{self, Charset};
use super::choice::{FileChoice, GivenFile, Plan};
use super::detect::{Kind, by_extension};
use super::json_lines;
use super::limits::Limits;
use super::list::{self, Shared};
use super::note::{Note, Reason};
use super::ordinance::{self, Assembler};
use super::progress::{Progress, Stage, Watch, unwatched};
use super::table::{self, Table};
use super::text::{docx, egov, html, plain};
use crate::clause::Clause;

/// Bytes of a text by which it is told whether it is a list.
const TOLD_BY: usize = 512 << 10;

/// What one file yields.
pub(super) struct Outcome {
    pub clauses: Vec<Clause>,
    pub notes: Vec<Note>,
    pub account: FileAccount,
}

impl Outcome {
    pub fn new(file: &Arc<str>, kind: Kind) -> Self {
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
    pub fn broke_off(&mut self, reason: Reason) {
        self.account.read = false;
        self.note(None, reason);
    }

    pub fn note(&mut self, row: Option<u32>, reason: Reason) {
        self.notes.push(Note { file: Arc::clone(&self.account.file), sheet: None, row, reason });
    }
}

/// Appends clauses; those of the first file or sheet are taken as they lie.
pub(super) fn append(clauses: &mut Vec<Clause>, further: Vec<Clause>) {
    if clauses.is_empty() {
        *clauses = further;
    } else {
        clauses.extend(further);
    }
}

/// Reads one file after another; what they share lives here.
pub(super) struct Content<'a, 'w> {
    pub limits: &'a Limits,
    pub watch: &'a mut Watch<'w>,
    pub shared: &'a mut Shared,
    /// The officer cancelled.
    pub cancelled: bool,
}

impl Content<'_, '_> {
    /// Reads a file that is no archive.
    pub fn read(&mut self, source: &GivenFile<'_>, choice: &FileChoice, outcome: &mut Outcome) {
        match outcome.account.kind {
            Kind::Empty => outcome.broke_off(Reason::Empty),
            Kind::Encrypted => outcome.broke_off(Reason::Encrypted),
            Kind::Unread(kind) => outcome.broke_off(Reason::UnreadKind { kind }),
            Kind::Zip => outcome.broke_off(Reason::NoTable),
            // A document is opened once, to tell and to read it.
            Kind::Docx => self.document(source, choice, outcome),
            kind if reads_as_table(kind, source, choice, self.limits) => self.table(source, choice, outcome),
            Kind::Xlsx | Kind::Xls | Kind::Ods | Kind::XmlSheet => self.rows_as_text(source, choice, outcome),
            Kind::Delimited | Kind::Text | Kind::JsonLines => self.text(source, choice, outcome),
            Kind::Html | Kind::Xml => self.document(source, choice, outcome),
        }
    }

    /// Text that is no table: JSON lines, unless the officer wants them read as an ordinance, or an ordinance.
    fn text(&mut self, source: &GivenFile<'_>, choice: &FileChoice, outcome: &mut Outcome) {
        let charset = choice.charset.unwrap_or_else(|| charset::guess(source.bytes).charset);
        let text = charset.decode(source.bytes);
        outcome.account.charset = Some(charset);
        if outcome.account.kind == Kind::JsonLines {
            let (clauses, notes, account) = json_lines::read(&outcome.account.file, &text);
            if !clauses.is_empty() || choice.as_table.is_none() {
                (outcome.clauses, outcome.notes) = (clauses, notes);
                outcome.account.sheets.push(account);
                return;
            }
        }
        let lines = plain::lines(&text);
        note_undecodable(&lines, charset, outcome);
        self.ordinance(&lines, None, outcome);
        if plain::end_is_open(&text) {
            outcome.note(lines.last().map(|line| line.number), Reason::OpenEnd);
        }
    }

    /// A workbook whose rows are the lines of an ordinance.
    fn rows_as_text(&mut self, source: &GivenFile<'_>, choice: &FileChoice, outcome: &mut Outcome) {
        let mut table = self.opened(source, choice, outcome);
        outcome.notes.append(&mut table.notes);
        let line = |row: &table::Row| {
            let filled: Vec<&str> = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
            (row.number, filled.join("　"))
        };
        let rows = table.sheets.iter().flat_map(|sheet| sheet.rows.iter().map(line));
        let lines: Vec<ordinance::Line> = rows
            .flat_map(|(number, text)| {
                text.lines().map(|text| ordinance::Line { number, text: text.to_owned() }).collect::<Vec<_>>()
            })
            .collect();
        self.ordinance(&lines, None, outcome);
    }

    fn document(&mut self, source: &GivenFile<'_>, choice: &FileChoice, outcome: &mut Outcome) {
        if outcome.account.kind == Kind::Docx {
            match docx::read(source.bytes, self.limits) {
                Ok(blocks) if choice.as_table.unwrap_or_else(|| table::is_list(&blocks, self.limits)) => {
                    self.table(source, choice, outcome);
                }
                Ok(blocks) => {
                    self.word(&blocks, outcome);
                    beside_word(source.bytes, self.limits, outcome);
                }
                Err(reason) => outcome.broke_off(reason),
            }
            return;
        }
        let (charset, text) = html::decoded(source.bytes, choice.charset);
        outcome.account.charset = Some(charset);
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
        self.page(&text, charset, outcome);
    }

    /// A page, or XML that is no law.
    fn page(&mut self, text: &str, charset: Charset, outcome: &mut Outcome) {
        let page = html::read(text, self.limits);
        if page.too_deep {
            outcome.note(None, Reason::NestedTooDeep { limit: self.limits.nesting as u64 });
        }
        note_undecodable(&page.lines, charset, outcome);
        self.ordinance(&page.lines, page.title.as_deref(), outcome);
        if html::end_is_open(text) {
            outcome.note(None, Reason::OpenEnd);
        }
        if page.frames {
            outcome.notes.retain(|note| note.reason != Reason::NoClause);
            outcome.note(None, Reason::Frames);
        }
        if let Some(lines) = outcome.account.lines.as_mut() {
            lines.structure += page.outside;
        }
    }

    /// A Word document: one ordinance, or both versions of a 新旧対照表, each named by its column.
    fn word(&mut self, blocks: &[docx::Block], outcome: &mut Outcome) {
        let versions = docx::versions(blocks);
        if versions.is_empty() {
            self.ordinance(&docx::lines(blocks), None, outcome);
            return;
        }
        let (mut clauses, mut count) = (Vec::new(), ordinance::LineCount::default());
        let notes = outcome.notes.len();
        for version in versions {
            self.ordinance(&version.lines, None, outcome);
            let name: Arc<str> = Arc::from(version.name);
            for mut clause in outcome.clauses.drain(..) {
                clause.place.sheet = Some(Arc::clone(&name));
                clauses.push(clause);
            }
            let lines = outcome.account.lines.take().unwrap_or_default();
            count.blank += lines.blank;
            count.text += lines.text;
            count.structure += lines.structure;
        }
        // A column of remarks holds no clause: that is no loss where the versions do.
        if !clauses.is_empty() {
            outcome.notes.truncate(notes);
            outcome.note(None, Reason::BothVersions);
        }
        (outcome.clauses, outcome.account.lines) = (clauses, Some(count));
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

    /// Opens the table of a file.
    fn opened(&mut self, source: &GivenFile<'_>, choice: &FileChoice, outcome: &mut Outcome) -> Table {
        let options =
            table::Options { charset: choice.charset, delimiter: choice.delimiter, rows: None, limits: *self.limits };
        let table = table::open(source.name, source.bytes, &options, self.watch);
        outcome.account.charset = table.charset.map(|guess| guess.charset);
        self.cancelled |= table.notes.iter().any(|note| note.reason == Reason::Cancelled);
        outcome.account.read = !table.sheets.is_empty();
        table
    }

    fn table(&mut self, source: &GivenFile<'_>, choice: &FileChoice, outcome: &mut Outcome) {
        let mut table = self.opened(source, choice, outcome);
        outcome.notes.append(&mut table.notes);
        let plans: Vec<Plan> = table.sheets.iter().map(|sheet| Plan::new(sheet, choice)).collect();
        let some_has_text = plans.iter().any(|plan| plan.wanted && plan.has_text());
        for (sheet, plan) in table.sheets.into_iter().zip(plans) {
            let rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
            if plan.wanted && (plan.has_text() || !some_has_text) && !self.cancelled {
                let listed = list::read(&outcome.account.file, sheet, &plan.header, self.shared, self.watch);
                self.cancelled |= listed.cancelled;
                append(&mut outcome.clauses, listed.clauses);
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

/// Whether a file is read as a table: as the officer chose, else by its kind, else by its content.
pub(super) fn reads_as_table(kind: Kind, source: &GivenFile<'_>, choice: &FileChoice, limits: &Limits) -> bool {
    let by_content = || match kind {
        Kind::Xlsx | Kind::Xls | Kind::Ods | Kind::XmlSheet | Kind::Delimited => true,
        Kind::Text => {
            let charset = choice.charset.unwrap_or_else(|| charset::guess(source.bytes).charset);
            looks_like_list(&charset.decode(source.bytes.get(..TOLD_BY).unwrap_or(source.bytes)))
        }
        Kind::Html => page_is_list(source, choice, limits),
        Kind::Docx => docx::read(source.bytes, limits).is_ok_and(|blocks| table::is_list(&blocks, limits)),
        _ => false,
    };
    choice.as_table.unwrap_or_else(by_content)
}

/// Whether a text without a telling name is a list: its records are regular and it is no ordinance.
fn looks_like_list(text: &str) -> bool {
    table::looks_tabular(text) && !text.lines().take(200).any(is_article)
}

/// Whether a page is a list: one of its tables says so by its header, or it is named like a workbook.
fn page_is_list(source: &GivenFile<'_>, choice: &FileChoice, limits: &Limits) -> bool {
    let tagged = source.bytes.windows(6).any(|tag| tag.eq_ignore_ascii_case(b"<table"));
    if source.bytes.starts_with(b"<") && !source.bytes.contains(&0) && !tagged {
        return false;
    }
    let options = table::Options { charset: choice.charset, limits: *limits, ..table::Options::default() };
    let table = table::open(source.name, source.bytes, &options, &mut unwatched);
    if matches!(by_extension(source.name), Kind::Xls | Kind::Xlsx | Kind::Ods | Kind::Delimited) {
        return !table.sheets.is_empty();
    }
    // A 別表 may be headed 条項 and 内容; articles outside of it make the page an ordinance.
    let lists: Vec<&table::Sheet> = table.sheets.iter().filter(|sheet| sheet.is_list_of_clauses()).collect();
    let rows = lists.iter().flat_map(|sheet| &sheet.rows);
    let listed = rows.filter(|row| is_article(&format!("{}　", row.cell(0)))).count();
    !lists.is_empty() && {
        let (_, text) = html::decoded(source.bytes, choice.charset);
        html::read(&text, limits).lines.iter().filter(|line| is_article(&line.text)).count() <= listed
    }
}

/// Notes the texts of a Word document that stand beside its paragraphs.
fn beside_word(bytes: &[u8], limits: &Limits, outcome: &mut Outcome) {
    match docx::beside(bytes, limits) {
        Ok(besides) => besides.reasons().for_each(|reason| outcome.note(None, reason)),
        Err(reason) => outcome.note(None, reason),
    }
}

fn is_article(line: &str) -> bool {
    matches!(ordinance::mark(line.trim()), ordinance::Mark::Article { .. })
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
    let undivided: Vec<(Option<u32>, u32)> = outcome
        .clauses
        .iter()
        .filter(|clause| clause.article.is_empty())
        .map(|clause| (clause.place.row, u32::try_from(clause.text.lines().count()).unwrap_or(u32::MAX)))
        .filter(|(_, count)| *count > 1)
        .collect();
    for (row, count) in undivided {
        outcome.note(row, Reason::Undivided { count });
    }
}
