//! Where the inquiry stands, by section: sent, answered, overdue, conflicts; and the words of a reminder (督促).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::answer::State;
use super::deadline::overdue;
use super::number::Number;
use super::section::Body;
use super::state::{Asked, AskedItem, Received, Work};
use super::take::contradicts_itself;
use crate::date::Date;
use crate::review::{ClauseKey, Judgements, Target};
use crate::written::named;

named! {
    /// How one row that was sent stands; shown with the most urgent first.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Standing {
        Waiting = "照会中",
        Answered = "回答あり",
        NotUnderstood = "読み取れない",
        Conflict = "食い違い",
        Overdue = "期限超過",
        Transfer = "所管外",
    }
    shown as { Conflict, Overdue, NotUnderstood, Transfer, Waiting, Answered, }
}

/// The figures of a section.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Progress {
    /// 課
    pub section: String,
    /// 執行機関
    pub body: Body,
    /// 照会日 of the last round.
    pub sent: Option<Date>,
    /// Its deadline, extended where it was.
    pub deadline: Option<Date>,
    /// Whether it was extended.
    pub extended: bool,
    /// Rows sent.
    pub rows: usize,
    /// Clauses and categories behind them.
    pub asked: usize,
    /// Rows answered.
    pub answered: usize,
    /// Of them 課内の案.
    pub drafts: usize,
    /// Rows of which something was not understood, and rows with other columns filled only.
    pub unclear: usize,
    /// Rows that conflict.
    pub conflicts: usize,
    /// Rows for another section.
    pub transfers: usize,
    /// Rows that contradict themselves.
    pub inconsistent: usize,
    /// Rows without an answer.
    pub open: usize,
    /// Working days since the deadline, where rows are open.
    pub overdue: u32,
}

impl Progress {
    /// Rows that 再照会 asks about: those without an answer that stands.
    #[must_use]
    pub const fn left(&self) -> usize {
        self.open + self.unclear + self.conflicts + self.transfers
    }

    /// Rows without an answer after the deadline.
    #[must_use]
    pub const fn late(&self) -> usize {
        if self.overdue > 0 { self.open } else { 0 }
    }
}

/// The standing of every number that was sent, a later round in place of an earlier one.
#[must_use]
pub fn standings(work: &Work, judgements: &Judgements, today: Option<Date>) -> BTreeMap<Number, Standing> {
    let answers = by_number(work);
    let none = Vec::new();
    let rows = latest(work).into_iter();
    rows.map(|(round, item)| {
        let answers = answers.get(&item.number).unwrap_or(&none);
        (item.number, standing(work, judgements, round, item, answers, today))
    })
    .collect()
}

/// The standing of each clause that was asked about: of several categories the most urgent.
#[must_use]
pub fn by_clause(work: &Work, standings: &BTreeMap<Number, Standing>) -> BTreeMap<ClauseKey, Standing> {
    let urgency = |standing: Standing| Standing::ALL.iter().position(|other| *other == standing);
    let mut all: BTreeMap<ClauseKey, Standing> = BTreeMap::new();
    for (_, item) in latest(work) {
        let Some(standing) = standings.get(&item.number) else { continue };
        for target in &item.targets {
            let before = all.entry(target.clause).or_insert(*standing);
            if urgency(*standing) < urgency(*before) {
                *before = *standing;
            }
        }
    }
    all
}

/// What was asked and has no answer that stands: open, unclear, in conflict, or for another section; and what the officer
/// wishes to ask once more.
#[must_use]
pub fn open_targets(work: &Work, judgements: &Judgements, today: Date) -> BTreeSet<Target> {
    let standings = standings(work, judgements, Some(today));
    let open = latest(work).into_iter().filter(|(_, item)| standings.get(&item.number) != Some(&Standing::Answered));
    open.flat_map(|(_, item)| item.targets.iter().copied()).chain(work.wished.iter().copied()).collect()
}

fn by_number(work: &Work) -> BTreeMap<Number, Vec<&Received>> {
    let mut answers: BTreeMap<Number, Vec<&Received>> = BTreeMap::new();
    for answer in &*work.answers {
        answers.entry(answer.number).or_default().push(answer);
    }
    answers
}

/// The rows that are asked last about their targets.
fn latest(work: &Work) -> Vec<(&Asked, &AskedItem)> {
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for round in work.sent_rounds().rev() {
        for item in round.items.iter().rev() {
            let new = item.targets.iter().filter(|target| seen.insert(**target)).count();
            if new > 0 {
                rows.push((round, item));
            }
        }
    }
    rows.reverse();
    rows
}

