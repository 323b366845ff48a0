//! What goes out: how much each section would be asked, and the books themselves.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use crate::api::border::{Ask, Bytes, Call, Compact, Tell, Written, told};
use crate::api::review::with;
use crate::inquiry::book::{self, Binding, File};
use crate::inquiry::{Asked, Order, Share, ask, shares};

/// How much each section would be asked.
#[derive(Debug, Serialize, Deserialize)]
pub struct Prepare {
    /// What is asked.
    pub order: Order,
    /// Only of the clauses that the list shows.
    pub shown_only: bool,
}

impl Ask for Prepare {
    const NAME: &'static str = "prepare";
    type Output = Compact<Vec<Share>>;

    fn answer(self) -> Result<Self::Output, String> {
        Ok(Compact(with(|session| {
            let shown = self.shown_only.then(|| session.listing.shown());
            shares(&session.desk, &session.inquiry, &self.order, shown)
        })))
    }
}

/// Writes the books of a round.
#[derive(Debug, Serialize, Deserialize)]
pub struct WriteBooks {
    /// Which round.
    pub round: Which,
    /// How they are bound.
    pub binding: Binding,
    /// Name of the town.
    pub town: String,
}

/// Which round is written.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// A new one.
    New {
        /// What is asked.
        order: Box<Order>,
        /// Only of the clauses that the list shows.
        shown_only: bool,
    },
    /// One that was sent, by its place.
    Sent(usize),
}

/// The books, as one file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Books {
    /// Its name.
    pub name: String,
    /// A workbook, or a ZIP of them.
    pub bytes: Bytes,
    /// The new round; the page takes it over. Nothing where nothing is asked.
    pub round: Option<Written<Asked>>,
}

impl Call for WriteBooks {
    const NAME: &'static str = "write_books";
    type Progress = book::Written;
    type Output = Option<Books>;

    fn answer(self, tell: Tell<'_, Self::Progress>) -> Result<Self::Output, String> {
        with(|session| {
            let (desk, work) = (&session.desk, &session.inquiry);
            let new = match &self.round {
                Which::New { order, shown_only } => {
                    Some(ask(desk, work, order, shown_only.then(|| session.listing.shown())))
                }
                Which::Sent(_) => None,
            };
            let sent = match &self.round {
                Which::Sent(place) => work.rounds.get(*place),
                Which::New { .. } => new.as_ref(),
            };
            let Some(round) = sent.filter(|round| !round.items.is_empty()) else { return Ok(None) };
            let mut watch = |written| {
                tell(written);
                ControlFlow::Continue(())
            };
            let files = book::books(desk, work, round, &self.town, self.binding, &mut watch);
            let (name, bytes) = bound(files.map_err(told)?, round, &self.town)?;
            Ok(Some(Books { name, bytes: Bytes::new(&bytes), round: new.map(Written) }))
        })
    }
}

/// One book as it is, several in a ZIP with the list of what was sent.
fn bound(mut files: Vec<File>, round: &Asked, town: &str) -> Result<(String, Vec<u8>), String> {
    // The last is the list.
    if files.len() == 2 {
        let book = files.swap_remove(0);
        return Ok((book.name, book.bytes));
    }
    let name = book::zip_name(round, town);
    Ok((name, book::zipped(&files).map_err(told)?))
}
