//! [`Drafter`]: built once; a clause gives [`Drafts`].

use crate::amendments::amending::{Composed, Surroundings, compose};
use crate::amendments::engine::pattern::{Choice, Reach};
use crate::amendments::engine::{Class, Compiled, Hand, Misfit, Numerals, OPEN, Pattern, Rewritten, Wording, apply};
use crate::amendments::settings::{GeneralOrdinance, NumeralStyle, Settings};
use crate::amendments::tables::{PATTERNS, REFUSALS};
use crate::amendments::text::{Place, difference};
use crate::clause::{Clause, Part};

use super::defined::terms;
use super::kind::Level;
use super::ordinance::Ordinance;
use super::town::slots;

/// What a draft is asked of.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The clause.
    pub clause: &'a Clause,
    /// Its categories by identifier: those that were decided or found.
    pub categories: &'a [&'a str],
    /// The ordinance around it.
    pub ordinance: &'a Ordinance<'a>,
    /// Clauses of it that are drafted too.
    pub drafted: &'a [&'a Clause],
    /// Settings of the town.
    pub settings: &'a Settings,
    /// What was chosen: choice and option.
    pub chosen: &'a [(String, String)],
}

/// A decision as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceMade {
    /// What is decided.
    pub choice: &'static Choice,
    /// The option taken.
    pub option: &'static str,
}

/// A draft (たたき台).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The pattern that it follows.
    pub pattern: &'static Pattern,
    /// The text then.
    pub after: String,
    /// The changed places.
    pub rewritten: Rewritten,
    /// The amendment, applied before it is shown.
    pub amendment: Composed,
    /// Its decisions.
    pub choices: Vec<ChoiceMade>,
    /// What has to be looked at.
    pub warnings: Vec<String>,
    /// Slots that stay open, marked 〔　〕.
    pub open: usize,
}

/// Drafts, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafts {
    /// Those that fit.
    pub drafts: Vec<Draft>,
    /// In Japanese.
    pub refused: Option<String>,
}

const NO_PATTERN: &str = "この条の形に合う型がありません。用例だけを示します。";
const RULE_DUTY: &str = "義務を課すため条例による必要があります。規則・規程・要綱では案を作りません。";
const DIGITAL: &str = "すでにデジタルの方法が書かれているため、案を作りません。";
const UNQUOTED: &str = "引用する語句を一つに決められないため、案を作りません。";
const OPEN_SLOTS: &str = "〔　〕は、条文から決められない欄です。埋めてから使ってください。";
const NATIONAL: &str = "国の文言に合わせる案です。国の改正後の文を確かめるまで使わないでください。";
const IN_TABLE: &str = "別表・様式の中の語句です。改め文の位置（項・備考・欄）と、様式の図を確かめてください。";
const GENERAL: [&str; 3] = [
    "通則条例（情報通信技術の活用・e文書）があるかを、設定で答えてください。あれば個別の改正が要らないことがあります。",
    "通則条例があるため、個別の改正が要らないことがあります。先に確かめてください。",
    "",
];

/// How citations of tables and forms begin.
const IN_TABLES: [&str; 3] = ["別表", "様式", "別記"];

/// Drafts clauses.
#[derive(Debug, Clone)]
pub struct Drafter {
    patterns: Vec<Compiled>,
}

impl Default for Drafter {
    fn default() -> Self {
        Self::new()
    }
}

impl Drafter {
    /// Reads the patterns.
    #[must_use]
    pub fn new() -> Self {
        Self { patterns: PATTERNS.iter().filter_map(|pattern| Compiled::new(pattern).ok()).collect() }
    }

