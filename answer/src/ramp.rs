//! Opening step by step: when a machine's turn comes.

use chrono::{DateTime, Utc};

use crate::retry_after::{place, rounded_up};

/// How many seconds a machine still has to wait for its turn; `None` when it is let in.
///
/// Between `since` and `until` the share of machines that are let in grows evenly from nothing to
/// all. A client's `key` is its place in the queue ([`crate::retry_after::key`]), so it is let in
/// once and stays in, and it is told the very second of its turn.
///
/// # Examples
///
/// ```
/// use answer::ramp::turn;
///
/// let since = "2025-02-07T03:00:00Z".parse().unwrap();
/// let until = "2025-02-07T03:10:00Z".parse().unwrap();
/// let now = "2025-02-07T03:02:30Z".parse().unwrap();
/// let place = |fraction: f64| (fraction * u64::MAX as f64) as u64;
/// assert_eq!(turn(since, until, now, place(0.2)), None);
/// assert_eq!(turn(since, until, now, place(0.5)), Some(150));
/// ```
pub fn turn(
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    now: DateTime<Utc>,
    key: u64,
) -> Option<u32> {
    let turn = since + place(until - since, key);
    (now < turn).then(|| rounded_up(turn - now).max(1))
}
