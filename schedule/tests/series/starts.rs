//! When instances start.

use crate::{check, check_all};

// RFC 5545, 3.3.5: a skipped time is read with the offset before the gap. Dropped (3.3.10), the
// site would be open in the middle of a migration; and a COUNT would end a day later.
#[test]
fn a_start_that_clocks_jump_over_is_shifted_and_never_dropped() {
    check_all(
        "Europe/Berlin",
        "start = 2026-03-28T02:30:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY;COUNT=3\"",
        &[
            "2026-03-28T02:30+01:00/03:30+01:00",
            "2026-03-29T03:30+02:00/04:30+02:00",
            "2026-03-30T02:30+02:00/03:30+02:00",
        ],
    );
    // Cuba skips midnight: the `rrule` crate drops the whole day.
    check_all(
        "America/Havana",
        "start = 2026-03-07T00:30:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY;COUNT=3\"",
        &[
            "2026-03-07T00:30-05:00/01:30-05:00",
            "2026-03-08T01:30-04:00/02:30-04:00",
            "2026-03-09T00:30-04:00/01:30-04:00",
        ],
    );
    // Half an hour is skipped, and no more than that is added.
    check(
        "Australia/Lord_Howe",
        "start = 2026-10-03T02:15:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY\"",
        &["2026-10-03T02:15+10:30/03:15+10:30", "2026-10-04T02:45+11:00/03:45+11:00"],
    );
    // Two hours are skipped.
    check(
        "Antarctica/Troll",
        "start = 2026-03-28T01:30:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY\"",
        &["2026-03-28T01:30+00:00/02:30+00:00", "2026-03-29T03:30+02:00/04:30+02:00"],
    );
    // The first start itself, which a one-off window would be refused for.
    check(
        "Europe/Berlin",
        "start = 2026-03-29T02:00:00\nlength = \"1h\"\nrepeat = \"FREQ=WEEKLY\"",
        &["2026-03-29T03:00+02:00/04:00+02:00", "2026-04-05T02:00+02:00/03:00+02:00"],
    );
}

#[test]
fn of_a_start_that_comes_twice_the_first_is_taken() {
    check(
        "Europe/Berlin",
        "start = 2026-10-24T02:30:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY\"",
        &[
            "2026-10-24T02:30+02:00/03:30+02:00",
            "2026-10-25T02:30+02:00/02:30+01:00",
            "2026-10-26T02:30+01:00/03:30+01:00",
        ],
    );
    // Midnight comes twice: the day begins, goes back to the day before, and begins again. (Since
    // 2026 Cuba puts clocks back no more.)
    check(
        "America/Havana",
        "start = 2025-11-01T00:30:00\nlength = \"30m\"\nrepeat = \"FREQ=DAILY\"",
        &[
            "2025-11-01T00:30-04:00/01:00-04:00",
            "2025-11-02T00:30-04:00/00:00-05:00",
            "2025-11-03T00:30-05:00/01:00-05:00",
        ],
    );
}

// Kener expands its rules in UTC, where 7 p.m. in Chicago becomes 6 p.m. in November.
#[test]
fn seven_in_the_evening_stays_seven_in_the_evening() {
    check(
        "America/Chicago",
        "start = 2026-10-22T19:00:00\nlength = \"2h\"\nrepeat = \"FREQ=WEEKLY;BYDAY=TH\"",
        &[
            "2026-10-22T19:00-05:00/21:00-05:00",
            "2026-10-29T19:00-05:00/21:00-05:00",
            "2026-11-05T19:00-06:00/21:00-06:00",
            "2026-11-12T19:00-06:00/21:00-06:00",
        ],
    );
    check(
        "America/Chicago",
        "start = 2026-03-05T19:00:00\nlength = \"2h\"\nrepeat = \"FREQ=WEEKLY;BYDAY=TH\"",
        &["2026-03-05T19:00-06:00/21:00-06:00", "2026-03-12T19:00-05:00/21:00-05:00"],
    );
}

// A start with an offset names the local time that it is in the zone.
#[test]
fn a_start_in_utc_recurs_at_its_local_time() {
    check(
        "America/Chicago",
        "start = 2026-10-30T00:00:00Z\nlength = \"2h\"\nrepeat = \"FREQ=WEEKLY;BYDAY=TH\"",
        &["2026-10-29T19:00-05:00/21:00-05:00", "2026-11-05T19:00-06:00/21:00-06:00"],
    );
}
