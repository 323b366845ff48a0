//! Ordinances (例規): from lines of text to clauses with their place.
//!
//! Takes the lines of a text, HTML page, DOCX or 法令標準XML, gives one [`crate::clause::Clause`] for each 項 with its
//! items, citing its place (「第5条第2項」), with 見出し, 章・節 and the part it stands in (前文, 本則, 附則, 別表, 様式).
//! How ordinances are laid out follows the rules of Japanese legislative drafting (法制執務): 第○条 and 附則 stand at the
//! head of a line, 項 after the first carry their number, items hang below.

mod assemble;
mod heading;
mod mark;
mod opening;
mod remark;
mod split;

pub(crate) use assemble::Assembler;
pub use assemble::LineCount;
pub(crate) use mark::{Mark, Opener, caption_of, mark, opener};
pub(crate) use opening::is_title;
pub(crate) use remark::is_page_number;
pub(crate) use split::split;

/// 例規種別 by the ending of a title (「条例」 of 見本町文書条例), empty when it has none.
pub(crate) fn kind_of(title: &str) -> String {
    opening::kind(title, "")
}

/// A line of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// 1-based number, as an editor counts; for HTML and DOCX the number of the visible line.
    pub number: u32,
    /// Without its line end.
    pub text: String,
}
