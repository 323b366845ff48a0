//! [`plan`]: what answers would change: what can be taken, what conflicts, what must be looked at first.
//!
//! Nothing that is decided already is overwritten: another decision makes a conflict, which the officer decides.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use super::choice::Value;
use super::column::Column;
use super::merge::Field;
use super::number::Number;
use super::state::{Asked, AskedItem, Received, Work};
use crate::review::{Judged, Judgement, Judgements, Origin, Target};

/// An answer that may be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Take {
    /// 照会番号
    pub number: Number,
    /// The section.
    pub section: String,
    /// What is judged from then on.
    pub judged: Vec<Judged>,
}

/// Answers that differ from each other or from what is decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clash {
    /// 照会番号
    pub number: Number,
    /// What is judged.
    pub targets: Vec<Target>,
    /// What stands now, of the first target.
    pub now: Judgement,
    /// The columns that differ.
    pub columns: Vec<Column>,
    /// The answers.
    pub answers: Vec<Received>,
}

/// What answers would change.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Plan {
    /// What can be taken, by number.
    pub takes: Vec<Take>,
    /// What the officer decides.
    pub conflicts: Vec<Clash>,
    /// Answers with values that must be looked at first (確認).
    pub to_look: Vec<Received>,
    /// Answers that contradict themselves (不整合).
    pub inconsistent: Vec<Number>,
    /// Answers that a later round has asked about anew.
    pub older: Vec<Number>,
    /// Answers of 関係課: opinions beside that of the 主管課.
    pub opinions: Vec<Received>,
    /// Answers that ask for another section.
    pub transfers: Vec<Received>,
    /// Answers that say what stands already.
    pub unchanged: usize,
}

/// A row of a file that the officer has looked at.
pub type Looked = BTreeSet<(String, String, u32)>;

/// What the answers would change, given what is judged now and which rows were looked at.
#[must_use]
pub fn plan(work: &Work, judgements: &Judgements, answers: &[Received], looked: &Looked) -> Plan {
    let index = work.index();
    let mut by_number: BTreeMap<Number, Vec<&Received>> = BTreeMap::new();
    // What was kept before comes first: an answer that was settled then is not asked about again.
    for answer in work.answers.iter().chain(answers) {
        let all = by_number.entry(answer.number).or_default();
        if !all.iter().any(|other| other.is_same(answer)) {
            all.push(answer);
        }
    }
    let mut plan = Plan::default();
    let fresh: BTreeSet<Number> = answers.iter().map(|answer| answer.number).collect();
    let mut rows: Vec<&(&Asked, &AskedItem)> = fresh.iter().filter_map(|number| index.get(number)).collect();
    // The last round first: what an earlier one says about the same is seen against it.
    rows.sort_by_key(|(round, item)| (round.withdrawn, Reverse(work.place_of(item.number.round())), item.number));
    let mut judgements = judgements.clone();
    for (_, item) in rows {
        if let Some(all) = by_number.get(&item.number) {
            one(work, &mut judgements, item, all, looked, &mut plan);
        }
    }
    plan
}

/// Plans one number; what it would change stands for the numbers after it.
fn one(
    work: &Work,
    judgements: &mut Judgements,
    item: &AskedItem,
    all: &[&Received],
    looked: &Looked,
    plan: &mut Plan,
) {
    let voices = voices(work, item, all, looked, plan);
    if voices.iter().any(|answer| contradicts_itself(answer)) {
        plan.inconsistent.push(item.number);
    }
    let Some(first) = item.targets.first() else { return };
    let now = judgements.of(first);
    let mut columns = differing(&voices);
    for target in &item.targets {
        let stands = judgements.of(target);
        columns.extend(Column::ALL.into_iter().filter(|column| stands_against(*column, &stands, &voices)));
    }
    let is_older = asked_later(work, item);
    if is_older && !voices.is_empty() {
        plan.older.push(item.number);
    }
    let judged = adopt(judgements, &item.targets, &voices);
    let erases = voices.iter().any(|answer| !answer.erased.is_empty());
    let changes = (is_older || erases) && now.decision.is_some() && !judged.is_empty();
    if !columns.is_empty() || changes {
        let answers = voices.into_iter().cloned().collect();
        let columns = columns.into_iter().collect();
        plan.conflicts.push(Clash { number: item.number, targets: item.targets.clone(), now, columns, answers });
        return;
    }
    if judged.is_empty() {
        plan.unchanged += usize::from(!voices.is_empty());
    } else {
        for Judged { target, judgement } in &judged {
            judgements.set(*target, judgement.clone());
        }
        plan.takes.push(Take { number: item.number, section: item.section.clone(), judged });
    }
}

