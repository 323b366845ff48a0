//! The part of the report: the counts, then a table for each category.
//!
//! The lines are gathered from the worker before printing, because building a report cannot wait.

use std::cell::{Cell, RefCell};

use gloo::utils::window;
use web_sys::{Element, Event};

use crate::api::border::{Compact, Written};
use crate::api::inquiry::Summarise;
use crate::api::review::{AmendmentCounts, CountAmendments, Report};
use crate::inquiry::shown_name;
use crate::inquiry::summary::Summary;
use crate::page::dom::{Dom, append, find, on, template};
use crate::page::report::Part;
use crate::page::task;
use crate::regulations::Category;
use crate::review::result::Line;
use crate::review::{Found, NameCount, Overview, State};
use crate::yen::notation::grouped;

use super::calls::trouble_of;
use super::{calls, first_page, list, overview, state};

/// アナログ規制の点検結果
pub const REPORT: Part =
    Part { view: "regulations", title: "アナログ規制の点検結果", summary: Some(summarise), build };

/// Lines printed of one category; the sheet of results has all.
const MOST: usize = 400;

/// Lines of a table that is not cut between two pages.
const SHORT: usize = 12;

thread_local! {
    static AMENDMENTS: Cell<AmendmentCounts> = Cell::default();
    static LINES: RefCell<Vec<Line>> = const { RefCell::new(Vec::new()) };
    /// The figures of the first page, and what they propose.
    static SUMMARY: RefCell<Option<(Summary, Vec<String>)>> = const { RefCell::new(None) };
}

/// Keeps the lines at hand whenever the report or this tool is opened.
pub fn open() {
    on(&window(), "hashchange", |_: &Event| {
        // The address changes before the view does.
        if window().location().hash()? == "#report" {
            task::begin(async {
                let gathered = gather().await;
                gathered.and_then(|()| crate::page::report::build_whole())
            });
        }
        Ok(())
    });
}

/// Asks the worker for the lines.
pub async fn gather() -> Dom {
    let any = state::overview().with(|store| store.read(|all| all.as_ref().is_some_and(|all| all.clauses > 0)));
    if any {
        list::count_again().await?;
        let Compact(lines) = calls::ask(&Report(MOST)).await.map_err(trouble_of)?;
        LINES.with(|all| *all.borrow_mut() = lines);
        let settings = state::drafts().settings;
        AMENDMENTS.set(calls::ask(&CountAmendments(Written(settings))).await.map_err(trouble_of)?);
        let Compact(summary) = calls::ask(&Summarise).await.map_err(trouble_of)?;
        SUMMARY.with(|now| *now.borrow_mut() = Some(summary));
    }
    Ok(())
}

/// The first page of the report.
fn summarise(place: &Element) -> Dom<bool> {
    let overview = state::overview().with(|store| store.read(Clone::clone));
    let Some(overview) = overview.filter(|overview| overview.clauses > 0) else { return Ok(false) };
    append(place, "h2", "アナログ規制の点検結果（概要）")?;
    SUMMARY.with(|summary| match &*summary.borrow() {
        Some((summary, proposals)) => first_page::build(place, &overview, summary, proposals),
        None => Ok(()),
    })?;
    Ok(true)
}

fn build(place: &Element) -> Dom<bool> {
    let overview = state::overview().with(|store| store.read(Clone::clone));
    let Some(overview) = overview.filter(|overview| overview.clauses > 0) else { return Ok(false) };
    append(place, "p", &overview::summary(&overview))?;
    if overview.classified < overview.clauses {
        let rest = overview.clauses - overview.classified;
        append(place, "p", &format!("{}条項は分類していません。", grouped(rest.into())))?;
    }
    summary(place, &overview)?;
    drafts(place)?;
    let figure = append(place, "figure", "")?;
    append(&figure, "figcaption", "規制区分ごとの件数：該当候補（濃）＋要精査（淡）")?;
    overview::draw_chart(&figure, &overview)?;
    names(place, "例規種別ごとの条項数", "例規種別", "（種別なし）", &overview.kinds)?;
    names(place, "所管課ごとの条項数", "所管課", "（所管なし）", &overview.departments)?;
    SUMMARY.with(|summary| summary.borrow().as_ref().map_or(Ok(()), |(summary, _)| asked(place, summary)))?;
    LINES.with(|lines| {
        let lines = lines.borrow();
        Category::ALL.into_iter().try_for_each(|category| category_table(place, category, &lines, &overview))
    })?;
    append(
        place,
        "p",
        "検出語は、条文が候補とされた根拠の語です。該当・要確認・未判定のものを掲げ、非該当は件数だけを示します。",
    )?;
    Ok(true)
}

fn summary(place: &Element, overview: &Overview) -> Dom {
    let body = table(
        place,
        "規制区分ごとの件数",
        &["規制区分", "該当候補", "要精査", "追加", "該当", "非該当", "要確認", "未判定"],
    )?;
    for category in Category::ALL {
        let row = append(&body, "tr", "")?;
        append(&row, "th", category.name())?.set_attribute("scope", "row")?;
        let found = [Found::Candidate, Found::Check, Found::Added]
            .map(|found| count(overview, Some(category), Some(found), None));
        let states = [State::Applies, State::DoesNotApply, State::ToCheck, State::Undecided]
            .map(|state| count(overview, Some(category), None, Some(state)));
        for number in found.into_iter().chain(states) {
            append(&row, "td", &grouped(number.into()))?.set_class_name("number");
        }
    }
    Ok(())
}

