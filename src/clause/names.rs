//! Names that many clauses share, each written once (titles, departments, files).
//!
//! Takes names, gives their place in a list in order of first arrival. Parcels and work files are written with it.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Names by place.
#[derive(Default)]
pub struct Names {
    places: BTreeMap<Arc<str>, u32>,
    /// Each name once, in order of first arrival.
    pub list: Vec<Arc<str>>,
}

impl Names {
    /// The place of a name, given anew where it is new.
    pub fn place(&mut self, name: &Arc<str>) -> u32 {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        let place = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.places.insert(Arc::clone(name), place);
        self.list.push(Arc::clone(name));
        place
    }
}
