//! The native half of `cargo xtask bench`: each figure beside its reference in the same run, one JSON line each.
//!
//! Writes the files that the browsers measure too into the folder that `ICHIMAI_FIGURES` names: the city list of
//! tests/golden, the same repeated to 100,000 rows as CSV and XLSX, names of procedures, the words of the vocabulary.

#[path = "figures/files.rs"]
mod files;
#[path = "figures/inquiry.rs"]
mod inquiry;

use std::hint::black_box;
use std::io::{Cursor, Read};
use std::path::PathBuf;
use std::time::Instant;

use calamine::Reader;
use daachorse::CharwiseDoubleArrayAhoCorasick;
use ichimai::clause::Clause;
use ichimai::procedures::choices::Choices as ProcedureChoices;
use ichimai::procedures::opened::OpenedList;
use ichimai::reading::limits::Limits;
use ichimai::reading::progress::unwatched;
use ichimai::reading::table::open_simply;
use ichimai::reading::{Choices, FileChoice, GivenFile, inspect, read};
use ichimai::regulations::vocabulary::Vocabulary;
use ichimai::regulations::{Classifier, Workspace};
use ichimai::writing::{CharacterSet, Column, Properties, Table, csv, workbook};
use serde_json::{Value, json};

use files::Files;

/// Rounds of which the fastest counts: what else the machine does only ever adds.
const ROUNDS: usize = 5;

/// Milliseconds of the fastest round.
fn fastest<T>(mut task: impl FnMut() -> T) -> f64 {
    let once = |()| {
        let start = Instant::now();
        black_box(task());
        start.elapsed().as_secs_f64() * 1_000.0
    };
    std::iter::repeat_n((), ROUNDS).map(once).fold(f64::INFINITY, f64::min)
}

fn told(what: &str, value: f64, reference: &str, reference_value: f64) -> Value {
    json!({"where": "native", "what": what, "value": value, "reference": reference, "reference_value": reference_value})
}

fn reading(name: &str, what: &str, bytes: &[u8]) -> Vec<Value> {
    let (limits, source) = (Limits::default(), GivenFile { name, bytes });
    let looked = fastest(|| inspect(&source, &FileChoice::default(), &limits).sheets.len());
    let table = fastest(|| open_simply(name, bytes).sheets.len());
    let whole = fastest(|| read(&[source], &Choices::new(), &limits, &mut unwatched).clauses.len());
    let is_book = name == "large.xlsx";
    let (reference, decoded) = if is_book {
        ("unzip and decode", fastest(|| unzipped(bytes)))
    } else {
        ("decode", fastest(|| std::str::from_utf8(bytes).map_or(0, |text| text.chars().count())))
    };
    let (library, cells) =
        if is_book { ("calamine", fastest(|| by_calamine(bytes))) } else { ("csv crate", fastest(|| by_csv(bytes))) };
    vec![
        told(&format!("{what}: first look"), looked, reference, decoded),
        told(&format!("{what}: to a table"), table, library, cells),
        told(&format!("{what}: read"), whole, "our table", table),
    ]
}

/// Cells of all sheets, each with its own text, as calamine reads them.
fn by_calamine(bytes: &[u8]) -> usize {
    let Ok(mut book) = calamine::Xlsx::<_>::new(Cursor::new(bytes)) else { return 0 };
    book.worksheets().iter().map(|(_, range)| range.used_cells().count()).sum()
}

/// All records as the csv crate keeps them, a row in one text.
fn by_csv(bytes: &[u8]) -> usize {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    reader.records().flatten().collect::<Vec<_>>().len()
}

/// Letters of all parts of a ZIP.
fn unzipped(bytes: &[u8]) -> usize {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return 0 };
    let mut letters = 0;
    for index in 0..archive.len() {
        let mut part = Vec::new();
        if let Ok(mut member) = archive.by_index(index) {
            letters += member.read_to_end(&mut part).map_or(0, |_| String::from_utf8_lossy(&part).chars().count());
        }
    }
    letters
}

