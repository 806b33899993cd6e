//! Opening step by step: from when until when, and for whom it matters.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use schedule::{Decision, Gate, Request, Target, Timeline};

const HEAD: &str = "[service]\nname = \"x\"\nzone = \"UTC\"\n\n[edge]\nramp = \"10m\"\n\n";
const WEB: &str = "[[channel]]\nid = \"web\"\nname = \"web\"\nroutes = [\"/*\"]\n\n";
const API: &str = "[[channel]]\nid = \"api\"\nname = \"api\"\nroutes = [\"/api/*\"]\n\n";

fn timeline(source: &str) -> Timeline {
    let now = at("2025-01-01T00:00:00Z");
    let parsed = schedule::parse(source, now);
    let pictures = schedule::render(&parsed.diagnostics, source, "schedule.toml", false);
    parsed.schedule.expect(&pictures).timeline(now)
}

fn at(instant: &str) -> DateTime<Utc> {
    instant.parse().expect("a literal")
}

/// `open`, `closed`, or since when it opens and until when.
fn state(gate: &Gate, method: &str, path: &str, now: DateTime<Utc>) -> String {
    match gate.decide(&Request::plain(method, Target { host: "x", path }), now) {
        Decision::Pass => "open".to_owned(),
        Decision::Ours => "ours".to_owned(),
        Decision::Closed(_) => "closed".to_owned(),
        Decision::Reopening { closing, since } => {
            let until = closing.reopens.map(|until| until.to_utc().format("%H:%M:%S").to_string());
            let window = closing.occurrence().window.as_str();
            format!("{window}: {} to {}", since.format("%H:%M:%S"), until.unwrap_or_default())
        }
    }
}

#[track_caller]
fn check(source: &str, rows: &[(&str, &str)]) {
    let timeline = timeline(source);
    let json = Timeline::from_json(timeline.to_json().as_bytes()).expect("our own");
    let packed = Timeline::read(&timeline.to_bytes()).expect("our own");
    for gate in [Gate::new(timeline), Gate::new(json), Gate::new(packed)] {
        for (now, expected) in rows {
            let (instant, path) = now.split_once(' ').unwrap_or((now, "/"));
            let instant = at(&format!("2025-02-06T{instant}Z"));
            assert_eq!(state(&gate, "POST", path, instant), *expected, "{now}");
        }
    }
}

fn window(id: &str, channels: &str, start: &str, rest: &str) -> String {
    format!(
        "[[window]]\nid = \"{id}\"\nchannels = [{channels}]\nstart = 2025-02-06T{start}\n{rest}\n\n"
    )
}

#[test]
fn from_the_end_until_the_ramp_is_over() {
    let source = [HEAD, WEB, &window("w", "\"web\"", "19:00:00", "length = \"2h\"")].concat();
    check(
        &source,
        &[
            ("18:59:59", "open"),
            ("20:59:59.999999999", "closed"),
            ("21:00:00", "w: 21:00:00 to 21:10:00"),
            ("21:09:59.999999999", "w: 21:00:00 to 21:10:00"),
            ("21:10:00", "open"),
            ("23:00:00", "open"),
        ],
    );
}

#[test]
fn without_one_a_window_is_over_at_its_end() {
    let head = HEAD.replace("ramp = \"10m\"\n", "");
    let source = [&head, WEB, &window("w", "\"web\"", "19:00:00", "length = \"2h\"")].concat();
    check(&source, &[("20:59:59", "closed"), ("21:00:00", "open")]);
}

#[test]
fn windows_that_touch_open_once_and_the_next_one_comes_first() {
    let windows = [
        window("a", "\"web\"", "19:00:00", "end = 2025-02-06T20:00:00"),
        window("b", "\"web\"", "20:00:00", "end = 2025-02-06T20:01:00"),
        window("c", "\"web\"", "20:05:00", "end = 2025-02-06T20:06:00"),
    ];
    check(
        &[HEAD, WEB, &windows.concat()].concat(),
        &[
            ("20:00:00", "closed"),
            ("20:01:00", "b: 20:01:00 to 20:11:00"),
            ("20:04:59", "b: 20:01:00 to 20:11:00"),
            ("20:05:00", "closed"),
            ("20:06:00", "c: 20:06:00 to 20:16:00"),
            ("20:11:00", "c: 20:06:00 to 20:16:00"),
            ("20:16:00", "open"),
        ],
    );
}

