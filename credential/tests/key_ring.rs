//! When keys are fetched, and that a failing fetch takes none away.

use chrono::{DateTime, TimeDelta, Utc};
use credential::{KeyRing, Search};

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(1_738_888_200 + seconds)
}

fn ring(fetched: i64) -> KeyRing<char> {
    let mut ring = KeyRing::default();
    ring.trying(at(fetched));
    ring.replace(vec![("a".into(), 'A'), ("b".into(), 'B')], at(fetched));
    ring
}

#[test]
fn an_empty_ring_fetches_at_most_once_a_minute() {
    let mut ring = KeyRing::<char>::default();
    assert!(ring.is_empty());
    assert_eq!(ring.search("a", at(0)), Search::Fetch);
    ring.trying(at(0));
    assert_eq!(ring.search("a", at(0)), Search::Missing);
    assert_eq!(ring.search("a", at(59)), Search::Missing);
    assert_eq!(ring.search("a", at(60)), Search::Fetch);
}

#[test]
fn keys_are_good_for_an_hour() {
    let ring = ring(0);
    for (id, second, expected) in [
        ("a", 0, Search::Found('A')),
        ("b", 3599, Search::Found('B')),
        ("b", 3600, Search::Fetch),
        // A name that is not among them may be a new one.
        ("c", 59, Search::Missing),
        ("c", 60, Search::Fetch),
        // A clock that was set back.
        ("a", -1, Search::Fetch),
    ] {
        assert_eq!(ring.search(id, at(second)), expected, "{id} at {second}");
    }
}

#[test]
fn a_fetch_that_fails_takes_no_key_away() {
    let mut ring = ring(0);
    ring.trying(at(3600));
    assert_eq!(ring.search("a", at(3601)), Search::Found('A'));
    assert_eq!(ring.search("a", at(3660)), Search::Fetch);
    assert_eq!(ring.get("a"), Some('A'));

    // One that succeeds does.
    ring.replace(vec![("c".into(), 'C')], at(3660));
    assert_eq!(ring.get("a"), None);
    assert_eq!(ring.search("c", at(3661)), Search::Found('C'));
}
