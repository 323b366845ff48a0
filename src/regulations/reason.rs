//! The reason as one Japanese sentence (理由の文).

use super::category::Category;
use super::finding::Verdict;
use super::passage::Token;
use super::tally::Hit;

/// 「『立ち入り』『検査させることができる』により、立ち入って検査・調査することを定めていると読めるため、目視規制の候補です。」
#[must_use]
pub fn finding(text: &str, category: Category, verdict: Verdict, hit: &Hit) -> String {
    let mut sentence = String::with_capacity(120);
    for (start, end) in hit.quotes(text) {
        sentence.push('『');
        sentence.push_str(text.get(start as usize..end as usize).unwrap_or(""));
        sentence.push('』');
    }
    sentence.push_str("により、");
    sentence.push_str(hit.because);
    sentence.push_str("と読めるため、");
    sentence.push_str(category.name());
    sentence.push_str(match verdict {
        Verdict::Candidate => "の候補です。",
        Verdict::Check => "かどうか確認が必要です。",
    });
    sentence
}

/// 「見出しに『閲覧』とあり、本文はこれを受けた定めと読めるため、往訪閲覧・縦覧規制かどうか確認が必要です。」
#[must_use]
pub fn captioned(caption: &str, category: Category, heading: &Token) -> String {
    format!(
        "見出しに『{}』とあり、本文はこれを受けた定めと読めるため、{}かどうか確認が必要です。",
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
