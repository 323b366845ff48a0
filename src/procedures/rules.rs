//! The rules: which concepts make a name one of the procedures. Facts: `data/procedures/rules.csv`.

use super::catalogue::Number;
use super::concepts::ConceptSet;
use super::tables::RULES;

/// How names of one procedure read.
#[derive(Debug)]
pub struct Rule {
    /// Concepts that alone are a reason to ask whether the procedure is meant.
    pub hints: ConceptSet,
    /// Each set is enough to name the procedure.
    pub readings: &'static [ConceptSet],
    /// Concepts that may stand beside a reading.
    pub allows: ConceptSet,
}

impl Rule {
    /// Everything that may stand in a name that is read this way.
    #[must_use]
    pub fn room(&self, reading: ConceptSet) -> ConceptSet {
        reading.union(self.allows).union(self.hints)
    }
}

/// The rules with the numbers of their procedures, in order.
pub fn all() -> impl Iterator<Item = (Number, &'static Rule)> {
    RULES.iter().zip(1_u8..).map(|(rule, number)| (Number(number), rule))
}
