//! The part of the report: the counts, then a table for each category.
//!
//! The lines are gathered from the worker before printing, because building a report cannot wait.

use std::cell::RefCell;

use gloo::utils::window;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event};

use crate::page::dom::{Dom, append, find, on, template};
use crate::page::report::Part;
use crate::page::trouble;
use crate::regulations::Category;
use crate::review::result::{CAUTION, Line};
use crate::review::{Found, NameCount, Overview, State};
use crate::yen::notation::grouped;

use super::sources::trouble_of;
use super::{calls, list, overview, state};

/// アナログ規制の点検結果
pub const REPORT: Part = Part { view: "regulations", title: "アナログ規制の点検結果", build };

/// Lines printed of one category; the sheet of results has all.
const MOST: u32 = 400;

/// Lines of a table that is not cut between two pages.
const SHORT: usize = 12;

thread_local! {
    static LINES: RefCell<Vec<Line>> = const { RefCell::new(Vec::new()) };
}

/// Keeps the lines at hand whenever the report or this tool is opened.
pub fn open() {
    on(&window(), "hashchange", |_: &Event| {
        // The address changes before the view does.
        if window().location().hash()? == "#report" {
            spawn_local(async {
                let gathered = gather().await;
                trouble::report(gathered.and_then(|()| crate::page::report::build_whole()));
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
        let lines = calls::report(MOST).await.map_err(trouble_of)?;
        LINES.with(|all| *all.borrow_mut() = lines);
    }
    Ok(())
}

fn build(place: &Element) -> Dom<bool> {
    let overview = state::overview().with(|store| store.read(Clone::clone));
    let Some(overview) = overview.filter(|overview| overview.clauses > 0) else { return Ok(false) };
    append(place, "p", &format!("{CAUTION}。"))?;
    append(place, "p", &overview::summary(&overview))?;
    if overview.classified < overview.clauses {
        let rest = overview.clauses - overview.classified;
        append(place, "p", &format!("{}条項は分類していません。", grouped(rest.into())))?;
    }
    summary(place, &overview)?;
    let figure = append(place, "figure", "")?;
    append(&figure, "figcaption", "規制区分ごとの件数：該当候補（濃）＋要確認（淡）")?;
    overview::draw_chart(&figure, &overview)?;
    names(place, "例規種別ごとの条項数", "例規種別", "（種別なし）", &overview.kinds)?;
    names(place, "所管部局ごとの条項数", "所管部局", "（所管なし）", &overview.departments)?;
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
        &["規制区分", "該当候補", "要確認（抽出）", "追加", "該当", "非該当", "要確認", "未判定"],
    )?;
    for category in Category::ALL {
        let row = append(&body, "tr", "")?;
        append(&row, "th", category.name())?.set_attribute("scope", "row")?;
        let found =
            [Found::Candidate, Found::Check, Found::Added].map(|found| count(overview, category, Some(found), None));
        let states = [State::Applies, State::DoesNotApply, State::ToCheck, State::Undecided]
            .map(|state| count(overview, category, None, Some(state)));
        for number in found.into_iter().chain(states) {
            append(&row, "td", &grouped(number.into()))?.set_class_name("number");
        }
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

fn count(overview: &Overview, category: Category, found: Option<Found>, state: Option<State>) -> u32 {
    let counts = overview.counts.iter().filter(|count| {
        count.category == category
            && found.is_none_or(|found| count.found == found)
            && state.is_none_or(|state| count.state == state)
    });
    counts.map(|count| count.count).sum()
}

fn category_table(place: &Element, category: Category, lines: &[Line], overview: &Overview) -> Dom {
    let lines: Vec<&Line> = lines.iter().filter(|line| line.category == category).collect();
    let states = [State::Applies, State::ToCheck, State::Undecided, State::DoesNotApply];
    let counts = states.map(|state| (state, count(overview, category, None, Some(state))));
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

fn table(place: &Element, caption: &str, headers: &[&str]) -> Dom<Element> {
    let scroll = template("plain-table")?;
    find::<Element>(&scroll, "caption")?.set_text_content(Some(caption));
    let head: Element = find(&scroll, "thead tr")?;
    for header in headers {
        append(&head, "th", header)?.set_attribute("scope", "col")?;
    }
    place.append_child(&scroll)?;
    find(&scroll, "tbody")
}
