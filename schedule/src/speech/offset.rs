//! Offsets from UTC, which are the same in every language.

use chrono::FixedOffset;

/// "UTC−6", "UTC+5:30", with a real minus sign, which no line breaks after.
///
/// # Examples
///
/// ```
/// use schedule::speech::offset;
///
/// assert_eq!(offset("-06:00".parse().unwrap()), "UTC−6");
/// assert_eq!(offset("+05:45".parse().unwrap()), "UTC+5:45");
/// ```
pub fn offset(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    let sign = if seconds < 0 { '−' } else { '+' };
    // The sign belongs to the whole: half past three, not three and a half back.
    let seconds = seconds.abs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match (minutes, seconds) {
        (0, 0) => format!("UTC{sign}{hours}"),
        (_, 0) => format!("UTC{sign}{hours}:{minutes:02}"),
        // No zone has had such an offset since 1972, but none is cut off here.
        _ => format!("UTC{sign}{hours}:{minutes:02}:{seconds:02}"),
    }
}
