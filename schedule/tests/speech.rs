//! Instants in words, as they stand in pages, banners and notices.

use chrono::{DateTime, FixedOffset, NaiveTime};
use schedule::speech;

fn instant(text: &str) -> DateTime<FixedOffset> {
    text.parse().expect("the rows are instants")
}

#[test]
fn a_time_of_day() {
    #[track_caller]
    fn check(time: &str, words: &str) {
        let time: NaiveTime = time.parse().expect("the rows are times");
        assert_eq!(speech::time(time), words, "{time}");
    }
    check("19:00:00", "7:00 p.m.");
    check("07:05:00", "7:05 a.m.");
    check("11:59:00", "11:59 a.m.");
    // Noon and midnight by name, because people take 12 a.m. for either.
    check("12:00:00", "12:00 noon");
    check("00:00:00", "12:00 midnight");
    // A minute later nobody is in doubt.
    check("12:01:00", "12:01 p.m.");
    check("00:01:00", "12:01 a.m.");
    check("23:59:00", "11:59 p.m.");
    // Seconds only when there are some, and less than a second never.
    check("19:00:01", "7:00:01 p.m.");
    check("12:00:59", "12:00:59 p.m.");
    check("00:00:01", "12:00:01 a.m.");
    check("19:00:00.999", "7:00 p.m.");
}

#[test]
fn a_moment() {
    #[track_caller]
    fn check(text: &str, label: &str, words: &str) {
        assert_eq!(speech::moment(instant(text), label), words, "{text}");
    }
    check("2025-02-06T21:00:00-06:00", "CT", "Thursday, February 6, 2025, 9:00 p.m. (CT)");
    check("2025-01-01T00:00:00Z", "UTC", "Wednesday, January 1, 2025, 12:00 midnight (UTC)");
    check("2024-02-29T12:00:00+05:45", "NPT", "Thursday, February 29, 2024, 12:00 noon (NPT)");
    check(
        "2025-12-31T23:59:59+14:00",
        "LINT",
        "Wednesday, December 31, 2025, 11:59:59 p.m. (LINT)",
    );
}

#[test]
fn a_span() {
    #[track_caller]
    fn check(start: &str, end: &str, label: &str, words: &str) {
        let found = speech::span(instant(start), instant(end), label);
        assert_eq!(found, words, "{start} to {end}");
    }
    // As the founding notice has it.
    check(
        "2025-02-06T19:00:00-06:00",
        "2025-02-06T21:00:00-06:00",
        "CT",
        "Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)",
    );
    check(
        "2025-02-06T12:00:00Z",
        "2025-02-06T12:30:15Z",
        "UTC",
        "Thursday, February 6, 2025, 12:00 noon – 12:30:15 p.m. (UTC)",
    );
    // Until midnight is until the next day.
    check(
        "2025-02-06T19:00:00-06:00",
        "2025-02-07T00:00:00-06:00",
        "CT",
        "Thursday, February 6, 2025, 7:00 p.m. – Friday, February 7, 2025, 12:00 midnight (CT)",
    );
    check(
        "2025-12-31T22:00:00+01:00",
        "2026-01-01T02:00:00+01:00",
        "CET",
        "Wednesday, December 31, 2025, 10:00 p.m. – Thursday, January 1, 2026, 2:00 a.m. (CET)",
    );
    // Over the gap and the fold each side has its offset, on one day or on two.
    check(
        "2025-03-09T01:00:00-06:00",
        "2025-03-09T03:00:00-05:00",
        "CT",
        "Sunday, March 9, 2025, 1:00 a.m. (CT, UTC−6) – 3:00 a.m. (CT, UTC−5)",
    );
    check(
        "2025-11-01T22:00:00-05:00",
        "2025-11-02T06:00:00-06:00",
        "CT",
        "Saturday, November 1, 2025, 10:00 p.m. (CT, UTC−5) – \
         Sunday, November 2, 2025, 6:00 a.m. (CT, UTC−6)",
    );
    check(
        "2025-04-06T01:45:00+11:00",
        "2025-04-06T01:45:00+10:30",
        "Lord Howe time",
        "Sunday, April 6, 2025, 1:45 a.m. (Lord Howe time, UTC+11) – \
         1:45 a.m. (Lord Howe time, UTC+10:30)",
    );
}

#[test]
fn an_offset() {
    #[track_caller]
    fn check(seconds: i32, words: &str) {
        let offset = FixedOffset::east_opt(seconds).expect("the rows are offsets");
        assert_eq!(speech::offset(offset), words, "{seconds} s");
    }
    const HOUR: i32 = 60 * 60;
    check(0, "UTC+0");
    check(-6 * HOUR, "UTC−6");
    check(14 * HOUR, "UTC+14");
    check(-12 * HOUR, "UTC−12");
    check(5 * HOUR + 30 * 60, "UTC+5:30");
    check(5 * HOUR + 45 * 60, "UTC+5:45");
    // The sign belongs to the whole: half past three, not three and a half back.
    check(-(3 * HOUR + 30 * 60), "UTC−3:30");
    check(-(30 * 60), "UTC−0:30");
}
