//! Folding of characters (表記ゆれの吸収) so that one spelling in the vocabulary meets all spellings in the wild.
//!
//! Takes one character, gives what the matcher sees: [`NOTHING`] (spaces, middle dots, hyphens, voicing marks that stand
//! alone), [`DIGIT`] (kanji and Arabic numerals are one and the same, a run counts once), or a character.
//! Folded away: full and half width, katakana against hiragana (「縦覧ニ供シ」), small against large kana (「行つた」),
//! voiced against unvoiced kana (old statutes write 「スヘシ」), old against new character forms (「檢査」).
//! The vocabulary passes through the same function, so both sides always agree.

use std::sync::LazyLock;

/// What is not seen at all, in the place of its character: no text has it.
pub const NOTHING: char = '\u{FFFF}';
/// A numeral of any kind; several in a row count as one.
pub const DIGIT: char = '0';

/// The letters, by name: what is not seen, numerals, and pairs of a letter and what it is read as.
const TABLE: &str = include_str!("../../data/regulations/folding.txt");

/// The letters of a name.
fn letters(name: &str) -> &'static str {
    let entry = |line: &'static str| line.strip_prefix(name)?.strip_prefix('\t');
    TABLE.lines().find_map(entry).unwrap_or_default()
}

/// Blanks, joiners and marks that no table can show; the rest of what is not seen is in the table.
const BLANK: &str = " \t\r\u{3000}\u{a0}\u{feff}\u{3099}\u{309a}\u{200b}\u{200c}\u{200d}";

/// What every character of the basic plane folds to, by its code; 0 where it is itself.
static FORMS: LazyLock<Forms> = LazyLock::new(Forms::new);

/// Folds one character.
#[must_use]
pub fn fold(character: char) -> char {
    FORMS.of(character).unwrap_or(character)
}

/// Every character that folds to something else than itself, and to what.
pub fn folding() -> impl Iterator<Item = (char, char)> {
    ('\0'..='\u{FFFF}').filter_map(|character| Some((character, FORMS.of(character)?)))
}

struct Forms(Vec<u16>);

impl Forms {
    fn new() -> Self {
        let mut forms = Self(vec![0; usize::from(u16::MAX) + 1]);
        for pairs in ["small_and_voiced", "punctuation", "old_and_new"].map(letters) {
            let mut rest = pairs.chars();
            while let (Some(character), Some(form)) = (rest.next(), rest.next()) {
                forms.set(character, form);
            }
        }
        for capital in 'A'..='Z' {
            forms.set(capital, capital.to_ascii_lowercase());
        }
        for numeral in ('0'..='9').chain(letters("numerals").chars()) {
            forms.set(numeral, DIGIT);
        }
        for unseen in BLANK.chars().chain(letters("unseen").chars()) {
            forms.set(unseen, NOTHING);
        }
        // Katakana stand 0x60 above their hiragana, full-width forms 0xFEE0 above their ASCII twins.
        for (characters, distance) in [('\u{30A1}'..='\u{30F6}', 0x60), ('\u{FF01}'..='\u{FF5E}', 0xFEE0)] {
            for character in characters {
                let twin = char::from_u32(u32::from(character) - distance).unwrap_or(character);
                forms.set(character, forms.of(twin).unwrap_or(twin));
            }
        }
        // Half-width katakana are in the table in the order of their code points.
        for (character, kana) in ('\u{FF66}'..).zip(letters("half_width").chars()) {
            forms.set(character, kana);
        }
        forms
    }

    fn set(&mut self, character: char, form: char) {
        if let (Some(slot), Ok(form)) = (self.0.get_mut(character as usize), u16::try_from(u32::from(form))) {
            *slot = form;
        }
    }

    fn of(&self, character: char) -> Option<char> {
        let form = self.0.get(character as usize).copied().filter(|form| *form != 0)?;
        char::from_u32(form.into())
    }
}

/// The letters of a text as the matcher sees them.
#[must_use]
pub fn folded(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().map(fold).filter(|letter| *letter != NOTHING).collect();
    letters.dedup_by(|one, other| *one == DIGIT && *other == DIGIT);
    letters
}
