//! Folding of characters (表記ゆれの吸収) so that one spelling in the vocabulary meets all spellings in the wild.
//!
//! Takes one character, gives what the matcher sees: nothing (spaces, middle dots, hyphens, voicing marks that stand
//! alone), a digit (kanji and Arabic numerals are one and the same, a run counts once), or a character.
//! Folded away: full and half width, katakana against hiragana (「縦覧ニ供シ」), small against large kana (「行つた」),
//! voiced against unvoiced kana (old statutes write 「スヘシ」), old against new character forms (「檢査」).
//! The vocabulary passes through the same function, so both sides always agree.

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

/// Folds one character.
#[must_use]
pub fn fold(character: char) -> Folded {
    match character {
        ' '
        | '\t'
        | '\r'
        | '\u{3000}'
        | '\u{a0}'
        | '\u{feff}'
        | '・'
        | '･'
        | '゛'
        | '゜'
        | 'ﾞ'
        | 'ﾟ'
        | '\u{3099}'
        | '\u{309a}'
        | '\u{200b}'..='\u{200d}'
        | '-'
        | '－'
        | '−'
        | '―'
        | '‐'..='—' => Folded::Nothing,
        '0'..='9'
        | '０'..='９'
        | '〇'
        | '一'
        | '二'
        | '三'
        | '四'
        | '五'
        | '六'
        | '七'
        | '八'
        | '九'
        | '十'
        | '百'
        | '千'
        | '壱'
        | '弐'
        | '参' => Folded::Digit,
        // Full-width forms stand 0xFEE0 above their ASCII twins.
        '！'..='～' => ascii(shift(character, 0xFEE0)),
        '!'..='~' => ascii(character),
        'ァ'..='ヶ' => Folded::Letter(kana(shift(character, 0x60))),
        'ぁ'..='ゖ' => Folded::Letter(kana(character)),
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

/// Large and unvoiced form of a hiragana.
fn kana(character: char) -> char {
    match character {
        'ぁ' => 'あ',
        'ぃ' | 'ゐ' => 'い',
        'ぅ' | 'ゔ' => 'う',
        'ぇ' | 'ゑ' => 'え',
        'ぉ' => 'お',
        'が' | 'ゕ' => 'か',
        'ぎ' => 'き',
        'ぐ' => 'く',
        'げ' | 'ゖ' => 'け',
        'ご' => 'こ',
        'ざ' => 'さ',
        'じ' => 'し',
        'ず' => 'す',
        'ぜ' => 'せ',
        'ぞ' => 'そ',
        'だ' => 'た',
        'ぢ' => 'ち',
        'っ' | 'づ' => 'つ',
        'で' => 'て',
        'ど' => 'と',
        'ば' | 'ぱ' => 'は',
        'び' | 'ぴ' => 'ひ',
        'ぶ' | 'ぷ' => 'ふ',
        'べ' | 'ぺ' => 'へ',
        'ぼ' | 'ぽ' => 'ほ',
        'ゃ' => 'や',
        'ゅ' => 'ゆ',
        'ょ' => 'よ',
        'ゎ' => 'わ',
        other => other,
    }
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

/// Old forms that statutes before 1946 use for the words of the vocabulary.
fn new_form(character: char) -> char {
    match character {
        '檢' => '検',
        '縱' => '縦',
        '覽' => '覧',
        '揭' => '掲',
        '點' => '点',
        '實' => '実',
        '專' => '専',
        '條' => '条',
        '學' => '学',
        '敎' => '教',
        '廳' => '庁',
        '帶' => '帯',
        '證' => '証',
        '圖' => '図',
        '號' => '号',
        '竝' | '并' => '並',
        '當' => '当',
        '屬' => '属',
        '驗' => '験',
        '脩' => '修',
        '迴' | '囘' | '廻' => '回',
        '會' => '会',
        '從' => '従',
        '處' => '処',
        '閱' => '閲',
        '讀' => '読',
        '營' => '営',
        '狀' => '状',
        '况' => '況',
        '與' => '与',
        '關' => '関',
        '總' => '総',
        '應' => '応',
        '變' => '変',
        '對' => '対',
        '團' => '団',
        '鐵' => '鉄',
        '藥' => '薬',
        '傳' => '伝',
        '聽' => '聴',
        '體' => '体',
        '數' => '数',
        '每' => '毎',
        '臺' => '台',
        '拂' => '払',
        '榮' => '栄',
        '鄕' => '郷',
        '禮' => '礼',
        '靑' => '青',
        '黃' => '黄',
        other => other,
    }
}
