//! Populations and costs in every usual form, and what is refused.

use ichimai::subsidy::typed::{CostUnit, NotUsable, cost, population};
use proptest::prelude::*;

fn people(text: &str) -> Result<u32, NotUsable> {
    population(text).map(|understood| understood.value.people())
}

fn yen(text: &str) -> Result<i64, NotUsable> {
    cost(text, CostUnit::Yen).map(|understood| understood.value.get())
}

#[test]
fn populations_in_every_usual_form() {
    let cases = [
        ("6353", 6_353),
        ("6,353", 6_353),
        ("６，３５３", 6_353),
        ("6,353人", 6_353),
        ("６３５３人", 6_353),
        ("6、353", 6_353),
        (" 6 353 ", 6_353),
        ("人口 6,353人", 6_353),
        ("6353.0", 6_353),
        ("6.3万人", 63_000),
        ("６．３万", 63_000),
        ("6万3千人", 63_000),
        ("6.353千人", 6_353),
        ("63千人", 63_000),
        ("六千三百五十三", 6_353),
        ("六千三百五十三人", 6_353),
        ("六三五三", 6_353),
        ("二〇〇", 200),
        ("十", 10),
        ("百二十", 120),
        ("一万", 10_000),
        ("2万5,000", 25_000),
        ("千九百五十九万", 19_590_000),
        ("壱万弐千", 12_000),
        ("20,000,000", 20_000_000),
        ("0006353", 6_353),
        ("1", 1),
        ("126万", 1_260_000),
        ("2千万", 20_000_000),
        ("6353名", 6_353),
    ];
    for (text, expected) in cases {
        assert_eq!(people(text), Ok(expected), "{text}");
    }
}

#[test]
fn what_was_understood_is_said() {
    assert_eq!(population("6.3万人").unwrap().reading, "63,000人");
    assert_eq!(cost("2,380万円", CostUnit::Yen).unwrap().reading, "23,800,000円");
}

#[test]
fn populations_that_cannot_be_read_are_refused() {
    let cases = [
        ("", NotUsable::Empty),
        ("　", NotUsable::Empty),
        ("人", NotUsable::Empty),
        ("abc", NotUsable::Unreadable),
        ("6,35", NotUsable::Unreadable),
        ("63,53,000", NotUsable::Unreadable),
        ("1234,567", NotUsable::Unreadable),
        ("6.3.5", NotUsable::Unreadable),
        ("6353.", NotUsable::Unreadable),
        (".5", NotUsable::Unreadable),
        ("万", NotUsable::Unreadable),
        ("6百3千", NotUsable::Unreadable),
        ("6万3億", NotUsable::Unreadable),
        ("2万50,000", NotUsable::Unreadable),
        ("二千五千", NotUsable::Unreadable),
        ("約6千", NotUsable::Unreadable),
        ("6353〜7000", NotUsable::Unreadable),
        ("1e4", NotUsable::Unreadable),
        ("6353円", NotUsable::Unreadable),
        ("--5", NotUsable::Unreadable),
        ("-", NotUsable::Unreadable),
    ];
    for (text, error) in cases {
        assert_eq!(people(text), Err(error), "{text}");
    }
}

#[test]
fn numbers_that_are_no_population_are_refused_with_the_reason() {
    let too_large = NotUsable::TooLarge { limit: 20_000_000 };
    let cases = [
        ("-1", NotUsable::Negative),
        ("−6,353", NotUsable::Negative),
        ("▲6353", NotUsable::Negative),
        ("△5", NotUsable::Negative),
        ("0", NotUsable::Zero),
        ("０人", NotUsable::Zero),
        ("〇", NotUsable::Zero),
        ("0万", NotUsable::Zero),
        ("6353.5", NotUsable::Fraction),
        ("0.5人", NotUsable::Fraction),
        ("6.35358万", NotUsable::Fraction),
        ("19999999.5", NotUsable::Fraction),
        ("20000001", too_large),
        ("2001万", too_large),
        ("1億", too_large),
        ("99999999999999999999999", too_large),
        ("9999999999999999兆", too_large),
    ];
    for (text, error) in cases {
        assert_eq!(people(text), Err(error), "{text}");
    }
}

