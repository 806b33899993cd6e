//! What becomes of an attempt.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};

use crate::backoff;

/// How an attempt ended.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Outcome {
    Answered {
        status: u16,
        /// Seconds, where `Retry-After` says so.
        retry_after: Option<u32>,
        /// The beginning of the body, for the log.
        said: String,
    },
    /// There was no answer, and why.
    Failed { why: String },
}

/// What is to be done after an attempt.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Verdict {
    /// It was taken.
    Delivered,
    /// It is sent again then.
    Again(DateTime<Utc>),
    /// It is given up: a dead letter.
    Dead,
    /// The subscriber wants to be told nothing more (410): the subscription is paused.
    Gone,
}

/// A subscriber may put the next attempt off for so long, at most.
const LONGEST: TimeDelta = TimeDelta::hours(1);

impl Outcome {
    /// What follows from it: 2xx is taken, 410 ends the subscription, and everything else is tried
    /// again, because whoever answers 404 tonight may have mended it by tomorrow. A redirection is
    /// not followed: where it leads was never agreed upon.
    pub fn judge(
        &self,
        attempts: u32,
        since: DateTime<Utc>,
        now: DateTime<Utc>,
        seed: u64,
    ) -> Verdict {
        let asked = match self {
            Self::Answered { status: 200..=299, .. } => return Verdict::Delivered,
            Self::Answered { status: 410, .. } => return Verdict::Gone,
            Self::Answered { status: 429 | 503, retry_after: Some(seconds), .. } => {
                now + TimeDelta::seconds((*seconds).into()).min(LONGEST)
            }
            _ => now,
        };
        match backoff::next(attempts, since, now, seed) {
            Some(at) => Verdict::Again(at.max(asked).min(since + backoff::PATIENCE)),
            None => Verdict::Dead,
        }
    }

    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Answered { status, .. } => Some(*status),
            Self::Failed { .. } => None,
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answered { status, said, .. } if said.is_empty() => {
                write!(f, "answered {status}")
            }
            Self::Answered { status, said, .. } => write!(f, "answered {status}: {said}"),
            Self::Failed { why } => f.write_str(why),
        }
    }
}
