//! Amounts and numbers of people as the documents write them: 2,380万円, 1億3,460万円, 15,775人, 10万人.

use crate::municipality::Population;
use crate::yen::Yen;

const TEN_THOUSAND: i64 = 10_000;
const HUNDRED_MILLION: i64 = 100_000_000;

/// 28,584,364: thousands separated.
#[must_use]
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A count of things, thousands separated.
#[must_use]
pub fn counted(count: usize) -> String {
    grouped(i64::try_from(count).unwrap_or(i64::MAX))
}

/// 28,584,364円.
#[must_use]
pub fn yen(amount: Yen) -> String {
    format!("{}円", grouped(amount.get()))
}

/// 2,380万円 or 10,460万円, as the tables of the grants write it; an amount that is no multiple of 万 in 円.
#[must_use]
pub fn ten_thousands(amount: Yen) -> String {
    let number = amount.get();
    if number != 0 && number % TEN_THOUSAND == 0 {
        return format!("{}万円", grouped(number / TEN_THOUSAND));
    }
    yen(amount)
}

/// 7億500万円, 498億1,402万4,787円: as a text says a large amount.
#[must_use]
pub fn spoken(amount: Yen) -> String {
    let number = amount.get();
    let magnitude = number.saturating_abs();
    let parts = [
        (magnitude / HUNDRED_MILLION, "億"),
        (magnitude % HUNDRED_MILLION / TEN_THOUSAND, "万"),
        (magnitude % TEN_THOUSAND, ""),
    ];
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (part, unit) in parts.iter().filter(|(part, _)| *part != 0) {
        out.push_str(&grouped(*part));
        out.push_str(unit);
    }
    if number == 0 {
        out.push('0');
    }
    out.push('円');
    out
}

/// 15,775人.
#[must_use]
pub fn people(population: Population) -> String {
    format!("{}人", grouped(i64::from(population.people())))
}

/// 10万人 for a multiple of 万, as the edges of bands are written; otherwise as [`people`].
#[must_use]
pub fn threshold(population: Population) -> String {
    let number = i64::from(population.people());
    if number != 0 && number % TEN_THOUSAND == 0 {
        return format!("{}万人", grouped(number / TEN_THOUSAND));
    }
    people(population)
}
