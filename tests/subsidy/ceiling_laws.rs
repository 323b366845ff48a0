//! What holds for every population: exactness against big rationals, order, and that the steps add up.

use ichimai::subsidy::{Outcome, Rule, Working, programme, programmes};
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

use crate::{online_procedures, standardisation, yen};

/// The formulas written a second time, by the documents' tables, in big rationals.
fn exactly(people: u32, bands: &[(u32, i64, (i64, i64), u32)]) -> BigRational {
    let whole = |number: i64| BigRational::from(BigInt::from(number));
    let (_, base, (above, below), offset) = bands.iter().rev().find(|(over, ..)| people > *over).unwrap();
    whole(*base) + whole(i64::from(people - offset)) * BigRational::new(BigInt::from(*above), BigInt::from(*below))
}

const STANDARDISATION: [(u32, i64, (i64, i64), u32); 3] =
    [(0, 15_000_000, (1_000, 1), 0), (50_000, 65_000_000, (800, 1), 50_000), (200_000, 185_000_000, (650, 1), 200_000)];
const ONLINE_PROCEDURES: [(u32, i64, (i64, i64), u32); 4] = [
    (0, 16_000_000, (780, 1), 0),
    (10_000, 23_800_000, (117, 1), 10_000),
    (100_000, 34_400_000, (78, 1), 100_000),
    (1_000_000, 104_600_000, (398, 10), 1_000_000),
];

proptest! {
    #[test]
    fn standardisation_is_exact(people in 1_u32..=1_000_000) {
        let exact = exactly(people, &STANDARDISATION);
        prop_assert_eq!(BigInt::from(yen(&standardisation(people)).unwrap()), exact.floor().to_integer());
    }

    #[test]
    fn online_procedures_is_exact(people in prop_oneof![1_u32..=200_000, 900_000_u32..=20_000_000]) {
        let exact = exactly(people, &ONLINE_PROCEDURES);
        prop_assert_eq!(BigInt::from(yen(&online_procedures(people)).unwrap()), exact.floor().to_integer());
    }

    #[test]
    fn a_larger_population_never_has_a_lower_ceiling(one in 1_u32..=1_000_000, other in 1_u32..=1_000_000) {
        let (less, more) = (one.min(other), one.max(other));
        prop_assert!(yen(&standardisation(less)) <= yen(&standardisation(more)));
        prop_assert!(yen(&online_procedures(less)) <= yen(&online_procedures(more)));
    }

    #[test]
    fn one_person_more_never_brings_more_than_the_rate_except_at_the_documented_jump(people in 1_u32..=2_000_000) {
        let step = yen(&online_procedures(people + 1)).unwrap() - yen(&online_procedures(people)).unwrap();
        prop_assert!((39..=780).contains(&step) || people == 100_000, "{step} at {people}");
    }

    #[test]
    fn no_amount_is_negative_and_rounding_down_loses_less_than_a_thousand(people in 0_u32..=20_000_000) {
        for ceiling in [standardisation(people), online_procedures(people)] {
            if let Some(amount) = ceiling.amount() {
                prop_assert!(amount.get() > 0);
                let lost = amount.get() - amount.floor_thousand().get();
                prop_assert!((0..1_000).contains(&lost));
                prop_assert_eq!(amount.floor_thousand().get() % 1_000, 0);
            }
        }
    }

    #[test]
    fn the_numbers_in_the_steps_add_up_to_the_amount(people in 1_u32..=20_000_000) {
        let Outcome::Amount(amount) = online_procedures(people).outcome else { panic!() };
        let Working { band, counted, product, exact, amount, .. } = amount.working;
        let rate = (i128::from(band.rate.numerator()), i128::from(band.rate.denominator()));
        prop_assert_eq!(product.plus(band.base), exact);
        prop_assert_eq!(exact.floor_yen(), amount);
        let by_hand = i128::from(band.base.get()) + i128::from(counted) * rate.0 / rate.1;
        prop_assert_eq!(by_hand, i128::from(amount.get()));
    }
}

#[test]
fn the_jump_at_a_hundred_thousand_is_the_only_one() {
    let mut jumps = Vec::new();
    for programme in programmes(None) {
        let Rule::Formula(formula) = &programme.rule else {
            continue;
        };
        for (lower, upper) in formula.bands.iter().zip(&formula.bands[1..]) {
            let meets = |band| Working::new(band, upper.from).exact;
            if meets(lower) != meets(upper) {
                jumps.push((programme.id, upper.from.people()));
            }
        }
    }
    assert_eq!(jumps, [("online_procedures", 100_000)]);
    let Rule::Formula(formula) = &programme("online_procedures").unwrap().rule else { panic!() };
    assert_eq!(formula.jumps.len(), 1);
}
