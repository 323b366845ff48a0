//! From the bytes of a file to clauses, rows and notes.
//!
//! Takes a file's name and bytes, gives tables ([`table::open`]) or clauses, and beside them a [`note::Note`] for
//! whatever could not be read and an account whose numbers add up. Reading never fails as a whole and never panics:
//! every cap of [`limits::Limits`] ends in a note that says which limit was met and where.

pub mod archive;
pub mod charset;
pub mod detect;
pub mod limits;
pub mod note;
pub mod progress;
pub mod table;
pub mod xml;
