//! A planned stretch of maintenance over some channels.

use serde::{Deserialize, Serialize};

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

/// Why there is a window.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    Emergency,
    #[default]
    Planned,
}

/// What happens when the planned end arrives.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Overrun {
    /// The service stays closed, and says that it takes longer, until somebody releases it.
    Hold,
    /// The service opens by itself.
    #[default]
    Reopen,
}

/// One window as the document states it: a single stretch for now. Recurrence is a second kind of
/// "when" that compiles to many occurrences; nothing else of a window will change for it.
#[cfg(feature = "parse")]
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    pub id: WindowId,
    /// Places in the schedule's list of channels, ascending, never empty.
    pub channels: Vec<usize>,
    /// The first instant inside.
    pub start: chrono::DateTime<chrono::FixedOffset>,
    /// The first instant outside, later than the start; `None` while nobody knows it.
    pub end: Option<chrono::DateTime<chrono::FixedOffset>>,
    /// From when on people are told; `None` is from now on.
    pub announce: Option<chrono::DateTime<chrono::FixedOffset>>,
    /// When somebody let a window that holds go, at or after its end.
    pub released: Option<chrono::DateTime<chrono::FixedOffset>>,
    pub reason: Reason,
    pub overrun: Overrun,
    pub summary: Option<String>,
    pub cancelled: bool,
}
