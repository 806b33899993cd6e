//! What is finished early, and what holds: held against a plain reading of the windows as they are
//! written, without occurrences.

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use schedule::{Gate, Overrun, Schedule, Timeline, When, Window};

use crate::{
    asked::requests,
    schedules::{boundaries, drawn, with_ramp},
};

/// When a window that comes once opens a channel, if ever.
fn opens(window: &Window, channel: usize) -> Option<DateTime<Utc>> {
    let When::Once { end, released, finished, .. } = &window.when else {
        unreachable!("what is drawn does not recur");
    };
    let limit = end.zip(window.hold_limit).map(|(end, limit)| end + limit.to_delta());
    let whole = match window.overrun {
        Overrun::Reopen => *end,
        Overrun::Hold => released.or(limit),
    };
    finished.get(&channel).copied().or(whole).map(|at| at.to_utc())
}

/// Whether a window closes a channel at `now`.
fn closes(window: &Window, channel: usize, now: DateTime<Utc>) -> bool {
    let When::Once { start, .. } = &window.when else {
        unreachable!("what is drawn does not recur");
    };
    let is_over = window.channels.contains(&channel) && !window.cancelled;
    is_over && *start <= now && opens(window, channel).is_none_or(|opens| now < opens)
}

/// Whether an occurrence covers a channel at `now`.
fn is_covered(timeline: &Timeline, channel: usize, now: DateTime<Utc>) -> bool {
    timeline.occurrences.iter().any(|occurrence| {
        !occurrence.cancelled
            && occurrence.channels.contains(&channel)
            && occurrence.start <= now
            && occurrence.reopens().is_none_or(|reopens| now < reopens)
    })
}

fn is_finished_early(schedule: &Schedule, channel: usize) -> bool {
    schedule.windows().iter().any(|window| match &window.when {
        When::Once { finished, .. } => finished.contains_key(&channel),
        When::Repeating(_) => false,
    })
}

proptest! {
    #[test]
    fn prop_an_occurrence_covers_a_channel_while_a_window_closes_it(drawn in drawn()) {
        let schedule = drawn.schedule();
        let timeline = schedule.timeline(DateTime::UNIX_EPOCH);
        for now in boundaries(&timeline) {
            for channel in 0..timeline.channels.len() {
                let closed = schedule.windows().iter().any(|window| closes(window, channel, now));
                prop_assert_eq!(is_covered(&timeline, channel, now), closed, "{} {}", channel, now);
            }
        }
    }

    // Of one window, no two speak for a channel; together they are over all of its channels.
    #[test]
    fn prop_the_occurrences_of_a_window_share_out_its_channels(drawn in drawn()) {
        let schedule = drawn.schedule();
        let timeline = schedule.timeline(DateTime::UNIX_EPOCH);
        for window in schedule.windows() {
            let own = || timeline.occurrences.iter().filter(|one| one.window == window.id);
            let mut channels: Vec<usize> = own().flat_map(|one| one.channels.clone()).collect();
            channels.sort_unstable();
            prop_assert_eq!(&channels, &window.channels);
            prop_assert!(own().all(|one| !one.channels.is_empty()));
            let first = own().next().map(|one| (one.start, one.of, one.cancelled));
            prop_assert!(own().all(|one| Some((one.start, one.of, one.cancelled)) == first));
        }
    }

    #[test]
    fn prop_what_is_finished_early_changes_nothing_for_other_channels(drawn in drawn()) {
        let schedule = drawn.schedule();
        let timeline = schedule.timeline(DateTime::UNIX_EPOCH);
        let without = drawn.unfinished().schedule().timeline(DateTime::UNIX_EPOCH);
        let others =
            (0..timeline.channels.len()).filter(|channel| !is_finished_early(&schedule, *channel));
        for channel in others {
            for now in boundaries(&timeline).into_iter().chain(boundaries(&without)) {
                let told = |timeline: &Timeline| {
                    timeline.outlook(channel, now).map(|(phase, occurrence)| {
                        (phase, occurrence.window.clone(), occurrence.start, occurrence.reopens())
                    })
                };
                prop_assert_eq!(told(&timeline), told(&without), "{} at {}", channel, now);
            }
        }
    }

    #[test]
    fn prop_both_forms_of_a_timeline_decide_alike(drawn in with_ramp()) {
        let timeline = drawn.schedule().timeline(DateTime::UNIX_EPOCH);
        let packed = Timeline::read(&timeline.to_bytes()).map(Gate::new);
        let json = Timeline::read(timeline.to_json().as_bytes()).map(Gate::new);
        let (Ok(packed), Ok(json)) = (packed, json) else {
            return Err(TestCaseError::fail("what we wrote is read"));
        };
        prop_assert_eq!(packed.timeline(), json.timeline());
        let plain = Gate::new(timeline);
        for now in boundaries(plain.timeline()) {
            prop_assert_eq!(packed.timeline().next_change(now), plain.timeline().next_change(now));
            for request in requests() {
                let told = request.told(&plain, now);
                prop_assert_eq!(&request.told(&packed, now), &told, "{:?} {}", request, now);
                prop_assert_eq!(&request.told(&json, now), &told, "{:?} {}", request, now);
            }
        }
    }
}
