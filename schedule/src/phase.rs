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

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
