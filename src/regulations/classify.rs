//! [`Classifier`]: built once, then one clause at a time. Pure and deterministic.

use std::sync::Arc;

use crate::clause::Clause;

use super::article::{self, Article, Earlier};
use super::basis;
use super::finding::{Discount, Evidence, Explanation, Field, Finding, Phase, Role, Trust, Verdict};
use super::frame::Frame;
use super::names::{Category, Sense};
use super::passage::{Around, Outside, Passage};
use super::reason;
use super::rule::{self, Trial};
use super::tables::STARTS;
use super::tally::{CANDIDATE, CHECK, Hit, Tally};
use super::token::Token;
use super::vocabulary::{Vocabulary, Workspace};

/// Finds analogue regulation in clauses.
#[derive(Debug, Clone, Default)]
pub struct Classifier {
    vocabulary: Vocabulary,
}

impl Classifier {
    /// Compiles the vocabulary.
    #[must_use]
    pub fn new() -> Self {
        Self { vocabulary: Vocabulary::new() }
    }

    /// The findings of a clause, in the order of [`Category::ALL`].
    #[must_use]
    pub fn classify(&self, clause: &Clause) -> Vec<Finding> {
        self.classify_with(clause, &mut Workspace::default())
    }

    /// As [`Self::classify`], with working space kept from clause to clause.
    #[must_use]
    pub fn classify_with(&self, clause: &Clause, space: &mut Workspace) -> Vec<Finding> {
        self.judge(clause, space, false).findings
    }

    /// The findings, and the words that were not counted with the reason.
    #[must_use]
    pub fn explain(&self, clause: &Clause) -> Explanation {
        self.judge(clause, &mut Workspace::keeping_hidden(), true)
    }

    /// Every row tried on every act of a clause, for those who write rows.
    #[must_use]
    pub fn trials(&self, clause: &Clause) -> Vec<Trial> {
        let mut space = Workspace::default();
        let caption = self.vocabulary.senses_of(&clause.caption, &mut space);
        let title = self.vocabulary.title(&clause.title, &mut space);
        let chapeau = self.vocabulary.senses_of(&clause.chapeau, &mut space);
        self.vocabulary.read(&clause.text, &mut space);
        self.vocabulary.complete(&clause.text, &mut space.tokens);
        let around = Around { caption, title: title.senses, chapeau, ..Around::default() };
        let passage = Passage::new(&space.tokens, around);
        Category::ALL.into_iter().flat_map(|category| rule::trials(category, &passage)).collect()
    }

    /// The sentences of a clause as they are read, each with its kind and its words.
    #[must_use]
    pub fn read(&self, clause: &Clause) -> Vec<(Frame, Vec<Token>)> {
        let mut space = Workspace::default();
        let chapeau = self.vocabulary.senses_of(&clause.chapeau, &mut space);
        self.vocabulary.read(&clause.text, &mut space);
        self.vocabulary.complete(&clause.text, &mut space.tokens);
        let passage = Passage::new(&space.tokens, Around { chapeau, ..Around::default() });
        passage.sentences().map(|sentence| (sentence.frame, sentence.tokens().to_vec())).collect()
    }

    /// Number of words of the vocabulary in a text: bare matching with no reading, for measuring speed.
    #[must_use]
    pub fn count_words(&self, text: &str) -> usize {
        self.vocabulary.count(text)
    }

    /// As [`Self::explain`], knowing the clauses of the same ordinance that stand before it.
    #[must_use]
    pub fn explain_after(&self, before: &[Clause], clause: &Clause) -> Explanation {
        let mut space = Workspace::keeping_hidden();
        for earlier in before.iter().filter(|earlier| Arc::ptr_eq(&earlier.title, &clause.title)) {
            space.definitions.learn(&earlier.title, &earlier.text);
        }
        let number = article::number(&clause.article);
        for earlier in before.iter().filter(|earlier| article::number(&earlier.article) == number) {
            self.judge(earlier, &mut space, false);
        }
        self.judge(clause, &mut space, true)
    }

