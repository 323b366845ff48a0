//! Several towns and the sums of their ceilings.

use ichimai::municipality::{FIRST_POPULATION_DATE, Population, municipalities, read_code};
use ichimai::subsidy::{ChosenTown, Comparison, compare, groups};

fn of(codes: &[&str]) -> Comparison {
    let entry = |code: &&str| ChosenTown::of(read_code(code).unwrap(), FIRST_POPULATION_DATE).unwrap();
    compare(codes.iter().map(entry).collect(), None)
}

#[test]
fn sums_add_the_amounts_of_the_towns() {
    let comparison = of(&["353213", "355020"]);
    let sums: Vec<_> = comparison.sums.iter().map(|sum| (sum.total.get(), sum.total_floor_thousand.get())).collect();
    assert_eq!(sums, [(21_353_000 + 18_246_000, 39_599_000), (20_955_340 + 18_531_880, 20_955_000 + 18_531_000)]);
    assert_eq!(comparison.sums[0].counted, 2);
}

#[test]
fn a_town_without_formula_is_named_and_not_in_the_sum() {
    let comparison = of(&["353213", "011002"]);
    let [first, second] = comparison.sums.as_slice() else { panic!() };
    assert_eq!((first.total.get(), first.counted), (21_353_000, 1));
    assert_eq!(first.without_formula, ["北海道札幌市"]);
    assert_eq!(second.counted, 2);
}

#[test]
fn no_towns_make_no_sum() {
    let comparison = of(&[]);
    assert!(comparison.sums.iter().all(|sum| sum.total.get() == 0 && sum.counted == 0));
}

#[test]
fn the_two_groups_of_yamaguchi_are_those_of_the_document() {
    let names = |place: usize| groups()[place].municipalities().iter().map(|town| town.name).collect::<Vec<_>>();
    assert_eq!(groups().len(), 2);
    assert_eq!(names(0), ["下松市", "光市", "柳井市", "周南市", "阿武町"]);
    assert_eq!(names(1), ["宇部市", "防府市", "長門市", "美祢市", "山陽小野田市", "周防大島町", "和木町"]);
    assert!(groups().iter().all(|group| group.source.place.contains("資料1")));
}

#[test]
fn all_municipalities_reach_the_documented_total() {
    let entries = municipalities().iter().map(|town| ChosenTown::of(town, FIRST_POPULATION_DATE).unwrap()).collect();
    let comparison = compare(entries, None);
    assert_eq!(comparison.sums[1].total.get(), 49_814_024_787);
    assert_eq!(comparison.sums[0].without_formula.len(), 11);
}

#[test]
fn a_typed_population_stands_beside_towns_of_the_table() {
    let typed = ChosenTown::typed("手入力", Population::new(6_353));
    let comparison = compare(vec![typed], None);
    assert_eq!(comparison.rows[0].ceilings[1].amount().unwrap().get(), 20_955_340);
}
