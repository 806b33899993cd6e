//! Windows beside and upon each other: which one speaks for a channel, and when it is open again.

use schedule::{Decision, Gate, Request, Target};

/// A gate over `windows` at UTC; the channel `web` has every path, `api` those below `/api`.
fn gate(windows: &str) -> Gate {
    let source = format!(
        "[service]\nname = \"x\"\nzone = \"UTC\"\n\
         [[channel]]\nid = \"web\"\nname = \"x\"\nroutes = [\"/*\"]\n\
         [[channel]]\nid = \"api\"\nname = \"x\"\nroutes = [\"/api/*\"]\n{windows}"
    );
    let parsed = schedule::parse(&source, "2025-02-01T00:00:00Z".parse().expect("a literal"));
    Gate::new(
        parsed
            .schedule
            .expect("the rows are valid documents")
            .timeline(chrono::DateTime::UNIX_EPOCH),
    )
}

/// A window of February 6; `end` may be empty for one that nobody knows.
fn window(id: &str, start: &str, end: &str, more: &str) -> String {
    let end = if end.is_empty() { String::new() } else { format!("end = 2025-02-06T{end}:00\n") };
    format!(
        "[[window]]\nid = \"{id}\"\nchannels = [\"web\"]\nstart = 2025-02-06T{start}:00\n{end}{more}\n"
    )
}

/// Each row: a time of February 6, and who closes the channel `web` until when.
#[track_caller]
fn check(windows: &[String], rows: &[(&str, &str)]) {
    let gate = gate(&windows.concat());
    for (time, expected) in rows {
        let now = format!("2025-02-06T{time}Z").parse().expect("the rows are times");
        let found = match gate.decide(&Request::plain("GET", Target { host: "x", path: "/" }), now)
        {
            Decision::Closed(closing) => {
                let until = closing.reopens.map_or("nobody knows".to_owned(), |reopens| {
                    reopens.format("%H:%M").to_string()
                });
                let window = closing.occurrence().window.as_str();
                format!("{window} {} until {until}", closing.phase)
            }
            Decision::Pass => "open".to_owned(),
            Decision::Ours | Decision::Reopening { .. } => unreachable!("neither is asked for"),
        };
        assert_eq!(found, *expected, "at {time} with\n{}", windows.concat());
    }
}

const HOLD: &str = "overrun = \"hold\"";

#[test]
fn windows_apart_leave_the_time_between_open() {
    check(
        &[window("a", "12:00", "13:00", ""), window("b", "14:00", "15:00", "")],
        &[
            ("11:59:59.999", "open"),
            ("12:00:00", "a active until 13:00"),
            ("13:00:00", "open"),
            ("13:59:59.999", "open"),
            ("14:00:00", "b active until 15:00"),
            ("15:00:00", "open"),
        ],
    );
}

// Whoever is told to come back at 13:00 would be refused again in the same second.
#[test]
fn touching_windows_reopen_at_the_end_of_the_last() {
    check(
        &[
            window("b", "13:00", "14:00", ""),
            window("a", "12:00", "13:00", ""),
            window("c", "14:00", "15:00", ""),
        ],
        &[
            ("12:00:00", "a active until 15:00"),
            ("12:59:59.999", "a active until 15:00"),
            ("13:00:00", "b active until 15:00"),
            ("14:00:00", "c active until 15:00"),
            ("14:59:59.999", "c active until 15:00"),
            ("15:00:00", "open"),
        ],
    );
}

#[test]
fn a_hold_that_overruns_into_the_next_window_goes_on_after_it() {
    check(
        &[window("a", "12:00", "13:00", HOLD), window("b", "14:00", "15:00", "")],
        &[
            ("12:00:00", "a active until nobody knows"),
            ("13:00:00", "a overrun until nobody knows"),
            // The window that started last is the newer word on what is going on.
            ("14:00:00", "b active until nobody knows"),
            ("15:00:00", "a overrun until nobody knows"),
        ],
    );
}

#[test]
fn a_hold_released_within_the_next_window_reopens_at_the_end_of_that_one() {
    let released = format!("{HOLD}\nreleased = 2025-02-06T14:30:00");
    check(
        &[window("a", "12:00", "13:00", &released), window("b", "14:00", "15:00", "")],
        &[
            ("13:00:00", "a overrun until 15:00"),
            ("14:00:00", "b active until 15:00"),
            ("14:30:00", "b active until 15:00"),
            ("15:00:00", "open"),
        ],
    );
}

#[test]
fn a_hold_released_after_the_next_window_closes_until_then() {
    let released = format!("{HOLD}\nreleased = 2025-02-06T16:00:00");
    check(
        &[window("a", "12:00", "13:00", &released), window("b", "14:00", "15:00", "")],
        &[
            ("14:00:00", "b active until 16:00"),
            ("15:00:00", "a overrun until 16:00"),
            ("16:00:00", "open"),
        ],
    );
}

#[test]
fn two_holds_overrun_side_by_side() {
    let released = |time: &str| format!("{HOLD}\nreleased = 2025-02-06T{time}:00");
    check(
        &[
            window("a", "12:00", "13:00", &released("17:00")),
            window("b", "14:00", "15:00", &released("16:00")),
        ],
        &[
            ("14:59:59.999", "b active until 17:00"),
            ("15:00:00", "b overrun until 17:00"),
            ("16:00:00", "a overrun until 17:00"),
            ("17:00:00", "open"),
        ],
    );
}

// Tonight's emergency has no end yet, and tomorrow's window was planned long ago.
#[test]
fn a_window_without_an_end_stands_beside_a_later_one() {
    check(
        &[window("emergency", "12:00", "", ""), window("planned", "18:00", "19:00", "")],
        &[
            ("11:59:59.999", "open"),
            ("12:00:00", "emergency active until nobody knows"),
            ("18:00:00", "planned active until nobody knows"),
            ("19:00:00", "emergency active until nobody knows"),
        ],
    );
}

#[test]
fn windows_that_start_together_reopen_with_the_later() {
    check(
        &[window("open", "12:00", "", ""), window("planned", "12:00", "13:00", "")],
        &[
            ("12:00:00", "planned active until nobody knows"),
            ("13:00:00", "open active until nobody knows"),
        ],
    );
}

#[test]
fn a_cancelled_window_closes_nothing_and_joins_nothing() {
    check(
        &[
            window("a", "12:00", "13:00", ""),
            window("b", "13:00", "14:00", "cancelled = true"),
            window("c", "14:00", "15:00", ""),
        ],
        &[
            ("12:00:00", "a active until 13:00"),
            ("13:30:00", "open"),
            ("14:00:00", "c active until 15:00"),
        ],
    );
}

#[test]
fn a_window_over_another_channel_closes_that_one_only() {
    let api = window("a", "12:00", "13:00", "").replace("\"web\"", "\"api\"");
    check(std::slice::from_ref(&api), &[("12:30:00", "open")]);
    let now = "2025-02-06T12:30:00Z".parse().expect("a literal instant");
    let gate = gate(&api);
    assert!(matches!(
        gate.decide(&Request::plain("GET", Target { host: "x", path: "/api/1" }), now),
        Decision::Closed(closing) if closing.channel().id.as_str() == "api"
    ));
    assert!(!gate.is_open(now), "something is closed, although not this path");
}
