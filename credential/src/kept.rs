//! What is kept of a token, and whether one that was sent is it.

use std::fmt;

use chrono::{DateTime, Utc};

use crate::{Digest, Token};

/// What is kept of a token, besides its name and what it may do.
#[derive(Clone, Debug)]
pub struct Kept {
    pub digest: Digest,
    /// The first instant at which it opens nothing more.
    pub expires: Option<DateTime<Utc>>,
    /// Since when it opens nothing more, whatever `now` is.
    pub revoked: Option<DateTime<Utc>>,
}

/// Why a token that was sent opens nothing.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum KeptError {
    /// Nobody made it, or its secret is another one. Which of the two is not told.
    Unknown,
    /// The right secret, after its time.
    Expired { at: DateTime<Utc> },
    /// The right secret of a token that was taken back.
    Revoked { at: DateTime<Utc> },
}

impl Kept {
    /// Whether `sent` opens what is `kept` under its name; `None` where nothing is.
    ///
    /// # Errors
    ///
    /// When it does not. Only who has the secret learns that a token was there.
    pub fn admit(kept: Option<&Self>, sent: &Token, now: DateTime<Utc>) -> Result<(), KeptError> {
        let sent = sent.digest();
        // Where there is none, another digest is compared, so that it takes as long.
        let nobody = Digest::of("");
        let is_right = sent.matches(kept.map_or(&nobody, |kept| &kept.digest));
        match kept {
            Some(kept) if is_right => kept.lives(now),
            _ => Err(KeptError::Unknown),
        }
    }

    /// Whether it is in its time and was not revoked.
    ///
    /// # Errors
    ///
    /// When it is not.
    pub fn lives(&self, now: DateTime<Utc>) -> Result<(), KeptError> {
        match (self.revoked, self.expires) {
            (Some(at), _) => Err(KeptError::Revoked { at }),
            (_, Some(at)) if at <= now => Err(KeptError::Expired { at }),
            _ => Ok(()),
        }
    }
}

impl fmt::Display for KeptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("expected a token of this keeper, found another text"),
            Self::Expired { at } => {
                write!(f, "expected a token in its time, found one that expired on {at}")
            }
            Self::Revoked { at } => {
                write!(f, "expected a token in force, found one that was revoked on {at}")
            }
        }
    }
}

impl std::error::Error for KeptError {}
