//! When a channel is closed, as sorted stretches for a binary search.

use std::{cell::Cell, collections::BTreeSet, rc::Rc};

use chrono::{DateTime, FixedOffset, Utc};

use crate::{
    Occurrence, Timeline,
    timeline::{INSTANT, i16_at, i64_at, instant, pair, put, u32_at},
};

/// When one channel is closed: disjoint stretches in order, each with the occurrence that speaks
/// for it. Where occurrences overlap (an overrun that runs into the next window), the one that
/// started last speaks, because it is the newer word on what is going on.
///
/// The stretches are bytes, and are searched where they lie, so that a packed timeline is in force
/// as soon as it is there.
#[derive(Clone, Debug)]
pub(crate) struct Lane {
    bytes: Rc<[u8]>,
    at: usize,
    count: usize,
    /// The last answer and the instants for which it is the answer. Nearly every question comes
    /// within milliseconds of the one before, so ten thousand windows cost what ten do.
    last: Cell<Answered>,
}

/// From (inside) until (outside), in nanoseconds since the epoch.
#[derive(Clone, Copy, Debug)]
struct Answered {
    from: i64,
    until: i64,
    /// The place of the stretch, unless the lane is open then.
    stretch: Option<usize>,
    /// While the lane is open, the place of the stretch that ended at `from`.
    previous: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stretch {
    /// The place of the occurrence that speaks, in the timeline's list.
    pub(crate) occurrence: usize,
    /// The first instant at which the channel is open again, over touching stretches too; `None`
    /// when nobody knows it, though it may be known when it is at the latest.
    pub(crate) reopens: Option<DateTime<FixedOffset>>,
}

/// The end of what nobody knows the end of.
const NEVER: i64 = i64::MAX;

impl Lane {
    /// Start, until, reopens with its offset, occurrence.
    pub(crate) const STRETCH: usize = 8 + 8 + INSTANT + 4;

    /// The lane for everything, and then the lane of each channel.
    pub(crate) fn all(timeline: &Timeline) -> Vec<Self> {
        if let Some(packed) = timeline.packed_lanes() {
            return packed.to_vec();
        }
        let lane = |channel: Option<usize>| {
            let over = move |occurrence: &Occurrence| {
                channel.is_none_or(|channel| occurrence.channels.contains(&channel))
            };
            let occurrences = timeline.occurrences.iter().enumerate();
            Self::new(
                occurrences.filter(|(_, occurrence)| !occurrence.cancelled && over(occurrence)),
            )
        };
        std::iter::once(None).chain((0..timeline.channels.len()).map(Some)).map(lane).collect()
    }

    /// The lane whose `count` stretches lie in `bytes` at `at`; `None` when one of them speaks for
    /// an occurrence beyond `occurrences`.
    pub(crate) fn packed(
        bytes: Rc<[u8]>,
        at: usize,
        count: usize,
        occurrences: usize,
    ) -> Option<Self> {
        let lane = Self { bytes, at, count, last: Cell::new(Answered::NEVER) };
        (0..count).all(|place| lane.stretch(place).occurrence < occurrences).then_some(lane)
    }

    /// Writes the lane into a timeline's bytes.
    pub(crate) fn put(&self, bytes: &mut Vec<u8>) {
        put(bytes, self.count);
        let length = self.count * Self::STRETCH;
        bytes.extend_from_slice(&self.bytes[self.at..self.at + length]);
    }

    /// The stretch that holds `now`.
    pub(crate) fn at(&self, now: DateTime<Utc>) -> Option<Stretch> {
        let now = nanos(now);
        let last = self.last.get();
        let answered = if last.from <= now && now < last.until { last } else { self.search(now) };
        self.last.set(answered);
        answered.stretch.map(|place| self.stretch(place))
    }

    /// The last stretch that was over at `now`, while the lane is open, and its end.
    pub(crate) fn before(&self, now: DateTime<Utc>) -> Option<(Stretch, DateTime<Utc>)> {
        if self.at(now).is_some() {
            return None;
        }
        let Answered { from, previous, .. } = self.last.get();
        Some((self.stretch(previous?), DateTime::from_timestamp_nanos(from)))
    }

