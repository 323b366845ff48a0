//! The build refuses a pair or an inserted provision that names no source, law or article.

use std::fs;
use std::path::Path;

use crate::altered;
use crate::build_amendments::generate;

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
            let told = altered::complaints("amendments", (file, line, &emptied), generate);
            assert!(told.contains(&format!("{id}: names no source, no law or no article")), "{field}: {told}");
        }
    }
}
