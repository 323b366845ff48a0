//! The list of clauses: only the lines in sight are in the page, however long the list is.

mod drawing;
mod rows;

use std::rc::Rc;

use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use crate::api::border::Compact;
use crate::api::review::{CountAll, Reach, ShowClause, Step, Way};
use crate::page::announce::announce;
use crate::page::dom::{Dom, by_id, focus, on, on_pick, reveal};
use crate::page::{tabs, task};
use crate::review::ClauseKey;
use crate::yen::notation::grouped;

use super::state::Current;
use super::{calls, state};

/// Heights of lines in CSS pixels, as in the style sheet: two lines of text, on a narrow screen three.
const WIDE: u64 = 52;
const NARROW: u64 = 76;

/// Opens the list.
pub fn open() -> Dom {
    let list: Element = by_id("review-list")?;
    on(&list, "scroll", |_: &Event| drawing::soon());
    on_pick("review-list", "data-position", go_to)?;
    on(&list, "keydown", |event: &KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => step(Way::Down),
            "ArrowUp" => step(Way::Up),
            "Enter" => match state::open_clause() {
                Some(current) if !current.same.is_empty() => unfold(),
                Some(_) => focus(&by_id("clause-pane")?)?,
                None => return Ok(()),
            },
            _ => return Ok(()),
        }
        event.prevent_default();
        Ok(())
    });
    // A list that was hidden had no height to draw for.
    on(&gloo::utils::window(), "resize", |_: &Event| drawing::soon());
    tabs::on_address(drawing::soon);
    state::selected().watch(|_| drawing::now())?;
    state::current().watch(|_| drawing::now())?;
    state::ledger().watch(|_| drawing::now())
}

/// Makes the list anew by the filter, and the counts.
pub async fn renew() -> Dom {
    let mut selection = state::selection().with_borrow(Clone::clone);
    selection.keep = state::open_clause().map(|current| current.clause.index);
    let selected = calls::ask(&selection).await?;
    // The lines in sight are fetched before the old ones go, so that the list does not blink.
    let list: HtmlElement = by_id("review-list")?;
    rows::replace(drawing::in_sight(&list, selected.items)).await?;
    reveal(&by_id("review-rest")?, false)?;
    let position = selected.position;
    state::selected().set(selected);
    let same = match position {
        Some(position) => rows::wanted(position).await?.map(|row| (row.index, row.same.clone())),
        None => None,
    };
    state::current().change(|current| {
        if let Some(current) = current {
            current.position = position;
            let own = same.filter(|(first, _)| *first == current.clause.index);
            current.same = own.map(|(_, same)| same).unwrap_or_default();
        }
    });
    count_again().await?;
    drawing::soon()
}

/// Asks the counts again.
pub async fn count_again() -> Dom {
    let Compact(overview) = calls::ask(&CountAll).await?;
    state::overview().set(overview);
    Ok(())
}

/// Goes to the next clause `down` or `up`, or the next `undecided` one.
pub fn step(way: Way) {
    let from = state::open_clause().and_then(|current| current.position);
    task::begin(async move {
        match calls::ask(&Step { from, way }).await? {
            Some(position) => go_to(position),
            None if way == Way::Undecided => all_decided()?,
            None => {}
        }
        Ok(())
    });
}

/// Says that nothing in the list is undecided, and offers what the filter leaves out.
fn all_decided() -> Dom {
    let rest = state::overview().read(|all| all.undecided);
    if rest == 0 {
        return announce("すべての条項が判定済みです。");
    }
    let rest = grouped(rest.into());
    let button: Element = by_id("review-rest")?;
    button.set_text_content(Some(&format!("絞り込みを解除して、未判定の{rest}条項へ")));
    reveal(&button, true)?;
    focus(&button)?;
    announce(&format!("表示中の条項に未判定はありません。絞り込みの外に未判定が{rest}条項あります。"))
}

/// Opens the clause on this line and brings the line into sight.
pub fn go_to(position: u32) {
    task::begin(open_line(position));
}

async fn open_line(position: u32) -> Dom {
    let Some(row) = rows::wanted(position).await? else { return Ok(()) };
    show_line(row.index, Some(position), row.same.clone()).await?;
    bring_into_sight(position)?;
    say_clause()
}

/// Opens a clause that may not be in the list.
pub async fn show_clause(index: u32) -> Dom {
    show_line(index, None, Vec::new()).await
}

async fn show_line(index: u32, position: Option<u32>, same: Vec<ClauseKey>) -> Dom {
    let Compact(Some(clause)) = calls::ask(&ShowClause(index)).await? else { return Ok(()) };
    let bulk = calls::ask(&Reach(index)).await?;
    state::active().set(None);
    let current = Current { position, clause: Rc::new(clause), same, bulk };
    state::current().set(Some(current));
    Ok(())
}

/// Says which clause was opened, unless the list has the focus and says it itself.
fn say_clause() -> Dom {
    let list: Element = by_id("review-list")?;
    match state::open_clause() {
        Some(current) if gloo::utils::document().active_element().as_ref() != Some(&list) => {
            announce(&format!("{}を開きました。", state::spoken(&current.clause)))
        }
        _ => Ok(()),
    }
}

fn bring_into_sight(position: u32) -> Dom {
    let list: HtmlElement = by_id("review-list")?;
    let clause = height();
    let (top, bottom) = (u64::from(position) * clause, (u64::from(position) + 1) * clause);
    let (above, height) = (pixels(list.scroll_top()), pixels(list.client_height()));
    // A line more is shown in the direction of reading.
    if top < above {
        list.set_scroll_top(whole(top.saturating_sub(clause)));
    } else if bottom > above + height {
        list.set_scroll_top(whole(bottom + clause - height.min(bottom + clause)));
    }
    show_pane("clause")?;
    drawing::now()
}

/// Which pane a narrow screen shows: `list`, `clause` or `filters`; a wide one shows all.
pub fn show_pane(pane: &str) -> Dom {
    let desk: Element = by_id("regulations-judge")?;
    if desk.get_attribute("data-pane").as_deref() == Some(pane) {
        return Ok(());
    }
    desk.set_attribute("data-pane", pane)?;
    let open = if pane == "filters" { "true" } else { "false" };
    by_id::<Element>("filters-open")?.set_attribute("aria-expanded", open)?;
    let list: HtmlElement = by_id("review-list")?;
    // What had the focus went away with its pane.
    let hidden = list.offset_parent().is_none();
    if pane == "clause" && hidden { focus(&by_id("clause-pane")?) } else { drawing::soon() }
}

/// Shows the clauses of the open line one by one.
pub fn unfold() {
    let Some(current) = state::open_clause() else { return };
    state::selection().with_borrow_mut(|selection| selection.unfolded.push(current.clause.index));
    let count = current.same.len() + 1;
    task::begin(async move {
        renew().await.and_then(|()| announce(&format!("同じ形の{count}条項を、一つずつに分けました。")))
    });
}

/// As high as the style sheet makes the lines on this screen.
fn height() -> u64 {
    let narrow = gloo::utils::window().match_media("(max-width: 48rem)").ok().flatten();
    if narrow.is_some_and(|narrow| narrow.matches()) { NARROW } else { WIDE }
}

fn items() -> u32 {
    state::selected().read(|selected| selected.items)
}

fn pixels(length: i32) -> u64 {
    u64::try_from(length).unwrap_or(0)
}

fn whole(length: u64) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}
