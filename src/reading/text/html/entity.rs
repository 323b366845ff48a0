//! Character references of HTML: numeric ones, and the named ones that pages of ordinances use.

use std::borrow::Cow;

/// Names after the HTML standard; others stay as written.
const NAMES: [(&str, &str); 30] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ensp", "\u{2002}"),
    ("emsp", "\u{2003}"),
    ("thinsp", "\u{2009}"),
    ("copy", "©"),
    ("reg", "®"),
    ("times", "×"),
    ("divide", "÷"),
    ("plusmn", "±"),
    ("deg", "°"),
    ("sect", "§"),
    ("para", "¶"),
    ("middot", "·"),
    ("bull", "•"),
    ("hellip", "…"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("yen", "¥"),
    ("sup2", "²"),
];

/// Longest reference, `&#x10FFFF;` and a margin.
const LONGEST: usize = 12;

/// Text with its references resolved.
pub(super) fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut parts = text.split('&');
    let mut resolved = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if let Some((value, rest)) = reference(part) {
            resolved.push_str(&value);
            resolved.push_str(rest);
        } else {
            resolved.push('&');
            resolved.push_str(part);
        }
    }
    Cow::Owned(resolved)
}

/// The value of a reference and what follows its semicolon.
fn reference(text: &str) -> Option<(Cow<'static, str>, &str)> {
    let (name, rest) = text.split_once(';').filter(|(name, _)| name.len() <= LONGEST)?;
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some((Cow::Owned(char::from_u32(code)?.to_string()), rest));
    }
    let (_, value) = NAMES.iter().find(|(known, _)| *known == name)?;
    Some((Cow::Borrowed(value), rest))
}
