//! A step of a window's life.

use schedule::Length;

use crate::{Ending, Moment, Until, Verb};

/// A step of a window's life, with what it needs to know.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Step {
    Announce,
    Start,
    Extend(Until),
    Shorten(Until),
    Reschedule {
        start: Moment,
        /// As long as before where it is absent.
        ending: Option<Ending>,
    },
    Finish {
        /// The ids of channels; none for all of them.
        channels: Vec<String>,
    },
    Hold {
        /// How long after its end it opens by itself in any case.
        limit: Length,
    },
    Release,
    Cancel,
}

impl Step {
    pub fn verb(&self) -> Verb {
        match self {
            Self::Announce => Verb::Announce,
            Self::Start => Verb::Start,
            Self::Extend(_) => Verb::Extend,
            Self::Shorten(_) => Verb::Shorten,
            Self::Reschedule { .. } => Verb::Reschedule,
            Self::Finish { .. } => Verb::Finish,
            Self::Hold { .. } => Verb::Hold,
            Self::Release => Verb::Release,
            Self::Cancel => Verb::Cancel,
        }
    }
}
