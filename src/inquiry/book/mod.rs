//! 照会票: the workbook of each section, and the list of what was sent.
//!
//! Takes the desk, the inquiry and a round; gives files. A section needs nothing but its book: the clause with its
//! evidence marked, what the category means, what is asked. Nothing is protected, hidden or computed; no macro, no formula.

mod excerpt;
mod form;
mod sheet;
mod texts;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use serde_json::json;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::number::Number;
use super::state::{Asked, AskedItem, Work};
use crate::regulations::Finding;
use crate::review::{Desk, Target};

pub use excerpt::Shown;

/// Minutes that a row takes a section to answer, for the estimate before sending: our own rule of thumb.
pub const MINUTES_A_ROW: usize = 3;
/// 所管課なし in names of files and sheets.
const NOBODY: &str = "所管課なし";
/// All sections in one book.
const EVERYBODY: &str = "全課";

/// A file to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Name.
    pub name: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// How the rows are put into books.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Binding {
    /// One book a section.
    #[default]
    Each,
    /// One book for all, with a column 所管課: for a shared folder in which the sections fill one book.
    Together,
}

/// How many books there are and how many are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Written {
    /// Books written.
    pub done: usize,
    /// Books in all.
    pub of: usize,
}

/// A row as the sheet shows it.
struct Line<'a> {
    item: &'a AskedItem,
    /// 所管課, for a book of all.
    section: &'a str,
    shown: Shown,
    /// The whole text, where the sheet shows an excerpt.
    whole: Option<&'a str>,
    reason: String,
    digital: &'static str,
    /// Further clauses of the same form: 例規名, 条項 and 見出し.
    others: Vec<[String; 3]>,
    /// What the section answered before (前回の回答).
    former: String,
}

/// Writes all books of a round, then the list of what was sent; stops where `watch` says so.
///
/// # Errors
/// What the writer of the format refuses.
pub fn books(
    desk: &Desk,
    work: &Work,
    round: &Asked,
    town: &str,
    binding: Binding,
    watch: &mut dyn FnMut(Written) -> std::ops::ControlFlow<()>,
) -> Result<Vec<File>, XlsxError> {
    let sections = sections(round);
    let of = sections.len();
    let before = before(work);
    let mut files = Vec::with_capacity(of + 1);
    let mut list = String::from("\u{feff}所管課,執行機関,宛名,ファイル,行数,条項数,目安（分）,回答期限\r\n");
    let mut together = Vec::new();
    for (done, (section, items)) in sections.iter().enumerate() {
        if watch(Written { done, of }).is_break() {
            return Ok(Vec::new());
        }
        let lines = items.iter().map(|item| line(desk, &before, item));
        let name = file_name(town, if binding == Binding::Together { EVERYBODY } else { section }, round);
        if binding == Binding::Together {
            together.extend(lines);
        } else {
            let lines: Vec<Line<'_>> = lines.collect();
            let text = texts::Text { work, round, town, section, together: false, rows: lines.len() };
            files.push(File { bytes: book(&text, &lines)?, name: name.clone() });
        }
        entry(&mut list, work, round, (section, items), &name);
    }
    if binding == Binding::Together {
        let text = texts::Text { work, round, town, section: "", together: true, rows: together.len() };
        files.push(File { bytes: book(&text, &together)?, name: file_name(town, EVERYBODY, round) });
    }
    if watch(Written { done: of, of }).is_break() {
        return Ok(Vec::new());
    }
    files.push(File { name: format!("送付一覧_{}.csv", compact(round)), bytes: list.into_bytes() });
    Ok(files)
}

/// The line of a section in the list of what was sent.
fn entry(list: &mut String, work: &Work, round: &Asked, (section, items): (&str, &[&AskedItem]), name: &str) {
    let own = work.section(section);
    let clauses: usize = items.iter().map(|item| item.targets.len()).sum();
    let deadline = round.deadline_of(section).map(|day| day.to_string()).unwrap_or_default();
    let fields = [
        if section.is_empty() { NOBODY } else { section },
        if section.is_empty() { "" } else { own.body.name() },
        &if section.is_empty() { String::new() } else { own.addressee() },
        name,
        &items.len().to_string(),
        &clauses.to_string(),
        &(items.len() * MINUTES_A_ROW).to_string(),
        &deadline,
    ]
    .map(quoted);
    let _ = write!(list, "{}\r\n", fields.join(","));
}

/// What was answered before, by what was asked.
type Before = BTreeMap<Target, Vec<(Number, String)>>;

fn before(work: &Work) -> Before {
    let index = work.index();
    let mut before = Before::new();
    for answer in &*work.answers {
        let values: Vec<String> = answer.given.values().map(|given| given.value.written()).collect();
        let said = format!("{} {}", answer.section, values.join("・"));
        for target in index.get(&answer.number).map_or(&[][..], |(_, item)| &item.targets) {
            before.entry(*target).or_default().push((answer.number, said.clone()));
        }
    }
    before
}

