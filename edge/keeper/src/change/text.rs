//! Members of a body that are written as texts.

use std::fmt::Display;

use admin::Kind;
use chrono::{DateTime, SubsecRound, Utc};
use lifecycle::{Ending, Moment};
use schedule::Length;

use crate::{query::shown, refusal::Refusal};

/// This instant, in words.
const NOW: &str = "now";

/// That nobody knows.
const UNKNOWN: &str = "unknown";

/// # Errors
///
/// A refusal with 400 that names the member, as everywhere here.
pub(super) fn length(member: &str, text: &str) -> Result<Length, Refusal> {
    text.parse().map_err(|error| unfit(member, &format!("{error}, found `{}`", shown(text))))
}

pub(super) fn moment(member: &str, text: &str) -> Result<Moment, Refusal> {
    // A text that is too long for a time is not told back.
    let text = shown(text);
    text.parse().map_err(|error| unfit(member, &error))
}

/// As [`moment`], or the word `now`.
pub(super) fn moment_or_now(
    member: &str,
    text: &str,
    now: DateTime<Utc>,
) -> Result<Moment, Refusal> {
    match text {
        NOW => Ok(Moment::At(now.trunc_subsecs(0).fixed_offset())),
        _ => moment(member, text),
    }
}

/// The end of a window that an end or a length gives.
pub(super) fn ending(end: Option<&str>, length_: Option<&str>) -> Result<Option<Ending>, Refusal> {
    match (end, length_) {
        (Some(_), Some(_)) => Err(invalid("expected one of `end` and `length`, found both")),
        (Some(UNKNOWN), None) => Ok(Some(Ending::Unknown)),
        (Some(text), None) => Ok(Some(Ending::At(moment("end", text)?))),
        (None, Some(text)) => Ok(Some(Ending::After(length("length", text)?))),
        (None, None) => Ok(None),
    }
}

pub(super) fn unfit(member: &str, said: &dyn Display) -> Refusal {
    invalid(format!("at `{member}`: {said}"))
}

pub(super) fn invalid(detail: impl Into<String>) -> Refusal {
    Refusal::new(Kind::InvalidRequest, detail)
}
