//! What a command sends, and how it is encoded.

use crate::request::Body;

/// The value of one option that sends data.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Datum {
    Text(String),
    /// The content of the file of this name, which is not read.
    File(String),
}

impl Datum {
    pub(super) fn raw(value: &str) -> Self {
        Self::Text(value.to_owned())
    }

    /// `@name` is a file.
    pub(super) fn or_file(value: &str) -> Self {
        value.strip_prefix('@').map_or_else(|| Self::raw(value), |name| Self::File(name.to_owned()))
    }

    /// `content`, `=content`, `name=content`, `@file` or `name@file`; what is not a name is
    /// percent-encoded.
    pub(super) fn encoded(value: &str) -> Self {
        // curl looks for the `=` first, wherever an `@` is.
        match value.find('=').or_else(|| value.find('@')) {
            None => Self::Text(percent_encoded(value)),
            Some(at) if value[at..].starts_with('@') => Self::File(value[at + 1..].to_owned()),
            Some(0) => Self::Text(percent_encoded(&value[1..])),
            Some(at) => {
                Self::Text(format!("{}={}", &value[..at], percent_encoded(&value[at + 1..])))
            }
        }
    }

    /// The text, or nothing in place of a file.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::File(_) => "",
        }
    }
}

/// Several are joined as the fields of a form; but documents of JSON follow one another.
pub(super) fn body(data: &[Datum], json: bool) -> Body {
    let files = data.iter().find_map(|datum| match datum {
        Datum::File(name) => Some(name.clone()),
        Datum::Text(_) => None,
    });
    files.map_or_else(|| Body::Text(joined(data, if json { "" } else { "&" })), Body::File)
}

pub(super) fn joined(data: &[Datum], between: &str) -> String {
    data.iter().map(Datum::text).collect::<Vec<_>>().join(between)
}

/// As in forms: a blank is `+`.
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for octet in text.bytes() {
        match octet {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(octet));
            }
            b' ' => encoded.push('+'),
            _ => encoded += &format!("%{octet:02X}"),
        }
    }
    encoded
}
