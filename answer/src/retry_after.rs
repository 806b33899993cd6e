//! When a client is told to come back.

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use schedule::{Length, RetryPolicy};

/// The value of `Retry-After`: whole seconds, because that is the only form that every client
/// reads; at least 1, because some clients send again at once for 0.
///
/// ```text
/// spread  = min(policy.spread, policy.cap / 10), and no less than the ramp
/// place   = the client's place in the spread, by its key
/// longest = policy.cap + spread
///
/// the end is known, and (reopens + place) − now ≤ longest:  (reopens + place) − now, rounded up
/// the end is known, and further away:                       longest − place, which is before it
/// the end is not known, or has passed:                      policy.overrun + place
/// ```
///
/// The cap is there because several HTTP libraries sleep in the calling thread for as long as they
/// are told. The spread is there because the exact rest of the window would call every client back
/// in the same second; a place depends on `key` alone, so a client that asks again is told the same
/// instant again. Where machines are let in step by step, that instant is their turn: whoever comes
/// when told to is not sent away again.
///
/// # Examples
///
/// ```
/// use answer::retry_after::seconds;
/// use schedule::RetryPolicy;
///
/// let policy = RetryPolicy::default();
/// let reopens = "2025-02-06T21:00:00-06:00".parse().ok();
/// let now = "2025-02-07T02:50:00Z".parse().unwrap();
/// assert_eq!(seconds(&policy, None, reopens, now, 0), 600);
/// assert_eq!(seconds(&policy, None, reopens, now, u64::MAX / 2), 750);
/// assert_eq!(seconds(&policy, None, reopens, now, u64::MAX), 900);
/// assert_eq!(seconds(&policy, None, None, now, 0), 120);
/// ```
pub fn seconds(
    policy: &RetryPolicy,
    ramp: Option<Length>,
    reopens: Option<DateTime<FixedOffset>>,
    now: DateTime<Utc>,
    key: u64,
) -> u32 {
    let cap = policy.cap.to_delta();
    let spread = policy.spread.to_delta().min(cap / 10);
    let spread = ramp.map_or(spread, |ramp| ramp.to_delta().max(spread));
    let place = place(spread, key);
    let remaining = reopens
        .map(|reopens| reopens.to_utc() - now)
        .filter(|remaining| *remaining > TimeDelta::zero());
    let told = match remaining {
        None => policy.overrun.to_delta() + place,
        Some(remaining) if remaining + place <= cap + spread => remaining + place,
        // Rounded down, so that it lies before the end for sure.
        Some(_) => cap + spread - place - TimeDelta::seconds(1),
    };
    rounded_up(told).max(1)
}

/// The same during an outage, whose end nobody knows: once to twice the `length`.
pub fn outage_seconds(length: Length, key: u64) -> u32 {
    rounded_up(length.to_delta() + place(length.to_delta(), key)).max(1)
}

/// The place of `key` in a stretch of time: at its start for the first keys, at its end for the
/// last.
pub(crate) fn place(stretch: TimeDelta, key: u64) -> TimeDelta {
    let length = u128::try_from(stretch.num_milliseconds()).unwrap_or(0);
    let place = (u128::from(key) * length) >> 64;
    TimeDelta::milliseconds(i64::try_from(place).unwrap_or(0))
}

/// Up, so that nobody is told to come back while the window is still open.
pub(crate) fn rounded_up(delta: TimeDelta) -> u32 {
    let seconds = delta.num_milliseconds().div_euclid(1000)
        + i64::from(delta.num_milliseconds().rem_euclid(1000) != 0);
    u32::try_from(seconds).unwrap_or(0)
}

/// The key that spreads clients: stable for a client and a window (its id), and evenly different between
/// them. As a fraction of all keys it is the client's place among the others, the same place for
/// its `Retry-After` and for its turn when the service opens step by step.
///
/// FNV-1a with the final mix of MurmurHash3. It decides nothing but a delay, so it need not resist
/// anybody; it must be the same in every isolate and every version, which the standard library's
/// hasher is not.
pub fn key(client: &str, window: &str) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let octets = client.bytes().chain([0]).chain(window.bytes());
    let hash = octets.fold(OFFSET, |hash, octet| (hash ^ u64::from(octet)).wrapping_mul(PRIME));
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}
