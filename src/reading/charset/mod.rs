//! Character sets: the guess, the decoding, and what could not be decoded.
//!
//! The guess decodes a sample by each candidate and weighs how common the characters are that come out: hiragana and
//! everyday kanji speak for a character set, half-width katakana, private use and controls against it, an
//! undecodable byte strongly against it. Before that, bytes that keep to the form of UTF-8 are UTF-8, even where a few
//! of them are broken: no other set makes its sequences of three bytes by chance. A label within the file counts only
//! as far as the content bears it out. `Shift_JIS` is Windows-31J here (①, ㈱, 髙, 﨑).

mod decode;

use std::borrow::Cow;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// A character set that officers' files come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Charset {
    /// UTF-8, with or without BOM
    #[default]
    Utf8,
    /// `Shift_JIS` as Windows writes it (Windows-31J)
    ShiftJis,
    /// EUC-JP
    EucJp,
    /// ISO-2022-JP (JIS)
    Iso2022Jp,
    /// UTF-16, little-endian
    Utf16Le,
    /// UTF-16, big-endian
    Utf16Be,
}

impl Charset {
    /// All, in the order in which the page offers them.
    pub const ALL: [Self; 6] = [Self::Utf8, Self::ShiftJis, Self::EucJp, Self::Utf16Le, Self::Utf16Be, Self::Iso2022Jp];

    /// By a label as in HTML's `charset=` or an XML declaration; the labels are those of the WHATWG Encoding Standard.
    #[must_use]
    pub fn from_label(label: &str) -> Option<Self> {
        Some(match label.trim().to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" | "unicode-1-1-utf-8" | "x-unicode20utf8" => Self::Utf8,
            "shift_jis" | "shift-jis" | "sjis" | "x-sjis" | "windows-31j" | "ms932" | "ms_kanji" | "csshiftjis"
            | "cp932" => Self::ShiftJis,
            "euc-jp" | "x-euc-jp" | "cseucpkdfmtjapanese" => Self::EucJp,
            "iso-2022-jp" | "csiso2022jp" => Self::Iso2022Jp,
            "utf-16" | "utf-16le" | "unicode" | "ucs-2" => Self::Utf16Le,
            "utf-16be" => Self::Utf16Be,
            _ => return None,
        })
    }

    /// The beginning of a file, cut so that it does not end within a character.
    pub(super) fn cut(self, part: &[u8]) -> &[u8] {
        let end = match self {
            Self::Utf16Le | Self::Utf16Be => part.len() & !1,
            _ => part.iter().rposition(|byte| *byte == b'\n').map_or(part.len(), |at| at + 1),
        };
        part.get(..end).unwrap_or(part)
    }

    fn mark(self) -> &'static [u8] {
        match self {
            Self::Utf8 => b"\xEF\xBB\xBF",
            Self::Utf16Le => b"\xFF\xFE",
            Self::Utf16Be => b"\xFE\xFF",
            Self::ShiftJis | Self::EucJp | Self::Iso2022Jp => b"",
        }
    }

    /// Decodes all bytes; a byte order mark of this character set is left out, undecodable bytes become U+FFFD.
    #[must_use]
    pub fn decode(self, bytes: &[u8]) -> String {
        self.decoded(bytes).into_owned()
    }

    /// As [`Self::decode`], without a copy where the bytes are the text already.
    #[must_use]
    pub fn decoded(self, bytes: &[u8]) -> Cow<'_, str> {
        let body = bytes.strip_prefix(self.mark()).unwrap_or(bytes);
        Cow::Owned(match self {
            // A whole text is told much faster than a broken one is mended.
            Self::Utf8 => {
                return str::from_utf8(body).map_or_else(|_| String::from_utf8_lossy(body), Cow::Borrowed);
            }
            Self::ShiftJis => decode::shift_jis(body),
            Self::EucJp => decode::euc_jp(body),
            Self::Iso2022Jp => decode::iso_2022_jp(body),
            Self::Utf16Le => decode::utf_16(body, u16::from_le_bytes),
            Self::Utf16Be => decode::utf_16(body, u16::from_be_bytes),
        })
    }
}

