//! The clauses that share the line of the open one: what differs in each, and taking one out.

use web_sys::{Element, Event, MouseEvent};

use crate::api::border::Compact;
use crate::api::review::{Member, Members};
use crate::page::announce::announce;
use crate::page::dom::{Dom, append, by_id, clear, fill, find, focus, on, on_within, reveal, slot, template};
use crate::page::regulations::calls::trouble_of;
use crate::page::regulations::{calls, list, row, state};
use crate::page::task;

/// Differences of a clause that are written out.
const WRITTEN: usize = 6;
/// Characters of a difference.
const LENGTH: usize = 40;

/// Listens to the list of members.
pub fn open() -> Dom {
    let place: Element = by_id("decision-members")?;
    on(&place, "toggle", |_: &Event| {
        task::begin(tell());
        Ok(())
    });
    on_within(&place, "click", "[data-member]", |_: &MouseEvent, button| {
        if let Some(index) = button.get_attribute("data-member").and_then(|index| index.parse().ok()) {
            task::begin(take_out(index));
        }
        Ok(())
    });
    Ok(())
}

/// Shows or hides the list, closed for another clause.
pub fn reach(same: usize, is_new: bool) -> Dom {
    let place: Element = by_id("decision-members")?;
    if is_new || same == 0 {
        place.remove_attribute("open")?;
    }
    reveal(&place, same > 0)
}

/// Asks what differs, where the list is open.
async fn tell() -> Dom {
    let place: Element = by_id("decision-members")?;
    let Some(current) = state::open_clause().filter(|_| place.has_attribute("open")) else { return Ok(()) };
    let Compact(members) = calls::ask(&Members(current.clause.index)).await.map_err(trouble_of)?;
    let items: Element = find(&place, "ul")?;
    clear(&items);
    for member in &members {
        let item = item(member)?;
        items.append_child(&item)?;
    }
    let rest = current.same.len().saturating_sub(members.len());
    let more: Element = slot(&place, "more")?;
    reveal(&more, rest > 0)?;
    fill(&place, "more", &format!("ほか{rest}条項は、「一つずつに分ける」で確かめてください。"))
}

fn item(member: &Member) -> Dom<Element> {
    let item = template("decision-member")?;
    let name = format!("{} {} {}", row::title(&member.title), member.article, member.caption);
    fill(&item, "name", name.trim())?;
    let differs: Element = slot(&item, "differs")?;
    if member.differs.is_empty() {
        append(&differs, "span", "条文は同じです")?;
    }
    for (ours, theirs) in member.differs.iter().take(WRITTEN) {
        append(&differs, "span", &difference(ours, theirs))?.set_class_name("decision-difference");
    }
    if member.differs.len() > WRITTEN {
        append(&differs, "span", &format!("ほか{}か所", member.differs.len() - WRITTEN))?;
    }
    let button: Element = find(&item, "button")?;
    button.set_attribute("data-member", &member.index.to_string())?;
    button.set_attribute("aria-label", &format!("{}を外す", name.trim()))?;
    Ok(item)
}

/// 「墓地」→「公園」
fn difference(ours: &str, theirs: &str) -> String {
    let short = |text: &str| {
        let mut short: String = text.chars().take(LENGTH).collect();
        if text.chars().nth(LENGTH).is_some() {
            short.push('…');
        }
        short
    };
    match (ours, theirs) {
        ("", theirs) => format!("「{}」が加わる", short(theirs)),
        (ours, "") => format!("「{}」がない", short(ours)),
        (ours, theirs) => format!("「{}」→「{}」", short(ours), short(theirs)),
    }
}

/// The clause gets a line of its own; the open one stays.
async fn take_out(index: u32) -> Dom {
    state::selection().with(|selection| selection.borrow_mut().out.push(index));
    list::renew().await?;
    announce("同じ形の条項から外しました。判定は別に行います。")?;
    focus(&find::<Element>(&by_id::<Element>("decision-members")?, "summary")?)?;
    tell().await
}