    fn judge(&self, clause: &Clause, space: &mut Workspace, explain: bool) -> Explanation {
        space.definitions.learn(&clause.title, &clause.text);
        let mut article = std::mem::take(&mut space.article);
        article.turn_to(clause);
        let explanation = self.judge_in(&article, clause, space, explain);
        article.learn(clause, &space.tokens);
        space.article = article;
        explanation
    }

    /// Judges a clause of this article; leaves its words in the working space.
    fn judge_in(&self, article: &Article, clause: &Clause, space: &mut Workspace, explain: bool) -> Explanation {
        let caption = self.vocabulary.senses_of(article.caption(clause), space);
        std::mem::swap(&mut space.tokens, &mut space.headings);
        self.vocabulary.read(&clause.text, space);
        let hidden = space.take_hidden();
        let mut explanation = Explanation { findings: Vec::new(), discounted: hidden_words(clause, &hidden) };
        let starts = |token: &Token| token.sense.class().core && (explain || STARTS.has(token.sense));
        let refers = |token: &Token| token.sense == Sense::RefersBack && article.is_begun();
        if !space.tokens.iter().chain(&space.headings).any(|token| starts(token) || refers(token)) {
            return explanation;
        }
        let mut tokens = std::mem::take(&mut space.tokens);
        let headings = std::mem::take(&mut space.headings);
        self.vocabulary.complete(&clause.text, &mut tokens);
        let title = self.vocabulary.title(&clause.title, space);
        let chapeau = self.vocabulary.senses_of(&clause.chapeau, space);
        let outer =
            Outer { headings: &headings, chapeau: &space.tokens, earlier: article.back_from(&clause.text, &tokens) };
        let around = Around { caption, title: title.senses, chapeau, earlier: outer.earlier };
        let passage = Passage::new(&tokens, around);
        let cited = tokens.iter().find(|token| token.sense == Sense::Law);
        let basis =
            cited.map(|token| basis::citation(&clause.text, token)).or_else(|| title.law.as_ref().map(basis::titled));
        for category in Category::ALL {
            let mut tally = Tally::new(explain);
            rule::judge(category, &passage, &mut tally);
            let finding = finding(category, clause, &tally, &tokens, &outer)
                .or_else(|| captioned(category, clause, &tally, &headings));
            if let Some(mut finding) = finding {
                finding.law = basis.as_ref().map(|basis| space.definitions.full(basis.words(clause)));
                finding.basis.clone_from(&basis);
                explanation.findings.push(finding);
            }
            explanation.discounted.extend(tally.discounts.iter().map(|(token, why)| Discount {
                category,
                evidence: evidence(token, Role::Exclusion),
                reason: reason::discount(&clause.text, token, why),
            }));
        }
        (space.tokens, space.headings) = (tokens, headings);
        explanation
    }
}

/// Words that stand around the text, for the evidence.
struct Outer<'a> {
    headings: &'a [Token],
    chapeau: &'a [Token],
    earlier: Earlier<'a>,
}

impl Outer<'_> {
    /// The word outside the text that a hit was read from: a span of the caption, or a sentence that quotes it.
    fn used(&self, clause: &Clause, hit: &Hit) -> (Option<Evidence>, Option<String>) {
        let Some((outside, senses)) = hit.outside else { return (None, None) };
        let find = |tokens: &[Token]| tokens.iter().find(|token| senses.has(token.sense)).copied();
        match outside {
            // The caption of an earlier paragraph is told, not marked.
            Outside::Caption if clause.caption.is_empty() => (None, None),
            Outside::Caption => {
                let word = find(self.headings);
                let span =
                    |token: Token| Evidence { field: Field::Caption, ..evidence(&token, token.sense.class().role) };
                (word.map(span), None)
            }
            Outside::Chapeau => {
                let word = find(self.chapeau);
                let word = word.and_then(|token| clause.chapeau.get(token.start as usize..token.end as usize));
                (None, word.map(reason::of_the_chapeau))
            }
            Outside::Earlier => (None, self.earlier.said(senses).map(|(cited, word)| reason::outside(cited, word))),
        }
    }
}

