//! Names written in other ways, folded to one key: width, kana, ヶ and の, old and variant characters.
//!
//! The key is only for comparison and never shown. Every pair stands for a name of the table or for a character that offices type for it.

use crate::width::half_width;

/// Old and variant forms (旧字・異体字) with the form that stands for both.
const VARIANTS: &[(char, char)] = &[
    ('龍', '竜'),
    ('曾', '曽'),
    ('壹', '壱'),
    ('竈', '釜'),
    ('竃', '釜'),
    ('檮', '梼'),
    ('﨑', '崎'),
    ('嵜', '崎'),
    ('濱', '浜'),
    ('邊', '辺'),
    ('邉', '辺'),
    ('嶋', '島'),
    ('嶌', '島'),
    ('廣', '広'),
    ('澤', '沢'),
    ('條', '条'),
    ('藪', '薮'),
    ('籔', '薮'),
    ('鰺', '鯵'),
    ('舘', '館'),
    ('瀧', '滝'),
    ('嶽', '岳'),
    ('礪', '砺'),
    ('惠', '恵'),
    ('當', '当'),
    ('國', '国'),
    ('圓', '円'),
    ('櫻', '桜'),
    ('會', '会'),
    ('澁', '渋'),
    ('彌', '弥'),
    ('壽', '寿'),
    ('眞', '真'),
    ('德', '徳'),
    ('榮', '栄'),
    ('兒', '児'),
    ('靜', '静'),
    ('豐', '豊'),
    ('與', '与'),
    ('實', '実'),
    ('藏', '蔵'),
    ('驒', '騨'),
    ('蘆', '芦'),
    ('檜', '桧'),
    ('諫', '諌'),
    ('頸', '頚'),
    ('萬', '万'),
    ('橫', '横'),
    ('黑', '黒'),
    ('淵', '渕'),
    ('冨', '富'),
    ('峯', '峰'),
    ('槙', '槇'),
    ('籠', '篭'),
    ('禰', '祢'),
    ('氣', '気'),
    ('關', '関'),
    ('鐵', '鉄'),
    ('鹽', '塩'),
    ('縣', '県'),
    ('區', '区'),
    ('郞', '郎'),
    ('穗', '穂'),
    ('淸', '清'),
    ('增', '増'),
    ('來', '来'),
    ('總', '総'),
    ('廳', '庁'),
    ('對', '対'),
    ('佛', '仏'),
    ('莊', '荘'),
    ('庄', '荘'),
    ('繩', '縄'),
    ('臺', '台'),
    ('樣', '様'),
    ('單', '単'),
    ('鷗', '鴎'),
    ('麵', '麺'),
    ('瀨', '瀬'),
    ('賴', '頼'),
    ('嚴', '厳'),
    ('藝', '芸'),
    ('飮', '飲'),
    ('靑', '青'),
    ('齊', '斉'),
    ('邇', '迩'),
];

/// Half-width katakana from ｦ (U+FF66) to ﾝ (U+FF9D) in the order of their codes, as hiragana.
const HALF_WIDTH_KANA: &str =
    "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";

/// The key of a text: two names of one key are written differently at most.
pub(super) fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            // A voiced half-width kana is two characters.
            'ﾞ' | '\u{3099}' => voice(&mut out, 1),
            'ﾟ' | '\u{309a}' => voice(&mut out, 2),
            '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {}
            _ => {
                let folded = fold(character);
                if !folded.is_whitespace() {
                    out.push(folded);
                }
            }
        }
    }
    out
}

fn fold(character: char) -> char {
    let character = half_width(character);
    let hiragana = match character {
        'ァ'..='ヶ' => char::from_u32(u32::from(character) - 0x60).unwrap_or(character),
        'ｦ'..='ﾝ' => half_width_kana(character),
        _ => character,
    };
    match hiragana {
        // ヶ and ケ as they are read (がヶ関), ノ and 之 as の.
        'ゖ' | 'ゕ' | 'け' | 'が' => 'け',
        '之' | '乃' => 'の',
        _ => {
            let variant = VARIANTS.iter().find(|(from, _)| *from == hiragana);
            variant.map_or(hiragana, |(_, to)| *to).to_ascii_lowercase()
        }
    }
}

fn half_width_kana(character: char) -> char {
    let place = u32::from(character).saturating_sub(0xff66);
    usize::try_from(place).ok().and_then(|place| HALF_WIDTH_KANA.chars().nth(place)).unwrap_or(character)
}

/// Puts a mark onto the kana before it: the voiced one has the next code, the half-voiced one the next but one.
fn voice(out: &mut String, step: u32) {
    match out.pop() {
        // が is folded to け, and so is か with its mark.
        Some('か') => out.push('け'),
        Some(kana) => out.push(char::from_u32(u32::from(kana) + step).unwrap_or(kana)),
        None => {}
    }
}
