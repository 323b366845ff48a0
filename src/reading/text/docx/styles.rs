//! Styles of paragraphs as far as they number: each may name a list and a level, or take them from the style that it is
//! based on, the one without the other.

use std::collections::BTreeMap;

use super::PASSED_OVER_IN_NUMBERING;
use crate::reading::limits::Limits;
use crate::reading::note::Reason;
use crate::reading::xml::{Step, Xml};

/// Styles on styles that are followed; Word stops at ten.
const CHAIN: usize = 64;

#[derive(Debug, Clone, Default)]
struct Style {
    based_on: Option<String>,
    list: Option<String>,
    level: Option<usize>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub fn read(text: &str, limits: &Limits) -> Result<Self, Reason> {
        let mut stream = Xml::package(text, PASSED_OVER_IN_NUMBERING, limits);
        let mut styles = Self::default();
        let mut id = String::new();
        // What stands in a change of properties is the state before it.
        let mut before = 0_usize;
        while let Some(step) = stream.step()? {
            match step {
                Step::Open(element) if before > 0 || element.name().ends_with("Change") => before += 1,
                Step::Close(_) if before > 0 => before -= 1,
                Step::Open(element) => {
                    let value = || element.attribute("val").map(std::borrow::Cow::into_owned);
                    match element.name() {
                        "style" => {
                            id = element.attribute("styleId").unwrap_or_default().into_owned();
                            let is = |name: &str, wanted: &[&str]| {
                                element.attribute(name).is_some_and(|value| wanted.contains(&&*value))
                            };
                            if is("default", &["1", "true", "on"]) && is("type", &["paragraph"]) {
                                styles.usual = Some(id.clone());
                            }
                            styles.by_id.insert(id.clone(), Style::default());
                        }
                        name @ ("basedOn" | "numId" | "ilvl") => {
                            let Some(style) = styles.by_id.get_mut(&id) else { continue };
                            match name {
                                "basedOn" => style.based_on = value(),
                                "numId" => style.list = value(),
                                _ => style.level = value().and_then(|level| level.parse().ok()),
                            }
                        }
                        _ => {}
                    }
                }
                Step::Close(name) if name == "style" => id.clear(),
                Step::Close(_) | Step::Text(_) => {}
            }
        }
        Ok(styles)
    }

    /// The list and level that a style gives to its paragraphs, each from the nearest style of its chain that names it.
    pub fn numbers(&self, style: Option<&str>) -> (Option<String>, Option<usize>) {
        let (mut list, mut level) = (None, None);
        for style in self.chain(style) {
            list = list.or_else(|| style.list.clone());
            level = level.or(style.level);
        }
        (list, level)
    }

    fn chain<'a>(&'a self, style: Option<&'a str>) -> impl Iterator<Item = &'a Style> {
        let first = style.or(self.usual.as_deref()).and_then(|id| self.by_id.get(id));
        std::iter::successors(first, |style| self.by_id.get(style.based_on.as_deref()?)).take(CHAIN)
    }

    /// The style of paragraphs that name none.
    pub fn usual(&self) -> Option<&str> {
        self.usual.as_deref()
    }
}
