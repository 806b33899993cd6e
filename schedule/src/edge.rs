//! How the edge in front of the service behaves.

use bypass::Addresses;
use serde::{Deserialize, Serialize};

use crate::{BannerSettings, Length, Reader, Route, Translations, Words};

/// How the edge in front of the service behaves.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct EdgeSettings {
    /// The path under which Intermission's own pages live, without a slash at the end.
    pub prefix: String,
    /// Requests that are never answered by us, besides [`EdgeSettings::ALWAYS_OPEN`].
    pub pass: Vec<Route>,
    pub retry_after: RetryPolicy,
    /// For how long after a window machines are let in a growing share at a time; `None` lets
    /// everybody in at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ramp: Option<Length>,
    #[serde(default, skip_serializing_if = "Cors::is_default")]
    pub cors: Cors,
    #[serde(default, skip_serializing_if = "Bypass::is_default")]
    pub bypass: Bypass,
    /// Where people are warned of what is to come; `None` leaves pages as they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub banner: Option<BannerSettings>,
    /// What is answered while the origin cannot be reached; `None` leaves that to the platform.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outage: Option<Outage>,
    /// Whether our Statuspage documents say `maintenance` while a window is open, which their oldest
    /// readers refuse; otherwise it is `minor`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub statuspage_maintenance: bool,
    /// Whether the origin's own answers say where the status of the service is, too, while something is
    /// announced: `Link` with `rel="status"` (RFC 8631).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub status_link: bool,
    /// `Strict-Transport-Security` of every answer: it does not come from the origin, so the
    /// origin's own header is not on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strict_transport_security: Option<String>,
}

impl EdgeSettings {
    pub const DEFAULT_PREFIX: &str = "/_maintenance";

    /// Paths that reach the origin even while everything else is answered 503: a 503 for
    /// `robots.txt` stops all crawling of the host, one for an ACME challenge loses the
    /// certificate, and `security.txt` must be readable when things are going wrong.
    pub const ALWAYS_OPEN: [&str; 3] =
        ["/robots.txt", "/.well-known/security.txt", "/.well-known/acme-challenge/*"];
}

impl Default for EdgeSettings {
    fn default() -> Self {
        Self {
            prefix: Self::DEFAULT_PREFIX.to_owned(),
            pass: Vec::new(),
            retry_after: RetryPolicy::default(),
            ramp: None,
            cors: Cors::default(),
            bypass: Bypass::default(),
            banner: None,
            outage: None,
            statuspage_maintenance: false,
            status_link: false,
            strict_transport_security: None,
        }
    }
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

/// Which other sites' scripts may read an answer to a request that carried cookies. The answer to
/// one without them is readable by all.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Cors {
    /// As browsers write them, `https://app.example.org`.
    pub origins: Vec<String>,
}

impl Cors {
    fn is_default(&self) -> bool {
        self.origins.is_empty()
    }
}

/// Who may pass while a window is open, in order to verify what is being deployed. Secrets are not
/// in a schedule: links and tokens are made with those of the environment.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Bypass {
    /// The networks from which one passes, where the platform tells a client's address.
    pub addresses: Addresses,
}

impl Bypass {
    fn is_default(&self) -> bool {
        self.addresses.is_empty()
    }
}

/// What is answered, outside windows, while the origin cannot be reached.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Outage {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Short, because nobody knows how long it takes.
    pub retry_after: Length,
    /// How long the origin may take to begin its answer; `None` leaves that to the platform.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout: Option<Length>,
    #[serde(default, skip_serializing_if = "Translations::is_empty")]
    pub translations: Translations<OutageTexts>,
}

/// What is answered during an outage, in another language.
#[derive(Clone, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub struct OutageTexts {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl Outage {
    /// The heading of an answer for a reader, where it is not the service's.
    pub fn title_for<'a>(&'a self, reader: Reader<'a>) -> Option<Words<'a>> {
        let own = self.title.as_deref()?;
        Some(self.translations.words(own, reader, |texts| texts.title.as_deref()))
    }

    /// What an answer says to a reader, where it is not a sentence of ours.
    pub fn message_for<'a>(&'a self, reader: Reader<'a>) -> Option<Words<'a>> {
        let own = self.message.as_deref()?;
        Some(self.translations.words(own, reader, |texts| texts.message.as_deref()))
    }

    /// Half a minute: an outage is over at any moment, and the edge answers for nothing.
    pub const DEFAULT_RETRY_AFTER: Length = Length::from_seconds(30);
}
