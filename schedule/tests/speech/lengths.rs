//! Lengths of time.

use chrono::TimeDelta;

#[test]
fn a_length() {
    #[track_caller]
    fn check(seconds: i64, english: &str, spanish: &str) {
        let length = TimeDelta::seconds(seconds);
        crate::check("CT", |speech| speech.length(length), english, spanish);
    }
    const MINUTE: i64 = 60;
    const HOUR: i64 = 60 * MINUTE;
    const DAY: i64 = 24 * HOUR;
    check(1, "1 second", "1 segundo");
    check(59, "59 seconds", "59 segundos");
    check(MINUTE, "1 minute", "1 minuto");
    check(MINUTE + 1, "1 minute 1 second", "1 minuto 1 segundo");
    check(45 * MINUTE, "45 minutes", "45 minutos");
    check(HOUR, "1 hour", "1 hora");
    check(90 * MINUTE, "1 hour 30 minutes", "1 hora 30 minutos");
    check(2 * HOUR, "2 hours", "2 horas");
    check(2 * HOUR + 1, "2 hours 1 second", "2 horas 1 segundo");
    // A day is 24 hours of elapsed time; the days on which clocks change are 23 and 25 long.
    check(23 * HOUR, "23 hours", "23 horas");
    check(DAY, "1 day", "1 día");
    check(25 * HOUR, "1 day 1 hour", "1 día 1 hora");
    check(3 * DAY + 4 * HOUR, "3 days 4 hours", "3 días 4 horas");
    check(366 * DAY, "366 days", "366 días");
    check(
        DAY + 2 * HOUR + 3 * MINUTE + 4,
        "1 day 2 hours 3 minutes 4 seconds",
        "1 día 2 horas 3 minutos 4 segundos",
    );
    // None of these is the length of a window, but each is said as what it is.
    check(0, "0 seconds", "0 segundos");
    check(-30 * MINUTE, "−30 minutes", "−30 minutos");
}

#[test]
fn less_than_a_second_is_left_out() {
    let length = TimeDelta::milliseconds(7_200_999);
    crate::check("CT", |speech| speech.length(length), "2 hours", "2 horas");
    let length = TimeDelta::milliseconds(-999);
    crate::check("CT", |speech| speech.length(length), "0 seconds", "0 segundos");
    // Nor does the longest of all panic.
    crate::check(
        "CT",
        |speech| speech.length(TimeDelta::MIN),
        "−106751991167 days 7 hours 12 minutes 55 seconds",
        "−106751991167 días 7 horas 12 minutos 55 segundos",
    );
}
