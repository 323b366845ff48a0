//! Character sets: each is guessed, read without loss, and damage is counted and located.

use ichimai::reading::charset::{Charset, guess};
use ichimai::reading::note::Reason;
use ichimai::reading::table::{Options, open_simply};

use crate::{golden, opened};

/// The bytes of a text in a character set, with a byte order mark where `marked`.
pub(crate) fn encoded(text: &str, charset: Charset, marked: bool) -> Vec<u8> {
    let mark = if marked { "\u{FEFF}" } else { "" };
    let marked_text = format!("{mark}{text}");
    match charset {
        Charset::Utf8 => marked_text.into_bytes(),
        Charset::Utf16Le => marked_text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Charset::Utf16Be => marked_text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Charset::ShiftJis => encoding_rs::SHIFT_JIS.encode(text).0.into_owned(),
        Charset::EucJp => encoding_rs::EUC_JP.encode(text).0.into_owned(),
        Charset::Iso2022Jp => encoding_rs::ISO_2022_JP.encode(text).0.into_owned(),
    }
}

const FORMS: [(Charset, bool); 9] = [
    (Charset::Utf8, false),
    (Charset::Utf8, true),
    (Charset::ShiftJis, false),
    (Charset::EucJp, false),
    (Charset::Iso2022Jp, false),
    (Charset::Utf16Le, false),
    (Charset::Utf16Le, true),
    (Charset::Utf16Be, false),
    (Charset::Utf16Be, true),
];

#[test]
fn the_city_list_reads_alike_in_every_character_set() {
    let text = String::from_utf8(golden("city_ordinances.csv")).unwrap();
    let text = text.trim_start_matches('\u{FEFF}');
    let expected = open_simply("city.csv", text.as_bytes());
    assert_eq!(expected.sheets[0].rows.len(), 6_316);
    for (charset, marked) in FORMS {
        let table = open_simply("city.csv", &encoded(text, charset, marked));
        assert_eq!(table.charset.map(|guess| guess.charset), Some(charset), "{charset:?}");
        assert_eq!(table.notes, [], "{charset:?}");
        assert_eq!(table.sheets, expected.sheets, "{charset:?} marked {marked}");
    }
}

#[test]
fn short_lists_are_guessed_too() {
    let texts = [
        "団体名,人口\n札幌市,1960668\n三郷市,142000\n",
        "手続名\n児童手当の現況届\nﾊﾟｽﾎﾟｰﾄ申請\n",
        "三郷市\n府中市\n森町\n",
        "ア,イ\n１,２\n",
    ];
    for text in texts {
        for charset in [Charset::Utf8, Charset::ShiftJis, Charset::EucJp] {
            assert_eq!(guess(&encoded(text, charset, false)).charset, charset, "{text}");
        }
    }
}

#[test]
fn windows_31j_keeps_its_own_characters() {
    let text = "例規名,本文\n①㈱髙﨑№㍻要綱,～－∥―あ\n";
    let mut bytes = encoded("例規名,本文\n", Charset::ShiftJis, false);
    bytes.extend(b"\x87\x40\x87\x8A\xFB\xFC\xED\x95\x87\x82\x87\x7E");
    bytes.extend(encoded("要綱,～－∥―あ\n", Charset::ShiftJis, false));
    let table = open_simply("a.csv", &bytes);
    assert_eq!(table.sheets, open_simply("a.csv", text.as_bytes()).sheets);
}

#[test]
fn undecodable_characters_are_counted_in_their_row() {
    let mut bytes = encoded("例規名,本文\n三郷市文書規程,書面で提出する。\n三郷市", Charset::ShiftJis, false);
    bytes.extend(b"\xFF\xFF");
    bytes.extend(encoded("要綱,掲示する。\n", Charset::ShiftJis, false));
    let table = open_simply("a.csv", &bytes);
    assert_eq!(table.notes.len(), 1);
    assert_eq!(table.notes[0].row, Some(3));
    assert_eq!(table.notes[0].reason, Reason::Undecodable { charset: Charset::ShiftJis, count: 2 });
}

#[test]
fn the_officers_choice_wins_over_the_guess() {
    let bytes = encoded("例規名,本文\n三郷市文書規程,書面で提出する。\n", Charset::ShiftJis, false);
    let options = Options { charset: Some(Charset::EucJp), ..Options::default() };
    let table = opened("a.csv", &bytes, &options);
    assert_eq!(table.charset.map(|guess| guess.charset), Some(Charset::EucJp));
    assert!(table.notes.iter().all(|note| note.reason.code() == "undecodable"));
    assert_ne!(table.notes, []);
}
