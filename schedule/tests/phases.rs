//! Where an occurrence stands around each of its instants: one millisecond before, at the instant
//! itself, one millisecond after.

use chrono::{DateTime, TimeDelta, Utc};
use schedule::Phase::{self, Active, Announced, Cancelled, Ended, Imminent, Overrun, Scheduled};
use schedule::Timeline;

/// A timeline with one window of the lines `window`, imminent half an hour before its start.
fn timeline(window: &str) -> Timeline {
    let source = format!(
        "[service]\nname = \"x\"\nzone = \"America/Chicago\"\n\n\
         [[channel]]\nid = \"web\"\nname = \"x\"\n\n\
         [[window]]\nid = \"x\"\nchannels = [\"web\"]\n{window}"
    );
    let parsed = schedule::parse(&source, "2025-02-01T00:00:00Z".parse().expect("a literal"));
    parsed.schedule.expect("the rows are valid documents").timeline(DateTime::UNIX_EPOCH)
}

/// Each row: an instant, and the phases just before it, at it and just after it.
#[track_caller]
fn check(window: &str, rows: &[(&str, [Phase; 3])]) {
    let timeline = timeline(window);
    for (instant, expected) in rows {
        let instant: DateTime<Utc> = instant.parse().expect("the rows are instants");
        let phases = [-1, 0, 1].map(|beside| {
            let now = instant + TimeDelta::milliseconds(beside);
            timeline.phase(&timeline.occurrences[0], now)
        });
        assert_eq!(phases, *expected, "around {instant} of\n{window}");
    }
}

const FEBRUARY_6: &str = "start = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00\n";

#[test]
fn a_window_with_all_its_instants() {
    check(
        &format!("announce = 2025-02-03T09:00:00\n{FEBRUARY_6}"),
        &[
            ("2025-02-03T15:00:00Z", [Scheduled, Announced, Announced]),
            ("2025-02-07T00:30:00Z", [Announced, Imminent, Imminent]),
            // Half-open: the start is inside, the end is outside.
            ("2025-02-07T01:00:00Z", [Imminent, Active, Active]),
            ("2025-02-07T03:00:00Z", [Active, Ended, Ended]),
        ],
    );
}

#[test]
fn a_window_without_an_announcement_was_never_a_secret() {
    check(FEBRUARY_6, &[("1970-01-01T00:00:00Z", [Announced, Announced, Announced])]);
}

#[test]
fn a_window_that_holds_overruns_until_it_is_released() {
    let held = format!("{FEBRUARY_6}overrun = \"hold\"\n");
    check(
        &held,
        &[
            ("2025-02-07T03:00:00Z", [Active, Overrun, Overrun]),
            ("2099-12-31T23:59:59Z", [Overrun, Overrun, Overrun]),
        ],
    );
    check(
        &format!("{held}released = 2025-02-06T21:45:00\n"),
        &[
            ("2025-02-07T03:00:00Z", [Active, Overrun, Overrun]),
            ("2025-02-07T03:45:00Z", [Overrun, Ended, Ended]),
        ],
    );
}

// Nobody is there to release it.
#[test]
fn a_window_that_holds_overruns_no_longer_than_its_limit() {
    let held = format!("{FEBRUARY_6}overrun = \"hold\"\nhold-limit = \"4h\"\n");
    check(
        &held,
        &[
            ("2025-02-07T03:00:00Z", [Active, Overrun, Overrun]),
            ("2025-02-07T07:00:00Z", [Overrun, Ended, Ended]),
        ],
    );
    // A release that is written is what counts, before the limit and after it.
    check(
        &format!("{held}released = 2025-02-06T21:45:00\n"),
        &[("2025-02-07T03:45:00Z", [Overrun, Ended, Ended])],
    );
    check(
        &format!("{held}released = 2025-02-07T02:00:00\n"),
        &[
            ("2025-02-07T07:00:00Z", [Overrun, Overrun, Overrun]),
            ("2025-02-07T08:00:00Z", [Overrun, Ended, Ended]),
        ],
    );
}

#[test]
fn a_window_released_at_its_end_never_overruns() {
    check(
        &format!("{FEBRUARY_6}overrun = \"hold\"\nreleased = 2025-02-06T21:00:00\n"),
        &[("2025-02-07T03:00:00Z", [Active, Ended, Ended])],
    );
}

