//! The form of each category: the reason, the decision, and what follows from it.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, MouseEvent};

use crate::api::review::ClauseView;
use crate::page::dom::{Dom, append, by_id, clear, fill, find, find_all, on, on_within, reveal, slot};
use crate::regulations::{Category, Phase};
use crate::review::{Aspect, Decision, Found, Judgement, Need, Policy, Stage, Target};

use super::super::{decide, state};

/// Listens to all forms.
pub fn open(pane: &Element) -> Dom {
    on_within(pane, "change", "[data-category] input[type=\"radio\"], [data-category] select", |_: &Event, field| {
        choose(field)
    });
    on_within(pane, "input", "[data-category] [data-text]", |_: &Event, field| write(field));
    on(&by_id::<Element>("category-add")?, "click", |_: &MouseEvent| {
        let select: HtmlSelectElement = by_id("category-new")?;
        match Category::from_id(&select.value()) {
            Some(category) => decide::switch(category),
            None => Ok(()),
        }
    });
    Ok(())
}

/// Draws the forms of the categories.
pub fn draw(clause: &ClauseView, present: &[(Category, Found, Judgement)]) -> Dom {
    let place: Element = by_id("category-forms")?;
    clear(&place);
    for (category, found, judgement) in present {
        place.append_child(&*form(clause, *category, *found, judgement)?)?;
    }
    reveal(&by_id::<Element>("category-none")?, present.is_empty())?;
    let select: HtmlSelectElement = by_id("category-new")?;
    clear(&select);
    for category in Category::ALL.into_iter().filter(|category| !present.iter().any(|(other, _, _)| other == category))
    {
        append(&select, "option", category.name())?.set_attribute("value", category.id())?;
    }
    Ok(())
}

fn form(clause: &ClauseView, category: Category, found: Found, judgement: &Judgement) -> Dom<Element> {
    let form = super::category_form()?;
    form.set_attribute("data-category", category.id())?;
    let number = category.index() + 1;
    fill(&form, "name", &format!("{number} {}（{}）", category.name(), found.name()))?;
    let finding = clause.explanation.findings.iter().find(|finding| finding.category == category);
    let added = judgement.added.as_deref().map(|words| {
        if words.is_empty() {
            "担当者が追加しました。".to_owned()
        } else {
            format!("担当者が「{words}」を根拠に追加しました。")
        }
    });
    let reason = finding.map(|finding| finding.reason.clone()).or(added).unwrap_or_default();
    fill(&form, "reason", &reason)?;
    let mut hints: Vec<String> = Vec::new();
    if let Some(finding) = finding {
        let phase = if finding.phase == Phase::One { "PHASE 1" } else { "PHASE 2以降" };
        hints.push(format!("推定{phase}"));
        hints.push(if finding.digital { "デジタル手段の記載あり" } else { "デジタル手段の記載なし" }.to_owned());
        if let Some(basis) = &finding.basis {
            hints.push(format!("法令に基づく可能性（{}）", basis.text));
        }
    }
    fill(&form, "hints", &hints.join("　"))?;
    fill(&form, "technologies", &category.technologies().join("、"))?;
    for input in find_all(&form, "input[type=\"radio\"]")? {
        input.set_attribute("name", &format!("decision-{}", category.id()))?;
    }
    options(&form, "stage", &Stage::ALL.map(|stage| (stage_value(stage), stage_name(category, stage))))?;
    options(&form, "need", &Need::ALL.map(|need| (need.name(), need.name().to_owned())))?;
    options(&form, "policy", &Policy::ALL.map(|policy| (policy.name(), policy.name().to_owned())))?;
    Ok(form)
}

fn options(form: &Element, name: &str, options: &[(&str, String)]) -> Dom {
    let select: Element = slot(form, name)?;
    append(&select, "option", "未定")?.set_attribute("value", "")?;
    for (value, label) in options {
        append(&select, "option", label)?.set_attribute("value", value)?;
    }
    Ok(())
}

const fn stage_value(stage: Stage) -> &'static str {
    match stage {
        Stage::One => "1",
        Stage::Two => "2",
        Stage::Three => "3",
    }
}

fn stage_name(category: Category, stage: Stage) -> String {
    let phases = category.phases().map(|(phases, _)| phases);
    let phase = phases.and_then(|phases| phases.get(stage as usize).copied());
    phase.map_or_else(|| stage.name().to_owned(), |phase| format!("{} {phase}", stage.name()))
}

