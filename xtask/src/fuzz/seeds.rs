//! Seeds: the real and made files of `tests/golden`, in the form that each target takes, so that fuzzing begins from
//! every kind of file that a program wrote and not only from what it found itself.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Result;
use zip::ZipArchive;

/// Longest seed, in bytes; texts are cut to it.
const LONGEST: usize = 60_000;

/// Writes the seeds of a target into its corpus and says how many there are.
pub fn write(golden: &Path, target: &str, corpus: &Path) -> Result<usize> {
    let mut files = Vec::new();
    for folder in ["", "office", "corpus", "inquiry", "inquiry/corpus", "../reading/faults"] {
        let entries = std::fs::read_dir(golden.join(folder))?;
        files.extend(entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?);
    }
    files.sort();
    let mut count = pairs(golden, target, corpus)?;
    for path in files {
        let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if !path.is_file() {
            continue;
        }
        let Some(seed) = seed(target, &extension, || Ok(std::fs::read(&path)?))? else { continue };
        if !seed.is_empty() && seed.len() <= LONGEST {
            std::fs::write(corpus.join(format!("seed-{count}-{target}")), seed)?;
            count += 1;
        }
    }
    Ok(count)
}

/// A file as a target takes it; `None` where it is not of its kind.
fn seed(target: &str, extension: &str, read: impl Fn() -> Result<Vec<u8>>) -> Result<Option<Vec<u8>>> {
    let cut = |mut bytes: Vec<u8>| {
        bytes.truncate(LONGEST - 1);
        bytes
    };
    // The first byte leaves character set and delimiter to be guessed.
    let guessed = |bytes: Vec<u8>| cut([vec![7], bytes].concat());
    Ok(match (target, extension) {
        ("xls", "xls") | ("zip", "zip" | "docx" | "xlsx" | "ods") => Some(read()?),
        ("html", "html") | ("law_xml", "xml") => Some(cut(read()?)),
        ("plain", "txt") | ("delimited", "csv") => Some(guessed(read()?)),
        ("xlsx", "xlsx") => Some(parts(&read()?, &["sheet1.xml", "sharedstrings.xml", "styles.xml"])),
        ("docx", "docx") => Some(parts(&read()?, &["document.xml", "numbering.xml", "styles.xml"])),
        ("ods", "ods") => Some(parts(&read()?, &["content.xml"])),
        ("dressed", _) => {
            // Its own label, and its kind left to be guessed.
            let labels = ["xls", "xlsx", "fods", "mhtml", "html", "xml", "csv", "txt", "docx", "ods", "jsonl"];
            let label = labels.iter().position(|label| *label == extension).and_then(|place| u8::try_from(place).ok());
            Some([vec![label.unwrap_or(11)], read()?].concat())
        }
        ("answers", _) => {
            let label = ["csv", "xlsx", "xls", "ods"].iter().position(|label| *label == extension);
            let label = label.and_then(|place| u8::try_from(place).ok());
            label.map(|label| Ok::<_, anyhow::Error>([vec![label], read()?].concat())).transpose()?
        }
        _ => None,
    })
}

/// Clauses as they stood and as the state amended them, as the target of amendments takes them.
fn pairs(golden: &Path, target: &str, corpus: &Path) -> Result<usize> {
    if target != "amendments" {
        return Ok(0);
    }
    let file = std::fs::read_to_string(golden.join("../../data/amendments/precedents.jsonl"))?;
    let pairs = file.lines().map(serde_json::from_str::<serde_json::Value>).collect::<Result<Vec<_>, _>>()?;
    for (count, pair) in pairs.iter().enumerate() {
        let parts = ["article", "before", "after"].map(|part| pair[part].as_str().unwrap_or_default().as_bytes());
        std::fs::write(corpus.join(format!("seed-{count}-{target}")), parts.join(&0xFF_u8))?;
    }
    Ok(pairs.len())
}

/// Parts of a package by the ends of their names, divided by the byte that no XML holds; nothing without the first.
fn parts(bytes: &[u8], names: &[&str]) -> Vec<u8> {
    let Ok(mut archive) = ZipArchive::new(std::io::Cursor::new(bytes)) else { return Vec::new() };
    let mut found: Vec<Vec<u8>> = vec![Vec::new(); names.len()];
    for index in 0..archive.len() {
        let Ok(mut member) = archive.by_index(index) else { continue };
        let path = member.name().map(|name| name.to_lowercase()).unwrap_or_default();
        let base = path.rsplit(['/', '\\']).next().unwrap_or_default();
        if let Some(place) = names.iter().position(|name| *name == base) {
            let mut part = Vec::new();
            if let (Ok(_), Some(slot)) = (member.read_to_end(&mut part), found.get_mut(place)) {
                *slot = part;
            }
        }
    }
    if found.first().is_none_or(Vec::is_empty) { Vec::new() } else { found.join(&0xFF_u8) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::root;

    #[test]
    fn every_reader_has_seeds_of_its_kind() {
        let corpus = std::env::temp_dir().join(format!("ichimai-seeds-{}", std::process::id()));
        std::fs::create_dir_all(&corpus).unwrap();
        for target in [
            "delimited",
            "xlsx",
            "xls",
            "ods",
            "docx",
            "zip",
            "html",
            "law_xml",
            "plain",
            "dressed",
            "answers",
            "amendments",
        ] {
            let count = write(&root().join("tests/golden"), target, &corpus).unwrap();
            assert!(count > 0, "{target} has no seed");
        }
        std::fs::remove_dir_all(&corpus).unwrap();
    }
}
