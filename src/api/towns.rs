//! Reading a list of towns in the worker: the bytes of a file in, the list and what was not read out.

use serde::{Deserialize, Serialize};

use super::border::{Ask, Bytes};
use crate::date::Date;
use crate::subsidy::list::{Origin, TownList, open};

/// Reads the first sheet of a table file that names towns and matches it with the table of municipalities. A file that
/// cannot be read is no error but a note.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadTowns {
    /// Name of the file.
    pub name: String,
    /// What it holds.
    pub bytes: Bytes,
    /// The day of the populations that the file does not give.
    pub on: Date,
    /// Where the populations are to come from.
    pub from: Origin,
}

impl Ask for ReadTowns {
    const NAME: &'static str = "read_towns";
    type Output = TownList;

    fn answer(self) -> Result<TownList, String> {
        Ok(open(&self.name, &self.bytes.read(), self.on, self.from))
    }
}
