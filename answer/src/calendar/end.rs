//! The end that an event is shown with: calendars want one, and nobody may know it.

use chrono::{DateTime, TimeDelta, Utc};
use schedule::{Phase, Plan};

use crate::event::last_instant;

/// Where nobody knows the end, it is one of these after what is known, the first that is not over.
const UNKNOWN_END: TimeDelta = TimeDelta::hours(1);

/// The end of an event in the feed and in a mail alike, so that neither contradicts the other: what
/// is told, or, while nobody knows it, an instant that is not over yet.
pub(super) fn shown_end(plan: &Plan, phase: Phase, now: DateTime<Utc>) -> DateTime<Utc> {
    let known = last_instant(plan).map(|end| end.to_utc());
    let stands = known.filter(|_| phase != Phase::Overrun);
    stands.unwrap_or_else(|| {
        let from = known.unwrap_or(plan.start.to_utc());
        let passed = (now - from).num_hours().max(0);
        let hours = i32::try_from(passed).unwrap_or(0) + 1;
        from + UNKNOWN_END * hours
    })
}
