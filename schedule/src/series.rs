//! The instances of a recurring window: a rule's dates, resolved in a zone one by one.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, TimeDelta, Utc};

use crate::{Bound, Finished, Resolution, Rule, Timeline, Zone};

/// When a recurring window is: what is written in local time, before a zone has its say.
///
/// A start that clocks jump over is *shifted, never dropped*: a dropped window would open the site
/// in the middle of a migration. RFC 5545 says both (3.3.5 shifts, 3.3.10 drops); we shift by as
/// much as the clocks jump. Of a start that comes twice, the first is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub(crate) zone: Zone,
    pub(crate) first: NaiveDateTime,
    pub(crate) stretch: Stretch,
    /// `None` for a window that only recurs at `also`.
    pub(crate) rule: Option<Rule>,
    /// Further starts; `RDATE` of RFC 5545.
    pub(crate) also: BTreeSet<NaiveDateTime>,
    /// Starts that are left out; `EXDATE`.
    pub(crate) except: BTreeSet<NaiveDateTime>,
    /// What is different about single instances, by the start that the rule gives them.
    pub(crate) changes: BTreeMap<NaiveDateTime, Change>,
}

/// What decides over the end of an instance when clocks change in it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stretch {
    /// It takes this long, whatever the clocks show at its end.
    Elapsed(TimeDelta),
    /// Clocks show this much more at its end, however long that takes.
    Clock(TimeDelta),
}

/// What is different about one instance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    pub(crate) start: Option<DateTime<FixedOffset>>,
    pub(crate) end: Option<DateTime<FixedOffset>>,
    pub(crate) released: Option<DateTime<FixedOffset>>,
    /// Places in the schedule's list of channels, ascending.
    pub(crate) channels: Option<Vec<usize>>,
    /// Some of the instance's channels, or all.
    pub(crate) finished: Finished,
    pub(crate) cancelled: bool,
}

/// One instance of a recurring window.
#[derive(Clone, Debug, PartialEq)]
pub struct Instance {
    /// The local start that the rule gives it, which names it: RFC 5545's `RECURRENCE-ID`.
    pub of: NaiveDateTime,
    pub start: DateTime<FixedOffset>,
    /// Later than the start.
    pub end: DateTime<FixedOffset>,
    pub released: Option<DateTime<FixedOffset>>,
    pub channels: Option<Vec<usize>>,
    /// Some of its channels, or all.
    pub finished: Finished,
    pub cancelled: bool,
    /// Whether a change moved its start or its end.
    pub changed: bool,
    /// What the zone made of its local times, in the order of the times.
    pub decisions: Vec<Decided>,
}

/// What was decided about a local time that does not name one instant.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Decided {
    /// Clocks jump over the start, so it is later by as much as they jump.
    StartShifted { asked: NaiveDateTime, taken: DateTime<FixedOffset> },
    /// The start comes twice, and the first is taken.
    StartRepeats { taken: DateTime<FixedOffset>, second: DateTime<FixedOffset> },
    /// Clocks jump over the end, so it is later by as much as they jump.
    EndShifted { asked: NaiveDateTime, taken: DateTime<FixedOffset> },
    /// The end comes twice, and the first is taken.
    EndRepeats { taken: DateTime<FixedOffset>, second: DateTime<FixedOffset> },
    /// By the clock it would end before it starts, so it takes as long as it would elsewhere.
    EndByLength { asked: NaiveDateTime, taken: DateTime<FixedOffset> },
    /// Clocks change within it: it takes this long, and clocks show another length.
    ClocksChange { elapsed: TimeDelta, shown: TimeDelta },
}

impl Change {
    /// Where it was moved to.
    pub fn start(&self) -> Option<DateTime<FixedOffset>> {
        self.start
    }

    pub fn end(&self) -> Option<DateTime<FixedOffset>> {
        self.end
    }

    /// When somebody let it go, at or after its end.
    pub fn released(&self) -> Option<DateTime<FixedOffset>> {
        self.released
    }

    /// Places in the schedule's list of channels, ascending; `None` for the window's own.
    pub fn channels(&self) -> Option<&[usize]> {
        self.channels.as_deref()
    }

    /// Channels that were finished early, and when.
    pub fn finished(&self) -> &Finished {
        &self.finished
    }

    pub fn cancelled(&self) -> bool {
        self.cancelled
    }
}

impl Series {
    pub fn zone(&self) -> Zone {
        self.zone
    }

    pub fn rule(&self) -> Option<&Rule> {
        self.rule.as_ref()
    }

    /// The first start, in local time.
    pub fn first(&self) -> NaiveDateTime {
        self.first
    }

    /// What decides over the end of every instance.
    pub fn stretch(&self) -> Stretch {
        self.stretch
    }

    /// Further starts, in local time.
    pub fn also(&self) -> &BTreeSet<NaiveDateTime> {
        &self.also
    }

    /// Starts that are left out, in local time.
    pub fn except(&self) -> &BTreeSet<NaiveDateTime> {
        &self.except
    }

