//! The chart of ceiling against population, and the same as a table.

use web_sys::{Element, HtmlSelectElement};

use crate::page::dom::{Dom, append, by_id, cleared, field, on_own, table};
use crate::page::svg::{line, number, shape, text};
use crate::page::town::{self, Town};
use crate::subsidy::chart::{Chart, Frame, Mark, chart};
use crate::subsidy::{ChosenTown, Programme, programmes};
use crate::yen::notation::{people, yen};

use super::several;

const FRAME: Frame = Frame { width: 880.0, height: 420.0, left: 110.0, right: 30.0, top: 46.0, bottom: 44.0 };

/// Fills the choice of programmes and follows the town and the set.
pub fn open() -> Dom {
    let choice: HtmlSelectElement = by_id("chart-programme")?;
    for programme in programmes(None).into_iter().filter(|programme| programme.formula().is_some()) {
        field::option(&choice, programme.id, programme.short_name)?;
    }
    on_own("chart-programme", "change", |_: &Element| show())?;
    town::store().watch(|_| show())?;
    several::store().watch(|_| show())
}

fn show() -> Dom {
    let chosen = field::value("chart-programme")?;
    let place = cleared("ceiling-chart")?;
    let Some(programme) = crate::subsidy::programme(&chosen) else { return Ok(()) };
    let own = town::store().read(Town::entry);
    let mut entries: Vec<ChosenTown> = own.clone().into_iter().collect();
    entries.extend(
        several::comparison().rows.into_iter().map(|row| row.entry).filter(|entry| Some(entry) != own.as_ref()),
    );
    if let Some(chart) = chart(programme, &entries, FRAME) {
        draw(&place, programme, &chart, own.is_some())?;
        values(&place, programme, &chart)?;
    }
    Ok(())
}

fn draw(place: &Element, programme: &Programme, chart: &Chart, with_own: bool) -> Dom {
    let view = format!("0 0 {} {}", number(FRAME.width), number(FRAME.height));
    let label = format!("{}の上限額と人口の関係を示すグラフ。同じ内容の表が下にあります。", programme.short_name);
    let svg = shape(place, "svg", &[("viewBox", &view), ("class", "chart"), ("role", "img"), ("aria-label", &label)])?;
    axes(&svg, chart)?;
    bands(&svg, chart)?;
    for (index, mark) in chart.marks.iter().enumerate() {
        point(&svg, mark, with_own && index == 0)?;
    }
    Ok(())
}

fn axes(svg: &Element, chart: &Chart) -> Dom {
    let (left, right) = (FRAME.left, FRAME.width - FRAME.right);
    let (top, bottom) = (FRAME.top, FRAME.height - FRAME.bottom);
    for tick in &chart.populations {
        line(svg, (tick.at, top), (tick.at, bottom), "grid")?;
        text(svg, (tick.at, bottom + 18.0), "middle", "", &tick.label)?;
    }
    for tick in &chart.amounts {
        line(svg, (left, tick.at), (right, tick.at), "grid")?;
        text(svg, (left - 8.0, tick.at + 4.0), "end", "", &tick.label)?;
    }
    line(svg, (left, bottom), (right, bottom), "axis")?;
    line(svg, (left, top), (left, bottom), "axis")?;
    text(svg, (right, bottom + 38.0), "end", "", "人口（対数目盛）")?;
    text(svg, (8.0, 16.0), "start", "", "上限額（対数目盛）").map(|_| ())
}

fn bands(svg: &Element, chart: &Chart) -> Dom {
    let (top, bottom) = (FRAME.top, FRAME.height - FRAME.bottom);
    for band in &chart.bands {
        line(svg, (band.to, top - 6.0), (band.to, bottom), "band")?;
        text(svg, (f64::midpoint(band.from, band.to), top - 10.0), "middle", "", band.wording)?;
        let points: Vec<String> =
            band.line.iter().map(|point| format!("{},{}", number(point.x), number(point.y))).collect();
        shape(svg, "polyline", &[("points", &points.join(" ")), ("class", "curve")])?;
    }
    if let Some((from, to)) = chart.without_formula {
        text(svg, (f64::midpoint(from, to), f64::midpoint(top, bottom)), "middle", "", "算式なし")?;
    }
    Ok(())
}

/// A town: the own one as a filled point with its name, the others as rings that name themselves on request.
fn point(svg: &Element, mark: &Mark, own: bool) -> Dom {
    let Some(at) = mark.at else { return Ok(()) };
    let class = if own { "own" } else { "other" };
    let radius = if own { "7" } else { "5" };
    let (x, y) = (number(at.x), number(at.y));
    let circle = shape(svg, "circle", &[("cx", &x), ("cy", &y), ("r", radius), ("class", class)])?;
    let name = match mark.amount {
        Some(amount) => format!("{}（{}、{}）", mark.label, people(mark.population), yen(amount)),
        None => format!("{}（{}）", mark.label, people(mark.population)),
    };
    shape(&circle, "title", &[])?.set_text_content(Some(&name));
    if own {
        let (anchor, x) = if at.x > FRAME.width / 2.0 { ("end", at.x - 12.0) } else { ("start", at.x + 12.0) };
        text(svg, (x, at.y - 10.0), anchor, "own-label", &mark.label)?;
    }
    Ok(())
}

fn values(place: &Element, programme: &Programme, chart: &Chart) -> Dom {
    let details = append(place, "details", "")?;
    append(&details, "summary", "グラフと同じ内容の表")?;
    let caption = format!("{}の上限額と人口", programme.short_name);
    let body = table::below(&details, &caption, &["団体・目安", "人口", "人口規模", "上限額"])?;
    for mark in &chart.marks {
        let amount = mark.amount.map_or_else(|| "算式なし".to_owned(), yen);
        row(&body, [&mark.label, &people(mark.population), "", &amount])?;
    }
    for sample in &chart.samples {
        row(&body, ["目安", &people(sample.population), sample.band, &yen(sample.amount)])?;
    }
    Ok(())
}

fn row(body: &Element, [name, population, band, amount]: [&str; 4]) -> Dom {
    let row = table::line(body, name)?;
    table::number(&row, population)?;
    table::cells(&row, &[band])?;
    table::number(&row, amount).map(|_| ())
}
