//! The clause as a lawyer reads it (条文の読み): sentences, what they do, and the words in them.
//!
//! Takes the words found, gives [`Passage`]: sentences with their [`Frame`] (norm, penalty, 準用 …), items bound to the
//! sentence that introduces them, words in brackets set apart.

use super::article::Earlier;
use super::frame::{Frame, frame, item_frame};
use super::names::{Sense, Tail};
use super::senses::{MODALITY, PAPERWORK, Senses, THINGS};
use super::token::Token;

/// A sentence, or an item of a list.
#[derive(Debug, Clone, Copy)]
pub struct Sentence<'a> {
    tokens: &'a [Token],
    /// Senses outside brackets.
    senses: Senses,
    /// What it does.
    pub frame: Frame,
    /// Senses of the sentence that introduces this item; empty if it is none.
    head: Senses,
    /// Words of that sentence, where it stands in the text.
    introduction: &'a [Token],
}

/// A clause read.
#[derive(Debug, Clone)]
pub struct Passage<'a> {
    sentences: Vec<Sentence<'a>>,
    senses: Senses,
    around: Around<'a>,
}

/// What stands around the text: none of it where a clause is read alone.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around<'a> {
    /// Senses of the caption.
    pub caption: Senses,
    /// … of the title.
    pub title: Senses,
    /// … of the 柱書 over an item.
    pub chapeau: Senses,
    /// The paragraphs that the text refers to.
    pub earlier: Earlier<'a>,
}

/// Where a word was read that does not stand in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outside {
    /// 見出し
    Caption,
    /// 柱書
    Chapeau,
    /// A paragraph before.
    Earlier,
}

/// A sentence under which items may stand.
#[derive(Debug, Clone, Copy)]
struct Head<'a> {
    senses: Senses,
    frame: Frame,
    words: &'a [Token],
}

/// How far before papers a thing stands that is inspected with them, in characters.
pub const NEAR: u32 = 14;

impl<'a> Sentence<'a> {
    /// Whether a word of this sense stands outside brackets.
    #[must_use]
    pub const fn has(&self, sense: Sense) -> bool {
        self.senses.has(sense)
    }

    /// Whether a word of one of these senses stands outside brackets.
    #[must_use]
    pub const fn meets(&self, senses: Senses) -> bool {
        self.senses.meets(senses)
    }

    /// Whether the sentence that introduces this item has a word of one of these senses.
    #[must_use]
    pub const fn head_meets(&self, senses: Senses) -> bool {
        self.head.meets(senses)
    }

    /// Whether this is an item of a list.
    #[must_use]
    pub fn is_item(&self) -> bool {
        !self.head.is_empty()
    }

    /// Whether the 柱書 over it stands outside the text.
    #[must_use]
    pub fn under_chapeau(&self) -> bool {
        self.is_item() && self.introduction.is_empty()
    }

    /// All words, in and out of brackets.
    #[must_use]
    pub const fn tokens(&self) -> &'a [Token] {
        self.tokens
    }

    /// Words outside brackets.
    #[must_use]
    pub fn words(&self) -> impl DoubleEndedIterator<Item = &'a Token> + use<'a> {
        self.tokens.iter().filter(|token| !token.bracketed)
    }

    /// Words of these senses inside or outside brackets.
    pub fn acts(&self, senses: Senses, bracketed: bool) -> impl Iterator<Item = &'a Token> + use<'a> {
        let tokens: &'a [Token] = if bracketed || self.senses.meets(senses) { self.tokens } else { &[] };
        tokens.iter().filter(move |token| token.bracketed == bracketed && senses.has(token.sense))
    }

    /// The first word of these senses behind `token`, at most `distance` characters away; parts of names are no acts.
    #[must_use]
    pub fn after(&self, token: &Token, senses: Senses, distance: u32) -> Option<&'a Token> {
        self.words()
            .filter(|other| senses.has(other.sense) && !other.names())
            .find(|other| other.from >= token.to && other.from - token.to <= distance)
    }

    /// The last word of these senses before `token`, at most `distance` characters away.
    #[must_use]
    pub fn before(&self, token: &Token, senses: Senses, distance: u32) -> Option<&'a Token> {
        self.words()
            .rev()
            .filter(|other| senses.has(other.sense) && !other.names())
            .find(|other| other.to <= token.from && token.from - other.to <= distance)
    }

    /// The last object of an act before `token`, at most `distance` characters away: a thing to look at, or papers and business.
    #[must_use]
    pub fn object(&self, token: &Token, distance: u32) -> Option<&'a Token> {
        self.before(token, THINGS.and(PAPERWORK), distance)
    }

    /// Whether the act is done to papers or business and to no thing beside them: 「設備又は帳簿を検査」 is done to both,
    /// 「施設の業務を検査」 to business alone.
    #[must_use]
    pub fn only_papers(&self, act: &Token, distance: u32) -> bool {
        self.object(act, distance).is_some_and(|object| {
            PAPERWORK.has(object.sense)
                && self.before(object, THINGS, NEAR).is_none_or(|thing| thing.tail != Tail::Listed)
        })
    }

    /// Whether a word of these senses stands within `distance` characters on either side.
    #[must_use]
    pub fn near(&self, token: &Token, senses: Senses, distance: u32) -> bool {
        self.senses.meets(senses)
            && (self.after(token, senses, distance).is_some() || self.before(token, senses, distance).is_some())
    }

    /// Whether a word of these senses stands between the two.
    #[must_use]
    pub fn between(&self, one: &Token, other: &Token, senses: Senses) -> bool {
        let (from, to) = if one.from <= other.from { (one.to, other.from) } else { (other.to, one.from) };
        self.words().any(|token| senses.has(token.sense) && token.from >= from && token.to <= to)
    }
}