/// How the clauses that were decided to apply stand; nothing where there are none.
fn drafts(place: &Element) -> Dom {
    let AmendmentCounts { applying, drafted, without_precedent, waiting } = AMENDMENTS.get();
    if applying == 0 {
        return Ok(());
    }
    let caption =
        format!("該当と判定した{}条項の改正案（一つの条項が二つに数えられることがあります）", grouped(applying.into()));
    let body = table(place, &caption, &["改正案の状況", "条項"])?;
    for (name, number) in
        [("改正案あり（たたき台）", drafted), ("用例なし", without_precedent), ("国の改正待ち", waiting)]
    {
        let row = append(&body, "tr", "")?;
        append(&row, "th", name)?.set_attribute("scope", "row")?;
        append(&row, "td", &grouped(number.into()))?.set_class_name("number");
    }
    Ok(())
}

/// Clauses by kind or department; nothing where the files tell no name.
fn names(place: &Element, caption: &str, header: &str, without: &str, counts: &[NameCount]) -> Dom {
    if counts.iter().all(|count| count.name.is_empty()) {
        return Ok(());
    }
    let body = table(place, caption, &[header, "候補のある条項", "未判定"])?;
    if counts.len() <= SHORT {
        body.closest(".table-scroll")?.map_or(Ok(()), |table| table.class_list().add_1("keep"))?;
    }
    for count in counts {
        let row = append(&body, "tr", "")?;
        let name = if count.name.is_empty() { without } else { &count.name };
        append(&row, "th", name)?.set_attribute("scope", "row")?;
        for number in [count.flagged, count.undecided] {
            append(&row, "td", &grouped(number.into()))?.set_class_name("number");
        }
    }
    Ok(())
}

/// How the inquiry stands, of every section; nothing where nothing was asked.
fn asked(place: &Element, summary: &Summary) -> Dom {
    if summary.sections.is_empty() {
        return Ok(());
    }
    let heads = ["所管課", "照会", "回答", "未回答", "期限超過", "読み取れない", "食い違い", "所管外", "期限"];
    let body = table(place, "所管課の回答（照会した行の数）", &heads)?;
    for section in &summary.sections {
        let row = append(&body, "tr", "")?;
        let name = shown_name(&section.section);
        append(&row, "th", name)?.set_attribute("scope", "row")?;
        let numbers = [
            section.rows,
            section.answered,
            section.open,
            section.late(),
            section.unclear,
            section.conflicts,
            section.transfers,
        ];
        for number in numbers {
            append(&row, "td", &number.to_string())?.set_class_name("number");
        }
        append(&row, "td", &section.deadline.map_or_else(|| "なし".to_owned(), |day| day.to_string()))?;
    }
    Ok(())
}

/// Pairs of a category, found or decided so; of all where none is named.
pub fn count(overview: &Overview, category: Option<Category>, found: Option<Found>, state: Option<State>) -> u32 {
    let counts = overview.counts.iter().filter(|count| {
        category.is_none_or(|category| count.category == category)
            && found.is_none_or(|found| count.found == found)
            && state.is_none_or(|state| count.state == state)
    });
    counts.map(|count| count.count).sum()
}

fn category_table(place: &Element, category: Category, lines: &[Line], overview: &Overview) -> Dom {
    let lines: Vec<&Line> = lines.iter().filter(|line| line.category == category).collect();
    let states = [State::Applies, State::ToCheck, State::Undecided, State::DoesNotApply];
    let counts = states.map(|state| (state, count(overview, Some(category), None, Some(state))));
    let all: u32 = counts.iter().filter(|(state, _)| *state != State::DoesNotApply).map(|(_, count)| count).sum();
    if all == 0 {
        return Ok(());
    }
    append(place, "h3", category.name())?;
    let counts = counts.map(|(state, count)| format!("{}{}件", state.name(), grouped(count.into())));
    let body = table(place, &counts.join("、"), &["例規名", "条項", "検出語", "判定", "見直し", "備考"])?;
    body.parent_element().map_or(Ok(()), |table| table.class_list().add_1("report-lines"))?;
    for line in &lines {
        let row = append(&body, "tr", "")?;
        let cells = [&*line.title, &line.article, &line.words, line.state.name(), &line.plan, &line.remarks];
        cells.into_iter().try_for_each(|cell| append(&row, "td", cell).map(|_| ()))?;
    }
    let shown = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    if shown < all {
        let rest = grouped((all - shown).into());
        append(place, "p", &format!("ほか{rest}件は、Excelで保存した結果一覧にあります。"))?;
    }
    Ok(())
}

/// An empty table of the report; gives its body. Numbers stand to the right, and so do their heads.
pub fn table(place: &Element, caption: &str, headers: &[&str]) -> Dom<Element> {
    let scroll = template("plain-table")?;
    find::<Element>(&scroll, "caption")?.set_text_content(Some(caption));
    let head: Element = find(&scroll, "thead tr")?;
    for header in headers {
        append(&head, "th", header)?.set_attribute("scope", "col")?;
    }
    place.append_child(&scroll)?;
    find(&scroll, "tbody")
}
