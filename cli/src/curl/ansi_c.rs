//! What stands in `$'…'`: bash's quotes with the escapes of C.

/// The text up to the closing quote, and what is behind that; `None` when there is none. A browser
/// writes what is beyond its plane as two surrogates.
pub(super) fn decode(quoted: &str) -> Option<(String, &str)> {
    let mut octets: Vec<u8> = Vec::new();
    let mut rest = quoted;
    loop {
        let c = rest.chars().next()?;
        rest = &rest[c.len_utf8()..];
        match c {
            '\'' => return Some((String::from_utf8_lossy(&octets).into_owned(), rest)),
            '\\' => rest = escape(rest, &mut octets)?,
            _ => put(c, &mut octets),
        }
    }
}

/// Decodes what is behind a backslash, and gives what is behind that.
fn escape<'t>(text: &'t str, octets: &mut Vec<u8>) -> Option<&'t str> {
    let c = text.chars().next()?;
    let rest = &text[c.len_utf8()..];
    let octet = match c {
        'a' => 0x07,
        'b' => 0x08,
        'e' | 'E' => 0x1b,
        'f' => 0x0c,
        'n' => b'\n',
        'r' => b'\r',
        't' => b'\t',
        'v' => 0x0b,
        '\\' | '\'' | '"' | '?' => u8::try_from(c).ok()?,
        '0'..='7' => {
            let (number, rest) = number(text, 8, 3)?;
            octets.push(u8::try_from(number & 0xff).ok()?);
            return Some(rest);
        }
        'x' | 'u' | 'U' => return Some(coded(c, rest, octets)),
        _ => {
            put('\\', octets);
            put(c, octets);
            return Some(rest);
        }
    };
    octets.push(octet);
    Some(rest)
}

/// A character by its number, after `x`, `u` or `U`; with no digits the letters stand for
/// themselves.
fn coded<'t>(kind: char, text: &'t str, octets: &mut Vec<u8>) -> &'t str {
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        _ => 8,
    };
    let Some((code, rest)) = number(text, 16, digits) else {
        put('\\', octets);
        put(kind, octets);
        return text;
    };
    if let ('x', Ok(octet)) = (kind, u8::try_from(code)) {
        octets.push(octet);
        return rest;
    }
    let low = rest.strip_prefix("\\u").and_then(|rest| number(rest, 16, 4));
    if let (0xd800..0xdc00, Some((low @ 0xdc00..0xe000, rest))) = (code, low) {
        let code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        put(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), octets);
        return rest;
    }
    put(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), octets);
    rest
}

/// The number that a text begins with, of one to `most` digits, and the rest.
fn number(text: &str, radix: u32, most: usize) -> Option<(u32, &str)> {
    let digits = text.chars().take(most).take_while(|c| c.is_digit(radix)).count();
    let number = u32::from_str_radix(text.get(..digits)?, radix).ok()?;
    Some((number, &text[digits..]))
}

fn put(c: char, octets: &mut Vec<u8>) {
    octets.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}
