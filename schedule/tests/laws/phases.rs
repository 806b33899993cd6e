//! Phases change at the instants that are announced, and at no others.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use schedule::{Phase, Timeline};

use crate::schedules::{boundaries, drawn};

fn phases(timeline: &Timeline, now: DateTime<Utc>) -> Vec<Phase> {
    timeline.occurrences.iter().map(|occurrence| timeline.phase(occurrence, now)).collect()
}

/// How far a phase is on its way. Phases only go forward.
fn rank(phase: Phase) -> u8 {
    match phase {
        Phase::Scheduled => 0,
        Phase::Announced => 1,
        Phase::Imminent => 2,
        Phase::Active => 3,
        Phase::Overrun => 4,
        Phase::Ended => 5,
        Phase::Cancelled => 6,
    }
}

proptest! {
    #[test]
    fn prop_nothing_changes_before_the_next_change_and_something_at_it(drawn in drawn()) {
        let timeline = drawn.schedule().timeline(DateTime::UNIX_EPOCH);
        let boundaries = boundaries(&timeline);
        for now in &boundaries {
            let before = phases(&timeline, *now);
            let next = timeline.next_change(*now);
            if let Some(next) = next {
                prop_assert!(next > *now);
                prop_assert_eq!(&phases(&timeline, next - TimeDelta::milliseconds(1)), &before);
                prop_assert_ne!(&phases(&timeline, next), &before);
            }
            let constant = |instant: &&DateTime<Utc>| {
                **instant >= *now && next.is_none_or(|next| **instant < next)
            };
            for instant in boundaries.iter().filter(constant) {
                prop_assert_eq!(&phases(&timeline, *instant), &before, "at {}", instant);
            }
        }
    }

    // A widget sleeps from one change to the next; it must come to an end.
    #[test]
    fn prop_the_changes_run_out_in_the_year_of_the_last_window(drawn in drawn()) {
        let timeline = drawn.schedule().timeline(DateTime::UNIX_EPOCH);
        let mut now = DateTime::<Utc>::MIN_UTC;
        let mut changes = 0;
        while let Some(next) = timeline.next_change(now) {
            now = next;
            changes += 1;
        }
        // Five is the most that one window has: announced, imminent, active, overrun, ended.
        prop_assert!(changes <= 5 * timeline.occurrences.len());
        prop_assert_eq!(phases(&timeline, now), phases(&timeline, DateTime::<Utc>::MAX_UTC));
    }

    #[test]
    fn prop_phases_only_go_forward(drawn in drawn()) {
        let timeline = drawn.schedule().timeline(DateTime::UNIX_EPOCH);
        let mut instants = boundaries(&timeline);
        instants.sort();
        for pair in instants.windows(2) {
            let (earlier, later) = (phases(&timeline, pair[0]), phases(&timeline, pair[1]));
            let forward = earlier.iter().zip(&later).all(|(one, next)| rank(*one) <= rank(*next));
            prop_assert!(forward, "from {:?} to {:?} at {}", earlier, later, pair[1]);
        }
    }

    // Whoever is shown a phase is shown an open window before one that is to come.
    #[test]
    fn prop_the_outlook_is_public_and_prefers_what_is_open(drawn in drawn()) {
        let timeline = drawn.schedule().timeline(DateTime::UNIX_EPOCH);
        for now in boundaries(&timeline) {
            for channel in 0..timeline.channels.len() {
                let over = || timeline.occurrences.iter().filter(|o| o.channels.contains(&channel));
                let any = |wanted: fn(Phase) -> bool| over().any(|o| wanted(timeline.phase(o, now)));
                let outlook = timeline.outlook(channel, now).map(|(phase, _)| phase);
                prop_assert_eq!(outlook.is_some(), any(Phase::is_public));
                prop_assert_eq!(outlook.is_some_and(Phase::is_closed), any(Phase::is_closed));
            }
        }
    }
}
