//! Channels that were finished before the rest of their window, and what holds with a limit.

use chrono::{DateTime, Utc};
use schedule::{Decision, Gate, Occurrence, Parsed, Problem, Request, Severity, Target, Timeline};

const HEAD: &str = "[service]\nname = \"x\"\nzone = \"America/Chicago\"\n\
    [[channel]]\nid = \"web\"\nname = \"x\"\nroutes = [\"/*\"]\n\
    [[channel]]\nid = \"api\"\nname = \"x\"\nroutes = [\"/api/*\"]\n\
    [[channel]]\nid = \"ftp\"\nname = \"x\"\nroutes = [\"/ftp/*\"]\n";

const ALL: &str = "[[window]]\nid = \"w\"\nchannels = [\"web\", \"api\", \"ftp\"]\n\
    start = 2025-02-06T19:00:00\n";
const END: &str = "end = 2025-02-06T21:00:00\n";
const HOLD: &str = "overrun = \"hold\"\n";
const LIMIT: &str = "hold-limit = \"4h\"\n";

fn now() -> DateTime<Utc> {
    "2025-02-01T00:00:00Z".parse().expect("a literal instant")
}

fn parse(windows: &[&str]) -> Parsed {
    schedule::parse(&[HEAD, &windows.concat()].concat(), now())
}

#[track_caller]
fn timeline(windows: &[&str]) -> Timeline {
    let source = [HEAD, &windows.concat()].concat();
    let parsed = schedule::parse(&source, now());
    let pictures = schedule::render(&parsed.diagnostics, &source, "schedule.toml", false);
    assert_eq!(pictures, "", "the rows are good documents");
    parsed.schedule.expect("it has no mistakes").timeline(now())
}

/// "w [0] 19:00 – 21:00, reopens" in the zone of the service.
fn told(occurrence: &Occurrence) -> String {
    let Occurrence { window, start, end, channels, .. } = occurrence;
    let time = |at: Option<DateTime<_>>| {
        at.map_or("?".to_owned(), |at| at.format("%H:%M %:z").to_string())
    };
    let (from, until) = (start.format("%m-%d %H:%M"), time(*end));
    let opens = time(occurrence.reopens());
    let limited = if occurrence.limited { " at the latest" } else { "" };
    format!("{} {channels:?} {from} – {until}, opens {opens}{limited}", window.as_str())
}

#[track_caller]
fn check(windows: &[&str], expected: &[&str]) {
    let found: Vec<String> = timeline(windows).occurrences.iter().map(told).collect();
    assert_eq!(found, expected, "{}", windows.concat());
}

#[test]
fn each_instant_at_which_channels_were_finished_makes_an_occurrence() {
    check(&[ALL, END], &["w [0, 1, 2] 02-06 19:00 – 21:00 -06:00, opens 21:00 -06:00"]);
    check(
        &[ALL, END, "finished = { api = 2025-02-06T20:10:00 }\n"],
        &[
            "w [0, 2] 02-06 19:00 – 21:00 -06:00, opens 21:00 -06:00",
            "w [1] 02-06 19:00 – 20:10 -06:00, opens 20:10 -06:00",
        ],
    );
    // Two at once, by an instant of another offset; in the order of the instants.
    check(
        &[
            ALL,
            END,
            "[window.finished]\nftp = 2025-02-06T20:30:00\nweb = 2025-02-07T02:10:00Z\n\
             api = 2025-02-06T20:10:00\n",
        ],
        &[
            "w [0, 1] 02-06 19:00 – 20:10 -06:00, opens 20:10 -06:00",
            "w [2] 02-06 19:00 – 20:30 -06:00, opens 20:30 -06:00",
        ],
    );
    // The table may stay when nothing is left in it, for the comments around it.
    check(
        &[ALL, END, "[window.finished]\n"],
        &["w [0, 1, 2] 02-06 19:00 – 21:00 -06:00, opens 21:00 -06:00"],
    );
}

#[test]
fn what_is_finished_does_not_hold_and_what_is_not_does() {
    const FINISHED: &str = "finished.api = 2025-02-06T20:10:00\n";
    const PART: &str = "w [1] 02-06 19:00 – 20:10 -06:00, opens 20:10 -06:00";
    check(&[ALL, END, HOLD, FINISHED], &["w [0, 2] 02-06 19:00 – 21:00 -06:00, opens ?", PART]);
    check(
        &[ALL, END, HOLD, LIMIT, FINISHED],
        &["w [0, 2] 02-06 19:00 – 21:00 -06:00, opens 01:00 -06:00 at the latest", PART],
    );
    check(
        &[ALL, END, HOLD, LIMIT, "released = 2025-02-06T21:30:00\n", FINISHED],
        &["w [0, 2] 02-06 19:00 – 21:00 -06:00, opens 21:30 -06:00", PART],
    );
    check(&[ALL, FINISHED], &["w [0, 2] 02-06 19:00 – ?, opens ?", PART]);
}

