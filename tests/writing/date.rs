//! Days of the calendar in both ways of counting.

use ichimai::date::Date;

#[test]
fn iso_dates_are_read_and_written_back() {
    for text in ["2020-01-01", "2024-02-29", "1868-10-23", "9999-12-31"] {
        assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
    }
}

#[test]
fn what_is_no_day_is_refused() {
    let cases = [
        "2021-02-29",
        "2020-13-01",
        "2020-00-10",
        "2020-1-1",
        "20200101",
        "2020-01-01-01",
        "１２３４-01-01",
        "",
        "1867-12-31",
    ];
    for text in cases {
        assert!(text.parse::<Date>().is_err(), "{text}");
    }
}

#[test]
fn eras_change_on_their_first_day() {
    let cases = [
        ("2020-01-01", "令和2年1月1日"),
        ("2019-05-01", "令和元年5月1日"),
        ("2019-04-30", "平成31年4月30日"),
        ("1989-01-08", "平成元年1月8日"),
        ("1989-01-07", "昭和64年1月7日"),
        ("1926-12-25", "昭和元年12月25日"),
        ("1912-07-30", "大正元年7月30日"),
        ("1912-07-29", "明治45年7月29日"),
    ];
    for (iso, era) in cases {
        assert_eq!(iso.parse::<Date>().unwrap().era(), era);
    }
}

#[test]
fn a_report_writes_both() {
    let date: Date = "2026-11-20".parse().unwrap();
    assert_eq!(date.western_and_era(), "2026年11月20日（令和8年11月20日）");
}
