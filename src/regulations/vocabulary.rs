//! The vocabulary compiled (語彙): all words of all categories in one automaton, and the words of a text.
//!
//! Takes texts, gives [`Token`]s. Where one word lies inside another, the longer one stands: 「会計検査院」 hides 「検査」.

use std::sync::Arc;

use super::article::Article;
use super::automaton::{Automaton, Match};
use super::basis::Definitions;
use super::modality::is_kana;
use super::names::{SENTENCE_FIELD, Sense, Tail};
use super::passage::NEAR;
use super::senses::{PAPERWORK, Senses, THINGS};
use super::spelled::Tree;
use super::tables::{SENSES, SPELLINGS, WORDS};
use super::tail::Tails;
use super::token::Token;

/// The compiled vocabulary.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    automaton: Automaton,
    tails: Tails,
}

/// Working space of one pass, reused from text to text.
#[derive(Debug, Default)]
pub struct Workspace {
    starts: Vec<u32>,
    /// The words of the text last read, in order.
    pub tokens: Vec<Token>,
    /// … of the caption before it.
    pub(super) headings: Vec<Token>,
    /// Words hidden by longer ones, with the longer one; kept only if asked for.
    hidden: Option<Vec<(Token, Token)>>,
    /// The title last read: clauses of one ordinance share it.
    title: Option<Title>,
    /// What the ordinance last read calls 「法」 and 「令」.
    pub(super) definitions: Definitions,
    /// The article being read.
    pub(super) article: Article,
}

/// What a title says.
#[derive(Debug, Clone)]
pub struct Title {
    text: Arc<str>,
    /// The senses in it.
    pub senses: Senses,
    /// The word that names a law, if any.
    pub law: Option<Token>,
}

impl Workspace {
    /// Working space that keeps hidden words.
    #[must_use]
    pub fn keeping_hidden() -> Self {
        Self { hidden: Some(Vec::new()), ..Self::default() }
    }

    /// Takes the hidden words of the text last read: each with the longer word that hides it.
    pub fn take_hidden(&mut self) -> Vec<(Token, Token)> {
        self.hidden.as_mut().map(std::mem::take).unwrap_or_default()
    }
}

impl Vocabulary {
    /// Compiles all words.
    #[must_use]
    pub fn new() -> Self {
        Self { automaton: Automaton::new(&Tree::read(WORDS)), tails: Tails::new() }
    }

    /// All spellings, for measuring other matchers against this one.
    #[must_use]
    pub fn spellings() -> Vec<String> {
        SPELLINGS.split('\t').map(str::to_owned).collect()
    }

    /// Number of states of the automaton.
    #[must_use]
    pub fn states(&self) -> usize {
        self.automaton.states()
    }

    /// Number of words in a text, nested ones and all.
    #[must_use]
    pub fn count(&self, text: &str) -> usize {
        let mut count = 0;
        self.automaton.find(text, &mut Vec::new(), |_| count += 1);
        count
    }

    /// The senses that occur in a text, brackets and all.
    #[must_use]
    pub fn senses_of(&self, text: &str, space: &mut Workspace) -> Senses {
        self.read(text, space);
        let mut senses = Senses::default();
        for token in &space.tokens {
            senses.insert(token.sense);
        }
        senses
    }

    /// Reads a title, or remembers it from the clause before.
    pub fn title(&self, title: &Arc<str>, space: &mut Workspace) -> Title {
        if let Some(known) = space.title.as_ref().filter(|known| Arc::ptr_eq(&known.text, title)) {
            return known.clone();
        }
        let senses = self.senses_of(title, space);
        let law = space.tokens.iter().find(|token| token.sense == Sense::Law).copied();
        let read = Title { text: Arc::clone(title), senses, law };
        space.title = Some(read.clone());
        read
    }

    /// Finds the words of a text. Tails and brackets are not yet filled in.
    pub fn read(&self, text: &str, space: &mut Workspace) {
        let Workspace { starts, tokens, hidden, .. } = space;
        tokens.clear();
        hidden.as_mut().map(Vec::clear);
        self.automaton.find(text, starts, |found| {
            if let Some(sense) = SENSES.get(usize::from(found.word)) {
                push(tokens, hidden, token(*sense, found));
            }
        });
        tokens.sort_unstable_by_key(|token| (token.from, std::cmp::Reverse(token.to)));
    }

