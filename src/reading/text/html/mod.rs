//! HTML: the lines that a reader sees, and which of them are the ordinance.
//!
//! Systems of ordinances (例規集) differ in their markup, so nothing depends on class names: text is gathered by block
//! elements, cells of a row stand behind one another, and the ordinance is the smallest element that holds every
//! sentence of the page. What stands outside (menus, 目次 beside the text, 沿革) is left out. A list exported as HTML
//! is read by its [`tables`], a page saved in one file (MHTML) by the page in it.

mod archive;
mod entity;
mod lines;
mod tables;
mod token;

use crate::reading::charset::{self, Charset};
use crate::reading::limits::Limits;
use crate::reading::ordinance::Line;

pub(crate) use tables::{Grid, tables};

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
    /// The page is a set of frames; its text stands in other files.
    pub frames: bool,
}

/// The text of a page or of a web archive, and its character set as chosen or guessed.
pub(crate) fn decoded(bytes: &[u8], chosen: Option<Charset>) -> (Charset, String) {
    let page = archive::page(bytes);
    let charset = chosen.unwrap_or_else(|| charset::of_document(&page));
    (charset, charset.decode(&page))
}

/// Whether a page breaks off: within a tag or a table, or without the end of what it begins with.
pub(crate) fn end_is_open(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let page = (lower.contains("<html") || lower.contains("<body"))
        && !lower.contains("</html")
        && !lower.contains("</body")
        && !lower.contains("</frameset");
    let document = lower.strip_prefix("<?xml").and_then(root).is_some_and(|root| !lower.contains(&format!("</{root}")));
    let table = lower.matches("<table").count() > lower.matches("</table").count();
    let tag = lower.rsplit_once('<').is_some_and(|(_, last)| {
        !last.contains('>')
            && last.starts_with(|letter: char| letter.is_ascii_alphabetic() || matches!(letter, '/' | '!'))
    });
    page || document || table || tag
}

/// The name of the root element, behind the declaration.
fn root(text: &str) -> Option<&str> {
    let elements =
        text.split('<').skip(1).find(|part| part.starts_with(|letter: char| letter.is_ascii_alphabetic()))?;
    elements.split(|letter: char| letter.is_ascii_whitespace() || matches!(letter, '>' | '/')).next()
}

/// Reads a page.
pub(crate) fn read(text: &str, limits: &Limits) -> Page {
    let mut gathered = lines::Gatherer::new(limits.nesting);
    for token in token::Tokens::new(text) {
        gathered.take(token);
    }
    gathered.finish()
}
