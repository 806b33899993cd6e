//! When a client is told to come back.

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use schedule::{RetryPolicy, WindowId};

/// The value of `Retry-After`: whole seconds, because that is the only form that every client
/// reads; at least 1, because some clients send again at once for 0.
///
/// ```text
/// remaining = reopens − now, rounded up       unknown or past: policy.overrun
/// seconds   = min(remaining, policy.cap) + jitter(key)
/// jitter    ∈ [0, min(policy.spread, policy.cap / 10)]
/// ```
///
/// The cap is there because several HTTP libraries sleep in the calling thread for as long as they
/// are told. The jitter is there because the exact rest of the window would call every client back
/// in the same second; it depends on `key` alone, so a client that asks again is told the same
/// instant again.
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
/// assert_eq!(seconds(&policy, reopens, now, 0), 600);
/// assert!((600..=900).contains(&seconds(&policy, reopens, now, 1234)));
/// assert_eq!(seconds(&policy, None, now, 0), 120);
/// ```
pub fn seconds(
    policy: &RetryPolicy,
    reopens: Option<DateTime<FixedOffset>>,
    now: DateTime<Utc>,
    key: u64,
) -> u32 {
    let cap = policy.cap.as_secs();
    let remaining = reopens
        .map(|reopens| reopens.to_utc() - now)
        .filter(|remaining| *remaining > TimeDelta::zero())
        .map_or(policy.overrun.as_secs(), |remaining| {
            // Up, so that nobody is told to come back while the window is still open.
            let seconds = remaining.num_milliseconds().div_euclid(1000)
                + i64::from(remaining.num_milliseconds().rem_euclid(1000) != 0);
            u32::try_from(seconds).unwrap_or(u32::MAX)
        });
    let spread = u64::from(policy.spread.as_secs().min(cap / 10));
    let jitter = u32::try_from(key % (spread + 1)).unwrap_or(0);
    remaining.min(cap).saturating_add(jitter).max(1)
}

/// The key that spreads clients: stable for a client and a window, and different between them.
///
/// FNV-1a with a final mix. It decides nothing but a delay, so it need not resist anybody; it must
/// be the same in every isolate and every version, which the standard library's hasher is not.
pub fn key(client: &str, window: &WindowId) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let octets = client.bytes().chain([0]).chain(window.as_str().bytes());
    let hash = octets.fold(OFFSET, |hash, octet| (hash ^ u64::from(octet)).wrapping_mul(PRIME));
    hash ^ (hash >> 32)
}
