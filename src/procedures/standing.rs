//! [`Standings`]: the state of each procedure, from the town's list, from the officer's hand, or both.
//!
//! Where several inputs name one procedure the strongest state counts, and the standing says which input gave it.
//! What the officer sets by hand goes before the list.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::catalogue::Number;
use super::list::ListedName;
use super::state::{Availability, Connection};

/// What the officer set by hand; `None` leaves what the list says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Setting {
    /// 公開状況
    pub availability: Option<Availability>,
    /// 接続
    pub connection: Option<Connection>,
}

/// Settings by procedure, kept in the work file.
pub type Settings = BTreeMap<Number, Setting>;

/// Where a state comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Nothing was said.
    Unstated,
    /// The list has no states and does not name it: it does not count as online.
    NotListed,
    /// A name of the list may mean it, and the officer has not chosen yet.
    Asked,
    /// The list has no states and names it: read as 公開済.
    ListedWithoutState,
    /// The list states it.
    Listed,
    /// The officer set it.
    SetByHand,
}

/// The state of one procedure and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Which procedure.
    pub number: Number,
    /// 公開状況
    pub availability: Availability,
    /// 接続
    pub connection: Connection,
    /// Where the 公開状況 comes from.
    pub origin: Origin,
    /// Positions of the entries that name it, in the order of the list.
    pub named_by: Vec<usize>,
    /// Position of the entry whose state counts.
    pub decided_by: Option<usize>,
}

/// The standing of each of the 31.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Standings(Vec<Standing>);

impl Standings {
    /// Brings the entries of a list (empty: no list) and the settings together.
    #[must_use]
    pub fn new(entries: &[Arc<ListedName>], settings: &Settings) -> Self {
        let names_only = !entries.is_empty() && entries.iter().all(|entry| entry.input.state.is_none());
        let unnamed = if names_only { Origin::NotListed } else { Origin::Unstated };
        let untouched = |number: Number| Standing { number, origin: unnamed, ..NOTHING.clone() };
        let mut standings: Vec<Standing> = Number::all().map(untouched).collect();
        for (position, entry) in entries.iter().enumerate() {
            for number in entry.found.procedures() {
                of_mut(&mut standings, *number, |standing| standing.hear(position, entry));
            }
            for number in entry.found.candidates() {
                of_mut(&mut standings, *number, Standing::ask);
            }
        }
        for (number, setting) in settings {
            of_mut(&mut standings, *number, |standing| standing.set(*setting));
        }
        Self(standings)
    }

    /// The standing of a procedure.
    #[must_use]
    pub fn of(&self, number: Number) -> &Standing {
        let index = usize::from(u8::from(number)).saturating_sub(1);
        self.0.get(index).unwrap_or(&NOTHING)
    }

    /// All in order.
    pub fn iter(&self) -> impl Iterator<Item = &Standing> {
        self.0.iter()
    }
}

/// Of a procedure of which nothing is known.
static NOTHING: Standing = Standing {
    number: Number::DISASTER_CERTIFICATE,
    availability: Availability::Unknown,
    connection: Connection::Unknown,
    origin: Origin::Unstated,
    named_by: Vec::new(),
    decided_by: None,
};

fn of_mut(standings: &mut [Standing], number: Number, change: impl FnOnce(&mut Standing)) {
    if let Some(standing) = standings.get_mut(usize::from(u8::from(number)).saturating_sub(1)) {
        change(standing);
    }
}

impl Standing {
    fn ask(&mut self) {
        if self.decided_by.is_none() {
            self.origin = Origin::Asked;
        }
    }

    fn hear(&mut self, position: usize, entry: &ListedName) {
        let (stated, origin) = match &entry.input.state {
            Some(wording) => (wording.read, Origin::Listed),
            None => (Availability::Published, Origin::ListedWithoutState),
        };
        let stated = if stated.is_possible_for(self.number) { stated } else { Availability::Unknown };
        self.named_by.push(position);
        if self.decided_by.is_none() || stated > self.availability {
            self.availability = stated;
            self.origin = origin;
            self.decided_by = Some(position);
        }
        if let Some(wording) = &entry.input.connection {
            self.connection = self.connection.max(wording.read);
        }
    }

    fn set(&mut self, setting: Setting) {
        if let Some(availability) = setting.availability.filter(|state| state.is_possible_for(self.number)) {
            self.availability = availability;
            self.origin = Origin::SetByHand;
            self.decided_by = None;
        }
        if let Some(connection) = setting.connection {
            self.connection = connection;
        }
    }
}
