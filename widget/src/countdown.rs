//! The time left, in calm steps.

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The time left until an instant, as it is shown: never more than there is, but for the second that
/// has begun.
///
/// | left | what is shown | it changes |
/// | --- | --- | --- |
/// | a day or more | days and hours | every hour |
/// | an hour or more | hours and minutes | every minute |
/// | a minute or more | minutes | every minute |
/// | less | seconds | every second |
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Countdown {
    /// What is shown, in milliseconds: whole seconds, minutes or hours.
    pub shown: i64,
    /// The instant from which on another length is shown.
    pub until: i64,
}

impl Countdown {
    /// Nothing, when `target` is not after `now`.
    pub fn to(target: i64, now: i64) -> Option<Self> {
        let left = target - now;
        if left <= 0 {
            return None;
        }
        let left = (left + SECOND - 1) / SECOND * SECOND;
        let step = match left {
            DAY.. => HOUR,
            MINUTE.. => MINUTE,
            _ => SECOND,
        };
        let shown = left - left % step;
        Some(Self { shown, until: target - shown + SECOND })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_shown_in_calm_steps() {
        for (left, shown, unchanged_for) in [
            (3 * DAY, 3 * DAY, SECOND),
            (3 * DAY + 59 * MINUTE, 3 * DAY, 59 * MINUTE + SECOND),
            (DAY, DAY, SECOND),
            (DAY - SECOND, 23 * HOUR + 59 * MINUTE, MINUTE),
            (2 * HOUR + 59_500, 2 * HOUR + MINUTE, 500),
            (2 * HOUR + 59_000, 2 * HOUR, MINUTE),
            (HOUR, HOUR, SECOND),
            (MINUTE, MINUTE, SECOND),
            (59_001, MINUTE, 1),
            (59_000, 59_000, SECOND),
            (1, SECOND, 1),
        ] {
            let expected = Countdown { shown, until: 1_000_000 - left + unchanged_for };
            assert_eq!(Countdown::to(1_000_000, 1_000_000 - left), Some(expected), "{left}");
        }
        assert_eq!(Countdown::to(5, 5), None);
        assert_eq!(Countdown::to(5, 6), None);
    }
}
