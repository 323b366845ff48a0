//! Web archives (MHTML, RFC 2557): the page out of a MIME message of several parts.

use std::borrow::Cow;

/// The bytes of the page in a web archive; any other bytes as they are.
pub(super) fn page(bytes: &[u8]) -> Cow<'_, [u8]> {
    let (headers, body) = message(bytes);
    let kind = field(&headers, "content-type");
    if headers.is_empty() || kind.is_empty() {
        return Cow::Borrowed(bytes);
    }
    if !kind.to_ascii_lowercase().starts_with("multipart/") {
        return decoded(&headers, body);
    }
    let Some(boundary) = parameter(&kind, "boundary") else { return Cow::Borrowed(bytes) };
    let mark = [b"--".as_slice(), boundary.as_bytes()].concat();
    let mut parts = split(body, &mark).into_iter().skip(1).map(message);
    let page = parts.find(|(headers, _)| field(headers, "content-type").to_ascii_lowercase().contains("html"));
    page.map_or(Cow::Borrowed(bytes), |(headers, body)| Cow::Owned(decoded(&headers, body).into_owned()))
}

/// Header lines (unfolded) and body. Bytes that do not begin with a header have none.
fn message(bytes: &[u8]) -> (Vec<String>, &[u8]) {
    let mut rest = bytes;
    while let [b'\r' | b'\n', further @ ..] = rest {
        rest = further;
    }
    let mut headers: Vec<String> = Vec::new();
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let (line, after) = rest.split_at_checked(end + 1).unwrap_or((rest, &[]));
        let text = String::from_utf8_lossy(line);
        let folded = text.starts_with([' ', '\t']);
        match headers.last_mut() {
            _ if text.trim().is_empty() => return (headers, after),
            Some(last) if folded => last.push_str(text.trim_end()),
            _ if is_header(&text) => headers.push(text.trim_end().to_owned()),
            _ => return (Vec::new(), bytes),
        }
        rest = after;
    }
    (Vec::new(), bytes)
}

/// 「Name: value」.
fn is_header(line: &str) -> bool {
    let name = line.split_once(':').map_or("", |(name, _)| name);
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn field(headers: &[String], name: &str) -> String {
    let values = headers.iter().filter_map(|line| line.split_once(':'));
    let found = values.into_iter().find(|(field, _)| field.eq_ignore_ascii_case(name));
    found.map_or_else(String::new, |(_, value)| value.trim().to_owned())
}

fn parameter(value: &str, name: &str) -> Option<String> {
    let parameters = value.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let (_, value) = parameters.into_iter().find(|(key, _)| key.trim().eq_ignore_ascii_case(name))?;
    Some(value.trim().trim_matches('"').to_owned())
}

fn split<'a>(bytes: &'a [u8], mark: &[u8]) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(mark.len().max(1)).position(|window| window == mark) {
        parts.push(rest.get(..at).unwrap_or_default());
        rest = rest.get(at + mark.len()..).unwrap_or_default();
    }
    parts.push(rest);
    parts
}

/// The body by its transfer encoding.
fn decoded<'a>(headers: &[String], body: &'a [u8]) -> Cow<'a, [u8]> {
    match field(headers, "content-transfer-encoding").to_ascii_lowercase().as_str() {
        "quoted-printable" => Cow::Owned(quoted_printable(body)),
        "base64" => Cow::Owned(base64(body)),
        _ => Cow::Borrowed(body),
    }
}

fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((first, after)) = rest.split_first() {
        rest = match (first, after) {
            (b'=', [b'\r', b'\n', further @ ..] | [b'\n', further @ ..]) => further,
            (b'=', [high, low, further @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(digit(*high) << 4 | digit(*low));
                further
            }
            _ => {
                bytes.push(*first);
                after
            }
        };
    }
    bytes
}

fn digit(byte: u8) -> u8 {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()).unwrap_or(0)
}

fn base64(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.extend(u8::try_from(held >> bits & 0xFF));
        }
    }
    bytes
}
