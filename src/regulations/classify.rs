//! [`Classifier`]: built once, then one clause at a time. Pure and deterministic.

use crate::clause::Clause;

use super::basis;
use super::categories;
use super::category::{Category, Phase};
use super::finding::{Discount, Evidence, Explanation, Field, Finding, Role, Verdict, role};
use super::passage::{Passage, Token};
use super::reason;
use super::sense::Sense;
use super::senses::Senses;
use super::tally::{CANDIDATE, CHECK, Tally};
use super::vocabulary::{Vocabulary, Workspace};

/// Words of the categories from which no rule starts: they only help others, or speak against them.
const NEVER_ALONE: Senses = Senses::of(&[
    Sense::NoEntry,
    Sense::LandSurvey,
    Sense::Site,
    Sense::Measure,
    Sense::Laboratory,
    Sense::Stocktake,
    Sense::Test,
    Sense::Examination,
    Sense::Sampling,
    Sense::NotVisual,
    Sense::NotAudit,
    Sense::NotPeriodic,
    Sense::NotStationing,
    Sense::NotTraining,
    Sense::Certificate,
    Sense::Display,
    Sense::NotPosting,
    Sense::FileAccess,
    Sense::WebOnly,
    Sense::Circulate,
    Sense::Copy,
    Sense::NotRecords,
    Sense::Recorded,
    Sense::NotMedium,
]);

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

    /// Number of words of the vocabulary in a text: bare matching with no reading, for measuring speed.
    #[must_use]
    pub fn count_words(&self, text: &str) -> usize {
        self.vocabulary.count(text)
    }

    fn judge(&self, clause: &Clause, space: &mut Workspace, explain: bool) -> Explanation {
        let caption = self.vocabulary.senses_of(&clause.caption, space);
        let headings = std::mem::take(&mut space.tokens);
        self.vocabulary.read(&clause.text, space);
        let hidden = space.take_hidden();
        let mut explanation = Explanation { findings: Vec::new(), discounted: hidden_words(clause, &hidden) };
        let starts = |token: &Token| token.sense.may_be_core() && (explain || !NEVER_ALONE.has(token.sense));
        if !space.tokens.iter().chain(&headings).any(starts) {
            return explanation;
        }
        let mut tokens = std::mem::take(&mut space.tokens);
        self.vocabulary.complete(&clause.text, &mut tokens);
        let title = self.vocabulary.title(&clause.title, space);
        let chapeau = self.vocabulary.senses_of(&clause.chapeau, space);
        let passage = Passage::new(&tokens, caption, title.senses, chapeau);
        let cited = tokens.iter().find(|token| token.sense == Sense::Law);
        let basis =
            cited.map(|token| basis::citation(&clause.text, token)).or_else(|| title.law.as_ref().map(basis::titled));
        for category in Category::ALL {
            let mut tally = Tally::new(explain);
            categories::judge(category, &passage, &mut tally);
            let finding = finding(category, clause, &tally, &tokens, basis.as_ref())
                .or_else(|| captioned(category, clause, &tally, &headings));
            if let Some(finding) = finding {
                explanation.findings.push(finding);
            }
            explanation.discounted.extend(tally.discounts.iter().map(|(token, why)| Discount {
                category,
                evidence: evidence(token, Role::Exclusion),
                reason: reason::discount(&clause.text, token, why),
            }));
        }
        space.tokens = tokens;
        explanation
    }
}

/// A clause that only its caption ties to reading at an office: worth a look.
fn captioned(category: Category, clause: &Clause, tally: &Tally, headings: &[Token]) -> Option<Finding> {
    let headings = (category == Category::InspectionOfRecords && tally.is_silent()).then_some(headings)?;
    let heading = headings.iter().find(|token| categories::inspection_of_records::CAPTIONS.has(token.sense))?;
    Some(Finding {
        category,
        verdict: Verdict::Check,
        score: CHECK,
        evidence: vec![Evidence { field: Field::Caption, start: heading.start, end: heading.end, role: Role::Core }],
        reason: reason::captioned(&clause.caption, category, heading),
        digital: false,
        phase: Phase::One,
        basis: None,
    })
}

/// Words inside a longer word that means something else (「検査済証」).
fn hidden_words(clause: &Clause, hidden: &[(Token, Token)]) -> Vec<Discount> {
    hidden
        .iter()
        .filter_map(|(shorter, longer)| {
            Some(Discount {
                category: longer.sense.speaks_against()?,
                evidence: evidence(longer, Role::Exclusion),
                reason: reason::hidden(&clause.text, shorter, longer),
            })
        })
        .collect()
}

fn finding(
    category: Category,
    clause: &Clause,
    tally: &Tally,
    tokens: &[Token],
    basis: Option<&Evidence>,
) -> Option<Finding> {
    let best = tally.best()?;
    let digital = tokens
        .iter()
        .find(|token| !token.bracketed && matches!(token.sense, Sense::Digital | Sense::Network | Sense::WebOnly));
    let verdict = if best.strength >= CANDIDATE { Verdict::Candidate } else { Verdict::Check };
    Some(Finding {
        category,
        verdict,
        score: best.strength,
        reason: reason::finding(&clause.text, category, verdict, best),
        evidence: spans(&clause.text, tally, digital),
        digital: digital.is_some(),
        phase: if digital.is_some() { Phase::Two } else { Phase::One },
        basis: basis.cloned(),
    })
}

/// Every word that speaks for the category, the duty or power that binds it, and the digital way, in the order of the text.
fn spans(text: &str, tally: &Tally, digital: Option<&Token>) -> Vec<Evidence> {
    let mut spans: Vec<Evidence> = tally
        .hits
        .iter()
        .flat_map(|hit| hit.tokens.iter())
        .map(|token| evidence(token, role(token.sense)))
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
    spans.sort_by_key(|span| (span.field, span.start, span.end));
    spans.dedup();
    spans
}

fn evidence(token: &Token, role: Role) -> Evidence {
    Evidence { field: Field::Text, start: token.start, end: token.end, role }
}
