//! Why something is not a timeline.

use std::fmt;

use crate::{Timeline, WindowId};

/// Why something is not a timeline.
#[derive(Debug)]
pub enum TimelineError {
    /// Not JSON of this shape.
    Malformed(serde_json::Error),
    /// Bytes that end, or lead nowhere, at this place.
    Truncated { at: usize },
    /// A form that this program does not know.
    UnknownFormat { expected: u32, found: u32 },
    /// An occurrence over a channel that the timeline does not have.
    NoSuchChannel { window: WindowId, channel: usize, channels: usize },
    /// A prefix that would make every request ours, or none.
    MalformedPrefix { found: String },
    /// An occurrence that is over, or released, before it begins.
    EndNotAfterStart { window: WindowId },
    /// An instant outside the years that we reckon with; arithmetic on it could overflow.
    OutOfRange { window: WindowId },
}

impl fmt::Display for TimelineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(error) => write!(f, "expected a timeline in JSON, but {error}"),
            Self::Truncated { at } => {
                write!(f, "expected a whole timeline, but it breaks off at byte {at}")
            }
            Self::UnknownFormat { expected, found } => write!(
                f,
                "expected a timeline of format {expected}, but found format {found}; build the \
                 worker and the timeline with the same version"
            ),
            Self::NoSuchChannel { window, channel, channels } => write!(
                f,
                "window `{}` is over channel number {channel}, but the timeline has {channels}",
                window.as_str()
            ),
            Self::MalformedPrefix { found } => {
                write!(f, "expected a prefix such as `/_maintenance`, but found `{found}`")
            }
            Self::EndNotAfterStart { window } => {
                write!(f, "window `{}` does not end after it starts", window.as_str())
            }
            Self::OutOfRange { window } => write!(
                f,
                "window `{}` has an instant outside the years {} to {}",
                window.as_str(),
                Timeline::YEARS.start(),
                Timeline::YEARS.end()
            ),
        }
    }
}

impl std::error::Error for TimelineError {}