    /// The drafts of a clause.
    #[must_use]
    pub fn draft(&self, request: &Request<'_>) -> Drafts {
        let refused = |reason: &str| Drafts { drafts: Vec::new(), refused: Some(reason.to_owned()) };
        let clause = request.clause;
        let level = Level::of(clause);
        let heading = format!("{} {}", clause.title, clause.caption);
        let mut categories = request.categories.to_vec();
        let mut reason = NO_PATTERN;
        for refusal in
            REFUSALS.iter().filter(|refusal| refusal.holds(&heading, &clause.text, request.categories, level.is_town()))
        {
            categories.retain(|category| !refusal.categories.is_empty() && !refusal.categories.contains(category));
            reason = if reason == NO_PATTERN { refusal.reason } else { reason };
            if categories.is_empty() {
                return refused(reason);
            }
        }
        let request = &Request { categories: &categories, ..*request };
        let mut drafts = Vec::new();
        for compiled in &self.patterns {
            match self.by(compiled, request, level, &heading) {
                Ok(found) => drafts.extend(found),
                Err(Some(RULE_DUTY)) => return refused(RULE_DUTY),
                Err(Some(why)) if reason == NO_PATTERN => reason = why,
                Err(_) => {}
            }
        }
        if drafts.is_empty() { refused(reason) } else { Drafts { drafts, refused: None } }
    }

    /// The draft of one pattern, and those that are shown beside it.
    fn by(
        &self,
        compiled: &Compiled,
        request: &Request<'_>,
        level: Level,
        heading: &str,
    ) -> Result<Vec<Draft>, Option<&'static str>> {
        let pattern = compiled.pattern;
        if !pattern.alone && !pattern.categories.iter().any(|category| request.categories.contains(category)) {
            return Err(None);
        }
        let (before, after) = request.ordinance.texts(request.clause);
        let mut given = slots(request.clause, level, request.ordinance, request.settings);
        let (terms, defined) = terms(&self.patterns, request.clause, request.ordinance, request.drafted);
        given.extend(terms);
        let wording = Wording {
            heading,
            text: &request.clause.text,
            before: &before,
            after: &after,
            hand: hand(request.clause, request.settings),
            chosen: request.chosen,
            given: &given,
        };
        let first = match compiled.rewrite(&wording) {
            Ok(rewritten) => rewritten,
            Err(Misfit::Digital) => return Err(Some(DIGITAL)),
            Err(Misfit::Words) => return Err(None),
        };
        match (pattern.reach, level) {
            (Reach::Duty, Level::Rule) => return Err(Some(RULE_DUTY)),
            (Reach::State, Level::Ordinance | Level::Rule) | (Reach::Town, Level::State) => return Err(None),
            _ => {}
        }
        let mut drafts = vec![finished(request, pattern, first, &wording).ok_or(Some(UNQUOTED))?];
        // What is shown beside keeps the old duty and adds one.
        let beside = if level == Level::Rule { Vec::new() } else { beside(pattern, request.chosen) };
        for (choice, option) in beside {
            let chosen = [request.chosen, &[(choice.to_owned(), option.to_owned())]].concat();
            let wording = Wording { chosen: &chosen, ..wording };
            let more = compiled.rewrite(&wording).ok();
            drafts.extend(more.and_then(|rewritten| finished(request, pattern, rewritten, &wording)));
        }
        for draft in drafts.iter_mut().filter(|draft| draft.after.contains("自動公衆送信")) {
            draft.warnings.extend(defined.clone());
        }
        Ok(drafts)
    }
}

/// Options that are shown as drafts of their own, where nothing was chosen.
fn beside<'a>(pattern: &'a Pattern, chosen: &[(String, String)]) -> Vec<(&'a str, &'a str)> {
    let open = pattern.choices.iter().filter(|choice| !chosen.iter().any(|(name, _)| name == choice.name));
    open.flat_map(|choice| {
        choice.options.iter().filter(|option| option.beside).map(move |option| (choice.name, option.id))
    })
    .collect()
}

