//! The table of the set with its sum.

use web_sys::Element;

use crate::page::announce::announce;
use crate::page::dom::{Dom, append, button, by_id, cleared, find, on_pick, reveal, table};
use crate::page::town;
use crate::subsidy::{Ceiling, Comparison, Sum};
use crate::yen::notation::{counted, grouped, people, yen};

use super::{comparison, origins, store};

/// Follows the set and the day of the header.
pub fn open() -> Dom {
    on_pick("several-result", "data-remove", |index| {
        store().change(|several| several.remove(index));
        announce("1団体を外しました。「元に戻す」で取り消せます。")
    })?;
    town::store().watch(|_| show())?;
    store().watch(|_| show())
}

fn show() -> Dom {
    let (count, undo) = store().read(|several| (several.members().len(), several.can_undo()));
    reveal(&by_id("several-export")?, count > 0)?;
    reveal(&by_id("several-clear")?, count > 0)?;
    reveal(&by_id("several-undo")?, undo)?;
    let place = cleared("several-result")?;
    if count > 0 {
        table(&place, &comparison(), true)?;
    }
    Ok(())
}

/// The comparison as a table; on the screen each row can be taken out.
pub fn table(place: &Element, comparison: &Comparison, on_screen: bool) -> Dom {
    let caption = format!("{}団体の上限額と合計", counted(comparison.rows.len()));
    let scroll = table::new(place, &caption, &heads(comparison, on_screen))?;
    let body: Element = find(&scroll, "tbody")?;
    for (index, row) in comparison.rows.iter().enumerate() {
        let line = table::line(&body, &row.entry.label)?;
        table::number(&line, &people(row.entry.population))?;
        table::numbers(&line, row.ceilings.iter().map(amount))?;
        if on_screen {
            let label = format!("{}を外す", row.entry.label);
            let attributes = [("data-remove", &*index.to_string()), ("aria-label", &label)];
            button(&append(&line, "td", "")?, "button-quiet", "外す", &attributes)?;
        }
    }
    foot(&body, comparison, on_screen)?;
    append(&scroll, "p", &format!("人口の出どころ：{}", origins(comparison).join("、")))?.set_class_name("hint");
    for sum in comparison.sums.iter().filter(|sum| !sum.without_formula.is_empty()) {
        append(&scroll, "p", &left_out(sum))?.set_class_name("notice notice-warning");
    }
    Ok(())
}

fn heads(comparison: &Comparison, on_screen: bool) -> Vec<String> {
    let mut headers = vec!["団体".to_owned(), "人口".to_owned()];
    headers.extend(comparison.programmes.iter().map(|programme| format!("{}の上限額", programme.short_name)));
    if on_screen {
        headers.push("操作".to_owned());
    }
    headers
}

fn foot(body: &Element, comparison: &Comparison, on_screen: bool) -> Dom {
    let line = table::line(body, "合計")?;
    line.set_class_name("sum");
    let total: i64 = comparison.rows.iter().map(|row| i64::from(row.entry.population.people())).sum();
    table::number(&line, &format!("{}人", grouped(total)))?;
    table::numbers(&line, comparison.sums.iter().map(|sum| yen(sum.total)))?;
    if on_screen { table::cells(&line, &[""]) } else { Ok(()) }
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
