//! [`inspect`]: what a file is and how it would be read, quickly, for the officer to check and correct.

use serde::{Deserialize, Serialize};

use super::archive::{Archive, Member};
use super::charset::{self, Charset};
use super::choice::{Choices, FileChoice, GivenFile, Plan};
use super::content::reads_as_table;
use super::detect::{Kind, by_extension, detect};
use super::limits::Limits;
use super::note::{Cap, Note, Reason};
use super::progress::unwatched;
use super::read::read;
use super::table::{self, Header, Row, Table};
use super::text::html;
use crate::clause::Clause;

/// Rows of a sheet and clauses of a text that a preview shows.
const SHOWN: usize = 20;
/// Members of a ZIP that are looked into, the first ones.
const LOOKED_INTO: usize = 24;
/// Bytes (unzipped) up to which they are looked into together, so that the preview comes at once.
const LOOKED_INTO_BYTES: u64 = 2 << 20;
/// Files up to this size (bytes) are read whole for their preview, so that its counts are those of the file.
const WHOLE: usize = 4 << 20;

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inspection {
    /// File name.
    pub file: String,
    /// Its kind, by content first.
    pub kind: Kind,
    /// Its size in bytes.
    pub bytes: u64,
    /// Whether it is read as a table.
    pub is_table: bool,
    /// Character set, for text, CSV, HTML and XML.
    pub charset: Option<CharsetView>,
    /// Delimiter of CSV, an ASCII character.
    pub delimiter: Option<u8>,
    /// Sheets of a table.
    pub sheets: Vec<SheetView>,
    /// First clauses of a text.
    pub ordinance: Option<OrdinanceView>,
    /// Members of a ZIP.
    pub members: Vec<MemberView>,
    /// What could not be read.
    pub notes: Vec<Note>,
}

/// The guess of the character set, for the officer to judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CharsetView {
    /// As guessed, or as chosen.
    pub charset: Charset,
    /// The file begins with a byte order mark: no guess.
    pub marked: bool,
    /// About 80 characters of the file in this character set.
    pub excerpt: String,
    /// Characters that cannot be decoded, in the part that was looked at.
    pub undecodable: u32,
    /// Lines (1-based) of the first of them.
    pub lines: Vec<u32>,
    /// The whole file was looked at.
    pub whole: bool,
}

/// A sheet as it would be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetView {
    /// Name; `None` for CSV.
    pub name: Option<String>,
    /// Hidden by its author.
    pub hidden: bool,
    /// Whether it would be read.
    pub wanted: bool,
    /// Guess, or the officer's choice.
    pub header: Header,
    /// First rows with content.
    pub rows: Vec<Row>,
    /// Rows with content, where the whole sheet was looked at.
    pub count: Option<u32>,
}

/// A text as it would be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrdinanceView {
    /// First clauses.
    pub clauses: Vec<Clause>,
    /// All clauses of the part that was looked at.
    pub count: u32,
    /// The whole file was looked at.
    pub whole: bool,
}

/// A file in a ZIP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberView {
    /// Path in the ZIP.
    pub path: String,
    /// Kind by its content where it was looked into, else by its name alone.
    pub kind: Kind,
    /// What was seen in it; `None` beyond the first members, whose content is looked at when it is read.
    pub seen: Option<Box<Inspection>>,
}

impl Inspection {
    /// Whether clauses or rows were seen, or members that were not looked into.
    #[must_use]
    pub fn holds_something(&self) -> bool {
        let member = |member: &MemberView| member.seen.as_ref().is_none_or(|seen| seen.holds_something());
        !self.sheets.is_empty() || self.ordinance.is_some() || self.members.iter().any(member)
    }
}

/// Looks at a file: its kind, character set, sheets with their header and first rows, or its first clauses.
#[must_use]
pub fn inspect(source: &GivenFile<'_>, choice: &FileChoice, limits: &Limits) -> Inspection {
    let kind = detect(source.name, source.bytes);
    let mut inspection = Inspection::new(source, kind);
    match kind {
        Kind::Delimited | Kind::Text | Kind::Html | Kind::Xml | Kind::XmlSheet | Kind::JsonLines => {
            inspection.look_at_charset(source, choice);
        }
        _ => {}
    }
    match kind {
        Kind::Zip => inspection.members(source, limits),
        Kind::Empty | Kind::Encrypted | Kind::Unread(_) => inspection.ordinance(source, choice, limits),
        kind if reads_as_table(kind, source, choice, limits) => inspection.table(source, choice, limits),
        _ => inspection.ordinance(source, choice, limits),
    }
    inspection.notes.sort_by_key(|note| note.reason.severity());
    inspection
}

/// Looks into a member; what cannot be unzipped, and an archive in an archive, is a note.
fn look_into(
    archive: &mut Archive<'_>,
    member: &Member,
    source: &GivenFile<'_>,
    limits: &Limits,
    left: &mut u64,
) -> Inspection {
    let name = format!("{}/{}", source.name, member.path);
    let refused = |kind: Kind, reason: Reason| {
        let mut inspection = Inspection::new(&GivenFile { name: &name, bytes: &[] }, kind);
        inspection.notes.push(Note::file(&name.as_str().into(), reason));
        inspection
    };
    match archive.unzip(member.index, None) {
        Ok(bytes) => {
            *left = left.saturating_sub(bytes.len() as u64);
            let member = GivenFile { name: &name, bytes: &bytes };
            if detect(&name, &bytes) == Kind::Zip {
                let limit = u64::from(limits.archive_depth);
                return refused(Kind::Zip, Reason::Limit { cap: Cap::ArchiveDepth, limit, found: Some(limit + 1) });
            }
            inspect(&member, &FileChoice::default(), limits)
        }
        Err(reason) => refused(by_extension(&member.path), reason),
    }
}

