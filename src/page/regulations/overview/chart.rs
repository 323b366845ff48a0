//! The chart of the overview, on the screen and on paper; the table beside it says the same.

use web_sys::Element;

use crate::page::dom::Dom;
use crate::page::svg;
use crate::regulations::Category;
use crate::review::{Found, Overview};

/// Bars of candidates and checks by category.
pub fn draw(place: &Element, overview: &Overview) -> Dom {
    let count = |category, found| overview.count(Some(category), Some(found), None);
    let most =
        Category::ALL.into_iter().map(|category| count(category, Found::Candidate) + count(category, Found::Check));
    let scale = 300.0 / f64::from(most.max().unwrap_or(1).max(1));
    let drawing = svg::shape(place, "svg", &[("viewBox", "0 0 560 264"), ("class", "chart"), ("aria-hidden", "true")])?;
    for (category, line) in Category::ALL.into_iter().zip(0_u32..) {
        let top = f64::from(line) * 32.0 + 8.0;
        svg::text(&drawing, (150.0, top + 16.0), "end", "", category.name())?;
        let (candidates, checks) = (count(category, Found::Candidate), count(category, Found::Check));
        let width = f64::from(candidates) * scale;
        bar(&drawing, 158.0, top, width, "bar-candidate")?;
        bar(&drawing, 158.0 + width, top, f64::from(checks) * scale, "bar-check")?;
        let end = 164.0 + width + f64::from(checks) * scale;
        svg::text(&drawing, (end, top + 16.0), "start", "", &format!("{candidates}＋{checks}"))?;
    }
    Ok(())
}

fn bar(drawing: &Element, left: f64, top: f64, width: f64, class: &str) -> Dom {
    let [left, top, width] = [left, top, width].map(svg::number);
    let attributes = [("x", &*left), ("y", &top), ("width", &width), ("height", "22"), ("class", class)];
    svg::shape(drawing, "rect", &attributes).map(|_| ())
}
