//! The figures of the one page for the vice-mayor or the council (見直し状況の概要).
//!
//! Takes the desk and the inquiry; gives counts by category and decision, progress by section, 方針 × 時期, the ten
//! clauses that matter most. A category of a clause is one case: a clause with two counts twice (延べ).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::progress::{Progress, progress};
use super::state::Work;
use super::time::Time;
use crate::date::Date;
use crate::regulations::Category;
use crate::review::{ClauseKey, Desk, Judgement, Need, Policy, State, Target};

/// Cases of one category by what was decided.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// 規制区分; nothing for the total.
    pub category: Option<Category>,
    /// 候補
    pub candidates: usize,
    /// 該当
    pub applies: usize,
    /// 非該当
    pub does_not_apply: usize,
    /// 要確認
    pub to_check: usize,
    /// 未判定
    pub undecided: usize,
}

/// One row of 方針 × 時期: cases by 年度.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyRow {
    /// 方針; nothing for 該当 without one.
    pub policy: Option<Policy>,
    /// Cases by 年度.
    pub years: BTreeMap<u16, usize>,
    /// 未定 and without a time.
    pub undecided: usize,
    /// All.
    pub total: usize,
}

/// One of the ten clauses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weighty {
    /// Where it stands on the desk.
    pub index: usize,
    /// 例規名
    pub title: String,
    /// 条項
    pub article: String,
    /// 見出し
    pub caption: String,
    /// 規制区分
    pub categories: Vec<Category>,
    /// 方針
    pub policy: Option<Policy>,
    /// 時期, as it is kept.
    pub time: String,
    /// 所管課
    pub section: String,
    /// Whether national law that it rests on was amended.
    pub national: bool,
    /// Clauses of one form besides.
    pub same_form: usize,
}

/// The figures of the page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Summary {
    /// Ordinances and clauses that were read, those of other bodies left out.
    pub ordinances: usize,
    /// Clauses.
    pub clauses: usize,
    /// By category, in their order; the total last.
    pub counts: Vec<Counts>,
    /// By section.
    pub sections: Vec<Progress>,
    /// 方針 × 時期 of what applies.
    pub policies: Vec<PolicyRow>,
    /// At most ten.
    pub weighty: Vec<Weighty>,
    /// Clauses of other bodies (別団体), counted nowhere.
    pub foreign: usize,
}

/// The figures; `amended` are clauses whose national law was amended, as far as another tool knows.
#[must_use]
pub fn summary(desk: &Desk, work: &Work, amended: &[ClauseKey], today: Option<Date>) -> Summary {
    let mut summary = Summary { sections: progress(work, desk.judgements(), today), ..Summary::default() };
    let mut total = Counts::default();
    let mut counts: BTreeMap<Category, Counts> = BTreeMap::new();
    let mut policies: BTreeMap<Option<Policy>, PolicyRow> = BTreeMap::new();
    let mut titles = std::collections::BTreeSet::new();
    let mut weighty = Vec::new();
    for (index, entry) in desk.entries().iter().enumerate() {
        let section = work.section_of(desk, index);
        if work.is_foreign(&section) {
            summary.foreign += 1;
            continue;
        }
        summary.clauses += 1;
        titles.insert(entry.title);
        for category in entry.present().iter() {
            let state = entry.state(category);
            count(counts.entry(category).or_default(), state);
            count(&mut total, state);
            let judgement = desk.judgements().of(&Target { clause: entry.key, category });
            if state == State::Applies {
                planned(&mut policies, &judgement);
            }
        }
        if !entry.in_state(State::Applies).is_empty() {
            weighty.extend(weigh(desk, index, section, amended));
        }
    }
    summary.ordinances = titles.len();
    let named = counts.into_iter().map(|(category, own)| Counts { category: Some(category), ..own });
    summary.counts = named.chain([total]).collect();
    summary.policies = policies.into_values().collect();
    summary.weighty = heaviest(weighty);
    summary
}

fn count(counts: &mut Counts, state: State) {
    counts.candidates += 1;
    match state {
        State::Applies => counts.applies += 1,
        State::DoesNotApply => counts.does_not_apply += 1,
        State::ToCheck => counts.to_check += 1,
        State::Undecided => counts.undecided += 1,
    }
}

