//! The part of the report: the counts, then a table for each category.
//!
//! The lines are gathered from the worker before printing, because building a report cannot wait.

use std::cell::{Cell, RefCell};

use web_sys::Element;

use crate::api::border::{Compact, Written};
use crate::api::inquiry::Summarise;
use crate::api::review::{AmendmentCounts, CountAmendments, Report};
use crate::inquiry::shown_name;
use crate::inquiry::summary::Summary;
use crate::page::dom::{Dom, append, table};
use crate::page::report::Part;
use crate::page::{report, tabs, task};
use crate::regulations::Category;
use crate::review::result::Line;
use crate::review::{Found, NameCount, Overview, State};
use crate::yen::notation::grouped;

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
    tabs::on_address(|| {
        // The address changes before the view does.
        if tabs::is_at("report") {
            task::begin(async { gather().await.and_then(|()| report::build_whole()) });
        }
    });
}

/// Asks the worker for the lines.
pub async fn gather() -> Dom {
    if state::has_results() {
        list::count_again().await?;
        let Compact(lines) = calls::ask(&Report(MOST)).await?;
        LINES.set(lines);
        let settings = state::drafts().settings;
        AMENDMENTS.set(calls::ask(&CountAmendments(Written(settings))).await?);
        let Compact(summary) = calls::ask(&Summarise).await?;
        SUMMARY.set(Some(summary));
    }
    Ok(())
}

/// The first page of the report.
fn summarise(place: &Element) -> Dom<bool> {
    let overview = state::overview().get();
    if overview.clauses == 0 {
        return Ok(false);
    }
    append(place, "h2", "アナログ規制の点検結果（概要）")?;
    SUMMARY.with_borrow(|summary| match summary {
        Some((summary, proposals)) => first_page::build(place, &overview, summary, proposals),
        None => Ok(()),
    })?;
    Ok(true)
}

fn build(place: &Element) -> Dom<bool> {
    let overview = state::overview().get();
    if overview.clauses == 0 {
        return Ok(false);
    }
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
    SUMMARY.with_borrow(|summary| summary.as_ref().map_or(Ok(()), |(summary, _)| asked(place, summary)))?;
    LINES.with_borrow(|lines| {
        Category::ALL.into_iter().try_for_each(|category| category_table(place, category, lines, &overview))
    })?;
    append(
        place,
        "p",
        "検出語は、条文が候補とされた根拠の語です。該当・要確認・未判定のものを掲げ、非該当は件数だけを示します。",
    )?;
    Ok(true)
}

fn summary(place: &Element, overview: &Overview) -> Dom {
    let body = table::below(
        place,
        "規制区分ごとの件数",
        &["規制区分", "該当候補", "要精査", "追加", "該当", "非該当", "要確認", "未判定"],
    )?;
    for category in Category::ALL {
        let row = table::line(&body, category.name())?;
        let found = [Found::Candidate, Found::Check, Found::Added]
            .map(|found| overview.count(Some(category), Some(found), None));
        let states = [State::Applies, State::DoesNotApply, State::ToCheck, State::Undecided]
            .map(|state| overview.count(Some(category), None, Some(state)));
        table::numbers(&row, found.into_iter().chain(states).map(|number| grouped(number.into())))?;
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
    let body = table::below(place, &caption, &["改正案の状況", "条項"])?;
    for (name, number) in
        [("改正案あり（たたき台）", drafted), ("用例なし", without_precedent), ("国の改正待ち", waiting)]
    {
        table::number(&table::line(&body, name)?, &grouped(number.into()))?;
    }
    Ok(())
}

/// Clauses by kind or department; nothing where the files tell no name.
fn names(place: &Element, caption: &str, header: &str, without: &str, counts: &[NameCount]) -> Dom {
    if counts.iter().all(|count| count.name.is_empty()) {
        return Ok(());
    }
    let body = table::below(place, caption, &[header, "候補のある条項", "未判定"])?;
    if counts.len() <= SHORT {
        body.closest(".table-scroll")?.map_or(Ok(()), |table| table.class_list().add_1("keep"))?;
    }
    for count in counts {
        let row = table::line(&body, if count.name.is_empty() { without } else { &count.name })?;
        table::numbers(&row, [count.flagged, count.undecided].map(|number| grouped(number.into())))?;
    }
    Ok(())
}

/// How the inquiry stands, of every section; nothing where nothing was asked.
fn asked(place: &Element, summary: &Summary) -> Dom {
    if summary.sections.is_empty() {
        return Ok(());
    }
    let heads = ["所管課", "照会", "回答", "未回答", "期限超過", "読み取れない", "食い違い", "所管外", "期限"];
    let body = table::below(place, "所管課の回答（照会した行の数）", &heads)?;
    for section in &summary.sections {
        let row = table::line(&body, shown_name(&section.section))?;
        let numbers = [
            section.rows,
            section.answered,
            section.open,
            section.late(),
            section.unclear,
            section.conflicts,
            section.transfers,
        ];
        table::numbers(&row, numbers)?;
        table::cells(&row, &[section.deadline.map_or_else(|| "なし".to_owned(), |day| day.to_string())])?;
    }
    Ok(())
}

fn category_table(place: &Element, category: Category, lines: &[Line], overview: &Overview) -> Dom {
    let lines: Vec<&Line> = lines.iter().filter(|line| line.category == category).collect();
    let states = [State::Applies, State::ToCheck, State::Undecided, State::DoesNotApply];
    let counts = states.map(|state| (state, overview.count(Some(category), None, Some(state))));
    let all: u32 = counts.iter().filter(|(state, _)| *state != State::DoesNotApply).map(|(_, count)| count).sum();
    if all == 0 {
        return Ok(());
    }
    append(place, "h3", category.name())?;
    let counts = counts.map(|(state, count)| format!("{}{}件", state.name(), grouped(count.into())));
    let body = table::below(place, &counts.join("、"), &["例規名", "条項", "検出語", "判定", "見直し", "備考"])?;
    body.parent_element().map_or(Ok(()), |table| table.class_list().add_1("report-lines"))?;
    for line in &lines {
        let row = append(&body, "tr", "")?;
        let cells = [&*line.title, &line.article, &line.words, line.state.name(), &line.plan, &line.remarks];
        table::cells(&row, &cells)?;
    }
    let shown = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    if shown < all {
        let rest = grouped((all - shown).into());
        append(place, "p", &format!("ほか{rest}件は、Excelで保存した結果一覧にあります。"))?;
    }
    Ok(())
}
