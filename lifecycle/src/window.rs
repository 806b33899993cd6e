//! A window that is not there yet.

use schedule::{Length, Overrun, Reason};

use crate::{Ending, Moment};

/// A window that is to be put on the schedule. It comes once; a recurring one is written into the
/// document by its author.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NewWindow {
    /// Made from the reason and the local date of the start where it is absent:
    /// `emergency-2025-02-06`, and with `-2` and so on where that is taken.
    pub id: Option<String>,
    /// The ids of the channels that it is over, at least one.
    pub channels: Vec<String>,
    /// For one that begins at once: the instant that is `now`.
    pub start: Moment,
    pub ending: Ending,
    pub reason: Reason,
    /// What is done, in a sentence.
    pub summary: Option<String>,
    /// From when on people are told; at once where it is absent.
    pub announce: Option<Announcement>,
    pub overrun: Overrun,
    /// With [`Overrun::Hold`]: how long after its end it opens by itself in any case.
    pub hold_limit: Option<Length>,
}

/// From when on people are told.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Announcement {
    At(Moment),
    /// So long before the start.
    Before(Length),
}
