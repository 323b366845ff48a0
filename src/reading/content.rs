//! The content of one file: by its kind to a table, JSON lines or an ordinance.

use std::sync::Arc;

use super::account::SheetAccount;
use super::charset::{self, Charset};
use super::choice::{FileChoice, Plan, Source};
use super::detect::Kind;
use super::limits::Limits;
use super::list::{self, Shared};
use super::note::{Note, Reason};
use super::ordinance::{self, Assembler};
use super::progress::{Progress, Stage, Watch};
use super::read::Outcome;
use super::text::{docx, egov, html, plain};
use super::{json_lines, table, xml};

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
    pub fn read(&mut self, source: &Source<'_>, choice: &FileChoice, outcome: &mut Outcome) {
        let kind = outcome.account.kind;
        match kind {
            Kind::Xlsx | Kind::Xls | Kind::Ods | Kind::Delimited if choice.as_table != Some(false) => {
                self.table(source, choice, outcome);
            }
            Kind::Delimited | Kind::Text | Kind::JsonLines => self.text(source, choice, outcome),
            Kind::Html | Kind::Xml | Kind::Docx => self.document(source, choice, outcome),
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
                let listed = list::read(&outcome.account.file, sheet, &plan.header, self.shared, self.watch);
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
