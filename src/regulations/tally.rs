//! Collecting what the categories say about a clause (集計): hits with their strength, discounts with their reason.

use super::entries::FAINT;
use super::frame::Frame;
use super::modality;
use super::names::Tail;
use super::passage::{Outside, Sentence};
use super::senses::{MODALITY, Senses};
use super::token::Token;

/// From here on a candidate (該当候補).
pub const CANDIDATE: u8 = 60;
/// From here on worth a look (要精査).
pub const CHECK: u8 = 30;

/// What a row says.
#[derive(Debug, Clone, Copy)]
pub struct Said {
    /// Number of the row.
    pub row: u16,
    /// 0 to 100.
    pub strength: u8,
    /// What was read, as the end of 「…ことを定めている」.
    pub because: &'static str,
    /// What is in doubt, where it is only worth a look.
    pub doubt: &'static str,
}

/// A row that held.
#[derive(Debug, Clone)]
pub struct Hit {
    /// What it says; as firm as the sentence allows.
    pub said: Said,
    /// The words that say so.
    pub tokens: Vec<Token>,
    /// The word of duty or power that binds the act.
    pub modality: Option<Token>,
    /// What it was read from outside the text: where, and words of which senses.
    pub outside: Option<(Outside, Senses)>,
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

    /// A row holds in this sentence.
    pub fn hit(&mut self, sentence: &Sentence, said: Said, tokens: &[&Token], outside: Option<(Outside, Senses)>) {
        self.considered = true;
        let strength = said.strength.min(if laid_down(sentence, tokens) { 100 } else { ceiling(sentence) });
        if strength >= CHECK {
            let act = tokens.iter().max_by_key(|token| token.to);
            let modality = act.and_then(|act| sentence.modality(act)).copied();
            let tokens = tokens.iter().map(|token| **token).collect();
            let doubt = if strength < said.strength { sentence.frame.doubt() } else { said.doubt };
            self.hits.push(Hit { said: Said { strength, doubt, ..said }, tokens, modality, outside });
        } else if let Some(token) = tokens.first() {
            self.discount(token, sentence.frame.why());
        }
    }

    /// A row holds whatever the sentence does.
    pub fn hit_regardless(&mut self, said: Said, tokens: &[&Token]) {
        self.considered = true;
        let tokens = tokens.iter().map(|token| **token).collect();
        self.hits.push(Hit { said, tokens, modality: None, outside: None });
    }

    /// A word is not counted.
    pub fn discount(&mut self, token: &Token, why: &'static str) {
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
        self.hits.iter().rev().max_by_key(|hit| hit.said.strength)
    }
}

/// Whether the act is laid down before something else is left to a later rule (「検査を行い、その方法は、規則で定める」).
fn laid_down(sentence: &Sentence, tokens: &[&Token]) -> bool {
    sentence.frame == Frame::Delegation
        && tokens.iter().any(|token| matches!(token.tail, Tail::Does | Tail::Causes | Tail::Undergoes))
}

/// General rules 1 and 4: what a sentence of this frame can be at most.
fn ceiling(sentence: &Sentence) -> u8 {
    match sentence.frame {
        Frame::Norm => 100,
        Frame::Transition if !sentence.meets(MODALITY) => 0,
        Frame::Tasks | Frame::Delegation | Frame::Transition => FAINT,
        Frame::Particulars
        | Frame::Definition
        | Frame::Event
        | Frame::Penalty
        | Frame::Application
        | Frame::Substitution
        | Frame::Duties
        | Frame::Purpose
        | Frame::Identity => 0,
    }
}