impl<'a> Sentence<'a> {
    /// The word of duty or power that binds this act: the first behind it, or the last of the sentence that introduces it.
    #[must_use]
    pub fn modality(&self, act: &Token) -> Option<&'a Token> {
        let binding = |token: &&'a Token| !token.bracketed && MODALITY.has(token.sense);
        self.words()
            .find(|token| token.from >= act.to && MODALITY.has(token.sense))
            .or_else(|| self.introduction.iter().rfind(binding))
    }
}

impl<'a> Passage<'a> {
    /// Reads tokens (ordered by place) as sentences.
    #[must_use]
    pub fn new(tokens: &'a [Token], around: Around<'a>) -> Self {
        let Around { title, chapeau, .. } = around;
        let mut sentences: Vec<Sentence<'a>> = Vec::new();
        let mut all = Senses::default();
        let mut head = Head { senses: chapeau, frame: frame(chapeau), words: &[] };
        // The last sentence that announced a list, where others stand between it and the items.
        let mut announced = head;
        for slice in
            tokens.split_inclusive(|token| !token.bracketed && matches!(token.sense, Sense::Stop | Sense::Line))
        {
            let senses = senses_of(slice);
            all = all.and(senses);
            let own = match frame(senses) {
                // What an office has to do is told by the rules of its organisation, not laid down.
                Frame::Norm if title.has(Sense::Organisation) && !senses.meets(MODALITY) => Frame::Duties,
                own => own,
            };
            let item = slice.last().is_none_or(|last| last.sense != Sense::Stop) && slice.len() > 1;
            let over = if item && !introduces(head.senses) { announced } else { head };
            let event = senses.has(Sense::WhenEnd) && introduces(over.senses);
            let rules = senses.meets(MODALITY) || !matches!(own, Frame::Norm | Frame::Duties);
            let independent = !event && (rules || !introduces(over.senses));
            sentences.push(if independent {
                Sentence { tokens: slice, senses, frame: own, head: Senses::default(), introduction: &[] }
            } else {
                let frame = item_frame(over.senses, over.frame, senses);
                Sentence { tokens: slice, senses, frame, head: over.senses, introduction: over.words }
            });
            if independent && !senses.is_empty() {
                head = Head { senses, frame: own, words: slice };
                announced = if introduces(senses) { head } else { announced };
            }
        }
        Self { sentences, senses: all, around }
    }

    /// The sentences in order.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence<'a>> {
        self.sentences.iter()
    }

    /// Whether the caption has one of these senses.
    #[must_use]
    pub const fn caption_has(&self, senses: Senses) -> bool {
        self.around.caption.meets(senses)
    }

    /// Whether a paragraph that this sentence refers to has one of these senses.
    #[must_use]
    pub const fn earlier_has(&self, sentence: &Sentence, senses: Senses) -> bool {
        sentence.has(Sense::RefersBack) && self.around.earlier.senses.meets(senses)
    }

    /// Whether the sentence, its head, the caption or a paragraph that it refers to speak of facilities, land, works or things.
    #[must_use]
    pub fn about_things(&self, sentence: &Sentence) -> bool {
        sentence.meets(THINGS)
            || sentence.head.meets(THINGS)
            || self.around.caption.meets(THINGS)
            || self.earlier_has(sentence, THINGS)
    }

    /// Where things are spoken of, if not in the sentence and its list.
    #[must_use]
    pub fn things_outside(&self, sentence: &Sentence) -> Option<Outside> {
        match () {
            () if sentence.meets(THINGS) => None,
            () if sentence.head.meets(THINGS) => sentence.under_chapeau().then_some(Outside::Chapeau),
            () if self.around.caption.meets(THINGS) => Some(Outside::Caption),
            () => Some(Outside::Earlier),
        }
    }

    /// Whether the clause examines persons: it names ills or bodies, and this sentence no thing or only heads a list.
    #[must_use]
    pub fn about_persons(&self, sentence: &Sentence) -> bool {
        self.senses.has(Sense::Person) && (sentence.has(Sense::ListHead) || !self.about_things(sentence))
    }

    /// Whether the title has one of these senses.
    #[must_use]
    pub const fn title_has(&self, senses: Senses) -> bool {
        self.around.title.meets(senses)
    }
}

fn senses_of(tokens: &[Token]) -> Senses {
    let mut senses = Senses::default();
    for token in tokens.iter().filter(|token| !token.bracketed) {
        senses.insert(token.sense);
    }
    senses
}

/// Whether items follow.
const fn introduces(senses: Senses) -> bool {
    senses.has(Sense::ListHead)
}
