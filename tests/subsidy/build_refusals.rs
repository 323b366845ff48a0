//! What the build refuses in `data/programmes` and `data/groups`: each contradiction, on the smallest file that has it.

use crate::build_programmes::check::{Refused, check_all};
use crate::build_programmes::{check_groups, code, groups_code};

const HEAD: &str = r#"
id = "a"
order = 1
name = "甲"
short_name = "甲"
as_of = "2021-07-27"
recipients = "市区町村"
rate = "1/2"
status = ["公募中"]
status_note = "公募中です。"
conditions = []
eligible_costs = []
notes = []
"#;
const SOURCE: &str = r#"
[[sources]]
document = "資料"
date = "2021-07-27"
place = "資料2"
states = "算式"
certainty = "stated"
"#;
const FORMULA: &str = r#"
[formula]
first_reading = "as_grant"
reading_reason = "理由"
"#;

/// A band from and to the given people; no end where `to` is 0.
fn band(from: u32, to: u32, base: u64, rate: &str, offset: u32) -> String {
    let to = if to == 0 { String::new() } else { format!("to = {to}\n") };
    format!(
        "[[formula.bands]]\nwording = \"区分\"\nfrom = {from}\n{to}base = {base}\nrate = \"{rate}\"\noffset = {offset}\n"
    )
}

/// Two bands that join at 10 people: 100 + 10 × 1 = 110.
fn joined() -> String {
    band(0, 10, 100, "1", 0) + &band(10, 0, 110, "2", 10)
}

fn refusal(parts: &[&str]) -> Refused {
    check_all(vec![("a.toml".to_owned(), parts.concat())]).unwrap_err()
}

fn file() -> String {
    "a.toml".to_owned()
}

fn formula_refusal(bands: &str) -> Refused {
    refusal(&[HEAD, FORMULA, bands, SOURCE])
}

#[test]
fn the_smallest_sound_file_passes_and_becomes_code() {
    let sound = [HEAD, FORMULA, &joined(), SOURCE].concat();
    let programmes = check_all(vec![(file(), sound)]).unwrap();
    let code = code(&programmes);
    assert!(code.contains("Band { wording: \"区分\", from: Population::new(10), to: None, base: Yen::new(110), rate: Rate::from_table(2, 1)"));
    assert!(code.contains("as_of: Date::from_table(2021, 7, 27)"));
}

#[test]
fn gaps_overlaps_and_disorder_between_bands() {
    let first = band(0, 10, 100, "1", 0);
    assert_eq!(formula_refusal(&(first.clone() + &band(11, 0, 110, "1", 10))), Refused::Gap { file: file(), band: 1 });
    assert_eq!(
        formula_refusal(&(first.clone() + &band(9, 0, 110, "1", 9))),
        Refused::Overlap { file: file(), band: 1 }
    );
    assert_eq!(formula_refusal(&(first.clone() + &band(0, 5, 100, "1", 0))), Refused::Order { file: file(), band: 2 });
    assert_eq!(
        formula_refusal(&(first.clone() + &band(10, 10, 110, "1", 10))),
        Refused::Order { file: file(), band: 2 }
    );
    assert_eq!(
        formula_refusal(&(band(0, 0, 100, "1", 0) + &band(10, 0, 110, "1", 10))),
        Refused::Order { file: file(), band: 1 }
    );
    assert_eq!(formula_refusal(&band(1, 0, 100, "1", 0)), Refused::NotFromZero { file: file() });
}

#[test]
fn amounts_that_cannot_be() {
    assert_eq!(formula_refusal(&band(0, 0, 100, "1", 1)), Refused::Offset { file: file(), band: 1 });
    assert_eq!(formula_refusal(&band(0, 0, 1_000_000_000_001, "1", 0)), Refused::Amount { file: file(), band: 1 });
    for rate in ["0", "-1", "1/0", "x", "", "1.", "1000000"] {
        let expected = Refused::Rate { file: file(), text: rate.to_owned() };
        assert_eq!(formula_refusal(&band(0, 0, 100, rate, 0)), expected, "{rate}");
    }
}

#[test]
fn a_jump_between_bands_must_be_explained_and_must_exist() {
    let jumping = band(0, 10, 100, "1", 0) + &band(10, 0, 111, "2", 10);
    assert_eq!(formula_refusal(&jumping), Refused::UnexplainedJump { file: file(), population: 10 });
    let explained = "[[formula.jumps]]\npopulation = 10\nreason = \"理由\"\n";
    assert!(check_all(vec![(file(), [HEAD, FORMULA, &jumping, explained, SOURCE].concat())]).is_ok());
    assert_eq!(formula_refusal(&(joined() + explained)), Refused::NoJump { file: file(), population: 10 });
}

#[test]
fn what_holds_above_the_last_band_is_said_exactly_when_it_ends() {
    let ending = band(0, 10, 100, "1", 0);
    assert_eq!(formula_refusal(&ending), Refused::Beyond { file: file() });
    let note = "beyond_note = \"算出できません。\"\n";
    assert_eq!(refusal(&[HEAD, FORMULA, note, &joined(), SOURCE]), Refused::Beyond { file: file() });
}

#[test]
fn a_missing_source_or_one_without_day_or_place() {
    assert_eq!(refusal(&[HEAD, FORMULA, &joined()]), Refused::NoSource { file: file() });
    let inferred = SOURCE.replace("stated", "inferred");
    assert_eq!(refusal(&[HEAD, FORMULA, &joined(), &inferred]), Refused::NoSource { file: file() });
    for line in ["date = \"2021-07-27\"\n", "資料2"] {
        let source = SOURCE.replace(line, "");
        let expected = Refused::Empty { file: file(), key: "sources" };
        assert_eq!(refusal(&[HEAD, FORMULA, &joined(), &source]), expected);
    }
}

