//! XML as a flat stream of opens, texts and closes, over text that is already decoded.
//!
//! Depth is capped, entities are never expanded beyond the five of XML itself and character references (so that a
//! billion laughs costs one note), and a document that breaks off ends the stream with [`Reason::Damaged`].

mod namespaces;

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::name::QName;

use super::charset;
use super::limits::Limits;
use super::note::{Cap, Reason};
use namespaces::Namespaces;

/// One step of the stream.
#[derive(Debug)]
pub enum Step<'a> {
    /// An element opens.
    Open(Element<'a>),
    /// An element closes; for an empty element right after its opening.
    Close(Name<'a>),
    /// Text, unescaped, its line ends unified as XML asks.
    Text(Cow<'a, str>),
}

/// An opening tag.
#[derive(Debug)]
pub struct Element<'a> {
    start: BytesStart<'a>,
    /// Where the name that is told begins.
    from: usize,
}

impl Element<'_> {
    /// Its name as [`Name`] tells it.
    #[must_use]
    pub fn name(&self) -> &str {
        told(self.start.name(), self.from)
    }

    /// Its prefix as written, empty where it has none.
    #[must_use]
    pub fn prefix(&self) -> &str {
        self.start.name().prefix().map_or("", quick_xml::name::Prefix::into_inner)
    }

    /// Each attribute by its name as written, not unescaped: for elements that come a million times.
    pub fn each<'s>(&'s self, mut take: impl FnMut(&str, &str)) {
        let mut attributes: Attributes<'s> = self.start.attributes();
        for attribute in attributes.with_checks(false).flatten() {
            take(attribute.key.into_inner(), &attribute.value);
        }
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

/// The name of an element that closes: without its prefix where the element belongs to the document's own namespace,
/// with it where it is of an extension ([`Xml::package`]).
#[derive(Debug)]
pub struct Name<'a> {
    tag: Tag<'a>,
    from: usize,
}

#[derive(Debug)]
enum Tag<'a> {
    Empty(BytesStart<'a>),
    End(BytesEnd<'a>),
}

impl std::ops::Deref for Name<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.tag {
            Tag::Empty(start) => told(start.name(), self.from),
            Tag::End(end) => told(end.name(), self.from),
        }
    }
}

impl PartialEq<&str> for Name<'_> {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

fn told(name: QName<'_>, from: usize) -> &str {
    name.into_inner().get(from..).unwrap_or_default()
}

/// Where the local part of a name begins, and its prefix.
fn prefix(name: QName<'_>) -> (usize, &str) {
    let name = name.into_inner();
    match memchr::memchr(b':', name.as_bytes()) {
        Some(colon) => (colon + 1, name.get(..colon).unwrap_or_default()),
        None => (0, ""),
    }
}

/// The stream.
pub struct Xml<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// A tag was read last, so that what follows begins with its first letter.
    behind_tag: bool,
    /// Close to give after an empty element.
    pending: Option<Name<'a>>,
    depth: usize,
    nesting: usize,
    namespaces: Option<Namespaces>,
    /// Own elements that are passed over with all that they hold.
    passed_over: &'static [&'static str],
    /// References to entities that were not expanded.
    pub entities: u32,
}

impl<'a> Xml<'a> {
    /// Begins to read; all names come without their prefix.
    #[must_use]
    pub fn new(text: &'a str, limits: &Limits) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        let nesting = limits.nesting;
        Self {
            text,
            reader,
            behind_tag: false,
            pending: None,
            depth: 0,
            nesting,
            namespaces: None,
            passed_over: &[],
            entities: 0,
        }
    }

    /// Begins to read a part of a workbook or document. An element of an extension's namespace is not taken for that of
    /// the same name in the root's: its name keeps its prefix. Those of `passed_over` are left out.
    #[must_use]
    pub fn package(text: &'a str, passed_over: &'static [&'static str], limits: &Limits) -> Self {
        Self { namespaces: Some(Namespaces::default()), passed_over, ..Self::new(text, limits) }
    }

    /// What follows the tag that was read last, for those who tell elements that come a million times by their letters
    /// alone and then [`Self::pass`] them. Empty where that would not be the same: a close is due, text is under way,
    /// names without a prefix are an extension's, or `levels` more would be too deep.
    pub fn ahead(&mut self, levels: usize) -> &'a str {
        if !self.behind_tag || self.pending.is_some() || self.depth + levels > self.nesting {
            return "";
        }
        // Asked only behind a tag: before the root nobody knows which namespace is its own.
        if !self.namespaces.as_mut().is_none_or(|namespaces| namespaces.is_own("")) {
            return "";
        }
        let read = self.text.len().saturating_sub(self.reader.get_ref().len());
        self.text.get(read..).unwrap_or_default()
    }

