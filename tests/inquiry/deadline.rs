//! Deadlines and working days.

use ichimai::date::Date;
use ichimai::inquiry::deadline::{DayOff, day_off, holidays_known, known_until, overdue};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn nobody_answers_on_weekends_holidays_and_at_the_turn_of_the_year() {
    assert_eq!(day_off(day("2026-12-25")), None);
    assert_eq!(day_off(day("2026-12-26")), Some((DayOff::Weekend, "土曜日")));
    assert_eq!(day_off(day("2026-12-29")).map(|(why, _)| why), Some(DayOff::YearEnd));
    assert_eq!(day_off(day("2027-01-03")).map(|(why, _)| why), Some(DayOff::YearEnd));
    assert_eq!(day_off(day("2027-01-11")), Some((DayOff::Holiday, "成人の日")));
    assert_eq!(day_off(day("2027-03-22")), Some((DayOff::Holiday, "休日")));
}

#[test]
fn holidays_are_known_up_to_a_year_that_is_told() {
    assert_eq!(known_until(), 2027);
    assert!(holidays_known(day("2027-12-31")) && !holidays_known(day("2028-01-01")));
}

#[test]
fn overdue_is_counted_in_working_days() {
    assert_eq!(overdue(day("2026-12-25"), day("2026-12-25")), 0);
    // 12/26 and 12/27 are a weekend, 12/29 to 1/3 the turn of the year.
    assert_eq!(overdue(day("2026-12-25"), day("2026-12-28")), 1);
    assert_eq!(overdue(day("2026-12-25"), day("2027-01-04")), 2);
    assert_eq!(overdue(day("2026-12-25"), day("2026-12-01")), 0);
}

#[test]
fn days_are_counted_and_named() {
    assert_eq!(day("1970-01-01").days(), 0);
    assert_eq!(day("2026-11-28").weekday(), '土');
    for days in (-30_000..40_000).step_by(17) {
        assert_eq!(Date::from_days(days).map(Date::days), Some(days));
    }
}
