//! The chart of the 19 towns at the four dates: a point a town, towns with the same count side by side.

use web_sys::Element;

use crate::page::dom::Dom;
use crate::page::svg::{line, number, shape, text};
use crate::procedures::comparison::{SURVEYS, Survey, Town, beside, towns};
use crate::procedures::completeness::Count;

const WIDTH: f64 = 880.0;
const HEIGHT: f64 = 380.0;
const LEFT: f64 = 60.0;
const TOP: f64 = 48.0;
const BOTTOM: f64 = 320.0;
/// Width of one date.
const COLUMN: f64 = 200.0;
/// Distance of two points with the same count.
const APART: f64 = 10.0;
/// Most procedures of a survey: the top of the scale.
const MOST: f64 = 27.0;

/// Draws the chart; the own count is a dashed line on the base of each date.
pub fn draw(place: &Element, own: Option<Count>, own_town: Option<&Town>) -> Dom {
    let view = format!("0 0 {} {}", number(WIDTH), number(HEIGHT));
    let label = "山口県19市町のオンライン手続数を4つの時点で示すグラフ。同じ内容の表が下にあります。";
    let svg = shape(place, "svg", &[("viewBox", &view), ("class", "chart"), ("role", "img"), ("aria-label", label)])?;
    text(&svg, (8.0, 16.0), "start", "", "手続の数（点は1市町、破線は今回の件数）")?;
    for count in [0_u8, 5, 10, 15, 20, 25] {
        let y = height(count);
        line(&svg, (LEFT, y), (WIDTH - 20.0, y), "grid")?;
        text(&svg, (LEFT - 8.0, y + 4.0), "end", "", &count.to_string())?;
    }
    line(&svg, (LEFT, BOTTOM), (WIDTH - 20.0, BOTTOM), "axis")?;
    let owns: Vec<u8> = own.map(|own| beside(own).iter().map(|beside| beside.own).collect()).unwrap_or_default();
    let mut history: Vec<(f64, f64)> = Vec::new();
    for (index, survey) in SURVEYS.iter().enumerate() {
        let middle = LEFT + COLUMN * (f64::from(u8::try_from(index).unwrap_or(0)) + 0.5);
        column(&svg, survey, middle)?;
        history.extend(points(&svg, index, middle, own_town)?);
        if let Some(own) = owns.get(index) {
            let y = height(*own);
            line(&svg, (middle - 92.0, y), (middle + 92.0, y), "own-count")?;
            text(&svg, (middle + 92.0, y - 5.0), "end", "own-label", &format!("{own}"))?;
        }
    }
    let joined: Vec<String> = history.iter().map(|(x, y)| format!("{},{}", number(*x), number(*y))).collect();
    if !joined.is_empty() {
        shape(&svg, "polyline", &[("points", &joined.join(" ")), ("class", "history")])?;
    }
    Ok(())
}

fn height(count: u8) -> f64 {
    BOTTOM - (BOTTOM - TOP) * f64::from(count) / MOST
}

/// Date, base, and the line of all procedures of that base.
fn column(svg: &Element, survey: &Survey, middle: f64) -> Dom {
    let total = survey.base.total();
    let y = height(total);
    line(svg, (middle - 92.0, y), (middle + 92.0, y), "band")?;
    text(svg, (middle - 92.0, y - 12.0), "start", "", &format!("全{total}手続"))?;
    text(svg, (middle, BOTTOM + 20.0), "middle", "", survey.written)?;
    text(svg, (middle, BOTTOM + 38.0), "middle", "", &format!("{total}手続のうち")).map(|_| ())
}

/// The points of one date; gives the place of the own town.
fn points(svg: &Element, index: usize, middle: f64, own_town: Option<&Town>) -> Dom<Option<(f64, f64)>> {
    let mut own = None;
    let count = |town: &Town| town.online.get(index).copied().unwrap_or(0);
    for at in 0..=27_u8 {
        let same: Vec<&Town> = towns().iter().filter(|town| count(town) == at).collect();
        let many = f64::from(u8::try_from(same.len()).unwrap_or(0));
        for (town, position) in same.iter().zip(0_u8..) {
            let (x, y) = (middle + APART * (f64::from(position) - (many - 1.0) / 2.0), height(at));
            let is_own = own_town == Some(*town);
            let (class, radius) = if is_own { ("own", "6") } else { ("other", "4") };
            let circle =
                shape(svg, "circle", &[("cx", &number(x)), ("cy", &number(y)), ("r", radius), ("class", class)])?;
            shape(&circle, "title", &[])?.set_text_content(Some(&format!("{} {at}", town.name)));
            if is_own {
                own = Some((x, y));
            }
        }
    }
    Ok(own)
}
