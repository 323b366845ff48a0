//! Rows of data/regulations tried on the acts of a sentence (行の当てはめ): the first that holds wins.
//!
//! Takes a [`Passage`], gives hits and discounts to a [`Tally`]. Predicates are named here and nowhere else; what they are
//! asked for (classes, distances, forms) stands in the data.

use super::category::Category;
use super::finding::Trust;
use super::frame::Frame;
use super::passage::{Outside, Passage, Sentence, Token};
use super::senses::Senses;
use super::tables::{READINGS, ROWS, SETS, THINGS, TRUST};
use super::tally::{Said, Tally};

/// Number of a set of classes.
pub type SetNumber = u8;

/// Acts that are read alike, and the rows that are tried in order.
#[derive(Debug)]
pub struct Reading {
    /// Acts from which it begins.
    pub acts: SetNumber,
    /// Whether only acts in brackets are meant; otherwise only those outside.
    pub bracketed: bool,
    /// Number of its first row among all.
    pub first: u16,
    /// The rows.
    pub rows: &'static [Row],
}

/// Which act, how it is said, with what, under what else, how firm, why.
#[derive(Debug)]
pub struct Row {
    /// Acts among those of the reading.
    pub acts: SetNumber,
    /// Forms in which the act goes on.
    pub said: u32,
    /// Places where the word that the act leans on is sought; none: it leans on nothing.
    pub with: &'static [Reach],
    /// Forms in which that word goes on.
    pub with_said: u32,
    /// What is sought from that word on.
    pub then: Option<Reach>,
    /// Conditions that all hold, each by one of its alternatives.
    pub when: &'static [&'static [Condition]],
    /// Conditions of which none holds.
    pub unless: &'static [Condition],
    /// What follows.
    pub outcome: Outcome,
    /// Why, as the end of 「…ことを定めている」, or the whole sentence of a discount.
    pub because: &'static str,
    /// What is in doubt, as a sentence without its end, for rows that are only worth a look; else empty.
    pub doubt: &'static str,
}

/// Where a word is sought.
#[derive(Debug)]
pub struct Reach {
    /// Behind the act, or before it.
    pub behind: bool,
    /// At most this many characters away.
    pub distance: u16,
    /// Words of these classes.
    pub set: SetNumber,
}

/// What a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A hit, as firm as this, where the sentence lays something down.
    Strength(u8),
    /// A hit whatever the sentence does.
    Regardless(u8),
    /// The word is not counted, and the reason is told.
    NotCounted,
    /// Nothing at all: another reading takes the word.
    Nothing,
}

/// The named predicates of a row.
#[derive(Debug)]
pub enum Condition {
    /// A word of these classes stands outside brackets in the sentence.
    Sentence(SetNumber),
    /// … in the sentence that introduces this item.
    Head(SetNumber),
    /// … in the caption.
    Caption(SetNumber),
    /// … in the title.
    Title(SetNumber),
    /// … in a paragraph of the same article that the sentence refers to (前項).
    Earlier(SetNumber),
    /// … between the act and the word that it leans on.
    Between(SetNumber),
    /// The act is one of these classes.
    ActIs(SetNumber),
    /// The word that it leans on is one of these classes.
    WithIs(SetNumber),
    /// A word of these classes stands before the act, at most so many characters away.
    Before(u16, SetNumber),
    /// … behind the act.
    After(u16, SetNumber),
    /// … on either side of the act.
    Near(u16, SetNumber),
    /// … on either side of the word that it leans on.
    WithNear(u16, SetNumber),
    /// The object before the act is papers or business, and no thing beside them.
    OnlyPapers(u16),
    /// The act has an object before it: a thing, or papers and business.
    Object(u16),
    /// The sentence, its head or the caption speak of things.
    AboutThings,
    /// The clause examines persons.
    AboutPersons,
    /// The sentence is an item of a list.
    Item,
    /// The act goes on in one of these forms.
    Said(u32),
    /// The sentence is of this kind.
    Frame(Frame),
}