/// The guess of a character set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guess {
    /// The character set.
    pub charset: Charset,
    /// The file begins with its byte order mark, so that this is no guess.
    pub marked: bool,
}

/// Bytes that the guess looks at.
const SAMPLE: usize = 32 << 10;
/// Bytes from which the kind of a text is told.
const HEAD: usize = 16 << 10;
/// By how much what a label names may score less than the guess: text reads at 4,000 and more, garbled at 2,000 or less.
const DOUBT: i64 = 1_000;
/// Score of a text from which its bytes are no binary file, whatever controls they would be by themselves.
const PLAUSIBLE: i64 = 1_000;

/// Guesses the character set of text by its byte order mark, else by how common the decoded characters are.
#[must_use]
pub fn guess(bytes: &[u8]) -> Guess {
    for charset in [Charset::Utf8, Charset::Utf16Le, Charset::Utf16Be] {
        if bytes.starts_with(charset.mark()) {
            return Guess { charset, marked: true };
        }
    }
    let sample = telling_part(bytes);
    if keeps_to_utf8(sample) {
        return Guess { charset: Charset::Utf8, marked: false };
    }
    let mut best = (Charset::Utf8, i64::MIN);
    for charset in Charset::ALL {
        let score = score(&charset.decode(whole_characters(charset, sample)));
        if score > best.1 {
            best = (charset, score);
        }
    }
    Guess { charset: best.0, marked: false }
}

/// Whether bytes are UTF-8 but for a few that are broken: nearly all sequences of three bytes (all of Japanese) are whole.
fn keeps_to_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|byte| matches!(byte, 0xE0..=0xEF)).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // Where the sample was cut, up to two sequences are broken by the cut.
    whole > 0 && (broken == 0 || whole >= 3 && whole >= broken.saturating_mul(4))
}

/// The character set of HTML and XML: by its mark, by what it declares if the content bears it out, else guessed.
#[must_use]
pub fn of_document(bytes: &[u8]) -> Charset {
    let guess = guess(bytes);
    let sample = telling_part(bytes);
    let told = declared(bytes).filter(|told| {
        // A label that could be read byte by byte is not in UTF-16.
        let wide = matches!(told, Charset::Utf16Le | Charset::Utf16Be);
        let score = |charset: Charset| {
            let text = charset.decode(whole_characters(charset, sample));
            score(&text.chars().filter(|letter| !letter.is_ascii()).collect::<String>())
        };
        !guess.marked && !wide && undecodable(&told.decode(bytes)) == 0 && score(*told) + DOUBT >= score(guess.charset)
    });
    told.unwrap_or(guess.charset)
}

/// The beginning of a file as text, enough to tell what it is.
#[must_use]
pub(super) fn head(bytes: &[u8]) -> String {
    let charset = guess(bytes).charset;
    let part = bytes.get(..HEAD).unwrap_or(bytes);
    charset.decode(part).trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{FEFF}').to_owned()
}

/// Whether a text looks like one that people wrote, not like bytes read as text.
#[must_use]
pub(super) fn is_plausible(text: &str) -> bool {
    score(text) >= PLAUSIBLE
}

/// The sample: from just before the first byte that is not ASCII, so that a long English head does not hide the rest.
fn telling_part(bytes: &[u8]) -> &[u8] {
    let first = bytes.iter().position(|byte| !matches!(byte, b'\t' | b'\n' | b'\r' | 0x20..=0x7E)).unwrap_or(0);
    let start = if first < SAMPLE / 2 { 0 } else { (first - SAMPLE / 4) & !1 };
    let end = (start + SAMPLE).min(bytes.len());
    bytes.get(start..end).unwrap_or(bytes)
}

/// A sample that does not end within a character of the given set.
fn whole_characters(charset: Charset, sample: &[u8]) -> &[u8] {
    if sample.len() < SAMPLE { sample } else { charset.cut(sample) }
}

