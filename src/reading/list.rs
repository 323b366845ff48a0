//! A list of clauses in a sheet: one row is one clause, as the officer's list has it.
//!
//! A cell that holds a whole 条 with several 項 stays one clause, because its decision is one row of the list that is
//! handed in; its lines are joined where a break stands within a sentence. A blank 例規名 means the one above (offices
//! write it once and leave the rows below blank), and so does a ditto mark (〃, 同上) in any column but the text.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::account::{SheetAccount, Skipped};
use super::note::{Note, Reason};
use super::ordinance;
use super::progress::{Progress, STRIDE, Stage, Watch};
use super::table::{Header, Role, Row, Sheet};
use super::text::wrapped;
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
        above: BTreeMap::new(),
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
    /// What stands in the columns of the row above, ditto marks resolved.
    above: BTreeMap<Role, String>,
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
        for role in [Role::Title, Role::Kind, Role::Number, Role::Article, Role::Caption, Role::Department] {
            let cell = self.columns.cell(row, role);
            if !is_ditto(cell) {
                self.above.insert(role, cell.to_owned());
            }
        }
        let cell = |role: Role| self.above.get(&role).map_or("", String::as_str);
        if !cell(Role::Title).is_empty() {
            self.title = self.shared.keep(cell(Role::Title));
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
            text: wrapped::cell(self.columns.cell(row, Role::Text)),
            ..Clause::default()
        });
    }
}

/// A mark that stands for what is written above.
fn is_ditto(cell: &str) -> bool {
    const MARKS: [&str; 20] = [
        "〃",
        "″",
        "〟",
        "〞",
        "”",
        "“",
        "\"",
        "''",
        "’’",
        "´´",
        "々",
        "仝",
        "同",
        "」",
        "同上",
        "仝上",
        "同前",
        "上に同じ",
        "以下同じ",
        "同じ",
    ];
    let bare: String =
        cell.chars().filter(|letter| !letter.is_whitespace() && !"()（）〔〕[]［］".contains(*letter)).collect();
    MARKS.contains(&bare.as_str())
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
    let above = |clause: &Clause| Some(clause.article.strip_suffix('号')?.rsplit_once('第')?.0.to_owned());
    let wanted: BTreeSet<(Arc<str>, String)> =
        clauses.iter().filter_map(|clause| Some((Arc::clone(&clause.title), above(clause)?))).collect();
    if wanted.is_empty() {
        return;
    }
    let mut heads: BTreeMap<(Arc<str>, String), String> = BTreeMap::new();
    for clause in clauses.iter().filter(|clause| !clause.article.ends_with('号')) {
        let place = (Arc::clone(&clause.title), clause.article.clone());
        if wanted.contains(&place) {
            let head = clause.text.lines().next().unwrap_or_default();
            heads.entry(place).or_insert_with(|| head.to_owned());
        }
    }
    for clause in clauses.iter_mut() {
        if let Some(above) = above(clause)
            && let Some(head) = heads.get(&(Arc::clone(&clause.title), above))
        {
            clause.chapeau.clone_from(head);
        }
    }
}
