//! The build refuses a file of `data/` without a source, and a source that is unsure in silence.

use std::fs;

use crate::build_register::check;
use crate::build_regulations::sources;

const SOUND: &str = "[[sources]]\nid = \"a\"\n[[files]]\npath = \"x/\"\nfrom = [\"entries\"]\n[[files]]\npath = \"x/y.csv\"\nfrom = [\"a\"]\n[[said]]\ntext = \"12件\"\nfrom = [\"a\"]\n";

fn told(text: &str, files: &[&str]) -> String {
    let files: Vec<String> = files.iter().map(|&file| file.to_owned()).collect();
    check(text, &files, &[]).err().unwrap_or_default().join("\n")
}

#[test]
fn a_file_that_the_register_does_not_name_is_refused_and_so_is_what_it_names_in_vain() {
    let both = ["x/y.csv", "x/z.csv"];
    assert_eq!(told(SOUND, &both), "");
    assert_eq!(told(SOUND, &["x/y.csv", "x/z.csv", "new.csv"]), "data/new.csv: no source stands in sources.toml");
    assert_eq!(told(SOUND, &["x/z.csv"]), "sources.toml: \"x/y.csv\" is no file of data/");
    for (from, to, complaint) in [
        ("from = [\"a\"]\n[[said]]", "from = []\n[[said]]", "\"x/y.csv\" names no source"),
        (
            "text = \"12件\"\nfrom = [\"a\"]",
            "text = \"12件\"\nfrom = [\"b\"]",
            "\"12件\" names the unknown source \"b\"",
        ),
        ("text = \"12件\"", "text = \" \"", "\" \" names no source"),
        ("from = [\"entries\"]", "form = [\"entries\"]", "sources.toml: "),
    ] {
        let text = SOUND.replacen(from, to, 1);
        assert!(text != SOUND && told(&text, &both).contains(complaint), "{to}: {}", told(&text, &both));
    }
}

#[test]
fn an_empty_place_needs_words_that_say_how_unsure_the_fact_is() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/sources.toml");
    let text = fs::read_to_string(path).unwrap();
    for (from, to, complaint) in [
        ("sure = \"未確認\"\n", "", "procedure_names names no document or no place in it"),
        ("sure = \"未確認\"\n", "sure = \"たぶん\"\n", "procedure_names is unsure, and officers do not read"),
        (
            "標準名称の文言の出典は控えていません（未確認）",
            "標準名称の文言の出典は控えていません",
            "procedure_names is unsure",
        ),
    ] {
        let said = sources::read(&text.replacen(from, to, 1)).err().unwrap_or_default().join("\n");
        assert!(said.contains(complaint), "{to:?}: {said}");
    }
}
