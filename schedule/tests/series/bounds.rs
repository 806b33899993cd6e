//! Which instances there are: counts, bounds, exceptions, further starts.

use crate::{WEEKLY, check, check_all, instances};

// RFC 5545, 3.8.5.1: the recurrence set is made first, and the exceptions are taken from it.
#[test]
fn a_count_counts_before_exceptions_are_taken_away() {
    check_all(
        "America/Chicago",
        &format!("{WEEKLY}repeat = \"FREQ=WEEKLY;COUNT=4\"\nexcept = [2026-01-15]"),
        &[
            "2026-01-08T19:00-06:00/21:00-06:00",
            "2026-01-22T19:00-06:00/21:00-06:00",
            "2026-01-29T19:00-06:00/21:00-06:00",
        ],
    );
}

#[test]
fn an_exception_is_a_date_a_local_time_or_an_instant() {
    for except in
        ["2026-01-15", "2026-01-15T19:00:00", "2026-01-16T01:00:00Z", "2026-01-15T20:00:00-05:00"]
    {
        check(
            "America/Chicago",
            &format!("{WEEKLY}repeat = \"FREQ=WEEKLY\"\nexcept = [{except}]"),
            &["2026-01-08T19:00-06:00/21:00-06:00", "2026-01-22T19:00-06:00/21:00-06:00"],
        );
    }
    // The first one as well.
    check(
        "America/Chicago",
        &format!("{WEEKLY}repeat = \"FREQ=WEEKLY\"\nexcept = [2026-01-08, 2026-01-15]"),
        &["2026-01-22T19:00-06:00/21:00-06:00"],
    );
    // One that clocks jump over is named as it was asked for.
    check(
        "Europe/Berlin",
        "start = 2026-03-28T02:30:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY\"\n\
         except = [2026-03-29T02:30:00]",
        &["2026-03-28T02:30+01:00/03:30+01:00", "2026-03-30T02:30+02:00/03:30+02:00"],
    );
}

#[test]
fn further_starts_stand_among_those_of_the_rule() {
    check_all(
        "America/Chicago",
        &format!(
            "{WEEKLY}repeat = \"FREQ=WEEKLY;COUNT=2\"\n\
             also = [2026-02-01T06:00:00, 2026-01-10, 2026-01-15, 2026-01-03]"
        ),
        &[
            // Before the first, by its date alone and at the usual time.
            "2026-01-03T19:00-06:00/21:00-06:00",
            "2026-01-08T19:00-06:00/21:00-06:00",
            "2026-01-10T19:00-06:00/21:00-06:00",
            // Both the rule and the list have it, and it comes once.
            "2026-01-15T19:00-06:00/21:00-06:00",
            "2026-02-01T06:00-06:00/08:00-06:00",
        ],
    );
    // Without a rule, the start and the list are all.
    check_all(
        "America/Chicago",
        &format!("{WEEKLY}also = [2026-03-05, 2026-02-05]"),
        &[
            "2026-01-08T19:00-06:00/21:00-06:00",
            "2026-02-05T19:00-06:00/21:00-06:00",
            "2026-03-05T19:00-06:00/21:00-06:00",
        ],
    );
    // What is added can be taken away: the list of exceptions has the last word.
    check_all(
        "America/Chicago",
        &format!("{WEEKLY}also = [2026-02-05]\nexcept = [2026-02-05]"),
        &["2026-01-08T19:00-06:00/21:00-06:00"],
    );
}

/// Each row: an `UNTIL`, and the last of the weekly starts from January 8, 2026, at 7 p.m. in Chicago.
#[test]
fn until_is_inclusive_and_read_as_it_is_written() {
    for (until, last) in [
        // A date: the whole of it, as Chicago reckons.
        ("20260121", "2026-01-15T19:00-06:00"),
        ("20260122", "2026-01-22T19:00-06:00"),
        ("20260123", "2026-01-22T19:00-06:00"),
        // A local time, to the second.
        ("20260122T185959", "2026-01-15T19:00-06:00"),
        ("20260122T190000", "2026-01-22T19:00-06:00"),
        // An instant, which is on the next day in UTC.
        ("20260123T005959Z", "2026-01-15T19:00-06:00"),
        ("20260123T010000Z", "2026-01-22T19:00-06:00"),
        ("20260122T190000Z", "2026-01-15T19:00-06:00"),
        // The first is the last.
        ("20260108", "2026-01-08T19:00-06:00"),
        ("20260109T010000Z", "2026-01-08T19:00-06:00"),
    ] {
        let window = format!("{WEEKLY}repeat = \"FREQ=WEEKLY;UNTIL={until}\"");
        let instances = instances("America/Chicago", &window);
        let found = instances.last().expect("there is one").start.format("%Y-%m-%dT%H:%M%:z");
        assert_eq!(found.to_string(), last, "until {until}");
    }
    // A start that is shifted into the hour after an instant comes after it; by the clock it does not.
    for (until, days) in [("20260329T023000", 2), ("20260329T013000Z", 2), ("20260329T012959Z", 1)]
    {
        let window = format!(
            "start = 2026-03-28T02:30:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY;UNTIL={until}\""
        );
        assert_eq!(instances("Europe/Berlin", &window).len(), days, "until {until}");
    }
    // What is added is not bounded.
    check_all(
        "America/Chicago",
        &format!("{WEEKLY}repeat = \"FREQ=WEEKLY;UNTIL=20260108\"\nalso = [2026-06-01]"),
        &["2026-01-08T19:00-06:00/21:00-06:00", "2026-06-01T19:00-05:00/21:00-05:00"],
    );
}
