//! The gate against the plain reading of the phases.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use schedule::{
    Closing, Decision, Disposition, Gate, Occurrence, Overrun, Request, Target, Timeline,
};

use crate::{
    asked::only_channel,
    schedules::{TARGETS, boundaries, drawn},
};

const MILLISECOND: TimeDelta = TimeDelta::milliseconds(1);

/// Below one of these paths nothing is ever closed.
const ALWAYS_OPEN: &str = "/robots.txt";

fn closing<'g>(
    gate: &'g Gate,
    method: &str,
    target: Target<'_>,
    now: DateTime<Utc>,
) -> Option<Closing<'g>> {
    match gate.decide(&Request::plain(method, target), now) {
        Decision::Closed(closing) => Some(closing),
        Decision::Pass | Decision::Ours | Decision::Reopening { .. } => None,
    }
}

fn requests() -> impl Iterator<Item = (&'static str, Target<'static>)> {
    TARGETS
        .into_iter()
        .flat_map(|(host, path)| ["GET", "POST"].map(|method| (method, Target { host, path })))
}

/// Without lanes and searches.
fn is_closed(timeline: &Timeline, channel: usize, now: DateTime<Utc>) -> bool {
    timeline
        .occurrences
        .iter()
        .filter(|occurrence| occurrence.channels.contains(&channel))
        .any(|occurrence| timeline.phase(occurrence, now).is_closed())
}

/// When a channel that is closed at `now` opens, if ever, and whether that is known: without lanes
/// and searches.
fn opens(timeline: &Timeline, channel: usize, now: DateTime<Utc>) -> Option<(DateTime<Utc>, bool)> {
    let closing = || {
        timeline
            .occurrences
            .iter()
            .filter(|occurrence| occurrence.channels.contains(&channel) && !occurrence.cancelled)
    };
    let mut until = now;
    // From the end of one that is closed to that of the next, until none is.
    while let Some(open) =
        closing().find(|occurrence| timeline.phase(occurrence, until).is_closed())
    {
        until = open.reopens()?.to_utc();
    }
    let known = |occurrence: &Occurrence| {
        let at = match occurrence.overrun {
            Overrun::Reopen => occurrence.end,
            Overrun::Hold => occurrence.released.filter(|_| !occurrence.limited),
        };
        at.is_some_and(|at| at == until)
    };
    Some((until, closing().any(known)))
}

/// What the gate says of every request, in words that do not depend on places in lists.
fn decisions(gate: &Gate, now: DateTime<Utc>) -> Vec<String> {
    requests()
        .map(|(method, target)| match closing(gate, method, target, now) {
            None => "pass".to_owned(),
            Some(closing) => format!(
                "{} {} {} {:?}",
                closing.channel().id.as_str(),
                closing.occurrence().window.as_str(),
                closing.phase,
                closing.reopens
            ),
        })
        .collect()
}

proptest! {
    #[test]
    fn prop_the_start_is_inside_and_the_end_outside(drawn in drawn()) {
        let gate = Gate::new(drawn.schedule().timeline(DateTime::UNIX_EPOCH));
        let timeline = gate.timeline();
        for occurrence in timeline.occurrences.iter().filter(|occurrence| !occurrence.cancelled) {
            let contains = |now: DateTime<Utc>| !gate.is_open(now);
            prop_assert!(contains(occurrence.start.to_utc()));
            let Some(end) = occurrence.reopens().map(|end| end.to_utc()) else { continue };
            prop_assert!(contains(end - MILLISECOND));
            // At its end another one may have begun, or still hold.
            let channels = 0..timeline.channels.len();
            prop_assert_eq!(contains(end), channels.into_iter().any(|c| is_closed(timeline, c, end)));
            prop_assert!(!timeline.phase(occurrence, end).is_closed());
        }
    }

    #[test]
    fn prop_the_gate_says_what_the_phases_say(drawn in drawn()) {
        let gate = Gate::new(drawn.schedule().timeline(DateTime::UNIX_EPOCH));
        let timeline = gate.timeline();
        for now in boundaries(timeline) {
            for (method, target) in requests() {
                if let Some(channel) = only_channel(timeline, target) {
                    let refused = match timeline.channels[channel].disposition {
                        Disposition::Unavailable => true,
                        Disposition::ReadOnly => method == "POST",
                        Disposition::Hold | Disposition::Unaffected => false,
                    };
                    let expected = refused
                        && target.path != ALWAYS_OPEN
                        && is_closed(timeline, channel, now);
                    let closing = closing(&gate, method, target, now);
                    prop_assert_eq!(closing.is_some(), expected, "{} {:?} {}", method, target, now);
                }
            }
        }
    }

    #[test]
    fn prop_who_speaks_for_a_closed_channel_is_closed_itself(drawn in drawn()) {
        let gate = Gate::new(drawn.schedule().timeline(DateTime::UNIX_EPOCH));
        for now in boundaries(gate.timeline()) {
            for closing in requests().filter_map(|(method, to)| closing(&gate, method, to, now)) {
                prop_assert!(closing.occurrence().channels.contains(&closing.channel));
                prop_assert!(closing.phase.is_closed());
                prop_assert_eq!(closing.phase, gate.timeline().phase(closing.occurrence(), now));
            }
        }
    }

    // What `Retry-After` promises: closed up to the instant, open at it. What holds promises nothing:
    // of its release is known when it is at the latest, if that.
    #[test]
    fn prop_a_channel_reopens_when_the_gate_says_so(drawn in drawn()) {
        let gate = Gate::new(drawn.schedule().timeline(DateTime::UNIX_EPOCH));
        let boundaries = boundaries(gate.timeline());
        for now in &boundaries {
            for closing in requests().filter_map(|(method, to)| closing(&gate, method, to, *now)) {
                let closed = |now: DateTime<Utc>| is_closed(gate.timeline(), closing.channel, now);
                let Some(reopens) = closing.reopens.map(|reopens| reopens.to_utc()) else {
                    let last = opens(gate.timeline(), closing.channel, *now);
                    prop_assert!(last.is_none_or(|(_, known)| !known), "it is known: {last:?}");
                    continue;
                };
                let last = opens(gate.timeline(), closing.channel, *now);
                prop_assert_eq!(last, Some((reopens, true)));
                prop_assert!(*now < reopens && closed(reopens - MILLISECOND) && !closed(reopens));
                let mut between = boundaries.iter().filter(|t| *now <= **t && **t < reopens);
                prop_assert!(between.all(|instant| closed(*instant)));
            }
        }
    }

    #[test]
    fn prop_the_order_of_a_document_says_nothing(
        (one, other) in drawn().prop_flat_map(|drawn| (Just(drawn.clone()), drawn.shuffled())),
    ) {
        let one = Gate::new(one.schedule().timeline(DateTime::UNIX_EPOCH));
        let other = Gate::new(other.schedule().timeline(DateTime::UNIX_EPOCH));
        for now in boundaries(one.timeline()) {
            prop_assert_eq!(decisions(&one, now), decisions(&other, now));
        }
    }
}