#[test]
fn a_window_without_an_end_stays_active() {
    for overrun in ["", "overrun = \"hold\"\n", "overrun = \"reopen\"\n"] {
        check(
            &format!("start = 2025-02-06T19:00:00\n{overrun}"),
            &[
                ("2025-02-07T01:00:00Z", [Imminent, Active, Active]),
                ("2099-12-31T23:59:59Z", [Active, Active, Active]),
            ],
        );
    }
}

#[test]
fn a_cancelled_window_is_cancelled_at_every_instant() {
    let all = [Cancelled, Cancelled, Cancelled];
    check(
        &format!("announce = 2025-02-03T09:00:00\n{FEBRUARY_6}cancelled = true\n"),
        &[
            ("2025-02-03T15:00:00Z", all),
            ("2025-02-07T00:30:00Z", all),
            ("2025-02-07T01:00:00Z", all),
            ("2025-02-07T03:00:00Z", all),
        ],
    );
}

#[test]
fn a_window_announced_after_its_start_begins_unannounced() {
    check(
        &format!("announce = 2025-02-06T19:10:00\n{FEBRUARY_6}"),
        &[
            // Nobody is told that it is imminent, because it is a secret until it has begun.
            ("2025-02-07T00:30:00Z", [Scheduled, Scheduled, Scheduled]),
            ("2025-02-07T01:00:00Z", [Scheduled, Active, Active]),
            ("2025-02-07T01:10:00Z", [Active, Active, Active]),
        ],
    );
}

#[test]
fn a_window_announced_at_its_start() {
    check(
        &format!("announce = 2025-02-06T19:00:00\n{FEBRUARY_6}"),
        &[("2025-02-07T01:00:00Z", [Scheduled, Active, Active])],
    );
}

// An emergency: announced twenty minutes before it starts, imminent from half an hour on.
#[test]
fn a_window_announced_within_the_imminent_lead_is_imminent_at_once() {
    check(
        &format!("announce = 2025-02-06T18:40:00\n{FEBRUARY_6}"),
        &[
            ("2025-02-07T00:30:00Z", [Scheduled, Scheduled, Scheduled]),
            ("2025-02-07T00:40:00Z", [Scheduled, Imminent, Imminent]),
            ("2025-02-07T01:00:00Z", [Imminent, Active, Active]),
        ],
    );
}

#[test]
fn a_window_shorter_than_a_second() {
    check(
        "start = 2025-02-06T19:00:00.001\nend = 2025-02-06T19:00:00.002\n",
        &[
            ("2025-02-07T01:00:00.001Z", [Imminent, Active, Ended]),
            ("2025-02-07T01:00:00.002Z", [Active, Ended, Ended]),
        ],
    );
}

#[test]
fn each_phase_is_public_or_not_and_closed_or_not() {
    for (phase, word, public, closed) in [
        (Scheduled, "scheduled", false, false),
        (Announced, "announced", true, false),
        (Imminent, "imminent", true, false),
        (Active, "active", true, true),
        (Overrun, "overrun", true, true),
        (Ended, "ended", false, false),
        (Cancelled, "cancelled", false, false),
    ] {
        assert_eq!((phase.is_public(), phase.is_closed()), (public, closed), "{phase}");
        assert_eq!(phase.to_string(), word);
    }
}

#[test]
fn the_next_change_names_each_instant_once() {
    let window = format!(
        "announce = 2025-02-03T09:00:00\n{FEBRUARY_6}overrun = \"hold\"\n\
         released = 2025-02-06T22:00:00\n"
    );
    let timeline = timeline(&window);
    let next = |now: &DateTime<Utc>| timeline.next_change(*now);
    let changes: Vec<String> = std::iter::successors(next(&DateTime::UNIX_EPOCH), next)
        .map(|change| change.to_rfc3339())
        .collect();
    assert_eq!(
        changes,
        [
            "2025-02-03T15:00:00+00:00",
            "2025-02-07T00:30:00+00:00",
            "2025-02-07T01:00:00+00:00",
            "2025-02-07T03:00:00+00:00",
            "2025-02-07T04:00:00+00:00",
        ]
    );
}
