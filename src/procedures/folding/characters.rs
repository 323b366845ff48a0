//! Folding one text character by character: width, kana, old and lookalike characters, space.
//!
//! Takes any text; gives the same text with one spelling for what an office writes in several: full width and half
//! width, カナ and かな, 旧字 and 新字, the radicals that a PDF leaves in place of characters, long-vowel marks and dashes
//! (dropped: ｻｰﾋﾞｽ, サ−ビス and サービス are one word), spaces and line breaks (dropped). The tables follow Unicode.

use crate::forms::{half_width, hiragana, usual, voice, voicing};

/// Folds every character of a text.
#[must_use]
pub fn fold_characters(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match voicing(character) {
            Some(voicing) => voice(&mut folded, voicing),
            None => folded.extend(fold_character(character)),
        }
    }
    folded
}

fn fold_character(character: char) -> Option<char> {
    if is_dropped(character) {
        return None;
    }
    let plain = match character {
        '\u{2f00}'..='\u{2fd5}' => nth_from(KANGXI_RADICALS, '\u{2f00}', character).unwrap_or(character),
        _ => hiragana(half_width(character)),
    };
    if is_dropped(plain) {
        return None;
    }
    Some(spelling(usual(plain)).to_ascii_lowercase())
}

fn is_dropped(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
        || matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
        || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '−' | '─' | '━' | 'ー' | '〜' | '~')
}

/// The character of a table that stands as far from its start as `character` stands from `first`.
fn nth_from(table: &str, first: char, character: char) -> Option<char> {
    let distance = u32::from(character).checked_sub(u32::from(first))?;
    table.chars().nth(usize::try_from(distance).ok()?)
}

/// Characters that offices write one for the other in names of procedures: 付 for 附, り for 罹.
const fn spelling(character: char) -> char {
    match character {
        '附' => '付',
        '罹' | '羅' => 'り',
        _ => character,
    }
}

/// U+2F00–2FD5 in order, as the characters that they stand for.
const KANGXI_RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戸手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麦麻黄黍黒黹黽鼎鼓鼠鼻斉歯竜亀龠";