    /// What is different about single instances, by the start that the rule gives them.
    pub fn changes(&self) -> &BTreeMap<NaiveDateTime, Change> {
        &self.changes
    }

    /// The instances that start before `until`, ascending by the start that the rule gives them.
    pub fn instances(&self, until: DateTime<Utc>) -> impl Iterator<Item = Instance> + use<'_> {
        // A change may move an instance backwards over the horizon, but none by years; starts are
        // judged as the rule gives them.
        self.starts()
            .take_while(move |of| self.start(*of).0 < until)
            .filter(|of| !self.except.contains(of))
            .map(|of| self.instance(of, self.changes.get(&of)))
            // The last of all may end after the years that are reckoned with.
            .filter(|instance| Timeline::YEARS.contains(&instance.end.year()))
    }

    /// Every start that the rule and `also` give, ascending; those that are left out among them.
    pub(crate) fn starts(&self) -> impl Iterator<Item = NaiveDateTime> + use<'_> {
        let ruled = self
            .rule
            .iter()
            .flat_map(|rule| rule.dates(self.first.date()))
            .map(|date| date.and_time(self.first.time()))
            .take_while(|local| self.bounded(*local));
        let first = self.rule.is_none().then_some(self.first);
        let also = self.also.iter().copied();
        merged(ruled.chain(first), also)
    }

    /// Whether a start comes before the rule's `UNTIL`, or at it.
    pub(crate) fn bounded(&self, local: NaiveDateTime) -> bool {
        match self.rule.as_ref().map_or(Bound::Never, Rule::bound) {
            Bound::Never | Bound::Count(_) => true,
            Bound::Date(last) => local.date() <= last,
            Bound::Local(last) => local <= last,
            Bound::Utc(last) => self.start(local).0.naive_utc() <= last,
        }
    }

    /// The instance that starts at `of`, and what `change` makes of it.
    pub(crate) fn instance(&self, of: NaiveDateTime, change: Option<&Change>) -> Instance {
        let moved_start = change.and_then(|change| change.start);
        let moved_end = change.and_then(|change| change.end);
        let (start, start_decided) =
            moved_start.map_or_else(|| self.start(of), |start| (start, None));
        // One that is moved, and not given another end, ends as the others do: after as long, or
        // with clocks showing as much more.
        let asked = moved_start.map_or(of, |start| start.naive_local());
        let (end, end_decided) =
            moved_end.map_or_else(|| self.end(asked, start), |end| (end, None));

        let mut decisions: Vec<Decided> = start_decided.into_iter().chain(end_decided).collect();
        let elapsed = end - start;
        let shown = end.naive_local() - start.naive_local();
        if elapsed != shown {
            decisions.push(Decided::ClocksChange { elapsed, shown });
        }
        Instance {
            of,
            start,
            end,
            released: change.and_then(|change| change.released),
            channels: change.and_then(|change| change.channels.clone()),
            finished: change.map_or_else(Finished::new, |change| change.finished.clone()),
            cancelled: change.is_some_and(|change| change.cancelled),
            changed: moved_start.is_some() || moved_end.is_some(),
            decisions,
        }
    }

    fn start(&self, asked: NaiveDateTime) -> (DateTime<FixedOffset>, Option<Decided>) {
        match self.zone.resolve(asked) {
            Resolution::Unambiguous(start) => (start, None),
            Resolution::Gap { before: taken, .. } => {
                (taken, Some(Decided::StartShifted { asked, taken }))
            }
            Resolution::Fold { first: taken, second } => {
                (taken, Some(Decided::StartRepeats { taken, second }))
            }
        }
    }

    fn end(
        &self,
        start_asked: NaiveDateTime,
        start: DateTime<FixedOffset>,
    ) -> (DateTime<FixedOffset>, Option<Decided>) {
        let shown = match self.stretch {
            Stretch::Elapsed(length) => return (self.zone.at(start + length), None),
            Stretch::Clock(shown) => shown,
        };
        let asked = start_asked + shown;
        let (taken, decided) = match self.zone.resolve(asked) {
            Resolution::Unambiguous(end) => (end, None),
            Resolution::Gap { before: taken, .. } => {
                (taken, Some(Decided::EndShifted { asked, taken }))
            }
            Resolution::Fold { first: taken, second } => {
                (taken, Some(Decided::EndRepeats { taken, second }))
            }
        };
        if taken > start {
            return (taken, decided);
        }
        let taken = self.zone.at(start + shown);
        (taken, Some(Decided::EndByLength { asked, taken }))
    }
}

/// Two ascending sequences as one, without repetition.
fn merged<T: Copy + Ord>(
    one: impl Iterator<Item = T>,
    other: impl Iterator<Item = T>,
) -> impl Iterator<Item = T> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    std::iter::from_fn(move || {
        let next = match (one.peek(), other.peek()) {
            (Some(a), Some(b)) => *a.min(b),
            (Some(a), None) => *a,
            (None, Some(b)) => *b,
            (None, None) => return None,
        };
        one.next_if_eq(&next);
        other.next_if_eq(&next);
        Some(next)
    })
}