/// Shows the judgements in the forms, leaving the field alone in which the officer types.
pub fn sync(clause: &ClauseView, present: &[(Category, Found, Judgement)]) -> Dom {
    let place: Element = by_id("category-forms")?;
    for (category, _, judgement) in present {
        let form: Element = find(&place, &format!("[data-category=\"{}\"]", category.id()))?;
        let value = judgement.decision.map_or("", decision_value);
        for input in find_all(&form, "input[type=\"radio\"]")? {
            let input: HtmlInputElement = input.unchecked_into();
            input.set_checked(input.value() == value);
        }
        for (name, value) in [
            ("stage", judgement.stage.map_or("", stage_value)),
            ("need", judgement.need.map_or("", Need::name)),
            ("policy", judgement.policy.map_or("", Policy::name)),
        ] {
            slot::<HtmlSelectElement>(&form, name)?.set_value(value);
        }
        let department = if judgement.department.is_empty() { &*clause.department } else { &judgement.department };
        for (name, value) in [
            ("time", judgement.time.as_str()),
            ("department", department),
            ("remarks", &judgement.remarks),
            ("note", &judgement.note),
        ] {
            set_text(&slot(&form, name)?, value);
        }
    }
    Ok(())
}

fn set_text(field: &Element, value: &str) {
    let focused = document().active_element().is_some_and(|active| active == *field);
    let typed = text_of(field);
    if typed != value && !focused {
        match field.dyn_ref::<HtmlInputElement>() {
            Some(input) => input.set_value(value),
            None => field.unchecked_ref::<HtmlTextAreaElement>().set_value(value),
        }
    }
}

fn text_of(field: &Element) -> String {
    match field.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.value(),
        None => field.unchecked_ref::<HtmlTextAreaElement>().value(),
    }
}

const fn decision_value(decision: Decision) -> &'static str {
    match decision {
        Decision::Applies => "applies",
        Decision::DoesNotApply => "does_not_apply",
        Decision::ToCheck => "to_check",
    }
}

/// The target of the form that a field belongs to.
fn target(field: &Element) -> Dom<Option<Target>> {
    let form = field.closest("[data-category]")?;
    let category = form.and_then(|form| form.get_attribute("data-category")).and_then(|id| Category::from_id(&id));
    Ok(category.zip(state::open_clause()).map(|(category, current)| Target { clause: current.clause.key, category }))
}

fn choose(field: &Element) -> Dom {
    let Some(target) = target(field)? else { return Ok(()) };
    let change = |change: &dyn Fn(&mut Judgement)| decide::change(target, Aspect::Choice, change);
    if let Some(radio) = field.dyn_ref::<HtmlInputElement>() {
        let decision = Decision::ALL.into_iter().find(|decision| decision_value(*decision) == radio.value());
        change(&|judgement| judgement.decision = decision);
        return Ok(());
    }
    let value = field.unchecked_ref::<HtmlSelectElement>().value();
    match field.get_attribute("data-slot").as_deref() {
        Some("stage") => {
            let stage = Stage::ALL.into_iter().find(|stage| stage_value(*stage) == value);
            change(&|judgement| judgement.stage = stage);
        }
        Some("need") => {
            let need = Need::ALL.into_iter().find(|need| need.name() == value);
            change(&|judgement| judgement.need = need);
        }
        Some("policy") => {
            let policy = Policy::ALL.into_iter().find(|policy| policy.name() == value);
            change(&|judgement| judgement.policy = policy);
        }
        _ => {}
    }
    Ok(())
}

fn write(field: &Element) -> Dom {
    let Some(target) = target(field)? else { return Ok(()) };
    let text = text_of(field);
    match field.get_attribute("data-slot").as_deref() {
        Some("time") => decide::change(target, Aspect::Time, |judgement| judgement.time = text),
        Some("department") => decide::change(target, Aspect::Department, |judgement| judgement.department = text),
        Some("remarks") => decide::change(target, Aspect::Remarks, |judgement| judgement.remarks = text),
        Some("note") => decide::change(target, Aspect::Note, |judgement| judgement.note = text),
        _ => {}
    }
    Ok(())
}
