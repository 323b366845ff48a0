//! The table of municipalities: counts and totals of its source, codes.

use ichimai::date::Date;
use ichimai::municipality::{CodeError, Kind, Population, by_code, municipalities, population_dates, read_code};

#[test]
fn there_are_1741_municipalities_of_five_kinds() {
    let count = |kind| municipalities().iter().filter(|town| town.kind == kind).count();
    let kinds = [Kind::DesignatedCity, Kind::City, Kind::SpecialWard, Kind::Town, Kind::Village];
    assert_eq!(kinds.map(count), [20, 772, 23, 743, 183]);
    assert_eq!(municipalities().len(), 1_741);
}

#[test]
fn the_totals_agree_with_the_documents() {
    let total = |(place, date): (usize, &Date)| {
        let people = municipalities().iter().map(|town| town.population(*date).unwrap().people());
        (place, people.map(u64::from).sum::<u64>())
    };
    let totals: Vec<_> = population_dates().iter().enumerate().map(total).collect();
    assert_eq!(totals, [(0, 127_443_563), (1, 127_138_033), (2, 126_654_244), (3, 125_927_902)]);
}

#[test]
fn a_population_stands_with_its_day() {
    let hikari = read_code("352101").unwrap();
    let days: Vec<_> = hikari.populations().map(|(date, people)| (date.to_string(), people.people())).collect();
    let expected = [("2019-01-01", 51_324), ("2020-01-01", 50_892), ("2021-01-01", 50_431), ("2022-01-01", 49_870)];
    assert_eq!(days, expected.map(|(date, people)| (date.to_owned(), people)));
    assert_eq!(hikari.population(Date::new(2023, 1, 1).unwrap()), None);
    assert_eq!(hikari.population(population_dates()[1]), Some(Population::new(50_892)));
}

#[test]
fn every_municipality_is_found_by_its_code_with_and_without_check_digit() {
    for town in municipalities() {
        let code = town.code.to_string();
        assert_eq!(by_code(town.code), Some(town));
        assert_eq!(read_code(&code), Ok(town));
        let found = read_code(code.split_at(5).0);
        assert!(found == Ok(town) || matches!(found, Err(CodeError::Ambiguous(one, _)) if one == town), "{code}");
    }
}

#[test]
fn a_lost_leading_zero_and_other_writing_are_understood() {
    for (text, name) in [("11002", "札幌市"), ("1100", "札幌市"), ("３５３２１３", "和木町"), (" 353213.0 ", "和木町")]
    {
        assert_eq!(read_code(text).unwrap().name, name, "{text}");
    }
}

#[test]
fn five_digits_that_can_be_two_codes_are_ambiguous() {
    let Err(CodeError::Ambiguous(one, other)) = read_code("12203") else { panic!() };
    assert_eq!((one.name, other.name), ("市川市", "士別市"));
}

#[test]
fn wrong_codes_say_why() {
    let cases = [
        ("353214", CodeError::CheckDigit { written: 4, expected: 3 }),
        ("350005", CodeError::CheckDigit { written: 5, expected: 1 }),
        // 山口県 itself.
        ("350001", CodeError::Unknown),
        ("99999", CodeError::Unknown),
        ("", CodeError::NotACode),
        ("和木町", CodeError::NotACode),
        ("1234567", CodeError::NotACode),
        ("-53213", CodeError::NotACode),
        ("99999999999", CodeError::NotACode),
    ];
    for (text, error) in cases {
        assert_eq!(read_code(text), Err(error), "{text}");
    }
}
