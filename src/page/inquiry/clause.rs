//! The tab 照会 of the open clause: its state, what was asked, what came back, all rounds; and 所管課 in its head.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;

use crate::api::border::Compact;
use crate::api::inquiry::{AskedView, InquiryView, ShowInquiry};
use crate::inquiry::progress::Standing;
use crate::inquiry::take::{adopt, choose};
use crate::inquiry::{Column, Number, Received, Value, shown_name};
use crate::page::announce::announce;
use crate::page::dom::{
    Dom, append, button, by_id, cleared, emptied, field, fill, find, find_all, flag, on_press_within, on_submit,
    reveal, slot, table, template,
};
use crate::page::regulations::calls::ask;
use crate::page::regulations::clause::tabs;
use crate::page::regulations::{inquiry_state, state as desk};
use crate::page::soon::Soon;
use crate::page::svg;
use crate::review::{Judgement, Need, Policy, Scope, State, Target};

use super::state;

thread_local! {
    static SOON: Soon = Soon::default();
    /// What is shown.
    static SHOWN: RefCell<InquiryView> = RefCell::default();
}

/// Opens it.
pub fn open() -> Dom {
    on_submit("clause-related", relate)?;
    on_press_within("clause-inquiry-asked", "button[data-take]", |button| {
        let (number, place) = number_and(button, "data-take");
        decide(number, place.parse().ok())
    })?;
    on_press_within("clause-inquiry-asked", "button[data-wish]", |button| {
        wish(number_and(button, "data-wish").0, button.get_attribute("aria-pressed").as_deref() != Some("true"))
    })?;
    tabs::offer("inquiry", true)?;
    let renew = || SOON.with(|soon| soon.ask(ask_again));
    desk::watch_open(renew)?;
    desk::ledger().watch(move |_| renew())?;
    state::store().watch(move |_| renew())
}

async fn ask_again() -> Dom {
    let Some(current) = desk::open_clause() else { return Ok(()) };
    let answer = ask(&ShowInquiry(current.clause.index)).await?;
    let still = desk::open_clause().is_some_and(|now| Rc::ptr_eq(&now.clause, &current.clause));
    let Some(Compact(view)) = answer.filter(|_| still) else { return Ok(()) };
    show(&view)?;
    SHOWN.set(view);
    Ok(())
}

fn show(view: &InquiryView) -> Dom {
    head(view)?;
    let word = view.standing.map_or("", Standing::name);
    tabs::set_state("inquiry", None, word)?;
    let place = cleared("clause-inquiry-state")?;
    if let Some(standing) = view.standing {
        inquiry_state(&place, standing)?;
    }
    reveal(&by_id("clause-inquiry-none")?, view.asked.is_empty())?;
    let asked = cleared("clause-inquiry-asked")?;
    let Some(current) = desk::open_clause() else { return Ok(()) };
    for one in &view.asked {
        let target = Target { clause: current.clause.key, category: one.category };
        let now = desk::ledger().read(|ledger| ledger.judgements().of(&target));
        let part = part(one, &now)?;
        asked.append_child(&part)?;
    }
    let names: Element = by_id("clause-related-names")?;
    if !field::has_focus(&names) {
        field::put(&names, &view.related.iter().cloned().collect::<Vec<_>>().join("、"));
    }
    Ok(())
}

/// 所管課 in the head of the clause, and in its forms for what they do not say themselves.
fn head(view: &InquiryView) -> Dom {
    let place = emptied(slot(&by_id("clause-pane")?, "department")?);
    svg::icon(&place, "people")?;
    let name = if view.section.is_empty() { "未定" } else { &view.section };
    place.append_with_str_1(&format!("所管課：{name}"))?;
    for field in find_all(&by_id("category-forms")?, "[data-slot=\"department\"]")? {
        field.set_attribute("placeholder", &view.section)?;
    }
    Ok(())
}

