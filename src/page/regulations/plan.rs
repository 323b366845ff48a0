//! What was answered and what is planned, on the first page of the report: 所管課の回答, 方針 × 時期, the ten clauses that
//! matter most.

use std::collections::{BTreeMap, BTreeSet};

use web_sys::Element;

use crate::api::border::Compact;
use crate::api::inquiry::Summarise;
use crate::date::Date;
use crate::inquiry::Time;
use crate::inquiry::progress::Progress;
use crate::inquiry::shown_name;
use crate::inquiry::summary::{PolicyRow, Summary, Weighty};
use crate::page::dom::{Dom, append, by_id, cleared, table};
use crate::page::{tabs, task, town};
use crate::review::Policy;
use crate::yen::notation::counted;

use super::{calls, row, state};

/// Sections named; the others are counted together.
pub const SECTIONS: usize = 6;
/// 年度 with a column of their own; later ones share the last.
const YEARS: usize = 3;

/// Follows the counts and the way to the overview.
pub fn open() -> Dom {
    tabs::on_address(show);
    state::overview().watch(|_| show())
}

/// Shows the plans and the answers on the overview as they stand now, where it is in sight.
fn show() -> Dom {
    if !state::has_results() || by_id::<Element>("regulations-overview")?.has_attribute("hidden") {
        return Ok(());
    }
    task::begin(async {
        let Compact((summary, _)) = calls::ask(&Summarise).await?;
        let place = cleared("overview-plan")?;
        if !summary.sections.is_empty() {
            append(&place, "h3", "所管課の回答（照会した行）")?;
            answers(&place, &summary.sections)?;
        }
        append(&place, "h3", "該当としたものの見直し（方針と時期）")?;
        policies(&place, &summary.policies)
    });
    Ok(())
}

/// 「うち82件は時期が決まり、10件は未定、15件は措置済みか見直し不要です。」
pub fn sentence(summary: &Summary) -> String {
    let (closed, open): (Vec<&PolicyRow>, Vec<&PolicyRow>) = summary.policies.iter().partition(|row| is_closed(row));
    let total: usize = summary.policies.iter().map(|row| row.total).sum();
    if total == 0 {
        return String::new();
    }
    let undecided: usize = open.iter().map(|row| row.undecided).sum();
    let planned: usize = open.iter().map(|row| row.total - row.undecided).sum();
    let closed: usize = closed.iter().map(|row| row.total).sum();
    let done = if closed > 0 { format!("、{closed}件は措置済みか見直し不要") } else { String::new() };
    format!("該当のうち{planned}件は見直しの時期が決まり、{undecided}件は未定{done}です。")
}

/// Nothing is left to do.
const fn is_closed(row: &PolicyRow) -> bool {
    matches!(row.policy, Some(Policy::Done | Policy::Nothing))
}

/// The answers of the sections: the largest, the others together, and all.
pub fn answers(place: &Element, sections: &[Progress]) -> Dom {
    let body = table::below(place, "", &["所管課", "照会", "回答", "未回答", "期限超過", "食い違い"])?;
    let numbers =
        |section: &Progress| [section.rows, section.answered, section.open, section.late(), section.conflicts];
    let mut sections: Vec<&Progress> = sections.iter().collect();
    sections.sort_by_key(|section| std::cmp::Reverse(section.rows));
    let (named, others) = sections.split_at(sections.len().min(SECTIONS));
    for section in named {
        let name = shown_name(&section.section);
        line(&body, name, &numbers(section), "")?;
    }
    let sum = |sections: &[&Progress]| {
        sections.iter().fold([0; 5], |sum, section| {
            let mut own = numbers(section).into_iter();
            sum.map(|number| number + own.next().unwrap_or_default())
        })
    };
    if !others.is_empty() {
        line(&body, &format!("ほか{}課", others.len()), &sum(others), "")?;
    }
    line(&body, &format!("計（{}課）", sections.len()), &sum(&sections), "sum")
}

fn line(body: &Element, name: &str, numbers: &[usize], class: &str) -> Dom {
    let line = table::line(body, name)?;
    line.set_class_name(class);
    table::numbers(&line, numbers.iter().map(|number| counted(*number)))
}

