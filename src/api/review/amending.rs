//! Amendments at the desk: what is known about a clause and its drafts. [`papers`] writes them, [`standing`] counts and filters by them.

mod kept;
mod papers;
mod standing;

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::{Session, with};
use crate::amendments::answer::{Advisor, Answer};
use crate::amendments::drafting::{Draft, Ordinance, Request};
use crate::amendments::engine::Class;
use crate::amendments::export::{Mark, marked};
use crate::amendments::records::{Certainty, Precedent, Records};
use crate::amendments::settings::Settings;
use crate::amendments::similarity::Near;
use crate::api::border::{Ask, Compact, Written};
use crate::clause::Clause;
use crate::regulations::Category;
use crate::review::State;

pub use kept::{Kept, KeptDrafts};
pub use papers::{Paper, WritePaper};
pub(super) use standing::Known;
pub use standing::{AmendmentCounts, AmendmentStanding, CountAmendments};

/// Built when the first clause is asked about.
static ADVISOR: LazyLock<Advisor> = LazyLock::new(Advisor::new);

/// What the officer chose for a clause.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    /// The pattern, where several fit; else the first that fits.
    pub pattern: Option<String>,
    /// Choices and their options.
    pub choices: Vec<(String, String)>,
    /// The draft as it was edited by hand.
    pub edited: Option<String>,
}

/// What is known about the clause with this index.
#[derive(Debug, Serialize, Deserialize)]
pub struct Advise {
    /// Its index on the desk.
    pub index: u32,
    /// What was chosen, and the settings of the town.
    pub with: Written<(Chosen, Settings)>,
}

/// What the page shows at a clause.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Advice {
    /// Precedents that are near.
    pub precedents: Vec<PrecedentView>,
    /// Provisions that were inserted whole, with no text before.
    pub inserted: Vec<PrecedentView>,
    /// What the state amended behind it, a sentence each.
    pub national: Vec<String>,
    /// The law behind it that is not known to be amended.
    pub unchanged: Option<String>,
    /// Drafts.
    pub drafts: Vec<DraftView>,
    /// Why there is none.
    pub refused: Option<String>,
}

/// A precedent as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PrecedentView {
    /// Identifier.
    pub id: String,
    /// 「道路整備特別措置法（昭和三十一年法律第七号）第七条」
    pub place: String,
    /// What was done, by what, how sure, and where from.
    pub facts: Vec<String>,
    /// The text before, by lines.
    pub before: Vec<Vec<Mark>>,
    /// The text after, by lines.
    pub after: Vec<Vec<Mark>>,
}

/// A draft as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftView {
    /// The pattern.
    pub pattern: String,
    /// Its Japanese name.
    pub name: String,
    /// Whether the national text has to be confirmed first.
    pub national: bool,
    /// Precedents behind it.
    pub proof: Vec<String>,
    /// The draft.
    pub text: String,
    /// The present text, by lines.
    pub before: Vec<Vec<Mark>>,
    /// The draft, by lines.
    pub after: Vec<Vec<Mark>>,
    /// 改め文
    pub amendment: String,
    /// Decisions: name, question, options with their labels, the one taken.
    pub choices: Vec<ChoiceView>,
    /// What has to be looked at.
    pub warnings: Vec<String>,
    /// Whether it was edited by hand.
    pub by_hand: bool,
}

/// A decision of the drafter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceView {
    /// Its name.
    pub name: String,
    /// What is decided.
    pub question: String,
    /// Options and their labels.
    pub options: Vec<(String, String)>,
    /// The one taken.
    pub taken: String,
}

impl Ask for Advise {
    const NAME: &'static str = "advise";
    type Output = Compact<Option<Advice>>;

    fn answer(self) -> Result<Self::Output, String> {
        Ok(Compact(with(|session| session.advise(&self))))
    }
}

impl Session {
    /// Categories that were decided to apply, else those that were found and not refused.
    fn categories(&self, index: usize) -> Vec<&'static str> {
        let Some(entry) = self.desk.entries().get(index) else { return Vec::new() };
        let present: Vec<Category> =
            Category::ALL.into_iter().filter(|category| entry.present().contains(*category)).collect();
        let applying: Vec<Category> =
            present.iter().copied().filter(|category| applies(entry.state(*category))).collect();
        let open = present.into_iter().filter(|category| entry.state(*category) != State::DoesNotApply);
        let chosen = if applying.is_empty() { open.collect() } else { applying };
        chosen.into_iter().map(Category::id).collect()
    }

    /// The answer for a clause with its drafts, the chosen one first and as it was edited.
    fn answered(&self, index: usize, chosen: &Chosen, settings: &Settings) -> Option<(Answer, Vec<Draft>)> {
        let clause = self.desk.clauses().get(index)?;
        let range = self.desk.ordinance(index);
        let around: Vec<&Clause> = self.desk.clauses().get(range.clone())?.iter().collect();
        let drafted: Vec<&Clause> =
            range.filter(|other| self.applying(*other)).filter_map(|other| self.desk.clauses().get(other)).collect();
        let ordinance = Ordinance::of(around);
        let categories = self.categories(index);
        let request = Request {
            clause,
            categories: &categories,
            ordinance: &ordinance,
            drafted: &drafted,
            settings,
            chosen: &chosen.choices,
        };
        let answer = ADVISOR.answer(&request, |_| false);
        let mut drafts = answer.drafts.drafts.clone();
        drafts.sort_by_key(|draft| chosen.pattern.as_deref() != Some(draft.pattern.id));
        if let (Some(first), Some(text)) = (drafts.first_mut(), &chosen.edited)
            && let Some(written) = first.clone().written(&request, text)
        {
            *first = written;
        }
        Some((answer, drafts))
    }

    fn advise(&self, asked: &Advise) -> Option<Advice> {
        let index = asked.index as usize;
        let clause = self.desk.clauses().get(index)?;
        let Written((chosen, settings)) = &asked.with;
        let (answer, drafts) = self.answered(index, chosen, settings)?;
        let by_hand = chosen.edited.is_some();
        Some(Advice {
            precedents: precedents(&answer),
            inserted: answer.inserted.iter().filter_map(|near| inserted(near.index)).collect(),
            national: national(&answer),
            unchanged: self.unchanged(index, &answer),
            drafts: drafts
                .iter()
                .enumerate()
                .map(|(number, draft)| view(clause, draft, by_hand && number == 0))
                .collect(),
            refused: answer.drafts.refused,
        })
    }
}

