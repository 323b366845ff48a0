//! Folding of characters (表記ゆれの吸収) so that one spelling in the vocabulary meets all spellings in the wild.
//!
//! Takes one character, gives what the matcher sees: nothing (spaces, middle dots, hyphens, voicing marks that stand
//! alone), a digit (kanji and Arabic numerals are one and the same, a run counts once), or a character.
//! Folded away: full and half width, katakana against hiragana (「縦覧ニ供シ」), small against large kana (「行つた」),
//! voiced against unvoiced kana (old statutes write 「スヘシ」), old against new character forms (「檢査」).
//! The vocabulary passes through the same function, so both sides always agree.

use std::sync::LazyLock;

/// What the matcher sees of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folded {
    /// Not seen at all.
    Nothing,
    /// A numeral of any kind; several in a row count as one.
    Digit,
    /// A character.
    Letter(char),
}

/// The letters, by name: what is not seen, numerals, and pairs of a letter and what it is read as.
const TABLE: &str = include_str!("../../data/regulations/folding.txt");

/// The letters of a name.
fn letters(name: &str) -> &'static str {
    let entry = |line: &'static str| line.strip_prefix(name)?.strip_prefix('\t');
    TABLE.lines().find_map(entry).unwrap_or_default()
}

/// Blanks, joiners and marks that no table can show; the rest of what is not seen is in the table.
const BLANK: &str = " \t\r\u{3000}\u{a0}\u{feff}\u{3099}\u{309a}\u{200b}\u{200c}\u{200d}";
/// Hyphens, dashes (not the long mark), middle dots, voicing marks that stand alone.
static UNSEEN: LazyLock<&str> = LazyLock::new(|| letters("unseen"));
/// Kanji that stand for digits.
static NUMERALS: LazyLock<&str> = LazyLock::new(|| letters("numerals"));

/// Every character that folds to something else than itself, and a few that do not.
pub fn folding() -> impl Iterator<Item = char> {
    let ranges =
        ['!'..='~', '\u{3041}'..='\u{30FC}', '\u{FF61}'..='\u{FF9F}', '\u{FF01}'..='\u{FF5E}'].into_iter().flatten();
    let old = letters("old_and_new").chars().step_by(2);
    ranges.chain(BLANK.chars()).chain(UNSEEN.chars()).chain(NUMERALS.chars()).chain(old)
}

/// What the characters of [`folding`] fold to.
struct Forms {
    /// By code point of the basic plane: the place in `forms`, 0 for a character that folds to itself.
    places: Vec<u16>,
    /// Each from place 1 on.
    forms: Vec<Folded>,
}

impl Forms {
    fn new() -> Self {
        let mut table = Self { places: vec![0; usize::from(u16::MAX) + 1], forms: Vec::new() };
        for character in folding() {
            table.forms.push(by_rule(character));
            if let Some(place) = table.places.get_mut(character as usize) {
                *place = u16::try_from(table.forms.len()).unwrap_or(0);
            }
        }
        table
    }
}

/// Folds one character.
#[must_use]
pub fn fold(character: char) -> Folded {
    static FORMS: LazyLock<Forms> = LazyLock::new(Forms::new);
    let place = FORMS.places.get(character as usize).map_or(0, |place| usize::from(*place));
    let form = place.checked_sub(1).and_then(|place| FORMS.forms.get(place));
    form.copied().unwrap_or(Folded::Letter(character))
}

/// What a character folds to, found anew.
fn by_rule(character: char) -> Folded {
    match character {
        // Katakana stand 0x60 above their hiragana.
        '\u{30A1}'..='\u{30F6}' => Folded::Letter(kana(shift(character, 0x60))),
        '\u{3041}'..='\u{3096}' => Folded::Letter(kana(character)),
        _ if BLANK.contains(character) || UNSEEN.contains(character) => Folded::Nothing,
        _ if NUMERALS.contains(character) => Folded::Digit,
        // Full-width forms stand 0xFEE0 above their ASCII twins.
        '\u{FF01}'..='\u{FF5E}' => ascii(shift(character, 0xFEE0)),
        '!'..='~' => ascii(character),
        '\u{FF61}'..='\u{FF64}' => Folded::Letter(punctuation(character)),
        '\u{FF66}'..='\u{FF9D}' => Folded::Letter(half_width(character)),
        other => Folded::Letter(new_form(other)),
    }
}

/// The character `distance` code points below.
fn shift(character: char, distance: u32) -> char {
    char::from_u32(u32::from(character).wrapping_sub(distance)).unwrap_or(character)
}

fn ascii(character: char) -> Folded {
    match character {
        '0'..='9' => Folded::Digit,
        '-' => Folded::Nothing,
        ',' => Folded::Letter(punctuation(',')),
        other => Folded::Letter(other.to_ascii_lowercase()),
    }
}

/// Large and unvoiced form of a hiragana.
fn kana(character: char) -> char {
    static FORMS: LazyLock<Pairs> = LazyLock::new(|| pairs(letters("small_and_voiced")));
    paired(&FORMS, character)
}

/// Pairs of a character and what it folds to, in the order of the first.
type Pairs = Vec<(char, char)>;

/// The pairs of a string that holds them one after another.
fn pairs(text: &str) -> Pairs {
    let (first, second) = (text.chars().step_by(2), text.chars().skip(1).step_by(2));
    let mut pairs: Pairs = first.zip(second).collect();
    pairs.sort_unstable();
    pairs.dedup_by_key(|pair| pair.0);
    pairs
}

/// The partner of a character, or itself.
fn paired(pairs: &Pairs, character: char) -> char {
    let place = pairs.binary_search_by_key(&character, |pair| pair.0);
    place.ok().and_then(|place| pairs.get(place)).map_or(character, |pair| pair.1)
}

/// Hiragana of half-width katakana, which the table has in the order of their code points.
fn half_width(character: char) -> char {
    let place = u32::from(character).wrapping_sub(0xFF66) as usize;
    letters("half_width").chars().nth(place).unwrap_or(character)
}

fn punctuation(character: char) -> char {
    static FORMS: LazyLock<Pairs> = LazyLock::new(|| pairs(letters("punctuation")));
    paired(&FORMS, character)
}

/// New form of one that statutes before 1946 use.
fn new_form(character: char) -> char {
    static FORMS: LazyLock<Pairs> = LazyLock::new(|| pairs(letters("old_and_new")));
    paired(&FORMS, character)
}

/// The place of a letter among others, where folded letters are sorted; nothing comes first.
pub(super) fn rank(letter: Option<Folded>) -> (u8, char) {
    match letter {
        None | Some(Folded::Nothing) => (0, '\0'),
        Some(Folded::Digit) => (1, '\0'),
        Some(Folded::Letter(character)) => (2, character),
    }
}

#[cfg(test)]
mod tests {
    use super::{by_rule, fold};

    #[test]
    fn the_table_knows_every_character_that_folds() {
        for character in '\0'..='\u{FFFF}' {
            assert_eq!(fold(character), by_rule(character), "{character:?}");
        }
    }
}
