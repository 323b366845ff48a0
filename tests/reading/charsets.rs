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

/// Character sets, with and without their mark.
pub(crate) const FORMS: [(Charset, bool); 9] = [
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

#[test]
fn every_pair_of_bytes_decodes_as_in_the_encoding_standard() {
    let pairs = || (0x80_u8..=0xFF).flat_map(|lead| (0_u8..=0xFF).map(move |trail| [lead, trail]));
    for pair in pairs() {
        let bytes = [b'a', pair[0], pair[1], b'b'];
        let expected = encoding_rs::SHIFT_JIS.decode_without_bom_handling(&bytes).0;
        assert_eq!(Charset::ShiftJis.decode(&bytes), expected, "Shift_JIS {pair:02X?}");
        // The third set of EUC-JP is left out on purpose.
        if !pair.contains(&0x8F) {
            let expected = encoding_rs::EUC_JP.decode_without_bom_handling(&bytes).0;
            assert_eq!(Charset::EucJp.decode(&bytes), expected, "EUC-JP {pair:02X?}");
        }
    }
    for pair in (0x21_u8..=0x7E).flat_map(|lead| (0x21_u8..=0x7E).map(move |trail| [lead, trail])) {
        let bytes = [b"\x1B$B".as_slice(), &pair, b"\x1B(B-"].concat();
        let expected = encoding_rs::ISO_2022_JP.decode_without_bom_handling(&bytes).0;
        assert_eq!(Charset::Iso2022Jp.decode(&bytes), expected, "ISO-2022-JP {pair:02X?}");
    }
}

#[test]
fn a_kanji_of_the_third_set_of_euc_counts_as_one_that_cannot_be_decoded() {
    assert_eq!(Charset::EucJp.decode(b"a\x8F\xB0\xA1b"), "a\u{FFFD}b");
}

#[test]
fn half_a_character_at_the_end_is_told() {
    for (charset, bytes) in [
        (Charset::Utf8, b"a\xE3\x81".as_slice()),
        (Charset::ShiftJis, b"a\x82"),
        (Charset::EucJp, b"a\xA4"),
        (Charset::Iso2022Jp, b"a\x1B$B$"),
        (Charset::Utf16Le, b"a\0\x42"),
        (Charset::Utf16Be, b"\0a\x30"),
        (Charset::Utf16Le, b"a\0\x00\xD8"),
    ] {
        assert_eq!(charset.decode(bytes), "a\u{FFFD}", "{charset:?}");
    }
}
