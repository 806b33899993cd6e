//! The instant from which on a link or a cookie is worth nothing.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};

/// A whole second, not before 1970. Half-open like everything else that ends: at the instant
/// itself it is over.
///
/// It is written as the seconds since 1970 in the one shortest way, because that text is signed.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Expiry(DateTime<Utc>);

impl Expiry {
    /// Every number of 18 digits fits into 64 bits, and no instant has more.
    const DIGITS: usize = 18;

    /// `instant`, or up to a second before it.
    pub(crate) fn at(instant: DateTime<Utc>) -> Self {
        Self::from_seconds(instant.timestamp().max(0)).unwrap_or(Self(DateTime::UNIX_EPOCH))
    }

    /// `length` after `now`, or up to a second before that.
    pub(crate) fn after(now: DateTime<Utc>, length: TimeDelta) -> Self {
        Self::at(now.checked_add_signed(length).unwrap_or(now))
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        let digits = text.bytes().all(|digit| digit.is_ascii_digit());
        let shortest = text == "0" || !text.starts_with('0');
        if !digits || !shortest || text.len() > Self::DIGITS {
            return None;
        }
        Self::from_seconds(text.parse().ok()?)
    }

    pub(crate) fn has_come(self, now: DateTime<Utc>) -> bool {
        now >= self.0
    }

    pub(crate) fn instant(self) -> DateTime<Utc> {
        self.0
    }

    /// Whole seconds that are left, rounded up; 0 when it has come.
    pub(crate) fn seconds_from(self, now: DateTime<Utc>) -> i64 {
        self.0.timestamp().saturating_sub(now.timestamp()).max(0)
    }

    fn from_seconds(seconds: i64) -> Option<Self> {
        DateTime::from_timestamp(seconds, 0).map(Self)
    }
}

impl fmt::Display for Expiry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.timestamp())
    }
}
