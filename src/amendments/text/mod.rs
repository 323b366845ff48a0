//! The text of a clause as 法制執務 names it: its place, its parts (項, 号, 本文, ただし書, 前段, 後段), its 文節, and what differs.

pub mod difference;
pub mod parts;
pub mod phrase;
pub mod place;

pub use difference::difference;
pub use parts::{Part, parts};
pub use place::{Place, Portion};
