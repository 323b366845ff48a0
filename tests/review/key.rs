//! Keys: what keeps them, what changes them, how they are written.

use ichimai::review::{ClauseKey, Fingerprint};
use proptest::prelude::*;

use super::clause;

#[test]
fn width_white_space_and_place_do_not_change_a_key() {
    let first = ClauseKey::of(&clause("駐車場条例", "第1条", "毎年１回、点検する。"));
    let again = ClauseKey::of(&clause("駐車場条例　", "第9条", " 毎年1回、\n点検する。"));
    assert_eq!(first, again);
}

#[test]
fn other_words_or_another_ordinance_change_a_key() {
    let first = ClauseKey::of(&clause("駐車場条例", "第1条", "毎年点検する。"));
    let other_words = ClauseKey::of(&clause("駐車場条例", "第1条", "毎月点検する。"));
    let other_title = ClauseKey::of(&clause("公園条例", "第1条", "毎年点検する。"));
    assert_ne!(first, other_words);
    assert_ne!(first, other_title);
    assert_eq!(first.text, other_title.text);
}

#[test]
fn the_fingerprint_is_fnv_1a_as_published() {
    assert_eq!(Fingerprint::of("").to_string(), "cbf29ce484222325");
    assert_eq!(Fingerprint::of("a").to_string(), "af63dc4c8601ec8c");
    assert_eq!(Fingerprint::of("ｆｏｏ ｂａｒ").to_string(), "85944171f73967e8");
}

#[test]
fn what_is_no_key_is_refused() {
    for written in
        ["", "-", "0", "af63dc4c8601ec8c", "AF63DC4C8601EC8C-af63dc4c8601ec8c", "+f63dc4c8601ec8c-af63dc4c8601ec8c"]
    {
        assert!(written.parse::<ClauseKey>().is_err(), "{written}");
    }
}

proptest! {
    #[test]
    fn a_key_is_read_as_it_is_written(title in ".*", text in ".*") {
        let key = ClauseKey::of(&clause(&title, "", &text));
        prop_assert_eq!(key.to_string().parse::<ClauseKey>(), Ok(key));
    }
}
