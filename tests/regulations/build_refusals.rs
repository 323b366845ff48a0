//! The build refuses knowledge that contradicts itself, and says where.

use std::fs;
use std::path::PathBuf;

use ichimai::regulations::tables::{FORMS, STEMS, WORDS};

use crate::altered;
use crate::build_regulations::{generate, sources};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The code of the engine.
fn engine() -> String {
    let paths = fs::read_dir(root().join("src/regulations")).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.is_file()).map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// What the build says when one text of one file is replaced.
fn complaints(file: &str, from: &str, to: &str) -> String {
    altered::complaints("regulations", (file, from, to), |folder| generate(folder, &engine()))
}

#[test]
fn the_knowledge_as_it_is_is_accepted() {
    let generated = generate(&root().join("data/regulations"), &engine()).unwrap();
    assert!(generated.names.contains("pub enum Sense") && generated.examples.contains("#[test]"));
    assert!(generated.tables.contains("pub static ROWS") && generated.groups.contains("pub const THINGS"));
    assert_eq!([&generated.words[..], &generated.forms[..], &generated.stems[..]], [WORDS, FORMS, STEMS]);
}

#[test]
fn words_that_contradict_themselves_are_refused() {
    for (from, to, complaint) in [
        (",監査 ", ",監査 巡視 ", "\"巡視\" is claimed by"),
        ("patrol,checking", "patrole,checking", "unknown class \"patrol\""),
        ("\nstop,", "\nidle,people,,,,nobody,あるもの\nstop,", "no row and no predicate asks for the class idle"),
        ("\nstop,", "\nline,sentence,,,,again,次行\nstop,", "the class line stands twice"),
        (",,interval,,", ",,rhythm,,", "unknown role"),
        (",visual,", ",optical,", "speaks against the unknown category optical"),
        (",sentence,,,,。,。", ",sentence,,,,。,・", "has no letter"),
        (",sentence,,,,。,。", ",sentence,,,,。,", "has no spelling"),
        (",sentence,,,,。", ",sentence,no,,,。", "act is yes or empty"),
    ] {
        let said = complaints("words.csv", from, to);
        assert!(said.contains(complaint), "{to:?}: {said}");
    }
}

#[test]
fn a_grammar_that_contradicts_itself_is_refused() {
    for (from, to, complaint) in [
        ("name = \"causes\"\n", "name = \"does\"\n", "the form does stands twice"),
        ("\"手数料\", ", "\"手数料\", \"を命ず\", ", "is claimed by the forms"),
        ("suru = [\"する\"]", "suru = [\"する\", \"する\"]", "the verb する is claimed by does and does"),
        ("godan = [", "godan = [\"行\", ", "\"行\" is no dictionary form of its row"),
        ("ending = \"past\"", "ending = \"passed\"", "the ending \"passed\" names something unknown"),
        ("things = [", "things = [\"sky\", ", "unknown class \"sky\""),
        ("things = [", "patrol = [\"stop\"]\nthings = [", "the group patrol has the name of a class"),
        ("means = ", "meaning = ", "unknown field"),
    ] {
        let said = complaints("grammar.toml", from, to);
        assert!(said.contains(complaint), "{to:?}: {said}");
    }
}

#[test]
fn conjugations_that_contradict_themselves_are_refused() {
    for (from, to, complaint) in [
        ("voice = \"passive\"", "voice = \"middle\"", "\"され\" names an unknown voice, ending or list"),
        ("then = [\"denied\"]", "then = [\"refused\"]", "\"せ\" names an unknown voice, ending or list"),
        ("ending = \"must\"", "then = []", "\"すべ\" has an ending, or lists that follow"),
        ("begins = \"せしめ\"", "begins = \"aしめ\"", "stands for kana that only 五段 has"),
        ("{ begins = \"した\"", "{ begins = \"っても\"", "\"っても\" is never reached, \"って\" stands before it"),
        (
            "letters = \"なければ\"",
            "letters = \"なければならない\"",
            "is never reached, \"なければなら\" stands before it",
        ),
        ("[lists]\n", "[lists]\nidle = []\n", "nothing goes on with the list idle"),
        (
            "letters = \"て\", ending = \"connective\"",
            "letters = \"て\", ending = \"bound\"",
            "the ending \"bound\" is unknown",
        ),
        ("row = \"わいうえお\"", "row = \"わいう\"", "is no row of five kana with う in its middle"),
        ("{ ends = \"ぐ\", row = \"がぎぐげご\" }", "{ ends = \"く\", row = \"かきくけこ\" }", "く ends two rows"),
    ] {
        let said = complaints("conjugation.toml", from, to);
        assert!(said.contains(complaint), "{to:?}: {said}");
    }
}

#[test]
fn letters_that_nobody_asks_for_or_that_stand_twice_are_refused() {
    for (from, to, complaint) in [
        ("[letters]\n", "[letters]\nwhiskers = \"ー\"\n", "the engine does not ask for whiskers"),
        ("commas = \"、，\"", "commas = \"\"", "commas is empty"),
        ("commas = \"、，\"", "commas = \"、、\"", "\"、\" stands twice in commas"),
        ("order_of = [\"施行令\"]", "order_of = \"施行令\"", "language.toml"),
    ] {
        let said = complaints("language.toml", from, to);
        assert!(said.contains(complaint), "{to:?}: {said}");
    }
}

