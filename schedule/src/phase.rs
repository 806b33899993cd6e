//! Where an occurrence stands at an instant.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Where an occurrence stands at an instant: a pure function of the occurrence and the instant.
///
/// | phase | from (inside) | until (outside) | requests |
/// | --- | --- | --- | --- |
/// | `scheduled` | ever | the announcement | pass |
/// | `announced` | the announcement | the imminent lead before the start | pass |
/// | `imminent` | that lead before the start | the start | pass |
/// | `active` | the start | the end, if it is known | answered |
/// | `overrun` | the end, when the window holds | its release | answered |
/// | `ended` | the end, or the release | ever | pass |
/// | `cancelled` | ever | ever | pass |
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    Scheduled,
    Announced,
    Imminent,
    Active,
    Overrun,
    Ended,
    Cancelled,
}

impl Phase {
    /// Whether requests are answered instead of passed on.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Active | Self::Overrun)
    }

    /// Whether people are told of it: neither a secret nor over.
    pub fn is_public(self) -> bool {
        matches!(self, Self::Announced | Self::Imminent | Self::Active | Self::Overrun)
    }

    /// The word for it in documents and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Scheduled => "scheduled",
            Self::Announced => "announced",
            Self::Imminent => "imminent",
            Self::Active => "active",
            Self::Overrun => "overrun",
            Self::Ended => "ended",
            Self::Cancelled => "cancelled",
        }
    }
}

/// The instants that part an occurrence's phases, in whatever way they are counted: as chrono does, or as
/// milliseconds, where chrono's calendar would be too much to carry.
///
/// # Examples
///
/// ```
/// use schedule::{Boundaries, Phase};
///
/// let boundaries = Boundaries {
///     announced: None, imminent: 70, start: 100, end: Some(120), reopens: None, cancelled: false,
/// };
/// assert_eq!(boundaries.phase(99), Phase::Imminent);
/// assert_eq!(boundaries.phase(120), Phase::Overrun);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Boundaries<T> {
    /// From when on people are told; `None` is from ever on.
    pub announced: Option<T>,
    /// From when on the start is imminent.
    pub imminent: T,
    /// The first instant inside.
    pub start: T,
    /// The first instant outside; `None` while nobody knows it.
    pub end: Option<T>,
    /// From when on requests pass again, where that is known: the end, or later for a window that holds.
    pub reopens: Option<T>,
    pub cancelled: bool,
}

impl<T: Copy + Ord> Boundaries<T> {
    /// Where the occurrence stands at `now`.
    pub fn phase(&self, now: T) -> Phase {
        let is_past = |instant: Option<T>| instant.is_some_and(|instant| instant <= now);
        if self.cancelled {
            Phase::Cancelled
        } else if is_past(self.reopens) {
            Phase::Ended
        } else if is_past(self.end) {
            Phase::Overrun
        } else if self.start <= now {
            Phase::Active
        } else if self.announced.is_some_and(|announced| announced > now) {
            Phase::Scheduled
        } else if self.imminent <= now {
            Phase::Imminent
        } else {
            Phase::Announced
        }
    }

    /// All of them, in no order.
    pub fn instants(&self) -> impl Iterator<Item = T> + use<T> {
        let Self { announced, imminent, start, end, reopens, .. } = *self;
        [announced, Some(imminent), Some(start), end, reopens].into_iter().flatten()
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
