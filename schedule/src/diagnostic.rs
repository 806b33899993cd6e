//! What is wrong with a schedule, where, and how to mend it.

use std::{fmt, ops::Range};

use bypass::BlockError;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

use crate::{LengthError, RouteError, RuleError, Timeline, help::listed, speech};

/// One problem of a document and its place. Match on `problem`; show it with [`crate::render`].
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    pub problem: Problem,
    /// The bytes of the document that are wrong.
    pub span: Range<usize>,
    /// The bytes that they are at odds with, where there are such.
    pub other: Option<Range<usize>>,
}

/// Whether a document with this problem is refused.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    Error,
    Warning,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    Syntax {
        message: String,
    },
    UnknownKey {
        key: String,
        table: &'static str,
        known: Vec<&'static str>,
    },
    MissingKey {
        key: &'static str,
        table: &'static str,
        example: &'static str,
    },
    WrongType {
        key: &'static str,
        expected: &'static str,
        found: &'static str,
        help: &'static str,
    },
    Malformed {
        key: &'static str,
        expected: &'static str,
        found: String,
        help: &'static str,
    },
    UnknownWord {
        key: &'static str,
        found: String,
        known: Vec<&'static str>,
    },
    EmptyText {
        key: &'static str,
    },
    EmptyList {
        key: &'static str,
    },
    MalformedId {
        found: String,
    },
    DuplicateId {
        what: &'static str,
        id: String,
    },
    MalformedLength {
        found: String,
        error: LengthError,
    },
    MalformedRoute {
        found: String,
        error: RouteError,
    },
    MalformedAddress {
        error: BlockError,
    },
    MalformedPrefix {
        found: String,
    },
    MalformedUrl {
        found: String,
    },
    MalformedLanguage {
        found: String,
    },
    DuplicateRoute {
        route: String,
        channel: String,
    },
    DuplicateMatch {
        channel: String,
    },
    UnknownZone {
        name: String,
        nearest: Vec<&'static str>,
    },
    UnknownChannel {
        id: String,
        known: Vec<String>,
    },
    RepeatedChannel {
        id: String,
    },
    Incomplete {
        found: String,
        missing: &'static str,
    },
    LeapSecond {
        found: String,
    },
    OutOfRange {
        found: String,
    },
    FallsInGap {
        local: NaiveDateTime,
        zone: &'static str,
        before: DateTime<FixedOffset>,
        after: DateTime<FixedOffset>,
    },
    FallsInFold {
        local: NaiveDateTime,
        zone: &'static str,
        first: DateTime<FixedOffset>,
        second: DateTime<FixedOffset>,
    },
    EndNotAfterStart {
        start: DateTime<FixedOffset>,
        end: DateTime<FixedOffset>,
    },
    ReleasedWithoutHold,
    ReleasedWithoutEnd,
    ReleasedBeforeEnd {
        released: DateTime<FixedOffset>,
        end: DateTime<FixedOffset>,
    },
    Overlap {
        channels: Vec<String>,
        other: String,
        /// The first time that they do, where one of them recurs.
        first: Option<DateTime<FixedOffset>>,
    },
    EndAndLength,
    RepeatsWithoutEnd,
    EndByClockNotAfterStart {
        start: NaiveDateTime,
        end: NaiveDateTime,
    },
    MalformedRule {
        error: RuleError,
    },
    NeverFires,
    StartOutOfStep {
        start: NaiveDate,
        next: NaiveDateTime,
    },
    OverlapsItself {
        end: DateTime<FixedOffset>,
        start: DateTime<FixedOffset>,
    },
    NoSuchOccurrence {
        of: NaiveDateTime,
        /// The start that is nearest to it.
        nearest: Option<NaiveDateTime>,
    },
    ChangedTwice {
        of: NaiveDateTime,
    },
    ChangesNothing,
    ReleasedSeries,
    Past {
        end: DateTime<FixedOffset>,
    },
    Long {
        days: i64,
    },
    AnnouncedAfterStart {
        announce: DateTime<FixedOffset>,
        start: DateTime<FixedOffset>,
    },
}

impl Diagnostic {
    pub(crate) fn new(problem: Problem, span: Range<usize>) -> Self {
        Self { problem, span, other: None }
    }

    pub(crate) fn against(problem: Problem, span: Range<usize>, other: Range<usize>) -> Self {
        Self { problem, span, other: Some(other) }
    }

    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }
}

