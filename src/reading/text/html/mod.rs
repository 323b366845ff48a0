//! HTML: the lines that a reader sees, and which of them are the ordinance.
//!
//! Systems of ordinances (例規集) differ in their markup, so nothing depends on class names: text is gathered by block
//! elements, cells of a row stand behind one another, and the ordinance is the smallest element that holds every
//! sentence of the page. What stands outside (menus, 目次 beside the text, 沿革) is left out.

mod entity;
mod lines;
mod token;

use crate::reading::limits::Limits;
use crate::reading::ordinance::Line;

/// What an HTML page yields.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The `title` of the page.
    pub title: Option<String>,
    /// Lines of the ordinance.
    pub lines: Vec<Line>,
    /// Lines of the page outside it.
    pub outside: u32,
    /// Elements were nested deeper than the cap, and read as if they were not.
    pub too_deep: bool,
}

/// Reads a page.
pub(crate) fn read(text: &str, limits: &Limits) -> Page {
    let mut gathered = lines::Gatherer::new(limits.nesting);
    for token in token::Tokens::new(text) {
        gathered.take(token);
    }
    gathered.finish()
}
