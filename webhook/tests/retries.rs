//! When a message is sent again, and what becomes of it.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use webhook::{Outcome, PATIENCE, Verdict, next};

fn start() -> DateTime<Utc> {
    "2025-02-07T01:00:00Z".parse().expect("an instant")
}

fn answered(status: u16, retry_after: Option<u32>) -> Outcome {
    Outcome::Answered { status, retry_after, said: String::new() }
}

#[test]
fn the_night_of_a_subscriber_that_is_down() {
    let mut waits = Vec::new();
    let (mut now, mut attempts) = (start(), 1);
    while let Some(at) = next(attempts, start(), now, 0) {
        waits.push((at - now).num_seconds());
        (now, attempts) = (at, attempts + 1);
    }
    let first = [5, 30, 120, 300, 900, 1800, 3600, 3600, 7200];
    assert_eq!(waits[..9], first);
    assert!(waits[9..waits.len() - 1].iter().all(|wait| *wait == 10_800), "{waits:?}");
    assert_eq!(now, start() + PATIENCE, "the last attempt is at the very end");
}

#[test]
fn what_follows_from_an_answer() {
    let again = |wait| Verdict::Again(start() + wait);
    let soon = again(TimeDelta::seconds(5));
    for (outcome, expected) in [
        (answered(200, None), Verdict::Delivered),
        (answered(204, None), Verdict::Delivered),
        (answered(410, None), Verdict::Gone),
        (answered(301, None), soon),
        (answered(404, None), soon),
        (answered(500, Some(60)), soon),
        (answered(503, Some(60)), again(TimeDelta::minutes(1))),
        (answered(429, Some(60)), again(TimeDelta::minutes(1))),
        (answered(503, Some(0)), soon),
        (answered(503, Some(u32::MAX)), again(TimeDelta::hours(1))),
        (Outcome::Failed { why: "no answer".to_owned() }, soon),
    ] {
        assert_eq!(outcome.judge(1, start(), start(), 0), expected, "{outcome:?}");
    }
    let late = start() + PATIENCE;
    assert_eq!(answered(500, None).judge(3, start(), late, 0), Verdict::Dead);
    assert_eq!(answered(200, None).judge(3, start(), late, 0), Verdict::Delivered);
}

proptest! {
    /// It is always later than now, never later than the end, and jitter adds a fifth at most.
    #[test]
    fn prop_the_next_attempt_is_between_now_and_the_end(
        attempts: u32, seconds in 0i64..86_400, seed: u64,
    ) {
        let now = start() + TimeDelta::seconds(seconds);
        let at = next(attempts, start(), now, seed).expect("it is not over");
        prop_assert!(at > now && at <= start() + PATIENCE);
        let plain = next(attempts, start(), now, 0).expect("it is not over");
        prop_assert!(at >= plain && (at - now) * 5 <= (plain - now) * 6);
    }

    #[test]
    fn prop_after_the_end_there_is_no_next(attempts: u32, late in 0i64..1_000_000, seed: u64) {
        let now = start() + PATIENCE + TimeDelta::seconds(late);
        prop_assert_eq!(next(attempts, start(), now, seed), None);
    }
}
