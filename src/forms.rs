//! Forms of one character: full and half width, katakana and hiragana, old and variant forms (旧字・異体字) of kanji.
//!
//! What is folded besides, and for what, stands where it is compared: names of municipalities and of procedures; statutes
//! have their own table in the data of classification.

use std::sync::LazyLock;

/// The ASCII character of a full-width one, the ideographic space included; any other character as it is.
#[must_use]
pub fn half_width(character: char) -> char {
    match character {
        '\u{3000}' => ' ',
        '！'..='～' => below(character, 0xFEE0),
        _ => character,
    }
}

/// The hiragana of a katakana, half-width ones included; any other character as it is.
#[must_use]
pub fn hiragana(character: char) -> char {
    match character {
        'ァ'..='ヶ' => below(character, 0x60),
        '｡'..='ﾝ' => {
            let place = u32::from(character) - u32::from('｡');
            HALF_WIDTH_KANA.chars().nth(place as usize).unwrap_or(character)
        }
        _ => character,
    }
}

/// How far the kana that a 濁点 (1) or 半濁点 (2) standing alone makes lies behind the plain one; nothing for other characters.
#[must_use]
pub const fn voicing(mark: char) -> Option<u32> {
    match mark {
        'ﾞ' | '゛' | '\u{3099}' => Some(1),
        'ﾟ' | '゜' | '\u{309a}' => Some(2),
        _ => None,
    }
}

/// Joins a mark to the hiragana that a text ends in; one that fits nothing is dropped.
pub fn voice(text: &mut String, voicing: u32) {
    let fits = |last: &char| match voicing {
        1 => matches!(last, 'か'..='ぢ' | 'つ'..='ど' | 'は'..='ぼ'),
        _ => matches!(last, 'は' | 'ひ' | 'ふ' | 'へ' | 'ほ'),
    };
    if let Some(last) = text.chars().next_back().filter(fits) {
        text.pop();
        text.extend(char::from_u32(u32::from(last) + voicing));
    }
}

/// The usual form of an old or variant one; any other character as it is.
#[must_use]
pub fn usual(character: char) -> char {
    static SORTED: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
        let mut pairs: Vec<_> = old().zip(OLD_AND_USUAL.chars().skip(1).step_by(2)).collect();
        pairs.sort_unstable();
        pairs
    });
    let place = SORTED.binary_search_by_key(&character, |pair| pair.0);
    place.ok().and_then(|place| SORTED.get(place)).map_or(character, |pair| pair.1)
}

/// The old and variant forms.
pub fn old() -> impl Iterator<Item = char> {
    OLD_AND_USUAL.chars().step_by(2)
}

fn below(character: char, distance: u32) -> char {
    char::from_u32(u32::from(character).wrapping_sub(distance)).unwrap_or(character)
}

/// U+FF61 to U+FF9D in order; the marks 。「」、・ stand before the kana.
const HALF_WIDTH_KANA: &str = "。「」、・をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";

/// Old, variant and lookalike forms (旧字・異体字, radicals that a PDF leaves in place of characters), each before its usual form.
const OLD_AND_USUAL: &str = "\
    檢検縱縦覽覧揭掲點点實実專専條条學学敎教廳庁帶帯證証圖図號号竝並并並當当屬属驗験脩修迴回囘回廻回會会從従處処閱閲\
    讀読營営狀状况況與与關関總総應応變変對対團団鐵鉄藥薬傳伝聽聴體体數数每毎臺台拂払榮栄鄕郷禮礼靑青黃黄兒児豫予險険\
    屆届發発區区轉転戶戸醫医燒焼國国縣県寫写擔担齡齢假仮單単勞労收収徵徴稅税廢廃濟済續続繼継爲為氣気參参據拠經経權権\
    廣広賣売姙妊髙高⺠民⻑長⻄西⻘青⻝食⺟母⼾戸龍竜曾曽壹壱竈釜竃釜檮梼﨑崎嵜崎濱浜邊辺邉辺嶋島嶌島澤沢藪薮籔薮鰺鯵\
    舘館瀧滝嶽岳礪砺惠恵圓円櫻桜澁渋彌弥壽寿眞真德徳靜静豐豊藏蔵驒騨蘆芦檜桧諫諌頸頚萬万橫横黑黒淵渕冨富峯峰槙槇籠篭\
    禰祢鹽塩郞郎穗穂淸清增増來来佛仏莊荘庄荘繩縄樣様鷗鴎麵麺瀨瀬賴頼嚴厳藝芸飮飲齊斉邇迩";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_stands_once_and_leads_to_one_that_is_usual() {
        let mut all: Vec<char> = old().collect();
        all.sort_unstable();
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "a form stands twice");
        assert!(all.iter().all(|old| usual(*old) != *old && usual(usual(*old)) == usual(*old)));
        assert_eq!(OLD_AND_USUAL.chars().count(), 2 * all.len());
    }

    #[test]
    fn half_width_kana_are_the_hiragana_of_their_names() {
        for (half, full) in [
            ('ｦ', 'を'),
            ('ｯ', 'っ'),
            ('ｰ', 'ー'),
            ('ｱ', 'あ'),
            ('ﾝ', 'ん'),
            ('｡', '。'),
            ('ﾞ', 'ﾞ'),
            ('ァ', 'ぁ'),
            ('ヶ', 'ゖ'),
        ] {
            assert_eq!(hiragana(half), full);
        }
    }
}
