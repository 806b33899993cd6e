//! The forms in which paths are compared.

use std::borrow::Cow;

/// The path as RFC 3986 reads it: `/s%6Fap` and `/x/../soap` name the same resource as `/soap`
/// (sections 6.2.2.2 and 6.2.2.3), so a channel must not be left open by spelling its path that
/// way. Other encodings keep their meaning and are only given upper-case digits (6.2.2.1).
pub(crate) fn normal(path: &str) -> Cow<'_, str> {
    let decoded = match path.contains('%') {
        true => Cow::Owned(decoded(path)),
        false => Cow::Borrowed(path),
    };
    if decoded.contains("/.") { Cow::Owned(without_dots(&decoded)) } else { decoded }
}

/// The path as the most lenient origin reads it, or `None` when that is no different from the
/// normal form `normal`.
///
/// Origins differ: some decode `%2F` before they resolve `..`, some merge slashes, take `\` for one,
/// cut `;parameters` off a segment, or do not mind capitals. Whichever the service's origin is, no
/// spelling may lead into a channel that is closed.
pub(crate) fn lenient(normal: &str) -> Option<String> {
    let odd = |c: u8| matches!(c, b'\\' | b';' | b'%') || c.is_ascii_uppercase();
    if !normal.bytes().any(odd) && !normal.contains("//") {
        return None;
    }
    let mut path = normal.to_ascii_lowercase().replace('\\', "/");
    path = path.replace("%2f", "/").replace("%5c", "/").replace("%3b", ";");
    let segments = path.split('/').map(|segment| segment.split(';').next().unwrap_or_default());
    let mut plain = String::with_capacity(path.len());
    let last_is_empty = path.ends_with('/');
    for segment in segments.filter(|segment| !segment.is_empty()) {
        plain.push('/');
        plain.push_str(segment);
    }
    if last_is_empty || plain.is_empty() {
        plain.push('/');
    }
    let path = without_dots(&plain);
    (path != normal).then_some(path)
}

/// Undoes the percent-encodings that change nothing.
fn decoded(path: &str) -> String {
    let mut decoded = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(percent) = rest.find('%') {
        decoded.push_str(&rest[..percent]);
        rest = &rest[percent..];
        let Some(octet) = octet(rest.as_bytes()) else {
            // A `%` that encodes nothing stands for itself. Left as it is, it could form an
            // encoding with what is decoded behind it, and the normal form would have another one.
            decoded.push_str("%25");
            rest = &rest[1..];
            continue;
        };
        match octet {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                decoded.push(char::from(octet));
            }
            _ => decoded.push_str(&rest[..3].to_ascii_uppercase()),
        }
        rest = &rest[3..];
    }
    decoded.push_str(rest);
    decoded
}

/// Resolves `.` and `..` as RFC 3986, section 5.2.4, does.
fn without_dots(path: &str) -> String {
    let mut segments: Vec<&str> = Vec::new();
    let mut rest = path.split('/').skip(1).peekable();
    while let Some(segment) = rest.next() {
        match segment {
            "." | ".." => {
                if segment == ".." {
                    segments.pop();
                }
                // What ends in a dot segment names a folder.
                if rest.peek().is_none() {
                    segments.push("");
                }
            }
            _ => segments.push(segment),
        }
    }
    segments.iter().fold(String::with_capacity(path.len()), |path, segment| path + "/" + segment)
}

/// The octet that `%XX` at the beginning of `text` stands for.
fn octet(text: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*text.get(at)?).to_digit(16);
    u8::try_from(digit(1)? * 16 + digit(2)?).ok()
}

#[cfg(test)]
mod tests {
    use super::{lenient, normal};

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

    // RFC 3986, section 5.2.4: https://www.rfc-editor.org/rfc/rfc3986#section-5.2.4
    #[test]
    fn dot_segments_are_resolved_however_they_are_spelled() {
        #[track_caller]
        fn check(path: &str, expected: &str) {
            assert_eq!(normal(path), expected, "`{path}`");
            assert_eq!(normal(expected), expected, "the normal form of `{path}` has another one");
        }
        check("/x/../soap", "/soap");
        check("/x/%2e%2E/soap/", "/soap/");
        check("/a/b/c/./../../g", "/a/g");
        check("/../../soap", "/soap");
        check("/soap/..", "/");
        check("/soap/.", "/soap/");
        check("/.well-known/security.txt", "/.well-known/security.txt");
        check("/a..b/...", "/a..b/...");
        check("//x/..", "//");
    }

    #[test]
    fn what_some_origins_take_for_another_path() {
        #[track_caller]
        fn check(path: &str, expected: Option<&str>) {
            assert_eq!(lenient(&normal(path)).as_deref(), expected, "`{path}`");
        }
        check("/soap/iis", None);
        check("/", None);
        check("/caf%C3%A9", Some("/caf%c3%a9"));
        check("/SOAP/iis", Some("/soap/iis"));
        check("//soap///iis/", Some("/soap/iis/"));
        check("/x\\..\\soap", Some("/soap"));
        check("/x/..%2fsoap", Some("/soap"));
        check("/x/..%5Csoap", Some("/soap"));
        check("/soap;jsessionid=1/iis", Some("/soap/iis"));
        check("/x/..;/soap", Some("/soap"));
        check("//", Some("/"));
    }
}
