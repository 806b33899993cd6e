//! What is maintained, and how the edge in front of it behaves.

use serde::{Deserialize, Serialize};

use crate::{Length, Route};

/// What is maintained.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Service {
    pub name: String,
    /// The IANA name of the zone in which the service's people think.
    pub zone: String,
    /// What they call that zone, such as "CT".
    pub label: String,
    /// The language of the document's texts, a BCP 47 tag.
    pub language: String,
    /// The heading of every answer.
    pub title: String,
    /// What every answer says below the heading.
    pub message: String,
    /// Where the service is reached, without a slash at the end; makes links in answers absolute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// How long before its start a window counts as imminent.
    pub imminent: Length,
}

impl Service {
    /// The heading of the founding notice.
    pub const DEFAULT_TITLE: &str = "Service Unavailable";

    /// The words of the founding notice, which are what users of such services already know.
    pub const DEFAULT_MESSAGE: &str = "The server is temporarily unable to service your request \
        due to maintenance downtime or capacity problems. Please try again later.";

    /// Half an hour: long enough to finish a form, short enough to be taken seriously.
    pub const DEFAULT_IMMINENT: Length = Length::from_minutes(30);
}

/// How the edge in front of the service behaves.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct EdgeSettings {
    /// The path under which Intermission's own pages live, without a slash at the end.
    pub prefix: String,
    /// Requests that are never answered by us, besides [`EdgeSettings::ALWAYS_OPEN`].
    pub pass: Vec<Route>,
    pub retry_after: RetryPolicy,
}

impl EdgeSettings {
    pub const DEFAULT_PREFIX: &str = "/_maintenance";

    /// Paths that reach the origin even while everything else is answered 503: a 503 for
    /// `robots.txt` stops all crawling of the host, one for an ACME challenge loses the
    /// certificate, and `security.txt` must be readable when things are going wrong.
    pub const ALWAYS_OPEN: [&str; 3] =
        ["/robots.txt", "/.well-known/security.txt", "/.well-known/acme-challenge/*"];
}

/// How `Retry-After` is found; the formula is in the answer crate.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct RetryPolicy {
    /// No client is sent away for longer than this (and the spread), because several HTTP
    /// libraries sleep in the calling thread for as long as they are told.
    pub cap: Length,
    /// Clients come back over this stretch after the end instead of all in one second.
    pub spread: Length,
    /// What is said when the end is unknown or has passed.
    pub overrun: Length,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            cap: Length::from_minutes(60),
            spread: Length::from_minutes(5),
            overrun: Length::from_minutes(2),
        }
    }
}
