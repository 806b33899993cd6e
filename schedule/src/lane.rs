//! When a channel is closed, as sorted stretches for a binary search.

use std::{cell::Cell, collections::BTreeSet};

use chrono::{DateTime, FixedOffset, Utc};

use crate::Occurrence;

/// When one channel is closed: disjoint stretches in order, each with the occurrence that speaks
/// for it. Where occurrences overlap (an overrun that runs into the next window), the one that
/// started last speaks, because it is the newer word on what is going on.
#[derive(Debug)]
pub(crate) struct Lane {
    stretches: Vec<Stretch>,
    /// The last answer and the instants for which it is the answer. Nearly every question comes
    /// within milliseconds of the one before, so ten thousand windows cost what ten do.
    last: Cell<Answered>,
}

#[derive(Clone, Copy, Debug)]
struct Answered {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    /// The place of the stretch, unless the lane is open then.
    stretch: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stretch {
    /// The first instant inside.
    start: DateTime<FixedOffset>,
    /// The first instant outside, or [`never`].
    until: DateTime<FixedOffset>,
    /// The place of the occurrence that speaks, in the timeline's list.
    pub(crate) occurrence: usize,
    /// The `until` of the last of the stretches that touch, from this one on.
    reopens: DateTime<FixedOffset>,
}

impl Lane {
    /// The occurrences that close the channel, each with its place in the timeline's list, in the
    /// list's order (ascending by start).
    pub(crate) fn new<'a>(closing: impl Iterator<Item = (usize, &'a Occurrence)>) -> Self {
        let mut edges: Vec<(DateTime<FixedOffset>, Edge, usize)> = Vec::new();
        for (place, occurrence) in closing {
            let reopens = occurrence.reopens().unwrap_or_else(never);
            edges.push((occurrence.start, Edge::Start, place));
            edges.push((reopens, Edge::End, place));
        }
        edges.sort();

        let mut stretches: Vec<Stretch> = Vec::new();
        let mut open: BTreeSet<usize> = BTreeSet::new();
        for pair in 0..edges.len() {
            let (instant, edge, place) = edges[pair];
            match edge {
                Edge::Start => open.insert(place),
                Edge::End => open.remove(&place),
            };
            let Some(&(until, ..)) = edges.get(pair + 1) else { break };
            // Places ascend with the start, so the last one open is the one that started last.
            if let Some(&occurrence) = open.last()
                && instant < until
            {
                stretches.push(Stretch { start: instant, until, occurrence, reopens: until });
            }
        }
        for place in (1..stretches.len()).rev() {
            let next = stretches[place];
            if stretches[place - 1].until == next.start {
                stretches[place - 1].reopens = next.reopens;
            }
        }
        Self { stretches, last: Cell::new(Answered::NEVER) }
    }

    /// The stretch that holds `now`.
    pub(crate) fn at(&self, now: DateTime<Utc>) -> Option<&Stretch> {
        let last = self.last.get();
        let answered = if last.from <= now && now < last.until { last } else { self.search(now) };
        self.last.set(answered);
        answered.stretch.map(|place| &self.stretches[place])
    }

    fn search(&self, now: DateTime<Utc>) -> Answered {
        let after = self.stretches.partition_point(|stretch| stretch.start <= now);
        let before = after.checked_sub(1).map(|place| (place, &self.stretches[place]));
        if let Some((place, stretch)) = before.filter(|(_, stretch)| now < stretch.until) {
            let (from, until) = (stretch.start.to_utc(), stretch.until.to_utc());
            return Answered { from, until, stretch: Some(place) };
        }
        let next = self.stretches.get(after);
        Answered {
            from: before.map_or(DateTime::<Utc>::MIN_UTC, |(_, stretch)| stretch.until.to_utc()),
            until: next.map_or(DateTime::<Utc>::MAX_UTC, |stretch| stretch.start.to_utc()),
            stretch: None,
        }
    }
}

impl Answered {
    /// An answer for no instant at all.
    const NEVER: Self =
        Self { from: DateTime::<Utc>::MAX_UTC, until: DateTime::<Utc>::MIN_UTC, stretch: None };
}

impl Stretch {
    /// The first instant at which the channel is open again, over touching stretches too; `None`
    /// when nobody knows it.
    pub(crate) fn reopens(&self) -> Option<DateTime<FixedOffset>> {
        (self.reopens != never()).then_some(self.reopens)
    }
}

/// The end of what nobody knows the end of.
fn never() -> DateTime<FixedOffset> {
    DateTime::<Utc>::MAX_UTC.fixed_offset()
}

/// At one instant ends come before starts, so that touching stretches never overlap.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Edge {
    End,
    Start,
}
