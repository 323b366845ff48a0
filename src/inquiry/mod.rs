//! The inquiry (照会): which section is in charge, what is asked of it, and what comes back.
//!
//! Takes the desk of the review and answers as they come back; gives workbooks for the sections (照会票), what was read
//! from their answers with everything that was not, what the officer may take over, and where it all stands. Nothing
//! of an answer is decided here that the officer has not been shown.

pub mod answer;
pub mod assignment;
pub mod book;
mod choice;
mod column;
pub mod deadline;
mod dispute;
mod heading;
mod knowledge;
pub mod merge;
pub mod merge_sections;
mod number;
pub mod progress;
mod round;
mod rounds;
mod section;
mod sent;
mod state;
pub mod summary;
pub mod take;
mod time;
pub mod word;

pub use choice::{Understood, Value};
pub use column::Column;
pub use number::{NotANumber, Number, Round};
pub use round::{Order, Share, ask, shares};
pub use section::{Body, Former, Section, shown_name};
pub use sent::{Item, Sent};
pub use state::{Asked, AskedItem, Assignment, Extension, Letter, Method, Received, SECTION, Work};
pub use time::{NotATime, Time};