/// An act that a row is tried on.
struct Try<'a, 'b> {
    passage: &'b Passage<'a>,
    sentence: &'b Sentence<'a>,
    act: &'a Token,
}

/// What a row that holds leans on.
#[derive(Debug, Clone, Copy, Default)]
struct Leaning<'a> {
    with: Option<&'a Token>,
    then: Option<&'a Token>,
    /// What is read outside the sentence.
    outside: Option<(Outside, Senses)>,
}

/// The set of a number.
#[must_use]
pub fn set(number: SetNumber) -> Senses {
    SETS.get(usize::from(number)).copied().unwrap_or_default()
}

/// Lets a category judge a clause.
pub fn judge(category: Category, passage: &Passage, tally: &mut Tally) {
    let readings = READINGS.get(category.index()).copied().unwrap_or(&[]);
    for sentence in passage.sentences() {
        for reading in readings {
            for act in sentence.acts(set(reading.acts), reading.bracketed) {
                try_rows(reading, &Try { passage, sentence, act }, tally);
            }
        }
    }
}

fn try_rows(reading: &Reading, tried: &Try, tally: &mut Tally) {
    let held =
        reading.rows.iter().zip(reading.first..).find_map(|(row, number)| Some((row, number, tried.holds(row).ok()?)));
    let Some((row, number, leaning)) = held else { return };
    let mut tokens = [tried.act; 3];
    let mut count = 1;
    for token in leaning.with.into_iter().chain(leaning.then) {
        if let Some(slot) = tokens.get_mut(count) {
            *slot = token;
            count += 1;
        }
    }
    let tokens = tokens.get(..count).unwrap_or(&[]);
    let said = |strength| Said { row: number, strength, because: row.because, doubt: row.doubt };
    match row.outcome {
        Outcome::Strength(strength) => tally.hit(tried.sentence, said(strength), tokens, leaning.outside),
        Outcome::Regardless(strength) => tally.hit_regardless(said(strength), tokens),
        Outcome::NotCounted => tally.discount(tried.act, row.because),
        Outcome::Nothing => {}
    }
}

/// What kept a row from holding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// It begins from other acts.
    Act,
    /// The act goes on in another form.
    SaidOtherwise,
    /// Nothing that the act could lean on.
    Without,
    /// What it leans on goes on in another form.
    WithSaidOtherwise,
    /// The condition of this place does not hold.
    When(usize),
    /// The exception of this place holds.
    Unless(usize),
}

/// A row tried on an act, for those who write rows.
#[derive(Debug)]
pub struct Trial {
    /// Of which category.
    pub category: Category,
    /// Number of the row.
    pub row: u16,
    /// The act.
    pub act: Token,
    /// What kept it from holding, if anything.
    pub failure: Option<Failure>,
}

/// Every row tried on every act, up to the first that holds.
#[must_use]
pub fn trials(category: Category, passage: &Passage) -> Vec<Trial> {
    let mut trials = Vec::new();
    for sentence in passage.sentences() {
        for reading in READINGS.get(category.index()).copied().unwrap_or(&[]) {
            for act in sentence.acts(set(reading.acts), reading.bracketed) {
                for (row, number) in reading.rows.iter().zip(reading.first..) {
                    let failure = Try { passage, sentence, act }.holds(row).err();
                    trials.push(Trial { category, row: number, act: *act, failure });
                    if failure.is_none() {
                        break;
                    }
                }
            }
        }
    }
    trials
}

/// Name of a row, and its point of the codebook.
#[must_use]
pub fn named(row: u16) -> (&'static str, u8) {
    ROWS.get(usize::from(row)).copied().unwrap_or(("", 0))
}

/// How often a row was right on labelled clauses that it was not written from; none where it was tried too seldom.
#[must_use]
pub fn trust(row: u16) -> Option<Trust> {
    let place = TRUST.binary_search_by_key(&row, |known| known.0).ok()?;
    TRUST.get(place).map(|&(_, right, of)| Trust { right, of })
}