    /// Goes on behind so many bytes of what is [ahead](Self::ahead): whole elements, and blanks before them.
    pub fn pass(&mut self, bytes: usize) {
        let bytes = bytes.min(self.reader.get_ref().len());
        self.reader.stream().consume(bytes);
    }

    /// The next step; `None` at the end.
    ///
    /// # Errors
    /// [`Reason::Damaged`] where the XML breaks, [`Reason::Limit`] where it is nested too deep.
    pub fn step(&mut self) -> Result<Option<Step<'a>>, Reason> {
        loop {
            let Some(step) = self.any()? else { return Ok(None) };
            match step {
                Step::Open(element) if self.passed_over.contains(&element.name()) => self.pass_over()?,
                step => return Ok(Some(step)),
            }
        }
    }

    /// Goes on behind the close of the element that has just opened.
    fn pass_over(&mut self) -> Result<(), Reason> {
        let mut open = 1_usize;
        while open > 0 {
            match self.any()? {
                Some(Step::Open(_)) => open += 1,
                Some(Step::Close(_)) => open -= 1,
                Some(Step::Text(_)) => {}
                None => break,
            }
        }
        Ok(())
    }

    fn any(&mut self) -> Result<Option<Step<'a>>, Reason> {
        if let Some(name) = self.pending.take() {
            self.leave();
            return Ok(Some(Step::Close(name)));
        }
        loop {
            let event = self.reader.read_event().map_err(Reason::damaged)?;
            self.behind_tag = matches!(event, Event::Start(_) | Event::Empty(_) | Event::End(_));
            match event {
                Event::Start(start) => {
                    let from = self.enter(&start)?;
                    return Ok(Some(Step::Open(Element { start, from })));
                }
                Event::Empty(start) => {
                    let from = self.enter(&start)?;
                    self.pending = Some(Name { tag: Tag::Empty(start.clone()), from });
                    return Ok(Some(Step::Open(Element { start, from })));
                }
                Event::End(end) => {
                    let (local, prefix) = prefix(end.name());
                    let own = self.namespaces.as_mut().is_none_or(|namespaces| namespaces.is_own(prefix));
                    let from = begin(own, local, end.name());
                    self.leave();
                    return Ok(Some(Step::Close(Name { tag: Tag::End(end), from })));
                }
                Event::Text(text) => return Ok(Some(Step::Text(unified(text.into_inner())))),
                Event::CData(text) => return Ok(Some(Step::Text(unified(text.into_inner())))),
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

    /// Goes one deeper; gives where the told name of the element begins.
    fn enter(&mut self, start: &BytesStart<'_>) -> Result<usize, Reason> {
        self.depth += 1;
        if self.depth > self.nesting {
            return Err(Reason::Limit { cap: Cap::Nesting, limit: self.nesting as u64, found: None });
        }
        let (depth, (local, prefix)) = (self.depth, prefix(start.name()));
        let own = self.namespaces.as_mut().is_none_or(|namespaces| namespaces.enter(start, prefix, depth));
        Ok(begin(own, local, start.name()))
    }

    fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if let Some(namespaces) = &mut self.namespaces {
            namespaces.leave(self.depth);
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

/// Where a name is told from: its local part, or its prefix where it is foreign; a foreign one without prefix is none.
fn begin(own: bool, local: usize, name: QName<'_>) -> usize {
    match (own, local) {
        (true, local) => local,
        (false, 0) => name.into_inner().len(),
        (false, _) => 0,
    }
}

/// Line ends as XML gives them to its reader.
fn unified(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { text }
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
            charset::declared(&bytes).unwrap_or(charset::guess(&bytes).charset).decode(&bytes)
        }
    }
}
