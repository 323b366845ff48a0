//! What went wrong, in Japanese, with the next step: the one table from the core's errors to sentences.

use crate::subsidy::typed::NotUsable;
use crate::yen::notation::grouped;

/// Why a population is not used.
pub fn population(error: NotUsable, entered: &str) -> String {
    let next = "「6,353人」「6.3万人」のように入力してください。";
    match error {
        NotUsable::Empty => format!("人口が入力されていません。{next}"),
        NotUsable::Unreadable => format!("「{}」を人口として読み取れません。{next}", shortened(entered)),
        NotUsable::Negative => format!("人口がマイナスになっています。{next}"),
        NotUsable::Zero => format!("人口が0人になっています。{next}"),
        NotUsable::Fraction => format!("人口に1人未満の端数があります。{next}"),
        NotUsable::TooLarge { limit } => format!("人口が{}人を超えています。桁数を確かめてください。", grouped(limit)),
    }
}

/// Why a cost is not used.
pub fn cost(error: NotUsable, entered: &str) -> String {
    let next = "「5,000万円」や、単位を選んで「5000」のように入力してください。";
    match error {
        NotUsable::Empty => format!("金額が入力されていません。{next}"),
        NotUsable::Unreadable => format!("「{}」を金額として読み取れません。{next}", shortened(entered)),
        NotUsable::Negative => format!("金額がマイナスになっています。{next}"),
        NotUsable::Zero => format!("金額が0円になっています。{next}"),
        NotUsable::Fraction => format!("金額に1円未満の端数があります。単位を確かめてください。{next}"),
        NotUsable::TooLarge { limit } => format!("金額が{}円を超えています。単位を確かめてください。", grouped(limit)),
    }
}

/// A text short enough to stand in a sentence.
fn shortened(text: &str) -> String {
    const MOST: usize = 20;
    if text.chars().count() <= MOST { text.to_owned() } else { text.chars().take(MOST).chain(['…']).collect() }
}
