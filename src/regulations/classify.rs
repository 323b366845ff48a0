//! [`Classifier`]: built once, then one clause at a time. Pure and deterministic.

use crate::clause::Clause;

use super::categories;
use super::category::{Category, Phase};
use super::finding::{Discount, Evidence, Explanation, Field, Finding, Role, Verdict, role};
use super::passage::{Passage, Token};
use super::reason;
use super::sense::Sense;
use super::senses::Senses;
use super::tally::{CANDIDATE, Tally};
use super::vocabulary::{Vocabulary, Workspace};

/// Finds analogue regulation in clauses.
#[derive(Debug, Clone, Default)]
pub struct Classifier {
    vocabulary: Vocabulary,
}

/// Words without which no category can be found.
const CORE: Senses = Senses::of(&[
    Sense::Entry,
    Sense::EntryInspection,
    Sense::Inspection,
    Sense::WorksInspection,
    Sense::Checkup,
    Sense::Survey,
    Sense::SiteSurvey,
    Sense::OnSite,
    Sense::OnSiteSurvey,
    Sense::OnSiteInspection,
    Sense::OnSiteAudit,
    Sense::Audit,
    Sense::Patrol,
    Sense::Watch,
    Sense::Visit,
    Sense::Attendance,
    Sense::MeterReading,
    Sense::Appearance,
    Sense::Raid,
    Sense::Confirm,
    Sense::PeriodicCheck,
    Sense::PeriodicAct,
    Sense::Interval,
    Sense::Stationed,
    Sense::NightDuty,
    Sense::Exclusive,
    Sense::Solely,
    Sense::FullTime,
    Sense::Always,
    Sense::AlwaysStaffed,
    Sense::Concurrent,
    Sense::Course,
    Sense::Seminar,
    Sense::Attend,
    Sense::Education,
    Sense::StaffEducation,
    Sense::Drill,
    Sense::EmergencyDrill,
    Sense::Practice,
    Sense::Post,
    Sense::PostPlace,
    Sense::PutUp,
    Sense::Sign,
    Sense::Visible,
    Sense::ServiceByNotice,
    Sense::PublicView,
    Sense::View,
    Sense::KeepAt,
    Sense::ViewPlace,
    Sense::Viewer,
    Sense::Medium,
    Sense::UnnamedMedium,
]);

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
        self.judge(clause, &mut Workspace::default(), true)
    }

    /// Number of words of the vocabulary in a text: bare matching with no reading, for measuring speed.
    #[must_use]
    pub fn count_words(&self, text: &str) -> usize {
        self.vocabulary.count(text)
    }

    fn judge(&self, clause: &Clause, space: &mut Workspace, explain: bool) -> Explanation {
        self.vocabulary.read(&clause.text, space);
        if !space.tokens.iter().any(|token| CORE.has(token.sense)) {
            return Explanation::default();
        }
        let mut tokens = std::mem::take(&mut space.tokens);
        self.vocabulary.complete(&clause.text, &mut tokens);
        let caption = self.vocabulary.senses_of(&clause.caption, space);
        let title = self.vocabulary.senses_of(&clause.title, space);
        let chapeau = self.vocabulary.senses_of(&clause.chapeau, space);
        let passage = Passage::new(&tokens, caption, title, chapeau);
        let mut explanation = Explanation::default();
        for category in Category::ALL {
            let mut tally = Tally::new(explain);
            categories::judge(category, &passage, &mut tally);
            if let Some(finding) = finding(category, clause, &tally, &tokens) {
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

fn finding(category: Category, clause: &Clause, tally: &Tally, tokens: &[Token]) -> Option<Finding> {
    let best = tally.best()?;
    let digital = tokens
        .iter()
        .find(|token| !token.bracketed && matches!(token.sense, Sense::Digital | Sense::Network | Sense::WebOnly));
    let basis = tokens.iter().find(|token| token.sense == Sense::Law).map(|token| evidence(token, Role::Basis));
    let mut spans: Vec<Evidence> = tally
        .hits
        .iter()
        .flat_map(|hit| hit.tokens.iter())
        .map(|token| evidence(token, role(token.sense)))
        .chain(digital.map(|token| evidence(token, Role::Digital)))
        .collect();
    spans.sort_by_key(|span| (span.field, span.start, span.end));
    spans.dedup();
    let verdict = if best.strength >= CANDIDATE { Verdict::Candidate } else { Verdict::Check };
    Some(Finding {
        category,
        verdict,
        score: best.strength,
        reason: reason::finding(&clause.text, category, verdict, best),
        evidence: spans,
        digital: digital.is_some(),
        phase: if digital.is_some() { Phase::Two } else { Phase::One },
        basis,
    })
}

fn evidence(token: &Token, role: Role) -> Evidence {
    Evidence { field: Field::Text, start: token.start, end: token.end, role }
}
