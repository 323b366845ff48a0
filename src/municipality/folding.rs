//! Names written in other ways, folded to one key: width, kana, ヶ and の, old and variant characters.
//!
//! The key is only for comparison and never shown. Every pair stands for a name of the table or for a character that offices type for it.

use crate::width::half_width;

/// Old and variant forms (旧字・異体字), each with the form that stands for both.
const VARIANTS: &str = "\
    龍竜 曾曽 壹壱 竈釜 竃釜 檮梼 﨑崎 嵜崎 濱浜 邊辺 邉辺 嶋島 嶌島 廣広 澤沢 條条 藪薮 籔薮 鰺鯵 舘館 \
    瀧滝 嶽岳 礪砺 惠恵 當当 國国 圓円 櫻桜 會会 澁渋 彌弥 壽寿 眞真 德徳 榮栄 兒児 靜静 豐豊 與与 實実 \
    藏蔵 驒騨 蘆芦 檜桧 諫諌 頸頚 萬万 橫横 黑黒 淵渕 冨富 峯峰 槙槇 籠篭 禰祢 氣気 關関 鐵鉄 鹽塩 縣県 \
    區区 郞郎 穗穂 淸清 增増 來来 總総 廳庁 對対 佛仏 莊荘 庄荘 繩縄 臺台 樣様 單単 鷗鴎 麵麺 瀨瀬 賴頼 \
    嚴厳 藝芸 飮飲 靑青 齊斉 邇迩";

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
        _ => variant(hiragana).to_ascii_lowercase(),
    }
}

fn variant(character: char) -> char {
    let pair = VARIANTS.split(' ').find(|pair| pair.starts_with(character));
    pair.and_then(|pair| pair.chars().nth(1)).unwrap_or(character)
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
