//! Collecting what the categories say about a clause (集計): hits with their strength, discounts with their reason.

use super::modality;
use super::passage::{Frame, Sentence, Tail, Token};

/// Certain by the codebook.
pub const CLEAR: u8 = 90;
/// Likely; still a candidate.
pub const LIKELY: u8 = 70;
/// Worth a look.
pub const FAINT: u8 = 40;
/// Not reported, only explained.
pub const TRACE: u8 = 20;
/// From here on a candidate (該当候補).
pub const CANDIDATE: u8 = 60;
/// From here on worth a look (要確認).
pub const CHECK: u8 = 30;

/// A rule that applied.
#[derive(Debug, Clone)]
pub struct Hit {
    /// 0 to 100.
    pub strength: u8,
    /// What was read, as the end of 「…ことを定めている」.
    pub because: &'static str,
    /// The words that say so.
    pub tokens: Vec<Token>,
    /// The word of duty or power that binds the act.
    pub modality: Option<Token>,
}

impl Hit {
    /// The last word of the act, which the modality binds.
    fn act(&self) -> Option<&Token> {
        self.tokens.iter().max_by_key(|token| token.to)
    }

    /// Where the modality stands.
    #[must_use]
    pub fn modality_span(&self, text: &str) -> Option<modality::Span> {
        modality::span(text, self.act()?, self.modality.as_ref()?)
    }

    /// The words as they are quoted, in bytes and in the order of the text; an act and its modality as one where nothing
    /// stands between them.
    #[must_use]
    pub fn quotes(&self, text: &str) -> Vec<(u32, u32)> {
        let mut quotes: Vec<(u32, u32)> = self.tokens.iter().map(|token| (token.start, token.end)).collect();
        if let (Some(act), Some(span)) = (self.act(), self.modality_span(text)) {
            match quotes.iter_mut().find(|(_, end)| span.joined && *end == act.end) {
                Some(quote) => quote.1 = span.end,
                None => quotes.push((span.start, span.end)),
            }
        }
        quotes.sort_unstable();
        quotes.dedup();
        quotes
    }
}

/// What one category says about a clause.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// Rules that applied, in the order of the text.
    pub hits: Vec<Hit>,
    /// Words not counted, with the reason; kept only if asked for.
    pub discounts: Vec<(Token, &'static str)>,
    /// Whether a rule of the category looked at any word.
    considered: bool,
    explain: bool,
}

impl Tally {
    /// An empty tally; `explain` keeps the discounts.
    #[must_use]
    pub fn new(explain: bool) -> Self {
        Self { hits: Vec::new(), discounts: Vec::new(), considered: false, explain }
    }

    /// A rule applies in this sentence.
    pub fn hit(&mut self, sentence: &Sentence, strength: u8, because: &'static str, tokens: &[&Token]) {
        self.considered = true;
        let strength = strength.min(if laid_down(sentence, tokens) { 100 } else { ceiling(sentence.frame) });
        if strength >= CHECK {
            let act = tokens.iter().max_by_key(|token| token.to);
            let modality = act.and_then(|act| sentence.modality(act)).copied();
            self.hits.push(Hit { strength, because, tokens: tokens.iter().map(|token| **token).collect(), modality });
        } else if let Some(token) = tokens.first() {
            self.discount(sentence, token, sentence.frame.why());
        }
    }

    /// A rule applies whatever the sentence does.
    pub fn hit_regardless(&mut self, strength: u8, because: &'static str, tokens: &[&Token]) {
        self.considered = true;
        let tokens = tokens.iter().map(|token| **token).collect();
        self.hits.push(Hit { strength, because, tokens, modality: None });
    }

    /// A word is not counted.
    pub fn discount(&mut self, _sentence: &Sentence, token: &Token, why: &'static str) {
        self.considered = true;
        if self.explain {
            self.discounts.push((*token, why));
        }
    }

    /// Whether no word of the text was worth a thought.
    #[must_use]
    pub const fn is_silent(&self) -> bool {
        !self.considered
    }

    /// The strongest hit, the first of equals.
    #[must_use]
    pub fn best(&self) -> Option<&Hit> {
        self.hits.iter().rev().max_by_key(|hit| hit.strength)
    }
}

/// Whether the act is laid down before something else is left to a later rule (「検査を行い、その方法は、規則で定める」).
fn laid_down(sentence: &Sentence, tokens: &[&Token]) -> bool {
    sentence.frame == Frame::Delegation
        && tokens.iter().any(|token| matches!(token.tail, Tail::Does | Tail::Causes | Tail::Undergoes))
}

/// General rules 1 and 4: what a sentence of this frame can be at most.
const fn ceiling(frame: Frame) -> u8 {
    match frame {
        Frame::Norm => 100,
        Frame::Tasks | Frame::Delegation | Frame::Definition | Frame::Transition => FAINT,
        Frame::Particulars
        | Frame::Event
        | Frame::Penalty
        | Frame::Application
        | Frame::Substitution
        | Frame::Duties
        | Frame::Purpose
        | Frame::Identity => 0,
    }
}
