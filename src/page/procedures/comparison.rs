//! Comparison with the 19 towns of 山口県: in words, as a chart, as a table. A figure never stands without its base.

use std::cell::RefCell;

use web_sys::Element;

use crate::page::dom::{Dom, append, cleared, find, table};
use crate::page::town;
use crate::procedures::comparison::{self, COUNTED, SURVEYS, Town, beside, towns};
use crate::procedures::completeness::Count;
use crate::procedures::state::{Connection, DisasterSystem};

use super::{chart, read, store};

thread_local! {
    /// What is shown: made anew only for another count or town.
    static SHOWN: RefCell<Option<(Option<Count>, Option<&'static Town>)>> = const { RefCell::new(None) };
}

/// Follows the desk and the town.
pub fn open() -> Dom {
    store().watch(|_| show())?;
    town::store().watch(|_| show())
}

/// The town of the header, where it is one of the 19.
pub fn own_town() -> Option<&'static Town> {
    let code = town::store().read(|town| town.municipality.map(|municipality| municipality.code.to_string()));
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
    let place = cleared("procedures-comparison")?;
    words(&place)?;
    chart::draw(&place, own_count(), own_town())?;
    let details = append(&place, "details", "")?;
    append(&details, "summary", "グラフと同じ内容の表（19市町と4つの時点）")?;
    table(&details, own_count(), own_town())?;
    sources(&place)
}

/// Each survey beside the own count, and the town's own history.
pub fn words(place: &Element) -> Dom {
    if let Some(town) = own_town() {
        let history: Vec<String> = SURVEYS
            .iter()
            .zip(town.online)
            .map(|(survey, online)| {
                let inferred = if survey.base_inferred { "（分母は推定）" } else { "" };
                format!("{} {online}/{}{inferred}", survey.written, survey.base.total())
            })
            .collect();
        append(place, "p", &format!("{}のこれまで：{}", town.name, history.join("、")))?;
    }
    let Some(own) = own_count() else {
        return append(place, "p", "状態を入れるか一覧を開くと、お手元の数を19市町と比べます。").map(|_| ());
    };
    let headers =
        ["時点", "今回の件数", "少ない市町", "同じ市町", "多い市町", "すべてオンラインの市町", "19市町の合計"];
    let body = table::below(place, "今回の件数と、山口県19市町のそれぞれの時点の数", &headers)?;
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
        table::row(&body, &format!("{}（{}）", beside.survey.written, beside.survey.base_shown()), &cells)?;
    }
    Ok(())
}

/// The 19 towns at the four dates, the own count below.
pub fn table(place: &Element, own: Option<Count>, own_town: Option<&Town>) -> Dom {
    let headers: Vec<String> =
        SURVEYS.iter().map(|survey| format!("{}（{}）", survey.written, survey.base_shown())).collect();
    let states = ["接続の検討状況（令和4年9月）", "罹災証明の方法（令和4年9月）"];
    let headers: Vec<&str> = std::iter::once("市町").chain(headers.iter().map(String::as_str)).chain(states).collect();
    let scroll = table::new(place, "マイナポータル利用手続数（山口県19市町）", &headers)?;
    scroll.class_list().add_1("nineteen")?;
    let body: Element = find(&scroll, "tbody")?;
    for town in towns() {
        let cells = town.online.map(|online| online.to_string());
        let mark = if own_town == Some(town) { "（選んだ自治体）" } else { "" };
        let states = [connection(town), disaster_system(town)];
        let cells: Vec<&str> = cells.iter().map(String::as_str).chain(states).collect();
        let row = table::row(&body, &format!("{}{mark}", town.name), &cells)?;
        numbers(&row)?;
    }
    if let Some(own) = own {
        let cells = beside(own).iter().map(|beside| beside.own.to_string()).collect::<Vec<_>>();
        let cells: Vec<&str> = cells.iter().map(String::as_str).chain(["―", "―"]).collect();
        let row = table::row(&body, "今回の件数（同じ手続で数えたもの）", &cells)?;
        row.set_class_name("sum");
        numbers(&row)?;
    }
    Ok(())
}

/// エンドトゥエンド接続検討状況 as the paper writes it.
fn connection(town: &Town) -> &'static str {
    match town.connection {
        Connection::Dedicated => "マイナンバー系まで特定通信",
        Connection::Manual => "マイナンバー系へ手入力又はRPA等",
        _ => "記載なし",
    }
}

/// 被災者支援関係 オンライン化実施方法 as the paper writes it.
fn disaster_system(town: &Town) -> &'static str {
    match town.disaster_system {
        Some(DisasterSystem::National) => "国の被災者支援システムを利用",
        Some(DisasterSystem::Municipal) => "自治体被災者支援システムを利用",
        None => "記載なし",
    }
}

fn numbers(row: &Element) -> Dom {
    for cell in crate::page::dom::find_all(row, "td:nth-of-type(-n+4)")? {
        cell.set_class_name("number");
    }
    Ok(())
}

/// Where the figures stand.
pub fn sources(place: &Element) -> Dom {
    append(place, "p", "R3.6末時点の調査は罹災証明を含まない26手続、ほかは27手続です。お手元の数も、比べる時点と同じ手続で数えています。")?
        .set_class_name("hint");
    append(place, "p", COUNTED)?.set_class_name("hint");
    let mut sources: Vec<String> =
        SURVEYS.iter().map(|survey| format!("{} {}", survey.source.document, survey.source.page)).collect();
    sources.dedup();
    append(place, "p", &format!("出典：{}", sources.join("、")))?.set_class_name("hint");
    Ok(())
}
