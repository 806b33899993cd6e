//! Instants as people write them.

use std::fmt;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime};
use schedule::{Problem, Resolution, Timeline, Zone};

/// Why a text is not an instant.
#[derive(Debug)]
pub(crate) enum InstantError {
    Unreadable {
        found: String,
    },
    /// The zone tables know nothing of it.
    OutOfRange {
        found: String,
    },
    /// Clocks skip or repeat it: the problem that a schedule would have with it.
    Awkward(Box<Problem>),
}

/// An instant with an offset, or a local time of `zone`, told in `zone`.
pub(crate) fn read(text: &str, zone: Zone) -> Result<DateTime<FixedOffset>, InstantError> {
    let found = || text.escape_debug().to_string();
    let instant = match DateTime::parse_from_rfc3339(text) {
        Ok(instant) => zone.at(instant),
        Err(_) => {
            let local = local(text).ok_or_else(|| InstantError::Unreadable { found: found() })?;
            resolve(local, zone).map_err(|problem| InstantError::Awkward(Box::new(problem)))?
        }
    };
    let known = |year| Timeline::YEARS.contains(&year);
    match known(instant.year()) && known(instant.to_utc().year()) {
        true => Ok(instant),
        false => Err(InstantError::OutOfRange { found: found() }),
    }
}

/// `2025-02-06T19:30`, with or without seconds, and with a blank for the `T`.
fn local(text: &str) -> Option<NaiveDateTime> {
    ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S%.f"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
}

fn resolve(local: NaiveDateTime, zone: Zone) -> Result<DateTime<FixedOffset>, Problem> {
    let name = zone.name();
    match zone.resolve(local) {
        Resolution::Unambiguous(instant) => Ok(instant),
        Resolution::Gap { before, after } => {
            Err(Problem::FallsInGap { local, zone: name, before, after })
        }
        Resolution::Fold { first, second } => {
            Err(Problem::FallsInFold { local, zone: name, first, second })
        }
    }
}

impl InstantError {
    pub(crate) fn help(&self) -> Option<String> {
        match self {
            Self::Unreadable { .. } | Self::OutOfRange { .. } => None,
            Self::Awkward(problem) => problem.help(),
        }
    }
}

impl fmt::Display for InstantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { found } => write!(
                f,
                "--at: expected an instant such as `2025-02-07T01:30:00Z`, or \
                 `2025-02-06T19:30` in the service's zone, found `{found}`"
            ),
            Self::OutOfRange { found } => write!(
                f,
                "--at: expected a year from {} to {}, found `{found}`",
                Timeline::YEARS.start(),
                Timeline::YEARS.end()
            ),
            Self::Awkward(problem) => write!(f, "--at: {problem}"),
        }
    }
}
