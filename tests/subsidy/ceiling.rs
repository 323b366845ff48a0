//! Ceilings: the worked examples, every edge of every band, what has no formula, the steps.

use ichimai::municipality::{FIRST_POPULATION_DATE, Population, municipalities};
use ichimai::subsidy::{Outcome, ceilings};
use ichimai::yen::Yen;

use crate::{online_procedures, standardisation, yen};

#[test]
fn the_worked_examples_of_five_towns_come_out() {
    let cases = [
        (6_353, 21_353_000, 20_955_340),
        (3_246, 18_246_000, 18_531_880),
        (50_892, 65_713_600, 28_584_364),
        (191_529, 178_223_200, 41_539_262),
        (260_897, 224_583_050, 46_949_966),
    ];
    for (people, first, second) in cases {
        assert_eq!(yen(&standardisation(people)), Some(first), "{people}");
        assert_eq!(yen(&online_procedures(people)), Some(second), "{people}");
    }
}

#[test]
fn every_edge_of_standardisation_and_its_neighbours() {
    let cases = [
        (1, Some(15_001_000)),
        (49_999, Some(64_999_000)),
        (50_000, Some(65_000_000)),
        (50_001, Some(65_000_800)),
        (199_999, Some(184_999_200)),
        (200_000, Some(185_000_000)),
        (200_001, Some(185_000_650)),
        (999_999, Some(704_999_350)),
        (1_000_000, Some(705_000_000)),
        (1_000_001, None),
        (20_000_000, None),
    ];
    for (people, expected) in cases {
        assert_eq!(yen(&standardisation(people)), expected, "{people}");
    }
}

#[test]
fn every_edge_of_online_procedures_and_its_neighbours() {
    let cases = [
        (1, 16_000_780),
        (9_999, 23_799_220),
        (10_000, 23_800_000),
        (10_001, 23_800_117),
        (99_999, 34_329_883),
        (100_000, 34_330_000),
        (100_001, 34_400_078),
        (999_999, 104_599_922),
        (1_000_000, 104_600_000),
        // 39.8 yen a person: 39.8, 79.6, … without its fraction.
        (1_000_001, 104_600_039),
        (1_000_002, 104_600_079),
        (1_000_005, 104_600_199),
        (20_000_000, 860_800_000),
    ];
    for (people, expected) in cases {
        assert_eq!(yen(&online_procedures(people)), Some(expected), "{people}");
    }
}

#[test]
fn exactly_a_hundred_thousand_people_have_two_amounts_and_the_lower_leads() {
    let Outcome::Amount(amount) = online_procedures(100_000).outcome else { panic!() };
    assert_eq!(amount.working.amount, Yen::new(34_330_000));
    assert_eq!(amount.working.band.wording, "1万人〜10万人");
    let [other] = amount.alternatives.as_slice() else { panic!() };
    assert_eq!(other.working.amount, Yen::new(34_400_000));
    assert_eq!(other.working.band.wording, "10万人〜100万人");
    assert!(other.reason.contains("ちょうど10万人"));
}

#[test]
fn no_other_population_has_a_second_amount() {
    for people in [10_000, 50_000, 99_999, 100_001, 200_000, 1_000_000] {
        for ceiling in [standardisation(people), online_procedures(people)] {
            let Outcome::Amount(amount) = ceiling.outcome else { panic!() };
            assert!(amount.alternatives.is_empty(), "{people}");
        }
    }
}

#[test]
fn above_a_million_standardisation_has_no_formula_but_a_reference() {
    let Outcome::NoFormula(none) = standardisation(1_000_001).outcome else { panic!() };
    assert_eq!(none.reference.amount, Yen::new(705_000_000));
    assert_eq!(none.reference.population, Population::new(1_000_000));
    assert!(none.note.contains("算出できません"));
}

#[test]
fn the_steps_are_written_as_the_document_writes_them() {
    let steps = |outcome| {
        let Outcome::Amount(amount) = outcome else { panic!() };
        amount.working.steps()
    };
    let expected = [
        "人口15,775人は「1万人〜10万人」の区分です。",
        "2,380万円 +（15,775人 − 1万人）× 117円",
        "= 23,800,000円 + 5,775人 × 117円",
        "= 23,800,000円 + 675,675円",
        "= 24,475,675円",
        "千円未満切捨て: 24,475,000円",
    ];
    assert_eq!(steps(online_procedures(15_775).outcome), expected);
    let expected = [
        "人口6,353人は「〜1万人」の区分です。",
        "1,600万円 + 6,353人 × 780円",
        "= 16,000,000円 + 4,955,340円",
        "= 20,955,340円",
        "千円未満切捨て: 20,955,000円",
    ];
    assert_eq!(steps(online_procedures(6_353).outcome), expected);
}

#[test]
fn a_fraction_of_a_yen_is_dropped_in_a_step_that_says_so() {
    let Outcome::Amount(amount) = online_procedures(1_959_313).outcome else { panic!() };
    let expected = [
        "人口1,959,313人は「100万人超」の区分です。",
        "10,460万円 +（1,959,313人 − 100万人）× 39.8円",
        "= 104,600,000円 + 959,313人 × 39.8円",
        "= 104,600,000円 + 38,180,657.4円",
        "= 142,780,657.4円",
        "円未満切捨て: 142,780,657円",
        "千円未満切捨て: 142,780,000円",
    ];
    assert_eq!(amount.working.steps(), expected);
}

#[test]
fn all_municipalities_together_reach_the_documented_total_of_online_procedures() {
    let populations = municipalities().iter().map(|town| town.population(FIRST_POPULATION_DATE).unwrap());
    let total: i64 = populations.map(|population| yen(&online_procedures(population.people())).unwrap()).sum();
    assert_eq!(total, 49_814_024_787);
    assert_eq!((total + 5_000_000) / 10_000_000, 4_981, "498.1億円");
}

#[test]
fn eleven_municipalities_have_no_formula_for_standardisation() {
    let none = |people: u32| yen(&standardisation(people)).is_none();
    let names: Vec<&str> = municipalities()
        .iter()
        .filter(|town| none(town.population(FIRST_POPULATION_DATE).unwrap().people()))
        .map(|town| town.name)
        .collect();
    let expected = [
        "札幌市",
        "仙台市",
        "さいたま市",
        "横浜市",
        "川崎市",
        "名古屋市",
        "京都市",
        "大阪市",
        "神戸市",
        "広島市",
        "福岡市",
    ];
    assert_eq!(names, expected);
}

#[test]
fn programmes_with_fixed_caps_say_so_for_every_population() {
    let all = ceilings(Population::new(6_353), None);
    let fixed: Vec<_> = all.iter().filter(|ceiling| matches!(ceiling.outcome, Outcome::NotByPopulation(_))).collect();
    assert_eq!((all.len(), fixed.len()), (7, 5));
    assert!(fixed.iter().all(|ceiling| ceiling.amount().is_none()));
}
