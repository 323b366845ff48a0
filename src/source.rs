//! [`Source`]: where a figure or a rule comes from, as data/sources.toml tells it and the build checks it.

/// A document, the place in it, and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// As officers read it in a sentence.
    pub said: &'static str,
    /// The document.
    pub document: &'static str,
    /// The place in it.
    pub place: &'static str,
    /// Its day (YYYY-MM-DD), or why none is told.
    pub day: &'static str,
}

impl Source {
    /// Document, place and day in one line.
    #[must_use]
    pub fn whole(&self) -> String {
        format!("{}、{}（{}）", self.document, self.place, self.day)
    }
}
