//! A length of time as people write it: `90s`, `30m`, `1h30m`, `3d`.

use std::{fmt, str::FromStr};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// A length of time in whole seconds, from one second to 366 days.
///
/// A day is 24 hours: lengths are elapsed time, never steps of a calendar.
///
/// # Examples
///
/// ```
/// use schedule::Length;
///
/// let length: Length = "1h30m".parse().unwrap();
/// assert_eq!(length.as_secs(), 5400);
/// assert_eq!(length.to_string(), "1h30m");
/// assert!("soon".parse::<Length>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Length {
    seconds: u32,
}

impl Length {
    /// The longest length, 366 days: longer than any window that still is a window.
    pub const MAX: Self = Self { seconds: 366 * 24 * 60 * 60 };

    /// A length of whole minutes. For constants; `minutes` must be from 1 to 1,000.
    pub const fn from_minutes(minutes: u32) -> Self {
        assert!(minutes >= 1 && minutes <= 1000);
        Self { seconds: minutes * 60 }
    }

    /// A length of whole seconds. For constants; `seconds` must be from 1 to 1,000.
    pub const fn from_seconds(seconds: u32) -> Self {
        assert!(seconds >= 1 && seconds <= 1000);
        Self { seconds }
    }

    /// Whole seconds, at least 1.
    pub const fn as_secs(self) -> u32 {
        self.seconds
    }

    pub fn to_delta(self) -> TimeDelta {
        TimeDelta::seconds(i64::from(self.seconds))
    }
}

/// From the largest to the smallest: the order in which they may stand.
const UNITS: [(char, u32); 4] = [('d', 24 * 60 * 60), ('h', 60 * 60), ('m', 60), ('s', 1)];

/// Why a text is not a length.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LengthError {
    /// Not numbers with the units `d`, `h`, `m`, `s` in that order, each at most once.
    Malformed,
    /// Zero, or over 366 days.
    OutOfRange,
}

impl fmt::Display for LengthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "expected a length such as `90s`, `30m`, `1h30m` or `3d`",
            Self::OutOfRange => "expected a length from 1 second to 366 days",
        })
    }
}

impl std::error::Error for LengthError {}

impl FromStr for Length {
    type Err = LengthError;

    fn from_str(text: &str) -> Result<Self, LengthError> {
        let mut seconds: u32 = 0;
        let mut units = UNITS.iter();
        let mut rest = text;
        while !rest.is_empty() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let (number, tail) = rest.split_at(digits);
            let unit = tail.chars().next().ok_or(LengthError::Malformed)?;
            // The iterator goes on where the last unit stood, so `30m1h` and `1h1h` find nothing.
            let (_, size) = units.find(|(name, _)| *name == unit).ok_or(LengthError::Malformed)?;
            if number.is_empty() {
                return Err(LengthError::Malformed);
            }
            let number: u32 = number.parse().map_err(|_| LengthError::OutOfRange)?;
            seconds = number
                .checked_mul(*size)
                .and_then(|part| seconds.checked_add(part))
                .ok_or(LengthError::OutOfRange)?;
            rest = &tail[unit.len_utf8()..];
        }
        if text.is_empty() {
            return Err(LengthError::Malformed);
        }
        Self::try_from(seconds)
    }
}

impl TryFrom<u32> for Length {
    type Error = LengthError;

    fn try_from(seconds: u32) -> Result<Self, LengthError> {
        match seconds {
            0 => Err(LengthError::OutOfRange),
            _ if seconds > Self::MAX.seconds => Err(LengthError::OutOfRange),
            _ => Ok(Self { seconds }),
        }
    }
}

impl From<Length> for u32 {
    fn from(length: Length) -> Self {
        length.seconds
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.seconds;
        for (unit, size) in UNITS {
            if rest >= size {
                write!(f, "{}{unit}", rest / size)?;
                rest %= size;
            }
        }
        Ok(())
    }
}
