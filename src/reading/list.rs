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

/// Makes the clauses of a sheet by its header; the texts of the sheet become those of the clauses.
pub(super) fn read(
    file: &Arc<str>,
    sheet: Sheet,
    header: &Header,
    shared: &mut Shared,
    watch: &mut Watch<'_>,
) -> Listed {
    let count = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
    let body = sheet.body(header).count();
    let account = SheetAccount {
        sheet: sheet.name.clone(),
        rows: count(sheet.rows.len()),
        blank: sheet.blank_rows,
        above: count(sheet.rows.len() - body),
        ..SheetAccount::default()
    };
    let mut listed = Listed { clauses: Vec::new(), notes: Vec::new(), account, cancelled: false };
    let Some(text) = header.column(Role::Text) else {
        listed.account.left_out = count(body);
        let reason = Reason::NoTextColumn;
        listed.notes.push(Note { file: Arc::clone(file), sheet: sheet.name, row: header.row, reason });
        return listed;
    };
    listed.clauses.reserve(body);
    let mut reader = Reader { file, sheet: sheet.name, text, columns: Columns::of(header), shared, listed };
    reader.rows(sheet.rows, header, watch);
    let mut listed = reader.listed;
    add_chapeaux(&mut listed.clauses);
    listed.account.clauses = count(listed.clauses.len());
    listed
}

/// A column whose cells may bear a mark that stands for what is written above.
#[derive(Default)]
struct Column {
    /// `None` where the list has none.
    place: Option<usize>,
    /// What it says in the row that was read last.
    says: String,
    /// The same where many rows share it, kept once.
    kept: Arc<str>,
}

impl Column {
    fn of(header: &Header, role: Role) -> Self {
        Self { place: header.column(role), ..Self::default() }
    }

    /// Turns to the next row; whether it says something else than the one above.
    fn turn_to(&mut self, row: &Row) -> bool {
        let cell = self.place.map_or("", |place| row.cell(place));
        // In most columns most rows say what the one above says, and in most lists no blank stands around it.
        if cell == self.says {
            return false;
        }
        let cell = cell.trim();
        let turns = cell != self.says && !is_ditto(cell);
        if turns {
            cell.clone_into(&mut self.says);
        }
        turns
    }

    /// As [`Self::turn_to`], of a column whose cells many rows share.
    fn turn_and_keep(&mut self, row: &Row, shared: &mut Shared) -> bool {
        let turns = self.turn_to(row);
        if turns {
            self.kept = shared.keep(&self.says);
        }
        turns
    }
}

/// The columns that stand beside the text, and what follows from them.
#[derive(Default)]
struct Columns {
    title: Column,
    kind: Column,
    number: Column,
    department: Column,
    article: Column,
    caption: Column,
    /// 例規名 of the row, or of the last one above that has one.
    titled: Arc<str>,
    /// 例規種別 as the row tells it, or as its 例規名 ends.
    of_kind: Arc<str>,
}

impl Columns {
    fn of(header: &Header) -> Self {
        let of = |role: Role| Column::of(header, role);
        Self {
            title: of(Role::Title),
            kind: of(Role::Kind),
            number: of(Role::Number),
            department: of(Role::Department),
            article: of(Role::Article),
            caption: of(Role::Caption),
            ..Self::default()
        }
    }

    fn turn_to(&mut self, row: &Row, shared: &mut Shared) {
        let titled = self.title.turn_to(row) && !self.title.says.is_empty();
        if titled {
            self.titled = shared.keep(&self.title.says);
        }
        let turned = self.kind.turn_and_keep(row, shared);
        if titled || turned {
            let told = !self.kind.says.is_empty();
            self.of_kind =
                if told { Arc::clone(&self.kind.kept) } else { shared.keep(&ordinance::kind_of(&self.titled)) };
        }
        self.number.turn_and_keep(row, shared);
        self.department.turn_and_keep(row, shared);
        self.article.turn_to(row);
        self.caption.turn_to(row);
    }
}

struct Reader<'a> {
    file: &'a Arc<str>,
    sheet: Option<Arc<str>>,
    /// The column of the text.
    text: usize,
    columns: Columns,
    shared: &'a mut Shared,
    listed: Listed,
}