/// 方針 × 時期 by 年度, with 未定.
pub fn policies(place: &Element, rows: &[PolicyRow]) -> Dom {
    let years: BTreeSet<u16> =
        rows.iter().filter(|row| !is_closed(row)).flat_map(|row| row.years.keys().copied()).collect();
    let years: Vec<u16> = years.into_iter().collect();
    let (own, later) = if years.len() > YEARS { years.split_at(YEARS - 1) } else { (years.as_slice(), &[][..]) };
    let mut heads = vec!["方針".to_owned()];
    heads.extend(own.iter().map(|year| fiscal(*year)));
    heads.extend(later.first().map(|year| format!("{}〜", fiscal(*year))));
    heads.extend(["未定".to_owned(), "計".to_owned()]);
    let body = table::below(place, "", &heads)?;
    let numbers = |of: &BTreeMap<u16, usize>, undecided: usize, total: usize| {
        let mut numbers: Vec<usize> = own.iter().map(|year| of.get(year).copied().unwrap_or_default()).collect();
        if !later.is_empty() {
            numbers.push(later.iter().filter_map(|year| of.get(year)).sum());
        }
        numbers.extend([undecided, total]);
        numbers
    };
    let (mut sums, mut undecided, mut total) = (BTreeMap::new(), 0, 0);
    for row in rows.iter().filter(|row| !is_closed(row)) {
        let name = row.policy.map_or("方針なし", Policy::name);
        line(&body, name, &numbers(&row.years, row.undecided, row.total), "")?;
        row.years.iter().for_each(|(year, count)| *sums.entry(*year).or_default() += count);
        undecided += row.undecided;
        total += row.total;
    }
    let closed: Vec<&PolicyRow> = rows.iter().filter(|row| is_closed(row)).collect();
    if !closed.is_empty() {
        let names = closed.iter().map(|row| format!("{}{}", row.policy.map_or("", Policy::name), row.total));
        let own: usize = closed.iter().map(|row| row.total).sum();
        let row = table::line(&body, &names.collect::<Vec<String>>().join("・"))?;
        table::numbers(&row, vec!["－"; heads.len() - 2])?;
        table::number(&row, &own.to_string())?;
        total += own;
    }
    line(&body, "計", &numbers(&sums, undecided, total), "sum")
}

/// 「9年度」: of the era of that year.
fn fiscal(year: u16) -> String {
    let era = Date::new(year, 5, 1).map_or_else(String::new, Date::era);
    format!("{}度", era.trim_end_matches("5月1日"))
}

/// The clauses that matter most; the town's own name is left out of the titles.
pub fn clauses(place: &Element, weighty: &[Weighty]) -> Dom {
    if weighty.is_empty() {
        append(place, "p", "該当と判定した条項は、まだありません。")?;
        return Ok(());
    }
    let town = town::store().read(|town| town.municipality.map(|municipality| municipality.name));
    let body = table::below(place, "", &["例規", "条項", "区分", "方針", "時期", "所管課"])?;
    for clause in weighty {
        let title = town.and_then(|town| clause.title.strip_prefix(town)).unwrap_or(&clause.title);
        let title = row::title(if title.is_empty() { &clause.title } else { title });
        let more = if clause.same_form > 0 { format!(" ほか{}条", clause.same_form) } else { String::new() };
        let article = [clause.article.as_str(), &clause.caption].join(" ");
        let categories: Vec<&str> = clause.categories.iter().map(|category| category.short_name()).collect();
        let national = if clause.national { "※" } else { "" };
        let time = clause.time.parse().map_or_else(|_| clause.time.clone(), Time::japanese);
        let cells = [
            title,
            &format!("{}{more}", article.trim()),
            &categories.join("・"),
            &format!("{}{national}", clause.policy.map_or("未定", Policy::name)),
            if time.is_empty() { "未定" } else { &time },
            &clause.section,
        ];
        table::cells(&append(&body, "tr", "")?, &cells)?;
    }
    append(place, "p", "※は、よりどころの法令を国が改正したもの。").map(|note| note.set_class_name("hint"))
}
