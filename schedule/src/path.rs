//! The normal form in which paths are compared.

use std::borrow::Cow;

/// Undoes the percent-encodings that change nothing: `/s%6Fap` names the same resource as `/soap`
/// (RFC 3986, section 6.2.2.2), so a channel must not be left open by spelling its path that way.
/// Other encodings keep their meaning and are only given upper-case digits (6.2.2.1).
pub(crate) fn normal(path: &str) -> Cow<'_, str> {
    if !path.contains('%') {
        return Cow::Borrowed(path);
    }
    let mut normal = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(percent) = rest.find('%') {
        normal.push_str(&rest[..percent]);
        rest = &rest[percent..];
        let Some(octet) = octet(rest.as_bytes()) else {
            normal.push('%');
            rest = &rest[1..];
            continue;
        };
        match octet {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                normal.push(char::from(octet));
            }
            _ => normal.push_str(&rest[..3].to_ascii_uppercase()),
        }
        rest = &rest[3..];
    }
    normal.push_str(rest);
    Cow::Owned(normal)
}

/// The octet that `%XX` at the beginning of `text` stands for.
fn octet(text: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*text.get(at)?).to_digit(16);
    u8::try_from(digit(1)? * 16 + digit(2)?).ok()
}
