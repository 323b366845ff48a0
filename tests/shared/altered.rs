//! What the build says to a folder of `data/` in which one text of one file is another.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

/// The complaints about a copy of `data/FOLDER` in which the first `from` of `file` is `to`; empty where there are none.
pub fn complaints<T>(
    folder: &str,
    (file, from, to): (&str, &str, &str),
    generate: impl FnOnce(&Path) -> Result<T, Vec<String>>,
) -> String {
    static COPIES: AtomicUsize = AtomicUsize::new(0);
    let number = COPIES.fetch_add(1, Ordering::Relaxed);
    let copy = env::temp_dir().join(format!("ichimai-{folder}-{}-{number}", process::id()));
    let altered = copied(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(folder), &copy, (file, from, to));
    assert!(altered, "{file} is not in data/{folder}");
    let outcome = generate(&copy);
    fs::remove_dir_all(&copy).unwrap();
    outcome.err().unwrap_or_default().join("\n")
}

/// Copies a folder; whether the file to alter was in it.
fn copied(from_folder: &Path, to_folder: &Path, (file, from, to): (&str, &str, &str)) -> bool {
    fs::create_dir_all(to_folder).unwrap();
    let mut altered = false;
    for entry in fs::read_dir(from_folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        if path.is_dir() {
            altered |= copied(&path, &to_folder.join(name), (file, from, to));
            continue;
        }
        let mut text = fs::read_to_string(&path).unwrap();
        if name == file {
            assert!(text.contains(from), "{from:?} is not in {file}");
            text = text.replacen(from, to, 1);
            altered = true;
        }
        fs::write(to_folder.join(name), text).unwrap();
    }
    altered
}
