//! What a cost brings by both readings of 上限額, and what the town pays itself.

use ichimai::subsidy::{Grant, Reading, Rule, grant, programme};
use ichimai::yen::Yen;
use proptest::prelude::*;

fn of(id: &str, ceiling: i64, cost: i64) -> Grant {
    grant(programme(id).unwrap(), Yen::new(ceiling), Yen::new(cost))
}

/// Grant and own share by both readings.
fn shares(grant: &Grant) -> [(i64, i64); 2] {
    [Reading::AsEligibleCost, Reading::AsGrant]
        .map(|reading| grant.under(reading))
        .map(|under| (under.grant.get(), under.own_share.get()))
}

#[test]
fn half_of_the_costs_by_both_readings() {
    let cases = [
        // Below the ceiling both readings agree.
        (20_955_340, 10_000_000, [(5_000_000, 5_000_000); 2]),
        (20_955_340, 20_955_340, [(10_477_670, 10_477_670); 2]),
        // Above it they part.
        (20_955_340, 30_000_000, [(10_477_670, 19_522_330), (15_000_000, 15_000_000)]),
        (20_955_340, 50_000_000, [(10_477_670, 39_522_330), (20_955_340, 29_044_660)]),
        // An odd yen is dropped from the grant and stays with the town.
        (20_955_340, 10_000_001, [(5_000_000, 5_000_001); 2]),
        (20_955_340, 0, [(0, 0); 2]),
        (20_955_340, 1, [(0, 1); 2]),
    ];
    for (ceiling, cost, expected) in cases {
        assert_eq!(shares(&of("online_procedures", ceiling, cost)), expected, "{cost}");
    }
}

#[test]
fn with_the_whole_of_the_costs_the_readings_agree() {
    for cost in [0, 1, 21_352_999, 21_353_000, 21_353_001, 99_999_999] {
        let [first, second] = shares(&of("standardisation", 21_353_000, cost));
        assert_eq!(first, second);
        assert_eq!(first.0, cost.min(21_353_000));
    }
}

#[test]
fn the_steps_name_the_rounding_and_the_own_share() {
    let grant = of("online_procedures", 20_955_340, 10_000_001);
    let expected = [
        "対象事業費 10,000,001円 と上限額 20,955,340円 の低いほう: 10,000,001円",
        "10,000,001円 × 1/2 = 5,000,000.5円",
        "円未満切捨て: 5,000,000円",
        "市町村負担: 10,000,001円 − 5,000,000円 = 5,000,001円",
    ];
    assert_eq!(grant.as_eligible_cost.steps, expected);
    let expected = [
        "50,000,000円 × 1/2 = 25,000,000円",
        "25,000,000円 と上限額 20,955,340円 の低いほう: 20,955,340円",
        "市町村負担: 50,000,000円 − 20,955,340円 = 29,044,660円",
    ];
    assert_eq!(of("online_procedures", 20_955_340, 50_000_000).as_grant.steps, expected);
}

#[test]
fn the_ceiling_is_first_read_as_a_ceiling_on_costs_with_the_reason() {
    let Rule::Formula(formula) = &programme("online_procedures").unwrap().rule else { panic!() };
    assert_eq!(formula.first_reading, Reading::AsEligibleCost);
    assert!(formula.reading_reason.contains("498.1億円"));
}

proptest! {
    #[test]
    fn grant_and_own_share_make_the_cost_and_stay_within_it(
        ceiling in 0_i64..=1_000_000_000, cost in 0_i64..=1_000_000_000_000,
    ) {
        let all = ["standardisation", "online_procedures"].map(|id| of(id, ceiling, cost));
        for (grant, own_share) in all.iter().flat_map(shares) {
            prop_assert_eq!(grant + own_share, cost);
            prop_assert!(grant >= 0 && own_share >= 0 && grant <= ceiling);
        }
    }

    #[test]
    fn the_first_reading_never_brings_more_than_the_second(
        ceiling in 0_i64..=1_000_000_000, cost in 0_i64..=1_000_000_000_000,
    ) {
        let [first, second] = shares(&of("online_procedures", ceiling, cost));
        prop_assert!(first.0 <= second.0);
    }
}
