//! The kept cases of a target: one ZIP in `tests/fuzzing/kept`, unpacked to a folder while the fuzzer runs.

use std::fs::File;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Largest ZIP of kept cases, in bytes before packing: small cases first, so that many fit.
const MOST_BYTES: usize = 300_000;

/// Unpacks a ZIP, if there is one, into a folder, which may hold cases of an earlier run.
pub fn unpack(kept: &Path, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let Ok(file) = File::open(kept) else { return Ok(()) };
    let mut archive = ZipArchive::new(file).with_context(|| format!("reading {}", kept.display()))?;
    for index in 0..archive.len() {
        let mut member = archive.by_index(index)?;
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes)?;
        let name = member.name()?.replace(['/', '\\'], "_");
        std::fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}

/// Packs the cases of a folder, the smallest first, and says how many.
pub fn pack(folder: &Path, kept: &Path) -> Result<usize> {
    let mut cases = Vec::new();
    for path in files(folder)? {
        let bytes = std::fs::read(&path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        cases.push((bytes.len(), name, bytes));
    }
    cases.sort();
    let mut room = MOST_BYTES;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut count = 0;
    for (length, name, bytes) in cases {
        let Some(left) = room.checked_sub(length) else { break };
        room = left;
        writer.start_file(name, SimpleFileOptions::default())?;
        writer.write_all(&bytes)?;
        count += 1;
    }
    std::fs::create_dir_all(kept.parent().unwrap_or(kept))?;
    std::fs::write(kept, writer.finish()?.into_inner())?;
    Ok(count)
}

/// How many files of a target a folder holds; targets may run side by side.
pub fn count(folder: &Path, target: &str) -> Result<usize> {
    let of_target =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{target}-")));
    Ok(files(folder)?.iter().filter(|path| of_target(path)).count())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    paths.retain(|path| path.is_file());
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_are_packed_small_first_and_unpacked_as_they_were() {
        let folder = std::env::temp_dir().join(format!("ichimai-cases-{}", std::process::id()));
        let (from, to, kept) = (folder.join("from"), folder.join("to"), folder.join("kept.zip"));
        std::fs::create_dir_all(&from).unwrap();
        for (name, length) in [("a", MOST_BYTES), ("b", 3), ("c", 0)] {
            std::fs::write(from.join(name), vec![7; length]).unwrap();
        }
        assert_eq!(pack(&from, &kept).unwrap(), 2, "the large one finds no room");
        unpack(&kept, &to).unwrap();
        assert_eq!(files(&to).unwrap().len(), 2);
        assert_eq!(std::fs::read(to.join("b")).unwrap(), [7; 3]);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn only_the_findings_of_a_target_are_its_own() {
        let folder = std::env::temp_dir().join(format!("ichimai-found-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for name in ["xls-crash-1", "xlsx-crash-1", "xlsx-slow-2"] {
            std::fs::write(folder.join(name), []).unwrap();
        }
        assert_eq!(["xls", "xlsx", "ods"].map(|target| count(&folder, target).unwrap()), [1, 2, 0]);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
