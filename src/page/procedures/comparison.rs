//! Comparison with the 19 towns of 山口県: in words, as a chart, as a table. A figure never stands without its base.

use std::cell::RefCell;

use web_sys::Element;

use crate::page::dom::{Dom, append, by_id, clear};
use crate::page::town;
use crate::procedures::comparison::{self, SURVEYS, Town, beside, towns};
use crate::procedures::completeness::Count;

use super::{chart, read, rows, store};

thread_local! {
    /// What is shown: made anew only for another count or town.
    static SHOWN: RefCell<Option<(Option<Count>, Option<&'static Town>)>> = const { RefCell::new(None) };
}

/// Follows the desk and the town.
pub fn open() -> Dom {
    store().with(|store| store.watch(|_| show()))?;
    town::store().with(|store| store.watch(|_| show()))
}

/// The town of the header, where it is one of the 19.
pub fn own_town() -> Option<&'static Town> {
    let code = town::store()
        .with(|store| store.read(|town| town.municipality.map(|municipality| municipality.code.to_string())));
    comparison::town(&code?)
}

/// The own count, once something was entered.
pub fn own_count() -> Option<Count> {
    read(|desk| desk.answer().map(|answer| answer.completeness.count))
}

fn show() -> Dom {
    let now = Some((own_count(), own_town()));
    if SHOWN.with_borrow(|shown| *shown == now) {
        return Ok(());
    }
    SHOWN.set(now);
    let place: Element = by_id("procedures-comparison")?;
    clear(&place);
    words(&place)?;
    chart::draw(&place, own_count(), own_town())?;
    let details = append(&place, "details", "")?;
    append(&details, "summary", "グラフと同じ内容の表（19市町と4つの時点）")?;
    details.append_child(&*table(own_count(), own_town())?)?;
    sources(&place)
}

/// Each survey beside the own count, and the town's own history.
pub fn words(place: &Element) -> Dom {
    if let Some(town) = own_town() {
        let history: Vec<String> = SURVEYS
            .iter()
            .zip(town.online)
            .map(|(survey, online)| format!("{} {online}/{}", survey.written, survey.base.total()))
            .collect();
        append(place, "p", &format!("{}のこれまで：{}", town.name, history.join("、")))?;
    }
    let Some(own) = own_count() else {
        return append(place, "p", "状態を入れるか一覧を開くと、お手元の数を19市町と比べます。").map(|_| ());
    };
    let headers =
        ["時点", "お手元の今の数", "少ない市町", "同じ市町", "多い市町", "すべてオンラインの市町", "19市町の合計"];
    let table = rows::table("お手元の今の数と、山口県19市町のそれぞれの時点の数", &headers)?;
    for beside in beside(own) {
        let total = beside.survey.base.total();
        let (fewer, same, more) = beside.fewer_same_more;
        let cells = [
            format!("{} / {total}", beside.own),
            fewer.to_string(),
            same.to_string(),
            more.to_string(),
            beside.complete.to_string(),
            format!("{} / {}", beside.sum, u16::from(total) * 19),
        ];
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        rows::row(&table, &format!("{}（{total}手続のうち）", beside.survey.written), &cells)?;
    }
    place.append_child(&table)?;
    Ok(())
}

/// The 19 towns at the four dates, the own count below.
pub fn table(own: Option<Count>, own_town: Option<&Town>) -> Dom<Element> {
    let headers: Vec<String> =
        SURVEYS.iter().map(|survey| format!("{}（{}手続のうち）", survey.written, survey.base.total())).collect();
    let headers: Vec<&str> = std::iter::once("市町").chain(headers.iter().map(String::as_str)).collect();
    let table = rows::table("マイナポータル利用手続数（山口県19市町）", &headers)?;
    for town in towns() {
        let cells = town.online.map(|online| online.to_string());
        let mark = if own_town == Some(town) { "（選んだ自治体）" } else { "" };
        let row = rows::row(&table, &format!("{}{mark}", town.name), &cells.each_ref().map(String::as_str))?;
        numbers(&row)?;
    }
    if let Some(own) = own {
        let cells = beside(own).iter().map(|beside| beside.own.to_string()).collect::<Vec<_>>();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let row = rows::row(&table, "お手元の今の数（同じ手続で数えたもの）", &cells)?;
        row.set_class_name("sum");
        numbers(&row)?;
    }
    Ok(table)
}

fn numbers(row: &Element) -> Dom {
    for cell in crate::page::dom::find_all(row, "td")? {
        cell.set_class_name("number");
    }
    Ok(())
}

/// Where the figures stand.
pub fn sources(place: &Element) -> Dom {
    append(place, "p", "R3.6末時点の調査は罹災証明を含まない26手続、ほかは27手続です。お手元の数も、比べる時点と同じ手続で数えています。")?
        .set_class_name("hint");
    let mut sources: Vec<String> =
        SURVEYS.iter().map(|survey| format!("{} {}", survey.source.document, survey.source.page)).collect();
    sources.dedup();
    append(place, "p", &format!("出典：{}", sources.join("、")))?.set_class_name("hint");
    Ok(())
}