#[test]
fn sources_without_a_document_a_place_or_a_day_are_refused() {
    for (from, to, complaint) in [
        ("place = \"PHASEの表\"", "place = \" \"", "phase_paper names no document or no place in it"),
        ("date = \"2022-03-30\"", "", "phase_paper tells its day, or why it does not"),
        ("date = \"2022-03-30\"", "date = \"令和4年\"", "is no day"),
        ("undated = \"表の版は控えていません\"", "undated = \"\"", "technology_map tells its day, or why it does not"),
        ("own = true", "own = true\ndocument = \"x\"", "own_wording is our own wording and names a document"),
        ("id = \"own_wording\"", "id = \"phase_paper\"", "phase_paper stands twice"),
        ("said = \"本ツールの説明\"", "said = \"\"", "own_wording says nothing"),
    ] {
        let said = complaints("sources.toml", from, to);
        assert!(said.contains(complaint), "{to:?}: {said}");
    }
}

#[test]
fn rows_and_examples_that_contradict_themselves_are_refused() {
    let row = "  { name = \"臨検\", strength";
    for (from, to, complaint) in [
        ("acts = [\"raid\"]", "acts = [\"raiding\"]", "unknown class \"raiding\""),
        ("said = [\"body\", \"past\"]", "said = [\"sung\"]", "the form \"sung\" is not in grammar.toml"),
        ("when = [\"sentence announce\"]", "when = [\"paragraph announce\"]", "unknown predicate"),
        ("when = [\"sentence announce\"]", "when = [\"sentence\"]", "no class"),
        ("with = [\"after 400", "with = [\"beyond 400", "is no reach"),
        ("with = [\"after 400", "with = [\"after far", "has no distance"),
        (
            row,
            &format!("  {{ name = \"x\", strength = \"trace\", because = \"x\", point = 6 }},\n{row}"),
            "can never be reached",
        ),
        (row, "  { name = \"立入りだけ\", strength", "stands twice"),
        (row, "  { name = \"臨検\", acts = [\"patrol\"], strength", "an act that the reading does not begin from"),
        ("strength = \"likely\"", "strength = \"strong\"", "unknown strength \"strong\""),
        (", point = 4 }", " }", "has no point of the codebook"),
        (", point = 4 }", ", point = 99 }", "has no point of the codebook"),
        (", because = \"立入りの手順を定めている\"", "", "gives no reason"),
        (
            ", strength = \"clear\", because",
            ", strength = \"faint\", because",
            "says what is in doubt exactly when it is faint",
        ),
        ("order = 1", "order = 2", "the same order or id"),
        ("id = \"visual\"", "id = \"sight\"", "tells of sight"),
        ("status = \"national_text\"", "status = \"rumour\"", "unknown status \"rumour\""),
    ] {
        let said = complaints("visual.toml", from, to);
        assert!(said.contains(complaint), "{to:?}: {said}");
    }
}

#[test]
fn rows_without_the_examples_that_prove_them_are_refused() {
    for (from, to, complaint) in [
        ("verdict = \"candidate\"", "verdict = \"perhaps\"", "unknown verdict"),
        ("verdict = \"candidate\"\nrow = ", "verdict = \"candidate\"\n# row = ", "names its row when"),
        ("verdict = \"candidate\"\nrow = \"", "verdict = \"candidate\"\nrow = \"x", "names the unknown row"),
        ("row = \"立ち入る者\" }", "row = \"立入りの証票\" }", "the row \"立ち入る者\" has no example"),
        (
            "not = [\"検査で立ち入るとき\"]",
            "not = [\"臨検\"]",
            "\"検査で立ち入るとき\" has no example of what it excepts",
        ),
        (
            "unless = [\"sentence announce\"]",
            "unless = [\"sentence announce\", \"sentence id_card\"]",
            "\"立入検査の証票\" takes it",
        ),
    ] {
        let said = complaints("visual.toml", from, to);
        assert!(said.contains(complaint), "{to:?}: {said}");
    }
}

#[test]
fn trust_in_a_row_that_is_not_there_is_refused() {
    let table = fs::read_to_string(root().join("data/regulations/trust.csv")).unwrap();
    let line = table.lines().last().unwrap();
    for (to, complaint) in [
        ("visual,夢の検査,1,2", "visual has no row \"夢の検査\""),
        ("visual,立ち入って検査,9,8", "was right more often than asked"),
        ("visual,立ち入って検査,9,nine", "trust.csv, row 50"),
        ("visual,立ち入って検査,40,42", "a row stands twice"),
    ] {
        let said = complaints("trust.csv", line, to);
        assert!(said.contains(complaint), "{to:?}: {said}");
    }
}

#[test]
fn a_category_with_too_few_examples_is_refused() {
    let text = fs::read_to_string(root().join("data/regulations/storage_media.toml")).unwrap();
    let examples = text.split_once("\n[[examples]]").unwrap().1;
    let said = complaints("storage_media.toml", examples, "\ntext = \"x\"\nverdict = \"none\"\n");
    for verdict in ["candidate", "check"] {
        assert!(said.contains(&format!("examples of {verdict}, fewer than 3")), "{said}");
    }
}

#[test]
fn a_figure_without_document_place_or_day_is_refused() {
    let text = fs::read_to_string(root().join("data/sources.toml")).unwrap();
    let read = sources::read(&text).unwrap();
    for id in ["populations", "counting_rule"] {
        assert!(sources::constant(&read, id).unwrap().contains(&id.to_uppercase()));
    }
    assert!(sources::constant(&read, "hearsay").is_err());
    for (field, complaint) in [
        ("document", "names no document"),
        ("place", "no place in it"),
        ("undated", "tells its day, or why it does not"),
    ] {
        let line = text.lines().find(|line| line.starts_with(&format!("{field} = "))).unwrap();
        let said = sources::read(&text.replacen(line, "", 1)).err().unwrap().join("\n");
        assert!(said.contains(complaint), "{field}: {said}");
    }
}
