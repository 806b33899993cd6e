//! How long until, how long still, how long over.

use chrono::TimeDelta;
use schedule::speech::{Language, Speech};

/// "in 19 minutes"; of what is just now or past, "now".
pub(crate) fn until(length: TimeDelta) -> String {
    match length < TimeDelta::seconds(1) {
        true => "now".to_owned(),
        false => format!("in {}", about(length)),
    }
}

/// "for 1 hour 12 minutes more".
pub(crate) fn still(length: TimeDelta) -> String {
    format!("for {} more", about(length))
}

/// "26 minutes over".
pub(crate) fn over(length: TimeDelta) -> String {
    format!("{} over", about(length))
}

/// "for 26 minutes so far".
pub(crate) fn so_far(length: TimeDelta) -> String {
    format!("for {} so far", about(length))
}

/// With the two largest units that matter, and seconds only in the last minute and a half: what
/// changes every second is not read. It is never more than is left.
pub(crate) fn about(length: TimeDelta) -> String {
    const MINUTE: i64 = 60;
    const HOUR: i64 = 60 * MINUTE;
    const DAY: i64 = 24 * HOUR;
    let seconds = length.num_seconds().max(0);
    let unit = match seconds {
        ..90 => 1,
        90..DAY => MINUTE,
        _ => HOUR,
    };
    let whole = TimeDelta::seconds(seconds - seconds % unit);
    Speech::new(Language::English, "").length(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_in_words() {
        let table = [
            (0, "now", "for 0 seconds more", "0 seconds over"),
            (1, "in 1 second", "for 1 second more", "1 second over"),
            (
                89,
                "in 1 minute 29 seconds",
                "for 1 minute 29 seconds more",
                "1 minute 29 seconds over",
            ),
            (90, "in 1 minute", "for 1 minute more", "1 minute over"),
            (1199, "in 19 minutes", "for 19 minutes more", "19 minutes over"),
            (1200, "in 20 minutes", "for 20 minutes more", "20 minutes over"),
            (4320, "in 1 hour 12 minutes", "for 1 hour 12 minutes more", "1 hour 12 minutes over"),
            (
                86_399,
                "in 23 hours 59 minutes",
                "for 23 hours 59 minutes more",
                "23 hours 59 minutes over",
            ),
            (86_400, "in 1 day", "for 1 day more", "1 day over"),
            (100_000, "in 1 day 3 hours", "for 1 day 3 hours more", "1 day 3 hours over"),
        ];
        for (seconds, expected_until, expected_still, expected_over) in table {
            let length = TimeDelta::seconds(seconds);
            assert_eq!(until(length), expected_until);
            assert_eq!(still(length), expected_still);
            assert_eq!(over(length), expected_over);
        }
        assert_eq!(until(TimeDelta::seconds(-5)), "now");
        assert_eq!(over(TimeDelta::milliseconds(1_560_999)), "26 minutes over");
        assert_eq!(so_far(TimeDelta::minutes(3)), "for 3 minutes so far");
    }
}
