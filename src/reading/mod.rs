//! From the bytes of a file to clauses, rows and notes.
//!
//! Takes a file's name and bytes, gives tables ([`table::open`]) or clauses, and beside them a [`note::Note`] for
//! whatever could not be read and an account whose numbers add up. Reading never fails as a whole and never panics:
//! every cap of [`limits::Limits`] ends in a note that says which limit was met and where.

pub mod account;
pub mod archive;
mod beside;
pub mod charset;
mod choice;
mod content;
pub mod detect;
mod inspect;
mod json_lines;
pub mod limits;
mod list;
pub mod note;
mod office;
pub mod ordinance;
pub mod progress;
mod read;
pub mod table;
mod text;
pub mod xml;

pub use choice::{Choices, FileChoice, GivenFile, SheetChoice};
pub use inspect::{CharsetView, Inspection, MemberView, OrdinanceView, SheetView, inspect};
pub use json_lines::clause_of;
pub use read::{Reading, read};
