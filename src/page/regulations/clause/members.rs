//! The clauses that share the line of the open one: what differs in each, and taking one out.

use web_sys::Element;

use crate::api::border::Compact;
use crate::api::review::{Member, Members};
use crate::page::announce::announce;
use crate::page::dom::{Dom, append, by_id, clear, fill, find, focus, on_own, on_pick, reveal, slot, template};
use crate::page::regulations::{calls, list, row, state};
use crate::page::{messages, task};

/// Differences of a clause that are written out.
const WRITTEN: usize = 6;
/// Characters of a difference.
const LENGTH: usize = 40;

/// Listens to the list of members.
pub fn open() -> Dom {
    on_own("decision-members", "toggle", |_: &Element| task::begin(tell()))?;
    on_pick("decision-members", "data-member", |index| task::begin(take_out(index)))
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
    let Compact(members) = calls::ask(&Members(current.clause.index)).await?;
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
    let short = |text: &str| messages::cut(text, LENGTH);
    match (ours, theirs) {
        ("", theirs) => format!("「{}」が加わる", short(theirs)),
        (ours, "") => format!("「{}」がない", short(ours)),
        (ours, theirs) => format!("「{}」→「{}」", short(ours), short(theirs)),
    }
}

/// The clause gets a line of its own; the open one stays.
async fn take_out(index: u32) -> Dom {
    state::selection().with_borrow_mut(|selection| selection.out.push(index));
    list::renew().await?;
    announce("同じ形の条項から外しました。判定は別に行います。")?;
    focus(&find::<Element>(&by_id("decision-members")?, "summary")?)?;
    tell().await
}