fn part(asked: &AskedView, now: &Judgement) -> Dom<Element> {
    let part = template("clause-asked")?;
    let heading = format!("第{}回　{}　{}", asked.ordinal, asked.number, asked.category.name());
    fill(&part, "heading", &heading)?;
    let deadline = asked.deadline.map_or_else(|| "なし".to_owned(), crate::date::Date::era);
    let otherwise = if asked.withdrawn { "照会票の作成を取り消し" } else { "後の回で聞き直し" };
    let state = asked.standing.map_or(otherwise, Standing::name);
    let more = if asked.clauses > 1 { format!("　同じ形の{}条項", asked.clauses) } else { String::new() };
    let facts = format!("照会 {}　{}　期限 {deadline}　{state}{more}", asked.day.era(), shown_name(&asked.section));
    fill(&part, "facts", &facts)?;
    let scroll: Element = find(&part, ".table-scroll")?;
    scroll.set_attribute("aria-label", &format!("{}の今の判定と回答", asked.number))?;
    heads(&part, asked)?;
    again(&part, asked)?;
    let body: Element = find(&part, "tbody")?;
    for column in Column::ALL {
        let mine = of_judgement(now, column);
        let theirs: Vec<String> = asked.answers.0.iter().map(|answer| of_answer(answer, column)).collect();
        let differs = theirs.iter().any(|value| value != "—" && *value != mine);
        let row = table::line(&body, column.name())?;
        table::cells(&row, &[&mine])?;
        for value in theirs {
            let cell = append(&row, "td", &value)?;
            if differs {
                cell.set_class_name("answer-differs");
            }
        }
    }
    Ok(part)
}

/// The head of the table: 今の判定 and each answer, with what the officer can choose.
fn heads(part: &Element, asked: &AskedView) -> Dom {
    let head: Element = find(part, "thead tr")?;
    table::heads(&head, &["欄"])?;
    let own = append(&head, "th", "今の判定")?;
    own.set_attribute("scope", "col")?;
    if asked.standing == Some(Standing::Conflict) && !asked.answers.0.is_empty() {
        act(&own, "今のまま", &format!("{}は今のまま", asked.number), ("data-take", &asked.number.to_string()))?;
    }
    for (place, answer) in asked.answers.0.iter().enumerate() {
        let (section, who) = (shown_name(&answer.section), who(answer));
        let cell = append(&head, "th", section)?;
        cell.set_attribute("scope", "col")?;
        append(&cell, "span", &who)?.set_class_name("answer-who");
        cell.set_attribute("title", &[answer.file.as_str(), &answer.sheet].join(" "))?;
        if differs_from(answer, asked) {
            let whole = format!("{}：{section} {who}を採る", asked.number);
            act(&cell, "採る", &whole, ("data-take", &format!("{} {place}", asked.number)))?;
        }
    }
    Ok(())
}

/// A button whose words alone do not say all.
fn act(place: &Element, words: &str, whole: &str, attribute: (&str, &str)) -> Dom<Element> {
    button(place, "button-small", words, &[("aria-label", whole), attribute])
}

/// The wish to ask once more, at the row that was asked last.
fn again(part: &Element, asked: &AskedView) -> Dom {
    let place: Element = slot(part, "acts")?;
    if asked.standing.is_none() {
        return reveal(&place, false);
    }
    let number = asked.number.to_string();
    let words = if asked.wished { "次の再照会に入れています" } else { "もう一度照会する" };
    let button = act(&place, words, &format!("{number}：もう一度照会する"), ("data-wish", &number))?;
    flag(&button, "aria-pressed", asked.wished)
}

/// The rows of a number and what they ask.
fn targets_of(number: Number) -> Vec<Target> {
    state::work().index().get(&number).map_or_else(Vec::new, |(_, item)| item.targets.clone())
}

/// Whether taking an answer would change what stands.
fn differs_from(answer: &Received, asked: &AskedView) -> bool {
    let targets = targets_of(asked.number);
    desk::ledger().read(|ledger| !adopt(ledger.judgements(), &targets, &[answer]).is_empty())
}

fn number_and(button: &Element, attribute: &str) -> (Option<Number>, String) {
    let text = button.get_attribute(attribute).unwrap_or_default();
    let (number, rest) = text.split_once(' ').unwrap_or((&text, ""));
    (Number::read(number).ok(), rest.to_owned())
}

