//! Which instants a document may name, and how much time passes between two of them.

use chrono::{DateTime, TimeDelta};
use schedule::{Parsed, Problem};

fn document(zone: &str, times: &str) -> Parsed {
    let source = format!(
        "[service]\nname = \"x\"\nzone = \"{zone}\"\n[[channel]]\nid = \"web\"\nname = \"x\"\n\
         [[window]]\nid = \"w\"\nchannels = [\"web\"]\n{times}\n"
    );
    schedule::parse(&source, DateTime::UNIX_EPOCH)
}

/// Each row: an instant as it is written, and as the service's people read it; or a refusal.
#[track_caller]
fn check_written(zone: &str, rows: &[(&str, Option<&str>)]) {
    for (written, told) in rows {
        let parsed = document(zone, &format!("start = {written}"));
        let start = parsed.schedule.map(|schedule| {
            schedule.timeline(DateTime::UNIX_EPOCH).occurrences[0].start.to_rfc3339()
        });
        assert_eq!(start.as_deref(), *told, "{written} in {zone}: {:?}", parsed.diagnostics);
        if told.is_none() {
            let problem = &parsed.diagnostics[0].problem;
            assert!(matches!(problem, Problem::OutOfRange { .. }), "{written}: {problem:?}");
        }
    }
}

#[test]
fn a_time_with_an_offset_is_taken_as_it_is_and_told_in_the_zone() {
    check_written(
        "America/Chicago",
        &[
            ("2025-02-06T19:00:00-06:00", Some("2025-02-06T19:00:00-06:00")),
            ("2025-02-07T01:00:00Z", Some("2025-02-06T19:00:00-06:00")),
            ("2025-02-07T06:45:00+05:45", Some("2025-02-06T19:00:00-06:00")),
            // In the gap and in the fold, where a local time would be refused.
            ("2025-03-09T02:30:00-06:00", Some("2025-03-09T03:30:00-05:00")),
            ("2025-11-02T01:30:00-05:00", Some("2025-11-02T01:30:00-05:00")),
            ("2025-11-02T01:30:00-06:00", Some("2025-11-02T01:30:00-06:00")),
            ("2025-02-06 19:00:00.123456789-06:00", Some("2025-02-06T19:00:00.123456789-06:00")),
        ],
    );
}

// The bounds hold in UTC and in the zone, since both are reckoned with.
#[test]
fn years_are_bounded_on_both_sides() {
    check_written(
        "UTC",
        &[
            ("2019-12-31T23:59:59", None),
            ("2020-01-01T00:00:00", Some("2020-01-01T00:00:00+00:00")),
            ("2099-12-31T23:59:59.999999999", Some("2099-12-31T23:59:59.999999999+00:00")),
            ("2100-01-01T00:00:00", None),
            ("0000-01-01T00:00:00", None),
            ("1970-01-01T00:00:00", None),
            ("9999-12-31T23:59:59", None),
        ],
    );
    check_written(
        "America/Chicago",
        &[
            // Still 2019 on Chicago's clocks, and already 2100 in UTC.
            ("2020-01-01T00:00:00Z", None),
            ("2020-01-01T00:00:00", Some("2020-01-01T00:00:00-06:00")),
            ("2099-12-31T17:59:59", Some("2099-12-31T17:59:59-06:00")),
            ("2099-12-31T18:00:00", None),
        ],
    );
    // The farthest east and the farthest west of UTC.
    check_written(
        "Pacific/Kiritimati",
        &[
            ("2020-01-01T13:59:59", None),
            ("2020-01-01T14:00:00", Some("2020-01-01T14:00:00+14:00")),
            ("2099-12-31T23:59:59", Some("2099-12-31T23:59:59+14:00")),
            ("2099-12-31T10:00:00Z", None),
        ],
    );
    check_written(
        "Pacific/Pago_Pago",
        &[
            ("2020-01-01T10:59:59Z", None),
            ("2020-01-01T00:00:00", Some("2020-01-01T00:00:00-11:00")),
            ("2099-12-31T12:59:59", Some("2099-12-31T12:59:59-11:00")),
            ("2099-12-31T13:00:00", None),
        ],
    );
    // What clocks did before these years is not known any more, so nothing is said about it: Samoa
    // had no December 30, 2011, and Chicago a gap in March 2019.
    check_written("Pacific/Apia", &[("2011-12-30T12:00:00", None)]);
    check_written(
        "America/Chicago",
        &[("2019-03-10T02:30:00", None), ("2100-03-14T02:30:00", None)],
    );
}

#[test]
fn a_leap_day_is_there_every_fourth_year() {
    for (date, is_there) in
        [("2020-02-29", true), ("2025-02-29", false), ("2028-02-29", true), ("2096-02-29", true)]
    {
        let parsed = document("UTC", &format!("start = {date}T12:00:00"));
        assert_eq!(parsed.schedule.is_some(), is_there, "{date}");
    }
}

/// Each row: a window in local times, and how many minutes really pass.
#[track_caller]
fn check_length(zone: &str, rows: &[(&str, &str, i64)]) {
    for (start, end, minutes) in rows {
        let parsed = document(zone, &format!("start = {start}:00\nend = {end}:00"));
        let schedule = parsed.schedule.expect("the rows are valid windows");
        let timeline = schedule.timeline(DateTime::UNIX_EPOCH);
        let window = &timeline.occurrences[0];
        let length = window.end.expect("the rows have ends") - window.start;
        assert_eq!(length, TimeDelta::minutes(*minutes), "from {start} to {end} in {zone}");
    }
}

#[test]
fn a_window_is_as_long_as_the_time_that_passes() {
    check_length(
        "America/Chicago",
        &[
            ("2025-02-06T19:00", "2025-02-06T21:00", 120),
            // Over midnight, over a year, over several days.
            ("2025-02-06T22:00", "2025-02-07T02:00", 4 * 60),
            ("2025-12-31T22:00", "2026-01-01T02:00", 4 * 60),
            ("2025-02-06T19:00", "2025-02-09T07:00", 60 * 60),
            // The nights in which clocks change are an hour shorter and longer.
            ("2025-03-08T22:00", "2025-03-09T06:00", 7 * 60),
            ("2025-11-01T22:00", "2025-11-02T06:00", 9 * 60),
            ("2025-03-09T01:59", "2025-03-09T03:00", 1),
            ("2025-11-02T00:59", "2025-11-02T02:00", 2 * 60 + 1),
            // A February with and without its leap day.
            ("2028-02-28T22:00", "2028-03-01T02:00", 28 * 60),
            ("2027-02-28T22:00", "2027-03-01T02:00", 4 * 60),
        ],
    );
    check_length("Australia/Lord_Howe", &[("2025-10-05T01:00", "2025-10-05T04:00", 150)]);
    check_length("Antarctica/Troll", &[("2025-10-26T00:00", "2025-10-26T06:00", 8 * 60)]);
    check_length("Asia/Kathmandu", &[("2025-12-31T23:30", "2026-01-01T00:15", 45)]);
}