#[test]
fn unknown_keys_and_missing_ones() {
    let misspelt = refusal(&[HEAD, "conditon = []\n", FORMULA, &joined(), SOURCE]);
    assert!(matches!(misspelt, Refused::Syntax { message, .. } if message.contains("conditon")));
    let missing = refusal(&[&HEAD.replace("notes = []", ""), FORMULA, &joined(), SOURCE]);
    assert!(matches!(missing, Refused::Syntax { message, .. } if message.contains("notes")));
    let empty = refusal(&[&HEAD.replace("name = \"甲\"\nshort", "name = \" \"\nshort"), FORMULA, &joined(), SOURCE]);
    assert_eq!(empty, Refused::Empty { file: file(), key: "name" });
    let no_status = refusal(&[&HEAD.replace("[\"公募中\"]", "[]"), FORMULA, &joined(), SOURCE]);
    assert_eq!(no_status, Refused::Empty { file: file(), key: "status" });
}

#[test]
fn days_that_the_calendar_does_not_have() {
    for text in ["2021-02-29", "2021-13-01", "2021-7-27", "令和3年"] {
        let refused = refusal(&[&HEAD.replace("2021-07-27", text), FORMULA, &joined(), SOURCE]);
        assert_eq!(refused, Refused::Date { file: file(), key: "as_of", text: text.to_owned() });
    }
}

#[test]
fn a_formula_and_caps_together_or_neither() {
    let cap = "[[caps]]\nsubject = \"額\"\namount = 1\nwording = \"1円\"\nlimits = \"grant\"\n";
    let expected = Refused::FormulaOrCaps { file: file() };
    assert_eq!(refusal(&[HEAD, FORMULA, &joined(), cap, SOURCE]), expected);
    assert_eq!(refusal(&[HEAD, SOURCE]), expected);
    assert!(check_all(vec![(file(), [HEAD, cap, SOURCE].concat())]).is_ok());
}

#[test]
fn a_later_state_is_a_further_file_and_the_same_day_twice_is_refused() {
    let sound = [HEAD, FORMULA, &joined(), SOURCE].concat();
    let later = sound.replace("as_of = \"2021-07-27\"", "as_of = \"2023-04-01\"");
    assert!(check_all(vec![(file(), sound.clone()), ("b.toml".to_owned(), later)]).is_ok());
    let refused = check_all(vec![(file(), sound.clone()), ("b.toml".to_owned(), sound)]).unwrap_err();
    let (id, as_of) = ("a".to_owned(), "2021-07-27".to_owned());
    assert_eq!(refused, Refused::SameProgramme { file: "b.toml".to_owned(), id, as_of });
}

#[test]
fn a_group_names_municipalities_of_the_table_by_code_and_name() {
    let towns = [("353213".to_owned(), "和木町".to_owned())];
    let group = |member: &str| {
        let source = SOURCE.replace("[[sources]]", "[source]");
        vec![(file(), format!("[[groups]]\nname = \"組\"\nmembers = [\"{member}\"]\n{source}"))]
    };
    let sound = check_groups(group("353213 和木町"), &towns).unwrap();
    assert!(groups_code(&sound).contains("members: &[Code::from_table(353213), ]"));
    let refused = check_groups(group("353213 阿武町"), &towns).map(|_| ()).unwrap_err();
    assert_eq!(refused, Refused::UnknownMember { file: file(), name: "353213 阿武町".to_owned() });
}

#[test]
fn an_empty_place_is_refused_unless_the_fact_is_inferred() {
    let source = |certainty: &str| {
        let second =
            format!("[[sources]]\ndocument = \"乙\"\nplace = \"\"\nstates = \"算式\"\ncertainty = \"{certainty}\"\n");
        check_all(vec![("a.toml".to_owned(), [HEAD, FORMULA, &joined(), SOURCE, &second].concat())])
    };
    for certainty in ["confirmed", "reported", "stated"] {
        assert_eq!(source(certainty).unwrap_err(), Refused::Empty { file: file(), key: "sources" }, "{certainty}");
    }
    assert!(source("inferred").is_ok());
}

#[test]
fn an_amount_in_a_sentence_needs_a_source_that_states_it() {
    let head = HEAD.replace("notes = []", "notes = [\"累計は6,988億円です。\"]");
    let refused = refusal(&[&head, FORMULA, &joined(), SOURCE]);
    assert_eq!(refused, Refused::Unsourced { file: file(), amount: "6,988億円".to_owned() });
    let source = SOURCE.replace("states = \"算式\"", "states = \"算式、累計6,988億円\"");
    assert!(check_all(vec![(file(), [head.as_str(), FORMULA, &joined(), &source].concat())]).is_ok());
}

#[test]
fn a_period_that_ends_says_what_is_known_of_the_time_after() {
    let head = HEAD.replace("recipients", "last_day = \"2022-03-31\"\nrecipients");
    assert_eq!(refusal(&[&head, FORMULA, &joined(), SOURCE]), Refused::AfterPeriod { file: file() });
    let after = "[after_period]\nmark = \"終了\"\nnote = \"終了しました。\"\n";
    assert_eq!(refusal(&[&head, after, FORMULA, &joined(), SOURCE]), Refused::AfterPeriod { file: file() });
    let after = after.replace("終了しました。", "終了しました（要確認）。");
    assert!(check_all(vec![(file(), [head.as_str(), &after, FORMULA, &joined(), SOURCE].concat())]).is_ok());
}