impl Session {
    /// What it rests on, where nothing of that is known to be amended.
    fn unchanged(&self, index: usize, answer: &Answer) -> Option<String> {
        let clause = self.desk.clauses().get(index)?;
        let basis = self.desk.findings(index).iter().find_map(|finding| finding.basis.as_ref())?;
        answer.unchanged(basis.words(clause))
    }

    /// Whether a category of a clause was decided to apply.
    fn applying(&self, index: usize) -> bool {
        let entry = self.desk.entries().get(index);
        entry.is_some_and(|entry| Category::ALL.into_iter().any(|category| applies(entry.state(category))))
    }
}

/// Those of ordinances first, each group from the nearest on; a text that is a precedent's own stays before all.
fn precedents(answer: &Answer) -> Vec<PrecedentView> {
    let records = Records::get();
    let of_town = |near: &Near| records.precedents.get(near.index).is_some_and(Precedent::of_town);
    let mut near = answer.precedents.clone();
    near.sort_by_key(|near| near.similarity < 1.0 && !of_town(near));
    near.iter().filter_map(|near| precedent(near.index)).collect()
}

fn applies(state: State) -> bool {
    state == State::Applies
}

fn precedent(index: usize) -> Option<PrecedentView> {
    let precedent = Records::get().precedents.get(index)?;
    let marked = marked(&precedent.before, &precedent.after);
    let by = amended_by(precedent.amended_by);
    let sure = match precedent.certainty {
        Certainty::Exact => "出典どおり",
        Certainty::Likely => "推定",
    };
    let mut facts =
        vec![precedent.pattern.to_owned(), by, format!("確からしさ：{sure}"), format!("出典：{}", precedent.source)];
    facts.extend((!precedent.note.is_empty()).then(|| format!("注：{}", precedent.note)));
    if precedent.fragment {
        facts.push("改め文に引かれた語句だけの用例です。".to_owned());
    }
    Some(PrecedentView {
        id: precedent.id.to_owned(),
        place: format!("{}（{}）{}", precedent.law, precedent.number, precedent.article),
        facts,
        before: marked.before,
        after: marked.after,
    })
}

fn amended_by(act: &str) -> String {
    if act.is_empty() {
        "改正した法令：不明".to_owned()
    } else {
        format!("改正した法令：{act}（推定）")
    }
}

fn inserted(index: usize) -> Option<PrecedentView> {
    let inserted = Records::get().inserted.get(index)?;
    let law = &inserted.law;
    let number = if law.number.is_empty() { String::new() } else { format!("（{}）", law.number) };
    Some(PrecedentView {
        id: law.id.to_owned(),
        place: format!("{}{number}{}", law.law, law.article),
        facts: vec![inserted.pattern.to_owned(), amended_by(law.amended_by), format!("出典：{}", inserted.source)],
        before: Vec::new(),
        after: inserted.text.lines().map(|line| vec![Mark { text: line.to_owned(), differs: false }]).collect(),
    })
}

fn national(answer: &Answer) -> Vec<String> {
    let sentence = |national: &crate::amendments::national::National| {
        let law = &national.amended;
        let by = if law.amended_by.is_empty() { String::new() } else { format!("、{}", law.amended_by) };
        let id = if law.id.is_empty() { String::new() } else { format!("（用例 {}{by}）", law.id) };
        if national.cited {
            format!(
                "根拠の{}{}は改正されています{id}。条例もこれに合わせる必要があるか確かめてください。",
                law.law, law.article
            )
        } else {
            format!("この例規が引く{}では、{}が改正されています{id}。", law.law, law.article)
        }
    };
    answer.national.iter().map(sentence).collect()
}

fn view(clause: &Clause, draft: &Draft, by_hand: bool) -> DraftView {
    let marked = marked(&clause.text, &draft.after);
    let choice = |made: &crate::amendments::drafting::ChoiceMade| ChoiceView {
        name: made.choice.name.to_owned(),
        question: made.choice.question.to_owned(),
        options: made.choice.options.iter().map(|option| (option.id.to_owned(), option.label.to_owned())).collect(),
        taken: made.option.to_owned(),
    };
    DraftView {
        pattern: draft.pattern.id.to_owned(),
        name: draft.pattern.name.to_owned(),
        national: draft.pattern.class == Class::B,
        proof: draft.pattern.proof.iter().map(|id| (*id).to_owned()).collect(),
        text: draft.after.clone(),
        before: marked.before,
        after: marked.after,
        amendment: draft.amendment.sentence.clone(),
        choices: draft.choices.iter().map(choice).collect(),
        warnings: draft.warnings.clone(),
        by_hand,
    }
}

#[cfg(test)]
mod tests;
