//! Ends: as such, after "until", and how many days later they are.

use crate::instant;

#[test]
fn an_end() {
    #[track_caller]
    fn check(start: &str, end: &str, english: &str, spanish: &str) {
        let (start, end) = (instant(start), instant(end));
        crate::check("CT", |speech| speech.end(start, end), english, spanish);
        let until = (format!("until {english}"), format!("hasta el {spanish}"));
        crate::check("CT", |speech| speech.until(start, end), &until.0, &until.1);
    }
    check(
        "2025-02-06T19:00:00-06:00",
        "2025-02-06T21:00:00-06:00",
        "Thursday, February 6, 2025, 9:00 p.m. (CT)",
        "jueves, 6 de febrero de 2025, 9:00 p. m. (CT)",
    );
    check(
        "2025-02-06T07:00:00-06:00",
        "2025-02-06T12:00:00-06:00",
        "Thursday, February 6, 2025, 12:00 noon (CT)",
        "jueves, 6 de febrero de 2025, 12:00 del mediodía (CT)",
    );
    // Of a month, a leap year's February and a year, midnight is the end.
    check(
        "2025-01-31T19:00:00-06:00",
        "2025-02-01T00:00:00-06:00",
        "Friday, January 31, 2025, 12:00 midnight at the end of the day (CT)",
        "viernes, 31 de enero de 2025, 12:00 de la medianoche al final del día (CT)",
    );
    check(
        "2024-02-29T19:00:00-06:00",
        "2024-03-01T00:00:00-06:00",
        "Thursday, February 29, 2024, 12:00 midnight at the end of the day (CT)",
        "jueves, 29 de febrero de 2024, 12:00 de la medianoche al final del día (CT)",
    );
    check(
        "2025-12-31T19:00:00-06:00",
        "2026-01-01T00:00:00-06:00",
        "Wednesday, December 31, 2025, 12:00 midnight at the end of the day (CT)",
        "miércoles, 31 de diciembre de 2025, 12:00 de la medianoche al final del día (CT)",
    );
    check(
        "2025-02-06T19:00:00-06:00",
        "2025-02-07T00:00:01-06:00",
        "Friday, February 7, 2025, 12:00:01 a.m. (CT)",
        "viernes, 7 de febrero de 2025, 12:00:01 a. m. (CT)",
    );
    // In the night in which clocks are put back, "1:30 a.m. (CT)" is two instants.
    check(
        "2025-11-02T00:30:00-05:00",
        "2025-11-02T01:30:00-06:00",
        "Sunday, November 2, 2025, 1:30 a.m. (CT, UTC−6)",
        "domingo, 2 de noviembre de 2025, 1:30 a. m. (CT, UTC−6)",
    );
}

#[test]
fn how_many_days_later() {
    #[track_caller]
    fn check(start: &str, end: &str, english: &str, spanish: &str) {
        let (start, end) = (instant(start), instant(end));
        let later = |speech: schedule::speech::Speech<'_>| {
            speech.ends_later(start, end).unwrap_or_else(|| "the same day".to_owned())
        };
        crate::check("CT", later, english, spanish);
    }
    const START: &str = "2025-02-06T19:00:00-06:00";
    check(START, "2025-02-06T21:00:00-06:00", "the same day", "the same day");
    // Midnight ends the day on which the evening was.
    check(START, "2025-02-07T00:00:00-06:00", "the same day", "the same day");
    check(START, "2025-02-07T00:01:00-06:00", "ends the next day", "termina al día siguiente");
    check(START, "2025-02-08T00:00:00-06:00", "ends the next day", "termina al día siguiente");
    check(START, "2025-02-08T00:01:00-06:00", "ends 2 days later", "termina 2 días después");
    check(START, "2026-02-06T19:00:00-06:00", "ends 365 days later", "termina 365 días después");
    // A whole day is one day.
    check("2025-02-06T00:00:00-06:00", "2025-02-07T00:00:00-06:00", "the same day", "the same day");
    // Over a year, and over a leap day.
    check(
        "2025-12-31T22:00:00-06:00",
        "2026-01-01T02:00:00-06:00",
        "ends the next day",
        "termina al día siguiente",
    );
    check(
        "2024-02-28T22:00:00-06:00",
        "2024-03-01T02:00:00-06:00",
        "ends 2 days later",
        "termina 2 días después",
    );
    // What is counted is what is said, and after a change of clocks midnight starts its day.
    check(
        "2025-11-02T00:00:00-05:00",
        "2025-11-03T00:00:00-06:00",
        "ends the next day",
        "termina al día siguiente",
    );
    // No window ends before it starts; nothing is said of one.
    check(START, "2025-02-05T19:00:00-06:00", "the same day", "the same day");
}