fn planned(policies: &mut BTreeMap<Option<Policy>, PolicyRow>, judgement: &Judgement) {
    let row = policies.entry(judgement.policy).or_insert_with(|| PolicyRow {
        policy: judgement.policy,
        years: BTreeMap::new(),
        undecided: 0,
        total: 0,
    });
    row.total += 1;
    let time: Option<Time> = judgement.time.parse().ok();
    match time.and_then(Time::fiscal_year) {
        Some(year) => *row.years.entry(year).or_default() += 1,
        None => row.undecided += 1,
    }
}

/// A clause with what it is ordered by.
struct Weighed {
    needed: bool,
    outward: bool,
    weighty: Weighty,
}

fn weigh(desk: &Desk, index: usize, section: String, amended: &[ClauseKey]) -> Option<Weighed> {
    let (entry, clause) = desk.entries().get(index).zip(desk.clauses().get(index))?;
    let categories: Vec<Category> = entry.in_state(State::Applies).iter().collect();
    let target = |category: &Category| Target { clause: entry.key, category: *category };
    let judgements: Vec<Judgement> =
        categories.iter().map(|category| desk.judgements().of(&target(category))).collect();
    let mut times = judgements.iter().map(|judgement| &judgement.time).filter(|time| !time.is_empty());
    Some(Weighed {
        needed: judgements.iter().any(|judgement| judgement.need == Some(Need::Needed)),
        outward: OUTWARD.iter().any(|word| clause.text.contains(word)),
        weighty: Weighty {
            index,
            title: clause.title.to_string(),
            article: clause.article.clone(),
            caption: clause.caption.clone(),
            policy: judgements.iter().find_map(|judgement| judgement.policy),
            time: times.next().cloned().unwrap_or_default(),
            section,
            national: amended.contains(&entry.key),
            same_form: desk.with_wording(entry.key.text).count().saturating_sub(1),
            categories,
        },
    })
}

/// Words of procedures of residents and businesses.
const OUTWARD: [&str; 10] =
    ["申請", "届出", "届け出", "申込", "請求", "閲覧", "縦覧", "交付を受け", "許可", "提出しなければ"];

/// 該当・要 first, then where national law was amended, then procedures of residents and businesses, then the number of
/// clauses of one form. Clauses of one form stand once.
fn heaviest(mut all: Vec<Weighed>) -> Vec<Weighty> {
    all.sort_by_key(|one| {
        let weighty = &one.weighty;
        (!one.needed, !weighty.national, !one.outward, std::cmp::Reverse(weighty.same_form), weighty.index)
    });
    let mut kept: Vec<Weighty> = Vec::new();
    for one in all {
        let again = kept.iter().any(|other| {
            other.same_form > 0
                && other.same_form == one.weighty.same_form
                && other.caption == one.weighty.caption
                && other.categories == one.weighty.categories
        });
        if !again {
            kept.push(one.weighty);
        }
        if kept.len() == 10 {
            break;
        }
    }
    kept
}

/// What the page proposes to be decided (ご判断いただきたいこと), from the figures; the officer edits it.
#[must_use]
pub fn proposals(summary: &Summary) -> Vec<String> {
    let mut proposals = Vec::new();
    let bills = summary.policies.iter().find(|row| row.policy == Some(Policy::AmendOrdinance));
    if let Some(row) = bills.filter(|row| row.total > 0) {
        let planned = row.total - row.undecided;
        proposals.push(format!("条例改正{}件のうち時期の決まった{planned}件を、予定の議会に提出すること", row.total));
    }
    let late: Vec<&Progress> = summary.sections.iter().filter(|section| section.overdue > 0).collect();
    let rows: usize = late.iter().map(|section| section.open).sum();
    if let Some(first) = late.iter().max_by_key(|section| section.open) {
        let others = if late.len() > 1 { format!("ほか{}課", late.len() - 1) } else { String::new() };
        proposals
            .push(format!("回答期限を過ぎた{rows}件（{}{others}）に、期限を定めて再度照会すること", first.section));
    }
    let conflicts: usize = summary.sections.iter().map(|section| section.conflicts).sum();
    if conflicts > 0 {
        proposals.push(format!("回答が食い違う{conflicts}件の扱いを、関係課の協議で決めること"));
    }
    let open = summary.counts.last().map_or(0, |total| total.undecided + total.to_check);
    if proposals.is_empty() && open > 0 {
        proposals.push(format!("未判定・要確認の{open}件について、所管課への照会を進めること"));
    }
    proposals
}
