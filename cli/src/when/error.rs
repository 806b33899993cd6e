//! What is no time, and what to write instead.

use std::fmt;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, Weekday};
use schedule::{Problem, Timeline, speech};

use super::Clocks;

/// Why a text is not a time.
#[derive(Debug)]
pub(crate) enum WhenError {
    Unreadable {
        found: String,
    },
    /// `1900`, which could be a year too.
    NoColon {
        found: String,
        hour: String,
    },
    /// A date alone.
    NoTime {
        found: String,
        dates: Vec<NaiveDate>,
    },
    /// `20m`
    OnlyLength {
        found: String,
    },
    NoSuchDate {
        found: String,
    },
    /// The date is on another weekday than the one beside it.
    OtherWeekday {
        found: String,
        written: Weekday,
        date: NaiveDate,
    },
    /// It may be more than one time.
    Doubtful {
        found: String,
        doubt: Doubt,
        readings: Vec<Reading>,
    },
    UnknownZone {
        found: String,
        label: String,
        zone: &'static str,
    },
    /// A zone and an offset that contradict each other; the instant has the zone's offset.
    OtherOffset {
        zone: &'static str,
        offset: FixedOffset,
        instant: DateTime<FixedOffset>,
    },
    /// `19:00-21:00`.
    Span {
        found: String,
    },
    /// Clocks skip or repeat it: the problem that a schedule would have with it.
    Awkward(Box<Problem>),
    /// The zone tables know nothing of it.
    OutOfRange {
        found: String,
    },
}

/// What makes a text more than one time.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Doubt {
    /// `7`
    Half,
    /// `12am`
    Twelve,
    /// `midnight`
    Midnight,
    /// `2/6`
    DayOrMonth,
    /// `next Thursday`
    Next,
    /// `Thursday next week`
    Week,
    /// `tonight 1am`
    Tonight,
}

/// One of the times that a text may be.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Reading {
    pub(crate) local: NaiveDateTime,
    /// The text for it, which can be read in one way only.
    pub(crate) written: String,
    /// "7:00 a.m. on Thursday, …", with the zone.
    pub(crate) said: String,
}

const EXAMPLES: &str = "`Thu 7pm`, `tomorrow 19:00`, `in 20m` or `2025-02-06T19:30`";

impl WhenError {
    pub(super) fn unknown_zone(found: &str, clocks: Clocks<'_>) -> Self {
        Self::UnknownZone {
            found: found.escape_debug().to_string(),
            label: clocks.label.to_owned(),
            zone: clocks.zone.name(),
        }
    }

    /// What to write instead.
    pub(crate) fn help(&self) -> Option<String> {
        Some(match self {
            Self::Unreadable { .. } | Self::NoSuchDate { .. } | Self::OutOfRange { .. } => {
                return None;
            }
            Self::NoColon { hour, .. } => format!("write `{hour}` for the time of day"),
            Self::NoTime { dates, .. } => {
                let ways = dates.iter().map(|date| {
                    format!("`{date} 19:00` for seven in the evening of {}", speech::date(*date))
                });
                format!("write {}", ways.collect::<Vec<_>>().join(", or "))
            }
            Self::OnlyLength { found } => format!("write `in {found}` for so long from now"),

            Self::OtherWeekday { date, .. } => {
                format!("write `{date}` for {}, or another date", speech::date(*date))
            }
            Self::Doubtful { readings, .. } => {
                let ways = readings.iter().map(|way| format!("`{}` for {}", way.written, way.said));
                format!("write {}", ways.collect::<Vec<_>>().join(", or "))
            }
            Self::UnknownZone { label, zone, .. } => format!(
                "leave it out, or write `{label}`, for {zone}; for other clocks write the name of \
                 their zone such as `America/New_York`, or an offset such as `UTC-5`"
            ),
            Self::OtherOffset { instant, .. } => {
                format!("write `{}`, or leave the offset out", instant.to_rfc3339())
            }
            Self::Span { .. } => {
                "the end goes into an option of its own; an offset is from -12:00 \
                                  to +14:00"
                    .to_owned()
            }
            Self::Awkward(problem) => return problem.help(),
        })
    }
}

impl Doubt {
    fn why(self) -> &'static str {
        match self {
            Self::Half => "may be in the morning or in the evening",
            Self::Twelve => "is noon to some and midnight to others",
            Self::Midnight => "may begin the day or end it",
            Self::DayOrMonth => "has the month first for some, and the day first for others",
            Self::Next => "is the one that comes for some, and the one after it for others",
            Self::Week => "depends on whether a week begins on Sunday or on Monday",
            Self::Tonight => "may be before this evening or after it",
        }
    }
}

impl fmt::Display for WhenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { found } => {
                write!(f, "expected a time such as {EXAMPLES}, found `{found}`")
            }
            Self::NoColon { found, hour } => {
                write!(f, "expected a time of day such as `{hour}`, found `{found}`")
            }
            Self::NoTime { found, .. } => {
                write!(f, "expected a time of day behind the date, found `{found}`")
            }
            Self::OnlyLength { found } => {
                write!(f, "expected a time, found the length `{found}`")
            }
            Self::NoSuchDate { found } => {
                write!(f, "expected a date that is in the calendar, found `{found}`")
            }
            Self::OtherWeekday { found, written, date } => write!(
                f,
                "expected a date on a {}, found `{found}`, which is {}",
                weekday(*written),
                speech::date(*date)
            ),
            Self::Doubtful { found, doubt, .. } => {
                write!(f, "expected one time, found `{found}`, which {}", doubt.why())
            }
            Self::UnknownZone { found, .. } => {
                write!(f, "expected a zone that can be told from all others, found `{found}`")
            }
            Self::OtherOffset { zone, offset, instant } => write!(
                f,
                "expected the offset that clocks of {zone} have then, {}, found {}",
                speech::offset(*instant.offset()),
                speech::offset(*offset)
            ),
            Self::Span { found } => write!(f, "expected one time, found `{found}`"),
            Self::Awkward(problem) => problem.fmt(f),
            Self::OutOfRange { found } => write!(
                f,
                "expected a year from {} to {}, found `{found}`",
                Timeline::YEARS.start(),
                Timeline::YEARS.end()
            ),
        }
    }
}

fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// Whether the zone tables hold the instant.
pub(super) fn is_known(instant: DateTime<FixedOffset>) -> bool {
    let known = |year| Timeline::YEARS.contains(&year);
    known(instant.year()) && known(instant.to_utc().year())
}
