//! [`ask`]: a round of the inquiry from what stands on the desk; the rows that each section is asked.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::book::MINUTES_A_ROW;
use super::number::{Number, PER_ROUND, Round};
use super::progress::open_targets;
use super::state::{Asked, AskedItem, Letter, Work};
use crate::date::Date;
use crate::regulations::Category;
use crate::review::{Desk, Fingerprint, NameId, Standing, State, Target};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// 照会日
    pub day: Date,
    /// 回答期限
    pub deadline: Option<Date>,
    /// What the letter says.
    #[serde(default)]
    pub letter: Letter,
    /// Which states of a category are asked about: 未判定 and 要確認 unless the officer wishes otherwise.
    #[serde(default = "open")]
    pub states: Vec<State>,
    /// Only these sections; empty for all.
    #[serde(default)]
    pub sections: Vec<String>,
    /// 再照会: instead of the states, what was asked and is open, unclear or in conflict, and clauses whose text changed.
    #[serde(default)]
    pub again: bool,
}

fn open() -> Vec<State> {
    vec![State::Undecided, State::ToCheck]
}

impl Order {
    /// An inquiry about everything that is open.
    #[must_use]
    pub fn new(day: Date, deadline: Option<Date>) -> Self {
        Self { day, deadline, letter: Letter::default(), states: open(), sections: Vec::new(), again: false }
    }
}

/// Clauses of one form in one section: asked in one row.
struct Group {
    section: String,
    first: usize,
    targets: Vec<Target>,
    /// The same, to find one among many.
    seen: BTreeSet<Target>,
}

/// The round that the order makes; `shown` are the clauses of the filter, nothing for all.
#[must_use]
pub fn ask(desk: &Desk, work: &Work, order: &Order, shown: Option<&[u32]>) -> Asked {
    numbered(desk, work, order, groups(desk, work, order, shown))
}

/// What a section would be asked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Share {
    /// 課; empty for 所管課なし.
    pub section: String,
    /// Rows.
    pub rows: usize,
    /// Clauses and categories behind them.
    pub targets: usize,
    /// Minutes that answering takes, by our own rule of thumb.
    pub minutes: usize,
}

/// What each section would be asked, those without a section last.
#[must_use]
pub fn shares(desk: &Desk, work: &Work, order: &Order, shown: Option<&[u32]>) -> Vec<Share> {
    let mut shares: BTreeMap<(bool, String), Share> = BTreeMap::new();
    for group in groups(desk, work, order, shown) {
        let share = shares.entry((group.section.is_empty(), group.section.clone())).or_default();
        share.section = group.section;
        share.rows += 1;
        share.targets += group.targets.len();
        share.minutes += MINUTES_A_ROW;
    }
    shares.into_values().collect()
}

fn groups(desk: &Desk, work: &Work, order: &Order, shown: Option<&[u32]>) -> Vec<Group> {
    let again = order.again.then(|| open_targets(work, desk.judgements(), order.day));
    let mut sections = Sections { desk, work, order, known: BTreeMap::new() };
    let mut groups: BTreeMap<(Rc<str>, usize), Group> = BTreeMap::new();
    let mut places: BTreeMap<(Rc<str>, Fingerprint, Category), usize> = BTreeMap::new();
    let mut add = |index: usize| {
        let Some(entry) = desk.entries().get(index) else { return };
        let changed = order.again && desk.comparison().standing(index) == Some(Standing::Changed);
        let is_asked = |category: Category| match &again {
            Some(open) => changed || open.contains(&Target { clause: entry.key, category }),
            None => order.states.contains(&entry.state(category)),
        };
        if !entry.present().iter().any(is_asked) {
            return;
        }
        let Some(section) = sections.asked(entry.department) else { return };
        for category in entry.present().iter().filter(|category| is_asked(*category)) {
            let next = groups.len();
            let place = *places.entry((Rc::clone(&section), entry.key.text, category)).or_insert(next);
            let group = groups.entry((Rc::clone(&section), place)).or_insert_with(|| Group {
                section: section.to_string(),
                first: index,
                targets: Vec::new(),
                seen: BTreeSet::new(),
            });
            let target = Target { clause: entry.key, category };
            if group.seen.insert(target) {
                group.targets.push(target);
            }
        }
    };
    match shown {
        Some(shown) => shown.iter().for_each(|index| add(*index as usize)),
        None => (0..desk.clauses().len()).for_each(&mut add),
    }
    groups.into_values().collect()
}

/// The sections behind the names on the desk, each looked up once: nothing for one that is not asked.
struct Sections<'a> {
    desk: &'a Desk,
    work: &'a Work,
    order: &'a Order,
    known: BTreeMap<NameId, Option<Rc<str>>>,
}

impl Sections<'_> {
    fn asked(&mut self, id: NameId) -> Option<Rc<str>> {
        let (desk, work, order) = (self.desk, self.work, self.order);
        let look_up = || {
            let name = desk.departments().name(id);
            let section = work.current(&name);
            let wanted = order.sections.is_empty() || order.sections.iter().any(|own| own == section);
            (wanted && !work.is_foreign(section)).then(|| Rc::from(section))
        };
        self.known.entry(id).or_insert_with(look_up).clone()
    }
}

fn numbered(desk: &Desk, work: &Work, order: &Order, groups: Vec<Group>) -> Asked {
    let codes = codes(work, order, &groups);
    let ordinal = u16::try_from(work.sent_rounds().count() + 1).unwrap_or(u16::MAX);
    let mut items = Vec::with_capacity(groups.len());
    for (place, group) in groups.into_iter().enumerate() {
        let (code, item) = (place / usize::from(PER_ROUND), place % usize::from(PER_ROUND));
        let number = codes.get(code).copied().and_then(|code| Number::new(code, u16::try_from(item).ok()?));
        let (Some(number), Some(clause)) = (number, desk.clauses().get(group.first)) else { continue };
        let others = group.targets.len() - 1;
        let article =
            if others == 0 { clause.article.clone() } else { format!("{} ほか{others}条", clause.article) };
        items.push(AskedItem {
            number,
            section: group.section,
            title: clause.title.to_string(),
            article,
            caption: clause.caption.clone(),
            targets: group.targets,
        });
    }
    Asked {
        codes,
        ordinal,
        day: order.day,
        deadline: order.deadline,
        letter: order.letter.clone(),
        extensions: BTreeMap::new(),
        items,
        withdrawn: false,
    }
}

/// As many free codes as the rows need: the first by what is asked, so that two officers' rounds seldom share one.
fn codes(work: &Work, order: &Order, groups: &[Group]) -> Vec<Round> {
    let mut asked = format!("{} {}", order.day, work.rounds.len());
    for group in groups {
        for target in &group.targets {
            asked.push_str(&target.clause.to_string());
        }
    }
    let hash = Fingerprint::of_bytes(asked.as_bytes()).value();
    // Codes from A00 on: a number that begins with a letter is not taken for a number by spreadsheets.
    let letters = u64::from(PER_ROUND) * 21 / 31;
    let first = u64::from(PER_ROUND) - letters + hash % letters;
    let mut code = Round::new(u16::try_from(first).unwrap_or(0));
    let needed = groups.len().div_ceil(usize::from(PER_ROUND)).max(1);
    let taken = |code: &Round| work.rounds.iter().any(|round| round.codes.contains(code));
    let mut codes = Vec::with_capacity(needed);
    while codes.len() < needed {
        if !taken(&code) {
            codes.push(code);
        }
        code = code.next();
    }
    codes
}