/// The part of a file that an inspection decodes.
fn part(bytes: &[u8]) -> &[u8] {
    bytes.get(..WHOLE).unwrap_or(bytes)
}

impl Inspection {
    fn new(source: &GivenFile<'_>, kind: Kind) -> Self {
        Self {
            file: source.name.to_owned(),
            kind,
            bytes: source.bytes.len() as u64,
            is_table: false,
            charset: None,
            delimiter: None,
            sheets: Vec::new(),
            ordinance: None,
            members: Vec::new(),
            notes: Vec::new(),
        }
    }

    fn look_at_charset(&mut self, source: &GivenFile<'_>, choice: &FileChoice) {
        let guess = charset::guess(source.bytes);
        let (charset, text) = match self.kind {
            Kind::Html | Kind::Xml | Kind::XmlSheet => html::decoded(part(source.bytes), choice.charset),
            _ => {
                let charset = choice.charset.unwrap_or(guess.charset);
                (charset, charset.decode(part(source.bytes)))
            }
        };
        let damaged = |line: &(u32, &str)| line.1.contains('\u{FFFD}');
        self.charset = Some(CharsetView {
            charset,
            marked: guess.marked && charset == guess.charset,
            excerpt: charset::excerpt(&text),
            undecodable: charset::undecodable(&text),
            lines: (1..).zip(text.lines()).filter(damaged).map(|(line, _)| line).take(SHOWN).collect(),
            whole: source.bytes.len() <= WHOLE,
        });
    }

    fn table(&mut self, source: &GivenFile<'_>, choice: &FileChoice, limits: &Limits) {
        let whole = matches!(self.kind, Kind::Delimited | Kind::Text | Kind::JsonLines | Kind::Html)
            && source.bytes.len() <= WHOLE;
        let rows = (!whole).then_some(SHOWN);
        let options = table::Options { charset: choice.charset, delimiter: choice.delimiter, rows, limits: *limits };
        let table = table::open(source.name, source.bytes, &options, &mut unwatched);
        self.is_table = true;
        self.delimiter = table.delimiter;
        self.take_table(table, choice);
    }

    fn take_table(&mut self, table: Table, choice: &FileChoice) {
        let plans: Vec<Plan> = table.sheets.iter().map(|sheet| Plan::new(sheet, choice)).collect();
        let some_has_text = plans.iter().any(|plan| plan.wanted && plan.has_text());
        for (mut sheet, plan) in table.sheets.into_iter().zip(plans) {
            let count = (!sheet.cut).then(|| u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX));
            sheet.rows.truncate(SHOWN);
            self.sheets.push(SheetView {
                name: sheet.name.as_deref().map(str::to_owned),
                hidden: sheet.hidden,
                wanted: plan.wanted && (plan.has_text() || !some_has_text),
                header: plan.header,
                rows: sheet.rows,
                count,
            });
        }
        self.notes.extend(table.notes);
    }

    fn ordinance(&mut self, source: &GivenFile<'_>, choice: &FileChoice, limits: &Limits) {
        let choices = Choices::from([(source.name.to_owned(), choice.clone())]);
        // XML and DOCX are read whole: they would count as damaged if they broke off.
        let breakable = matches!(self.kind, Kind::Text | Kind::JsonLines | Kind::Html);
        let bytes = if breakable { part(source.bytes) } else { source.bytes };
        let looked_at = GivenFile { name: source.name, bytes };
        let mut reading = read(&[looked_at], &choices, limits, &mut unwatched);
        let count = reading.account.clauses();
        reading.clauses.truncate(SHOWN);
        if count > 0 {
            self.ordinance =
                Some(OrdinanceView { clauses: reading.clauses, count, whole: bytes.len() == source.bytes.len() });
        }
        self.notes = reading.notes;
    }

    fn members(&mut self, source: &GivenFile<'_>, limits: &Limits) {
        match Archive::open(source.bytes, limits) {
            Ok(mut archive) => {
                let mut left = LOOKED_INTO_BYTES;
                let members = archive.members().into_iter().enumerate();
                self.members = members
                    .map(|(place, member)| {
                        let declared = archive.declared(member.index);
                        // What is over the cap is refused unopened: that costs nothing and is told at once.
                        let looked_into = place < LOOKED_INTO && (declared <= left || declared > limits.unzipped_bytes);
                        let seen = looked_into.then(|| look_into(&mut archive, &member, source, limits, &mut left));
                        let kind = seen.as_ref().map_or_else(|| by_extension(&member.path), |seen| seen.kind);
                        MemberView { path: member.path, kind, seen: seen.map(Box::new) }
                    })
                    .collect();
                if self.members.is_empty() {
                    self.note(source, Reason::Empty);
                }
            }
            Err(reason) => self.note(source, reason),
        }
    }

    fn note(&mut self, source: &GivenFile<'_>, reason: Reason) {
        self.notes.push(Note::file(&source.name.into(), reason));
    }
}
