//! What a timeline has of a recurring window.

use chrono::{DateTime, TimeDelta, Utc};
use schedule::{Schedule, Timeline};

use crate::{WEEKLY, document, local, now, parse, schedule};

#[test]
fn a_timeline_has_what_was_and_five_years_of_what_comes() {
    let schedule = schedule("America/Chicago", &format!("{WEEKLY}repeat = \"FREQ=WEEKLY\""));
    for now in ["2025-01-01T00:00:00Z", "2026-06-01T00:00:00Z", "2040-01-01T00:00:00Z"] {
        let now: DateTime<Utc> = now.parse().expect("the rows are instants");
        let timeline = schedule.timeline(now);
        let first = timeline.occurrences.iter().next().expect("there is one");
        assert_eq!(first.of, Some(local("2026-01-08T19:00:00")));
        let last = timeline.occurrences.iter().next_back().expect("there is one").start.to_utc();
        let horizon = now + Schedule::HORIZON;
        assert!(
            last < horizon && last + TimeDelta::days(7) + TimeDelta::hours(1) >= horizon,
            "{last}"
        );
    }
    // Before its first start is within the horizon, there is nothing to compile.
    let early = schedule.timeline("2020-06-01T00:00:00Z".parse().expect("a literal"));
    assert!(early.occurrences.is_empty());
}

#[test]
fn an_announcement_goes_before_each_start_at_the_offset_of_its_own_day() {
    let window = "start = 2026-03-05T19:00:00\nlength = \"2h\"\nrepeat = \"FREQ=WEEKLY\"\n\
        announce = \"7d\"";
    let timeline = schedule("America/Chicago", window).timeline(now());
    let announced: Vec<String> = timeline
        .occurrences
        .iter()
        .take(3)
        .filter_map(|o| Some(o.announced?.to_rfc3339()))
        .collect();
    // Seven times 24 hours before the 12th is an hour earlier on the clock: it changed on the 8th.
    assert_eq!(
        announced,
        ["2026-02-26T19:00:00-06:00", "2026-03-05T18:00:00-06:00", "2026-03-12T19:00:00-05:00"]
    );
}

// What is compiled at the edge of the years that are known can be read again.
#[test]
fn a_timeline_at_the_ends_of_the_years_is_read_as_it_is_written() {
    for (zone, now, window, count) in [
        // The last would end in 2100.
        (
            "America/Chicago",
            "2097-01-01T00:00:00Z",
            "start = 2099-12-29T23:00:00\nlength = \"2h\"\nrepeat = \"FREQ=DAILY\"",
            2,
        ),
        (
            "Pacific/Kiritimati",
            "2020-01-01T00:00:00Z",
            "start = 2020-01-01T00:00:00\nlength = \"2h\"\nrepeat = \"FREQ=DAILY;COUNT=2\"",
            2,
        ),
        // Announced in 2019: from ever on.
        (
            "America/Chicago",
            "2020-01-01T00:00:00Z",
            "start = 2020-01-02T00:00:00\nlength = \"2h\"\nrepeat = \"FREQ=DAILY;COUNT=2\"\nannounce = \"3d\"",
            2,
        ),
        (
            "America/Chicago",
            "2020-01-01T00:00:00Z",
            "start = 2020-01-02T00:00:00\nend = 2020-01-02T02:00:00\nannounce = \"3d\"",
            1,
        ),
    ] {
        let now = now.parse().expect("the rows are instants");
        let schedule = schedule::parse(&document(zone, window), now).schedule.expect("it is valid");
        let timeline = schedule.timeline(now);
        assert_eq!(timeline.occurrences.len(), count, "{window}");
        let read = Timeline::from_json(timeline.to_json().as_bytes());
        assert_eq!(read.ok(), Some(timeline), "{window}");
    }
    let parsed = parse("America/Chicago", "start = 2099-12-31T17:00:00\nlength = \"2h\"");
    assert!(matches!(parsed.diagnostics[0].problem, schedule::Problem::OutOfRange { .. }));
}
