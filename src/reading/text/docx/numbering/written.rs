//! Numbers in the formats of ECMA-376 part 1, 17.18.59; those not known are written in digits.

use crate::numeral::{Manner, full_width, written as numeral};

/// Letters of イロハ and アイウ numbering.
const IROHA: &str = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
const AIUEO: &str = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";
const LEGAL: &str = "壱弐参四伍六七八九";

/// A number in a format.
pub(super) fn written(number: u32, format: &str) -> String {
    let nth = |letters: &str| letters.chars().nth((number as usize).checked_sub(1)?).map(String::from);
    let shifted = |first: char, last: char| {
        let place = number.checked_sub(1).filter(|place| *place <= u32::from(last) - u32::from(first))?;
        char::from_u32(u32::from(first) + place).map(String::from)
    };
    let special = match format {
        "decimalFullWidth" | "decimalFullWidth2" => Some(full_width(number)),
        "decimalZero" => Some(format!("{number:02}")),
        "japaneseCounting"
        | "japaneseDigitalTenThousand"
        | "ideographDigital"
        | "chineseCounting"
        | "taiwaneseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCountingThousand" => Some(numeral(number, Manner::Kanji)),
        "japaneseLegal" => nth(LEGAL),
        "ideographTraditional" => nth(STEMS),
        "ideographZodiac" => nth(BRANCHES),
        "iroha" | "irohaFullWidth" => nth(IROHA),
        "aiueo" | "aiueoFullWidth" => nth(AIUEO),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            shifted('①', '⑳').or_else(|| number.checked_sub(20).and_then(|over| nth_from('㉑', over, 15)))
        }
        "decimalEnclosedParen" => shifted('⑴', '⒇'),
        "decimalEnclosedFullstop" => shifted('⒈', '⒛'),
        "ideographEnclosedCircle" => shifted('㊀', '㊉'),
        "lowerLetter" => repeated(number, 'a'),
        "upperLetter" => repeated(number, 'A'),
        "lowerRoman" => Some(roman(number).to_lowercase()),
        "upperRoman" => Some(roman(number)),
        "none" => Some(String::new()),
        _ => None,
    };
    special.unwrap_or_else(|| number.to_string())
}

fn nth_from(first: char, place: u32, last: u32) -> Option<String> {
    let place = place.checked_sub(1).filter(|place| *place < last)?;
    char::from_u32(u32::from(first) + place).map(String::from)
}

/// a … z, then aa, bb …
fn repeated(number: u32, first: char) -> Option<String> {
    let place = number.checked_sub(1)?;
    let letter = char::from_u32(u32::from(first) + place % 26)?;
    let times = (place / 26 + 1) as usize;
    (times <= 30).then(|| letter.to_string().repeat(times))
}

fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 32_767 {
        return number.to_string();
    }
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            written.push_str(sign);
            number -= value;
        }
    }
    written
}