impl<'a> Try<'a, '_> {
    /// What the row leans on, or what kept it from holding.
    fn holds(&self, row: &Row) -> Result<Leaning<'a>, Failure> {
        if !set(row.acts).has(self.act.sense) {
            return Err(Failure::Act);
        }
        if !self.act.tail.is_in(row.said) {
            return Err(Failure::SaidOtherwise);
        }
        let mut leaning = Leaning::default();
        if !row.with.is_empty() {
            let with = row.with.iter().find_map(|reach| self.reached(self.act, reach)).ok_or(Failure::Without)?;
            if !with.tail.is_in(row.with_said) {
                return Err(Failure::WithSaidOtherwise);
            }
            leaning.with = Some(with);
            if let Some(reach) = &row.then {
                leaning.then = Some(self.reached(with, reach).ok_or(Failure::Without)?);
            }
        }
        let fails = |alternatives: &&[Condition]| !alternatives.iter().any(|one| self.meets(one, leaning.with));
        if let Some(place) = row.when.iter().position(fails) {
            return Err(Failure::When(place));
        }
        if let Some(place) = row.unless.iter().position(|one| self.meets(one, leaning.with)) {
            return Err(Failure::Unless(place));
        }
        leaning.outside = row.when.iter().find_map(|alternatives| self.outside(alternatives, leaning.with));
        Ok(leaning)
    }

    /// Where the first of these alternatives that holds was read, if not in the sentence and its list.
    fn outside(&self, alternatives: &[Condition], with: Option<&Token>) -> Option<(Outside, Senses)> {
        let (passage, sentence) = (self.passage, self.sentence);
        match *alternatives.iter().find(|one| self.meets(one, with))? {
            Condition::Caption(number) => Some((Outside::Caption, set(number))),
            Condition::Earlier(number) => Some((Outside::Earlier, set(number))),
            Condition::Head(number) if sentence.under_chapeau() => Some((Outside::Chapeau, set(number))),
            Condition::AboutThings => passage.things_outside(sentence).map(|outside| (outside, THINGS)),
            _ => None,
        }
    }

    fn reached(&self, from: &Token, reach: &Reach) -> Option<&'a Token> {
        let (senses, distance) = (set(reach.set), u32::from(reach.distance));
        if reach.behind {
            self.sentence.after(from, senses, distance)
        } else {
            self.sentence.before(from, senses, distance)
        }
    }

    fn meets(&self, condition: &Condition, with: Option<&Token>) -> bool {
        let Self { passage, sentence, act } = self;
        match *condition {
            Condition::Sentence(number) => sentence.meets(set(number)),
            Condition::Head(number) => sentence.head_meets(set(number)),
            Condition::Caption(number) => passage.caption_has(set(number)),
            Condition::Title(number) => passage.title_has(set(number)),
            Condition::Earlier(number) => passage.earlier_has(sentence, set(number)),
            Condition::Between(number) => with.is_some_and(|with| sentence.between(act, with, set(number))),
            Condition::ActIs(number) => set(number).has(act.sense),
            Condition::WithIs(number) => with.is_some_and(|with| set(number).has(with.sense)),
            Condition::Before(distance, number) => sentence.before(act, set(number), distance.into()).is_some(),
            Condition::After(distance, number) => sentence.after(act, set(number), distance.into()).is_some(),
            Condition::Near(distance, number) => sentence.near(act, set(number), distance.into()),
            Condition::WithNear(distance, number) => {
                with.is_some_and(|with| sentence.near(with, set(number), distance.into()))
            }
            Condition::OnlyPapers(distance) => sentence.only_papers(act, distance.into()),
            Condition::Object(distance) => sentence.object(act, distance.into()).is_some(),
            Condition::AboutThings => passage.about_things(sentence),
            Condition::AboutPersons => passage.about_persons(sentence),
            Condition::Item => sentence.is_item(),
            Condition::Said(forms) => act.tail.is_in(forms),
            Condition::Frame(frame) => sentence.frame == frame,
        }
    }
}
