//! What the banner says of a window at an instant, before it is put into words.

use schedule::Phase;

use crate::{Change, Countdown};

/// What the banner says of a window at an instant.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Message {
    /// The window's place in the document, where its texts are.
    pub place: usize,
    pub phase: Phase,
    pub state: State,
    pub change: Option<Change>,
    pub advice: Advice,
    /// Whether it is to be read out: true once for a window, phase and revision.
    pub announce: bool,
    /// Which reminder to save what is not saved is due.
    pub reminder: Option<Reminder>,
}

/// The sentence that stands first. Lengths are in milliseconds, as they are shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    StartsIn(i64),
    EndsIn(i64),
    /// It is going on, and nobody knows for how long.
    EndUnknown,
    Overrun,
    Over,
    Cancelled,
}

/// Which of a channel's instructions is of use now.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Advice {
    Before,
    During,
    After,
    None,
}

/// The two points at which people are reminded of what they have not saved.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Reminder {
    /// The start is imminent.
    First,
    /// It is five minutes away.
    Last,
}

impl Reminder {
    /// How long before the start the last one comes, in milliseconds.
    pub const LAST: i64 = 5 * 60 * 1000;

    /// Which it is, from 1 on.
    pub fn number(self) -> u8 {
        match self {
            Self::First => 1,
            Self::Last => 2,
        }
    }

    /// The reminder that is due at `now`, in `phase`, before `start`.
    pub fn due(phase: Phase, start: i64, now: i64) -> Option<Self> {
        let waits = matches!(phase, Phase::Announced | Phase::Imminent);
        if waits && start - now <= Self::LAST {
            Some(Self::Last)
        } else {
            (phase == Phase::Imminent).then_some(Self::First)
        }
    }
}

impl State {
    /// In `phase`, with `countdown` to the start or the end.
    pub fn new(phase: Phase, countdown: Option<Countdown>) -> Self {
        let left = countdown.map(|countdown| countdown.shown);
        match (phase, left) {
            (Phase::Scheduled | Phase::Announced | Phase::Imminent, left) => {
                Self::StartsIn(left.unwrap_or_default())
            }
            (Phase::Active, Some(left)) => Self::EndsIn(left),
            (Phase::Active, None) => Self::EndUnknown,
            (Phase::Overrun, _) => Self::Overrun,
            (Phase::Ended, _) => Self::Over,
            (Phase::Cancelled, _) => Self::Cancelled,
        }
    }

    /// The keys of the words, in the order of their numbers.
    pub const KEYS: [&str; 6] =
        ["starts_in", "ends_in", "end_unknown", "overrun", "over", "cancelled"];

    /// The number of its words, and its length, if it has one.
    pub fn parts(self) -> (u8, Option<i64>) {
        match self {
            Self::StartsIn(left) => (0, Some(left)),
            Self::EndsIn(left) => (1, Some(left)),
            Self::EndUnknown => (2, None),
            Self::Overrun => (3, None),
            Self::Over => (4, None),
            Self::Cancelled => (5, None),
        }
    }
}

impl Advice {
    pub fn new(phase: Phase) -> Self {
        match phase {
            Phase::Scheduled | Phase::Announced | Phase::Imminent => Self::Before,
            Phase::Active | Phase::Overrun => Self::During,
            Phase::Ended => Self::After,
            Phase::Cancelled => Self::None,
        }
    }

    /// As the document calls them, in the order of their numbers; `""` is none.
    pub const KEYS: [&str; 4] = ["before", "during", "after", ""];

    pub fn number(self) -> u8 {
        match self {
            Self::Before => 0,
            Self::During => 1,
            Self::After => 2,
            Self::None => 3,
        }
    }
}
