//! What differs between two schedules, in words.
//!
//! | file | what is compared |
//! | --- | --- |
//! | `side` | a schedule, compiled for comparing |
//! | `windows` | which windows there are, and in which order they are told |
//! | `window` | what all occurrences of a window have in common |
//! | `series` | the occurrences of a recurring window, a handful of them in words |
//! | `occurrence` | the times of one occurrence |
//! | `channels`, `matching` | the channels |
//! | `service`, `edge` | the rest |
//! | `translations` | texts in other languages |
//! | `words` | how old and new are put into one sentence |

mod channels;
mod edge;
mod matching;
mod occurrence;
mod series;
mod service;
mod side;
mod translations;
mod window;
mod windows;
mod words;

use chrono::{DateTime, Utc};
use schedule::Schedule;

pub(crate) use side::Side;

/// One thing that differs.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Difference {
    /// The id of the window that it is about, where it is about one.
    pub window: Option<String>,
    /// A sentence without a full stop.
    pub said: String,
}

/// What differs between two schedules, in words, in the order that matters to an operator: windows
/// that are open, those to come, those that are over; then the channels, the service and the edge.
///
/// Nothing that the timeline depends on differs without a sentence, and schedules that mean the
/// same have none. Of a recurring window, the next occurrences that differ are told, and the others
/// counted. Where there is no schedule before, everything is new.
pub fn difference(
    before: Option<&Schedule>,
    after: &Schedule,
    now: DateTime<Utc>,
) -> Vec<Difference> {
    let before = before.map(|before| Side::new(before, now));
    let after = Side::new(after, now);
    let mut said = windows::windows(before.as_ref(), &after, now);
    let others = channels::channels(before.as_ref(), &after)
        .into_iter()
        .chain(service::service(before.as_ref(), &after))
        .chain(edge::edge(before.as_ref(), &after));
    said.extend(others.map(|said| Difference { window: None, said }));
    said
}
