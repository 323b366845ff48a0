//! 見直しの内容 for many clauses at once: what is filled in is entered, the rest stays; one step of 元に戻す.

use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

use crate::api::border::Written;
use crate::api::review::InScope;
use crate::inquiry::Time;
use crate::page::announce::announce;
use crate::page::clock;
use crate::page::dom::{Dom, append, by_id, find, on, value_of};
use crate::page::regulations::calls::{ask, trouble_of};
use crate::page::regulations::{decide, state};
use crate::page::task;
use crate::review::{Judged, Judgement, Need, Scope, Stage, State, Target};

use super::form;

/// What is entered; nothing stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Entered {
    stage: Option<Stage>,
    need: Option<Need>,
    policy: Option<crate::review::Policy>,
    time: String,
    basis: String,
    remarks: String,
}

/// Listens to the form.
pub fn open() -> Dom {
    let form: Element = by_id("review-many-form")?;
    let option = |name: &str, value: &str, label: &str| {
        let select: Element = find(&form, &format!("[data-many=\"{name}\"]"))?;
        append(&select, "option", label)?.set_attribute("value", value)
    };
    for need in Need::ALL {
        option("need", need.name(), need.name())?;
    }
    for policy in crate::review::Policy::ALL {
        option("policy", policy.name(), policy.name())?;
    }
    for stage in Stage::ALL {
        option("stage", form::stage_value(stage), stage.name())?;
    }
    on(&form, "submit", |event: &Event| {
        event.prevent_default();
        enter()
    });
    on(&form, "change", |_: &Event| {
        complete()?;
        count();
        Ok(())
    });
    on(&by_id::<Element>("review-many")?, "toggle", |_: &Event| {
        count();
        Ok(())
    });
    state::current().with(|store| {
        store.watch(|_| {
            count();
            Ok(())
        })
    })
}

fn value(name: &str) -> Dom<String> {
    let field: Element = find(&by_id("review-many-form")?, &format!("[data-many=\"{name}\"]"))?;
    Ok(value_of(&field))
}

fn complete() -> Dom {
    let field: HtmlInputElement = find(&by_id("review-many-form")?, "[data-many=\"time\"]")?;
    field.set_value(&Time::completed(&field.value(), clock::today()));
    Ok(())
}

fn entered() -> Dom<Entered> {
    let (stage, need, policy) = (value("stage")?, value("need")?, value("policy")?);
    Ok(Entered {
        stage: Stage::ALL.into_iter().find(|other| form::stage_value(*other) == stage),
        need: Need::ALL.into_iter().find(|other| other.name() == need),
        policy: form::policies().find(|other| other.name() == policy),
        time: Time::completed(&value("time")?, clock::today()),
        basis: value("basis")?.trim().to_owned(),
        remarks: value("remarks")?.trim().to_owned(),
    })
}

impl Entered {
    fn entered_in(&self, mut judgement: Judgement) -> Judgement {
        judgement.stage = self.stage.or(judgement.stage);
        judgement.need = self.need.or(judgement.need);
        judgement.policy = self.policy.or(judgement.policy);
        let texts = [
            (&self.time, &mut judgement.time),
            (&self.basis, &mut judgement.basis),
            (&self.remarks, &mut judgement.remarks),
        ];
        for (new, field) in texts.into_iter().filter(|(new, _)| !new.is_empty()) {
            field.clone_from(new);
        }
        judgement
    }
}

fn reach() -> Dom<Option<InScope>> {
    let scope = match by_id::<HtmlSelectElement>("review-many-scope")?.value().as_str() {
        "ordinance" => Scope::RestOfOrdinance,
        "wording" => Scope::SameWording,
        _ => Scope::RestOfShown,
    };
    let only = by_id::<HtmlSelectElement>("review-many-states")?.value() == "applies";
    let states = if only { vec![State::Applies] } else { State::ALL.to_vec() };
    Ok(state::open_clause().map(|current| InScope { scope, index: current.clause.index, states }))
}

/// Says how many it would reach, where the part is open.
fn count() {
    task::begin(async {
        let told = async {
            if !by_id::<Element>("review-many")?.has_attribute("open") {
                return Ok(());
            }
            let Some(call) = reach()? else { return Ok(()) };
            let Written(targets) = ask(&call).await.map_err(trouble_of)?;
            let sentence = format!("{}件に入ります。", targets.len());
            by_id::<Element>("review-many-reach")?.set_text_content(Some(&sentence));
            Ok(())
        };
        told.await
    });
}

fn enter() -> Dom {
    let (entered, call) = (entered()?, reach()?);
    if entered == Entered::default() {
        return announce("入れる内容がありません。変える欄に入力してください。");
    }
    let Some(call) = call else { return Ok(()) };
    task::begin(async move {
        match ask(&call).await {
            Ok(Written(targets)) => {
                let judged = state::with_ledger(|ledger| {
                    let with = |target: Target| {
                        let judgement = entered.entered_in(ledger.judgements().of(&target));
                        Judged { target, judgement }
                    };
                    targets.into_iter().map(with).collect::<Vec<_>>()
                });
                let count = judged.len();
                decide::adopt(Scope::Reviewed, judged);
                announce(&format!("{count}件に見直しの内容を入れました。「元に戻す」でまとめて戻せます。"))
            }
            Err(failure) => Err(trouble_of(failure)),
        }
    });
    Ok(())
}
