//! 理由: the sentences that tell an officer why a name was matched, asked or refused.

use std::fmt::Write as _;

pub(super) fn same_name() -> String {
    "標準名称と同じです。".to_owned()
}

pub(super) fn shorthand() -> String {
    "一覧でよく使われる書き方です。".to_owned()
}

pub(super) fn words(words: &[&str]) -> String {
    format!("{}の語から判断しました。", quoted(words))
}

pub(super) fn with_context(reason: &str, context: &str) -> String {
    format!("{reason}分野や見出しの「{context}」もあわせて見ています。")
}

pub(super) fn joint(words: &[&str]) -> String {
    format!("{}が1つの名称に入っています。あてはまる手続をすべて選んでください。", quoted(words))
}

pub(super) fn lacking(words: &[&str]) -> String {
    format!("{}だけでは、どの手続か決められません。あてはまる手続を選んでください。", quoted(words))
}

pub(super) fn doubt(word: &str) -> String {
    format!("「{word}」の語があるため、同じ手続かどうか確かめてください。")
}

pub(super) fn unknown_words(residue: &[String]) -> String {
    match shown(residue) {
        Some(unknown) => format!("「{unknown}」は標準名称にない語です。同じ手続かどうか確かめてください。"),
        None => "標準名称にない語があります。同じ手続かどうか確かめてください。".to_owned(),
    }
}

pub(super) fn only_unknown_words(residue: &[String]) -> String {
    match shown(residue) {
        Some(unknown) => format!("「{unknown}」に当たる語が、31手続の名称にありません。"),
        None => "31手続の名称に合う語がそろいません。".to_owned(),
    }
}

/// The residue as written: folding changes kana, so only what has none is shown.
fn shown(residue: &[String]) -> Option<String> {
    let is_as_written = |run: &&String| run.chars().count() >= 2 && !run.chars().any(|c| matches!(c, 'ぁ'..='ゖ'));
    let runs: Vec<&str> = residue.iter().filter(is_as_written).map(String::as_str).collect();
    (!runs.is_empty()).then(|| runs.join("…"))
}

pub(super) fn in_brackets(words: &[&str]) -> String {
    format!("かっこの中に{}があるため、同じ手続かどうか確かめてください。", quoted(words))
}

pub(super) fn other_scheme(word: &str) -> String {
    format!("「{word}」は、31手続に含まれない制度です。")
}

pub(super) fn other_act(word: &str) -> String {
    format!("「{word}」を含む名称の手続は、31手続にありません。")
}

pub(super) fn contradictory(words: &[&str]) -> String {
    let lack = if words.len() > 1 { "がそろう手続は" } else { "だけに当たる手続は" };
    format!("{}{lack}、31手続にありません。", quoted(words))
}

pub(super) fn alike() -> String {
    "標準名称と似ていますが、同じ手続とは言い切れません。あてはまる手続を選んでください。".to_owned()
}

pub(super) fn other_context(context: &str) -> String {
    format!("分野や見出しの「{context}」は、31手続に含まれない制度です。")
}

pub(super) fn doubtful_context(context: &str) -> String {
    format!("分野や見出しの「{context}」と合わないため、同じ手続かどうか確かめてください。")
}

pub(super) fn chosen() -> String {
    "担当者が選びました。".to_owned()
}

pub(super) fn heading() -> String {
    "見出しとして読みました。".to_owned()
}

fn quoted(words: &[&str]) -> String {
    words.iter().fold(String::new(), |mut text, word| {
        let _ = write!(text, "「{word}」");
        text
    })
}

/// The act behind 「…による」 is one of ours, what stands before it belongs to another.
pub(super) fn means() -> String {
    "「による」の前は別の手続の語ですが、後の名称は当てはまります。この手続かを確かめてください。".to_owned()
}
