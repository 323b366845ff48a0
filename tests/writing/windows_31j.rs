//! Windows-31J: what it holds, what it does not, and that it agrees with the encoder of the web.

use ichimai::writing::{CharacterSet, Replaced, csv};

use crate::one_column;

/// The bytes of one text cell without its quotes.
fn encoded(text: &str) -> (Vec<u8>, Vec<Replaced>) {
    let file = csv(&one_column("結果", &[text]), CharacterSet::Windows31J);
    let lines: Vec<&[u8]> = file.bytes.split(|byte| *byte == b'\n').collect();
    (lines[1][1..lines[1].len() - 2].to_vec(), file.replaced)
}

#[test]
fn every_character_of_the_basic_plane_agrees_with_the_encoder_of_the_web() {
    let characters = ('\u{21}'..='\u{ffff}').filter(|character| !"\"=+-@".contains(*character));
    let (mut held, mut wrong) = (0, Vec::new());
    for block in characters.collect::<Vec<char>>().chunks(4_000) {
        let texts: Vec<String> = block.iter().map(char::to_string).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let file = csv(&one_column("結果", &texts), CharacterSet::Windows31J);
        let lines = file.bytes.split(|byte| *byte == b'\n').skip(1);
        for (character, line) in block.iter().zip(lines) {
            let text = character.to_string();
            let (expected, _, failed) = encoding_rs::SHIFT_JIS.encode(&text);
            // The web writes ¥ and ‾ as \ and ~, which changes the text; private use is never written.
            let kept_apart = ['¥', '‾', '−'].contains(character);
            let private = ('\u{e000}'..='\u{f8ff}').contains(character);
            if failed || kept_apart || private {
                continue;
            }
            held += 1;
            if line[1..line.len() - 2] != expected[..] {
                wrong.push(*character);
            }
        }
    }
    assert_eq!(wrong, []);
    assert!(held > 7_000, "{held} characters compared");
}

#[test]
fn extensions_of_windows_are_held() {
    let (bytes, replaced) = encoded("①Ⅲ㈱髙﨑");
    assert_eq!(replaced, []);
    assert_eq!(bytes, b"\x87\x40\x87\x56\x87\x8a\xfb\xfc\xfa\xb1");
}

#[test]
fn characters_that_it_does_not_hold_are_listed_with_their_count_and_marked() {
    let (bytes, replaced) = encoded("𠮷野家と𠮷田、葛󠄀城");
    let mark = |character, count| Replaced { character, written_as: '〓', count };
    assert_eq!(replaced, [mark('𠮷', 2), mark('\u{e0100}', 1)]);
    assert!(bytes.starts_with(b"\x81\xac"));
}

#[test]
fn twins_of_other_systems_are_written_as_windows_has_them_and_listed() {
    let (bytes, replaced) = encoded("1〜2−3¥");
    let twins = [('¥', '￥'), ('−', '－'), ('〜', '～')];
    let expected = twins.map(|(character, written_as)| Replaced { character, written_as, count: 1 });
    assert_eq!(replaced, expected);
    assert_eq!(encoding_rs::SHIFT_JIS.decode(&bytes).0, "1～2－3￥");
}
