//! 見直しの内容 for many clauses at once: what is filled in is entered, the rest stays; one step of 元に戻す.

use web_sys::{Element, Event, HtmlInputElement};

use crate::api::border::Written;
use crate::api::review::InScope;
use crate::inquiry::Time;
use crate::page::announce::announce;
use crate::page::clock;
use crate::page::dom::{Dom, by_id, field, find, on, on_own, on_submit, set_text};
use crate::page::regulations::calls::ask;
use crate::page::regulations::{judging, state};
use crate::page::task;
use crate::review::{Judgement, Need, Policy, Scope, Stage, State};

use super::form;

/// Listens to the form.
pub fn open() -> Dom {
    let form: Element = by_id("review-many-form")?;
    let option = |name: &str, value: &str, label: &str| {
        let select: Element = find(&form, &format!("[data-many=\"{name}\"]"))?;
        field::option(&select, value, label)
    };
    for need in Need::ALL {
        option("need", need.name(), need.name())?;
    }
    for policy in Policy::ALL {
        option("policy", policy.name(), policy.name())?;
    }
    for stage in Stage::ALL {
        option("stage", form::stage_value(stage), stage.name())?;
    }
    on_submit("review-many-form", enter)?;
    on(&form, "change", |_: &Event| complete().map(|()| count()));
    on_own("review-many", "toggle", |_: &Element| count())?;
    state::current().watch(|_| count())
}

fn value(name: &str) -> Dom<String> {
    let field: Element = find(&by_id("review-many-form")?, &format!("[data-many=\"{name}\"]"))?;
    Ok(field::value_of(&field))
}

fn complete() -> Dom {
    let field: HtmlInputElement = find(&by_id("review-many-form")?, "[data-many=\"time\"]")?;
    field.set_value(&Time::completed(&field.value(), clock::today()));
    Ok(())
}

/// What is entered; nothing stays as it was.
fn entered() -> Dom<Judgement> {
    let (stage, need, policy) = (value("stage")?, value("need")?, value("policy")?);
    Ok(Judgement {
        stage: Stage::ALL.into_iter().find(|other| form::stage_value(*other) == stage),
        need: Need::ALL.into_iter().find(|other| other.name() == need),
        policy: form::policies().find(|other| other.name() == policy),
        time: Time::completed(&value("time")?, clock::today()),
        basis: value("basis")?.trim().to_owned(),
        remarks: value("remarks")?.trim().to_owned(),
        ..Judgement::default()
    })
}

fn enter_in(judgement: &mut Judgement, entered: &Judgement) {
    judgement.stage = entered.stage.or(judgement.stage);
    judgement.need = entered.need.or(judgement.need);
    judgement.policy = entered.policy.or(judgement.policy);
    let texts = [
        (&entered.time, &mut judgement.time),
        (&entered.basis, &mut judgement.basis),
        (&entered.remarks, &mut judgement.remarks),
    ];
    for (new, field) in texts.into_iter().filter(|(new, _)| !new.is_empty()) {
        field.clone_from(new);
    }
}

fn reach() -> Dom<Option<InScope>> {
    let scope = match field::value("review-many-scope")?.as_str() {
        "ordinance" => Scope::RestOfOrdinance,
        "wording" => Scope::SameWording,
        _ => Scope::RestOfShown,
    };
    let only = field::value("review-many-states")? == "applies";
    let states = if only { vec![State::Applies] } else { State::ALL.to_vec() };
    Ok(state::open_clause().map(|current| InScope { scope, index: current.clause.index, states }))
}

/// Says how many it would reach, where the part is open.
fn count() {
    task::begin(async {
        if !by_id::<Element>("review-many")?.has_attribute("open") {
            return Ok(());
        }
        let Some(call) = reach()? else { return Ok(()) };
        let Written(targets) = ask(&call).await?;
        set_text("review-many-reach", &format!("{}件に入ります。", targets.len()))
    });
}

fn enter() -> Dom {
    let (entered, call) = (entered()?, reach()?);
    if entered.is_empty() {
        return announce("入れる内容がありません。変える欄に入力してください。");
    }
    let Some(call) = call else { return Ok(()) };
    task::begin(async move {
        let Written(targets) = ask(&call).await?;
        let count = judging::change_all(Scope::Reviewed, targets, |judgement| enter_in(judgement, &entered));
        announce(&format!("{count}件に見直しの内容を入れました。「元に戻す」でまとめて戻せます。"))
    });
    Ok(())
}
