//! The build refuses knowledge of the inquiry that contradicts itself, and says where.

use std::path::PathBuf;

use crate::altered;
use crate::build_inquiry::generate;

fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/inquiry")
}

/// What the build says when one text of one file is replaced.
fn complaints(file: &str, from: &str, to: &str) -> String {
    altered::complaints("inquiry", (file, from, to), generate)
}

#[test]
fn the_data_as_they_are_are_accepted() {
    assert_eq!(generate(&data()).err(), None);
}

#[test]
fn contradictions_stop_the_build() {
    let cases = [
        ("choices.toml", "\"該当なし\"", "\"該当\"", "claimed by 該当"),
        ("choices.toml", "value = \"要確認\"", "value = \"保留\"", "no choice of the sheet"),
        ("choices.toml", "\"はい\"", "\"該当\"", "stands twice"),
        ("choices.toml", "\"△\"", "\"。\"", "has no letter"),
        ("choices.toml", "\"〃\", \"″\"", "\"○\", \"″\"", "is a choice too"),
        ("headings.toml", "\"要否\"", "\"判定\"", "is claimed by"),
        ("headings.toml", "[\"備考\", ", "[", "its own name must stand first"),
        ("times.toml", "exact_after = [\"末\"", "exact_after = [\"末尾\"", "must stand in after too"),
        ("times.toml", "word = \"本年度\"", "word = \"今年度\"", "stands twice"),
        ("holidays.toml", "\"02-11 建国記念の日\"", "\"02-32 建国記念の日\"", "is no day"),
        ("holidays.toml", "year = 2027", "year = 2029", "do not follow"),
        ("holidays.toml", "first = \"12-29\"", "first = \"13-29\"", "year_end"),
    ];
    for (file, from, to, expected) in cases {
        let said = complaints(file, from, to);
        assert!(said.contains(expected), "{from} → {to}: {said}");
    }
}
