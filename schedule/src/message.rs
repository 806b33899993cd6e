//! What is wrong with a schedule, as a sentence.

use std::fmt;

use chrono::{DateTime, FixedOffset};

use crate::{Problem, Timeline, help::listed, speech};

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
            Self::HoldLimitWithoutHold => {
                f.write_str("only a window with `overrun = \"hold\"` has a `hold-limit`")
            }
            Self::HoldLimitWithoutEnd => {
                f.write_str("the window has a `hold-limit`, but no `end` from which it counts")
            }
            Self::NotOver { channel, .. } => {
                write!(f, "channel `{channel}` is finished, but the window is not over it")
            }
            Self::FinishedNotAfterStart { finished, start } if finished == start => {
                write!(f, "the channel is finished when the window starts, at {}", reading(*start))
            }
            Self::FinishedNotAfterStart { finished, start } => write!(
                f,
                "the channel is finished before the window starts: {} is before {}",
                reading(*finished),
                reading(*start)
            ),
            Self::FinishedNotBeforeEnd { finished, end } if finished == end => {
                write!(f, "the channel is finished when the window ends, at {}", reading(*end))
            }
            Self::FinishedNotBeforeEnd { finished, end } => write!(
                f,
                "the channel is finished after the window ends: {} is after {}",
                reading(*finished),
                reading(*end)
            ),
            Self::FinishedSeries => f.write_str("a recurring window cannot be finished as a whole"),
            Self::ReleasedSeries => f.write_str("a recurring window cannot be released as a whole"),
            Self::TranslatesOwnLanguage { language } => {
                write!(
                    f,
                    "`{language}` is the language of the texts themselves, not of a translation"
                )
            }
            Self::TranslatedTwice { language } => {
                write!(f, "the texts are translated twice into `{language}`")
            }
            Self::TranslatesNothing => f.write_str("the translation holds no text"),
            Self::TranslatesNoText { of } => {
                write!(f, "there is no `{of}` that this could translate")
            }
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

/// An instant with its own offset: where two readings are compared, the service's label is too
/// little.
pub(crate) fn reading(instant: DateTime<FixedOffset>) -> String {
    speech::moment(instant, &speech::offset(*instant.offset()))
}
