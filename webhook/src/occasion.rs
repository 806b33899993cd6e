//! What may happen to a window.

use std::{fmt, str::FromStr};

/// What happened to a window.
///
/// | word | when |
/// | --- | --- |
/// | `announced` | people may know of it from now on |
/// | `imminent` | it starts within the lead that the service has for it |
/// | `started`, `overrun`, `ended` | it closed; its end has passed and it stays closed; it is over |
/// | `moved`, `extended`, `shortened`, `finished`, `held`, `released`, `rescoped`, `reworded` | a revision changed it so |
/// | `cancelled`, `removed`, `restored` | it does not take place; it is in the schedule no longer; it does after all |
/// | `ping` | somebody tries whether the subscription works |
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Occasion {
    Announced,
    Imminent,
    Started,
    Overrun,
    Ended,
    Moved,
    Extended,
    Shortened,
    Finished,
    Held,
    Released,
    Rescoped,
    Reworded,
    Cancelled,
    Removed,
    Restored,
    Ping,
}

impl Occasion {
    pub const ALL: [Self; 17] = [
        Self::Announced,
        Self::Imminent,
        Self::Started,
        Self::Overrun,
        Self::Ended,
        Self::Moved,
        Self::Extended,
        Self::Shortened,
        Self::Finished,
        Self::Held,
        Self::Released,
        Self::Rescoped,
        Self::Reworded,
        Self::Cancelled,
        Self::Removed,
        Self::Restored,
        Self::Ping,
    ];

    /// The word for it in filters and ids.
    pub fn as_str(self) -> &'static str {
        self.words().0
    }

    /// The `type` of the event.
    ///
    /// # Examples
    ///
    /// ```
    /// assert_eq!(webhook::Occasion::Moved.type_of(), "intermission.window.moved");
    /// assert_eq!(webhook::Occasion::Ping.type_of(), "intermission.ping");
    /// ```
    pub fn type_of(self) -> String {
        match self {
            Self::Ping => "intermission.ping".to_owned(),
            _ => format!("intermission.window.{}", self.as_str()),
        }
    }

    /// "was extended"
    pub(crate) fn verb(self) -> &'static str {
        self.words().1
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Announced => ("announced", "is announced"),
            Self::Imminent => ("imminent", "is about to start"),
            Self::Started => ("started", "has started"),
            Self::Overrun => ("overrun", "stays closed past its end, until it is released"),
            Self::Ended => ("ended", "is over"),
            Self::Moved => ("moved", "was moved"),
            Self::Extended => ("extended", "was extended"),
            Self::Shortened => ("shortened", "was shortened"),
            Self::Finished => ("finished", "was finished early"),
            Self::Held => ("held", "will stay closed at its end, until it is released"),
            Self::Released => ("released", "was released"),
            Self::Rescoped => ("rescoped", "is over other channels"),
            Self::Reworded => ("reworded", "is described in other words"),
            Self::Cancelled => ("cancelled", "was cancelled"),
            Self::Removed => ("removed", "was taken out of the schedule"),
            Self::Restored => ("restored", "takes place after all"),
            Self::Ping => ("ping", "is tried"),
        }
    }
}

impl FromStr for Occasion {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|occasion| occasion.as_str() == text).ok_or(())
    }
}

impl fmt::Display for Occasion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