/// The answers that may change something; the others go where the officer sees them.
fn voices<'a>(
    work: &Work,
    item: &AskedItem,
    all: &[&'a Received],
    looked: &Looked,
    plan: &mut Plan,
) -> Vec<&'a Received> {
    let mut voices: Vec<&Received> = Vec::new();
    for answer in all.iter().copied().filter(|answer| !answer.settled) {
        if answer.transfer.is_some() {
            plan.transfers.push(answer.clone());
        }
        // What stands beside a wish to transfer is no answer of the section in charge.
        let moves = answer.transfer.is_some() && !answer.given.contains_key(&Column::Decision);
        if is_opinion(work, item, answer) {
            plan.opinions.push(answer.clone());
        } else if must_look(answer, looked) {
            plan.to_look.push(answer.clone());
        } else if !moves && (!answer.given.is_empty() || !answer.erased.is_empty()) {
            voices.push(answer);
        }
    }
    voices
}

/// The judgements that taking these answers makes; what already stands so is left out.
#[must_use]
pub fn adopt(judgements: &Judgements, targets: &[Target], voices: &[&Received]) -> Vec<Judged> {
    let judged = targets.iter().map(|target| {
        let before = judgements.of(target);
        let mut after = before.clone();
        for answer in voices {
            for column in &answer.erased {
                field(*column).set(&mut after, "");
            }
            for (column, given) in &answer.given {
                set(*column, &given.value, &mut after);
            }
        }
        if after != before {
            after.origin = voices.last().map(|answer| origin(answer));
        }
        (before, Judged { target: *target, judgement: after })
    });
    judged.filter(|(before, judged)| judged.judgement != *before).map(|(_, judged)| judged).collect()
}

/// The officer decided between the answers to a row: what the one taken says is judged; the others were seen and stay as
/// they are, as all do where none is taken (今のまま).
pub fn choose(
    work: &mut Work,
    judgements: &Judgements,
    targets: &[Target],
    answers: &[Received],
    taken: Option<&Received>,
) -> Vec<Judged> {
    let others = answers.iter().filter(|other| Some(*other) != taken);
    work.settle(&others.cloned().collect::<Vec<Received>>());
    taken.map_or_else(Vec::new, |taken| adopt(judgements, targets, &[taken]))
}

fn origin(answer: &Received) -> Origin {
    let typed: Vec<String> = answer.given.values().map(|given| format!("{}「{}」", given.cell, given.typed)).collect();
    let source = if answer.file.is_empty() {
        answer.method.name().to_owned()
    } else {
        format!("{} {} {}", answer.file, answer.sheet, typed.join(" "))
    };
    let who = [answer.section.as_str(), &answer.respondent].join(" ").trim().to_owned();
    Origin { who, when: answer.day.clone(), source }
}

/// The section answers beside the 主管課 of the clause.
fn is_opinion(work: &Work, item: &AskedItem, answer: &Received) -> bool {
    let own = work.current(&item.section) == work.current(&answer.section);
    !own && item.targets.iter().any(|target| {
        work.related.get(&target.clause).is_some_and(|related| related.contains(work.current(&answer.section)))
    })
}