fn classification(clauses: &[Clause]) -> Vec<Value> {
    let classifier = Classifier::new();
    let mut space = Workspace::default();
    let judged =
        fastest(|| clauses.iter().map(|clause| classifier.classify_with(clause, &mut space).len()).sum::<usize>());
    let bare = fastest(|| clauses.iter().map(|clause| classifier.count_words(&clause.text)).sum::<usize>());
    let mut told = vec![told("classification at 100,000 clauses", judged, "own matcher, bare", bare)];
    if let Ok(other) = CharwiseDoubleArrayAhoCorasick::<u32>::new(files::words()) {
        let other =
            fastest(|| clauses.iter().map(|clause| other.find_overlapping_iter(&clause.text).count()).sum::<usize>());
        told.push(self::told("classification at 100,000 clauses (other matcher)", judged, "daachorse, bare", other));
    }
    told.push(self::told("vocabulary compiled", fastest(Vocabulary::new), "list of words made", fastest(files::words)));
    told
}

fn export(clauses: &[Clause]) -> Vec<Value> {
    let columns = vec![Column::text("例規名"), Column::text("条項"), Column::text("条文")];
    let rows = clauses
        .iter()
        .map(|clause| {
            vec![clause.title.to_string().into(), clause.article.as_str().into(), clause.text.as_str().into()]
        })
        .collect();
    let Ok(table) = Table::new("結果", columns, rows) else { return Vec::new() };
    let created = ichimai::municipality::FIRST_POPULATION_DATE;
    let properties = Properties { title: String::new(), author: String::new(), created };
    let tables = [table];
    let written = fastest(|| tables.first().map(|table| csv(table, CharacterSet::Utf8).bytes.len()));
    let book = fastest(|| workbook(&tables, &properties, &mut |_| {}).map(|book| book.bytes.len()).ok());
    let joined = fastest(|| clauses.iter().map(|clause| clause.text.clone() + "\r\n").collect::<String>().len());
    vec![
        told("export of 100,000 rows as CSV", written, "texts joined", joined),
        told("export of 100,000 rows as XLSX", book, "texts joined", joined),
    ]
}

fn procedures(names: &[u8]) -> Value {
    let matched = fastest(|| OpenedList::of_file("names.csv", names, None).read(&ProcedureChoices::default()).len());
    let decoded = fastest(|| std::str::from_utf8(names).map_or(0, |text| text.chars().count()));
    told("20,000 names of procedures opened and matched", matched, "decode", decoded)
}

/// The most memory that the process has held, in MB, where the system tells it.
fn memory(large: &[u8]) -> Option<Value> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").trim().parse().ok()?;
    let mut told = told("memory at 100,000 rows, all of this run", kilobytes / 1_000.0, "the file", megabytes(large));
    told.as_object_mut()?.insert("unit".to_owned(), json!("MB"));
    Some(told)
}

#[expect(clippy::cast_precision_loss, reason = "megabytes to a digit")]
fn megabytes(bytes: &[u8]) -> f64 {
    bytes.len() as f64 / 1e6
}

fn main() {
    // `cargo test` builds benches and runs them: without a folder there is nothing to do.
    let Some(folder) = std::env::var_os("ICHIMAI_FIGURES").map(PathBuf::from) else { return };
    let files = Files::make(&folder);
    let mut told = reading("small.csv", "6,315 rows CSV", &files.small);
    told.extend(reading("large.csv", "100,000 rows CSV", &files.large));
    told.extend(reading("large.xlsx", "100,000 rows XLSX", &files.book));
    told.push(procedures(&files.names));
    let source = GivenFile { name: "large.csv", bytes: &files.large };
    let clauses = read(&[source], &Choices::new(), &Limits::default(), &mut unwatched).clauses;
    told.extend(classification(&clauses));
    told.extend(export(&clauses));
    let city = GivenFile { name: "small.csv", bytes: &files.small };
    let city = read(&[city], &Choices::new(), &Limits::default(), &mut unwatched).clauses;
    told.extend(inquiry::figures("照会 at 2,000 clauses", city.get(..2_000).unwrap_or(&city), 20));
    told.extend(inquiry::figures("照会 at 100,000 clauses", &clauses, 40));
    told.extend(memory(&files.large));
    for line in told {
        println!("{line}");
    }
}