fn finished(
    request: &Request<'_>,
    pattern: &'static Pattern,
    rewritten: Rewritten,
    wording: &Wording<'_>,
) -> Option<Draft> {
    let after = apply(&request.clause.text, &rewritten);
    let amendment = compose(&surroundings(request), &request.clause.text, &rewritten)?;
    let made = |choice: &'static Choice| Some(ChoiceMade { choice, option: wording.option(pattern, choice.name)? });
    let open = after.matches(OPEN).count();
    Some(Draft {
        pattern,
        choices: pattern.choices.iter().filter(|choice| choice.options.len() > 1).filter_map(made).collect(),
        warnings: warnings(request, pattern, open),
        after,
        rewritten,
        amendment,
        open,
    })
}

fn warnings(request: &Request<'_>, pattern: &Pattern, open: usize) -> Vec<String> {
    let mut warnings = Vec::new();
    if pattern.class == Class::B {
        warnings.push(NATIONAL.to_owned());
    }
    if open > 0 {
        warnings.push(OPEN_SLOTS.to_owned());
    }
    if matches!(request.clause.part, Part::Table | Part::Form)
        || IN_TABLES.iter().any(|name| request.clause.article.starts_with(name))
    {
        warnings.push(IN_TABLE.to_owned());
    }
    if pattern.categories.iter().any(|category| matches!(*category, "inspection_of_records" | "storage_media")) {
        let [unknown, yes, no] = GENERAL;
        let general = match request.settings.general {
            GeneralOrdinance::Unknown => unknown,
            GeneralOrdinance::Yes => yes,
            GeneralOrdinance::No => no,
        };
        warnings.extend((!general.is_empty()).then(|| general.to_owned()));
    }
    warnings.extend(pattern.warnings.iter().map(|warning| (*warning).to_owned()));
    warnings.extend(companions(request, pattern));
    for relation in super::related(request.clause, request.ordinance) {
        warnings
            .push(format!("{}（{}）がこの条を引いています。併せて確かめてください。", relation.article, relation.kind));
    }
    warnings
}

/// What is changed with it in clauses that refer to it, in the words that a real 改め文 quoted.
fn companions(request: &Request<'_>, pattern: &Pattern) -> Vec<String> {
    let mut told = Vec::new();
    for other in request.ordinance.clauses().iter().filter(|other| !std::ptr::eq(**other, request.clause)) {
        for companion in pattern.companions {
            for (old, new) in companion.quoted(&other.text, hand(other, request.settings), true) {
                let article = &other.article;
                told.push(format!("一組で改める条：{article}中「{old}」を「{new}」に改める（用例 {}）。ほかの読替えは国の文に合わせて確かめてください。", companion.proof));
            }
        }
    }
    told
}

/// The hand of a clause, with the numerals of the town where they are set.
fn hand(clause: &Clause, settings: &Settings) -> Hand {
    let hand = Hand::of(&clause.text, &clause.article);
    let numerals = match settings.numerals {
        NumeralStyle::AsWritten => hand.numerals,
        NumeralStyle::Half => Numerals::Half,
        NumeralStyle::Full => Numerals::Full,
        NumeralStyle::Kanji => Numerals::Kanji,
    };
    Hand { numerals, ..hand }
}

/// Where a clause stands, for its amendment.
fn surroundings(request: &Request<'_>) -> Surroundings {
    let Request { clause, settings, .. } = *request;
    Surroundings {
        place: Place::parse(&clause.article),
        hand: hand(clause, settings),
        after: settings.after,
        last_paragraph: request.ordinance.last_paragraph(clause),
    }
}

impl Draft {
    /// As it was written by hand: its changes in whole 文節 and their amendment; `None` where the words cannot be quoted.
    #[must_use]
    pub fn written(self, request: &Request<'_>, after: &str) -> Option<Self> {
        let text = &request.clause.text;
        let rewritten = difference(text, after);
        let amendment = compose(&surroundings(request), text, &rewritten)?;
        Some(Self { after: after.to_owned(), rewritten, amendment, open: after.matches(OPEN).count(), ..self })
    }
}
