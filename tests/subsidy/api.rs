//! Towns as other programs name them.

use ichimai::api::subsidy::TownInput;
use serde_json::json;

fn entry(town: serde_json::Value) -> Option<(String, u32, Option<String>)> {
    let town: TownInput = serde_json::from_value(town).unwrap();
    let entry = town.entry()?;
    Some((entry.label, entry.population.people(), entry.population_date.map(|date| date.to_string())))
}

#[test]
fn a_town_is_a_code_with_a_day_or_a_label_with_a_population() {
    let waki = || "山口県玖珂郡和木町".to_owned();
    let day = |text: &str| Some(text.to_owned());
    assert_eq!(entry(json!({ "code": "353213" })), Some((waki(), 6_353, day("2020-01-01"))));
    assert_eq!(entry(json!({ "code": "353213", "on": "2022-01-01" })), Some((waki(), 6_076, day("2022-01-01"))));
    assert_eq!(entry(json!({ "code": "353213", "population": 6_000 })), Some((waki(), 6_000, None)));
    assert_eq!(entry(json!({ "label": "甲", "population": 5 })), Some(("甲".to_owned(), 5, None)));
}

#[test]
fn a_town_that_tells_neither_is_none() {
    assert_eq!(entry(json!({ "label": "甲" })), None);
    assert_eq!(entry(json!({ "code": "353214" })), None);
    assert_eq!(entry(json!({ "code": "353213", "on": "2030-01-01" })), None);
}

#[test]
fn answers_name_their_programme_by_its_id() {
    let entry = serde_json::from_value::<TownInput>(json!({ "code": "353213" })).unwrap().entry().unwrap();
    let comparison = serde_json::to_value(ichimai::subsidy::compare(vec![entry], None)).unwrap();
    assert_eq!(comparison["programmes"], json!(["standardisation", "online_procedures"]));
    assert_eq!(comparison["rows"][0]["ceilings"][1]["programme"], "online_procedures");
    assert_eq!(comparison["rows"][0]["ceilings"][1]["outcome"]["amount"]["working"]["amount"], 20_955_340);
    assert_eq!(comparison["rows"][0]["entry"]["municipality"]["code"], "353213");
    assert_eq!(comparison["sums"][0]["total"], 21_353_000);
}