/// A clause that only its caption ties to a category: worth a look.
fn captioned(category: Category, clause: &Clause, tally: &Tally, headings: &[Token]) -> Option<Finding> {
    let headings = tally.is_silent().then_some(headings)?;
    let heading = headings.iter().find(|token| category.captions().has(token.sense))?;
    Some(Finding {
        category,
        verdict: Verdict::Check,
        score: CHECK,
        evidence: vec![Evidence { field: Field::Caption, start: heading.start, end: heading.end, role: Role::Core }],
        reason: reason::captioned(&clause.caption, category, heading),
        digital: false,
        phase: Phase::One,
        basis: None,
        law: None,
        trust: None,
        row: None,
    })
}

/// Words inside a longer word that means something else (「検査済証」).
fn hidden_words(clause: &Clause, hidden: &[(Token, Token)]) -> Vec<Discount> {
    hidden
        .iter()
        .filter_map(|(shorter, longer)| {
            Some(Discount {
                category: longer.sense.class().against?,
                evidence: evidence(longer, Role::Exclusion),
                reason: reason::hidden(&clause.text, shorter, longer),
            })
        })
        .collect()
}

fn finding(category: Category, clause: &Clause, tally: &Tally, tokens: &[Token], outer: &Outer) -> Option<Finding> {
    let best = tally.best()?;
    let (heading, told) = outer.used(clause, best);
    let digital = tokens
        .iter()
        .find(|token| !token.bracketed && matches!(token.sense, Sense::Digital | Sense::Network | Sense::WebOnly));
    let verdict = if best.said.strength >= CANDIDATE { Verdict::Candidate } else { Verdict::Check };
    let trust = rule::trust(best.said.row);
    Some(Finding {
        category,
        verdict,
        score: trust.map_or(best.said.strength, |trust| score(verdict, trust)),
        reason: reason::finding(&clause.text, category, verdict, best) + &told.unwrap_or_default(),
        evidence: spans(&clause.text, tally, digital, heading),
        digital: digital.is_some(),
        phase: if digital.is_some() { Phase::Two } else { Phase::One },
        basis: None,
        law: None,
        trust,
        row: Some(best.said.row),
    })
}

/// Where a finding stands between the lines of its verdict, by how often its row was right.
fn score(verdict: Verdict, trust: Trust) -> u8 {
    let (low, high) = if verdict == Verdict::Candidate { (CANDIDATE, 100) } else { (CHECK, CANDIDATE - 1) };
    let share = u16::from(high - low) * trust.right / trust.of.max(1);
    low + u8::try_from(share).unwrap_or(0)
}

/// Every word that speaks for the category, the duty or power that binds it, and the digital way, in the order of the text.
fn spans(text: &str, tally: &Tally, digital: Option<&Token>, heading: Option<Evidence>) -> Vec<Evidence> {
    let mut spans: Vec<Evidence> = tally
        .hits
        .iter()
        .flat_map(|hit| hit.tokens.iter())
        .map(|token| evidence(token, token.sense.class().role))
        .chain(digital.map(|token| evidence(token, Role::Digital)))
        .collect();
    let mut modalities: Vec<_> = tally.hits.iter().filter_map(|hit| hit.modality_span(text)).collect();
    modalities.sort_by_key(|span| (span.end, span.start));
    modalities.dedup_by_key(|span| span.end);
    for span in modalities {
        let taken = spans.iter().filter(|word| word.start < span.end && word.end > span.start).map(|word| word.end);
        let start = taken.max().map_or(span.start, |end| end.max(span.start));
        if start < span.end {
            spans.push(Evidence { field: Field::Text, start, end: span.end, role: Role::Modality });
        }
    }
    spans.extend(heading);
    spans.sort_by_key(|span| (span.field, span.start, span.end));
    spans.dedup();
    spans
}

fn evidence(token: &Token, role: Role) -> Evidence {
    Evidence { field: Field::Text, start: token.start, end: token.end, role }
}
