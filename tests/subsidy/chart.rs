//! The chart as numbers: towns lie on their line, axes ascend, what has no formula has no place.

use ichimai::municipality::{FIRST_POPULATION_DATE, Population, read_code};
use ichimai::subsidy::chart::{Chart, Frame, chart};
use ichimai::subsidy::{ChosenTown, programme};
use proptest::prelude::*;

const FRAME: Frame = Frame { width: 800.0, height: 400.0, left: 80.0, right: 20.0, top: 30.0, bottom: 40.0 };

fn drawn(id: &str, entries: &[ChosenTown]) -> Chart {
    chart(programme(id).unwrap(), entries, FRAME).unwrap()
}

fn typed(people: u32) -> ChosenTown {
    ChosenTown::typed("町", Population::new(people))
}

fn labels(ticks: &[ichimai::subsidy::chart::Tick]) -> Vec<&str> {
    ticks.iter().map(|tick| tick.label.as_str()).collect()
}

#[test]
fn both_axes_stand_on_round_numbers() {
    let chart = drawn("online_procedures", &[]);
    assert_eq!(labels(&chart.populations), ["100人", "1,000人", "1万人", "10万人", "100万人"]);
    assert_eq!(labels(&chart.amounts), ["2,000万円", "5,000万円", "1億円", "2億円"]);
    assert!(chart.populations.is_sorted_by(|one, next| one.at < next.at));
    assert!(chart.amounts.is_sorted_by(|one, next| one.at > next.at), "amounts grow upwards");
    assert_eq!(chart.populations[0].at.to_bits(), 80.0_f64.to_bits());
}

#[test]
fn bands_follow_each_other_and_their_lines_run_from_edge_to_edge() {
    let chart = drawn("online_procedures", &[]);
    let wordings: Vec<&str> = chart.bands.iter().map(|band| band.wording).collect();
    assert_eq!(wordings, ["〜1万人", "1万人〜10万人", "10万人〜100万人", "100万人超"]);
    for (band, next) in chart.bands.iter().zip(&chart.bands[1..]) {
        assert_eq!(band.to.to_bits(), next.from.to_bits());
    }
    for band in &chart.bands {
        assert_eq!(band.line.first().unwrap().x.to_bits(), band.from.to_bits());
        assert_eq!(band.line.last().unwrap().x.to_bits(), band.to.to_bits());
    }
    assert_eq!(chart.bands[3].to.to_bits(), 780.0_f64.to_bits());
}

#[test]
fn above_the_last_band_an_area_without_formula_begins_and_a_town_there_has_no_place() {
    let sapporo = ChosenTown::of(read_code("011002").unwrap(), FIRST_POPULATION_DATE).unwrap();
    let chart = drawn("standardisation", &[sapporo]);
    let (from, to) = chart.without_formula.unwrap();
    assert_eq!(from.to_bits(), chart.bands[2].to.to_bits());
    assert!(from < to);
    assert_eq!((chart.marks[0].at, chart.marks[0].amount), (None, None));
    assert_eq!(drawn("online_procedures", &[]).without_formula, None);
}

#[test]
fn the_rows_for_screen_readers_name_both_amounts_at_the_jump() {
    let chart = drawn("online_procedures", &[]);
    let at = |people: u32| -> Vec<i64> {
        let samples = chart.samples.iter().filter(|sample| sample.population.people() == people);
        samples.map(|sample| sample.amount.get()).collect()
    };
    assert_eq!(at(10_000), [23_800_000]);
    assert_eq!(at(100_000), [34_330_000, 34_400_000]);
    assert_eq!(at(1_000), [16_780_000]);
    assert!(chart.samples.is_sorted_by_key(|sample| sample.population));
}

#[test]
fn a_programme_with_fixed_caps_has_no_chart() {
    assert_eq!(chart(programme("cio_aides").unwrap(), &[], FRAME), None);
}

#[test]
fn towns_outside_the_usual_span_widen_it() {
    let chart = drawn("online_procedures", &[typed(1), typed(20_000_000)]);
    assert_eq!(labels(&chart.populations).first(), Some(&"1人"));
    assert_eq!(labels(&chart.populations).last(), Some(&"1,000万人"));
    let places: Vec<f64> = chart.marks.iter().map(|mark| mark.at.unwrap().x).collect();
    assert_eq!(places, [80.0, 780.0]);
}

proptest! {
    #[test]
    fn every_town_lies_within_the_plot_and_within_its_band(people in 1_u32..=20_000_000) {
        let chart = drawn("online_procedures", &[typed(people)]);
        let at = chart.marks[0].at.unwrap();
        prop_assert!((80.0..=780.0).contains(&at.x) && (30.0..=360.0).contains(&at.y));
        prop_assert!(chart.bands.iter().any(|band| band.from <= at.x && at.x <= band.to));
    }

    #[test]
    fn a_larger_town_lies_further_right_and_not_lower(one in 1_u32..=5_000_000, other in 1_u32..=5_000_000) {
        let chart = drawn("online_procedures", &[typed(one.min(other)), typed(one.max(other))]);
        let places: Vec<_> = chart.marks.iter().map(|mark| mark.at.unwrap()).collect();
        prop_assert!(places[0].x <= places[1].x && places[0].y >= places[1].y);
    }
}
