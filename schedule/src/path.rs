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
            // A `%` that encodes nothing stands for itself. Left as it is, it could form an
            // encoding with what is decoded behind it, and the normal form would have another one.
            normal.push_str("%25");
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

#[cfg(test)]
mod tests {
    use super::normal;

    // RFC 3986, section 6.2.2: https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2
    #[test]
    fn encodings_that_change_nothing_are_undone_and_the_others_kept() {
        #[track_caller]
        fn check(path: &str, expected: &str) {
            assert_eq!(normal(path), expected, "`{path}`");
            assert_eq!(normal(expected), expected, "the normal form of `{path}` has another one");
        }
        check("", "");
        check("/soap", "/soap");
        check("/s%6Fap", "/soap");
        check("/%41%7a%30%2D%2e%5F%7E", "/Az0-._~");
        // What a slash, a space or a percent sign would mean stays encoded.
        check("/a%2fb%20c%25d", "/a%2Fb%20c%25d");
        check("/%c3%a9", "/%C3%A9");
        check("/%2541", "/%2541");
        // Broken encodings, at the end and before characters of several bytes.
        check("/%", "/%25");
        check("/%4", "/%254");
        check("/%zz", "/%25zz");
        check("/%é%中", "/%25é%25中");
        check("/%+1%-1", "/%25+1%25-1");
        // Decoded behind a stray sign, the digits must not become an encoding of their own.
        check("/%%341", "/%2541");
    }
}
