//! Rows of data/regulations tried on the acts of a sentence (行の当てはめ): the first that holds wins.
//!
//! Takes a [`Passage`], gives hits and discounts to a [`Tally`]. Predicates are named here and nowhere else; what they are
//! asked for (classes, distances, forms) stands in the data.

use super::entries::{Asked, Condition, Outcome, Reach, Reading, Row};
use super::finding::Trust;
use super::names::Category;
use super::passage::{Outside, Passage, Sentence};
use super::senses::{Senses, THINGS};
use super::tables::{NAMES, READINGS, TRUST, conditions, forms, places, rows, sentence, set};
use super::tally::{Said, Tally};
use super::token::Token;

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

/// Lets a category judge a clause.
pub fn judge(category: Category, passage: &Passage, tally: &mut Tally) {
    for sentence in passage.sentences() {
        for reading in readings(category) {
            for act in sentence.acts(set(reading.acts), reading.bracketed) {
                try_rows(reading, &Try { passage, sentence, act }, tally);
            }
        }
    }
}

/// The readings of a category.
fn readings(category: Category) -> &'static [Reading] {
    READINGS.get(category as usize).copied().unwrap_or(&[])
}

fn try_rows(reading: &Reading, tried: &Try, tally: &mut Tally) {
    let held = rows(reading).find_map(|(number, row)| Some((number, row, tried.holds(row).ok()?)));
    let Some((number, row, leaning)) = held else { return };
    let mut tokens = [tried.act; 3];
    let mut count = 1;
    for token in leaning.with.into_iter().chain(leaning.then) {
        if let Some(slot) = tokens.get_mut(count) {
            *slot = token;
            count += 1;
        }
    }
    let tokens = tokens.get(..count).unwrap_or(&[]);
    let (because, doubt) = (sentence(row.because), sentence(row.doubt));
    let said = |strength| Said { row: number, strength, because, doubt };
    match row.outcome {
        Outcome::Strength(strength) => tally.hit(tried.sentence, said(strength), tokens, leaning.outside),
        Outcome::Regardless(strength) => tally.hit_regardless(said(strength), tokens),
        Outcome::NotCounted => tally.discount(tried.act, because),
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
        for reading in readings(category) {
            for act in sentence.acts(set(reading.acts), reading.bracketed) {
                for (number, row) in rows(reading) {
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
    NAMES.get(usize::from(row)).copied().unwrap_or(("", 0))
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
        if !self.act.tail.is_in(forms(row.said)) {
            return Err(Failure::SaidOtherwise);
        }
        let mut leaning = Leaning::default();
        let (with, then) = places(row);
        if !with.is_empty() {
            let with = with.iter().find_map(|reach| self.reached(self.act, reach)).ok_or(Failure::Without)?;
            if !with.tail.is_in(forms(row.with_said)) {
                return Err(Failure::WithSaidOtherwise);
            }
            leaning.with = Some(with);
            if let Some(reach) = then {
                leaning.then = Some(self.reached(with, reach).ok_or(Failure::Without)?);
            }
        }
        let (when, unless) = conditions(row);
        for (place, alternatives) in when.split_inclusive(|asked| !asked.or).enumerate() {
            let held = self.first(alternatives, leaning.with).ok_or(Failure::When(place))?;
            leaning.outside = leaning.outside.or_else(|| self.outside(held));
        }
        match unless.iter().position(|one| self.meets(&one.condition, leaning.with)) {
            Some(place) => Err(Failure::Unless(place)),
            None => Ok(leaning),
        }
    }

    /// The first of these alternatives that holds.
    fn first(&self, alternatives: &'static [Asked], with: Option<&Token>) -> Option<&'static Condition> {
        alternatives.iter().map(|one| &one.condition).find(|one| self.meets(one, with))
    }

    /// Where a condition that holds was read, if not in the sentence and its list.
    fn outside(&self, held: &Condition) -> Option<(Outside, Senses)> {
        let (passage, sentence) = (self.passage, self.sentence);
        match *held {
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
            Condition::Said(number) => act.tail.is_in(forms(number)),
            Condition::Frame(frame) => sentence.frame == frame,
        }
    }
}
