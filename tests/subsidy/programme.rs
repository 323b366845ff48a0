//! The facts of every programme: compiled as the documents state them, chosen by day.

use ichimai::date::Date;
use ichimai::subsidy::{Certainty, Programme, Rule, Standing, in_force, programme, programmes};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn the_programmes_stand_in_the_order_of_the_page() {
    let ids: Vec<&str> = programmes(None).iter().map(|programme| programme.id).collect();
    let expected = [
        "standardisation",
        "online_procedures",
        "cio_aides",
        "prefectural_specialists",
        "company_secondment",
        "ube_business",
        "hofu_business",
    ];
    assert_eq!(ids, expected);
}

#[test]
fn rates_and_caps_are_those_of_the_documents() {
    let caps: Vec<_> = programmes(None)
        .into_iter()
        .filter_map(|programme| match &programme.rule {
            Rule::Caps(caps) => Some((programme.id, programme.rate_wording, caps[0].amount.get(), caps[0].wording)),
            Rule::Formula(_) => None,
        })
        .collect();
    let expected = [
        ("cio_aides", "0.5", 1_000_000, "100万円まで"),
        ("prefectural_specialists", "1/2", 5_600_000, "年間560万円/人"),
        ("company_secondment", "1/2", 5_600_000, "年間560万円/人"),
        ("ube_business", "2/3", 1_000_000, "100万円"),
        ("hofu_business", "2/3", 2_000_000, "200万円"),
    ];
    assert_eq!(caps, expected);
    assert_eq!(programme("standardisation").unwrap().rate_wording, "10/10");
    assert_eq!(programme("online_procedures").unwrap().rate_wording, "1/2");
}

#[test]
fn every_programme_names_a_document_with_day_and_place() {
    for programme in programmes(None) {
        let stated = programme.sources.iter().find(|source| source.certainty == Certainty::Stated).unwrap();
        assert!(stated.date.is_some() && !stated.place.is_empty(), "{}", programme.id);
        assert!(programme.as_of >= stated.date.unwrap(), "{}", programme.id);
    }
}

#[test]
fn an_earlier_day_than_every_document_gives_the_oldest_state_that_is_known() {
    let ids = |as_of| programmes(as_of).iter().map(|programme| programme.id).collect::<Vec<_>>();
    assert_eq!(ids(Some(day("2020-01-01"))), ids(None));
    assert_eq!(programmes(Some(day("2020-01-01")))[0].as_of, day("2021-07-27"));
}

#[test]
fn deadlines_and_periods_close_a_programme_the_day_after() {
    let cases = [
        ("online_procedures", "2021-07-26", Standing::BeforeDocument),
        ("online_procedures", "2022-10-31", Standing::Open),
        ("online_procedures", "2022-11-01", Standing::ApplicationsClosed),
        ("online_procedures", "2023-03-31", Standing::ApplicationsClosed),
        ("online_procedures", "2023-04-01", Standing::PeriodOver),
        ("standardisation", "2026-03-31", Standing::Open),
        ("standardisation", "2026-04-01", Standing::PeriodOver),
        ("hofu_business", "2030-01-01", Standing::Open),
    ];
    for (id, on, expected) in cases {
        assert_eq!(programme(id).unwrap().standing(day(on)), expected, "{id} {on}");
    }
}

#[test]
fn of_several_states_the_newest_that_is_not_younger_than_the_day_holds() {
    let state = |as_of: &str, id| Programme { id, as_of: day(as_of), ..*programme("standardisation").unwrap() };
    // Not in the order of their days: the data need not be.
    let states: &'static [Programme] = Box::leak(Box::new([
        state("2023-04-01", "a"),
        state("2021-07-27", "a"),
        state("2025-04-01", "a"),
        state("2022-06-21", "b"),
    ]));
    let held = |as_of: Option<&str>| -> Vec<(&str, String)> {
        let chosen = in_force(states, as_of.map(day));
        chosen.iter().map(|programme| (programme.id, programme.as_of.to_string())).collect()
    };
    let cases = [
        (None, "2025-04-01"),
        (Some("2025-04-01"), "2025-04-01"),
        (Some("2025-03-31"), "2023-04-01"),
        (Some("2021-07-27"), "2021-07-27"),
        (Some("2021-07-26"), "2021-07-27"),
    ];
    for (as_of, expected) in cases {
        assert_eq!(held(as_of), [("a", expected.to_owned()), ("b", "2022-06-21".to_owned())], "{as_of:?}");
    }
}

#[test]
fn a_programme_of_another_town_or_of_prefectures_does_not_concern_a_town() {
    let ids = |town| {
        let concerning = programmes(None).into_iter().filter(|programme| programme.concerns(town));
        concerning
            .map(|programme| programme.id)
            .filter(|id| id.ends_with("business") || id.starts_with("pref"))
            .collect::<Vec<_>>()
    };
    assert!(ids(None).is_empty() && ids(Some("光市")).is_empty());
    assert_eq!(ids(Some("防府市")), ["hofu_business"]);
    assert!(programmes(None).iter().any(|programme| programme.id == "cio_aides" && programme.concerns(None)));
}
