//! A list of clauses in a sheet: one row is one clause, as the officer's list has it.
//!
//! A cell that holds a whole 条 with several 項 stays one clause, because its decision is one row of the list that is
//! handed in. A blank 例規名 means the one above (offices write it once and leave the rows below blank).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::account::{SheetAccount, Skipped};
use super::note::{Note, Reason};
use super::ordinance;
use super::progress::{Progress, STRIDE, Stage, Watch};
use super::table::{Header, Role, Row, Sheet};
use crate::clause::{Clause, Part, Place};

/// Strings that many clauses share, kept once.
#[derive(Default)]
pub(super) struct Shared(BTreeSet<Arc<str>>);

impl Shared {
    fn keep(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return Arc::clone(known);
        }
        let kept: Arc<str> = Arc::from(text);
        self.0.insert(Arc::clone(&kept));
        kept
    }
}

/// What a sheet yields.
pub(super) struct Listed {
    pub clauses: Vec<Clause>,
    pub notes: Vec<Note>,
    pub account: SheetAccount,
    /// The officer cancelled.
    pub cancelled: bool,
}

/// Makes the clauses of a sheet by its header.
pub(super) fn read(
    file: &Arc<str>,
    sheet: &Sheet,
    header: &Header,
    shared: &mut Shared,
    watch: &mut Watch<'_>,
) -> Listed {
    let count = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
    let above = sheet.rows.len() - sheet.body(header).count();
    let account = SheetAccount {
        sheet: sheet.name.clone(),
        rows: count(sheet.rows.len()),
        blank: sheet.blank_rows,
        above: count(above),
        ..SheetAccount::default()
    };
    let mut reader = Reader {
        file,
        sheet,
        columns: Columns::of(header),
        title: Arc::default(),
        shared,
        listed: Listed { clauses: Vec::new(), notes: Vec::new(), account, cancelled: false },
    };
    reader.rows(header, watch);
    let mut listed = reader.listed;
    add_chapeaux(&mut listed.clauses);
    listed.account.clauses = count(listed.clauses.len());
    listed
}

/// The columns by role.
struct Columns {
    by_role: BTreeMap<Role, usize>,
}

impl Columns {
    fn of(header: &Header) -> Self {
        let columns = header.columns.iter().enumerate().rev();
        Self { by_role: columns.map(|(column, role)| (*role, column)).collect() }
    }

    fn cell<'a>(&self, row: &'a Row, role: Role) -> &'a str {
        self.by_role.get(&role).map_or("", |column| row.cell(*column)).trim()
    }
}

struct Reader<'a> {
    file: &'a Arc<str>,
    sheet: &'a Sheet,
    columns: Columns,
    /// 例規名 of the row above.
    title: Arc<str>,
    shared: &'a mut Shared,
    listed: Listed,
}

impl Reader<'_> {
    fn rows(&mut self, header: &Header, watch: &mut Watch<'_>) {
        let has_text = self.columns.by_role.contains_key(&Role::Text);
        if !has_text {
            self.note(header.row, Reason::NoTextColumn);
        }
        if !has_text {
            let rows = self.sheet.body(header).count();
            self.listed.account.left_out = u32::try_from(rows).unwrap_or(u32::MAX);
            return;
        }
        let names: Option<&Row> = header.row.and_then(|number| self.sheet.rows.iter().find(|row| row.number == number));
        let total = Some(self.sheet.rows.len() as u64);
        for (done, row) in self.sheet.body(header).enumerate() {
            let progress = Progress { stage: Stage::Clauses, done: done as u64, total };
            if !self.listed.cancelled && done.is_multiple_of(STRIDE) && watch(progress).is_break() {
                self.listed.cancelled = true;
                self.note(Some(row.number), Reason::Cancelled);
            }
            let reason = if self.listed.cancelled {
                Some(Reason::Cancelled)
            } else if names.is_some_and(|names| names.cells == row.cells) {
                Some(Reason::RepeatedHeader)
            } else if self.columns.cell(row, Role::Text).is_empty() {
                self.note(Some(row.number), Reason::NoTextInRow);
                Some(Reason::NoTextInRow)
            } else {
                None
            };
            match reason {
                Some(reason) => self.listed.account.skipped.push(Skipped { row: row.number, reason }),
                None => self.row(row),
            }
        }
    }

    fn note(&mut self, row: Option<u32>, reason: Reason) {
        let note = Note { file: Arc::clone(self.file), sheet: self.sheet.name.clone(), row, reason };
        self.listed.notes.push(note);
    }

    fn row(&mut self, row: &Row) {
        let cell = |role: Role| self.columns.cell(row, role);
        let title = cell(Role::Title);
        if !title.is_empty() {
            self.title = self.shared.keep(title);
        }
        let (article, behind) = ordinance::caption_of(cell(Role::Article));
        let own_caption = cell(Role::Caption);
        let caption = if own_caption.is_empty() { behind } else { own_caption };
        let kind = match cell(Role::Kind) {
            "" => self.shared.keep(&ordinance::kind_of(&self.title)),
            kind => self.shared.keep(kind),
        };
        self.listed.clauses.push(Clause {
            place: Place { file: Arc::clone(self.file), sheet: self.sheet.name.clone(), row: Some(row.number) },
            title: Arc::clone(&self.title),
            kind,
            number: self.shared.keep(cell(Role::Number)),
            department: self.shared.keep(cell(Role::Department)),
            part: part(article),
            article: article.to_owned(),
            caption: caption.to_owned(),
            text: cell(Role::Text).to_owned(),
            ..Clause::default()
        });
    }
}

/// The part of an ordinance that a cited place lies in.
fn part(article: &str) -> Part {
    let starts = |words: &[&str]| words.iter().any(|word| article.starts_with(word));
    if starts(&["附則", "付則"]) {
        Part::Supplementary
    } else if starts(&["別表"]) {
        Part::Table
    } else if starts(&["様式", "別記"]) {
        Part::Form
    } else if starts(&["前文"]) {
        Part::Preamble
    } else {
        Part::Main
    }
}

/// A 号 that stands in a row of its own takes the 柱書 from the row of its 条 or 項.
fn add_chapeaux(clauses: &mut [Clause]) {
    let mut heads: BTreeMap<(Arc<str>, String), String> = BTreeMap::new();
    for clause in clauses.iter() {
        if !clause.article.ends_with('号') {
            let head = clause.text.lines().next().unwrap_or_default().to_owned();
            heads.entry((Arc::clone(&clause.title), clause.article.clone())).or_insert(head);
        }
    }
    for clause in clauses.iter_mut().filter(|clause| clause.article.ends_with('号')) {
        let Some((above, _)) = clause.article.rsplit_once('第') else {
            continue;
        };
        if let Some(head) = heads.get(&(Arc::clone(&clause.title), above.to_owned())) {
            clause.chapeau.clone_from(head);
        }
    }
}