#[test]
fn each_channel_opens_by_itself() {
    let windows = [
        window("a", "\"web\"", "19:00:00", "end = 2025-02-06T20:00:00"),
        window("b", "\"api\"", "19:00:00", "end = 2025-02-06T20:08:00"),
    ];
    check(
        &[HEAD, WEB, API, &windows.concat()].concat(),
        &[
            ("20:00:00 /", "a: 20:00:00 to 20:10:00"),
            ("20:00:00 /api/x", "closed"),
            ("20:08:00 /api/x", "b: 20:08:00 to 20:18:00"),
            ("20:12:00 /", "open"),
            ("20:12:00 /api/x", "b: 20:08:00 to 20:18:00"),
            // However it is spelled.
            ("20:12:00 /%61pi//x", "b: 20:08:00 to 20:18:00"),
        ],
    );
}

#[test]
fn a_window_that_holds_opens_from_its_release() {
    let rest = "end = 2025-02-06T20:00:00\noverrun = \"hold\"\n";
    let held = [HEAD, WEB, &window("w", "\"web\"", "19:00:00", rest)].concat();
    check(&held, &[("20:00:00", "closed"), ("23:00:00", "closed")]);
    let released = held + "released = 2025-02-06T21:30:00\n";
    check(
        &released,
        &[("21:29:59", "closed"), ("21:30:00", "w: 21:30:00 to 21:40:00"), ("21:40:00", "open")],
    );
}

#[test]
fn what_never_closed_does_not_open_step_by_step() {
    let rest = "end = 2025-02-06T20:00:00\ncancelled = true";
    let cancelled = [HEAD, WEB, &window("w", "\"web\"", "19:00:00", rest)].concat();
    check(&cancelled, &[("19:30:00", "open"), ("20:00:00", "open")]);
    let reads = WEB.replace("routes", "disposition = \"read-only\"\nroutes");
    let rest = "end = 2025-02-06T20:00:00";
    let gate =
        Gate::new(timeline(&[HEAD, &reads, &window("w", "\"web\"", "19:00:00", rest)].concat()));
    let now = at("2025-02-06T20:05:00Z");
    assert_eq!(state(&gate, "GET", "/", now), "open");
    assert_eq!(state(&gate, "POST", "/", now), "w: 20:00:00 to 20:10:00");
}

proptest! {
    // Whatever lies how: a channel that opens is not closed, and opens for exactly as long.
    #[test]
    fn prop_a_reopening_lies_behind_an_end(
        starts in proptest::collection::vec((0_i64..600, 1_i64..120), 1..6),
        minute in 0_i64..800,
        ramp in 1_u32..90,
    ) {
        let zero = at("2025-02-06T00:00:00Z");
        let mut source = HEAD.replace("10m", &format!("{ramp}m")) + WEB;
        let mut free = 0;
        let mut ends = Vec::new();
        for (place, (gap, length)) in starts.iter().enumerate() {
            let start = zero + TimeDelta::minutes(free + gap);
            free += gap + length;
            ends.push(zero + TimeDelta::minutes(free));
            source += &format!(
                "[[window]]\nid = \"w{place}\"\nchannels = [\"web\"]\nstart = {}\nlength = \"{length}m\"\n",
                start.to_rfc3339()
            );
        }
        let gate = Gate::new(timeline(&source));
        let now = zero + TimeDelta::minutes(minute);
        let request = Request::plain("POST", Target { host: "x", path: "/" });
        if let Decision::Reopening { closing, since } = gate.decide(&request, now) {
            let ramp = TimeDelta::minutes(ramp.into());
            prop_assert!(since <= now && now < since + ramp);
            prop_assert!(ends.contains(&since));
            prop_assert_eq!(closing.reopens.map(|until| until.to_utc()), Some(since + ramp));
            prop_assert!(!gate.is_open(now));
        } else {
            let passes = matches!(gate.decide(&request, now), Decision::Pass);
            prop_assert_eq!(passes, gate.is_open(now));
        }
    }
}
