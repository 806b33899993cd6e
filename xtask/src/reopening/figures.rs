//! Numbers and times as a reader wants them.

use chrono::TimeDelta;

/// With a comma between thousands.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Tenths below ten seconds, and whole seconds above.
pub fn elapsed(delta: TimeDelta) -> String {
    let millis = delta.num_milliseconds();
    if millis < 10_000 {
        return format!("{}.{} s", millis / 1000, millis % 1000 / 100);
    }
    let seconds = (millis + 500) / 1000;
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds:02} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        for (number, told) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (74_973, "74,973"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(number), told);
        }
    }

    #[test]
    fn times_are_told_as_exactly_as_they_matter() {
        for (millis, told) in [
            (0, "0.0 s"),
            (802, "0.8 s"),
            (9_999, "9.9 s"),
            (14_499, "14 s"),
            (59_500, "1 min 00 s"),
            (301_444, "5 min 01 s"),
        ] {
            assert_eq!(elapsed(TimeDelta::milliseconds(millis)), told, "{millis}");
        }
    }
}
