//! `Retry-After`: the formula at its edges, and its laws.

use std::collections::HashSet;

use answer::retry_after::{key, seconds};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use schedule::{Decision, Gate, Request, RetryPolicy, Target};

#[cfg(test)]
mod founding;

const END: &str = "2025-02-07T03:00:00Z";

fn end() -> DateTime<Utc> {
    END.parse().expect("the constant is an instant")
}

/// With a key of zero there is no jitter.
#[track_caller]
fn check(before_end: TimeDelta, expected: u32) {
    let policy = RetryPolicy::default();
    let reopens = Some(end().fixed_offset());
    let found = seconds(&policy, None, reopens, end() - before_end, 0);
    assert_eq!(found, expected, "{before_end} before the end");
}

#[test]
fn the_rest_of_the_window_in_whole_seconds_rounded_up() {
    check(TimeDelta::milliseconds(600_000), 600);
    check(TimeDelta::milliseconds(599_999), 600);
    check(TimeDelta::milliseconds(599_001), 600);
    check(TimeDelta::milliseconds(599_000), 599);
    check(TimeDelta::milliseconds(1_000), 1);
    check(TimeDelta::milliseconds(1), 1);
}

#[test]
fn never_more_than_the_cap_and_the_spread() {
    check(TimeDelta::seconds(3_600), 3_600);
    check(TimeDelta::seconds(3_900), 3_900);
    // What is further away than the cap and the spread is asked about again before it comes.
    check(TimeDelta::milliseconds(3_900_001), 3_899);
    check(TimeDelta::days(20_000), 3_899);
}

#[test]
fn a_floor_when_the_end_has_passed_or_is_not_known() {
    check(TimeDelta::zero(), 120);
    check(TimeDelta::seconds(-86_400), 120);
    assert_eq!(seconds(&RetryPolicy::default(), None, None, end(), 0), 120);
}

#[test]
fn a_client_is_told_the_same_again_and_its_neighbour_something_else() {
    let gate = founding::gate();
    let window = founding::closing(&gate, "/", founding::INSIDE).occurrence().window.as_str();
    assert_eq!(key("192.0.2.1", window), key("192.0.2.1", window));

    // 300 addresses of one network over the 301 seconds of the default spread: were they thrown
    // at random, some 190 seconds would be hit.
    let addresses = (0..300).map(|host| format!("198.51.100.{host}"));
    let hit: HashSet<u64> = addresses
        .map(|address| {
            u64::try_from((u128::from(key(&address, window)) * 301) >> 64).expect("a place")
        })
        .collect();
    assert!(hit.len() > 150, "only {} of 301 seconds are used", hit.len());
}

proptest! {
    #[test]
    fn prop_nobody_comes_back_while_the_window_is_open(
        before_end in 1_i64..3_600_000,
        key in any::<u64>(),
    ) {
        let policy = RetryPolicy::default();
        let now = end() - TimeDelta::milliseconds(before_end);
        let back = now + TimeDelta::seconds(seconds(&policy, None, Some(end().fixed_offset()), now, key).into());
        prop_assert!(back >= end());
    }

    // The promise that makes a ramp bearable.
    #[test]
    fn prop_whoever_comes_when_told_to_is_let_in_or_comes_before_the_end(
        before_end in 1_i64..7_200_000,
        ramp in 1_u32..1000,
        key in any::<u64>(),
    ) {
        let policy = RetryPolicy::default();
        let ramp = schedule::Length::from_seconds(ramp);
        let now = end() - TimeDelta::milliseconds(before_end);
        let told = seconds(&policy, Some(ramp), Some(end().fixed_offset()), now, key);
        let back = now + TimeDelta::seconds(told.into());
        let turn = answer::ramp::turn(end(), end() + ramp.to_delta(), back, key);
        prop_assert!(back < end() || turn.is_none(), "{back}: {turn:?}");
    }

    #[test]
    fn prop_within_a_second_and_the_cap_with_its_spread(
        before_end in any::<i32>(),
        known in any::<bool>(),
        key in any::<u64>(),
    ) {
        let policy = RetryPolicy::default();
        let now = end() - TimeDelta::seconds(before_end.into());
        let found = seconds(&policy, None, known.then(|| end().fixed_offset()), now, key);
        prop_assert!((1..=3_600 + 300).contains(&found), "{found}");
    }
}

#[test]
fn touching_windows_are_one_closure_to_a_client() {
    let gate: Gate = founding::gate_with(|text| {
        text + "\n[[window]]\nid = \"next\"\nchannels = [\"web\"]\n\
                start = 2025-02-06T21:00:00\nend = 2025-02-06T21:30:00\n"
    });
    let inside: DateTime<Utc> = "2025-02-07T02:59:00Z".parse().unwrap();
    let target = Target { host: "registry.example", path: "/" };
    let Decision::Closed(closing) = gate.decide(&Request::plain("GET", target), inside) else {
        panic!("closed a minute before the first end");
    };
    let policy = RetryPolicy::default();
    assert_eq!(seconds(&policy, None, closing.reopens, inside, 0), 31 * 60);
}