fn must_look(answer: &Received, looked: &Looked) -> bool {
    let confirm = answer.given.values().any(|given| given.confirm);
    confirm && !looked.contains(&(answer.file.clone(), answer.sheet.clone(), answer.row))
}

/// 非該当＋要, 該当＋否＋条例改正, 要＋見直し不要
#[must_use]
pub fn contradicts_itself(answer: &Received) -> bool {
    let written = |column: Column| answer.given.get(&column).map(|given| given.value.written());
    let (decision, need, policy) = (written(Column::Decision), written(Column::Need), written(Column::Policy));
    let is = |value: &Option<String>, word: &str| value.as_deref() == Some(word);
    let nothing_to_do = is(&policy, "見直し不要") || is(&policy, "措置済み");
    is(&decision, "非該当") && is(&need, "要")
        || is(&need, "要") && is(&policy, "見直し不要")
        || is(&need, "否") && policy.is_some() && !nothing_to_do
        || is(&decision, "非該当") && policy.is_some() && !nothing_to_do
}

/// Choices that differ between answers.
fn differing(voices: &[&Received]) -> BTreeSet<Column> {
    let differ = |column: &Column| {
        let values: BTreeSet<&Value> =
            voices.iter().filter_map(|answer| answer.given.get(column)).map(|given| &given.value).collect();
        values.len() > 1
    };
    Column::ALL.into_iter().filter(|column| !column.is_free()).filter(differ).collect()
}

/// Whether what stands is another choice than an answer.
fn stands_against(column: Column, stands: &Judgement, voices: &[&Received]) -> bool {
    let Some(own) = field(column).of(stands).filter(|_| !column.is_free()) else { return false };
    voices.iter().filter_map(|answer| answer.given.get(&column)).any(|given| given.value.written() != own)
}

/// Whether a later round asks about the same; any round is later than one whose making was undone.
fn asked_later(work: &Work, item: &AskedItem) -> bool {
    let Some(place) = work.place_of(item.number.round()) else { return false };
    let (before, behind) = work.rounds.split_at(place);
    let Some((own, behind)) = behind.split_first() else { return false };
    let before = before.iter().filter(|_| own.withdrawn);
    let later = before.chain(behind).filter(|round| !round.withdrawn);
    later.flat_map(|round| &round.items).any(|other| other.targets.iter().any(|target| item.targets.contains(target)))
}

const fn field(column: Column) -> Field {
    match column {
        Column::Decision => Field::Decision,
        Column::Need => Field::Need,
        Column::Policy => Field::Policy,
        Column::Time => Field::Time,
        Column::Basis => Field::Basis,
        Column::Remarks => Field::Remarks,
    }
}

fn set(column: Column, value: &Value, judgement: &mut Judgement) {
    let written = value.written();
    if !column.is_free() {
        field(column).set(judgement, &written);
        return;
    }
    // Free words are added to what stands there.
    match field(column).of(judgement) {
        Some(stands) if stands.contains(&written) => {}
        Some(stands) => field(column).set(judgement, &format!("{stands}\n{written}")),
        None => field(column).set(judgement, &written),
    }
}

/// A conflict as the command tells it.
#[must_use]
pub fn clash_json(clash: &Clash) -> Json {
    let now: BTreeMap<&str, Option<String>> =
        Column::ALL.into_iter().map(|column| (column.name(), field(column).of(&clash.now))).collect();
    let answers: Vec<Json> = clash.answers.iter().map(answer_json).collect();
    json!({
        "number": clash.number, "columns": clash.columns, "now": now,
        "now_by": clash.now.origin, "answers": answers,
    })
}

fn answer_json(answer: &Received) -> Json {
    let mut value = json!({
        "file": answer.file, "sheet": answer.sheet, "row": answer.row, "who": answer.section,
        "respondent": answer.respondent, "when": answer.day,
    });
    for column in Column::ALL {
        if let Some(object) = value.as_object_mut() {
            let written = answer.given.get(&column).map(|given| given.value.written());
            object.insert(column.name().to_owned(), json!(written));
        }
    }
    value
}
