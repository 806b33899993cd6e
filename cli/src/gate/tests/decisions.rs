//! When a batch may start.

use chrono::TimeDelta;

use super::{super::line::line, at, founding, plan, window};

/// What is said at each instant; every row is an instant and the beginning of the line.
#[track_caller]
fn check(channel: &str, lead: i64, windows: &[String], rows: &[(&str, &str)]) {
    let plan = plan(windows);
    let place = plan.place(channel).expect("there is such a channel");
    let lead = TimeDelta::minutes(lead);
    for (instant, expected) in rows {
        let decision = plan.decide(place, lead, at(instant));
        let line = line(&plan, place, lead, decision);
        assert!(line.starts_with(expected), "{instant}: expected {expected}, found {line}");
    }
}

const OPEN: &str = "open: `ftp` of ImmTrac2; nothing is announced";

#[test]
fn half_open_with_a_lead() {
    let until = "held: `ftp` of ImmTrac2 until Thursday, February 6, 2025, 9:00 p.m. (CT): ";
    let before = format!(
        "{until}`deployment` starts Thursday, February 6, 2025, 7:00 p.m. (CT), and nothing begins in \
         the 10 minutes before it"
    );
    let during = format!("{until}`deployment` is going on");
    let ahead = "open: `ftp` of ImmTrac2; held from Thursday, February 6, 2025, 6:50 p.m. (CT) on, for \
                 `deployment`";
    check(
        "ftp",
        10,
        &[founding()],
        &[
            ("2025-01-01T00:00:00Z", ahead),
            ("2025-02-07T00:49:59.999Z", ahead),
            ("2025-02-07T00:50:00Z", &before),
            ("2025-02-07T00:59:59.999Z", &before),
            ("2025-02-07T01:00:00Z", &during),
            ("2025-02-07T02:59:59.999Z", &during),
            ("2025-02-07T03:00:00Z", OPEN),
            ("2030-01-01T00:00:00Z", OPEN),
        ],
    );
}

#[test]
fn without_a_lead_a_batch_starts_until_the_start() {
    let rows = [
        ("2025-02-07T00:59:59.999Z", "open: "),
        ("2025-02-07T01:00:00Z", "held: "),
        ("2025-02-07T02:59:59.999Z", "held: "),
        ("2025-02-07T03:00:00Z", "open: "),
    ];
    check("ftp", 0, &[founding()], &rows);
}

#[test]
fn every_disposition_holds_batches_but_unaffected() {
    for channel in ["web", "reports", "ftp"] {
        check(channel, 0, &[founding()], &[("2025-02-07T02:00:00Z", "held: ")]);
    }
    let unaffected = "open: `phone` of ImmTrac2; no window holds it, because it is unaffected";
    check("phone", 10, &[founding()], &[("2025-02-07T02:00:00Z", unaffected)]);
}

#[test]
fn an_end_that_nobody_knows() {
    let unknown = window("disk", "2025-02-07T01:00:00Z", "", "reopen", "", "announced");
    let held = "held: `ftp` of ImmTrac2 until its end, which nobody knows yet: `disk` is going on";
    check(
        "ftp",
        0,
        &[unknown],
        &[
            ("2025-02-07T00:59:59.999Z", "open: "),
            ("2025-02-07T01:00:00Z", held),
            ("2026-02-07T01:00:00Z", held),
        ],
    );
}

#[test]
fn one_that_holds_until_it_is_released() {
    let (start, end) = ("2025-02-07T01:00:00Z", "2025-02-07T03:00:00Z");
    let holds = window("index", start, end, "hold", "", "active");
    check(
        "ftp",
        0,
        &[holds],
        &[
            (
                "2025-02-07T02:00:00Z",
                "held: `ftp` of ImmTrac2 until somebody releases it, not before Thursday, February 6, \
                 2025, 9:00 p.m. (CT): `index` is going on",
            ),
            (
                "2025-02-07T03:00:00Z",
                "held: `ftp` of ImmTrac2 until somebody releases it, which was to be Thursday, February \
                 6, 2025, 9:00 p.m. (CT): `index` takes longer than planned",
            ),
            ("2025-03-07T03:00:00Z", "held: "),
        ],
    );
    let released = window("index", start, end, "hold", "2025-02-07T03:20:00Z", "overrun");
    let rows = [("2025-02-07T03:19:59.999Z", "held: "), ("2025-02-07T03:20:00Z", OPEN)];
    check("ftp", 0, &[released], &rows);
}

#[test]
fn what_is_cancelled_or_over_does_not_hold() {
    let (start, end) = ("2025-02-07T01:00:00Z", "2025-02-07T03:00:00Z");
    let cancelled = window("deployment", start, end, "reopen", end, "cancelled");
    check("ftp", 10, &[cancelled], &[("2025-02-07T02:00:00Z", OPEN)]);
    // Its limit let it go, which nobody could count on: the edge names no instant.
    let over = window("index", start, end, "hold", "", "ended");
    check("ftp", 10, &[over], &[("2025-02-07T03:00:00Z", OPEN)]);
    let endless = window("disk", start, "", "reopen", "", "ended");
    check("ftp", 10, &[endless], &[("2025-02-07T03:00:00Z", OPEN)]);
}

#[test]
fn it_resumes_when_nothing_holds_any_more() {
    let at = |start: &str, end: &str| {
        let whole = |hour: &str| format!("2025-02-07T{hour}:00Z");
        window(
            start.split(':').next().unwrap_or_default(),
            &whole(start),
            &whole(end),
            "reopen",
            &whole(end),
            "announced",
        )
    };
    // With a lead of ten minutes, the second begins to hold before the first is over.
    let two = [at("01:00", "03:00"), at("03:05", "04:00")];
    let nine = "held: `ftp` of ImmTrac2 until Thursday, February 6, 2025, 9:00 p.m. (CT)";
    let ten = "held: `ftp` of ImmTrac2 until Thursday, February 6, 2025, 10:00 p.m. (CT)";
    check("ftp", 0, &two, &[("2025-02-07T02:00:00Z", nine), ("2025-02-07T03:00:00Z", "open: ")]);
    check("ftp", 10, &two, &[("2025-02-07T02:00:00Z", ten), ("2025-02-07T03:00:00Z", ten)]);
    // Of two at once, the one that started last is named.
    let both = [at("01:00", "04:00"), at("02:00", "03:00")];
    check("ftp", 0, &both, &[("2025-02-07T02:30:00Z", &format!("{ten}: `02` is going on"))]);
}

#[test]
fn a_night_in_which_clocks_change_says_which_hour() {
    let end = "2025-11-02T07:30:00Z";
    let night = window("patches", "2025-11-02T05:30:00Z", end, "reopen", end, "announced");
    let held = "held: `ftp` of ImmTrac2 until Sunday, November 2, 2025, 1:30 a.m. (CT, UTC−6)";
    check("ftp", 0, &[night], &[("2025-11-02T06:30:00Z", held)]);
}
