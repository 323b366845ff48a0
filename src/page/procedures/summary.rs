//! The answer at the top: n/27 with a bar a group, the condition, what is to be done, what is listed apart.

use gloo::utils::document;
use web_sys::{Element, Event};

use crate::page::dom::{Dom, append, by_id, clear, fill, find, focus, on, on_within, reveal, template};
use crate::page::{report, tabs};
use crate::procedures::answer::Answer;
use crate::procedures::catalogue::municipal;
use crate::procedures::completeness::Completeness;

use super::desk::Desk;
use super::{condition, marks, rows, store};

/// Follows the desk.
pub fn open() -> Dom {
    let to_do: Element = by_id("procedures-to-do")?;
    on_within(&to_do, "click", "[data-go]", |_: &Event, button| {
        let number = button.get_attribute("data-go").unwrap_or_default();
        focus(&find(&by_id::<Element>("procedure-tables")?, &format!("[data-number=\"{number}\"]"))?)
    });
    on(&by_id::<Element>("procedures-to-asked")?, "click", |_: &Event| {
        focus(&find(&by_id::<Element>("procedures-asked")?, "[data-choose]")?)
    });
    on(&by_id::<Element>("procedures-print")?, "click", |_: &Event| report::print("procedures"));
    store().with(|store| store.watch(show))
}

fn show(desk: &Desk) -> Dom {
    let answer = desk.answer().map(AsRef::as_ref);
    reveal(&by_id::<Element>("procedures-empty")?, answer.is_none())?;
    reveal(&by_id::<Element>("procedures-answer")?, answer.is_some())?;
    reveal(&by_id::<Element>("procedures-export")?, answer.is_some())?;
    let Some(answer) = answer else { return tabs::set_state("procedures", "未着手") };
    let found = &answer.completeness;
    tabs::set_state("procedures", &format!("{}/27", found.count.of27))?;
    by_id::<Element>("procedures-count")?.set_text_content(Some(&count(found)));
    by_id::<Element>("procedures-count26")?.set_text_content(Some(&of26(found)));
    let asked = answer.asked().len();
    reveal(&by_id::<Element>("procedures-asked-note")?, asked > 0)?;
    by_id::<Element>("procedures-asked-count")?.set_text_content(Some(&format!(
        "どの手続か選ばれていない名称が{asked}件あります。選ぶと数が変わることがあります。"
    )));
    bars(&cleared("procedures-groups")?, answer)?;
    let place = cleared("procedures-readings")?;
    append(&place, "p", &condition::sentence(&answer.condition))?.set_class_name("procedures-met");
    condition::readings(&place, &answer.condition)?;
    condition::lacking(&cleared("procedures-lacking")?, &answer.condition)?;
    condition::deadlines(&cleared("procedures-deadlines")?)?;
    to_do(&cleared("procedures-to-do")?, answer, true)?;
    apart(&cleared("procedures-apart")?, found)
}

fn cleared(id: &str) -> Dom<Element> {
    let place: Element = by_id(id)?;
    clear(&place);
    Ok(place)
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
        let bar = template("procedure-bar")?;
        fill(&bar, "name", group.group.name())?;
        fill(&bar, "count", &format!("{} / {}", group.online, group.total))?;
        let fields: Element = find(&bar, "[data-slot=fields]")?;
        for procedure in municipal().filter(|procedure| procedure.group == group.group) {
            let availability = answer.standings.of(procedure.number).availability;
            let field = append(&fields, "span", marks::sign(availability))?;
            field.set_class_name(marks::class(availability));
            field.set_attribute("title", &format!("{}：{}", marks::named(procedure), availability.name()))?;
        }
        place.append_child(&bar)?;
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
    let table = rows::table("未対応の手続と次にすること", if named { heads } else { heads.get(..3).unwrap_or(heads) })?;
    for (one, section) in found.to_do.iter().zip(&sections) {
        let (number, procedure) = (one.number, one.number.procedure());
        let name = marks::named(procedure);
        let cells = [one.availability.name(), one.step, section];
        let row = rows::row(
            &table,
            if on_screen { "" } else { &name },
            if named { &cells } else { cells.get(..2).unwrap_or(&cells) },
        )?;
        if on_screen {
            let button = rows::button(&find::<Element>(&row, "th")?, "button-quiet", &name)?;
            button.set_attribute("data-go", &number.to_string())?;
            button.set_attribute("aria-description", "表のこの手続へ移ります")?;
        }
    }
    place.append_child(&table)?;
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
    let list = document().create_element("dl")?;
    list.set_class_name("facts");
    for (name, numbers, reason) in parts.into_iter().filter(|(_, numbers, _)| !numbers.is_empty()) {
        append(&list, "dt", &format!("{name}（{}件）", numbers.len()))?;
        let described = append(&list, "dd", &condition::names(numbers))?;
        append(&described, "p", reason)?.set_class_name("hint");
    }
    place.append_child(&list)?;
    Ok(())
}
