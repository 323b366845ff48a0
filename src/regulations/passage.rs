//! The clause as a lawyer reads it (条文の読み): sentences, what they do, and the words in them.
//!
//! Takes the words found, gives [`Passage`]: sentences with their [`Frame`] (norm, penalty, 準用 …), items bound to the
//! sentence that introduces them, words in brackets set apart, and for every act what follows it ([`Tail`]).

pub use super::frame::Frame;
use super::frame::{frame, item_frame};
use super::sense::Sense;
use super::senses::Senses;
pub use super::tail::Tail;

/// A word of the vocabulary at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it means.
    pub sense: Sense,
    /// First byte in the text.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// First folded character.
    pub from: u32,
    /// Folded character after the last.
    pub to: u32,
    /// Whether it stands in brackets.
    pub bracketed: bool,
    /// What follows it, for acts.
    pub tail: Tail,
}

impl Token {
    /// Whether it is an act of looking that only forms part of a name (「測定器」).
    #[must_use]
    pub fn names(&self) -> bool {
        self.tail == Tail::Compound && self.sense.field() == 1
    }
}

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
    caption: Senses,
    title: Senses,
}

/// How far before papers a thing stands that is inspected with them, in characters.
pub const NEAR: u32 = 14;
/// Things that can be looked at.
pub const THINGS: Senses = Senses::of(&[Sense::Facility, Sense::Works, Sense::Animal]);
/// Papers and business.
pub const PAPERS: Senses = Senses::of(&[Sense::Books, Sense::Business, Sense::Papers]);

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

    /// Whether it or the sentence that introduces it has this sense.
    #[must_use]
    pub const fn has_or_head(&self, sense: Sense) -> bool {
        self.senses.has(sense) || self.head.has(sense)
    }

    /// Whether the sentence that introduces this item has this sense.
    #[must_use]
    pub const fn head_has(&self, sense: Sense) -> bool {
        self.head.has(sense)
    }

    /// Whether this is an item of a list.
    #[must_use]
    pub fn is_item(&self) -> bool {
        !self.head.is_empty()
    }

    /// Words outside brackets.
    #[must_use]
    pub fn words(&self) -> impl DoubleEndedIterator<Item = &'a Token> + use<'a> {
        self.tokens.iter().filter(|token| !token.bracketed)
    }

    /// Words of one sense outside brackets.
    pub fn of(&self, sense: Sense) -> impl Iterator<Item = &'a Token> + use<'a> {
        let tokens: &'a [Token] = if self.senses.has(sense) { self.tokens } else { &[] };
        tokens.iter().filter(move |token| token.sense == sense && !token.bracketed)
    }

    /// Words of several senses outside brackets.
    pub fn of_any(&self, senses: Senses) -> impl Iterator<Item = &'a Token> + use<'a> {
        let tokens: &'a [Token] = if self.senses.meets(senses) { self.tokens } else { &[] };
        tokens.iter().filter(move |token| senses.has(token.sense) && !token.bracketed)
    }

    /// Words of one sense inside brackets.
    pub fn within_brackets(&self, sense: Sense) -> impl Iterator<Item = &'a Token> + use<'a> {
        self.tokens.iter().filter(move |token| token.sense == sense && token.bracketed)
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
        self.before(token, THINGS.and(PAPERS), distance)
    }

    /// Whether the act is done to papers or business and to no thing beside them: 「設備又は帳簿を検査」 is done to both,
    /// 「施設の業務を検査」 to business alone.
    #[must_use]
    pub fn only_papers(&self, act: &Token, distance: u32) -> bool {
        self.object(act, distance).is_some_and(|object| {
            PAPERS.has(object.sense) && self.before(object, THINGS, NEAR).is_none_or(|thing| thing.tail != Tail::Listed)
        })
    }

    /// Whether a word of this sense stands within `distance` characters on either side.
    #[must_use]
    pub fn near(&self, token: &Token, sense: Sense, distance: u32) -> bool {
        let senses = Senses::default().with(sense);
        self.senses.has(sense)
            && (self.after(token, senses, distance).is_some() || self.before(token, senses, distance).is_some())
    }

    /// Whether a word of one of these senses stands between the two.
    #[must_use]
    pub fn between_any(&self, one: &Token, other: &Token, senses: Senses) -> bool {
        self.words().any(|token| senses.has(token.sense) && token.from >= one.to && token.to <= other.from)
    }

    /// Whether a word of this sense stands between the two.
    #[must_use]
    pub fn between(&self, one: &Token, other: &Token, sense: Sense) -> bool {
        let (from, to) = if one.from <= other.from { (one.to, other.from) } else { (other.to, one.from) };
        self.words().any(|token| token.sense == sense && token.from >= from && token.to <= to)
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
    /// Reads tokens (ordered by place) as sentences. `caption`, `title` and `chapeau` are the senses around the text.
    #[must_use]
    pub fn new(tokens: &'a [Token], caption: Senses, title: Senses, chapeau: Senses) -> Self {
        let mut sentences: Vec<Sentence<'a>> = Vec::new();
        let mut all = Senses::default();
        let mut head = chapeau;
        let mut head_frame = frame(chapeau);
        let mut introduction: &[Token] = &[];
        for slice in
            tokens.split_inclusive(|token| !token.bracketed && matches!(token.sense, Sense::Stop | Sense::Line))
        {
            let senses = senses_of(slice);
            all = all.and(senses);
            let own = frame(senses);
            let event = senses.has(Sense::WhenEnd) && head.has(Sense::Event);
            let independent =
                !event && (senses.meets(MODALITY) || !matches!(own, Frame::Norm | Frame::Duties) || !introduces(head));
            sentences.push(if independent {
                Sentence { tokens: slice, senses, frame: own, head: Senses::default(), introduction: &[] }
            } else {
                let frame = item_frame(head, head_frame, senses);
                Sentence { tokens: slice, senses, frame, head, introduction }
            });
            if independent && !senses.is_empty() {
                head = senses;
                head_frame = own;
                introduction = slice;
            }
        }
        Self { sentences, senses: all, caption, title }
    }

    /// The sentences in order.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence<'a>> {
        self.sentences.iter()
    }

    /// Senses outside brackets anywhere in the text.
    #[must_use]
    pub const fn senses(&self) -> Senses {
        self.senses
    }

    /// Whether the caption has one of these senses.
    #[must_use]
    pub const fn caption_has(&self, senses: Senses) -> bool {
        self.caption.meets(senses)
    }

    /// Whether the sentence, its head or the caption speak of facilities, land, works or things.
    #[must_use]
    pub fn about_things(&self, sentence: &Sentence) -> bool {
        sentence.meets(THINGS) || sentence.head.meets(THINGS) || self.caption.meets(THINGS)
    }

    /// Whether the clause examines persons: it names ills or bodies, and this sentence no thing or only heads a list.
    #[must_use]
    pub fn about_persons(&self, sentence: &Sentence) -> bool {
        self.senses.has(Sense::Person) && (sentence.has(Sense::ListHead) || !self.about_things(sentence))
    }

    /// Whether the title has one of these senses.
    #[must_use]
    pub const fn title_has(&self, senses: Senses) -> bool {
        self.title.meets(senses)
    }

    /// Whether the title speaks of facilities, land, works or things.
    #[must_use]
    pub const fn title_things(&self) -> bool {
        self.title.meets(THINGS)
    }

    /// Whether the sentence or its head lays down a duty.
    #[must_use]
    pub fn has_duty(&self, sentence: &Sentence) -> bool {
        sentence.has_or_head(Sense::Duty)
    }

    /// Whether this is an item under a duty.
    #[must_use]
    pub fn listed_duty(&self, sentence: &Sentence) -> bool {
        sentence.head.has(Sense::Duty)
    }
}

const MODALITY: Senses = Senses::of(&[Sense::Duty, Sense::Power, Sense::Forbid, Sense::Effort]);

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
