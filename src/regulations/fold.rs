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

/// Spaces, middle dots, voicing marks that stand alone, hyphens and dashes (not the long mark ー).
const UNSEEN: &str = " \t\r\u{3000}\u{a0}\u{feff}・･゛゜ﾞﾟ\u{3099}\u{309a}\u{200b}\u{200c}\u{200d}-－−―‐‑‒–—";
/// Kanji that stand for digits.
const NUMERALS: &str = "〇一二三四五六七八九十百千壱弐参";

/// Every character that folds to something else than itself, and a few that do not.
pub fn folding() -> impl Iterator<Item = char> {
    let ranges = ['!'..='~', 'ぁ'..='ー', '｡'..='ﾟ', '！'..='～'].into_iter().flatten();
    let old = OLD_AND_NEW.chars().step_by(2);
    ranges.chain(UNSEEN.chars()).chain(NUMERALS.chars()).chain(old)
}

/// Folds one character.
#[must_use]
pub fn fold(character: char) -> Folded {
    match character {
        'ァ'..='ヶ' => Folded::Letter(kana(shift(character, 0x60))),
        'ぁ'..='ゖ' => Folded::Letter(kana(character)),
        _ if UNSEEN.contains(character) => Folded::Nothing,
        _ if NUMERALS.contains(character) => Folded::Digit,
        // Full-width forms stand 0xFEE0 above their ASCII twins.
        '！'..='～' => ascii(shift(character, 0xFEE0)),
        '!'..='~' => ascii(character),
        '｡' => Folded::Letter('。'),
        '､' => Folded::Letter('、'),
        '｢' => Folded::Letter('「'),
        '｣' => Folded::Letter('」'),
        'ｦ'..='ﾝ' => Folded::Letter(half_width(character)),
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
        ',' => Folded::Letter('、'),
        other => Folded::Letter(other.to_ascii_lowercase()),
    }
}

/// Small, voiced and obsolete hiragana, each before its large and unvoiced form.
const SMALL_AND_VOICED: &str = "ぁあぃいゐいぅうゔうぇえゑえぉおがかゕかぎきぐくげけゖけごこざさじしずすぜせぞそだたぢちっつづつでてどとばはぱはびひぴひぶふぷふべへぺへぼほぽほゃやゅゆょよゎわ";

/// Large and unvoiced form of a hiragana.
fn kana(character: char) -> char {
    static FORMS: LazyLock<Pairs> = LazyLock::new(|| pairs(SMALL_AND_VOICED));
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

/// Half-width katakana in the order of their code points, from ｦ.
const HALF_WIDTH: [char; 56] = [
    'を', 'あ', 'い', 'う', 'え', 'お', 'や', 'ゆ', 'よ', 'つ', 'ー', 'あ', 'い', 'う', 'え', 'お', 'か', 'き', 'く',
    'け', 'こ', 'さ', 'し', 'す', 'せ', 'そ', 'た', 'ち', 'つ', 'て', 'と', 'な', 'に', 'ぬ', 'ね', 'の', 'は', 'ひ',
    'ふ', 'へ', 'ほ', 'ま', 'み', 'む', 'め', 'も', 'や', 'ゆ', 'よ', 'ら', 'り', 'る', 'れ', 'ろ', 'わ', 'ん',
];

fn half_width(character: char) -> char {
    let place = u32::from(character).wrapping_sub(u32::from('ｦ')) as usize;
    HALF_WIDTH.get(place).copied().unwrap_or(character)
}

/// Old forms that statutes before 1946 use for the words of the vocabulary, each before its new form.
const OLD_AND_NEW: &str = "檢検縱縦覽覧揭掲點点實実專専條条學学敎教廳庁帶帯證証圖図號号竝並并並當当屬属驗験脩修迴回囘回廻回會会從従處処閱閲讀読營営狀状况況與与關関總総應応變変對対團団鐵鉄藥薬傳伝聽聴體体數数每毎臺台拂払榮栄鄕郷禮礼靑青黃黄";

fn new_form(character: char) -> char {
    static FORMS: LazyLock<Pairs> = LazyLock::new(|| pairs(OLD_AND_NEW));
    paired(&FORMS, character)
}
