//! What a browser wants a response for (`Sec-Fetch-Dest`).

use std::fmt;

/// What a browser says that it wants a response for. No script can set it, and no page can.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Destination {
    /// A page that somebody goes to: `document`, `iframe` or `frame`.
    Page(&'static str),
    /// `empty`: whatever a script asked for.
    Script,
    /// A part of a page: an image, a style, a module.
    Part(&'static str),
    /// Something else.
    Unknown,
}

const PAGES: [&str; 3] = ["document", "iframe", "frame"];

/// Of the Fetch standard. An `object` and an `embed` are parts, although they can hold a page: with
/// an error, the page around them shows what it has in their place.
const PARTS: [&str; 18] = [
    "audio",
    "audioworklet",
    "embed",
    "font",
    "image",
    "json",
    "manifest",
    "object",
    "paintworklet",
    "report",
    "script",
    "serviceworker",
    "sharedworker",
    "style",
    "track",
    "video",
    "worker",
    "xslt",
];

impl Destination {
    /// None when the header is there and says nothing.
    pub(super) fn of(value: &str) -> Option<Self> {
        let value = value.split([';', ',']).next().unwrap_or_default().trim();
        let among = |known: &[&'static str]| {
            known.iter().find(|known| known.eq_ignore_ascii_case(value)).copied()
        };
        if value.is_empty() {
            None
        } else if value.eq_ignore_ascii_case("empty") {
            Some(Self::Script)
        } else if let Some(page) = among(&PAGES) {
            Some(Self::Page(page))
        } else {
            Some(among(&PARTS).map_or(Self::Unknown, Self::Part))
        }
    }

    pub(super) fn is_page(self) -> bool {
        matches!(self, Self::Page(_))
    }

    pub(super) fn is_part(self) -> bool {
        matches!(self, Self::Part(_))
    }
}

impl fmt::Display for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Page(name) | Self::Part(name) => name,
            Self::Script => "empty",
            Self::Unknown => "neither a page nor a script's own request",
        })
    }
}