/// The rows of each section, those without a section last.
fn sections(round: &Asked) -> Vec<(&str, Vec<&AskedItem>)> {
    let mut by_section: BTreeMap<(bool, &str), Vec<&AskedItem>> = BTreeMap::new();
    for item in &round.items {
        by_section.entry((item.section.is_empty(), &item.section)).or_default().push(item);
    }
    by_section.into_iter().map(|((_, section), items)| (section, items)).collect()
}

fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\n']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.to_owned() }
}

fn compact(round: &Asked) -> String {
    round.day.to_string().replace('-', "")
}

/// 照会票_周防大島町_福祉課_20261128.xlsx
fn file_name(town: &str, section: &str, round: &Asked) -> String {
    let section = if section.is_empty() { NOBODY } else { section };
    named(&[town, section], round, "xlsx")
}

/// 照会票_周防大島町_20261128.zip
#[must_use]
pub fn zip_name(round: &Asked, town: &str) -> String {
    named(&[town], round, "zip")
}

/// A name of these parts and the day; a further round says which.
fn named(parts: &[&str], round: &Asked, ending: &str) -> String {
    let ordinal = if round.ordinal > 1 { format!("_第{}回", round.ordinal) } else { String::new() };
    let day = compact(round);
    let parts: Vec<&str> =
        ["照会票"].iter().chain(parts).chain([&day.as_str()]).copied().filter(|part| !part.is_empty()).collect();
    let name = format!("{}{ordinal}.{ending}", parts.join("_"));
    name.chars().map(|character| if "\\/:*?\"<>|".contains(character) { '_' } else { character }).collect()
}

fn line<'a>(desk: &'a Desk, before: &Before, item: &'a AskedItem) -> Line<'a> {
    let first = item.targets.first();
    let index = first.and_then(|target| desk.with_key(target.clause).next());
    let clause = index.and_then(|index| desk.clauses().get(index));
    let finding: Option<&Finding> = index
        .zip(first)
        .and_then(|(index, target)| desk.findings(index).iter().find(|finding| finding.category == target.category));
    let text = clause.map_or("", |clause| clause.text.as_str());
    let shown = Shown::new(text, finding);
    let others = item.targets.iter().skip(1).filter_map(|target| {
        let clause = desk.clauses().get(desk.with_key(target.clause).next()?)?;
        Some([clause.title.to_string(), clause.article.clone(), clause.caption.clone()])
    });
    Line {
        item,
        section: &item.section,
        whole: shown.cut.then_some(text),
        reason: excerpt::reason(text, finding),
        digital: finding.map_or("", |finding| if finding.digital { "記載あり" } else { "記載なし" }),
        others: others.collect(),
        former: former(before, item),
        shown,
    }
}

/// What was answered about it in an earlier round.
fn former(before: &Before, item: &AskedItem) -> String {
    let mut said: Vec<&str> = Vec::new();
    for (number, words) in item.targets.iter().filter_map(|target| before.get(target)).flatten() {
        if number.round() != item.number.round() && !said.contains(&words.as_str()) {
            said.push(words);
        }
    }
    said.join("／")
}

fn book(text: &texts::Text<'_>, lines: &[Line<'_>]) -> Result<Vec<u8>, XlsxError> {
    let mut writer = Workbook::new();
    let day = text.round.day;
    let day = ExcelDateTime::from_ymd(day.year(), day.month(), day.day())?;
    writer.set_properties(
        &DocProperties::new().set_title(text.title()).set_author("一枚点検").set_creation_datetime(&day),
    );
    sheet::write(writer.add_worksheet(), text, lines)?;
    texts::letter(writer.add_worksheet(), text)?;
    texts::guide(writer.add_worksheet(), text)?;
    texts::choices(writer.add_worksheet())?;
    texts::whole(writer.add_worksheet(), lines)?;
    texts::same_form(writer.add_worksheet(), lines)?;
    writer.save_to_buffer()
}

/// The files in one ZIP, as they are: workbooks are packed already.
///
/// # Errors
/// The archive could not be written.
pub fn zipped(files: &[File]) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for file in files {
        archive.start_file(file.name.as_str(), options)?;
        archive.write_all(&file.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// What was sent, in the form that `core answers --sent` takes.
#[must_use]
pub fn sent(desk: &Desk, work: &Work, round: &Asked) -> File {
    let before = before(work);
    let items: Vec<_> = round
        .items
        .iter()
        .map(|item| {
            let line = line(desk, &before, item);
            json!({
                "number": item.number, "section": item.section, "例規名": item.title, "条項": item.article,
                "見出し": item.caption, "条文": line.shown.text(),
                "規制区分": item.targets.first().map_or("", |target| target.category.short_name()),
                "抽出の理由": line.reason, "デジタル手段": line.digital,
            })
        })
        .collect();
    let bytes = json!({"asked": round.day, "items": items}).to_string().into_bytes();
    File { name: "sent.json".to_owned(), bytes }
}
