//! Which namespace an element belongs to: the root's own, or that of an extension.
//!
//! Office files carry elements of later versions beside the standard ones, often under the same local name
//! (`x15:workbookPr`, `x14:conditionalFormatting`); only prefixes and declarations tell them apart.

use memchr::memmem;
use quick_xml::events::BytesStart;

/// Declarations that may be in force together; what is declared beyond them is not known.
const DECLARED: usize = 512;
/// The namespace of `mc:AlternateContent` (ECMA-376 part 3); its elements count as the document's own.
const COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// The declarations in force.
#[derive(Debug, Default)]
pub(super) struct Namespaces {
    declared: Vec<Declared>,
    /// Namespace of the root.
    own: Option<String>,
    /// The prefix that was looked up last, and what came of it: nearly all elements of a part have the same.
    last: Option<(String, bool)>,
}

#[derive(Debug)]
struct Declared {
    depth: usize,
    prefix: String,
    namespace: String,
}

impl Namespaces {
    /// Takes the declarations of an element that opens; whether it is one of the root's namespace.
    pub fn enter(&mut self, start: &BytesStart<'_>, prefix: &str, depth: usize) -> bool {
        let attributes = start.attributes_raw().as_bytes();
        // Cells and their like have short attributes, and no declaration is shorter than `xmlns=""`.
        if attributes.len() >= 8 && memmem::find(attributes, b"xmlns").is_some() {
            self.declare(start, depth);
        }
        if self.own.is_none() {
            self.own = Some(self.namespace(prefix).to_owned());
        }
        self.is_own(prefix)
    }

    /// Forgets what was declared deeper than `depth`.
    pub fn leave(&mut self, depth: usize) {
        while self.declared.last().is_some_and(|declared| declared.depth > depth) {
            self.declared.pop();
            self.last = None;
        }
    }

    /// Whether a prefix stands for the root's namespace.
    pub fn is_own(&mut self, prefix: &str) -> bool {
        if let Some((known, own)) = &self.last
            && known == prefix
        {
            return *own;
        }
        let namespace = self.namespace(prefix);
        let own = self.own.as_deref() == Some(namespace) || namespace == COMPATIBILITY;
        self.last = Some((prefix.to_owned(), own));
        own
    }

    fn declare(&mut self, start: &BytesStart<'_>, depth: usize) {
        let mut attributes = start.attributes();
        for attribute in attributes.with_checks(false).flatten() {
            let key = attribute.key.into_inner();
            let Some(rest) = key.strip_prefix("xmlns") else { continue };
            let prefix = match rest.strip_prefix(':') {
                Some(prefix) => prefix,
                None if rest.is_empty() => "",
                None => continue,
            };
            if self.declared.len() < DECLARED {
                let (prefix, namespace) = (prefix.to_owned(), attribute.value.into_owned());
                self.declared.push(Declared { depth, prefix, namespace });
                self.last = None;
            }
        }
    }

    /// What a prefix stands for, empty where nothing declares it.
    fn namespace(&self, prefix: &str) -> &str {
        let declared = self.declared.iter().rfind(|declared| declared.prefix == prefix);
        declared.map_or("", |declared| declared.namespace.as_str())
    }
}
