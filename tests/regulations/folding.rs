//! One spelling of the vocabulary meets all spellings in the wild.

use ichimai::regulations::fold::{DIGIT, NOTHING, fold, folded};

#[test]
fn every_kind_of_spelling_folds() {
    for (written, read) in [
        ("ぁっヵゕガｶﾞぱパﾊﾟゔヴ", "あつかかかかはははうう"),
        ("ＡＢＣabcXYZ（）！", "abcabcxyz()!"),
        ("，,､、｡。｢｣", "、、、、。。「」"),
        ("第１２3四五百条", "第0条"),
        ("檢査縱覽ニ供シ", "検査縦覧に供し"),
        ("フレキ・シブル\u{3000}－ー", "ふれきしふるー"),
    ] {
        assert_eq!(folded(written).into_iter().collect::<String>(), read, "{written}");
    }
    assert_eq!((fold('-'), fold('９'), fold('\n')), (NOTHING, DIGIT, '\n'));
}

#[test]
fn what_is_folded_folds_no_more() {
    for character in '\0'..='\u{FFFF}' {
        assert_eq!(fold(fold(character)), fold(character), "{character:?}");
    }
}
