//! Which revision is meant.

use std::{fmt, num::NonZeroU64, str::FromStr};

use admin::RevisionWithDocument;

use crate::{failure::Failure, keeper::Client};

/// Which revision is meant: `7`, or `current`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Place {
    Number(NonZeroU64),
    Current,
}

/// A text names no revision.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct PlaceError;

impl Place {
    /// The number, for which the keeper has to be asked where it is the current one.
    pub(super) fn number(self, client: &Client) -> Result<u64, Failure> {
        match self {
            Self::Number(number) => Ok(number.get()),
            Self::Current => match client.current()?.revision {
                0 => Err(Failure::NothingPublished { host: client.address().host().to_owned() }),
                number => Ok(number),
            },
        }
    }

    pub(super) fn fetch(self, client: &Client) -> Result<RevisionWithDocument, Failure> {
        Ok(client.revision(self.number(client)?)?)
    }
}

impl FromStr for Place {
    type Err = PlaceError;

    fn from_str(text: &str) -> Result<Self, PlaceError> {
        match text {
            "current" => Ok(Self::Current),
            _ => text.parse().map(Self::Number).map_err(|_| PlaceError),
        }
    }
}

impl std::error::Error for PlaceError {}

impl fmt::Display for PlaceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected the number of a revision, from 1 on, or `current`")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn revisions() {
        let seven = NonZeroU64::new(7).map(Place::Number);
        let table = [
            ("7", seven),
            ("current", Some(Place::Current)),
            ("0", None),
            ("-1", None),
            ("latest", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(text.parse().ok(), expected, "{text}");
        }
    }
}
