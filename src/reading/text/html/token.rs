//! Tags and text of HTML, without recursion and without a tree: any bytes give tokens.

use std::borrow::Cow;

use super::entity;

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// An opening tag: its lower-case name and its attributes as written.
    Open { name: String, attributes: &'a str },
    /// A closing tag.
    Close(String),
    /// Text with its entities resolved.
    Text(Cow<'a, str>),
}

/// Elements whose content is no markup.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "noembed", "xmp"];

/// The tokens of a page.
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// The raw element that was just opened.
    raw: Option<String>,
}

impl<'a> Tokens<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { rest: text, raw: None }
    }

    fn advance(&mut self, length: usize) -> &'a str {
        let (head, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        head
    }

    /// The content of a raw element up to its closing tag: text of a `title`, else nothing that is shown.
    fn raw(&mut self, name: &str) -> Option<Token<'a>> {
        let close = format!("</{name}");
        let end = find_ignoring_case(self.rest, &close).unwrap_or(self.rest.len());
        let text = self.advance(end);
        (name == "title").then(|| Token::Text(entity::resolved(text)))
    }

    /// A tag, or `None` for a comment, a declaration or a `<` that opens nothing (which is then text).
    fn tag(&mut self) -> Option<Token<'a>> {
        for (begin, end) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">")] {
            if let Some(inner) = self.rest.strip_prefix(begin) {
                let length = inner.find(end).map_or(self.rest.len(), |at| begin.len() + at + end.len());
                self.advance(length);
                return None;
            }
        }
        let inner = self.rest.strip_prefix('<').unwrap_or_default();
        let closing = inner.starts_with('/');
        let inner = inner.strip_prefix('/').unwrap_or(inner);
        if !inner.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let text = self.advance(1);
            return (!closing).then_some(Token::Text(Cow::Borrowed(text)));
        }
        let length = tag_length(self.rest);
        let tag = self.advance(length);
        let body = tag.trim_start_matches(['<', '/']).trim_end_matches('>').trim_end_matches('/');
        let end = body.find(|letter: char| letter.is_ascii_whitespace() || letter == '/').unwrap_or(body.len());
        let (name, attributes) = body.split_at_checked(end).unwrap_or((body, ""));
        // No element has a name like 「A4判」: that is text in angle brackets.
        if !name.is_ascii() {
            return Some(Token::Text(entity::resolved(tag)));
        }
        let name = name.to_ascii_lowercase();
        if closing {
            return Some(Token::Close(name));
        }
        if RAW.contains(&name.as_str()) && !tag.ends_with("/>") {
            self.raw = Some(name.clone());
        }
        Some(Token::Open { name, attributes })
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while !self.rest.is_empty() {
            if let Some(name) = self.raw.take() {
                match self.raw(&name) {
                    Some(token) => return Some(token),
                    None => continue,
                }
            }
            if !self.rest.starts_with('<') {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                return Some(Token::Text(entity::resolved(self.advance(end))));
            }
            if let Some(token) = self.tag() {
                return Some(token);
            }
        }
        None
    }
}

/// The bytes of a tag up to its `>`, which may stand within quotes. Quotes that never close count as none.
fn tag_length(text: &str) -> usize {
    let mut quote: Option<u8> = None;
    let mut after_equals = false;
    for (at, byte) in text.bytes().enumerate() {
        match quote {
            Some(open) if byte == open => quote = None,
            None if byte == b'>' => return at + 1,
            None if after_equals && matches!(byte, b'"' | b'\'') => quote = Some(byte),
            Some(_) | None => {}
        }
        if quote.is_none() && !byte.is_ascii_whitespace() {
            after_equals = byte == b'=';
        }
    }
    text.find('>').map_or(text.len(), |at| at + 1)
}

/// The value of an attribute, lower-case, without its quotes; empty when it has none.
pub(super) fn attribute(attributes: &str, name: &str) -> Option<String> {
    let lower = attributes.to_ascii_lowercase();
    let mut rest = lower.as_str();
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '/');
        let end = rest.find(|letter: char| letter.is_ascii_whitespace() || letter == '=').unwrap_or(rest.len());
        let (key, after) =
            rest.split_at_checked(end).filter(|(key, after)| !key.is_empty() || after.starts_with('='))?;
        let (value, after) = match after.trim_start().strip_prefix('=') {
            Some(value) => quoted(value.trim_start()),
            None => ("", after),
        };
        if key == name {
            return Some(value.to_owned());
        }
        rest = after;
    }
}

/// An attribute value and what follows it.
fn quoted(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    let end = text.find(|letter: char| letter.is_ascii_whitespace()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

fn find_ignoring_case(text: &str, needle: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find("</") {
        let start = from + at;
        if text.get(start..start + needle.len()).is_some_and(|found| found.eq_ignore_ascii_case(needle)) {
            return Some(start);
        }
        from = start + 2;
    }
    None
}