fn standing(
    work: &Work,
    judgements: &Judgements,
    round: &Asked,
    item: &AskedItem,
    answers: &[&Received],
    today: Option<Date>,
) -> Standing {
    let decisions: BTreeSet<_> = answers
        .iter()
        .filter(|answer| !answer.settled)
        .filter_map(|answer| answer.given.get(&super::Column::Decision))
        .map(|given| &given.value)
        .collect();
    let decided = item.targets.iter().all(|target| judgements.of(target).decision.is_some());
    let disputed = work.disputes.iter().any(|dispute| item.targets.contains(&dispute.target));
    let differs = decisions.iter().any(|value| {
        item.targets.iter().any(|target| {
            judgements.of(target).decision.is_some_and(|decision| **value != super::Value::Decision(decision))
        })
    });
    // Once the officer has decided between two answers there is no conflict any more.
    if disputed || decisions.len() > 1 && !decided || decisions.len() == 1 && differs {
        Standing::Conflict
    } else if answers.iter().any(|answer| answer.transfer.is_some()) {
        Standing::Transfer
    } else if !decisions.is_empty() || decided || answers.iter().any(|answer| answer.settled) {
        Standing::Answered
    } else if answers.iter().any(|answer| matches!(answer.state, State::Unclear | State::Partial)) {
        Standing::NotUnderstood
    } else {
        let late = round.deadline_of(&item.section).zip(today).map_or(0, |(deadline, today)| overdue(deadline, today));
        if late > 0 { Standing::Overdue } else { Standing::Waiting }
    }
}

/// The figures of all sections that were asked, in the order of bodies and names.
#[must_use]
pub fn progress(work: &Work, judgements: &Judgements, today: Option<Date>) -> Vec<Progress> {
    let standings = standings(work, judgements, today);
    let answers = by_number(work);
    let mut sections: BTreeMap<(Body, String), Progress> = BTreeMap::new();
    for (round, item) in latest(work) {
        let name = work.current(&item.section).to_owned();
        let body = work.section(&name).body;
        let row = sections.entry((body, name.clone())).or_insert_with(|| Progress {
            section: name,
            body,
            ..Progress::default()
        });
        row.sent = Some(round.day);
        row.deadline = round.deadline_of(&item.section);
        row.extended = round.extensions.contains_key(&item.section);
        row.rows += 1;
        row.asked += item.targets.len();
        let own = answers.get(&item.number).map_or(&[][..], Vec::as_slice);
        row.drafts += usize::from(own.iter().any(|answer| answer.draft && answer.state == State::Answered));
        row.inconsistent += usize::from(own.iter().any(|answer| contradicts_itself(answer)));
        match standings.get(&item.number) {
            Some(Standing::Answered) => row.answered += 1,
            Some(Standing::NotUnderstood) => row.unclear += 1,
            Some(Standing::Conflict) => row.conflicts += 1,
            Some(Standing::Transfer) => row.transfers += 1,
            Some(Standing::Waiting | Standing::Overdue) | None => row.open += 1,
        }
        if let (true, Some(deadline), Some(today)) = (row.open > 0, row.deadline, today) {
            row.overdue = overdue(deadline, today);
        }
    }
    sections.into_values().collect()
}

/// The words of a reminder to a section, as a mail to copy.
#[must_use]
pub fn reminder(work: &Work, progress: &Progress, today: Date) -> String {
    let letter = work.sent_rounds().next_back().map(|round| round.letter.clone()).unwrap_or_default();
    let section = work.section(&progress.section);
    let mut text = format!("{} 様\n\n", section.addressee());
    let day = |day: Date| format!("{}（{}）", day.era(), day.weekday());
    if let Some(sent) = progress.sent {
        let _ = writeln!(text, "{}にお送りしたアナログ規制の照会について、回答をお願いします。", day(sent));
    }
    let _ = writeln!(text, "照会した{}件のうち、{}件の回答をまだいただいていません。", progress.rows, progress.open);
    if progress.unclear > 0 {
        let _ = writeln!(text, "ほかに、判定を読み取れなかったものが{}件あります。", progress.unclear);
    }
    if let Some(deadline) = progress.deadline {
        let late = overdue(deadline, today);
        let tail =
            if late > 0 { format!("で、{late}開庁日を過ぎています。") } else { "です。".to_owned() };
        let _ = writeln!(text, "回答期限は{}{tail}", day(deadline));
    }
    text.push_str("照会票の色の付いた欄に記入し、ファイルのまま返信してください。検討中の場合は、判定を「要確認」とし、見込みを備考に記入してください。\n");
    let from = [letter.section.as_str(), &letter.person].join(" ");
    if !from.trim().is_empty() {
        let _ = write!(text, "\n{}", from.trim());
        if !letter.extension.is_empty() {
            let _ = write!(text, "（内線{}）", letter.extension);
        }
        text.push('\n');
    }
    text
}
