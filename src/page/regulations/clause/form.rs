//! 見直し・メモ: what follows from the decision, a form for each category.

use web_sys::{Element, Event};

use crate::inquiry::Time;
use crate::page::announce::announce;
use crate::page::clock;
use crate::page::dom::{Dom, append, by_id, cleared, field, fill, find, lay, on_press, on_within, slot};
use crate::page::menus;
use crate::regulations::Category;
use crate::review::{Aspect, Found, Judgement, Need, Policy, Stage, Target};

use super::super::{decide, judging, state};

/// Listens to all forms.
pub fn open(pane: &Element) -> Dom {
    on_within(pane, "change", ".category-form select", |_: &Event, field| choose(field));
    on_within(pane, "input", ".category-form [data-text]", |_: &Event, field| write(field));
    on_within(pane, "change", ".category-form [data-slot=\"time\"]", |_: &Event, field| complete(field));
    on_press("category-add", || match Category::from_id(&field::value("category-new")?) {
        Some(category) => {
            menus::close("category-panel")?;
            decide::add(category)
        }
        None => Ok(()),
    })
}

/// Draws the forms of the categories.
pub fn draw(present: &[(Category, Found, Judgement)]) -> Dom {
    let place = cleared("category-forms")?;
    if present.is_empty() {
        append(&place, "p", "この条項には規制区分がありません。")?;
    }
    for (category, _, _) in present {
        let form = lay("category-form", &place)?;
        form.set_attribute("data-category", category.id())?;
        fill(&form, "name", category.name())?;
        let technologies = format!("{}（{}）", category.technologies().join("、"), category.technologies_origin());
        fill(&form, "technologies", &technologies)?;
        options(&form, "stage", &Stage::ALL.map(|stage| (stage_value(stage), stage_name(*category, stage))))?;
        options(&form, "need", &Need::ALL.map(|need| (need.name(), need.name().to_owned())))?;
        let policies: Vec<(&str, String)> =
            policies().map(|policy| (policy.name(), policy.name().to_owned())).collect();
        options(&form, "policy", &policies)?;
    }
    Ok(())
}

fn options(form: &Element, name: &str, options: &[(&str, String)]) -> Dom {
    let select: Element = slot(form, name)?;
    field::option(&select, "", "未定")?;
    for (value, label) in options {
        field::option(&select, value, label)?;
    }
    Ok(())
}

pub(super) const fn stage_value(stage: Stage) -> &'static str {
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

/// The policies of the form: last the one that only work files of version 1 have, so that theirs is seen and kept.
pub(super) fn policies() -> impl Iterator<Item = Policy> {
    Policy::ALL.into_iter().chain([Policy::Practice])
}

/// Shows the judgements in the forms, leaving the field alone in which the officer types.
pub fn sync(present: &[(Category, Found, Judgement)]) -> Dom {
    let place: Element = by_id("category-forms")?;
    for (category, _, judgement) in present {
        let form: Element = find(&place, &format!("[data-category=\"{}\"]", category.id()))?;
        for (name, value) in [
            ("stage", judgement.stage.map_or("", stage_value)),
            ("need", judgement.need.map_or("", Need::name)),
            ("policy", judgement.policy.map_or("", Policy::name)),
        ] {
            field::put(&slot(&form, name)?, value);
        }
        for (name, value) in [
            ("time", judgement.time.as_str()),
            ("department", judgement.department.as_str()),
            ("basis", &judgement.basis),
            ("remarks", &judgement.remarks),
            ("note", &judgement.note),
        ] {
            let text: Element = slot(&form, name)?;
            if field::value_of(&text) != value && !field::has_focus(&text) {
                field::put(&text, value);
            }
        }
    }
    Ok(())
}

/// The target of the form that a field belongs to.
fn target(field: &Element) -> Dom<Option<Target>> {
    let form = field.closest("[data-category]")?;
    let category = form.and_then(|form| form.get_attribute("data-category")).and_then(|id| Category::from_id(&id));
    Ok(category.zip(state::open_clause()).map(|(category, current)| Target { clause: current.clause.key, category }))
}

fn choose(field: &Element) -> Dom {
    let Some(target) = target(field)? else { return Ok(()) };
    let change = |change: &dyn Fn(&mut Judgement)| judging::change(target, Aspect::Choice, change);
    let value = field::value_of(field);
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
            let policy = policies().find(|policy| policy.name() == value);
            change(&|judgement| judgement.policy = policy);
        }
        _ => {}
    }
    Ok(())
}

/// Puts a time into the form in which times are kept (令和9年3月 → 2027-03); other words stay.
fn complete(field: &Element) -> Dom {
    let Some(target) = target(field)? else { return Ok(()) };
    let typed = field::value_of(field);
    let time = Time::completed(&typed, clock::today());
    if time != typed {
        field::put(field, &time);
        judging::change(target, Aspect::Time, |judgement| judgement.time.clone_from(&time));
        announce(&format!("見直し時期を{time}にしました。"))?;
    }
    Ok(())
}

fn write(field: &Element) -> Dom {
    let Some(target) = target(field)? else { return Ok(()) };
    let text = field::value_of(field);
    match field.get_attribute("data-slot").as_deref() {
        Some("time") => judging::change(target, Aspect::Time, |judgement| judgement.time = text),
        Some("department") => judging::change(target, Aspect::Department, |judgement| judgement.department = text),
        Some("basis") => judging::change(target, Aspect::Basis, |judgement| judgement.basis = text),
        Some("remarks") => judging::change(target, Aspect::Remarks, |judgement| judgement.remarks = text),
        Some("note") => judging::change(target, Aspect::Note, |judgement| judgement.note = text),
        _ => {}
    }
    Ok(())
}
