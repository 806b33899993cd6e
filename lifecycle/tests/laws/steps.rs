//! What holds after every step.

use chrono::{DateTime, TimeDelta, Utc};
use lifecycle::{Changed, Refused, Step, Until, Verb};
use proptest::prelude::*;
use schedule::{Length, Phase};

use crate::drawn::{IDS, drawn, instant, parsed, step, which};

/// The comments of a document, sorted.
fn comments(document: &str) -> Vec<String> {
    let mut comments: Vec<String> = document
        .lines()
        .filter_map(|line| line.split_once('#'))
        .map(|(_, comment)| comment.trim().to_owned())
        .collect();
    comments.sort();
    comments
}

/// Where the occurrence of a change stands afterwards.
fn phase(changed: &Changed, now: DateTime<Utc>) -> Option<Phase> {
    let timeline = changed.schedule.timeline(now);
    let of_window = timeline.occurrences.iter().filter(|occurrence| {
        occurrence.window.as_str() == changed.window && occurrence.of == changed.of
    });
    // Channels that were finished early are occurrences of their own, which are over first.
    let phases: Vec<Phase> = of_window.map(|occurrence| timeline.phase(occurrence, now)).collect();
    let last = phases.iter().find(|phase| **phase != Phase::Ended).or(phases.last());
    last.copied()
}

fn told(instant: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp(instant.timestamp(), 0).unwrap_or(instant)
}