#[test]
fn costs_in_every_usual_form() {
    let cases = [
        ("30000000", 30_000_000),
        ("30,000,000円", 30_000_000),
        ("３，０００万円", 30_000_000),
        ("3千万円", 30_000_000),
        ("30,000千円", 30_000_000),
        ("0.3億円", 30_000_000),
        ("1億3,460万円", 134_600_000),
        ("¥1,000", 1_000),
        ("￥1,000", 1_000),
        ("0", 0),
        ("三千万円", 30_000_000),
        ("1兆円", 1_000_000_000_000),
    ];
    for (text, expected) in cases {
        assert_eq!(yen(text), Ok(expected), "{text}");
    }
}

#[test]
fn a_chosen_unit_holds_only_where_none_is_typed() {
    let cases = [
        ("28,584", CostUnit::ThousandYen, 28_584_000),
        ("2,380", CostUnit::TenThousandYen, 23_800_000),
        ("2380.5", CostUnit::TenThousandYen, 23_805_000),
        ("1.2", CostUnit::HundredMillionYen, 120_000_000),
        ("28,584円", CostUnit::ThousandYen, 28_584),
        ("2万", CostUnit::TenThousandYen, 20_000),
    ];
    for (text, unit, expected) in cases {
        assert_eq!(cost(text, unit).map(|understood| understood.value.get()), Ok(expected), "{text}");
    }
}

#[test]
fn costs_that_cannot_be_used_are_refused_with_the_reason() {
    let too_large = NotUsable::TooLarge { limit: 1_000_000_000_000 };
    let cases = [
        ("", NotUsable::Empty),
        ("円", NotUsable::Empty),
        ("未定", NotUsable::Unreadable),
        ("-1", NotUsable::Negative),
        ("1.5円", NotUsable::Fraction),
        ("1兆1円", too_large),
        ("6,353人", NotUsable::Unreadable),
    ];
    for (text, error) in cases {
        assert_eq!(yen(text), Err(error), "{text}");
    }
    assert_eq!(cost("1.00001", CostUnit::TenThousandYen), Err(NotUsable::Fraction));
}

/// A number in Chinese figures, as a person writes it.
fn chinese(number: u32) -> String {
    const FIGURES: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let section = |section: u32| {
        let digits =
            [(section / 1_000, "千"), (section / 100 % 10, "百"), (section / 10 % 10, "十"), (section % 10, "")];
        let mut out = String::new();
        for (digit, unit) in digits.into_iter().filter(|(digit, _)| *digit > 0) {
            let one_is_silent = digit == 1 && !unit.is_empty();
            out.push_str(if one_is_silent { "" } else { FIGURES[digit as usize] });
            out.push_str(unit);
        }
        out
    };
    let high = section(number / 10_000);
    format!("{high}{}{}", if high.is_empty() { "" } else { "万" }, section(number % 10_000))
}

proptest! {
    #[test]
    fn any_text_is_understood_or_refused(text in "\\PC{0,20}|[0-9０-９,.万千百十億兆人円一二三六〇]{0,16}") {
        if let Ok(understood) = population(&text) {
            prop_assert!((1..=20_000_000).contains(&understood.value.people()));
        }
        let _ = cost(&text, CostUnit::HundredMillionYen);
    }

    #[test]
    fn what_is_said_to_be_understood_is_understood_again(number in 1_u32..=20_000_000) {
        let reading = population(&number.to_string()).unwrap().reading;
        prop_assert_eq!(people(&reading), Ok(number));
    }

    #[test]
    fn chinese_figures_mean_their_number(number in 1_u32..=20_000_000) {
        prop_assert_eq!(people(&chinese(number)), Ok(number));
    }
}