impl Problem {
    /// Whether a document with this problem is refused.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Past { .. } | Self::Long { .. } | Self::AnnouncedAfterStart { .. } => {
                Severity::Warning
            }
            _ => Severity::Error,
        }
    }

    /// What stands at the place that this problem is at odds with.
    pub(crate) fn other_label(&self) -> &'static str {
        match self {
            Self::EndNotAfterStart { .. }
            | Self::EndByClockNotAfterStart { .. }
            | Self::AnnouncedAfterStart { .. } => "the start",
            Self::EndAndLength => "the end",
            Self::ReleasedBeforeEnd { .. } => "the planned end",
            Self::Overlap { .. } => "the other window",
            Self::StartOutOfStep { .. } => "the rule",
            _ => "first here",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { message } => f.write_str(message),
            Self::UnknownKey { key, table, .. } => write!(f, "unknown key `{key}` in {table}"),
            Self::MissingKey { key, table, .. } => write!(f, "{table} has no `{key}`"),
            Self::WrongType { key, expected, found, .. } => {
                write!(f, "expected {expected} for `{key}`, but found {found}")
            }
            Self::Malformed { key, expected, found, .. } => {
                write!(f, "expected {expected} for `{key}`, but found `{found}`")
            }
            Self::UnknownWord { key, found, .. } => {
                write!(f, "`{key}` cannot be `{found}`")
            }
            Self::EmptyText { key } => write!(f, "expected a text for `{key}`, but it is empty"),
            Self::EmptyList { key } => {
                write!(f, "expected at least one entry in `{key}`, but it is empty")
            }
            Self::MalformedId { found } => write!(f, "`{found}` cannot be an id"),
            Self::DuplicateId { what, id } => write!(f, "two {what}s have the id `{id}`"),
            Self::MalformedLength { found, error } => write!(f, "{error}, but found `{found}`"),
            Self::MalformedRoute { found, error } => write!(f, "{error} (in `{found}`)"),
            Self::MalformedAddress { error } => error.fmt(f),
            Self::MalformedPrefix { found } => {
                write!(f, "expected a path such as `/_maintenance`, but found `{found}`")
            }
            Self::MalformedLanguage { found } => {
                write!(f, "expected the tag of a language, but found `{found}`")
            }
            Self::MalformedUrl { found } => {
                write!(f, "expected an http or https address without a path, but found `{found}`")
            }
            Self::DuplicateRoute { route, channel } => {
                write!(f, "the route `{route}` belongs to channel `{channel}` already")
            }
            Self::DuplicateMatch { channel } => {
                write!(f, "a rule of channel `{channel}` asks the same of a request already")
            }
            Self::UnknownZone { name, .. } => write!(f, "there is no time zone `{name}`"),
            Self::UnknownChannel { id, .. } => write!(f, "there is no channel `{id}`"),
            Self::RepeatedChannel { id } => write!(f, "channel `{id}` is named twice"),
            Self::Incomplete { found, missing } => {
                write!(f, "expected a date and a time, but `{found}` has no {missing}")
            }
            Self::LeapSecond { found } => {
                write!(f, "`{found}` is a leap second, which clocks do not show")
            }
            Self::OutOfRange { found } => write!(
                f,
                "expected a year from {} to {}, but found `{found}`",
                Timeline::YEARS.start(),
                Timeline::YEARS.end()
            ),
            Self::FallsInGap { local, zone, .. } => {
                write!(f, "{} does not exist in {zone}: clocks jump over it", speech::local(*local))
            }
            Self::FallsInFold { local, zone, .. } => {
                write!(f, "{} comes twice in {zone}: clocks are put back", speech::local(*local))
            }
            Self::EndNotAfterStart { start, end } if start == end => {
                write!(f, "the window ends when it starts, at {}", reading(*end))
            }
            Self::EndNotAfterStart { start, end } => write!(
                f,
                "the window ends before it starts: {} is before {}",
                reading(*end),
                reading(*start)
            ),
            Self::ReleasedWithoutHold => {
                f.write_str("only a window with `overrun = \"hold\"` is released")
            }
            Self::ReleasedWithoutEnd => f.write_str("the window is released, but has no `end`"),
            Self::ReleasedBeforeEnd { released, end } => write!(
                f,
                "the window is released before its end: {} is before {}",
                reading(*released),
                reading(*end)
            ),
            Self::Overlap { channels, other, first } => {
                let s = if channels.len() == 1 { "" } else { "s" };
                let channels = listed(channels);
                write!(f, "the window overlaps window `{other}` on channel{s} {channels}")?;
                match first {
                    Some(first) => write!(f, ", first on {}", reading(*first)),
                    None => Ok(()),
                }
            }
            Self::EndAndLength => f.write_str("the window has both an `end` and a `length`"),
            Self::RepeatsWithoutEnd => {
                f.write_str("the window recurs, but says neither when nor after how long it ends")
            }
            Self::EndByClockNotAfterStart { start, end } if start == end => {
                write!(f, "the window ends when it starts, at {}", speech::local(*end))
            }
            Self::EndByClockNotAfterStart { start, end } => write!(
                f,
                "the window ends before it starts: {} is before {}",
                speech::local(*end),
                speech::local(*start)
            ),
            Self::MalformedRule { error } => error.fmt(f),
            Self::NeverFires => f.write_str("the window never comes"),
            Self::StartOutOfStep { start, .. } => write!(
                f,
                "the window starts on {}, which is not a date of its rule",
                speech::date(*start)
            ),
            Self::OverlapsItself { end, start } => write!(
                f,
                "the window overlaps itself: it starts again on {}, before it ends on {}",
                reading(*start),
                reading(*end)
            ),
            Self::NoSuchOccurrence { of, .. } => {
                write!(f, "the window does not start on {}", speech::local(*of))
            }
            Self::ChangedTwice { of } => {
                write!(f, "the occurrence of {} is changed twice", speech::local(*of))
            }
            Self::ChangesNothing => f.write_str("the change says nothing that is different"),
            Self::ReleasedSeries => f.write_str("a recurring window cannot be released as a whole"),
            Self::Past { end } => write!(f, "the window was over on {}", reading(*end)),
            Self::Long { days } => write!(f, "the window is {days} days long"),
            Self::AnnouncedAfterStart { announce, start } => write!(
                f,
                "the window is announced after it starts: {} is after {}",
                reading(*announce),
                reading(*start)
            ),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problem.fmt(f)
    }
}

/// An instant with its own offset: where two readings are compared, the service's label is too
/// little.
pub(crate) fn reading(instant: DateTime<FixedOffset>) -> String {
    speech::moment(instant, &speech::offset(*instant.offset()))
}
