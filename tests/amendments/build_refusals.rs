//! The build refuses a pair or an inserted provision that names no source, law or article.

use std::fs;
use std::path::Path;

use crate::build_amendments::generate;

/// What the build says when one text of one file is replaced.
fn complaints(file: &str, from: &str, to: &str) -> String {
    let folder = std::env::temp_dir().join(format!("ichimai-amendments-{}-{file}-{}", std::process::id(), from.len()));
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/amendments");
    fs::create_dir_all(folder.join("patterns")).unwrap();
    for below in ["", "patterns"] {
        for entry in fs::read_dir(data.join(below)).unwrap() {
            let path = entry.unwrap().path();
            let Some(name) = path.file_name().filter(|_| path.is_file()) else { continue };
            let mut text = fs::read_to_string(&path).unwrap();
            if name == file {
                assert!(text.contains(from), "{from:?} is not in {file}");
                text = text.replacen(from, to, 1);
            }
            fs::write(folder.join(below).join(name), text).unwrap();
        }
    }
    let outcome = generate(&folder).map(|_| ());
    fs::remove_dir_all(&folder).unwrap();
    outcome.err().unwrap_or_default().join("\n")
}

#[test]
fn a_pair_or_a_provision_without_a_source_is_refused() {
    for (file, id) in [("precedents.jsonl", "PO006"), ("new_clauses.jsonl", "N001")] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/amendments").join(file);
        let text = fs::read_to_string(path).unwrap();
        let line = text.lines().find(|line| line.contains(&format!("\"{id}\""))).unwrap();
        for field in ["source", "law", "article"] {
            let start = line.find(&format!("\"{field}\": \"")).unwrap();
            let value = line.get(start..).unwrap().split('"').nth(3).unwrap();
            let emptied = line.replacen(&format!("\"{field}\": \"{value}\""), &format!("\"{field}\": \" \""), 1);
            let told = complaints(file, line, &emptied);
            assert!(told.contains(&format!("{id}: names no source, no law or no article")), "{field}: {told}");
        }
    }
}
