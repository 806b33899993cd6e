//! Why people are written to.

use std::{fmt, str::FromStr};

use schedule::Phase;

/// Why people are written to about a window.
///
/// | kind | it can be written while the window is |
/// | --- | --- |
/// | `announcement`, `reminder` | not over |
/// | `moved` | not over; the earlier times are known |
/// | `started` | open |
/// | `extended` | open; the earlier times are known, or its planned end has passed |
/// | `over` | over |
/// | `cancelled` | cancelled |
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Kind {
    Announcement,
    Reminder,
    Moved,
    Started,
    Extended,
    Over,
    Cancelled,
}

impl Kind {
    pub const ALL: [Self; 7] = [
        Self::Announcement,
        Self::Reminder,
        Self::Moved,
        Self::Started,
        Self::Extended,
        Self::Over,
        Self::Cancelled,
    ];

    /// The word for it in commands, documents and the names of files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Announcement => "announcement",
            Self::Reminder => "reminder",
            Self::Moved => "moved",
            Self::Started => "started",
            Self::Extended => "extended",
            Self::Over => "over",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether it is true of a window in this phase.
    pub fn fits(self, phase: Phase) -> bool {
        match self {
            Self::Announcement | Self::Reminder | Self::Moved => {
                !matches!(phase, Phase::Ended | Phase::Cancelled)
            }
            Self::Started | Self::Extended => phase.is_closed(),
            Self::Over => phase == Phase::Ended,
            Self::Cancelled => phase == Phase::Cancelled,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that is no kind of notice.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct KindError {
    found: String,
}

impl fmt::Display for KindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known: Vec<&str> = Kind::ALL.into_iter().map(Kind::as_str).collect();
        let found = self.found.escape_debug();
        write!(f, "expected one of `{}`, found `{found}`", known.join("`, `"))
    }
}

impl std::error::Error for KindError {}

impl FromStr for Kind {
    type Err = KindError;

    fn from_str(word: &str) -> Result<Self, KindError> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == word)
            .ok_or_else(|| KindError { found: word.to_owned() })
    }
}
