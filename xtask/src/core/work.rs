//! `cargo xtask core work …`: a work file from lists and texts; and work files opened for the other commands.

use std::ops::ControlFlow;

use anyhow::{Context, Result, bail};
use ichimai::date::Date;
use ichimai::inquiry::assignment::{take_list, titles};
use ichimai::inquiry::{SECTION, Work};
use ichimai::reading::limits::Limits;
use ichimai::reading::table::open_simply;
use ichimai::reading::{Choices, GivenFile, read};
use ichimai::review::work_file::{self, WorkFile};
use ichimai::review::{Desk, JudgementSection, Judgements};
use serde_json::{Value, json};

use super::inquiry::Arguments;

/// Name of the section of judgements.
const REVIEW: &str = "review";

/// A work file with the sections that the inquiry needs.
pub struct Opened {
    pub file: WorkFile,
    pub judgements: Judgements,
    /// Judgements that this edition cannot read, as they stand.
    pub unread: Vec<String>,
    pub work: Work,
}

impl Opened {
    /// Reads a work file of any version.
    ///
    /// # Errors
    /// It cannot be opened, or a section is not in its form.
    pub fn read(path: &str) -> Result<Self> {
        let bytes = std::fs::read(path).with_context(|| path.to_owned())?;
        let file = work_file::read(&bytes).with_context(|| path.to_owned())?;
        let section = |name: &str, empty: &str| file.sections.get(name).cloned().unwrap_or_else(|| empty.to_owned());
        let JudgementSection { judgements, unread } = JudgementSection::read(&section(REVIEW, "[]")).context(REVIEW)?;
        let work = serde_json::from_str(&section(SECTION, "{}")).context(SECTION)?;
        Ok(Self { file, judgements, unread, work })
    }

    /// The desk of its clauses, classified where that is wanted.
    ///
    /// # Errors
    /// It carries no clauses.
    pub fn desk(&self, classified: bool) -> Result<Desk> {
        let Some(clauses) = self.file.clauses.clone() else { bail!("the work file carries no clauses") };
        let mut desk = Desk::new();
        desk.add(clauses);
        desk.set_judgements(self.judgements.clone());
        desk.assign(self.work.assigned());
        if classified {
            desk.classify(usize::MAX);
        }
        Ok(desk)
    }

    /// The name of the town that its section names by code.
    pub fn town(&self) -> String {
        let town: Option<Value> = self.file.sections.get("town").and_then(|text| serde_json::from_str(text).ok());
        let code = town.as_ref().and_then(|town| town.get("code")).and_then(Value::as_str);
        let town = code.and_then(|code| ichimai::municipality::read_code(code).ok());
        town.map_or(String::new(), |town| town.name.to_owned())
    }

    /// Writes it.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(mut self, path: &str) -> Result<()> {
        self.file.sections.insert(REVIEW.to_owned(), JudgementSection::write(&self.judgements, &self.unread)?);
        self.file.sections.insert(SECTION.to_owned(), serde_json::to_string(&self.work)?);
        let text = work_file::write(self.file).map_err(|section| anyhow::anyhow!("section {section}"))?;
        std::fs::write(path, text).with_context(|| path.to_owned())
    }
}

/// Runs `core work`.
///
/// # Errors
/// Options that do not fit, a file that cannot be opened or written.
pub fn run(arguments: &[String]) -> Result<()> {
    let arguments = Arguments::new(arguments, &["out", "departments", "saved"], &[])?;
    let out = arguments.required("out")?;
    let files = arguments.opened()?;
    let sources: Vec<GivenFile<'_>> = files.iter().map(|(name, bytes)| GivenFile { name, bytes }).collect();
    let reading = read(&sources, &Choices::new(), &Limits::default(), &mut |_| ControlFlow::Continue(()));
    let mut desk = Desk::new();
    desk.add(reading.clauses);
    let mut work = Work::default();
    let mut assigned = None;
    if let Some(list) = arguments.option("departments") {
        let bytes = std::fs::read(list).with_context(|| list.to_owned())?;
        assigned = Some(take_list(&open_simply(list, &bytes).sheets, &titles(&desk), &mut work));
    }
    for department in desk.departments().all() {
        work.meet(department);
    }
    let saved = match arguments.option("saved") {
        Some(saved) => saved.to_owned(),
        None => format!("{}T00:00", today()?),
    };
    let clauses = desk.clauses().to_vec();
    println!("{}", json!({"clauses": clauses.len(), "notes": reading.notes.len(), "departments": assigned}));
    let file = WorkFile {
        saved,
        edition: env!("CARGO_PKG_VERSION").to_owned(),
        clauses: Some(clauses),
        ..WorkFile::default()
    };
    Opened { file, judgements: Judgements::default(), unread: Vec::new(), work }.write(out)
}

/// The day of this machine, in UTC.
///
/// # Errors
/// Its clock stands before 1970.
pub fn today() -> Result<Date> {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_secs();
    let days = i64::try_from(seconds / 86_400)?;
    Date::from_days(days).context("the clock")
}
