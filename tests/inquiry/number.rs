//! 照会番号: the form, what is repaired and what never is.

use ichimai::inquiry::{NotANumber, Number, Round};
use proptest::prelude::*;

#[test]
fn the_numbers_of_the_specification_are_valid() {
    for number in ["K7Q-204-M", "K7Q-209-K", "K7Q-20E-J", "K7Q-21W-E", "K7Q-263-D"] {
        assert_eq!(Number::read(number).map(|read| read.to_string()).as_deref(), Ok(number));
    }
}

#[test]
fn a_number_is_read_as_people_type_it() {
    let spelled = [
        "K7Q-2O4-M",
        "k7q-204-m",
        "Ｋ７Ｑ－２０４－Ｍ",
        "K7Q204M",
        " K7Q-204-M　",
        "K7Q‐204－M",
        "K7Q ー 204 — M",
        "K7Q-204-M（福祉課）",
        "（K7Q-204-M）",
        "K7Q 204 M",
        "K7Q−204−M",
        "[K7Q-204-M]",
        "K7Q-204\n-M",
    ];
    for typed in spelled {
        assert_eq!(Number::read(typed).map(|read| read.to_string()).as_deref(), Ok("K7Q-204-M"), "{typed}");
    }
    assert_eq!(Number::read("K7Q-2I3-K").map(|read| read.to_string()).as_deref(), Ok("K7Q-213-K"));
    assert_eq!(Number::read("K7Q-2l3-K").map(|read| read.to_string()).as_deref(), Ok("K7Q-213-K"));
}

#[test]
fn what_is_no_number_says_why() {
    let cases = [
        ("", NotANumber::Blank),
        ("　", NotANumber::Blank),
        ("K7Q-24", NotANumber::Form),
        ("K7Q-24Y-7", NotANumber::Check),
        ("K7Q-204-U", NotANumber::Form),
        ("K7Q-204-MM", NotANumber::Form),
        ("合計", NotANumber::Form),
        ("1", NotANumber::Form),
        ("K7Q-204-M・K7Q-209-K", NotANumber::Two),
        ("K7Q-204-M\nK7Q-209-K", NotANumber::Two),
        ("K7Q-204-M K7Q-209-K", NotANumber::Two),
        ("K7Q-204-M（K7Q-209-K）", NotANumber::Two),
        ("K7Q-204-M、K7Q-209-K、K7Q-20E-J", NotANumber::Two),
    ];
    for (typed, why) in cases {
        assert_eq!(Number::read(typed), Err(why), "{typed}");
    }
}

fn any_number() -> impl Strategy<Value = Number> {
    (0_u16..29_791, 0_u16..29_791).prop_map(|(round, item)| Number::new(Round::new(round), item).unwrap())
}

const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXY";

proptest! {
    #[test]
    fn what_is_written_is_read(number in any_number()) {
        prop_assert_eq!(Number::read(&number.to_string()), Ok(number));
        prop_assert_eq!(Number::read(&number.to_string().to_lowercase().replace('-', "")), Ok(number));
    }

    #[test]
    fn every_single_error_is_seen(number in any_number(), place in 0_usize..7, other in 0_usize..31) {
        let mut characters: Vec<char> = number.to_string().replace('-', "").chars().collect();
        let wrong = ALPHABET.chars().nth(other).unwrap();
        prop_assume!(characters[place] != wrong);
        characters[place] = wrong;
        prop_assert_eq!(Number::read(&characters.iter().collect::<String>()), Err(NotANumber::Check));
    }

    #[test]
    fn every_swap_is_seen(number in any_number(), first in 0_usize..7, second in 0_usize..7) {
        let mut characters: Vec<char> = number.to_string().replace('-', "").chars().collect();
        prop_assume!(characters[first] != characters[second]);
        characters.swap(first, second);
        prop_assert_eq!(Number::read(&characters.iter().collect::<String>()), Err(NotANumber::Check));
    }

    #[test]
    fn anything_typed_is_read_without_harm(typed in ".{0,40}") {
        let _ = Number::read(&typed);
    }
}
