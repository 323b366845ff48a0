//! What differs between two work files, side by side: a line each, with what each says, who and when.

use std::cell::Cell;

use gloo::utils::document;
use web_sys::{Element, HtmlInputElement};

use crate::api::inquiry::{Choices, Disputed, United};
use crate::inquiry::merge::{Difference, Said};
use crate::inquiry::merge_sections::LISTS;
use crate::page::dom::{
    Dom, append, by_id, emptied, field, fill, find_all, on_press_within, reveal, say, slot, template,
};

use super::sections;

/// Lines drawn; what was chosen for all holds for the others.
const MOST: usize = 300;
const MINE: &str = "mine";
const LATER: &str = "later";

thread_local! {
    /// What the officer last chose for all: it holds for what is not drawn.
    static ALL: Cell<All> = const { Cell::new(All::Later) };
}

#[derive(Clone, Copy)]
enum All {
    Mine,
    Theirs,
    Later,
}

/// Listens to the buttons that choose for all.
pub fn open() -> Dom {
    on_press_within("merge-disputes", "[data-all]", |button| {
        let (all, selector) = match button.get_attribute("data-all").as_deref() {
            Some("mine") => (All::Mine, "input[value=mine]"),
            Some("theirs") => (All::Theirs, "[data-slot=theirs] label:first-of-type input"),
            _ => (All::Later, "input[value=later]"),
        };
        ALL.set(all);
        for radio in find_all(&by_id("merge-disputes")?, selector)? {
            field::tick(&radio, true);
        }
        Ok(())
    })
}

/// Shows all that differs.
pub fn show(united: &United) -> Dom {
    ALL.set(All::Later);
    let place: Element = by_id("merge-differences")?;
    reveal(&place, !united.differences.is_empty())?;
    let rows = emptied(slot(&place, "rows")?);
    for (index, difference) in united.differences.iter().enumerate() {
        rows.append_child(&*tool(index, difference)?)?;
    }
    let place: Element = by_id("merge-disputes")?;
    reveal(&place, !united.disputes.is_empty())?;
    fill(&place, "count", &format!("{}件", united.disputes.len()))?;
    let rows = emptied(slot(&place, "rows")?);
    for (index, disputed) in united.disputes.iter().take(MOST).enumerate() {
        rows.append_child(&*line(index, disputed)?)?;
    }
    let hidden = united.disputes.len().saturating_sub(MOST);
    let words = format!("ほか{hidden}件は、上の「すべて…」で選んだとおりになります。");
    say(&slot(&place, "rest")?, hidden > 0, &words)
}

/// What else differs: one of the two stands.
fn tool(index: usize, difference: &Difference) -> Dom<Element> {
    let row = template("merge-row")?;
    let name = sections::title(&difference.about).unwrap_or(&difference.about);
    fill(&row, "place", name)?;
    fill(&row, "field", &difference.place)?;
    let (mine, theirs): (Element, Element) = (slot(&row, MINE)?, slot(&row, "theirs")?);
    if difference.about == LISTS {
        mine.set_text_content(Some(&difference.first));
        theirs.set_text_content(Some(&format!("{}（両方の条項を残します）", difference.second)));
        return Ok(row);
    }
    let group = format!("merge-tool-{index}");
    let what = format!("{name} {}", difference.place);
    voice(&mine, &group, MINE, &what, &Said { value: difference.first.clone(), ..Said::default() })?.set_checked(true);
    voice(&theirs, &group, "0", &what, &Said { value: difference.second.clone(), ..Said::default() })?;
    Ok(row)
}

fn line(index: usize, disputed: &Disputed) -> Dom<Element> {
    let row = template("merge-row")?;
    let place = if disputed.place.is_empty() { "一覧にない条項" } else { &disputed.place };
    let dispute = &disputed.dispute;
    fill(&row, "place", place)?;
    fill(&row, "field", &format!("{}　{}", dispute.target.category.name(), dispute.field.name()))?;
    let (group, what) = (format!("merge-{index}"), format!("{place} {}", dispute.field.name()));
    let nobody = Said { value: disputed.now.clone(), ..Said::default() };
    let own = dispute.said.iter().find(|said| said.value == disputed.now).unwrap_or(&nobody);
    voice(&slot(&row, MINE)?, &group, MINE, &what, own)?;
    let theirs: Element = slot(&row, "theirs")?;
    for (place, said) in dispute.said.iter().enumerate().filter(|(_, said)| said.value != disputed.now) {
        voice(&theirs, &group, &place.to_string(), &what, said)?;
    }
    let later = append(&row, "td", "")?;
    let open = Said { value: "あとで決める".to_owned(), ..Said::default() };
    voice(&later, &group, LATER, &what, &open)?.set_checked(true);
    Ok(row)
}

/// One choice, with who said it and when.
fn voice(place: &Element, group: &str, value: &str, what: &str, said: &Said) -> Dom<HtmlInputElement> {
    let shown = if said.value.is_empty() { "（空）" } else { &said.value };
    let who = [said.who.as_str(), &said.when.replace('T', " ")].join(" ").trim().to_owned();
    crate::page::voice::voice(place, group, value, (shown, &who), &format!("{what}："))
}

/// What the officer chose.
pub fn chosen(united: &United) -> Dom<Choices> {
    let mut choices = Choices::default();
    for (index, difference) in united.differences.iter().enumerate() {
        if checked(&format!("merge-tool-{index}"))?.is_some_and(|value| value != MINE) {
            choices.second.insert((difference.about.clone(), difference.place.clone()));
        }
    }
    for (index, disputed) in united.disputes.iter().enumerate() {
        let other = || disputed.dispute.said.iter().position(|said| said.value != disputed.now);
        let value = match (checked(&format!("merge-{index}"))?, ALL.get()) {
            (Some(value), _) => value,
            (None, All::Mine) => MINE.to_owned(),
            (None, All::Theirs) => other().map_or_else(|| LATER.to_owned(), |place| place.to_string()),
            (None, All::Later) => LATER.to_owned(),
        };
        let (target, field) = (disputed.dispute.target, disputed.dispute.field);
        if value == MINE {
            choices.judged.push((target, field, disputed.now.clone()));
        } else if let Some(said) = value.parse().ok().and_then(|place| disputed.dispute.said.iter().nth(place)) {
            choices.judged.push((target, field, said.value.clone()));
        }
    }
    Ok(choices)
}

fn checked(group: &str) -> Dom<Option<String>> {
    let radio = document().query_selector(&format!("input[name=\"{group}\"]:checked"))?;
    Ok(radio.as_ref().map(field::value_of))
}
