//! Which window, and which occurrence of it.

use std::{fmt, str::FromStr};

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::moment::local;

/// Which window a step is about, and for a recurring one which of its occurrences.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Which {
    /// The id of the window.
    pub window: String,
    /// For a recurring window: the start that its rule gives the occurrence. Where it is absent,
    /// the one that is open, or else the next to come; for [`crate::Step::Cancel`] all of them.
    pub of: Option<Of>,
}

impl Which {
    /// A window that comes once, or the occurrence that is open or next.
    pub fn window(id: &str) -> Self {
        Self { window: id.to_owned(), of: None }
    }
}

/// The start that a rule gives an occurrence, which names it even after it was moved; its date will
/// do where only one occurrence starts on it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(try_from = "String", into = "String")]
pub enum Of {
    Date(NaiveDate),
    Start(NaiveDateTime),
}

impl Of {
    pub(crate) fn is(self, start: NaiveDateTime) -> bool {
        match self {
            Self::Date(date) => date == start.date(),
            Self::Start(of) => of == start,
        }
    }
}

/// A text that names no occurrence.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OfError {
    pub found: String,
}

impl fmt::Display for OfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "expected the local start that the rule gives an occurrence, such as \
             `2026-02-12T19:00`, or its date, found `{}`",
            self.found
        )
    }
}

impl std::error::Error for OfError {}

impl FromStr for Of {
    type Err = OfError;

    fn from_str(text: &str) -> Result<Self, OfError> {
        if let Some(start) = local(text) {
            return Ok(Self::Start(start));
        }
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d");
        date.map(Self::Date).map_err(|_| OfError { found: text.to_owned() })
    }
}

impl fmt::Display for Of {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Start(start) => start.format("%Y-%m-%dT%H:%M:%S%.f").fmt(f),
        }
    }
}

impl TryFrom<String> for Of {
    type Error = OfError;

    fn try_from(text: String) -> Result<Self, OfError> {
        text.parse()
    }
}

impl From<Of> for String {
    fn from(of: Of) -> Self {
        of.to_string()
    }
}
