//! A logarithmic axis: places, marks at round numbers, steps for lines.

use serde::Serialize;

/// A marked place on an axis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tick {
    /// Coordinate.
    pub at: f64,
    /// What stands beside it.
    pub label: String,
}

/// A logarithmic axis from a lower to an upper value, drawn from one coordinate to another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axis {
    values: (f64, f64),
    places: (f64, f64),
}

impl Axis {
    /// An axis; both values are positive and the upper is the larger.
    pub fn new(values: (f64, f64), places: (f64, f64)) -> Self {
        Self { values, places }
    }

    /// The coordinate of a value, to a hundredth; values outside stand at the ends.
    pub fn at(&self, value: f64) -> f64 {
        let (lower, upper) = self.values;
        let share = (value.clamp(lower, upper) / lower).log10() / (upper / lower).log10();
        let (first, last) = self.places;
        ((first + share * (last - first)) * 100.0).round() / 100.0
    }

    /// Marks at the given leading digits of every power of ten within the axis.
    pub fn ticks(&self, leading: &[u32], label: impl Fn(u32) -> String) -> Vec<Tick> {
        let (lower, upper) = self.values;
        (0..=9)
            .flat_map(|power| leading.iter().filter_map(move |digit| digit.checked_mul(10_u32.pow(power))))
            .filter(|number| (lower..=upper).contains(&f64::from(*number)))
            .map(|number| Tick { at: self.at(f64::from(number)), label: label(number) })
            .collect()
    }
}

/// Ten steps a decade (preferred numbers R10), which look even on the axis; both ends included.
pub(super) fn people_steps(from: u32, to: u32) -> Vec<u32> {
    const STEPS: [u64; 10] = [100, 125, 160, 200, 250, 315, 400, 500, 630, 800];
    let between = (0..=7)
        .flat_map(|power| STEPS.iter().map(move |step| step * 10_u64.pow(power) / 100))
        .filter_map(|people| u32::try_from(people).ok())
        .filter(|people| (from + 1..to).contains(people));
    let mut steps: Vec<u32> = std::iter::once(from).chain(between).chain([to]).collect();
    steps.dedup();
    steps
}
