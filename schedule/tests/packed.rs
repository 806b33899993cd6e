//! The packed form of a timeline: it says what the timeline says, and no bytes can hurt.

use chrono::{DateTime, TimeDelta, Utc};
use schedule::{Decision, Gate, Request, Target, Timeline};

const FOUNDING: &str = include_str!("../../examples/immtrac2/schedule.toml");
const SERIES: &str = "repeat = \"FREQ=WEEKLY;COUNT=6\"\nannounce = \"3d\"\nexcept = [2025-02-13]\n\
    [[window.change]]\nof = 2025-02-20\nstart = 2025-02-21T20:00:00\n\
    [[window]]\nid = \"early\"\nchannels = [\"ftp\", \"web\", \"web-services\"]\n\
    start = 2028-01-01T00:00:00\nend = 2028-01-01T02:00:00\noverrun = \"hold\"\nhold-limit = \"4h\"\n\
    finished = { web = 2028-01-01T01:00:00, web-services = 2028-01-01T01:30:00 }\n\
    [[window]]\nid = \"open\"\nchannels = [\"ftp\", \"web\"]\nstart = 2030-01-01T00:00:00.123456789\n\
    [[window]]\nid = \"held\"\nchannels = [\"web\"]\nstart = 2029-06-01T00:00:00\n\
    end = 2029-06-01T01:00:00\noverrun = \"hold\"\nreleased = 2029-06-01T01:30:00\ncancelled = true\n";

fn timeline() -> Timeline {
    let now = "2025-02-01T00:00:00Z".parse().expect("a literal instant");
    let source = format!("{FOUNDING}{SERIES}");
    let parsed = schedule::parse(&source, now);
    let pictures = schedule::render(&parsed.diagnostics, &source, "schedule.toml", false);
    parsed.schedule.expect(&pictures).timeline(now)
}

/// Instants before, at and after every start and end.
fn boundaries(timeline: &Timeline) -> impl Iterator<Item = DateTime<Utc>> {
    let around =
        |instant: DateTime<Utc>| [-1, 0, 1].map(|beside| instant + TimeDelta::milliseconds(beside));
    timeline
        .occurrences
        .iter()
        .flat_map(|occurrence| [Some(occurrence.start), occurrence.end, occurrence.released])
        .flatten()
        .flat_map(move |instant| around(instant.to_utc()))
        .collect::<Vec<_>>()
        .into_iter()
}

fn decision(gate: &Gate, path: &str, now: DateTime<Utc>) -> String {
    match gate.decide(&Request::plain("POST", Target { host: "x", path }), now) {
        Decision::Closed(closing) => {
            let occurrence = closing.occurrence();
            format!("{} {} {:?}", occurrence.window.as_str(), closing.phase, closing.reopens)
        }
        other => format!("{other:?}"),
    }
}

#[test]
fn it_is_read_as_it_was_written() {
    let timeline = timeline();
    let read = Timeline::read(&timeline.to_bytes()).expect("what we wrote");
    assert_eq!(read, timeline);
    assert_eq!(read.to_json(), timeline.to_json());
    assert_eq!(read.to_bytes(), timeline.to_bytes());
    assert_eq!(Timeline::read(timeline.to_json().as_bytes()).expect("what we wrote"), timeline);
}

#[test]
fn a_gate_decides_by_it_as_by_the_other_form() {
    let timeline = timeline();
    let packed = Gate::new(Timeline::read(&timeline.to_bytes()).expect("what we wrote"));
    let plain = Gate::new(timeline.clone());
    for now in boundaries(&timeline) {
        for path in ["/", "/soap/iis", "/robots.txt"] {
            assert_eq!(
                decision(&packed, path, now),
                decision(&plain, path, now),
                "{path} at {now}"
            );
        }
    }
}

#[test]
fn what_breaks_off_is_refused_wherever_it_does() {
    let bytes = timeline().to_bytes();
    for length in 0..bytes.len() {
        assert!(Timeline::read(&bytes[..length]).is_err(), "{length} of {} bytes", bytes.len());
    }
}

// Whatever is read of changed bytes, every question to it has an answer.
#[test]
fn no_changed_byte_can_hurt() {
    let whole = timeline();
    let bytes = whole.to_bytes();
    let moments: Vec<_> = boundaries(&whole).step_by(97).collect();
    for place in 0..bytes.len() {
        for octet in [0x00, 0x7f, 0x80, 0xff, bytes[place] ^ 1] {
            let mut changed = bytes.clone();
            changed[place] = octet;
            let Ok(timeline) = Timeline::read(&changed) else { continue };
            let gate = Gate::new(timeline);
            for now in
                moments.iter().copied().chain([DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC])
            {
                decision(&gate, "/", now);
            }
            if place % 53 == 0 {
                gate.timeline().to_json();
                gate.timeline().next_change(moments[0]);
                gate.timeline().outlook(0, moments[0]);
            }
        }
    }
}

#[test]
fn a_form_of_another_age_is_refused_by_name() {
    let mut bytes = timeline().to_bytes();
    bytes[4] = 9;
    let refusal = Timeline::read(&bytes).expect_err("format 9 is not ours").to_string();
    assert_eq!(
        refusal,
        "expected a timeline of format 2, but found format 9; build the worker and the timeline \
         with the same version"
    );
}