// In the night of the change, four hours of elapsed time after 10 p.m. is 3 a.m. by the clock.
#[test]
fn a_limit_is_elapsed_time_and_told_by_the_clocks_of_then() {
    let row = "[[window]]\nid = \"w\"\nchannels = [\"web\"]\nstart = 2025-03-08T19:00:00\n\
        end = 2025-03-08T22:00:00\noverrun = \"hold\"\nhold-limit = \"4h\"\n";
    check(&[row], &["w [0] 03-08 19:00 – 22:00 -06:00, opens 03:00 -05:00 at the latest"]);
}

#[test]
fn a_recurring_window_holds_for_as_long_each_time() {
    check(
        &[
            "[[window]]\nid = \"w\"\nchannels = [\"web\", \"api\"]\nstart = 2025-03-05T19:00:00\n\
             length = \"2h\"\nrepeat = \"FREQ=WEEKLY;COUNT=3\"\n",
            HOLD,
            LIMIT,
            "[[window.change]]\nof = 2025-03-12\nreleased = 2025-03-12T22:00:00\n\
             finished = { web = 2025-03-12T19:30:00 }\n\
             [[window.change]]\nof = 2025-03-19\nstart = 2025-03-19T20:00:00\n\
             channels = [\"ftp\", \"web\"]\n\
             [window.change.finished]\nftp = 2025-03-19T20:30:00\nweb = 2025-03-19T20:45:00\n",
        ],
        &[
            "w [0, 1] 03-05 19:00 – 21:00 -06:00, opens 01:00 -06:00 at the latest",
            "w [1] 03-12 19:00 – 21:00 -05:00, opens 22:00 -05:00",
            "w [0] 03-12 19:00 – 19:30 -05:00, opens 19:30 -05:00",
            "w [2] 03-19 20:00 – 20:30 -05:00, opens 20:30 -05:00",
            "w [0] 03-19 20:00 – 20:45 -05:00, opens 20:45 -05:00",
        ],
    );
}

/// Who closes a path until when, at a time of February 6.
fn state(gate: &Gate, row: &str) -> String {
    let (time, path) = row.split_once(' ').expect("a time and a path");
    let now: DateTime<Utc> = format!("2025-02-06T{time}-06:00").parse().expect("a time");
    match gate.decide(&Request::plain("GET", Target { host: "x", path }), now) {
        Decision::Closed(closing) => {
            let until = closing.reopens.map(|reopens| reopens.format("%H:%M").to_string());
            let until = until.as_deref().unwrap_or("nobody knows");
            format!("{} {} until {until}", closing.occurrence().window.as_str(), closing.phase)
        }
        Decision::Reopening { closing, .. } => {
            let until = closing.reopens.map(|reopens| reopens.format("%H:%M").to_string());
            format!("opening until {}", until.unwrap_or_default())
        }
        Decision::Pass => "open".to_owned(),
        Decision::Ours => unreachable!("it is not asked for"),
    }
}

/// The gate, made from each form of a timeline.
#[track_caller]
fn check_gate(windows: &[&str], ramp: Option<&str>, rows: &[(&str, &str)]) {
    let mut timeline = timeline(windows);
    timeline.edge.ramp = ramp.map(|ramp| ramp.parse().expect("a length"));
    let json = Timeline::read(timeline.to_json().as_bytes()).expect("our own");
    let packed = Timeline::read(&timeline.to_bytes()).expect("our own");
    assert_eq!(packed, json);
    for gate in [Gate::new(timeline), Gate::new(json), Gate::new(packed)] {
        for (row, expected) in rows {
            assert_eq!(state(&gate, row), *expected, "{row} with\n{}", windows.concat());
        }
    }
}

#[test]
fn a_finished_channel_passes_while_the_others_stay_closed() {
    let rows = [
        ("19:00:00 /api/1", "w active until 20:10"),
        ("20:09:59.999 /api/1", "w active until 20:10"),
        ("20:10:00 /api/1", "open"),
        ("20:10:00 /", "w active until 21:00"),
        ("21:00:00 /", "open"),
    ];
    let finished = "finished.api = 2025-02-06T20:10:00\n";
    check_gate(&[ALL, END, finished], None, &rows);
    let rows = [
        ("20:10:00 /api/1", "opening until 20:20"),
        ("20:20:00 /api/1", "open"),
        ("20:20:00 /", "w active until 21:00"),
        ("21:00:00 /", "opening until 21:10"),
        ("21:00:00 /api/1", "open"),
    ];
    check_gate(&[ALL, END, finished], Some("10m"), &rows);
}

