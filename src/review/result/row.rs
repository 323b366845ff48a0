//! The rows of the result sheet: one for each category of each clause.

use crate::clause::Clause;
use crate::regulations::{Category, Finding, Phase, Role};
use crate::writing::{Cell, Column};

use super::super::comparison::Standing;
use super::super::desk::{Desk, DeskEntry, State};
use super::super::filter::Found;
use super::super::judgement::{Judgement, Need, Policy, Stage, Target};
use super::Which;

/// The names of columns that every edition of the sheet has, one after another, from the third column on.
const LASTING: [&str; 7] = ["例規種別", "例規名", "例規番号", "条項", "条文", "検出語", "規制区分"];
/// The name of a column that no other sheet has.
pub(super) const OWN: &str = "抽出区分";

/// Whether a row is the header of a sheet of results that this page wrote, in this edition or one before.
#[must_use]
pub fn is_result(cells: &[String]) -> bool {
    cells.iter().skip(2).take(LASTING.len()).eq(LASTING.iter()) && cells.iter().any(|cell| cell == OWN)
}

/// The columns from left to right.
pub(super) fn columns() -> Vec<Column> {
    let behind = [
        "デジタル手段の記載",
        "見直し段階（推定）",
        "根拠の手掛かり",
        "判定",
        "見直し要否",
        "見直し方針",
        "活用できる技術",
        "見直し時期",
        "備考",
        OWN,
        "見出し",
        "ファイル",
        "シート",
    ];
    let texts = ["所管課"].into_iter().chain(LASTING).chain(behind).map(Column::text);
    let last = [Column::plain_number("行"), Column::text("前の一覧との違い")];
    [Column::plain_number("No")].into_iter().chain(texts).chain(last).collect()
}

/// 候補 stands for what was found and is not decided yet.
pub(super) const fn state(state: State) -> &'static str {
    match state {
        State::Undecided => "候補",
        State::Applies | State::DoesNotApply | State::ToCheck => state.name(),
    }
}

pub(super) fn rows(desk: &Desk, which: Which, shown: Option<&[u32]>) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    let mut push = |index: usize| {
        let (Some(clause), Some(entry)) = (desk.clauses().get(index), desk.entries().get(index)) else { return };
        let text = Cell::from(clause.text.as_str());
        for category in entry.present().iter() {
            if which != Which::Decided || entry.state(category) != State::Undecided {
                let number = rows.len() + 1;
                rows.push(Row { desk, clause, entry, index }.cells(number, &text, Some(category)));
            }
        }
        if which == Which::All && entry.present().is_empty() {
            let number = rows.len() + 1;
            rows.push(Row { desk, clause, entry, index }.cells(number, &text, None));
        }
    };
    match shown {
        Some(shown) => shown.iter().for_each(|index| push(*index as usize)),
        None => (0..desk.clauses().len()).for_each(push),
    }
    rows
}

struct Row<'a> {
    desk: &'a Desk,
    clause: &'a Clause,
    entry: &'a DeskEntry,
    index: usize,
}

impl Row<'_> {
    fn cells(&self, number: usize, text: &Cell, category: Option<Category>) -> Vec<Cell> {
        let clause = self.clause;
        let finding = category
            .and_then(|category| self.desk.findings(self.index).iter().find(|finding| finding.category == category));
        let judgement = category
            .map(|category| self.desk.judgements().of(&Target { clause: self.entry.key, category }))
            .unwrap_or_default();
        let mut cells = vec![
            Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX)),
            (&self.desk.departments().name(self.entry.department)).into(),
            (&clause.kind).into(),
            (&clause.title).into(),
            (&clause.number).into(),
            clause.article.as_str().into(),
            text.clone(),
            words(clause, finding, &judgement).into(),
            category.map_or("", Category::name).into(),
        ];
        cells.extend(self.judged(category, finding, &judgement));
        cells.extend([
            found(self.entry, category).into(),
            clause.caption.as_str().into(),
            (&clause.place.file).into(),
            Cell::from(clause.place.sheet.as_ref()),
            clause.place.row.into(),
            self.desk.comparison().standing(self.index).map_or("", Standing::name).into(),
        ]);
        cells
    }

    /// The cells from デジタル手段の記載 to 備考. 判定者メモ never leaves the work file.
    fn judged(&self, category: Option<Category>, finding: Option<&Finding>, judgement: &Judgement) -> [Cell; 9] {
        let Some(category) = category else { return std::array::from_fn(|_| Cell::Empty) };
        let digital = finding.map(|finding| if finding.digital { "あり" } else { "なし" });
        let basis = finding.and_then(|finding| finding.law.as_deref());
        [
            digital.unwrap_or("").into(),
            stage(judgement, finding).into(),
            basis_of(judgement, basis).into(),
            state(self.entry.state(category)).into(),
            judgement.need.map_or("", Need::name).into(),
            judgement.policy.map_or("", Policy::name).into(),
            category.technologies().join("、").into(),
            judgement.time.as_str().into(),
            judgement.remarks.as_str().into(),
        ]
    }
}

/// The section's 根拠法令, else what the text suggests.
fn basis_of(judgement: &Judgement, suggested: Option<&str>) -> String {
    if judgement.basis.is_empty() {
        return suggested.map_or(String::new(), |basis| format!("法令に基づく可能性（{basis}）"));
    }
    judgement.basis.clone()
}

/// The officer's PHASE, else what the text suggests.
fn stage(judgement: &Judgement, finding: Option<&Finding>) -> &'static str {
    let suggested = finding.map(|finding| match finding.phase {
        Phase::One => Stage::One,
        Phase::Two => Stage::Two,
    });
    judgement.stage.or(suggested).map_or("", Stage::name)
}

fn found(entry: &DeskEntry, category: Option<Category>) -> &'static str {
    let Some(category) = category else { return Found::Nothing.name() };
    let mut ways = Found::ALL.into_iter();
    ways.find(|found| entry.found(*found).contains(category)).map_or("", Found::name)
}

/// The words that say so, each once, in the order of the text; those that the officer selected for an added category.
pub(super) fn words(clause: &Clause, finding: Option<&Finding>, judgement: &Judgement) -> String {
    let Some(finding) = finding else { return judgement.added.clone().unwrap_or_default() };
    let mut words: Vec<&str> = Vec::new();
    for evidence in &finding.evidence {
        let word = evidence.words(clause);
        if matches!(evidence.role, Role::Core | Role::Object | Role::Interval) && !words.contains(&word) {
            words.push(word);
        }
    }
    words.join("、")
}
