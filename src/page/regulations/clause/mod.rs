//! The open clause: its words with the evidence marked, its surroundings, and a form for each category.

mod form;
mod marks;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, KeyboardEvent, MouseEvent};

use crate::api::review::{ClauseView, Neighbour};
use crate::page::dom::{Dom, append, by_id, clear, fill, find, focus, on, on_within, reveal, slot, template};
use crate::page::trouble;

use super::state::Current;
use super::{decide, list, row, state};

thread_local! {
    /// What is drawn: the clause and its categories; it is drawn anew only when one of them changes.
    static DRAWN: RefCell<Option<(Rc<ClauseView>, Vec<crate::regulations::Category>)>> = const { RefCell::new(None) };
}

/// Opens the pane.
pub fn open() -> Dom {
    let pane: Element = by_id("clause-pane")?;
    on_within(&pane, "click", "[data-neighbour]", |_: &MouseEvent, button| {
        if let Some(index) = button.get_attribute("data-neighbour").and_then(|index| index.parse().ok()) {
            spawn_local(async move { trouble::report(list::show_clause(index, None).await) });
        }
        Ok(())
    });
    on(
        &pane,
        "keydown",
        |event: &KeyboardEvent| {
            if event.key() == "Escape" { focus(&by_id::<Element>("review-list")?) } else { Ok(()) }
        },
    );
    on(&by_id::<Element>("clause-back")?, "click", |_: &MouseEvent| {
        let list: Element = by_id("review-list")?;
        list.scroll_into_view();
        focus(&list)
    });
    form::open(&pane)?;
    state::current().with(|store| store.watch(|current| show(current.as_ref())))?;
    state::ledger().with(|store| store.watch(|_| show(state::open_clause().as_ref())))
}

fn show(current: Option<&Current>) -> Dom {
    reveal(&by_id::<Element>("clause-none")?, current.is_none())?;
    reveal(&by_id::<Element>("clause-pane")?, current.is_some())?;
    let Some(current) = current else {
        DRAWN.with(|drawn| *drawn.borrow_mut() = None);
        return Ok(());
    };
    let present = decide::present(&current.clause);
    let categories: Vec<_> = present.iter().map(|(category, _, _)| *category).collect();
    let same = DRAWN.with(|drawn| {
        let drawn = drawn.borrow();
        drawn.as_ref().is_some_and(|(clause, drawn)| Rc::ptr_eq(clause, &current.clause) && *drawn == categories)
    });
    if !same {
        let new_clause = DRAWN.with(|drawn| {
            let drawn = drawn.borrow();
            drawn.as_ref().is_none_or(|(clause, _)| !Rc::ptr_eq(clause, &current.clause))
        });
        if new_clause {
            words(&current.clause)?;
        }
        form::draw(&current.clause, &present)?;
        DRAWN.with(|drawn| *drawn.borrow_mut() = Some((Rc::clone(&current.clause), categories)));
    }
    form::sync(&current.clause, &present)?;
    super::bulk::show(current)
}

/// Everything but the forms.
fn words(clause: &ClauseView) -> Dom {
    by_id::<Element>("clause-side")?.set_scroll_top(0);
    let pane: Element = by_id("clause-pane")?;
    fill(&pane, "title", row::title(&clause.title))?;
    fill(&pane, "article", &format!("{} {}", clause.article, clause.caption))?;
    let facts = [&*clause.kind, &clause.number, &clause.department, &clause.chapter, &clause.place];
    let facts: Vec<&str> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    fill(&pane, "facts", &facts.join("　"))?;
    let chapeau: Element = slot(&pane, "chapeau")?;
    reveal(&chapeau, !clause.chapeau.is_empty())?;
    chapeau.set_text_content(Some(&format!("（柱書）{}", clause.chapeau)));
    marks::show(&by_id("clause-text")?, clause)?;
    neighbour(&slot(&pane, "before")?, "前の条項", clause.before.as_ref())?;
    neighbour(&slot(&pane, "after")?, "次の条項", clause.after.as_ref())?;
    former(&slot(&pane, "former")?, clause)?;
    discounted(&slot(&pane, "discounted")?, clause)
}

fn neighbour(place: &Element, name: &str, neighbour: Option<&Neighbour>) -> Dom {
    reveal(place, neighbour.is_some())?;
    let Some(neighbour) = neighbour else { return Ok(()) };
    clear(place);
    let summary = format!("{name}：{} {}", neighbour.article, neighbour.caption);
    append(place, "summary", &summary)?;
    append(place, "p", &neighbour.text)?.set_class_name("clause-words");
    let button = append(place, "button", "この条項を開く")?;
    button.set_class_name("button-quiet");
    button.set_attribute("type", "button")?;
    button.set_attribute("data-neighbour", &neighbour.index.to_string())
}

/// The former words of a changed clause and what was decided on them.
fn former(place: &Element, clause: &ClauseView) -> Dom {
    reveal(place, clause.former.is_some())?;
    let Some(former) = &clause.former else { return Ok(()) };
    fill(place, "text", former)?;
    let decided = clause.former_decisions.iter().map(|(category, name)| format!("{}は{name}", category.name()));
    let decided: Vec<String> = decided.collect();
    let sentence = if decided.is_empty() {
        "前の文言には判定がありません。".to_owned()
    } else {
        format!("前の文言への判定：{}。文言が変わったため、あらためて判定してください。", decided.join("、"))
    };
    fill(place, "decided", &sentence)
}

/// Words that were not counted, on request.
fn discounted(place: &Element, clause: &ClauseView) -> Dom {
    let discounted = &clause.explanation.discounted;
    reveal(place, !discounted.is_empty())?;
    fill(place, "summary", &format!("数えなかった語と理由（{}件）", discounted.len()))?;
    let list: Element = find(place, "ul")?;
    clear(&list);
    for discount in discounted {
        append(&list, "li", &format!("{}：{}", row::short_name(discount.category), discount.reason))?;
    }
    Ok(())
}

/// A fresh copy of the form of a category.
fn category_form() -> Dom<Element> {
    template("category-form")
}
