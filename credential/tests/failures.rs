//! Who has to wait, and that no flood costs memory.

use chrono::{DateTime, TimeDelta, Utc};
use credential::{Client, Failures};
use proptest::prelude::*;

fn at(millis: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::milliseconds(1_738_888_200_000 + millis)
}

fn client(address: &str) -> Client {
    Client::new(Some(address))
}

#[test]
fn ten_failures_in_a_minute_are_too_many() {
    let mut failures = Failures::default();
    let (one, other) = (client("192.0.2.7"), client("192.0.2.8"));
    for second in 0..10 {
        assert_eq!(failures.wait(one, at(second * 1000)), None, "at {second}");
        failures.record(one, at(second * 1000));
    }
    for (millis, expected) in [
        (9_000, Some(51)),
        (9_001, Some(51)),
        (10_000, Some(50)),
        (59_999, Some(1)),
        // The first is a minute ago, so that there is room for one more.
        (60_000, None),
    ] {
        assert_eq!(failures.wait(one, at(millis)), expected, "{millis}");
        assert_eq!(failures.wait(other, at(millis)), None, "{millis}");
    }
    failures.record(one, at(60_000));
    assert_eq!(failures.wait(one, at(60_000)), Some(1));
    assert_eq!(failures.wait(one, at(61_000)), None);
}

#[test]
fn an_address_is_one_client_and_so_is_a_network_of_ipv6() {
    for (one, other, is_same) in [
        ("192.0.2.7", " 192.0.2.7 ", true),
        ("192.0.2.7", "::ffff:192.0.2.7", true),
        ("192.0.2.7", "192.0.2.8", false),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
        // Neither is one address, so that both are unknown.
        ("192.0.2.7, 192.0.2.8", "somebody", true),
        ("192.0.2.7:443", "192.0.2.7", false),
        ("", "192.0.2.7", false),
    ] {
        assert_eq!(client(one) == client(other), is_same, "{one} and {other}");
    }
    assert!(!Client::new(None).is_known());
    assert!(!client("").is_known());
    assert!(client("::1").is_known());
}

#[test]
fn who_failed_the_longest_ago_is_forgotten_first() {
    let mut failures = Failures::default();
    let clients: Vec<Client> = (0..=4096_u32).map(|n| Client::V4(n.into())).collect();
    for client in &clients[..4096] {
        for _ in 0..Failures::MOST {
            failures.record(*client, at(0));
        }
    }
    failures.record(clients[0], at(1));
    assert_eq!(failures.clients(), Failures::CLIENTS);
    failures.record(clients[4096], at(2));
    assert_eq!(failures.clients(), Failures::CLIENTS);
    let waiting = clients.iter().filter(|client| failures.wait(**client, at(2)).is_some());
    assert_eq!(waiting.count(), 4095);
    assert!(failures.wait(clients[0], at(2)).is_some(), "it failed again since");

    // After a minute, all of them go at once.
    failures.record(client("2001:db8::"), at(60_002));
    assert_eq!(failures.clients(), 1);
}

fn moves() -> impl Strategy<Value = Vec<(u8, i64)>> {
    prop::collection::vec((0..4_u8, 0..20_000_i64), 0..200)
}

proptest! {
    /// Against the plain meaning: every failure that was let through, kept for ever.
    #[test]
    fn prop_no_client_fails_more_often_than_that_in_any_minute(moves in moves()) {
        let (mut failures, mut all, mut now) = (Failures::default(), Vec::new(), 0);
        for (who, after) in moves {
            now += after;
            let client = Client::V4([192, 0, 2, who].into());
            let is_recent = |&&(one, at): &&(u8, i64)| one == who && now - at < 60_000;
            let recent = all.iter().filter(is_recent).count();
            let wait = failures.wait(client, at(now));
            prop_assert_eq!(wait.is_some(), recent >= Failures::MOST);
            match wait {
                None => {
                    failures.record(client, at(now));
                    all.push((who, now));
                }
                Some(seconds) => {
                    let then = now + i64::from(seconds) * 1000;
                    prop_assert_eq!(failures.wait(client, at(then)), None);
                    prop_assert!(failures.wait(client, at(then - 1000)).is_some());
                }
            }
        }
    }

    #[test]
    fn prop_memory_is_bounded_whatever_the_clock_does(
        records in prop::collection::vec((any::<u32>(), -100_000..100_000_i64), 0..300),
    ) {
        let mut failures = Failures::default();
        for (who, millis) in records {
            let client = Client::V4(who.into());
            failures.record(client, at(millis));
            let wait = failures.wait(client, at(millis - 7));
            prop_assert!(wait.is_none_or(|seconds| (1..=60).contains(&seconds)));
            prop_assert!(failures.clients() <= Failures::CLIENTS);
        }
    }

    #[test]
    fn prop_reading_an_address_never_panics(text in ".*") {
        let _ = client(&text);
    }
}
