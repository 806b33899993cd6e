//! A rule: which dates a window recurs on.

use chrono::{Month, NaiveDate, NaiveDateTime, Weekday};

/// The rule of a recurring window: the part of RFC 5545's `RRULE` (section 3.3.10) that finds
/// dates. A window recurs at most daily; its time of day is that of its first start.
///
/// | part | range | with |
/// | --- | --- | --- |
/// | `FREQ` | `DAILY`, `WEEKLY`, `MONTHLY`, `YEARLY` | |
/// | `INTERVAL` | 1 to 1,000 | |
/// | `COUNT` | 1 to 10,000 | not with `UNTIL` |
/// | `UNTIL` | a date, a local date-time, or one in UTC; inclusive | not with `COUNT` |
/// | `BYMONTH` | 1 to 12 | |
/// | `BYMONTHDAY` | 1 to 31, −1 to −31 | not with `WEEKLY` |
/// | `BYDAY` | `MO` … `SU` | ordinals as in `2TH`, `-1FR` only with `MONTHLY` and `YEARLY` |
/// | `BYSETPOS` | 1 to 366, −1 to −366 | only with another `BY…` |
/// | `WKST` | `MO` … `SU` | |
///
/// # Examples
///
/// ```
/// use schedule::Rule;
///
/// // Patch evening: the Thursday after the second Tuesday is not always the second Thursday, so
/// // operators write what they mean.
/// let rule: Rule = "FREQ=MONTHLY;BYDAY=2TH".parse().unwrap();
/// let first = "2026-01-08".parse().unwrap();
/// let dates: Vec<String> = rule.dates(first).take(3).map(|date| date.to_string()).collect();
/// assert_eq!(dates, ["2026-01-08", "2026-02-12", "2026-03-12"]);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Rule {
    pub(super) frequency: Frequency,
    pub(super) interval: u32,
    pub(super) bound: Bound,
    /// Ascending and without repetition, as are the following lists.
    pub(super) months: Vec<Month>,
    pub(super) month_days: Vec<i8>,
    pub(super) days: Vec<Day>,
    pub(super) positions: Vec<i16>,
    pub(super) week_start: Weekday,
}

/// How often a rule's period comes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// Where a rule stops.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Bound {
    Never,
    /// After so many dates, the first included.
    Count(u32),
    /// With this date.
    Date(NaiveDate),
    /// With this local time.
    Local(NaiveDateTime),
    /// With this time in UTC.
    Utc(NaiveDateTime),
}

/// A day of the week, or one of its places in a month or a year.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Day {
    /// 2 is the second, −1 the last; `None` is every one.
    pub ordinal: Option<i8>,
    pub weekday: Weekday,
}

impl Rule {
    pub fn bound(&self) -> Bound {
        self.bound
    }

    pub fn frequency(&self) -> Frequency {
        self.frequency
    }
}
