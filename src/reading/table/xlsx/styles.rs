//! Number formats of cell styles: which numbers are dates, which are codes with leading zeros.

use std::collections::BTreeMap;

use super::PASSED_OVER;
use crate::reading::limits::Limits;
use crate::reading::note::Reason;
use crate::reading::table::format::Format;
use crate::reading::xml::{Step, Xml};

/// Styles of one workbook; Excel stops at 64,000.
const STYLES: usize = 65_536;

/// The format of each cell style, by its index.
#[derive(Debug, Default)]
pub(super) struct Styles {
    formats: Vec<Format>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(text: &str, limits: &Limits) -> Result<Self, Reason> {
        let mut stream = Xml::package(text, PASSED_OVER, limits);
        let mut custom: BTreeMap<u32, Format> = BTreeMap::new();
        let mut formats = Vec::new();
        let (mut within_formats, mut within_cell_styles) = (false, false);
        while let Some(step) = stream.step()? {
            match step {
                Step::Open(element) => match element.name() {
                    "numFmts" => within_formats = true,
                    // Conditional formats name formats of their own under the same numbers.
                    "numFmt" if within_formats && custom.len() < STYLES => {
                        let id = element.attribute("numFmtId").and_then(|id| id.parse().ok());
                        if let (Some(id), Some(code)) = (id, element.attribute("formatCode")) {
                            custom.insert(id, Format::custom(&code));
                        }
                    }
                    "cellXfs" => within_cell_styles = true,
                    "xf" if within_cell_styles && formats.len() < STYLES => {
                        let id = element.attribute("numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                        let own = custom.get(&id).cloned();
                        formats.push(own.unwrap_or_else(|| Format::built_in(id)));
                    }
                    _ => {}
                },
                Step::Close(name) if name == "cellXfs" => within_cell_styles = false,
                Step::Close(name) if name == "numFmts" => within_formats = false,
                Step::Close(_) | Step::Text(_) => {}
            }
        }
        Ok(Self { formats })
    }

    /// The format of the style with this index.
    pub fn format(&self, index: usize) -> &Format {
        self.formats.get(index).unwrap_or(&Format::Plain)
    }
}
