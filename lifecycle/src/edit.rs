//! What a step changes about one occurrence, before it is known how the document is written.

use chrono::{DateTime, FixedOffset};
use schedule::{Length, Overrun};

/// What becomes of a key.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Put<T> {
    #[default]
    Keep,
    Set(T),
    Remove,
}

/// What a step changes. What it does not name stays.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Edit {
    pub(crate) start: Put<DateTime<FixedOffset>>,
    /// Stands in the place of a `length` too.
    pub(crate) end: Put<DateTime<FixedOffset>>,
    pub(crate) announce: Put<DateTime<FixedOffset>>,
    pub(crate) overrun: Option<Overrun>,
    pub(crate) hold_limit: Put<Length>,
    pub(crate) released: Put<DateTime<FixedOffset>>,
    pub(crate) cancelled: bool,
    /// Channels that are finished at an instant.
    pub(crate) finished: Vec<(String, DateTime<FixedOffset>)>,
    /// Channels that are finished no earlier than the rest.
    pub(crate) unfinished: Vec<String>,
}
