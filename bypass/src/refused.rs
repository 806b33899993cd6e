//! Why a link was refused.

use std::fmt;

use chrono::{DateTime, Utc};

/// Why a link does not let anybody pass, in words for the person who opened it.
///
/// Nothing of what the client sent is in the words: `at` was signed by us.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refused {
    /// It is not a link of ours, or not a whole one.
    Malformed(Flaw),
    /// It was not signed with the secret of now, for this host and this expiry.
    WrongSignature,
    /// It was signed, and is over since `at`.
    Expired { at: DateTime<Utc> },
}

/// What is wrong with the text of a link.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Flaw {
    TooLong { bytes: usize },
    Missing { parameter: &'static str },
    Repeated { parameter: &'static str },
    Unreadable { parameter: &'static str },
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(flaw) => {
                write!(f, "this is not a whole link, {flaw}: copy all of it, to its last character")
            }
            Self::WrongSignature => f.write_str(
                "the signature of this link is not right: it was made for another host, or changed \
                 on the way, or revoked; ask for a new one",
            ),
            Self::Expired { at } => write!(f, "this link expired on {at}: ask for a new one"),
        }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { bytes } => write!(f, "its {bytes} bytes are too many"),
            Self::Missing { parameter } => write!(f, "`{parameter}` is missing"),
            Self::Repeated { parameter } => write!(f, "`{parameter}` is there twice"),
            Self::Unreadable { parameter } => write!(f, "`{parameter}` cannot be read"),
        }
    }
}

impl std::error::Error for Refused {}
