//! When a message is sent again.

use chrono::{DateTime, TimeDelta, Utc};

/// For how long a message is sent again and again, from when it was due.
pub const PATIENCE: TimeDelta = TimeDelta::hours(24);

/// Seconds from one attempt to the next; the last one again and again. A subscriber that is started
/// anew misses seconds, one that is down for the night is asked 15 times.
const WAITS: [i64; 10] = [5, 30, 120, 300, 900, 1800, 3600, 3600, 7200, 10_800];

/// When to try again after `attempts` that failed, the last one at `now`; `None` when that was long
/// enough. `since` is when the message was due first, and `seed` any number: up to a fifth is added to a
/// wait by it, so that not everybody comes back at once. The last attempt is at the very end of
/// [`PATIENCE`].
///
/// # Examples
///
/// ```
/// use chrono::{DateTime, TimeDelta};
///
/// let now = DateTime::UNIX_EPOCH;
/// assert_eq!(webhook::next(1, now, now, 0), Some(now + TimeDelta::seconds(5)));
/// assert_eq!(webhook::next(1, now, now, u64::MAX), Some(now + TimeDelta::seconds(6)));
/// assert_eq!(webhook::next(20, now, now + webhook::PATIENCE, 0), None);
/// ```
pub fn next(
    attempts: u32,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
    seed: u64,
) -> Option<DateTime<Utc>> {
    let end = since + PATIENCE;
    if now >= end {
        return None;
    }
    let place = usize::try_from(attempts.saturating_sub(1)).unwrap_or(usize::MAX);
    let wait = WAITS[place.min(WAITS.len() - 1)] * 1000;
    // The upper half of the seed as a part of a fifth of the wait, rounded.
    let share = i64::try_from(seed >> 32).unwrap_or(0);
    let jitter = (wait / 5 * share + (1 << 31)) >> 32;
    Some((now + TimeDelta::milliseconds(wait + jitter)).min(end))
}
