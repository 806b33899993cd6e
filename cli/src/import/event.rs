//! An event of the source, as far as it was understood.

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use schedule::{Stretch, Zone};

use super::why::Why;

/// An event of the source, as far as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Event {
    /// What the source calls it.
    pub(super) name: String,
    /// What makes its window's id, always the same.
    pub(super) key: Key,
    /// The event that it is one occurrence of, where the source does not have that.
    pub(super) series: Option<Key>,
    /// How many events of the source say it: one, and those that change an occurrence.
    pub(super) parts: usize,
    /// What it is about: components, objects.
    pub(super) objects: Vec<String>,
    pub(super) when: When,
    pub(super) state: State,
    /// What is done, in a line.
    pub(super) summary: Option<String>,
    /// What a reader of the document should see beside it.
    pub(super) comments: Vec<String>,
    /// What was decided in reading it, in sentences.
    pub(super) notes: Vec<String>,
    /// What carries meaning and has no place in a schedule.
    pub(super) left_out: Vec<String>,
}

/// How the source names an event.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Key {
    /// What people know it by.
    pub(super) name: String,
    /// What tells it from others that are known by the same.
    pub(super) unique: String,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum State {
    Planned,
    /// It is going on.
    Open,
    /// As the source has it.
    Over,
    Cancelled,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum When {
    Once { start: DateTime<FixedOffset>, end: DateTime<FixedOffset> },
    Repeating(Repeating),
}

/// An event that recurs by the clocks of its zone, which need not be the service's.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Repeating {
    pub(super) zone: Zone,
    pub(super) first: NaiveDateTime,
    pub(super) stretch: Stretch,
    /// An `RRULE` as it was found, which the schedule's parser judges.
    pub(super) rule: Option<String>,
    pub(super) also: Vec<NaiveDateTime>,
    pub(super) except: Vec<NaiveDateTime>,
    pub(super) changes: Vec<Change>,
}

/// What is different about one occurrence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Change {
    /// The start that the rule gives it.
    pub(super) of: NaiveDateTime,
    /// Where it is moved to, if it is.
    pub(super) to: Option<(DateTime<FixedOffset>, DateTime<FixedOffset>)>,
    pub(super) cancelled: bool,
}

/// An event that was not taken, and why.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Untaken {
    pub(super) name: String,
    pub(super) why: Why,
    /// How many events of the source it is made of.
    pub(super) parts: usize,
}

impl Untaken {
    /// One event by itself.
    pub(super) fn one(name: String, why: Why) -> Self {
        Self { name, why, parts: 1 }
    }
}
