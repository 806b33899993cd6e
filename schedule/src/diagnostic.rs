//! What is wrong with a schedule, where, and how to mend it.

use std::{fmt, ops::Range};

use chrono::{DateTime, FixedOffset, NaiveDateTime};

use crate::{LengthError, RouteError, Timeline, speech};

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
    },
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
            Self::EndNotAfterStart { .. } | Self::AnnouncedAfterStart { .. } => "the start",
            Self::ReleasedBeforeEnd { .. } => "the planned end",
            Self::Overlap { .. } => "the other window",
            _ => "first here",
        }
    }

    /// The way out, as a sentence.
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::Syntax { .. } => return None,
            Self::UnknownKey { key, known, .. } => match likely(key, known) {
                Some(likely) => format!("did you mean `{likely}`?"),
                None => format!("it may hold {}", listed(known)),
            },
            Self::MissingKey { example, .. } => format!("add a line such as `{example}`"),
            Self::WrongType { help, .. } => (*help).to_owned(),
            Self::UnknownWord { found, known, .. } => match likely(found, known) {
                Some(likely) => format!("did you mean `{likely}`?"),
                None => format!("write one of {}", listed(known)),
            },
            Self::EmptyText { .. } => {
                "write a text, or leave the line out where it need not be there".to_owned()
            }
            Self::EmptyList { .. } => "name at least one".to_owned(),
            Self::MalformedId { .. } => {
                "use lower-case letters, digits and hyphens, at most 64, such as `web-services`"
                    .to_owned()
            }
            Self::DuplicateId { .. } => "give each its own id".to_owned(),
            Self::MalformedLength { .. } => {
                "write it like `90s`, `30m`, `1h30m` or `3d`".to_owned()
            }
            Self::MalformedRoute { .. } => {
                "write it like `/soap/*`, `/soap` or `api.example.org/*`".to_owned()
            }
            Self::MalformedPrefix { .. } => {
                "write a path without a slash at the end, such as `/_maintenance`".to_owned()
            }
            Self::MalformedLanguage { .. } => {
                "write a language tag such as `en`, `es` or `es-MX`".to_owned()
            }
            Self::MalformedUrl { .. } => {
                "write it like `https://registry.example.org`, without a path".to_owned()
            }
            Self::DuplicateRoute { .. } => {
                "a request belongs to one channel: remove one of the two".to_owned()
            }
            Self::UnknownZone { nearest, .. } if nearest.is_empty() => {
                "write an IANA name such as `America/Chicago`".to_owned()
            }
            Self::UnknownZone { nearest, .. } => format!("did you mean {}?", alternatives(nearest)),
            Self::UnknownChannel { id, known } => match likely(id, known) {
                Some(likely) => format!("did you mean `{likely}`?"),
                None if known.is_empty() => "add a `[[channel]]` with this id".to_owned(),
                None => format!("the channels are {}", listed(known)),
            },
            Self::RepeatedChannel { .. } => "name it once".to_owned(),
            Self::Incomplete { .. } => {
                "write a local date and time such as `2025-02-06T19:00:00`".to_owned()
            }
            Self::LeapSecond { .. } => "write the second before it, or the one after".to_owned(),
            Self::OutOfRange { .. } => "check the year".to_owned(),
            Self::FallsInGap { before, after, .. } => format!(
                "write `{}` for {}, or `{}` for {}",
                after.to_rfc3339(),
                reading(*after),
                before.to_rfc3339(),
                reading(*before)
            ),
            Self::FallsInFold { first, second, .. } => format!(
                "write `{}` for the first, or `{}` for the second, {} minutes later",
                first.to_rfc3339(),
                second.to_rfc3339(),
                (*second - *first).num_minutes()
            ),
            Self::EndNotAfterStart { .. } => {
                "mind the date when a window ends after midnight, and a.m. and p.m.".to_owned()
            }
            Self::ReleasedWithoutHold => {
                "this window reopens by itself at its `end`: write that, or add `overrun = \
                 \"hold\"`"
                    .to_owned()
            }
            Self::ReleasedWithoutEnd => {
                "add its `end`; it may be the time of the release".to_owned()
            }
            Self::ReleasedBeforeEnd { .. } => {
                "to finish early, write this time as the `end` too".to_owned()
            }
            Self::Overlap { .. } => {
                "make them one window, or let one begin when the other ends".to_owned()
            }
            Self::Past { .. } => "it has no effect; it may stay for the record".to_owned(),
            Self::Long { .. } => {
                "search engines drop pages that answer 503 for days; consider `read-only`, or \
                 several shorter windows"
                    .to_owned()
            }
            Self::AnnouncedAfterStart { .. } => {
                "nobody is warned; announce it before it starts, or leave `announce` out".to_owned()
            }
        })
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
            Self::FallsInGap { local, zone, .. } => write!(
                f,
                "{}, {} does not exist in {zone}: clocks jump over it",
                speech::date(local.date()),
                speech::time(local.time())
            ),
            Self::FallsInFold { local, zone, .. } => write!(
                f,
                "{}, {} comes twice in {zone}: clocks are put back",
                speech::date(local.date()),
                speech::time(local.time())
            ),
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
            Self::Overlap { channels, other } => write!(
                f,
                "the window overlaps window `{other}` on channel{} {}",
                if channels.len() == 1 { "" } else { "s" },
                listed(channels)
            ),
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

fn reading(instant: DateTime<FixedOffset>) -> String {
    speech::moment(instant, &speech::offset(*instant.offset()))
}

fn likely<'a, S: AsRef<str>>(found: &str, known: &'a [S]) -> Option<&'a str> {
    known
        .iter()
        .map(AsRef::as_ref)
        .map(|word| (strsim::jaro_winkler(&found.to_lowercase(), word), word))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, word)| word)
}

fn listed<S: AsRef<str>>(words: &[S]) -> String {
    words.iter().map(|word| format!("`{}`", word.as_ref())).collect::<Vec<_>>().join(", ")
}

fn alternatives(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" or ")
}
