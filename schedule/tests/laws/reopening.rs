//! Opening step by step: held against a plain reading of when each channel was closed last.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use schedule::{Decision, Disposition, Gate, Occurrence, Phase, Timeline};

use crate::{
    asked::{only_channel, requests},
    schedules::{boundaries, with_ramp, with_rules},
};

/// The ramp's own end has its boundaries too.
fn instants(timeline: &Timeline) -> Vec<DateTime<Utc>> {
    let ramp = ramp(timeline);
    boundaries(timeline).into_iter().flat_map(|instant| [instant, instant + ramp]).collect()
}

fn ramp(timeline: &Timeline) -> TimeDelta {
    timeline.edge.ramp.map_or(TimeDelta::zero(), schedule::Length::to_delta)
}

/// Whether a channel is closed, and when it was the last time: without lanes and searches.
fn last_closed(
    timeline: &Timeline,
    channel: usize,
    now: DateTime<Utc>,
) -> (bool, Option<DateTime<Utc>>) {
    let over =
        |occurrence: &&Occurrence| occurrence.channels.contains(&channel) && !occurrence.cancelled;
    let closing = || timeline.occurrences.iter().filter(over);
    let closed = closing().any(|occurrence| timeline.phase(occurrence, now).is_closed());
    let ends = closing().filter_map(Occurrence::reopens).map(|end| end.to_utc());
    (closed, ends.filter(|end| *end <= now).max())
}

proptest! {
    #[test]
    fn prop_a_channel_opens_from_its_end_for_as_long_as_the_ramp(drawn in with_ramp()) {
        let gate = Gate::new(drawn.schedule().timeline(DateTime::UNIX_EPOCH));
        let ramp = ramp(gate.timeline());
        for now in instants(gate.timeline()) {
            for request in requests() {
                let Decision::Reopening { closing, since } = request.decide(&gate, now) else {
                    continue;
                };
                prop_assert!(since <= now && now < since + ramp, "{since} {now}");
                let reopens = closing.reopens.map(|reopens| reopens.to_utc());
                prop_assert_eq!(reopens, Some(since + ramp));
                prop_assert!(!gate.is_open(now));
                // Who speaks is the occurrence whose end it was, and no other closes the channel.
                prop_assert_eq!(closing.phase, Phase::Ended);
                prop_assert!(closing.occurrence().channels.contains(&closing.channel));
                let last = last_closed(gate.timeline(), closing.channel, now);
                prop_assert_eq!(last, (false, Some(since)));
                let end = closing.occurrence().reopens().map(|end| end.to_utc());
                prop_assert_eq!(end, Some(since));
            }
        }
    }

    // The other way round: whoever was closed a moment ago is not let in at once.
    #[test]
    fn prop_the_gate_says_what_a_plain_reading_says(drawn in with_ramp()) {
        let gate = Gate::new(drawn.schedule().timeline(DateTime::UNIX_EPOCH));
        let timeline = gate.timeline();
        for now in instants(timeline) {
            for request in requests().filter(|request| !request.is_always_open()) {
                let Some(channel) = only_channel(timeline, request.target) else { continue };
                let refused = match timeline.channels[channel].disposition {
                    Disposition::Unavailable => true,
                    Disposition::ReadOnly => request.method == "POST",
                    Disposition::Hold | Disposition::Unaffected => false,
                };
                let expected = match last_closed(timeline, channel, now) {
                    _ if !refused => "pass",
                    (true, _) => "closed",
                    (false, Some(end)) if now < end + ramp(timeline) => "reopening",
                    (false, _) => "pass",
                };
                let decision = match request.decide(&gate, now) {
                    Decision::Pass => "pass",
                    Decision::Ours => "ours",
                    Decision::Closed(_) => "closed",
                    Decision::Reopening { .. } => "reopening",
                };
                prop_assert_eq!(decision, expected, "{:?} at {}", request, now);
            }
        }
    }

    // What the edge asks before it looks at anything but the address.
    #[test]
    fn prop_while_nothing_is_closed_nor_opens_everything_passes(drawn in with_rules()) {
        let gate = Gate::new(drawn.schedule().timeline(DateTime::UNIX_EPOCH));
        for now in instants(gate.timeline()) {
            let open = gate.is_open(now);
            for request in requests() {
                let passes = matches!(request.decide(&gate, now), Decision::Pass);
                prop_assert!(passes || !open, "{request:?} at {now}");
            }
        }
    }

    #[test]
    fn prop_without_a_ramp_nothing_opens_step_by_step(drawn in with_rules()) {
        let mut timeline = drawn.schedule().timeline(DateTime::UNIX_EPOCH);
        let instants = instants(&timeline);
        timeline.edge.ramp = None;
        let gate = Gate::new(timeline);
        for now in instants {
            for request in requests() {
                let decision = request.decide(&gate, now);
                prop_assert!(!matches!(decision, Decision::Reopening { .. }), "{request:?} {now}");
            }
        }
    }
}
