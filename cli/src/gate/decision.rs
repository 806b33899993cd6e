//! Whether a batch may start at an instant.
//!
//! A batch is held by an occurrence over its channel from `lead` before the start on, until the channel
//! opens again. That is a question of phases, and `schedule` has the answer: with `lead` as what counts
//! as imminent, it is held while the phase is imminent, active or overrun.

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use schedule::{Disposition, Occurrence, Phase};

use super::plan::Plan;

/// Whether a batch may start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Decision<'a> {
    /// With the occurrence that will hold next.
    Open(Option<&'a Occurrence>),
    Held(Hold<'a>),
}

/// By what it is held.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hold<'a> {
    /// Of several, the one that started last, as at the edge.
    pub(super) occurrence: &'a Occurrence,
    /// Imminent, active or overrun.
    pub(super) phase: Phase,
    /// The first instant at which a batch may start again, with every lead and every window that follows
    /// without a gap; `None` when nobody knows it.
    pub(super) resumes: Option<DateTime<FixedOffset>>,
}

impl Plan {
    /// Whether a batch of a channel may start at `now`.
    pub(super) fn decide(
        &self,
        channel: usize,
        lead: TimeDelta,
        now: DateTime<Utc>,
    ) -> Decision<'_> {
        let holding = self.holding(channel, lead, now);
        let speaks =
            holding.max_by_key(|(phase, occurrence)| (phase.is_closed(), occurrence.start));
        match speaks {
            Some((phase, occurrence)) => {
                let resumes = self.resumes(channel, lead, now);
                Decision::Held(Hold { occurrence, phase, resumes })
            }
            None => Decision::Open(self.next(channel, now)),
        }
    }

    /// The occurrences that hold a channel at an instant, with their phases.
    fn holding(
        &self,
        channel: usize,
        lead: TimeDelta,
        at: DateTime<Utc>,
    ) -> impl Iterator<Item = (Phase, &Occurrence)> {
        let phases = self.over(channel).map(move |it| (it.phase(at, lead), it));
        phases
            .filter(|(phase, _)| matches!(phase, Phase::Imminent | Phase::Active | Phase::Overrun))
    }

    fn resumes(
        &self,
        channel: usize,
        lead: TimeDelta,
        now: DateTime<Utc>,
    ) -> Option<DateTime<FixedOffset>> {
        let mut resumes = None;
        let mut at = now;
        loop {
            let mut latest = None;
            for (_, occurrence) in self.holding(channel, lead, at) {
                latest = latest.max(Some(occurrence.reopens()?));
            }
            match latest {
                // What holds at an instant reopens after it, so that this comes to an end.
                Some(reopens) => (resumes, at) = (latest, reopens.to_utc()),
                None => return resumes,
            }
        }
    }

    fn next(&self, channel: usize, now: DateTime<Utc>) -> Option<&Occurrence> {
        let ahead = self.over(channel).filter(|it| !it.cancelled && it.start > now);
        ahead.min_by_key(|occurrence| occurrence.start)
    }

    /// The occurrences that its batches notice.
    fn over(&self, channel: usize) -> impl Iterator<Item = &Occurrence> {
        let noticed = self
            .channels
            .get(channel)
            .is_some_and(|channel| channel.disposition != Disposition::Unaffected);
        self.occurrences.iter().filter(move |it| noticed && it.channels.contains(&channel))
    }
}
