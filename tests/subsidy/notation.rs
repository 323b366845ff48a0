//! Amounts and people as the documents write them.

use ichimai::municipality::Population;
use ichimai::yen::notation::{grouped, people, spoken, ten_thousands, threshold, yen};
use ichimai::yen::{ExactYen, Rate, Yen};

#[test]
fn thousands_are_separated() {
    let cases = [(0, "0"), (999, "999"), (1_000, "1,000"), (28_584_364, "28,584,364"), (-1_000, "-1,000")];
    for (number, written) in cases {
        assert_eq!(grouped(number), written);
    }
    assert_eq!(grouped(i64::MIN), "-9,223,372,036,854,775,808");
}

#[test]
fn amounts_in_ten_thousands_as_in_the_tables() {
    let cases = [
        (23_800_000, "2,380万円"),
        (185_000_000, "18,500万円"),
        (104_600_000, "10,460万円"),
        (28_584_364, "28,584,364円"),
        (0, "0円"),
    ];
    for (amount, written) in cases {
        assert_eq!(ten_thousands(Yen::new(amount)), written);
    }
}

#[test]
fn large_amounts_as_a_text_says_them() {
    let cases = [
        (705_000_000, "7億500万円"),
        (134_600_000, "1億3,460万円"),
        (100_000_000, "1億円"),
        (49_814_024_787, "498億1,402万4,787円"),
        (10_001, "1万1円"),
        (0, "0円"),
        (-705_000_000, "-7億500万円"),
    ];
    for (amount, written) in cases {
        assert_eq!(spoken(Yen::new(amount)), written);
    }
}

#[test]
fn people_and_the_edges_of_bands() {
    assert_eq!(people(Population::new(15_775)), "15,775人");
    let cases = [(10_000, "1万人"), (1_000_000, "100万人"), (15_775, "15,775人"), (0, "0人")];
    for (number, written) in cases {
        assert_eq!(threshold(Population::new(number)), written);
    }
}

#[test]
fn rates_are_shown_as_written() {
    let cases =
        [(1_000, 1, "1,000"), (398, 10, "39.8"), (1, 2, "1/2"), (10, 10, "10/10"), (2, 3, "2/3"), (5, 100, "0.05")];
    for (above, below, written) in cases {
        assert_eq!(Rate::new(above, below).unwrap().to_string(), written);
    }
    assert_eq!(Rate::new(1, 0), None);
}

#[test]
fn exact_amounts_show_every_place_or_a_fraction() {
    let share = |amount, above, below| ExactYen::share(Yen::new(amount), Rate::new(above, below).unwrap());
    assert_eq!(share(10_000_001, 1, 2).to_string(), "5,000,000.5円");
    assert_eq!(share(100, 2, 3).to_string(), "66円と2/3円");
    assert_eq!(share(300, 2, 3).to_string(), "200円");
    assert_eq!(share(100, 2, 3).floor_yen(), Yen::new(66));
    assert_eq!(yen(share(100, 10, 10).floor_yen()), "100円");
}
