//! The lines of the printed report: per category what applies, what is to be checked and what is not decided yet.
//!
//! What was decided not to apply is counted in the summary and not listed.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::regulations::Category;

use super::super::desk::{Desk, State};
use super::super::judgement::{Need, Policy, Target};
use super::row;

/// One line of a category's table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// 規制区分
    pub category: Category,
    /// 例規名
    pub title: Arc<str>,
    /// 条項
    pub article: String,
    /// 検出語
    pub words: String,
    /// 判定
    pub state: State,
    /// 見直し要否, 方針 and 時期 in one line.
    pub plan: String,
    /// 備考
    pub remarks: String,
}

/// At most `most` lines of a category, decided ones first, then in the order of reading.
#[must_use]
pub fn report(desk: &Desk, category: Category, most: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for state in [State::Applies, State::ToCheck, State::Undecided] {
        let of_state = desk.entries().iter().enumerate().filter(|(_, entry)| entry.in_state(state).contains(category));
        let room = most.saturating_sub(lines.len());
        lines.extend(of_state.take(room).filter_map(|(index, _)| line(desk, index, category, state)));
    }
    lines
}

fn line(desk: &Desk, index: usize, category: Category, state: State) -> Option<Line> {
    let (clause, entry) = (desk.clauses().get(index)?, desk.entries().get(index)?);
    let judgement = desk.judgements().of(&Target { clause: entry.key, category });
    let finding = desk.findings(index).iter().find(|finding| finding.category == category);
    let need = judgement.need.map(|need| format!("見直し{}", Need::name(need)));
    let policy = judgement.policy.map(|policy| Policy::name(policy).to_owned());
    let time = Some(judgement.time.clone()).filter(|time| !time.is_empty());
    Some(Line {
        category,
        title: Arc::clone(&clause.title),
        article: clause.article.clone(),
        words: row::words(clause, finding, &judgement),
        state,
        plan: [need, policy, time].into_iter().flatten().collect::<Vec<_>>().join("・"),
        remarks: judgement.remarks,
    })
}
