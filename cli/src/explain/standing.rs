//! Which window says something about a request.

use chrono::{DateTime, FixedOffset, Utc};
use schedule::{Decision, Gate, Occurrence, Phase, Request, Timeline};

use super::place::Place;

/// A window's occurrence, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Standing {
    pub(crate) occurrence: Occurrence,
    pub(crate) phase: Phase,
    /// The first instant at which the channel is open again for everybody, if that is known; over
    /// touching windows too.
    pub(crate) reopens: Option<DateTime<FixedOffset>>,
    /// Since when the channel opens step by step.
    pub(crate) opening: Option<DateTime<Utc>>,
}

/// The occurrence that is open over a request's channel at `now`, or has just ended while the
/// channel opens step by step.
pub(super) fn window(
    gate: &Gate,
    asked: &Request<'_>,
    place: &Place,
    now: DateTime<Utc>,
) -> Option<Standing> {
    let (closing, opening) = match gate.decide(asked, now) {
        Decision::Closed(closing) => (closing, None),
        Decision::Reopening { closing, since } => (closing, Some(since)),
        Decision::Pass | Decision::Ours => return open(gate.timeline(), place, now),
    };
    Some(Standing {
        occurrence: closing.occurrence().clone(),
        phase: closing.phase,
        reopens: closing.reopens,
        opening,
    })
}

/// One that closes nothing for this request. Of several, the one that started last is the newer
/// word on what is going on.
fn open(timeline: &Timeline, place: &Place, now: DateTime<Utc>) -> Option<Standing> {
    let channel = place.channel()?;
    let mut closed = timeline
        .occurrences
        .iter()
        .filter(|occurrence| occurrence.channels.contains(&channel))
        .map(|occurrence| Standing::of(timeline, occurrence, now));
    closed.rfind(|standing| standing.phase.is_closed())
}

/// The next occurrence over a request's channel that starts after `now`, announced or not.
pub(super) fn next(timeline: &Timeline, place: &Place, now: DateTime<Utc>) -> Option<Standing> {
    let channel = place.channel()?;
    let mut coming = timeline.occurrences.iter().filter(|occurrence| {
        !occurrence.cancelled && occurrence.start > now && occurrence.channels.contains(&channel)
    });
    coming.next().map(|occurrence| Standing::of(timeline, occurrence, now))
}

impl Standing {
    fn of(timeline: &Timeline, occurrence: &Occurrence, now: DateTime<Utc>) -> Self {
        Self {
            occurrence: occurrence.clone(),
            phase: timeline.phase(occurrence, now),
            reopens: occurrence.reopens(),
            opening: None,
        }
    }
}
