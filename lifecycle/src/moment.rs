//! A point of time as an operator gives it.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, Timelike};
use schedule::{Resolution, Timeline, Zone};
use serde::{Deserialize, Serialize};

use crate::{Refused, document};

/// A point of time as an operator gives it. Fractions of a second are cut off.
///
/// # Examples
///
/// ```
/// use lifecycle::Moment;
///
/// let local: Moment = "2025-02-06T19:00".parse().unwrap();
/// assert_eq!(local.to_string(), "2025-02-06T19:00:00");
/// let instant: Moment = "2025-02-07T01:00:00Z".parse().unwrap();
/// assert_eq!(instant.to_string(), "2025-02-07T01:00:00+00:00");
/// assert!("7 p.m.".parse::<Moment>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(try_from = "String", into = "String")]
pub enum Moment {
    /// Local time of the service.
    Local(NaiveDateTime),
    /// An instant.
    At(DateTime<FixedOffset>),
}

impl Moment {
    /// The instant, at the offset that `zone` has then.
    ///
    /// # Errors
    ///
    /// [`Refused::SkippedHour`] and [`Refused::RepeatedHour`] for a local time that names none or
    /// two, [`Refused::OutOfRange`] outside [`Timeline::YEARS`].
    pub(crate) fn resolve(self, zone: Zone) -> Result<DateTime<FixedOffset>, Refused> {
        let instant = match self {
            Self::At(instant) => zone.at(instant),
            Self::Local(local) => match zone.resolve(local) {
                Resolution::Unambiguous(instant) => instant,
                Resolution::Gap { before, after } => {
                    let zone = zone.name();
                    return Err(Refused::SkippedHour { local, zone, before, after });
                }
                Resolution::Fold { first, second } => {
                    let zone = zone.name();
                    return Err(Refused::RepeatedHour { local, zone, first, second });
                }
            },
        };
        in_years(whole(instant))
    }
}

/// An instant as it stands in a document: in local time wherever that names it alone, or else with its
/// offset.
///
/// # Examples
///
/// ```
/// let chicago = "America/Chicago".parse().unwrap();
/// let written = |instant: &str| lifecycle::written(instant.parse().unwrap(), chicago);
/// assert_eq!(written("2025-02-07T01:00:00Z"), "2025-02-06T19:00:00");
/// assert_eq!(written("2025-11-02T07:30:00Z"), "2025-11-02T01:30:00-06:00");
/// ```
pub fn written(instant: DateTime<FixedOffset>, zone: Zone) -> String {
    document::instant_text(instant, zone)
}

/// The same instant without a fraction of a second.
pub(crate) fn whole(instant: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    instant.with_nanosecond(0).unwrap_or(instant)
}

/// The instant, if it is one of the years that are reckoned with.
pub(crate) fn in_years(instant: DateTime<FixedOffset>) -> Result<DateTime<FixedOffset>, Refused> {
    let known = |year| Timeline::YEARS.contains(&year);
    if known(instant.year()) && known(instant.naive_utc().year()) {
        Ok(instant)
    } else {
        Err(Refused::OutOfRange { found: instant.to_rfc3339() })
    }
}

/// A text that is no point of time.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct MomentError {
    pub found: String,
}

impl fmt::Display for MomentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "expected a local time such as `2025-02-06T19:00`, or one with an offset such as \
             `2025-02-06T19:00:00-06:00`, found `{}`",
            self.found
        )
    }
}

impl std::error::Error for MomentError {}

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, MomentError> {
        if let Some(local) = local(text) {
            return Ok(Self::Local(local.with_nanosecond(0).unwrap_or(local)));
        }
        // RFC 3339 wants seconds; nobody who types a time does.
        let instant = DateTime::parse_from_rfc3339(text)
            .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z"));
        match instant {
            Ok(instant) if !is_leap(instant.nanosecond()) => Ok(Self::At(whole(instant))),
            _ => Err(MomentError { found: text.to_owned() }),
        }
    }
}

/// A local time, with seconds or without.
pub(crate) fn local(text: &str) -> Option<NaiveDateTime> {
    ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
        .filter(|local| !is_leap(local.nanosecond()))
}

/// A leap second is in no zone table, and the clocks of computers do not show it either.
fn is_leap(nanosecond: u32) -> bool {
    nanosecond >= 1_000_000_000
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Local(local) => local.format("%Y-%m-%dT%H:%M:%S").fmt(f),
            Self::At(instant) => instant.format("%Y-%m-%dT%H:%M:%S%:z").fmt(f),
        }
    }
}

impl TryFrom<String> for Moment {
    type Error = MomentError;

    fn try_from(text: String) -> Result<Self, MomentError> {
        text.parse()
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}
