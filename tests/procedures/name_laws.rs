//! Laws of matching: every official name is itself after every folding; spaces, widths and order change nothing.

use ichimai::procedures::catalogue::{Number, all};
use ichimai::procedures::matching::{Match, match_name};
use proptest::prelude::*;

use crate::entries;

fn matched(name: &str) -> Option<Number> {
    if let Match::Matched { procedure, .. } = match_name(name, None) { Some(procedure) } else { None }
}

fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c })
        .collect()
}

fn half_width_marks(text: &str) -> String {
    let pairs = [('（', '('), ('）', ')'), ('／', '/'), ('・', '･'), ('ー', 'ｰ'), ('サ', 'ｻ'), ('ス', 'ｽ')];
    let half = |c| pairs.iter().find(|(full, _)| *full == c).map_or(c, |(_, half)| *half);
    text.replace('ビ', "ﾋﾞ").chars().map(half).collect()
}

/// Ways in which a list writes a name without changing what it is.
fn foldings(name: &str) -> Vec<String> {
    let mut written = vec![
        full_width(name),
        half_width_marks(name),
        katakana(name),
        name.replace(['（', '）'], ""),
        name.replace('等', ""),
        name.replace("及び", "・"),
        name.replace('・', "／"),
        name.replace('・', "及び"),
        name.replace('罹', "り"),
        name.replace('罹', "リ"),
        name.replace("再交付", "再発行"),
        name.replace("児童", "兒童").replace("手当", "手當").replace("変更", "變更"),
        name.replace('附', "付"),
        format!("１．{name}"),
        format!("①{name}"),
        format!("(12) {name}"),
        format!("No.7　{name}"),
        format!("・{name}"),
        format!("様式第3号　{name}"),
        format!("令和6年度　{name}"),
        format!("{name}（令和６年度）"),
        format!("{name}※要事前連絡"),
        format!("「{name}」"),
        format!("{name}について"),
        format!("山口市　{name}"),
        format!("{name}（オンライン）"),
        format!("\u{feff}{name}\u{a0}"),
        name.chars().flat_map(|c| [c, '\n']).collect(),
    ];
    written.extend(kinds_of_paper(name));
    written
}

fn katakana(text: &str) -> String {
    let kana = |c| if ('ぁ'..='ゖ').contains(&c) { char::from_u32(u32::from(c) + 0x60).unwrap() } else { c };
    text.chars().map(kana).collect()
}

/// The name with other words for the kind of paper.
fn kinds_of_paper(name: &str) -> Vec<String> {
    if let Some(stem) = name.strip_suffix("申請") {
        let stem = stem.strip_suffix('の').unwrap_or(stem);
        return ["申請書", "の申請手続", "申請について"].map(|end| format!("{stem}{end}")).to_vec();
    }
    let Some(stem) = name.strip_suffix("届出").or_else(|| name.strip_suffix('届')) else { return vec![] };
    ["届", "届出", "届出書", "届け出"].map(|end| format!("{stem}{end}")).to_vec()
}

#[test]
fn every_official_name_is_itself_after_every_folding() {
    let mut wrong = Vec::new();
    for procedure in all() {
        assert_eq!(matched(procedure.name), Some(procedure.number), "{}", procedure.name);
        for written in foldings(procedure.name) {
            if matched(&written) != Some(procedure.number) {
                wrong.push(format!("{} {written:?}: {:?}", procedure.number, match_name(&written, None)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn an_official_name_fits_wholly() {
    for procedure in all() {
        assert!((match_name(procedure.name, None).degree().share() - 1.0).abs() < f64::EPSILON, "{}", procedure.name);
    }
}

#[test]
fn every_shorthand_of_the_facts_is_its_procedure() {
    for procedure in all() {
        for shorthand in procedure.shorthand {
            assert_eq!(matched(shorthand), Some(procedure.number), "{shorthand}");
        }
    }
}

#[test]
fn only_the_official_wording_reaches_the_full_degree() {
    let found = match_name("介護保険のケアプラン作成依頼書", None);
    assert!((0.6..0.95).contains(&found.degree().share()), "{found:?}");
}

/// Every name of the table of cases.
fn case_names() -> Vec<String> {
    let lines = include_str!("names.txt").lines().filter(|line| !line.starts_with('#'));
    let names = lines.filter_map(|line| Some(line.split('\t').nth(1)?.replace('⏎', "")));
    // The one that is a header when it stands first.
    names.filter(|name| name != "手続名称").collect()
}

fn any_name() -> impl Strategy<Value = String> {
    prop::sample::select(case_names())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spaces_and_line_breaks_change_nothing(name in any_name(), places in prop::collection::vec((0_usize..40, 0_usize..4), 0..8)) {
        let mut spaced: Vec<char> = name.chars().collect();
        for (place, space) in places {
            spaced.insert(place.min(spaced.len()), [' ', '\u{3000}', '\n', '\t'][space]);
        }
        let spaced: String = spaced.into_iter().collect();
        prop_assert_eq!(match_name(&spaced, None), match_name(&name, None));
    }

    #[test]
    fn widths_change_nothing(name in any_name()) {
        prop_assert_eq!(match_name(&full_width(&name), None), match_name(&name, None));
    }

    #[test]
    fn the_order_of_the_list_changes_no_result(names in prop::collection::vec(any_name(), 1..12).prop_shuffle()) {
        let forth = entries(&names.join("\n"));
        let back = entries(&names.iter().rev().cloned().collect::<Vec<_>>().join("\n"));
        let found = |list: &[std::sync::Arc<ichimai::procedures::list::ListedName>]| {
            let mut found: Vec<String> = list.iter().map(|entry| format!("{} {:?}", entry.input.name, entry.found)).collect();
            found.sort();
            found
        };
        prop_assert_eq!(found(&forth), found(&back));
        prop_assert_eq!(forth.len(), names.len());
    }

    #[test]
    fn any_text_gets_one_answer_and_no_candidate_is_named_twice(name in "\\PC{0,40}") {
        let found = match_name(&name, None);
        let candidates = found.candidates();
        prop_assert!(!candidates.iter().enumerate().any(|(at, one)| candidates[..at].contains(one)));
        prop_assert!(!found.reason().is_empty());
        prop_assert!((0.0..=1.0).contains(&found.degree().share()));
    }
}
