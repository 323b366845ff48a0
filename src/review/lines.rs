//! [`Lines`]: where each line of a long list stands, so that only those in sight need to be drawn. Headings are lower
//! than clauses.

/// Heights of the two kinds of lines, in whatever unit the caller draws by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heights {
    /// A clause.
    pub clause: u32,
    /// The heading of an ordinance; not higher than a clause.
    pub heading: u32,
}

/// The lines of a list.
#[derive(Debug, Clone, Copy)]
pub struct Lines<'a> {
    /// How many, headings included.
    pub items: u32,
    /// The lines that are headings, in order.
    pub headings: &'a [u32],
    /// How high they are.
    pub heights: Heights,
}

impl Lines<'_> {
    /// The upper edge of a line; of the line behind the last: the height of the whole.
    #[must_use]
    pub fn top(&self, position: u32) -> u64 {
        let above = self.headings.partition_point(|heading| *heading < position) as u64;
        let spared = u64::from(self.heights.clause.saturating_sub(self.heights.heading));
        u64::from(position) * u64::from(self.heights.clause) - above * spared
    }

    /// The line that covers a height; the last one below the end.
    #[must_use]
    pub fn at(&self, height: u64) -> u32 {
        let (mut low, mut high) = (0, self.items.saturating_sub(1));
        while low < high {
            let middle = high - (high - low) / 2;
            if self.top(middle) <= height {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        low
    }
}
