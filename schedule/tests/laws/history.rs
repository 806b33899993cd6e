//! What a timeline remembers, and what it lets people know.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use proptest::prelude::*;
use schedule::{Amendment, Plan, Timeline};

use crate::schedules::{Drawn, boundaries, drawn};

/// Revisions of one document, and when each comes into force.
fn revisions() -> impl Strategy<Value = Vec<(Drawn, DateTime<Utc>)>> {
    let minutes = 0..3_000_i64;
    prop::collection::vec((drawn(), minutes), 1..6).prop_map(|drawn| {
        let mut at = None;
        drawn
            .into_iter()
            .map(|(drawn, minutes)| {
                // Around the windows that are drawn, so that some are announced and some are over.
                let first = drawn.schedule().timeline(DateTime::UNIX_EPOCH);
                let first = first.occurrences.iter().next().map(|one| one.start.to_utc());
                let first = first.unwrap_or(DateTime::UNIX_EPOCH) - TimeDelta::minutes(600);
                let next = (first + TimeDelta::minutes(minutes)).max(at.unwrap_or(first));
                at = Some(next);
                (drawn, next)
            })
            .collect()
    })
}

/// The timelines as they come into force, one after the other.
fn in_force(revisions: &[(Drawn, DateTime<Utc>)]) -> Vec<(Timeline, DateTime<Utc>)> {
    let mut timelines: Vec<(Timeline, DateTime<Utc>)> = Vec::new();
    for (number, (drawn, at)) in (1..).zip(revisions) {
        let before = timelines.last().map(|(timeline, _)| timeline);
        let timeline = drawn.schedule().timeline(*at).amended(before, number, *at);
        timelines.push((timeline, *at));
    }
    timelines
}

fn by_occurrence<'a>(
    history: impl IntoIterator<Item = &'a Amendment>,
) -> HashMap<(&'a str, Option<NaiveDateTime>), Vec<&'a Amendment>> {
    let mut histories: HashMap<_, Vec<&Amendment>> = HashMap::new();
    for amendment in history {
        histories.entry((amendment.window.as_str(), amendment.of)).or_default().push(amendment);
    }
    histories
}

fn is_announced(plan: &Plan, at: DateTime<Utc>) -> bool {
    plan.start <= at || plan.announced.is_none_or(|announced| announced <= at)
}

/// Without when people are told, which is no part of what they are told.
fn said(plan: &Plan) -> Plan {
    Plan { announced: None, ..plan.clone() }
}

proptest! {
    #[test]
    fn prop_the_same_again_is_no_amendment(revisions in revisions()) {
        let timelines = in_force(&revisions);
        let (last, at) = timelines.last().expect("there is one at least");
        let mut again = last.clone().amended(Some(last), u32::MAX, *at);
        prop_assert!(again.history.iter().all(|amendment| last.history.contains(amendment)));
        again.history.clone_from(&last.history);
        prop_assert_eq!(&again, last);
    }

    #[test]
    fn prop_what_was_said_after_one_is_what_was_said_before_the_next(revisions in revisions()) {
        let timelines = in_force(&revisions);
        let (last, _) = timelines.last().expect("there is one at least");
        for history in by_occurrence(&last.history).into_values() {
            for pair in history.windows(2) {
                prop_assert!(pair[0].revision < pair[1].revision && pair[0].at <= pair[1].at);
                // What was taken back may have been announced again by the clock alone.
                if let Some(after) = &pair[0].after {
                    let before = pair[1].before.as_ref();
                    prop_assert_eq!(before.map(said), Some(said(after)), "{:#?}", pair);
                }
            }
        }
    }

    #[test]
    fn prop_a_history_comes_back_from_both_forms(revisions in revisions()) {
        let timelines = in_force(&revisions);
        let (last, _) = timelines.last().expect("there is one at least");
        prop_assert_eq!(&Timeline::read(&last.to_bytes()).expect("we wrote it"), last);
        prop_assert_eq!(&Timeline::from_json(last.to_json().as_bytes()).expect("we wrote it"), last);
    }

    #[test]
    fn prop_nothing_is_known_before_its_announcement(revisions in revisions()) {
        let timelines = in_force(&revisions);
        let (last, _) = timelines.last().expect("there is one at least");
        for now in boundaries(last) {
            for known in last.known(now) {
                let occurrence = &known.whole.occurrence;
                prop_assert!(known.since <= now);
                prop_assert!(occurrence.is_announced(now));
                for amendment in &known.history {
                    prop_assert!(known.since <= amendment.at && amendment.at <= now);
                    for plan in amendment.before.iter().chain(&amendment.after) {
                        prop_assert!(is_announced(plan, amendment.at), "{:#?}", known);
                    }
                }
            }
        }
    }

    #[test]
    fn prop_what_is_announced_and_not_over_is_known(revisions in revisions()) {
        let timelines = in_force(&revisions);
        let (last, _) = timelines.last().expect("there is one at least");
        let in_force = timelines.last().map(|(_, at)| *at).expect("there is one at least");
        for now in boundaries(last).into_iter().filter(|now| *now >= in_force) {
            let known = last.known(now);
            for occurrence in last.occurrences.iter() {
                if last.phase(occurrence, now).is_public() {
                    let same = |known: &&schedule::Known<'_>| known.whole.window() == occurrence.window.as_str();
                    let known = known.iter().find(same);
                    let whole = known.map(|known| known.whole.channels()).unwrap_or_default();
                    prop_assert!(occurrence.channels.iter().all(|place| whole.contains(place)));
                }
            }
        }
    }
}