/// Takes the answer with this place, or leaves what stands where none is named: one step that can be undone.
fn decide(number: Option<Number>, place: Option<usize>) -> Dom {
    let answers = SHOWN.with_borrow(|shown| {
        let own = shown.asked.iter().find(|asked| Some(asked.number) == number);
        own.map_or_else(Vec::new, |asked| asked.answers.0.clone())
    });
    let Some(number) = number.filter(|_| !answers.is_empty()) else { return Ok(()) };
    let taken = place.and_then(|place| answers.get(place));
    let targets = targets_of(number);
    let mut work = (*state::work()).clone();
    let judged = desk::ledger().read(|ledger| choose(&mut work, ledger.judgements(), &targets, &answers, taken));
    let count = judged.len();
    state::adopt(Scope::Answers, judged, work);
    announce(&match taken {
        Some(answer) => format!(
            "{}の回答を採り、{count}件の判定が変わりました。「元に戻す」で戻せます。",
            shown_name(&answer.section)
        ),
        None => "今のままにしました。「元に戻す」で戻せます。".to_owned(),
    })
}

/// Puts the row on the list of the next 再照会, or takes it off.
fn wish(number: Option<Number>, wished: bool) -> Dom {
    let Some(number) = number else { return Ok(()) };
    let targets = targets_of(number);
    state::change(Scope::Sent, |work| work.wish(&targets, wished));
    announce(if wished {
        "次の再照会に入れました。「照会と回答」の「再照会」で照会票を作れます。"
    } else {
        "次の再照会から外しました。"
    })
}

/// 回答者, day, method and place.
fn who(answer: &Received) -> String {
    let place = if answer.file.is_empty() { answer.method.name().to_owned() } else { format!("{}行", answer.row) };
    let draft = if answer.draft { "課内の案" } else { "" };
    let words = [answer.respondent.as_str(), &answer.day, &place, draft];
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join("・")
}

fn of_judgement(judgement: &Judgement, column: Column) -> String {
    let value = match column {
        Column::Decision => return State::of(judgement.decision).name().to_owned(),
        Column::Need => judgement.need.map_or("", Need::name).to_owned(),
        Column::Policy => judgement.policy.map_or("", Policy::name).to_owned(),
        Column::Time => judgement.time.clone(),
        Column::Basis => judgement.basis.clone(),
        Column::Remarks => judgement.remarks.clone(),
    };
    if value.is_empty() { "—".to_owned() } else { value }
}

fn of_answer(answer: &Received, column: Column) -> String {
    if let Some((_, typed)) = answer.not_understood.iter().find(|(other, _)| *other == column) {
        return format!("「{typed}」（読み取れない）");
    }
    if answer.erased.contains(&column) {
        return "取消".to_owned();
    }
    if let (Column::Decision, Some(to)) = (column, &answer.transfer) {
        return if to.is_empty() { "所管外".to_owned() } else { format!("所管外（→{to}）") };
    }
    answer.given.get(&column).map_or_else(
        || "—".to_owned(),
        |given| {
            let typed =
                if given.confirm { format!("（書かれたことば「{}」）", given.typed) } else { String::new() };
            Value::written(&given.value) + &typed
        },
    )
}

/// Sets the 関係課 of the open clause.
fn relate() -> Dom {
    let Some(current) = desk::open_clause() else { return Ok(()) };
    let typed = field::value("clause-related-names")?;
    let names = typed.split(['、', ',', '，']).map(str::trim).filter(|name| !name.is_empty());
    let names: std::collections::BTreeSet<String> = names.map(str::to_owned).collect();
    let count = names.len();
    state::change(Scope::Departments, |work| {
        for name in &names {
            work.meet(name);
        }
        if names.is_empty() {
            work.related.remove(&current.clause.key);
        } else {
            work.related.insert(current.clause.key, names);
        }
    });
    announce(&format!("関係課を{count}課にしました。「元に戻す」で戻せます。"))
}
