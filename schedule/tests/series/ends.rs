//! When instances end.

use crate::check;

// The night before March 29 has 23 hours, that before October 25 has 25.
#[test]
fn a_length_is_the_time_that_passes() {
    check(
        "Europe/Berlin",
        "start = 2026-03-27T22:00:00\nlength = \"8h\"\nrepeat = \"FREQ=DAILY\"",
        &[
            "2026-03-27T22:00+01:00/2026-03-28T06:00+01:00",
            "2026-03-28T22:00+01:00/2026-03-29T07:00+02:00",
            "2026-03-29T22:00+02:00/2026-03-30T06:00+02:00",
        ],
    );
    check(
        "Europe/Berlin",
        "start = 2026-10-23T22:00:00\nlength = \"8h\"\nrepeat = \"FREQ=DAILY\"",
        &[
            "2026-10-23T22:00+02:00/2026-10-24T06:00+02:00",
            "2026-10-24T22:00+02:00/2026-10-25T05:00+01:00",
            "2026-10-25T22:00+01:00/2026-10-26T06:00+01:00",
        ],
    );
}

#[test]
fn an_end_is_what_clocks_show() {
    check(
        "Europe/Berlin",
        "start = 2026-03-27T22:00:00\nend = 2026-03-28T06:00:00\nrepeat = \"FREQ=DAILY\"",
        &[
            "2026-03-27T22:00+01:00/2026-03-28T06:00+01:00",
            "2026-03-28T22:00+01:00/2026-03-29T06:00+02:00",
            "2026-03-29T22:00+02:00/2026-03-30T06:00+02:00",
        ],
    );
    check(
        "Europe/Berlin",
        "start = 2026-10-23T22:00:00\nend = 2026-10-24T06:00:00\nrepeat = \"FREQ=DAILY\"",
        &[
            "2026-10-23T22:00+02:00/2026-10-24T06:00+02:00",
            "2026-10-24T22:00+02:00/2026-10-25T06:00+01:00",
        ],
    );
    // Days are counted too: from Friday to Monday, over the change.
    check(
        "America/Chicago",
        "start = 2026-10-30T18:00:00\nend = 2026-11-02T06:00:00\nrepeat = \"FREQ=WEEKLY\"",
        &[
            "2026-10-30T18:00-05:00/2026-11-02T06:00-06:00",
            "2026-11-06T18:00-06:00/2026-11-09T06:00-06:00",
        ],
    );
}

#[test]
fn an_end_in_a_gap_or_a_fold_is_read_as_a_start_is() {
    // 2:30 a.m. is skipped.
    check(
        "Europe/Berlin",
        "start = 2026-03-28T01:00:00\nend = 2026-03-28T02:30:00\nrepeat = \"FREQ=DAILY\"",
        &["2026-03-28T01:00+01:00/02:30+01:00", "2026-03-29T01:00+01:00/03:30+02:00"],
    );
    // 2:30 a.m. comes twice, and the first ends it.
    check(
        "Europe/Berlin",
        "start = 2026-10-24T01:00:00\nend = 2026-10-24T02:30:00\nrepeat = \"FREQ=DAILY\"",
        &["2026-10-24T01:00+02:00/02:30+02:00", "2026-10-25T01:00+02:00/02:30+02:00"],
    );
    // Both are skipped: both are shifted.
    check(
        "Europe/Berlin",
        "start = 2026-03-28T02:15:00\nend = 2026-03-28T02:45:00\nrepeat = \"FREQ=DAILY\"",
        &["2026-03-28T02:15+01:00/02:45+01:00", "2026-03-29T03:15+02:00/03:45+02:00"],
    );
    // Both come twice: both are the first.
    check(
        "Europe/Berlin",
        "start = 2026-10-24T02:15:00\nend = 2026-10-24T02:45:00\nrepeat = \"FREQ=DAILY\"",
        &["2026-10-24T02:15+02:00/02:45+02:00", "2026-10-25T02:15+02:00/02:45+02:00"],
    );
}

// 2:30 is shifted to 3:30, which clocks show after 3:15: an empty window would be no maintenance.
#[test]
fn an_end_that_would_come_before_the_shifted_start_is_found_by_length() {
    check(
        "Europe/Berlin",
        "start = 2026-03-28T02:30:00\nend = 2026-03-28T03:15:00\nrepeat = \"FREQ=DAILY\"",
        &["2026-03-28T02:30+01:00/03:15+01:00", "2026-03-29T03:30+02:00/04:15+02:00"],
    );
    // At the same instant, too.
    check(
        "Europe/Berlin",
        "start = 2026-03-28T02:30:00\nend = 2026-03-28T03:30:00\nrepeat = \"FREQ=DAILY\"",
        &["2026-03-28T02:30+01:00/03:30+01:00", "2026-03-29T03:30+02:00/04:30+02:00"],
    );
    // A minute later, and it is what clocks show.
    check(
        "Europe/Berlin",
        "start = 2026-03-28T02:30:00\nend = 2026-03-28T03:31:00\nrepeat = \"FREQ=DAILY\"",
        &["2026-03-28T02:30+01:00/03:31+01:00", "2026-03-29T03:30+02:00/03:31+02:00"],
    );
}
