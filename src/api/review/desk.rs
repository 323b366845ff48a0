//! What lies on the desk: taking clauses over, classifying, counting.

use serde::{Deserialize, Serialize};

use super::{Session, with};
use crate::api::border::{Ask, Compact};
use crate::api::reading::PackedClauses;
use crate::clause::Clause;
use crate::regulations::Category;
use crate::review::result::{Line, report};
use crate::review::{Classified, Judged, Overview, Repeats, overview};

/// Takes clauses over that another worker has read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Take {
    /// The clauses of each file.
    pub files: Vec<PackedClauses>,
    /// How they come to what is there.
    pub how: How,
}

/// How files come to what lies on the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// Below it.
    Add,
    /// Below it, without what is there already.
    AddNew,
    /// In its place, as an updated collection that is compared with it. Decisions are kept.
    Replace,
}

/// Counts what files would repeat.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FindRepeats(pub Vec<PackedClauses>);

impl Ask for FindRepeats {
    const NAME: &'static str = "find_repeats";
    type Output = Repeats;

    fn answer(self) -> Result<Repeats, String> {
        let files = self.0.iter().map(PackedClauses::unpack).collect::<Result<_, _>>()?;
        Ok(with(|session| session.desk.without_repeats(files).0))
    }
}

/// What taking files over gave.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Clauses on the desk now.
    pub clauses: usize,
    /// Judgements carried over to ordinances with a new name.
    pub carried: Vec<Judged>,
}

impl Ask for Take {
    const NAME: &'static str = "take";
    type Output = Taken;

    fn answer(self) -> Result<Taken, String> {
        let files: Vec<Vec<Clause>> = self.files.iter().map(PackedClauses::unpack).collect::<Result<_, _>>()?;
        Ok(with(|session| {
            let clauses = match self.how {
                How::AddNew => session.desk.without_repeats(files).1,
                How::Add | How::Replace => files.into_iter().flatten().collect(),
            };
            let carried = if self.how == How::Replace {
                session.desk.replace(clauses)
            } else {
                session.desk.add(clauses);
                Vec::new()
            };
            Taken { clauses: session.desk.clauses().len(), carried }
        }))
    }
}

/// Classifies further clauses, at most so many.
#[derive(Debug, Serialize, Deserialize)]
pub struct Classify(pub usize);

impl Ask for Classify {
    const NAME: &'static str = "classify";
    type Output = Classified;

    fn answer(self) -> Result<Classified, String> {
        Ok(with(|session| session.desk.classify(self.0)))
    }
}

/// Counts everything.
#[derive(Debug, Serialize, Deserialize)]
pub struct CountAll;

impl Ask for CountAll {
    const NAME: &'static str = "count_all";
    type Output = Compact<Overview>;

    fn answer(self) -> Result<Self::Output, String> {
        Ok(Compact(with(|session| overview(&session.desk))))
    }
}

/// The lines of the report, at most so many a category.
#[derive(Debug, Serialize, Deserialize)]
pub struct Report(pub usize);

impl Ask for Report {
    const NAME: &'static str = "report";
    type Output = Compact<Vec<Line>>;

    fn answer(self) -> Result<Self::Output, String> {
        let lines = with(|session| Category::ALL.map(|category| report(&session.desk, category, self.0)));
        Ok(Compact(lines.concat()))
    }
}

/// Clears the desk: no clauses, no judgements.
#[derive(Debug, Serialize, Deserialize)]
pub struct Clear;

impl Ask for Clear {
    const NAME: &'static str = "clear";
    type Output = ();

    fn answer(self) -> Result<(), String> {
        with(|session| *session = Session::new());
        Ok(())
    }
}

/// For measuring: words of the vocabulary in the texts of all clauses, by bare matching without reading them, and the
/// bytes of memory that this core holds.
#[derive(Debug, Serialize, Deserialize)]
pub struct Measure;

impl Ask for Measure {
    const NAME: &'static str = "measure";
    type Output = (usize, usize);

    fn answer(self) -> Result<(usize, usize), String> {
        let words = with(|session| {
            let classifier = session.desk.classifier();
            session.desk.clauses().iter().map(|clause| classifier.count_words(&clause.text)).sum()
        });
        Ok((words, memory()))
    }
}

/// Bytes of the module's own memory; it never shrinks, so this is its peak.
#[cfg(target_arch = "wasm32")]
fn memory() -> usize {
    core::arch::wasm32::memory_size(0).saturating_mul(65_536)
}

/// Natively the memory is the process's.
#[cfg(not(target_arch = "wasm32"))]
const fn memory() -> usize {
    0
}