#[test]
fn nobody_knows_when_what_holds_opens_but_at_its_limit_it_does() {
    let rows = [
        ("20:59:59 /", "w active until nobody knows"),
        ("21:00:00 /", "w overrun until nobody knows"),
        ("23:59:59 /", "w overrun until nobody knows"),
    ];
    check_gate(&[ALL, END, HOLD, LIMIT], None, &rows);
    let short = "hold-limit = \"30m\"\n";
    let rows = [
        ("21:29:59.999 /", "w overrun until nobody knows"),
        ("21:30:00 /", "opening until 21:40"),
        ("21:40:00 /", "open"),
    ];
    check_gate(&[ALL, END, HOLD, short], Some("10m"), &rows);
    // A release that is written is a word that people can count on.
    let rows = [("21:10:00 /", "w overrun until 21:20"), ("21:20:00 /", "open")];
    check_gate(&[ALL, END, HOLD, short, "released = 2025-02-06T21:20:00\n"], None, &rows);
}

// At 21:45 the hold is over at the latest, and the next window closes until 22:00 in any case.
#[test]
fn a_limit_within_the_next_window_leaves_the_end_of_that_one() {
    let next = "[[window]]\nid = \"next\"\nchannels = [\"web\"]\nstart = 2025-02-06T21:30:00\n\
        end = 2025-02-06T22:00:00\n";
    let rows = [
        ("21:10:00 /", "w overrun until 22:00"),
        ("21:30:00 /", "next active until 22:00"),
        ("22:00:00 /", "open"),
    ];
    check_gate(&[ALL, END, HOLD, "hold-limit = \"45m\"\n", next], None, &rows);
    let rows = [
        ("21:30:00 /", "next active until nobody knows"),
        ("22:00:00 /", "w overrun until nobody knows"),
        ("22:30:00 /", "open"),
    ];
    check_gate(&[ALL, END, HOLD, "hold-limit = \"90m\"\n", next], None, &rows);
}

#[test]
fn another_window_may_begin_on_a_channel_that_was_finished() {
    let next = |start: &str, channel: &str| {
        format!(
            "[[window]]\nid = \"next\"\nchannels = [\"{channel}\"]\nstart = 2025-02-06T{start}:00\n\
             end = 2025-02-06T20:30:00\n"
        )
    };
    let finished = "finished.api = 2025-02-06T20:10:00\n";
    for (window, start, channel, clash) in [
        ([ALL, END, finished], "20:10", "api", false),
        ([ALL, END, finished], "20:09", "api", true),
        ([ALL, END, finished], "20:10", "web", true),
        // By its plan it stands in nobody's way, and that it was finished is no reason to begin.
        ([ALL, "", finished], "20:09", "api", false),
    ] {
        let next = next(start, channel);
        let Parsed { diagnostics, .. } = parse(&[&window.concat(), &next]);
        let problems: Vec<_> = diagnostics.iter().map(|found| &found.problem).collect();
        let met = match problems[..] {
            [] => false,
            [Problem::Overlap { channels, .. }] => *channels == [channel],
            _ => unreachable!("one problem at most, not {problems:?}"),
        };
        assert_eq!(met, clash, "{}{next}", window.concat());
    }
}

#[test]
fn a_window_is_past_when_its_limit_is() {
    let held = "[[window]]\nid = \"w\"\nchannels = [\"web\"]\nstart = 2025-01-30T19:00:00\n\
        overrun = \"hold\"\n";
    for (rest, warnings) in [
        ("end = 2025-01-31T10:00:00\n", 0),
        ("end = 2025-01-31T10:00:00\nhold-limit = \"7h\"\n", 1),
        // At the instant of `now` it is over.
        ("end = 2025-01-31T10:00:00\nhold-limit = \"8h\"\n", 1),
        ("end = 2025-01-31T10:00:00\nhold-limit = \"8h1s\"\n", 0),
        ("length = \"2h\"\nrepeat = \"FREQ=DAILY;COUNT=1\"\n", 0),
        ("length = \"2h\"\nrepeat = \"FREQ=DAILY;COUNT=1\"\nhold-limit = \"7h\"\n", 1),
    ] {
        let Parsed { diagnostics, .. } = parse(&[held, rest]);
        let past = |problem: &Problem| matches!(problem, Problem::Past { .. });
        assert!(diagnostics.iter().all(|found| past(&found.problem)), "{rest}");
        assert!(diagnostics.iter().all(|found| found.severity() == Severity::Warning), "{rest}");
        assert_eq!(diagnostics.len(), warnings, "{rest}");
    }
}
