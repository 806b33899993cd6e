//! Reading times as operators write them: `Thu 7pm`, `tomorrow 19:00`, `in 20m`.
//!
//! | file | what it reads |
//! | --- | --- |
//! | `words` | what a word says |
//! | `written` | a text taken apart: which day, which time of day |
//! | `hour` | times of day |
//! | `day` | dates, weekdays, `tomorrow` |
//! | `place` | the zone or the offset behind a time |
//! | `ahead` | `in 20m` |
//! | `reading` | all of it together, as one instant |
//! | `error` | what is refused, and what to write instead |
//!
//! # The rules
//!
//! * Without a zone behind it, a time is one of the service's clocks.
//! * A time alone, a weekday, and a day of a month without its year are the next that come; today
//!   counts as long as the time is ahead.
//! * `07:00` and `19:00`, with two digits, are on a clock of 24 hours. `7` and `7:00` are refused:
//!   at half past six in the evening they mean seven in the evening.
//! * `noon` is clear. `midnight`, `12am` and `12pm` are refused, because people take each for the
//!   other; `00:00` begins a day, and `24:00` ends it.
//! * `2/6` is refused, because it is in February for some and in June for others; so is `next
//!   Thursday`, and whatever clocks skip or repeat. The refusal has the text to write for each
//!   reading.

mod ahead;
mod day;
mod error;
mod hour;
mod place;
mod reading;
mod words;
mod written;

#[cfg(test)]
mod tests;

use chrono::{DateTime, FixedOffset, Utc};
use schedule::Zone;

pub(crate) use error::{Doubt, Reading, WhenError};

/// The clocks by which a time is meant where it does not say others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clocks<'a> {
    pub(crate) zone: Zone,
    /// What the service's people call its zone, such as "CT".
    pub(crate) label: &'a str,
}

/// A time, read: at the offset that the service's zone has then.
pub(crate) type Read = DateTime<FixedOffset>;

/// Reads a time. What comes again and again is the next after `now`.
pub(crate) fn read(text: &str, clocks: Clocks<'_>, now: DateTime<Utc>) -> Result<Read, WhenError> {
    read_after(text, clocks, now, now)
}

/// Reads a time. What comes again and again is the next after `after`: an end at `9pm` is the first
/// one after the start. `tomorrow` and `in 20m` are counted from `now`.
pub(crate) fn read_after(
    text: &str,
    clocks: Clocks<'_>,
    now: DateTime<Utc>,
    after: DateTime<Utc>,
) -> Result<Read, WhenError> {
    reading::read(text, clocks, now, after)
}
