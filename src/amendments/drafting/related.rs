//! Clauses of the same ordinance that refer to a clause (準用, 罰則, 引用, 前項): they are looked at with it.

use serde::Serialize;

use crate::amendments::national::same_article;
use crate::amendments::text::Place;
use crate::clause::Clause;

use super::ordinance::Ordinance;

/// How a clause refers to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Relation {
    /// The clause that refers.
    pub article: String,
    /// 罰則, 準用, 様式 or 引用.
    pub kind: &'static str,
}

/// Most that are listed.
const MOST: usize = 12;

/// The clauses that refer to a clause.
#[must_use]
pub fn related(clause: &Clause, ordinance: &Ordinance<'_>) -> Vec<Relation> {
    let place = Place::parse(&clause.article);
    let mut before = false;
    let mut relations = Vec::new();
    for other in ordinance.clauses() {
        let next = std::mem::replace(&mut before, std::ptr::eq(*other, clause) || *other == clause);
        if before {
            continue;
        }
        let near = next
            && (other.text.starts_with("前項")
                || other.text.contains("前条")
                || Place::parse(&other.article).article == place.article && other.text.contains("前項"));
        if near || cites(&other.text, &place.article) {
            relations.push(Relation { article: other.article.clone(), kind: kind(&other.text) });
        }
    }
    relations.truncate(MOST);
    relations
}

fn kind(text: &str) -> &'static str {
    let any = |words: &[&str]| words.iter().any(|words| text.contains(words));
    match () {
        () if any(&["罰金", "過料", "拘禁刑", "懲役"]) => "罰則",
        () if any(&["準用", "読み替え", "読み替える"]) => "準用",
        () if any(&["様式"]) => "様式",
        () => "引用",
    }
}

/// Whether a text cites an article of its own ordinance: 「第5条」 with no law before it.
fn cites(text: &str, article: &str) -> bool {
    article.starts_with('第')
        && text.match_indices('第').any(|(at, _)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let own = before.is_none_or(|letter| !matches!(letter, '法' | '令' | '則' | '例' | '）' | ')'));
            own && text.get(at..).is_some_and(|here| {
                let cited: String = here.chars().take(12).collect();
                same_article(&cited, article)
            })
        })
}
