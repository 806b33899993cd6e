//! Opening step by step: from when until when, and for whom it matters.

use chrono::{DateTime, Utc};
use schedule::{Decision, Form, Gate, Phase, Request, Target, Timeline};

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
            let date = if instant.contains('T') { "" } else { "2025-02-06T" };
            let instant = at(&format!("{date}{instant}Z"));
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
            ("21:00:00.000000001", "w: 21:00:00 to 21:10:00"),
            ("21:09:59.999999999", "w: 21:00:00 to 21:10:00"),
            ("21:10:00", "open"),
            ("23:00:00", "open"),
            // Before the first window nothing was ever closed.
            ("2020-01-01T00:00:00", "open"),
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
fn a_window_shorter_than_the_ramp_opens_for_the_whole_of_it() {
    let source = [HEAD, WEB, &window("w", "\"web\"", "19:00:00", "length = \"1s\"")].concat();
    check(
        &source,
        &[
            ("19:00:00.999999999", "closed"),
            ("19:00:01", "w: 19:00:01 to 19:10:01"),
            ("19:10:00.999999999", "w: 19:00:01 to 19:10:01"),
            ("19:10:01", "open"),
        ],
    );
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

// The emergency without an end speaks again when the planned window inside it is over.
#[test]
fn what_has_no_end_never_opens() {
    let windows = [
        window("emergency", "\"web\"", "19:00:00", ""),
        window("planned", "\"web\"", "20:00:00", "length = \"1h\""),
    ];
    let rows = [("19:30:00", "closed"), ("20:30:00", "closed"), ("21:00:00", "closed")];
    check(&[HEAD, WEB, &windows.concat()].concat(), &rows);
    check(&[HEAD, WEB, &windows[0]].concat(), &[("2099-12-31T23:59:59", "closed")]);
}

#[test]
fn each_occurrence_of_a_recurring_window_opens_by_itself() {
    let rest = "length = \"2h\"\nrepeat = \"FREQ=DAILY;COUNT=4\"\nexcept = [2025-02-08]\n\n\
        [[window.change]]\nof = 2025-02-07\nend = 2025-02-07T20:00:00\n\n\
        [[window.change]]\nof = 2025-02-09\ncancelled = true";
    check(
        &[HEAD, WEB, &window("w", "\"web\"", "19:00:00", rest)].concat(),
        &[
            ("2025-02-06T20:59:59", "closed"),
            ("2025-02-06T21:00:00", "w: 21:00:00 to 21:10:00"),
            ("2025-02-06T21:10:00", "open"),
            ("2025-02-07T18:59:59", "open"),
            ("2025-02-07T20:00:00", "w: 20:00:00 to 20:10:00"),
            ("2025-02-07T21:00:00", "open"),
            ("2025-02-08T21:00:00", "open"),
            ("2025-02-09T21:00:00", "open"),
        ],
    );
}

// Each day's window begins while the one before is still opening, and the lanes' memory of the last
// answer must not mix them up: asked forwards, and backwards.
#[test]
fn a_ramp_longer_than_what_lies_between_ends_where_the_next_window_begins() {
    let head = HEAD.replace("10m", "23h");
    let rest = "length = \"2h\"\nrepeat = \"FREQ=DAILY;COUNT=2\"";
    let mut rows = [
        ("2025-02-06T21:00:00", "w: 21:00:00 to 20:00:00"),
        ("2025-02-07T18:59:59.999999999", "w: 21:00:00 to 20:00:00"),
        ("2025-02-07T19:00:00", "closed"),
        ("2025-02-07T20:00:00", "closed"),
        ("2025-02-07T21:00:00", "w: 21:00:00 to 20:00:00"),
        ("2025-02-08T19:59:59.999999999", "w: 21:00:00 to 20:00:00"),
        ("2025-02-08T20:00:00", "open"),
    ];
    let source = [&head, WEB, &window("w", "\"web\"", "19:00:00", rest)].concat();
    check(&source, &rows);
    rows.reverse();
    check(&source, &rows);
}

#[test]
fn what_passes_during_a_window_passes_while_it_opens() {
    let head = HEAD.replace("ramp", "pass = [\"/webhooks/*\"]\nramp");
    let hold = API.replace("routes", "disposition = \"hold\"\nroutes");
    let rest = "length = \"1h\"";
    let over_both = window("w", "\"web\", \"api\"", "19:00:00", rest);
    check(
        &[&head, WEB, &hold, &over_both].concat(),
        &[
            ("20:05:00 /", "w: 20:00:00 to 20:10:00"),
            ("20:05:00 /webhooks/x", "open"),
            ("20:05:00 /robots.txt", "open"),
            ("20:05:00 /_maintenance/health", "ours"),
            ("20:05:00 /api/x", "open"),
        ],
    );
    // And what belongs to no channel.
    let api = window("w", "\"api\"", "19:00:00", rest);
    check(
        &[&head, API, &api].concat(),
        &[("20:05:00 /", "open"), ("20:05:00 /api", "w: 20:00:00 to 20:10:00")],
    );
}

#[test]
fn a_request_that_belongs_by_a_rule_is_told_the_form_while_it_opens() {
    let rule = "[[channel.match]]\nmethods = [\"POST\"]\nanswer = \"hl7\"\n\n";
    let closes = window("w", "\"web\"", "19:00:00", "length = \"1h\"");
    let gate = Gate::new(timeline(&[HEAD, WEB, rule, &closes].concat()));
    for (method, form) in [("POST", Some(Form::Hl7)), ("GET", None)] {
        let request = Request::plain(method, Target { host: "x", path: "/" });
        let Decision::Reopening { closing, .. } = gate.decide(&request, at("2025-02-06T20:05:00Z"))
        else {
            unreachable!("it opens until 20:10");
        };
        assert_eq!(closing.form, form, "{method}");
        assert_eq!(closing.phase, Phase::Ended, "{method}");
    }
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
