//! The steps by name, and which phase each may follow.

use std::{fmt, str::FromStr};

use schedule::Phase;

/// A step without its data.
///
/// # Examples
///
/// ```
/// use lifecycle::Verb;
/// use schedule::Phase;
///
/// assert!(Verb::Cancel.follows(Phase::Announced));
/// // One that is open is finished.
/// assert!(!Verb::Cancel.follows(Phase::Active));
/// assert_eq!("finish".parse(), Ok(Verb::Finish));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Verb {
    /// People are told from now on.
    Announce,
    /// It begins now, and ends as planned.
    Start,
    /// It ends later.
    Extend,
    /// It ends earlier, but not yet.
    Shorten,
    /// It is at another time.
    Reschedule,
    /// It is over now, on all of its channels or on some.
    Finish,
    /// At its end it stays closed until it is released.
    Hold,
    /// It holds no longer.
    Release,
    /// It does not take place.
    Cancel,
}

impl Verb {
    pub const ALL: [Self; 9] = [
        Self::Announce,
        Self::Start,
        Self::Extend,
        Self::Shorten,
        Self::Reschedule,
        Self::Finish,
        Self::Hold,
        Self::Release,
        Self::Cancel,
    ];

    /// The word for it in addresses and commands.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Announce => "announce",
            Self::Start => "start",
            Self::Extend => "extend",
            Self::Shorten => "shorten",
            Self::Reschedule => "reschedule",
            Self::Finish => "finish",
            Self::Hold => "hold",
            Self::Release => "release",
            Self::Cancel => "cancel",
        }
    }

    /// Whether it may follow a phase: the table of `docs/lifecycle.md`. A step may still be refused
    /// for what the window is otherwise; [`crate::standings`] knows that too.
    pub fn follows(self, phase: Phase) -> bool {
        use Phase::{Active, Announced, Imminent, Overrun, Scheduled};
        match self {
            Self::Announce => matches!(phase, Scheduled),
            Self::Start | Self::Reschedule | Self::Cancel => {
                matches!(phase, Scheduled | Announced | Imminent)
            }
            Self::Extend => matches!(phase, Scheduled | Announced | Imminent | Active | Overrun),
            Self::Shorten | Self::Hold => {
                matches!(phase, Scheduled | Announced | Imminent | Active)
            }
            Self::Finish | Self::Release => matches!(phase, Active | Overrun),
        }
    }

    /// What was done to a window, such as "extended".
    pub(crate) fn done(self) -> &'static str {
        match self {
            Self::Announce => "announced",
            Self::Start => "started",
            Self::Extend => "extended",
            Self::Shorten => "shortened",
            Self::Reschedule => "rescheduled",
            Self::Finish => "finished",
            Self::Hold => "held",
            Self::Release => "released",
            Self::Cancel => "cancelled",
        }
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names no step.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct UnknownVerb {
    pub found: String,
}

impl fmt::Display for UnknownVerb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known: Vec<String> = Verb::ALL.iter().map(|verb| format!("`{verb}`")).collect();
        write!(f, "expected one of {}, found `{}`", known.join(", "), self.found)
    }
}

impl std::error::Error for UnknownVerb {}

impl FromStr for Verb {
    type Err = UnknownVerb;

    fn from_str(text: &str) -> Result<Self, UnknownVerb> {
        let known = Self::ALL.into_iter().find(|verb| verb.as_str() == text);
        known.ok_or_else(|| UnknownVerb { found: text.to_owned() })
    }
}
