//! The table of the set with its sum.

use gloo::utils::document;
use web_sys::{Element, Event};

use crate::page::announce::announce;
use crate::page::dom::{Dom, append, by_id, clear, find, on_within, reveal, template};
use crate::page::town;
use crate::subsidy::{Ceiling, Comparison, Sum};
use crate::yen::notation::{grouped, people, yen};

use super::{comparison, origins, store};

/// Follows the set and the day of the header.
pub fn open() -> Dom {
    let place: Element = by_id("several-result")?;
    on_within(&place, "click", "[data-remove]", |_: &Event, button| {
        let index = button.get_attribute("data-remove").and_then(|index| index.parse().ok());
        if let Some(index) = index {
            store().with(|store| store.change(|several| several.remove(index)));
            announce("1団体を外しました。「元に戻す」で取り消せます。")?;
        }
        Ok(())
    });
    town::store().with(|store| store.watch(|_| show()))?;
    store().with(|store| store.watch(|_| show()))
}

fn show() -> Dom {
    let (count, undo) = store().with(|store| store.read(|several| (several.members().len(), several.can_undo())));
    reveal(&by_id::<Element>("several-export")?, count > 0)?;
    reveal(&by_id::<Element>("several-clear")?, count > 0)?;
    reveal(&by_id::<Element>("several-undo")?, undo)?;
    let place: Element = by_id("several-result")?;
    clear(&place);
    if count > 0 {
        place.append_child(&*table(&comparison(), true)?)?;
    }
    Ok(())
}

/// The comparison as a table; on the screen each row can be taken out.
pub fn table(comparison: &Comparison, on_screen: bool) -> Dom<Element> {
    let scroll = template("plain-table")?;
    find::<Element>(&scroll, "caption")?
        .set_text_content(Some(&format!("{}団体の上限額と合計", grouped(count(comparison.rows.len())))));
    head(&find(&scroll, "thead tr")?, comparison, on_screen)?;
    let body: Element = find(&scroll, "tbody")?;
    for (index, row) in comparison.rows.iter().enumerate() {
        let line = document().create_element("tr")?;
        append(&line, "th", &row.entry.label)?.set_attribute("scope", "row")?;
        append(&line, "td", &people(row.entry.population))?.set_class_name("number");
        for ceiling in &row.ceilings {
            append(&line, "td", &amount(ceiling))?.set_class_name("number");
        }
        if on_screen {
            let button = append(&append(&line, "td", "")?, "button", "外す")?;
            button.set_class_name("button-quiet");
            button.set_attribute("type", "button")?;
            button.set_attribute("data-remove", &index.to_string())?;
            button.set_attribute("aria-label", &format!("{}を外す", row.entry.label))?;
        }
        body.append_child(&line)?;
    }
    foot(&body, comparison, on_screen)?;
    append(&scroll, "p", &format!("人口の出どころ：{}", origins(comparison).join("、")))?.set_class_name("hint");
    for sum in comparison.sums.iter().filter(|sum| !sum.without_formula.is_empty()) {
        append(&scroll, "p", &left_out(sum))?.set_class_name("notice notice-warning");
    }
    Ok(scroll)
}

fn head(head: &Element, comparison: &Comparison, on_screen: bool) -> Dom {
    let mut headers = vec!["団体".to_owned(), "人口".to_owned()];
    headers.extend(comparison.programmes.iter().map(|programme| format!("{}の上限額", programme.short_name)));
    if on_screen {
        headers.push("操作".to_owned());
    }
    for header in headers {
        append(head, "th", &header)?.set_attribute("scope", "col")?;
    }
    Ok(())
}

fn foot(body: &Element, comparison: &Comparison, on_screen: bool) -> Dom {
    let line = document().create_element("tr")?;
    line.set_class_name("sum");
    append(&line, "th", "合計")?.set_attribute("scope", "row")?;
    let total: i64 = comparison.rows.iter().map(|row| i64::from(row.entry.population.people())).sum();
    append(&line, "td", &format!("{}人", grouped(total)))?.set_class_name("number");
    for sum in &comparison.sums {
        append(&line, "td", &yen(sum.total))?.set_class_name("number");
    }
    if on_screen {
        append(&line, "td", "")?;
    }
    body.append_child(&line)?;
    Ok(())
}

fn left_out(sum: &Sum) -> String {
    format!(
        "{}：{}は算式がないため、合計に入っていません（{}団体の合計です）。",
        sum.programme.short_name,
        sum.without_formula.join("、"),
        sum.counted
    )
}

fn amount(ceiling: &Ceiling) -> String {
    ceiling.amount().map_or_else(|| "算式なし".to_owned(), yen)
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