impl Reader<'_> {
    fn rows(&mut self, rows: Vec<Row>, header: &Header, watch: &mut Watch<'_>) {
        let names = rows.iter().find(|row| Some(row.number) == header.row).map(|row| row.cells.clone());
        let (total, first) = (Some(rows.len() as u64), header.row.unwrap_or(0));
        for (done, mut row) in rows.into_iter().filter(|row| row.number > first).enumerate() {
            let progress = Progress { stage: Stage::Clauses, done: done as u64, total };
            if !self.listed.cancelled && done.is_multiple_of(STRIDE) && watch(progress).is_break() {
                self.listed.cancelled = true;
                self.note(row.number, Reason::Cancelled);
            }
            let reason = if self.listed.cancelled {
                Some(Reason::Cancelled)
            } else if names.as_ref().is_some_and(|names| *names == row.cells) {
                Some(Reason::RepeatedHeader)
            } else if row.cell(self.text).trim().is_empty() {
                self.note(row.number, Reason::NoTextInRow);
                Some(Reason::NoTextInRow)
            } else {
                None
            };
            match reason {
                Some(reason) => self.listed.account.skipped.push(Skipped { row: row.number, reason }),
                None => self.row(&mut row),
            }
        }
    }

    fn note(&mut self, row: u32, reason: Reason) {
        let note = Note { file: Arc::clone(self.file), sheet: self.sheet.clone(), row: Some(row), reason };
        self.listed.notes.push(note);
    }

    fn row(&mut self, row: &mut Row) {
        self.columns.turn_to(row, self.shared);
        let columns = &self.columns;
        let (article, behind) = ordinance::caption_of(&columns.article.says);
        let own_caption = columns.caption.says.as_str();
        let caption = if own_caption.is_empty() { behind } else { own_caption };
        let mut taken = |place: Option<usize>, said: &str| {
            let cell = place.and_then(|place| row.cells.get_mut(place)).filter(|cell| *cell == said);
            cell.map_or_else(|| said.to_owned(), std::mem::take)
        };
        let (article, caption, part) =
            (taken(columns.article.place, article), taken(columns.caption.place, caption), part(article));
        let text = row.cells.get_mut(self.text).map(std::mem::take).unwrap_or_default();
        // Every field by name: what a default makes, many rows would throw away.
        self.listed.clauses.push(Clause {
            id: String::new(),
            place: Place { file: Arc::clone(self.file), sheet: self.sheet.clone(), row: Some(row.number) },
            title: Arc::clone(&columns.titled),
            kind: Arc::clone(&columns.of_kind),
            number: Arc::clone(&columns.number.kept),
            department: Arc::clone(&columns.department.kept),
            part,
            chapter: Arc::default(),
            article,
            caption,
            chapeau: String::new(),
            text: wrapped::cell(text),
        });
    }
}

/// A mark that stands for what is written above.
fn is_ditto(cell: &str) -> bool {
    const NONE: char = ' ';
    const MARKS: [[char; 4]; 20] = [
        ['〃', NONE, NONE, NONE],
        ['″', NONE, NONE, NONE],
        ['〟', NONE, NONE, NONE],
        ['〞', NONE, NONE, NONE],
        ['”', NONE, NONE, NONE],
        ['“', NONE, NONE, NONE],
        ['"', NONE, NONE, NONE],
        ['\'', '\'', NONE, NONE],
        ['’', '’', NONE, NONE],
        ['´', '´', NONE, NONE],
        ['々', NONE, NONE, NONE],
        ['仝', NONE, NONE, NONE],
        ['同', NONE, NONE, NONE],
        ['」', NONE, NONE, NONE],
        ['同', '上', NONE, NONE],
        ['仝', '上', NONE, NONE],
        ['同', '前', NONE, NONE],
        ['上', 'に', '同', 'じ'],
        ['以', '下', '同', 'じ'],
        ['同', 'じ', NONE, NONE],
    ];
    let bracket = |letter| matches!(letter, '(' | ')' | '（' | '）' | '〔' | '〕' | '[' | ']' | '［' | '］');
    let mut bare = cell.chars().filter(|letter| !letter.is_whitespace() && !bracket(*letter));
    // Nearly every cell begins with a letter that no mark begins with.
    let Some(first) = bare.next().filter(|letter| MARKS.iter().any(|mark| mark.first() == Some(letter))) else {
        return false;
    };
    let mut letters = [first, NONE, NONE, NONE];
    for (slot, letter) in letters.iter_mut().skip(1).zip(&mut bare) {
        *slot = letter;
    }
    bare.next().is_none() && MARKS.contains(&letters)
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

/// The place of the 柱書 of a 号.
fn above(clause: &Clause) -> Option<&str> {
    clause.article.strip_suffix('号')?.rsplit_once('第').map(|(above, _)| above)
}

/// A 号 that stands in a row of its own takes the 柱書 from the row of its 条 or 項.
fn add_chapeaux(clauses: &mut [Clause]) {
    // The rows of an ordinance share its title, so that where the title lies tells which it is.
    let ordinance = |clause: &Clause| clause.title.as_ptr().addr();
    let mut heads: BTreeMap<(usize, &str), Option<&str>> = BTreeMap::new();
    for clause in clauses.iter() {
        if let Some(above) = above(clause) {
            heads.insert((ordinance(clause), above), None);
        }
    }
    if heads.is_empty() {
        return;
    }
    for clause in clauses.iter().filter(|clause| !clause.article.ends_with('号')) {
        if let Some(head @ None) = heads.get_mut(&(ordinance(clause), clause.article.as_str())) {
            *head = Some(clause.text.lines().next().unwrap_or_default());
        }
    }
    let found: Vec<(usize, String)> = clauses
        .iter()
        .enumerate()
        .filter_map(|(place, clause)| {
            let head = heads.get(&(ordinance(clause), above(clause)?))?;
            Some((place, (*head)?.to_owned()))
        })
        .collect();
    for (place, head) in found {
        if let Some(clause) = clauses.get_mut(place) {
            clause.chapeau = head;
        }
    }
}
