//! Spellings as a table of bytes: `src/regulations/spelled.rs` tells its form and reads it.

use std::collections::BTreeMap;

/// Letters from this number on take two bytes.
const SINGLE: usize = 240;
/// Stands before two lengths that do not fit in one byte.
const LONG: u8 = u8::MAX;
/// States of the matcher: one bit of sixteen is taken.
const MOST: usize = 1 << 15;

/// Spellings, folded, each with a number.
pub type Spellings = Vec<(String, u8)>;

/// A spelling beside the one before it.
struct Step {
    shared: usize,
    letters: Vec<char>,
    number: u8,
}

/// Sorted, each beside the one before it.
fn steps(spellings: &Spellings) -> Vec<Step> {
    let mut sorted: Vec<(Vec<char>, u8)> =
        spellings.iter().map(|(text, number)| (text.chars().collect(), *number)).collect();
    sorted.sort();
    let mut before: &[char] = &[];
    let mut steps = Vec::new();
    for (letters, number) in &sorted {
        let shared = before.iter().zip(letters).take_while(|(one, other)| one == other).count();
        steps.push(Step { shared, letters: letters.iter().skip(shared).copied().collect(), number: *number });
        before = letters;
    }
    steps
}

/// The letters of these tables, the most frequent first, and the tables by them.
pub fn tables<const COUNT: usize>(tables: [&Spellings; COUNT], wrong: &mut Vec<String>) -> (String, [Vec<u8>; COUNT]) {
    let tables = tables.map(steps);
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for letter in tables.iter().flatten().flat_map(|step| &step.letters).filter(|letter| **letter != '0') {
        *counts.entry(*letter).or_default() += 1;
    }
    let mut letters: Vec<char> = counts.keys().copied().collect();
    letters.sort_by_key(|letter| std::cmp::Reverse(counts.get(letter).copied()));
    for table in &tables {
        let nodes = table.iter().map(|step| step.letters.len()).sum::<usize>();
        if nodes >= MOST {
            wrong.push(format!("the spellings have {nodes} beginnings, the matcher has room for {MOST}"));
        }
    }
    let numbers: BTreeMap<char, usize> = letters.iter().copied().zip(2..).chain([('0', 1)]).collect();
    let written = tables.map(|table| table.iter().flat_map(|step| step.written(&numbers)).collect());
    (letters.into_iter().collect(), written)
}

impl Step {
    fn written(&self, numbers: &BTreeMap<char, usize>) -> Vec<u8> {
        let byte = |number: usize| u8::try_from(number).unwrap_or(u8::MAX);
        let mut bytes = if self.shared < 15 && self.letters.len() < 16 {
            vec![byte(self.shared << 4 | self.letters.len())]
        } else {
            vec![LONG, byte(self.shared), byte(self.letters.len())]
        };
        for number in self.letters.iter().filter_map(|letter| numbers.get(letter)) {
            match *number {
                single @ 0..SINGLE => bytes.push(byte(single)),
                double => bytes.extend([byte(SINGLE + (double >> 8)), byte(double & 0xff)]),
            }
        }
        bytes.push(self.number);
        bytes
    }
}