proptest! {
    #[test]
    fn prop_any_sequence_of_steps_leaves_a_schedule_and_all_comments(
        drawn in drawn(),
        mut steps in prop::collection::vec((which(), step(), instant()), 1..8),
    ) {
        let mut document = drawn.document();
        let before = comments(&document);
        steps.sort_by_key(|(_, _, now)| *now);
        for (which, step, now) in steps {
            match lifecycle::take(&document, &which, &step, now) {
                Ok(changed) => {
                    prop_assert_eq!(comments(&changed.document), before.clone());
                    prop_assert_eq!(parsed(&changed.document), changed.schedule);
                    prop_assert!(!changed.said.is_empty());
                    let lines = |text: &str| text.matches("\r\n").count();
                    if lines(&document) > 0 {
                        prop_assert_eq!(
                            lines(&changed.document),
                            changed.document.matches('\n').count()
                        );
                    }
                    document = changed.document;
                }
                Err(refused) => {
                    // What is no fault of the operator's is a fault of ours.
                    prop_assert!(refused.code() != "fault", "{refused}");
                    prop_assert!(refused.code() != "unknown-layout", "{refused}");
                    let syntax = |problem: &schedule::Problem| {
                        matches!(problem, schedule::Problem::Syntax { .. })
                    };
                    let diagnostics = refused.diagnostics();
                    prop_assert!(!diagnostics.iter().any(|one| syntax(&one.problem)), "{refused}");
                }
            }
        }
    }

    #[test]
    fn prop_the_phase_afterwards_is_that_of_the_table(
        drawn in drawn(), which in which(), step in step(), now in instant(),
    ) {
        let before = lifecycle::standings(&drawn.schedule(), now);
        let Ok(changed) = lifecycle::take(&drawn.document(), &which, &step, now) else {
            return Ok(());
        };
        let Some(after) = phase(&changed, now) else { return Ok(()) };
        let is_to_come = matches!(after, Phase::Scheduled | Phase::Announced | Phase::Imminent);
        match &step {
            Step::Announce => prop_assert!(matches!(after, Phase::Announced | Phase::Imminent)),
            Step::Start => prop_assert_eq!(after, Phase::Active),
            Step::Reschedule { .. } => prop_assert!(is_to_come, "{after}"),
            Step::Extend(_) => prop_assert!(is_to_come || after == Phase::Active, "{after}"),
            Step::Shorten(_) | Step::Hold { .. } => {
                let same = before.iter().any(|standing| standing.phase == after);
                prop_assert!(same || which.of.is_some(), "{after}");
            }
            // In the very second in which it starts, a window is over with the next.
            Step::Finish { channels } if channels.is_empty() => {
                let soon = now + TimeDelta::seconds(1);
                prop_assert_eq!(phase(&changed, soon), Some(Phase::Ended));
            }
            Step::Finish { .. } => {}
            Step::Release => prop_assert!(matches!(after, Phase::Active | Phase::Ended)),
            Step::Cancel => prop_assert_eq!(after, Phase::Cancelled),
        }
    }

    #[test]
    fn prop_to_extend_and_to_shorten_by_the_same_changes_nothing(
        drawn in drawn(), which in which(), seconds in 1..7 * 3600_u32, now in instant(),
    ) {
        let by = Until::By(Length::try_from(seconds).expect("it is in range"));
        let now = told(now);
        let document = drawn.document();
        let Ok(extended) = lifecycle::take(&document, &which, &Step::Extend(by), now) else {
            return Ok(());
        };
        // In overrun it counts from now, and back again is past.
        match lifecycle::take(&extended.document, &which, &Step::Shorten(by), now) {
            Ok(back) => {
                let before = drawn.schedule();
                prop_assert_eq!(back.schedule.timeline(now), before.timeline(now));
                prop_assert!(lifecycle::difference(Some(&before), &back.schedule, now).is_empty());
                prop_assert!(lifecycle::audiences(Some(&before), &back.schedule, now).is_empty());
            }
            Err(refused) => prop_assert_eq!(refused.code(), "out-of-order"),
        }
    }

    #[test]
    fn prop_what_is_cancelled_closes_nothing(
        drawn in drawn(), which in which(), now in instant(), at in instant(),
    ) {
        let Ok(changed) = lifecycle::take(&drawn.document(), &which, &Step::Cancel, now) else {
            return Ok(());
        };
        let timeline = changed.schedule.timeline(now);
        let mut own = timeline.occurrences.iter().filter(|occurrence| {
            occurrence.window.as_str() == changed.window
                && (changed.of.is_none() || occurrence.of == changed.of)
        });
        prop_assert!(own.all(|occurrence| !timeline.phase(occurrence, at).is_closed()));
    }

    #[test]
    fn prop_other_windows_stay_as_they_are(
        drawn in drawn(), which in which(), step in step(), now in instant(),
    ) {
        let Ok(changed) = lifecycle::take(&drawn.document(), &which, &step, now) else {
            return Ok(());
        };
        let others = |schedule: &schedule::Schedule| -> Vec<schedule::Occurrence> {
            let timeline = schedule.timeline(now);
            let others = timeline.occurrences.iter().filter(|occurrence| {
                occurrence.window.as_str() != changed.window
                    || (changed.of.is_some() && occurrence.of != changed.of)
            });
            others.cloned().collect()
        };
        prop_assert_eq!(others(&drawn.schedule()), others(&changed.schedule));
    }

    #[test]
    fn prop_what_is_open_can_always_be_finished(drawn in drawn(), now in instant()) {
        for standing in lifecycle::standings(&drawn.schedule(), now) {
            if !standing.phase.is_closed() {
                continue;
            }
            let which = lifecycle::Which::window(standing.occurrence.window.as_str());
            let step = Step::Finish { channels: Vec::new() };
            let taken = lifecycle::take(&drawn.document(), &which, &step, now);
            let refused = taken.as_ref().err().map(ToString::to_string);
            prop_assert!(refused.is_none(), "{}", refused.unwrap_or_default());
        }
    }

    #[test]
    fn prop_standings_name_the_steps_that_are_possible(
        drawn in drawn(), step in step(), now in instant(),
    ) {
        let standings = lifecycle::standings(&drawn.schedule(), now);
        prop_assert_eq!(standings.len(), IDS.len());
        for standing in standings {
            let which = lifecycle::Which::window(standing.occurrence.window.as_str());
            let taken = lifecycle::take(&drawn.document(), &which, &step, now);
            let named = standing.verbs.contains(&step.verb());
            let impossible = matches!(
                taken,
                Err(Refused::ImpossibleStep { .. }
                    | Refused::InCommon { .. }
                    | Refused::ReopensAlready { .. }
                    | Refused::UnknownEnd { verb: Verb::Hold, .. })
            );
            prop_assert_eq!(!named, impossible, "{:?} {:?} {}", step, taken.err(), standing.said);
        }
    }
}
