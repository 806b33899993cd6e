//! When a channel is closed, as sorted stretches for a binary search.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, Utc};

use crate::Occurrence;

/// When one channel is closed: disjoint stretches in order, each with the occurrence that speaks
/// for it. Where occurrences overlap (an overrun that runs into the next window), the one that
/// started last speaks, because it is the newer word on what is going on.
#[derive(Debug, Default)]
pub(crate) struct Lane {
    stretches: Vec<Stretch>,
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
        Self { stretches }
    }

    /// The stretch that holds `now`.
    pub(crate) fn at(&self, now: DateTime<Utc>) -> Option<&Stretch> {
        let after = self.stretches.partition_point(|stretch| stretch.start <= now);
        let stretch = &self.stretches[after.checked_sub(1)?];
        (now < stretch.until).then_some(stretch)
    }
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
