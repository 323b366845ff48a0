//! The answer as other programs read it: its field names are a promise.

use ichimai::municipality::Population;
use ichimai::subsidy::report;
use ichimai::yen::Yen;

fn json(people: u32, cost: Option<i64>, as_of: Option<&str>) -> serde_json::Value {
    let as_of = as_of.map(|day| day.parse().unwrap());
    serde_json::to_value(report(Population::new(people), cost.map(Yen::new), as_of)).unwrap()
}

#[test]
fn the_promised_fields_stand_in_every_programme() {
    let report = json(6_353, Some(30_000_000), None);
    assert_eq!(report["population"], 6_353);
    let ids: Vec<&str> =
        report["programmes"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids[..2], ["standardisation", "online_procedures"]);
    let promised = ["id", "ceiling", "ceiling_floor_thousand", "reason", "reference", "alternatives", "steps", "grant"];
    for programme in report["programmes"].as_array().unwrap() {
        for field in promised {
            assert!(programme.get(field).is_some(), "{field}");
        }
    }
}

#[test]
fn a_town_with_a_cost_has_its_grant_by_both_readings() {
    let online = &json(6_353, Some(30_000_000), None)["programmes"][1];
    assert_eq!(online["ceiling"], 20_955_340);
    assert_eq!(online["ceiling_floor_thousand"], 20_955_000);
    assert_eq!(online["grant"], serde_json::json!({ "as_eligible_cost": 10_477_670, "as_grant": 15_000_000 }));
    assert_eq!(online["own_share"], serde_json::json!({ "as_eligible_cost": 19_522_330, "as_grant": 15_000_000 }));
    assert!(json(6_353, None, None)["programmes"][1]["grant"].is_null());
}

#[test]
fn above_the_formula_there_is_a_reason_and_a_reference_and_no_amount() {
    let first = &json(1_000_001, Some(1_000), None)["programmes"][0];
    assert_eq!(first["reason"], "no_formula");
    assert_eq!(first["reference"], 705_000_000);
    for field in ["ceiling", "ceiling_floor_thousand", "grant", "band"] {
        assert!(first[field].is_null(), "{field}");
    }
}

#[test]
fn the_jump_has_its_alternative() {
    let online = &json(100_000, None, None)["programmes"][1];
    assert_eq!(online["ceiling"], 34_330_000);
    assert_eq!(online["alternatives"][0]["ceiling"], 34_400_000);
    assert!(online["reason"].is_null());
}

#[test]
fn a_day_tells_how_each_programme_stood_and_changes_no_amount() {
    let (early, late) = (json(6_353, None, Some("2020-01-01")), json(6_353, None, Some("2026-11-20")));
    for place in 0..2 {
        assert_eq!(early["programmes"][place]["ceiling"], late["programmes"][place]["ceiling"]);
        assert_eq!(early["programmes"][place]["standing"], "before_document");
        assert_eq!(late["programmes"][place]["standing"], "period_over");
    }
}

#[test]
fn fixed_caps_stand_beside_a_reason() {
    let caps = &json(6_353, None, None)["programmes"][2];
    assert_eq!(caps["reason"], "not_by_population");
    assert_eq!(caps["caps"][0]["amount"], 1_000_000);
    assert!(caps["ceiling"].is_null());
}
