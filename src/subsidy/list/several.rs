//! [`settle`]: several rows for one town. Of the same population one is kept; of different ones that which says it is the whole (総数, 計),
//! else none: no row is the town's only because it stands first.

use std::collections::{BTreeMap, BTreeSet};

use super::population::Placed;
use super::{LeftOut, List, ListEntry, Reason};
use crate::municipality::Code;
use crate::reading::table::Row;
use crate::subsidy::typed::population;

/// Cells that say the whole.
const WHOLE: &str = "計 総数 合計 総計 男女計 全体 全域 全市 全町 全村 市計 町計 村計 市全体 町全体";

/// Leaves at most one entry for a town; `known` are the columns that tell it.
pub(super) fn settle(list: &mut List, rows: &[&Row], known: &[usize]) {
    let mut groups: BTreeMap<Code, Vec<usize>> = BTreeMap::new();
    for (place, entry) in list.entries.iter().enumerate() {
        if let Some(town) = entry.entry.municipality {
            groups.entry(town.code).or_default().push(place);
        }
    }
    let mut out: BTreeMap<usize, Reason> = BTreeMap::new();
    for group in groups.values().filter(|group| group.len() > 1) {
        let entries: Vec<&ListEntry> = group.iter().filter_map(|place| list.entries.get(*place)).collect();
        for (place, reason) in group.iter().zip(reasons(&entries, rows, known)) {
            out.extend(reason.map(|reason| (*place, reason)));
        }
    }
    let (mut kept, mut left) = (Vec::new(), Vec::new());
    for (place, entry) in std::mem::take(&mut list.entries).into_iter().enumerate() {
        match out.remove(&place) {
            Some(reason) => left.push(left_out(&entry, reason)),
            None => kept.push(entry),
        }
    }
    list.entries = kept;
    list.left_out.extend(left);
    list.left_out.sort_by_key(|left| left.row);
}

fn left_out(entry: &ListEntry, reason: Reason) -> LeftOut {
    let written = format!("{} {}", entry.entry.label, entry.entry.population.people());
    LeftOut { row: entry.row, written, reason }
}

/// For each row of a town why it is left out, or nothing for the one that is kept.
fn reasons(entries: &[&ListEntry], rows: &[&Row], known: &[usize]) -> Vec<Option<Reason>> {
    let populations: BTreeSet<u32> = entries.iter().map(|entry| entry.entry.population.people()).collect();
    let numbers: Vec<u32> = entries.iter().map(|entry| entry.row).collect();
    let whole = if populations.len() == 1 { numbers.first().copied() } else { whole(&numbers, rows, known) };
    let reason = |entry: &&ListEntry| match whole {
        Some(whole) if whole == entry.row => None,
        Some(whole) if populations.len() == 1 => Some(Reason::Duplicate(whole)),
        Some(whole) => Some(Reason::Part(whole)),
        None => Some(Reason::Several(numbers.iter().copied().filter(|number| *number != entry.row).collect())),
    };
    entries.iter().map(reason).collect()
}

/// The only row that says the whole in a column in which every other says a part.
fn whole(numbers: &[u32], rows: &[&Row], known: &[usize]) -> Option<u32> {
    let rows: Vec<&&Row> = rows.iter().filter(|row| numbers.contains(&row.number)).collect();
    let width = rows.iter().map(|row| row.cells.len()).max()?;
    let found: BTreeSet<u32> = (0..width)
        .filter(|column| !known.contains(column))
        .filter_map(|column| {
            let says = |row: &&&&Row| says_whole(row.cell(column).trim());
            let parts = rows.iter().all(|row| {
                let cell = row.cell(column).trim();
                !cell.is_empty() && population(cell).is_err()
            });
            let mut wholes = rows.iter().filter(says).map(|row| row.number);
            wholes.next().filter(|_| parts && wholes.next().is_none())
        })
        .collect();
    (found.len() == 1).then(|| found.first().copied()).flatten()
}

/// 総数 among 男 and 女, 人口 among 世帯数 and 面積.
fn says_whole(cell: &str) -> bool {
    let people = || super::term::judge(&[cell.to_owned()], &[]).meaning >= super::term::Meaning::Plain;
    WHOLE.split(' ').any(|whole| whole == cell) || people()
}

/// The rows without those that are parts of a town of which another row has the whole.
pub(super) fn without_parts<'a>(rows: Vec<Placed<'a>>, known: &[usize]) -> Vec<Placed<'a>> {
    let mut groups: BTreeMap<Code, Vec<&Row>> = BTreeMap::new();
    for (row, town) in &rows {
        groups.entry(town.code).or_default().push(row);
    }
    let wholes: BTreeMap<Code, u32> = groups
        .into_iter()
        .filter(|(_, group)| group.len() > 1)
        .filter_map(|(code, group)| {
            let numbers: Vec<u32> = group.iter().map(|row| row.number).collect();
            Some((code, whole(&numbers, &group, known)?))
        })
        .collect();
    let is_whole = |(row, town): &Placed<'a>| wholes.get(&town.code).is_none_or(|number| *number == row.number);
    rows.into_iter().filter(is_whole).collect()
}
