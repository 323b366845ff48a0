//! The sentences that the engine makes (理由の文): the only file of it that writes Japanese.

use super::finding::Verdict;
use super::frame::Frame;
use super::names::Category;
use super::tally::Hit;
use super::token::Token;

/// 「『立ち入り』『検査させることができる』により、立ち入って検査・調査することを定めていると解されるため、目視規制の候補です。」, or what is
/// in doubt: 「『検査』を、目視規制として精査してください。検査の対象が書類だけか施設や物も含むか、条文からは分かりません。」
#[must_use]
pub fn finding(text: &str, category: Category, verdict: Verdict, hit: &Hit) -> String {
    let mut sentence = String::with_capacity(120);
    for (start, end) in hit.quotes(text) {
        sentence.push('『');
        sentence.push_str(text.get(start as usize..end as usize).unwrap_or(""));
        sentence.push('』');
    }
    let (before, middle, after) = match verdict {
        Verdict::Candidate => ("により、", hit.said.because, "と解されるため、"),
        Verdict::Check => ("を、", "", ""),
    };
    let end = if verdict == Verdict::Candidate { "の候補です。" } else { "として精査してください。" };
    for part in [before, middle, after, category.name(), end] {
        sentence.push_str(part);
    }
    if verdict == Verdict::Check {
        sentence.push_str(hit.said.doubt);
        sentence.push('。');
    }
    sentence
}

/// 「第5条第1項の『設備』を受けた定めとして読みました。」
#[must_use]
pub fn outside(place: &str, word: &str) -> String {
    format!("{place}の『{word}』を受けた定めとして読みました。")
}

/// 「柱書の『設備』を受けた定めとして読みました。」
#[must_use]
pub fn of_the_chapeau(word: &str) -> String {
    outside("柱書", word)
}

/// 「見出しの『閲覧』を、往訪閲覧・縦覧規制として精査してください。本文がこれを受けた定めか、条文からは分かりません。」
#[must_use]
pub fn captioned(caption: &str, category: Category, heading: &Token) -> String {
    format!(
        "見出しの『{}』を、{}として精査してください。本文がこれを受けた定めか、条文からは分かりません。",
        spelled(caption, heading),
        category.name()
    )
}

/// 「『検査済証』の中の『検査』は数えていません。」
#[must_use]
pub fn hidden(text: &str, shorter: &Token, longer: &Token) -> String {
    format!("『{}』の中の『{}』は数えていません。", spelled(text, longer), spelled(text, shorter))
}

/// 「『検査』は数えていません。罰則の文です。」
#[must_use]
pub fn discount(text: &str, token: &Token, why: &str) -> String {
    format!("『{}』は数えていません。{why}。", spelled(text, token))
}

fn spelled<'a>(text: &'a str, token: &Token) -> &'a str {
    text.get(token.start as usize..token.end as usize).unwrap_or("")
}

/// 「法第十二条（この例規の第1条などにいう「法」）」
#[must_use]
pub fn undefined(cited: &str, word: char) -> String {
    format!("{cited}（この例規の第1条などにいう「{word}」）")
}

/// 「建築基準法に基づく政令」
#[must_use]
pub fn under(law: &str, kind: &str) -> String {
    format!("{law}に基づく{kind}")
}

impl Frame {
    /// Why words in such a sentence are not counted: one Japanese sentence.
    #[must_use]
    pub const fn why(self) -> &'static str {
        match self {
            Self::Norm => "この文は定めを置いています",
            Self::Penalty => "罰則の文です",
            Self::Application => "準用又は適用の範囲を定める文です",
            Self::Substitution => "読替えの文です",
            Self::Duties => "事務分掌の文です",
            Self::Definition => "用語を定義する文です",
            Self::Purpose => "目的又は趣旨を述べる文です",
            Self::Delegation => "必要な事項の定めを委任する文です",
            Self::Transition => "改廃又は経過措置の文です",
            Self::Identity => "身分証の携帯など、立入りに付随する文です",
            Self::Particulars => "書類に書く事項や添える書類を並べた項目です",
            Self::Tasks => "業務や職務を並べた項目です",
            Self::Event => "場合を並べた項目です",
        }
    }

    /// What is in doubt about an act in such a sentence, as a sentence without its end.
    #[must_use]
    pub const fn doubt(self) -> &'static str {
        match self {
            Self::Tasks => "業務や職務を並べた項目なので、自ら義務を定めているか、条文からは分かりません",
            Self::Delegation => "定めを他の規定に委ねる文なので、自ら定めているか、条文からは分かりません",
            Self::Transition => "改廃又は経過措置の文なので、今も効いている定めか、条文からは分かりません",
            _ => "自ら定めているか、他の定めに触れるだけか、条文からは分かりません",
        }
    }
}
