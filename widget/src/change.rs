//! What has changed since a visitor was told.

use schedule::Phase;

/// From when until when, in milliseconds since the epoch; an end that nobody knows is `None`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Span {
    pub start: i64,
    pub end: Option<i64>,
}

/// What has changed since a visitor was told. The span is the one that the visitor knew.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Change {
    /// It starts at another time.
    Moved(Span),
    /// It takes longer, or nobody knows any more how long.
    Extended(Span),
    /// It is planned to end sooner.
    Shortened(Span),
    /// It is over sooner than was said.
    Early(Span),
    Cancelled(Span),
}

impl Change {
    /// What makes `now`, in `phase`, different from `before`.
    pub fn between(before: Span, now: Span, phase: Phase) -> Option<Self> {
        let later = match (before.end, now.end) {
            (Some(before), Some(now)) => now > before,
            (known, _) => known.is_some(),
        };
        let sooner = matches!((before.end, now.end), (Some(before), Some(now)) if now < before);
        match phase {
            Phase::Cancelled => Some(Self::Cancelled(before)),
            // From here on it is over, and only that it came sooner than was said is news.
            Phase::Ended => sooner.then_some(Self::Early(before)),
            _ if before.start != now.start => Some(Self::Moved(before)),
            _ if later => Some(Self::Extended(before)),
            _ if sooner => Some(Self::Shortened(before)),
            _ => None,
        }
    }

    /// The keys of the words, in the order of their numbers.
    pub const KEYS: [&str; 5] = ["moved", "extended", "shortened", "early", "was_planned"];

    /// The number of its words, and what was known before.
    pub fn parts(self) -> (u8, Span) {
        match self {
            Self::Moved(before) => (0, before),
            Self::Extended(before) => (1, before),
            Self::Shortened(before) => (2, before),
            Self::Early(before) => (3, before),
            Self::Cancelled(before) => (4, before),
        }
    }
}
