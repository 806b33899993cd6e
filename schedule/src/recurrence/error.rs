//! Why a text is not a rule.

use std::fmt;

/// Why a text is not a rule, or not one that a window can have.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum RuleError {
    /// Something that is not `NAME=value`.
    Malformed {
        part: String,
    },
    /// A name that the standard does not have.
    UnknownPart {
        name: String,
    },
    /// A part of the standard that finds times of day, weeks or days of a year.
    Unsupported {
        name: String,
    },
    Repeated {
        name: String,
    },
    NoFrequency,
    UnknownFrequency {
        found: String,
    },
    /// Hourly or oftener: a window is at most daily.
    TooOften {
        found: String,
    },
    OutOfRange {
        name: &'static str,
        found: String,
        expected: &'static str,
    },
    CountAndUntil,
    /// `2TH` in a rule that is neither monthly nor yearly.
    Ordinal {
        found: String,
    },
    /// `BYMONTHDAY` in a weekly rule.
    MonthDayInWeek,
    /// `BYSETPOS` with nothing to choose from.
    PositionAlone,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed { part } => {
                write!(f, "expected parts such as `FREQ=WEEKLY;BYDAY=TH`, but found `{part}`")
            }
            Self::UnknownPart { name } => write!(f, "a rule has no part `{name}`"),
            Self::Unsupported { name } => write!(
                f,
                "`{name}` is not supported: a window recurs on dates, at the time of its start"
            ),
            Self::Repeated { name } => write!(f, "`{name}` stands twice in the rule"),
            Self::NoFrequency => f.write_str("the rule does not say how often: it has no `FREQ`"),
            Self::UnknownFrequency { found } => write!(
                f,
                "expected `DAILY`, `WEEKLY`, `MONTHLY` or `YEARLY` for `FREQ`, but found `{found}`"
            ),
            Self::TooOften { found } => {
                write!(f, "`{found}` is too often: a window recurs at most daily")
            }
            Self::OutOfRange { name, found, expected } => {
                write!(f, "expected {expected} for `{name}`, but found `{found}`")
            }
            Self::CountAndUntil => {
                f.write_str("a rule stops after a `COUNT` or with an `UNTIL`, not both")
            }
            Self::Ordinal { found } => {
                write!(f, "`{found}` counts days in a month or a year, which this rule has none of")
            }
            Self::MonthDayInWeek => f.write_str("a weekly rule has no `BYMONTHDAY`"),
            Self::PositionAlone => f.write_str(
                "`BYSETPOS` chooses among the dates of another `BY…`, and there is none",
            ),
        }
    }
}

impl std::error::Error for RuleError {}
