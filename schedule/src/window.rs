//! A planned stretch of maintenance over some channels.

use serde::{Deserialize, Serialize};

#[cfg(feature = "parse")]
use {
    crate::{Length, Translations, series::Series},
    chrono::{DateTime, FixedOffset},
    std::collections::BTreeMap,
};

/// The name of a window in documents, addresses and logs; the same rules as for a channel's.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct WindowId(pub(crate) String);

impl WindowId {
    /// The name as it stands in the document.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a window says, in another language.
#[derive(Clone, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub struct WindowTexts {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
}

/// Why there is a window.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    Emergency,
    #[default]
    Planned,
}

/// What happens when the planned end arrives.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Overrun {
    /// The service stays closed, and says that it takes longer, until somebody releases it.
    Hold,
    /// The service opens by itself.
    #[default]
    Reopen,
}

/// One window as the document states it.
#[cfg(feature = "parse")]
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    pub id: WindowId,
    /// Places in the schedule's list of channels, ascending, never empty.
    pub channels: Vec<usize>,
    pub when: When,
    pub announce: Announce,
    pub reason: Reason,
    pub overrun: Overrun,
    /// How long after its end a window that holds opens by itself, when nobody has released it;
    /// `None` is never. Only a window that holds, and has an end, has one.
    pub hold_limit: Option<Length>,
    pub summary: Option<String>,
    pub translations: Translations<WindowTexts>,
    pub cancelled: bool,
}

/// Channels that were finished early, by their places in the schedule's list, and when: after the
/// start and before the end.
#[cfg(feature = "parse")]
pub type Finished = BTreeMap<usize, DateTime<FixedOffset>>;

/// When a window is.
#[cfg(feature = "parse")]
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    Once {
        /// The first instant inside.
        start: DateTime<FixedOffset>,
        /// The first instant outside, later than the start; `None` while nobody knows it.
        end: Option<DateTime<FixedOffset>>,
        /// When somebody let a window that holds go, at or after its end.
        released: Option<DateTime<FixedOffset>>,
        /// Some of the window's channels, or all.
        finished: Finished,
    },
    Repeating(Box<Series>),
}

/// From when on people are told.
#[cfg(feature = "parse")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Announce {
    AtOnce,
    At(DateTime<FixedOffset>),
    /// This long before each start.
    Before(Length),
}