    fn search(&self, now: i64) -> Answered {
        let after = self.after(now);
        let before = after.checked_sub(1).map(|place| (place, self.until(place)));
        if let Some((place, until)) = before.filter(|(_, until)| now < *until) {
            return Answered {
                from: self.start(place),
                until,
                stretch: Some(place),
                previous: None,
            };
        }
        let next = (after < self.count).then(|| self.start(after));
        let from = before.map_or(i64::MIN, |(_, until)| until);
        let previous = before.map(|(place, _)| place);
        Answered { from, until: next.unwrap_or(NEVER), stretch: None, previous }
    }

    /// How many stretches start at `now` or before.
    fn after(&self, now: i64) -> usize {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.start(middle) <= now { low = middle + 1 } else { high = middle }
        }
        low
    }

    fn start(&self, place: usize) -> i64 {
        i64_at(&self.bytes, self.at + place * Self::STRETCH)
    }

    fn until(&self, place: usize) -> i64 {
        i64_at(&self.bytes, self.at + place * Self::STRETCH + 8)
    }

    fn stretch(&self, place: usize) -> Stretch {
        let at = self.at + place * Self::STRETCH + 16;
        let reopens = (i64_at(&self.bytes, at), i16_at(&self.bytes, at + 8));
        Stretch {
            occurrence: u32_at(&self.bytes, at + INSTANT),
            reopens: (reopens.0 != NEVER).then(|| instant(reopens)).flatten(),
        }
    }

    /// The occurrences that close the channel, each with its place in the timeline's list, in the
    /// list's order (ascending by start).
    fn new<'a>(closing: impl Iterator<Item = (usize, &'a Occurrence)>) -> Self {
        let mut edges: Vec<(DateTime<FixedOffset>, Edge, usize)> = Vec::new();
        let mut promised: BTreeSet<DateTime<FixedOffset>> = BTreeSet::new();
        for (place, occurrence) in closing {
            let reopens = occurrence.reopens().unwrap_or_else(never);
            edges.push((occurrence.start, Edge::Start, place));
            edges.push((reopens, Edge::End, place));
            promised.extend(occurrence.promises());
        }
        edges.sort();

        let mut stretches: Vec<Drawn> = Vec::new();
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
                let reopens = if promised.contains(&until) { until } else { never() };
                stretches.push(Drawn { start: instant, until, occurrence, reopens });
            }
        }
        for place in (1..stretches.len()).rev() {
            let next = stretches[place];
            if stretches[place - 1].until == next.start {
                stretches[place - 1].reopens = next.reopens;
            }
        }
        let mut bytes = Vec::with_capacity(stretches.len() * Self::STRETCH);
        stretches.iter().for_each(|stretch| stretch.put(&mut bytes));
        let (count, last) = (stretches.len(), Cell::new(Answered::NEVER));
        Self { bytes: bytes.into(), at: 0, count, last }
    }
}

/// A stretch while the lane is being drawn.
#[derive(Clone, Copy)]
struct Drawn {
    start: DateTime<FixedOffset>,
    /// Or [`never`].
    until: DateTime<FixedOffset>,
    occurrence: usize,
    /// The `until` of the last of the stretches that touch, from this one on; or [`never`], where
    /// that is only when it opens at the latest.
    reopens: DateTime<FixedOffset>,
}

impl Drawn {
    fn put(&self, bytes: &mut Vec<u8>) {
        let Self { start, until, occurrence, reopens } = *self;
        bytes.extend(nanos(start.to_utc()).to_le_bytes());
        bytes.extend(nanos(until.to_utc()).to_le_bytes());
        let (_, minutes) = pair(Some(reopens));
        bytes.extend(nanos(reopens.to_utc()).to_le_bytes());
        bytes.extend(minutes.to_le_bytes());
        put(bytes, occurrence);
    }
}

impl Answered {
    /// An answer for no instant at all.
    const NEVER: Self = Self { from: i64::MAX, until: i64::MIN, stretch: None, previous: None };
}

/// Nanoseconds since the epoch; what lies over two centuries away is as far as can be.
fn nanos(instant: DateTime<Utc>) -> i64 {
    let far = if instant < DateTime::UNIX_EPOCH { i64::MIN + 1 } else { NEVER };
    instant.timestamp_nanos_opt().unwrap_or(far)
}

/// The end of what nobody knows the end of, while it is an instant.
fn never() -> DateTime<FixedOffset> {
    DateTime::<Utc>::MAX_UTC.fixed_offset()
}

/// At one instant ends come before starts, so that touching stretches never overlap.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Edge {
    End,
    Start,
}
