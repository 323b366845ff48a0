//! XML as a flat stream of opens, texts and closes, over text that is already decoded.
//!
//! Depth is capped, entities are never expanded beyond the five of XML itself and character references (so that a
//! billion laughs costs one note), and a document that breaks off ends the stream with [`Reason::Damaged`].

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::charset::{self, Charset};
use super::limits::Limits;
use super::note::{Cap, Reason};

/// One step of the stream. Names come without their namespace prefix.
#[derive(Debug)]
pub enum Step<'a> {
    /// An element opens.
    Open(Element<'a>),
    /// An element closes; for an empty element right after its opening.
    Close(String),
    /// Text, unescaped.
    Text(Cow<'a, str>),
}

/// An opening tag.
#[derive(Debug)]
pub struct Element<'a> {
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// Local name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// An attribute by its local name, unescaped.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.start.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        if !found.value.contains('&') {
            return Some(found.value);
        }
        let unescaped = quick_xml::escape::unescape(&found.value).map(Cow::into_owned);
        Some(unescaped.map_or(found.value, Cow::Owned))
    }
}

/// The stream.
pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    /// Close to give after an empty element.
    pending: Option<String>,
    depth: usize,
    nesting: usize,
    /// References to entities that were not expanded.
    pub entities: u32,
}

impl<'a> Xml<'a> {
    /// Begins to read.
    #[must_use]
    pub fn new(text: &'a str, limits: &Limits) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self { reader, pending: None, depth: 0, nesting: limits.nesting, entities: 0 }
    }

    /// The next step; `None` at the end.
    ///
    /// # Errors
    /// [`Reason::Damaged`] where the XML breaks, [`Reason::Limit`] where it is nested too deep.
    pub fn step(&mut self) -> Result<Option<Step<'a>>, Reason> {
        if let Some(name) = self.pending.take() {
            return Ok(Some(Step::Close(name)));
        }
        loop {
            let event = self.reader.read_event().map_err(Reason::damaged)?;
            match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > self.nesting {
                        return Err(Reason::Limit { cap: Cap::Nesting, limit: self.nesting as u64, found: None });
                    }
                    return Ok(Some(Step::Open(Element { start })));
                }
                Event::Empty(start) => {
                    self.pending = Some(start.local_name().into_inner().to_owned());
                    return Ok(Some(Step::Open(Element { start })));
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Step::Close(end.local_name().into_inner().to_owned())));
                }
                Event::Text(text) => return Ok(Some(Step::Text(text.into_inner()))),
                Event::CData(text) => return Ok(Some(Step::Text(text.into_inner()))),
                Event::GeneralRef(reference) => {
                    let resolved = reference.resolve_char_ref().ok().flatten();
                    return Ok(Some(Step::Text(self.entity(&reference.into_inner(), resolved))));
                }
                Event::Eof if self.depth > 0 => {
                    return Err(Reason::damaged("XML ends before its last element"));
                }
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }

    fn entity(&mut self, name: &str, character: Option<char>) -> Cow<'a, str> {
        if let Some(character) = character {
            return Cow::Owned(character.to_string());
        }
        if let Some(text) = quick_xml::escape::resolve_predefined_entity(name) {
            return Cow::Borrowed(text);
        }
        self.entities = self.entities.saturating_add(1);
        Cow::Owned(format!("&{name};"))
    }
}

/// Decodes the bytes of an XML part: by its mark or declaration, else UTF-8.
#[must_use]
pub fn decode(bytes: Vec<u8>) -> String {
    match String::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text),
        // A part of which only the beginning was unzipped may end within a character.
        Err(error) if error.utf8_error().error_len().is_none() => {
            let whole = error.utf8_error().valid_up_to();
            let mut bytes = error.into_bytes();
            bytes.truncate(whole);
            decode(bytes)
        }
        Err(error) => {
            let bytes = error.into_bytes();
            declared(&bytes).unwrap_or(charset::guess(&bytes).charset).decode(&bytes)
        }
    }
}

/// The character set that an XML declaration or an HTML `meta` names in the first 1,024 bytes.
#[must_use]
pub fn declared(bytes: &[u8]) -> Option<Charset> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024)).unwrap_or(bytes)).to_lowercase();
    ["encoding=", "charset="].iter().find_map(|key| {
        let (_, rest) = head.split_once(key)?;
        let label: String = rest
            .trim_start_matches(['"', '\''])
            .chars()
            .take_while(|character| character.is_ascii_alphanumeric() || matches!(character, '-' | '_'))
            .collect();
        Charset::from_label(&label)
    })
}