/// How much a decoded sample looks like Japanese text, per 1,000 characters.
fn score(text: &str) -> i64 {
    let mut sum: i64 = 0;
    let mut count: i64 = 0;
    for character in text.chars() {
        count += 1;
        sum += weight(character);
    }
    if count == 0 { 0 } else { sum * 1000 / count }
}

fn weight(character: char) -> i64 {
    match character {
        '\u{FFFD}' => -60,
        // Hiragana, 、 。 「 」 （ ） and the other punctuation of Japanese text.
        'ぁ'..='ゖ' | '、'..='】' | '　' | 'ー' => 5,
        'ァ'..='ヺ' | '０'..='９' | '（' | '）' | '，' | '．' | '：' | '・' => 4,
        '\u{4E00}'..='\u{9FFF}' if everyday(character) => 5,
        '\t'
        | '\n'
        | '\r'
        | ' '..='~'
        | '\u{4E00}'..='\u{9FFF}'
        | 'Ａ'..='Ｚ'
        | 'ａ'..='ｚ'
        | '①'..='⑳'
        | '─'..='╿' => 2,
        // Half-width katakana: what EUC-JP looks like when read as Shift_JIS.
        '\u{FF61}'..='\u{FF9F}' => -4,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{E000}'..='\u{F8FF}' => -30,
        _ => -6,
    }
}

fn everyday(character: char) -> bool {
    static SORTED: LazyLock<Vec<char>> = LazyLock::new(|| {
        let mut sorted: Vec<char> = EVERYDAY.chars().collect();
        sorted.sort_unstable();
        sorted
    });
    SORTED.binary_search(&character).is_ok()
}

/// Kanji that fill ordinances, lists of towns and lists of procedures.
const EVERYDAY: &str = "一二三四五六七八九十百千年月日第条項号章節規則例程細要綱附別表様式名称番号本文見出所管課部係\
    市区町村都道府県長者人口法令定施行又及並係当該前次各申請届出書類交付提出許可認証明検査調報告通知公示掲閲覧\
    住民税務総企画財政福祉健康保険介護子育児童手学校教育委員会職議設置管理事業務費助成補金使用料支給期間場合以上下内外\
    必要受変更取消登録記載確実関地方自治団体機器具物建築土水道消防災害環境衛生農林商工観光北南東西大小中山川田島";

/// How many undecodable characters (U+FFFD) stand in a decoded text.
#[must_use]
pub fn undecodable(text: &str) -> u32 {
    u32::try_from(text.matches('\u{FFFD}').count()).unwrap_or(u32::MAX)
}

/// About 80 characters around the first that are not ASCII, for the officer to judge the guess by.
#[must_use]
pub fn excerpt(text: &str) -> String {
    let start = text.char_indices().find(|(_, character)| !character.is_ascii()).map_or(0, |(at, _)| at);
    let from = text.get(start..).unwrap_or(text);
    from.chars().take(80).map(|character| if character.is_control() { ' ' } else { character }).collect()
}

/// The character set of a few bytes such as a file name: the first Japanese set that decodes them without loss.
#[must_use]
pub fn guess_short(bytes: &[u8]) -> Option<Charset> {
    let whole = |charset: &Charset| !charset.decode(bytes).contains('\u{FFFD}');
    [Charset::Utf8, Charset::ShiftJis, Charset::EucJp]
        .into_iter()
        .filter(whole)
        .max_by_key(|charset| score(&charset.decode(bytes)))
}

/// The character set that an XML declaration or an HTML `meta` names in the first 1,024 bytes.
#[must_use]
pub fn declared(bytes: &[u8]) -> Option<Charset> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024)).unwrap_or(bytes)).to_lowercase();
    ["encoding=", "charset="].iter().find_map(|key| {
        let (_, rest) = head.split_once(key)?;
        let label: String = rest
            .trim_start_matches(['"', '\''])
            .chars()
            .take_while(|character| character.is_ascii_alphanumeric() || matches!(character, '-' | '_'))
            .collect();
        Charset::from_label(&label)
    })
}
