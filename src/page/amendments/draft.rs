//! The tab 改正案: what the state amended, the draft with its choices, the 改め文, editing by hand.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, Event, HtmlButtonElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use crate::api::review::{Advice, ChoiceView, Chosen, ClauseView, DraftView, Kept};
use crate::page::announce::announce;
use crate::page::dom::{
    Dom, by_id, clear, field, fill, focus, items, lay, on_own, on_press, on_within, reveal, say, slot,
};

use super::state;

thread_local! {
    static SHOWN: RefCell<Option<(Rc<ClauseView>, Vec<DraftView>)>> = const { RefCell::new(None) };
}

/// Opens the buttons.
pub fn open() -> Dom {
    let panel: Element = by_id("draft")?;
    on_within(&panel, "change", "[data-choice]", |_: &Event, select| {
        let name = select.get_attribute("data-choice").unwrap_or_default();
        let option = field::value_of(select);
        change(|kept, draft| {
            let chosen = &mut kept.chosen;
            chosen.pattern = Some(draft.pattern.clone());
            chosen.choices.retain(|(known, _)| *known != name);
            chosen.choices.push((name, option));
            chosen.edited = None;
        });
    });
    on_within(&panel, "change", "#draft-pattern", |_: &Event, select| {
        let pattern = Some(field::value_of(select));
        change(|kept, _| kept.chosen = Chosen { pattern, ..Chosen::default() });
    });
    including()?;
    editing()?;
    for (id, back) in [("draft-undo", true), ("draft-redo", false)] {
        on_press(id, move || {
            state::go(back);
            announce(if back {
                "改正案の操作を元に戻しました"
            } else {
                "改正案の操作をやり直しました"
            })
        })?;
    }
    on_press("draft-select", || {
        let text: HtmlTextAreaElement = by_id("draft-amendment")?;
        focus(&text)?;
        text.select();
        Ok(())
    })?;
    state::store().watch(|_| history())
}

/// The box that puts the draft into the papers.
fn including() -> Dom {
    on_own("draft-included", "change", |included: &HtmlInputElement| {
        let included = included.checked();
        change(|kept, draft| {
            kept.included = included;
            kept.chosen.pattern = Some(draft.pattern.clone());
        });
        announce(if included { "新旧対照表に入れました" } else { "新旧対照表から外しました" })
    })
}

fn editing() -> Dom {
    on_press("draft-take", || {
        let text = field::value("draft-text")?;
        change(|kept, draft| {
            kept.chosen.pattern = Some(draft.pattern.clone());
            kept.chosen.edited = Some(text).filter(|text| *text != draft.text);
        });
        announce("手で直した改正案にしました")
    })?;
    on_press("draft-drop", || {
        change(|kept, _| kept.chosen.edited = None);
        announce("型の案に戻しました")
    })
}

fn history() -> Dom {
    let (back, forth) = state::steps();
    for (id, said, step) in [("draft-undo", "改正案の操作を元に戻す", back), ("draft-redo", "やり直す", forth)]
    {
        let button: HtmlButtonElement = by_id(id)?;
        button.set_disabled(step.is_none());
        let name = step.map_or_else(|| said.to_owned(), |step| format!("{said}：{step}"));
        button.set_attribute("aria-label", &name)?;
        button.set_title(&name);
    }
    Ok(())
}

/// Changes what is kept of the clause that is shown.
fn change(change: impl FnOnce(&mut Kept, &DraftView)) {
    let shown = SHOWN.with_borrow(Clone::clone);
    if let Some((clause, drafts)) = shown
        && let Some(draft) = drafts.first()
    {
        state::change(clause.key, |kept| change(kept, draft));
    }
}

/// Shows the answer for a clause.
pub fn show(clause: &Rc<ClauseView>, advice: Advice) -> Dom {
    let national: Element = by_id("draft-national")?;
    reveal(&national, !advice.national.is_empty())?;
    items(&slot(&national, "list")?, &advice.national)?;
    let unchanged = advice.unchanged.as_deref();
    say(&by_id("draft-unchanged")?, unchanged.is_some(), unchanged.unwrap_or_default())?;
    reveal(&by_id("draft-refused")?, advice.refused.is_some())?;
    fill(&by_id("draft-refused")?, "reason", advice.refused.as_deref().unwrap_or_default())?;
    reveal(&by_id("draft")?, !advice.drafts.is_empty())?;
    if let Some(draft) = advice.drafts.first() {
        one(clause, draft, &advice.drafts)?;
    }
    SHOWN.set(Some((Rc::clone(clause), advice.drafts)));
    Ok(())
}

fn one(clause: &ClauseView, draft: &DraftView, all: &[DraftView]) -> Dom {
    let panel: Element = by_id("draft")?;
    let head = if draft.national { "国の文言に合わせる案。" } else { "" };
    fill(&panel, "name", &format!("{head}型：{}（用例 {}）", draft.name, draft.proof.join("、")))?;
    reveal(&slot(&panel, "by-hand")?, draft.by_hand)?;
    choices(draft, all)?;
    super::lines(&slot(&panel, "before")?, &draft.before, "del")?;
    super::lines(&slot(&panel, "after")?, &draft.after, "ins")?;
    field::set("draft-amendment", &draft.amendment)?;
    field::set("draft-text", &draft.text)?;
    field::set_checked("draft-included", state::kept(clause.key).included)?;
    items(&slot(&panel, "warnings")?, &draft.warnings)
}

/// The choices, and the pattern where several fit; the focus stays in the field that was changed.
fn choices(draft: &DraftView, all: &[DraftView]) -> Dom {
    let place: Element = by_id("draft-choices")?;
    let of_patterns = of_patterns(draft, all);
    let wanted: Vec<&ChoiceView> = of_patterns.iter().chain(&draft.choices).collect();
    let focused = gloo::utils::document()
        .active_element()
        .and_then(|active| active.get_attribute("data-choice").or_else(|| Some(active.id())));
    clear(&place);
    for choice in wanted {
        let field = lay("draft-choice", &place)?;
        fill(&field, "question", &choice.question)?;
        let select: HtmlSelectElement = slot(&field, "options")?;
        if choice.name.is_empty() {
            select.set_id("draft-pattern");
        } else {
            select.set_attribute("data-choice", &choice.name)?;
        }
        for (id, label) in &choice.options {
            field::option(&select, id, label)?;
        }
        select.set_value(&choice.taken);
        let same = focused.as_deref().is_some_and(|focused| {
            !focused.is_empty() && (focused == choice.name || choice.name.is_empty() && focused == "draft-pattern")
        });
        if same {
            focus(&select)?;
        }
    }
    Ok(())
}

/// The pattern as a choice, where several fit.
fn of_patterns(draft: &DraftView, all: &[DraftView]) -> Option<ChoiceView> {
    let mut patterns: Vec<(String, String)> = Vec::new();
    for other in all {
        if !patterns.iter().any(|(id, _)| *id == other.pattern) {
            patterns.push((other.pattern.clone(), other.name.clone()));
        }
    }
    patterns.sort();
    (patterns.len() > 1).then(|| ChoiceView {
        name: String::new(),
        question: "型".to_owned(),
        options: patterns,
        taken: draft.pattern.clone(),
    })
}
