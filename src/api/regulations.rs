//! The surface of [`crate::regulations`]: plain types in and out, text offsets in UTF-16.
//!
//! Rust callers use the `View` types and [`views`]; other programs in JavaScript use `RegulationClassifier`.

use serde::{Deserialize, Serialize};
#[cfg(feature = "surface")]
use wasm_bindgen::prelude::*;

use crate::clause::Clause;
use crate::regulations::{
    Category, Classifier, Discount, Evidence, Field, Finding, Phase, Role, Status, Verdict, Workspace,
};

/// A span of the clause, in UTF-16 code units of the field it names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceView {
    /// `text`, `caption` or `title`.
    pub field: Field,
    /// First code unit.
    pub start: u32,
    /// Code unit after the last.
    pub end: u32,
    /// The words themselves.
    pub text: String,
    /// What they contribute.
    pub role: Role,
}

/// One finding as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingView {
    /// 規制区分
    pub category: Category,
    /// 該当候補 or 要確認
    pub verdict: Verdict,
    /// 0 to 100; 60 and more is a candidate.
    pub score: u8,
    /// The words, in the order of the text.
    pub evidence: Vec<EvidenceView>,
    /// One Japanese sentence.
    pub reason: String,
    /// Whether the clause already names a digital way.
    pub digital: bool,
    /// As far as the text tells.
    pub phase: Phase,
    /// 法令に基づく可能性: the citation found.
    pub basis: Option<EvidenceView>,
}

/// A word that was not counted, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscountView {
    /// The category that it looked like.
    pub category: Category,
    /// Where it stands.
    pub evidence: EvidenceView,
    /// One Japanese sentence.
    pub reason: String,
}

/// Findings and discounts of one clause.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ExplanationView {
    /// What was found.
    pub findings: Vec<FindingView>,
    /// What was not counted.
    pub discounted: Vec<DiscountView>,
}

/// Facts about a category for legends and reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CategoryView {
    /// Identifier.
    pub id: Category,
    /// Japanese name.
    pub name: &'static str,
    /// 定義
    pub definition: &'static str,
    /// Where the wording of the definition comes from.
    pub definition_status: Status,
    /// PHASE 1 to 3, if there is a table.
    pub phases: Option<[&'static str; 3]>,
    /// Technologies that could replace the act.
    pub technologies: &'static [&'static str],
    /// Whether it is one of the seven of the plan.
    pub of_the_seven: bool,
}

/// The findings of many clauses, one list a clause, in the order given.
#[must_use]
pub fn views(classifier: &Classifier, clauses: &[Clause]) -> Vec<Vec<FindingView>> {
    let mut space = Workspace::default();
    clauses
        .iter()
        .map(|clause| {
            classifier.classify_with(clause, &mut space).iter().map(|finding| view(clause, finding)).collect()
        })
        .collect()
}

/// The findings and discounts of one clause.
#[must_use]
pub fn explanation(classifier: &Classifier, clause: &Clause) -> ExplanationView {
    let explanation = classifier.explain(clause);
    ExplanationView {
        findings: explanation.findings.iter().map(|finding| view(clause, finding)).collect(),
        discounted: explanation.discounted.iter().map(|discount| discount_view(clause, discount)).collect(),
    }
}

/// The eight categories in the order of the plan.
#[must_use]
pub fn categories() -> Vec<CategoryView> {
    Category::ALL
        .into_iter()
        .map(|category| {
            let (definition, definition_status) = category.definition();
            CategoryView {
                id: category,
                name: category.name(),
                definition,
                definition_status,
                phases: category.phases().map(|(phases, _)| phases),
                technologies: category.technologies(),
                of_the_seven: category.is_of_the_seven(),
            }
        })
        .collect()
}

/// One finding with UTF-16 offsets.
#[must_use]
pub fn view(clause: &Clause, finding: &Finding) -> FindingView {
    FindingView {
        category: finding.category,
        verdict: finding.verdict,
        score: finding.score,
        evidence: finding.evidence.iter().map(|evidence| evidence_view(clause, evidence)).collect(),
        reason: finding.reason.clone(),
        digital: finding.digital,
        phase: finding.phase,
        basis: finding.basis.as_ref().map(|basis| evidence_view(clause, basis)),
    }
}

fn discount_view(clause: &Clause, discount: &Discount) -> DiscountView {
    DiscountView {
        category: discount.category,
        evidence: evidence_view(clause, &discount.evidence),
        reason: discount.reason.clone(),
    }
}

fn evidence_view(clause: &Clause, evidence: &Evidence) -> EvidenceView {
    let field: &str = match evidence.field {
        Field::Text => &clause.text,
        Field::Caption => &clause.caption,
        Field::Title => &clause.title,
    };
    let text = field.get(evidence.start as usize..evidence.end as usize).unwrap_or("");
    let start = utf16_length(field.get(..evidence.start as usize).unwrap_or(""));
    EvidenceView {
        field: evidence.field,
        start,
        end: start + utf16_length(text),
        text: text.to_owned(),
        role: evidence.role,
    }
}

fn utf16_length(text: &str) -> u32 {
    text.chars().map(|character| if u32::from(character) > 0xFFFF { 2 } else { 1 }).sum()
}

/// The classifier for JavaScript: `new RegulationClassifier()` once, then clause by clause or in batches.
#[cfg(feature = "surface")]
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct RegulationClassifier {
    classifier: Classifier,
}

#[cfg(feature = "surface")]
#[wasm_bindgen]
impl RegulationClassifier {
    /// Compiles the vocabulary (some milliseconds).
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self { classifier: Classifier::new() }
    }

    /// `clause` → array of findings.
    ///
    /// # Errors
    /// An object that is no clause.
    pub fn classify(&self, clause: JsValue) -> Result<JsValue, JsError> {
        let clause: Clause = serde_wasm_bindgen::from_value(clause)?;
        let views = views(&self.classifier, std::slice::from_ref(&clause));
        Ok(serde_wasm_bindgen::to_value(&views.into_iter().next().unwrap_or_default())?)
    }

    /// Array of clauses → array of arrays of findings.
    ///
    /// # Errors
    /// An array that holds something else than clauses.
    #[wasm_bindgen(js_name = classifyAll)]
    pub fn classify_all(&self, clauses: JsValue) -> Result<JsValue, JsError> {
        let clauses: Vec<Clause> = serde_wasm_bindgen::from_value(clauses)?;
        Ok(serde_wasm_bindgen::to_value(&views(&self.classifier, &clauses))?)
    }

    /// `clause` → `{findings, discounted}`.
    ///
    /// # Errors
    /// An object that is no clause.
    pub fn explain(&self, clause: JsValue) -> Result<JsValue, JsError> {
        let clause: Clause = serde_wasm_bindgen::from_value(clause)?;
        Ok(serde_wasm_bindgen::to_value(&explanation(&self.classifier, &clause))?)
    }

    /// Number of words of the vocabulary in a text: bare matching with no reading, for measuring speed.
    #[must_use]
    #[wasm_bindgen(js_name = countWords)]
    pub fn count_words(&self, text: &str) -> usize {
        self.classifier.count_words(text)
    }

    /// Facts about the eight categories.
    ///
    /// # Errors
    /// None in practice: the facts are static.
    pub fn categories() -> Result<JsValue, JsError> {
        Ok(serde_wasm_bindgen::to_value(&categories())?)
    }
}
