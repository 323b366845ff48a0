//! The answer at the top: n/27 with a bar a group, the condition, what is to be done, what is listed apart.

use web_sys::Element;

use crate::page::dom::{
    Dom, append, button, by_id, cleared, fill, find, focus, lay, on_pick, on_press, reveal, set_text, styled, table,
};
use crate::page::{report, tabs};
use crate::procedures::answer::Answer;
use crate::procedures::catalogue::municipal;
use crate::procedures::completeness::Completeness;

use super::desk::Desk;
use super::{condition, marks, store};

/// Follows the desk.
pub fn open() -> Dom {
    on_pick("procedures-to-do", "data-go", |number: String| {
        focus(&find(&by_id("procedure-tables")?, &format!("[data-number=\"{number}\"]"))?)
    })?;
    on_press("procedures-to-asked", || focus(&find(&by_id("procedures-asked")?, "[data-choose]")?))?;
    on_press("procedures-print", || report::print("procedures"))?;
    store().watch(show)
}

fn show(desk: &Desk) -> Dom {
    let answer = desk.answer().map(AsRef::as_ref);
    reveal(&by_id("procedures-empty")?, answer.is_none())?;
    reveal(&by_id("procedures-answer")?, answer.is_some())?;
    reveal(&by_id("procedures-export")?, answer.is_some())?;
    let Some(answer) = answer else { return tabs::set_state("procedures", None) };
    let found = &answer.completeness;
    tabs::set_state("procedures", Some(&format!("{}/27", found.count.of27)))?;
    set_text("procedures-count", &count(found))?;
    set_text("procedures-count26", &of26(found))?;
    let asked = answer.asked().len();
    reveal(&by_id("procedures-asked-note")?, asked > 0)?;
    set_text(
        "procedures-asked-count",
        &format!("どの手続か選ばれていない名称が{asked}件あります。選ぶと数が変わることがあります。"),
    )?;
    bars(&cleared("procedures-groups")?, answer)?;
    let place = cleared("procedures-readings")?;
    append(&place, "p", &condition::sentence(&answer.condition))?.set_class_name("procedures-met");
    condition::readings(&place, &answer.condition)?;
    condition::lacking(&cleared("procedures-lacking")?, &answer.condition)?;
    condition::deadlines(&cleared("procedures-deadlines")?)?;
    to_do(&cleared("procedures-to-do")?, answer, true)?;
    apart(&cleared("procedures-apart")?, found)
}

/// 「24 / 27」
pub fn count(found: &Completeness) -> String {
    format!("{} / 27", found.count.of27)
}

/// The same without 罹災証明.
pub fn of26(found: &Completeness) -> String {
    format!("罹災証明を除く26手続では {} / 26", found.count.of26)
}

/// A bar a group: one field a procedure, told by its sign and not by colour alone.
pub fn bars(place: &Element, answer: &Answer) -> Dom {
    for group in &answer.completeness.groups {
        let bar = lay("procedure-bar", place)?;
        fill(&bar, "name", group.group.name())?;
        fill(&bar, "count", &format!("{} / {}", group.online, group.total))?;
        let fields: Element = find(&bar, "[data-slot=fields]")?;
        for procedure in municipal().filter(|procedure| procedure.group == group.group) {
            let availability = answer.standings.of(procedure.number).availability;
            let field = styled(&fields, "span", marks::class(availability), marks::sign(availability))?;
            field.set_attribute("title", &format!("{}：{}", marks::named(procedure), availability.name()))?;
        }
    }
    Ok(())
}

/// What is missing, in the order of the official list, each with its next step.
pub fn to_do(place: &Element, answer: &Answer, on_screen: bool) -> Dom {
    let found = &answer.completeness;
    if found.to_do.is_empty() {
        append(place, "p", "することはありません。")?;
        return Ok(());
    }
    let sections: Vec<String> = found.to_do.iter().map(|one| answer.departments(one.number)).collect();
    // Only where the list has sections is there something to say of them.
    let named = sections.iter().any(|section| !section.is_empty());
    let heads: &[&str] = &["手続", "公開状況", "次にすること", "所管課"];
    let heads = if named { heads } else { heads.get(..3).unwrap_or(heads) };
    let body = table::below(place, "未対応の手続と次にすること", heads)?;
    for (one, section) in found.to_do.iter().zip(&sections) {
        let (number, procedure) = (one.number, one.number.procedure());
        let name = marks::named(procedure);
        let cells = [one.availability.name(), one.step, section];
        let row = table::row(
            &body,
            if on_screen { "" } else { &name },
            if named { &cells } else { cells.get(..2).unwrap_or(&cells) },
        )?;
        if on_screen {
            let attributes = [("data-go", &*number.to_string()), ("aria-description", "表のこの手続へ移ります")];
            button(&find(&row, "th")?, "button-quiet", &name, &attributes)?;
        }
    }
    Ok(())
}

/// What does not count although something is there, or nothing can be: with the reason.
pub fn apart(place: &Element, found: &Completeness) -> Dom {
    let parts = [
        (
            "汎用電子申請のみ",
            &found.general_system_only,
            "汎用の電子申請で受け付けていても、マイナポータルで申請できないため、オンラインに数えません。",
        ),
        (
            "制度なし",
            &found.no_scheme,
            "団体に制度がないため、オンラインに数えません。27手続からも除きません。数を説明するときにお使いください。",
        ),
    ];
    if parts.iter().all(|(_, numbers, _)| numbers.is_empty()) {
        return Ok(());
    }
    append(place, "h3", "数えていないもの")?;
    let list = styled(place, "dl", "facts", "")?;
    for (name, numbers, reason) in parts.into_iter().filter(|(_, numbers, _)| !numbers.is_empty()) {
        append(&list, "dt", &format!("{name}（{}件）", numbers.len()))?;
        let described = append(&list, "dd", &condition::names(numbers))?;
        append(&described, "p", reason)?.set_class_name("hint");
    }
    Ok(())
}
