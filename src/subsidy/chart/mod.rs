//! The chart of ceiling against population, as numbers: the page only draws it.
//!
//! Takes a programme with a formula, the towns to mark and the size of the drawing; gives axes, bands, lines and marks in the coordinates of
//! the drawing (x to the right, y downwards) and the same as rows for those who do not see it. Both axes are logarithmic: towns of
//! 200 and of 3,000,000 people stand on one sheet.

mod axis;

use serde::{Deserialize, Serialize};

use crate::municipality::Population;
use crate::subsidy::{Band, ChosenTown, Formula, Programme, Working, ceiling};
use crate::yen::Yen;
use crate::yen::notation::{spoken, threshold};
pub use axis::Tick;
use axis::{Axis, people_steps};

/// The drawing's size and margins in its own units.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Width of the whole drawing.
    pub width: f64,
    /// Height of the whole drawing.
    pub height: f64,
    /// Room left of the plot for the labels of amounts.
    pub left: f64,
    /// Room right of the plot.
    pub right: f64,
    /// Room above the plot for the names of the bands.
    pub top: f64,
    /// Room below the plot for the labels of populations.
    pub bottom: f64,
}

/// A place in the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// A band from its lower to its upper end, with its line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BandArea {
    /// 人口規模 as written.
    pub wording: &'static str,
    /// Left edge.
    pub from: f64,
    /// Right edge.
    pub to: f64,
    /// The line of its amounts.
    pub line: Vec<Point>,
}

/// A town on its line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mark {
    /// Name to show.
    pub label: String,
    /// Place; nothing where there is no formula for it.
    pub at: Option<Point>,
    /// 人口
    pub population: Population,
    /// 上限額, where there is a formula.
    pub amount: Option<Yen>,
}

/// An amount at a population, for the table that says what the drawing shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Sample {
    /// 人口
    pub population: Population,
    /// 上限額
    pub amount: Yen,
    /// 人口規模 as written.
    pub band: &'static str,
}

/// A chart ready to be drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chart {
    /// Its size.
    pub frame: Frame,
    /// Populations: places from left to right.
    pub populations: Vec<Tick>,
    /// Amounts: places from below to above.
    pub amounts: Vec<Tick>,
    /// The bands.
    pub bands: Vec<BandArea>,
    /// The area above the last band, where the document has no formula: left and right edge.
    pub without_formula: Option<(f64, f64)>,
    /// The towns in the order given.
    pub marks: Vec<Mark>,
    /// The amounts at the ends of the bands and at round populations.
    pub samples: Vec<Sample>,
}

/// The populations that the chart spans, unless a town lies outside.
const SPAN: (u32, u32) = (100, 5_000_000);

/// The chart of a programme; nothing where it has no formula by population.
#[must_use]
pub fn chart(programme: &'static Programme, entries: &[ChosenTown], frame: Frame) -> Option<Chart> {
    let formula = programme.formula()?;
    let people = || entries.iter().map(|entry| entry.population.people());
    let least = people().min().unwrap_or(SPAN.0).clamp(1, SPAN.0);
    let most = people().max().unwrap_or(SPAN.1).max(SPAN.1);
    let across = Axis::new((f64::from(least), f64::from(most)), (frame.left, frame.width - frame.right));
    let up = Axis::new(amount_span(formula, least, most)?, (frame.height - frame.bottom, frame.top));
    let end = formula.bands.last().and_then(|band| band.to);
    Some(Chart {
        frame,
        populations: across.ticks(&[1], |people| threshold(Population::new(people))),
        amounts: up.ticks(&[1, 2, 5], |yen| spoken(Yen::new(i64::from(yen)))),
        bands: formula.bands.iter().map(|band| area(band, (least, most), &across, &up)).collect(),
        without_formula: end.map(|end| (across.at(f64::from(end.people())), across.at(f64::from(most)))),
        marks: entries.iter().map(|entry| mark(programme, entry, &across, &up)).collect(),
        samples: samples(formula, least, most),
    })
}

/// From the lowest to the highest amount.
fn amount_span(formula: &'static Formula, least: u32, most: u32) -> Option<(f64, f64)> {
    let (lowest, highest) = (formula.bands.first()?, formula.bands.last()?);
    let end = highest.to.map_or(most, |to| to.people().min(most));
    let amount = |band, people| yen(Working::new(band, Population::new(people)).amount);
    Some((amount(lowest, least) * 0.9, amount(highest, end) * 1.1))
}

fn area(band: &'static Band, (least, most): (u32, u32), across: &Axis, up: &Axis) -> BandArea {
    let from = band.from.people().max(least);
    let to = band.to.map_or(most, Population::people);
    let point = |people: u32| Point {
        x: across.at(f64::from(people)),
        y: up.at(yen(Working::new(band, Population::new(people)).amount)),
    };
    let line = people_steps(from, to).into_iter().map(point).collect();
    BandArea { wording: band.wording, from: across.at(f64::from(from)), to: across.at(f64::from(to)), line }
}

fn mark(programme: &'static Programme, entry: &ChosenTown, across: &Axis, up: &Axis) -> Mark {
    let population = entry.population;
    let amount = ceiling(programme, population).amount();
    let at = amount.map(|amount| Point { x: across.at(f64::from(population.people())), y: up.at(yen(amount)) });
    Mark { label: entry.label.clone(), at, population, amount }
}

/// The ends of the bands on both sides and the powers of ten between them, in ascending order.
fn samples(formula: &'static Formula, least: u32, most: u32) -> Vec<Sample> {
    let mut samples = Vec::new();
    for band in formula.bands {
        let (from, to) = (band.from.people().max(least), band.to.map_or(most, Population::people));
        let powers = (0..=7).map(|power| 10_u32.pow(power)).filter(|people| (from + 1..to).contains(people));
        let people = std::iter::once(from).chain(powers).chain([to]).map(Population::new);
        samples.extend(people.map(|population| Sample {
            population,
            amount: Working::new(band, population).amount,
            band: band.wording,
        }));
    }
    // Where two bands join, the amount stands once, with the lower band.
    samples.dedup_by_key(|sample| (sample.population, sample.amount));
    samples
}

/// Yen as a coordinate; only for drawing, in thousands of yen.
fn yen(amount: Yen) -> f64 {
    u32::try_from(amount.get() / 1_000).map_or(f64::MAX, |thousands| f64::from(thousands) * 1_000.0)
}