    /// Fills in brackets and tails, and takes the brackets out of the distances.
    pub fn complete(&self, text: &str, tokens: &mut [Token]) {
        let (mut depth, mut opened, mut hidden) = (0_u32, 0_u32, 0_u32);
        for token in tokens.iter_mut() {
            let place = token.from;
            token.from = place.saturating_sub(hidden);
            token.to = token.to.saturating_sub(hidden);
            match token.sense {
                Sense::Open => {
                    opened = if depth == 0 { place } else { opened };
                    depth += 1;
                }
                Sense::Close => {
                    hidden += if depth == 1 { place.saturating_sub(opened) + 1 } else { 0 };
                    depth = depth.saturating_sub(1);
                }
                Sense::Line => depth = 0,
                sense => {
                    token.bracketed = depth > 0;
                    if sense.is_act() {
                        let (word, rest) = text.split_at_checked(token.end as usize).unwrap_or((text, ""));
                        token.tail = match self.tails.of(rest) {
                            // 「実地に行う」: kana end a word, no name goes on behind them.
                            Tail::Compound if word.ends_with(is_kana) => Tail::Other,
                            tail => tail,
                        };
                    }
                }
            }
        }
        self.complete_things(text, tokens);
        let mut next: Option<Token> = None;
        let acts = tokens.iter_mut().rev().filter(|token| token.sense.is_act() && !token.bracketed);
        for token in acts.filter(|token| token.sense != Sense::Entry) {
            let listed = |later: &Token| token.tail == Tail::Listed && later.from.saturating_sub(token.to) < 24;
            if let Some(later) = next.filter(|later| listed(later) && later.sense.field() == token.sense.field()) {
                token.tail = later.tail;
            } else if token.tail == Tail::Listed {
                let rest = text.get(token.end as usize..).unwrap_or("");
                token.tail = self.tails.beyond(rest).unwrap_or(Tail::Listed);
            }
            next = Some(*token);
        }
    }
}

impl Vocabulary {
    /// Things close before papers: what follows them tells whether both are meant (see [`super::passage::Sentence::only_papers`]).
    fn complete_things(&self, text: &str, tokens: &mut [Token]) {
        for place in 1..tokens.len() {
            let (before, rest) = tokens.split_at_mut(place);
            let Some(papers) = rest.first().filter(|token| PAPERWORK.has(token.sense)) else { continue };
            for thing in before.iter_mut().rev().take_while(|token| token.to + NEAR >= papers.from) {
                if THINGS.has(thing.sense) {
                    thing.tail = self.tails.of(text.get(thing.end as usize..).unwrap_or(""));
                }
            }
        }
    }
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self::new()
    }
}

fn token(sense: Sense, found: Match) -> Token {
    Token {
        sense,
        start: found.start,
        end: found.end,
        from: found.from,
        to: found.to,
        bracketed: false,
        tail: Tail::Other,
    }
}

fn keep(hidden: &mut Option<Vec<(Token, Token)>>, shorter: Token, longer: Token) {
    if let Some(hidden) = hidden {
        hidden.push((shorter, longer));
    }
}

/// Adds a word unless a longer one hides it, and drops those that it hides. Words arrive by their end, longest first.
fn push(tokens: &mut Vec<Token>, hidden: &mut Option<Vec<(Token, Token)>>, new: Token) {
    if new.sense.field() == SENTENCE_FIELD {
        tokens.push(new);
        return;
    }
    let reach = new.from.saturating_sub(40);
    let hides = |one: &Token, other: &Token| {
        one.sense.field() == other.sense.field()
            && one.from <= other.from
            && one.to >= other.to
            && (one.to - one.from > other.to - other.from || one.sense == other.sense)
    };
    let longer = tokens.iter().rev().take_while(|old| old.to > reach).find(|old| hides(old, &new));
    if let Some(longer) = longer {
        if longer.sense != new.sense {
            keep(hidden, new, *longer);
        }
        return;
    }
    let mut place = tokens.len();
    while let Some(old) = place.checked_sub(1).and_then(|last| tokens.get(last)).copied() {
        if old.to <= new.from {
            break;
        }
        place -= 1;
        if hides(&new, &old) {
            keep(hidden, old, new);
            tokens.remove(place);
        }
    }
    tokens.push(new);
}
