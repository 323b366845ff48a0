//! The open clause: its words with the evidence marked and its surroundings, what is reviewed, and the decisions at its
//! foot. Others fill the further panels ([`tabs`]).

mod decisions;
mod form;
mod many;
mod marks;
mod members;
mod reasons;
pub mod tabs;

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, KeyboardEvent};

use crate::api::review::{ClauseView, Neighbour, Way};
use crate::clause::Clause;
use crate::page::dom::{Dom, append, button, by_id, clear, fill, focus, on, on_pick, on_press, reveal, say, slot};
use crate::page::{menus, task};

use super::state::Current;
use super::{decide, list, row, state};

thread_local! {
    /// What is drawn: the clause and its categories; it is drawn anew only when one of them changes.
    static DRAWN: RefCell<Option<(Rc<ClauseView>, Vec<crate::regulations::Category>)>> = const { RefCell::new(None) };
}

/// Opens the pane.
pub fn open() -> Dom {
    let pane: Element = by_id("clause-pane")?;
    on_pick("clause-pane", "data-neighbour", |index| task::begin(list::show_clause(index)))?;
    on(&pane, "keydown", |event: &KeyboardEvent| {
        let leaves = event.key() == "Escape" && !menus::any();
        if leaves { back() } else { Ok(()) }
    });
    on_press("clause-back", back)?;
    for (button, way) in [("clause-previous", Way::Up), ("clause-next", Way::Down), ("review-first", Way::Undecided)] {
        on_press(button, move || list::step(way))?;
    }
    tabs::open()?;
    form::open(&pane)?;
    many::open()?;
    decisions::open()?;
    members::open()?;
    state::current().watch(|current| show(current.as_ref()))?;
    state::active()
        .watch(|_| state::open_clause().map_or(Ok(()), |current| decisions::sync(&decide::present(&current.clause))))?;
    state::ledger().watch(|_| show(state::open_clause().as_ref()))
}

fn back() -> Dom {
    list::show_pane("list")?;
    focus(&by_id("review-list")?)
}

fn show(current: Option<&Current>) -> Dom {
    reveal(&by_id("clause-none")?, current.is_none())?;
    reveal(&by_id("clause-pane")?, current.is_some())?;
    let Some(current) = current else {
        DRAWN.set(None);
        return Ok(());
    };
    let present = decide::present(&current.clause);
    let categories: Vec<_> = present.iter().map(|(category, _, _)| *category).collect();
    let before = DRAWN.with_borrow(Clone::clone).filter(|(clause, _)| Rc::ptr_eq(clause, &current.clause));
    let is_new = before.is_none();
    if is_new {
        words(&current.clause)?;
    }
    if before.is_none_or(|(_, drawn)| drawn != categories) {
        decisions::draw(&present)?;
        form::draw(&present)?;
        reasons::sentences(&current.clause, &present)?;
        DRAWN.set(Some((Rc::clone(&current.clause), categories)));
    }
    decisions::reach(current.same.len())?;
    members::reach(current.same.len(), is_new)?;
    decisions::sync(&present)?;
    form::sync(&present)?;
    super::bulk::show(current)
}

/// The head and the text.
fn words(clause: &ClauseView) -> Dom {
    tabs::rewind()?;
    let pane: Element = by_id("clause-pane")?;
    let Clause { title, article, caption, chapeau, kind, number, chapter, place, .. } = &clause.clause;
    fill(&pane, "title", row::title(title))?;
    fill(&pane, "article", &format!("{article}　{caption}"))?;
    // The whole place stands in the result sheet; here the row is enough.
    let row = place.row.map(|row| format!("{row}行")).unwrap_or_default();
    let facts: Vec<&str> = [&**kind, number, chapter, &row].into_iter().filter(|fact| !fact.is_empty()).collect();
    fill(&pane, "facts", &facts.join("・"))?;
    say(&slot(&pane, "chapeau")?, !chapeau.is_empty(), &format!("（柱書）{chapeau}"))?;
    reasons::evidence(clause, &reasons::text(clause)?)?;
    neighbour(&slot(&pane, "before")?, "前", clause.before.as_ref())?;
    neighbour(&slot(&pane, "after")?, "次", clause.after.as_ref())?;
    former(&slot(&pane, "former")?, clause)
}

fn neighbour(place: &Element, name: &str, neighbour: Option<&Neighbour>) -> Dom {
    reveal(place, neighbour.is_some())?;
    let Some(neighbour) = neighbour else { return Ok(()) };
    clear(place);
    let summary = format!("{name}：{}　{}", neighbour.article, neighbour.caption);
    append(place, "summary", &summary)?;
    append(place, "p", &neighbour.text)?.set_class_name("clause-words");
    let attributes = [("data-neighbour", &*neighbour.index.to_string())];
    button(place, "button-quiet", "この条項を開く", &attributes).map(drop)
}

/// The former words of a changed clause and what was decided on them.
fn former(place: &Element, clause: &ClauseView) -> Dom {
    reveal(place, clause.former.is_some())?;
    let Some((text, decisions)) = &clause.former else { return Ok(()) };
    fill(place, "text", text)?;
    let decided = decisions.iter().map(|(category, decision)| format!("{}は{}", category.name(), decision.name()));
    let decided: Vec<String> = decided.collect();
    let sentence = if decided.is_empty() {
        "前の文言には判定がありません。".to_owned()
    } else {
        format!("前の文言への判定：{}。文言が変わったため、あらためて判定してください。", decided.join("、"))
    };
    fill(place, "decided", &sentence)
}
