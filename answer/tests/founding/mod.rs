//! The founding notice as a gate, for the tests of answers.

use chrono::{DateTime, Utc};
use schedule::{Closing, Decision, Gate, Request, Target};

/// Inside the window: 8 p.m. in Chicago, an hour before the end.
pub(crate) const INSIDE: &str = "2025-02-07T02:00:00Z";

pub(crate) fn gate() -> Gate {
    gate_with(|text| text)
}

/// The founding notice after an edit of its text.
pub(crate) fn gate_with(edit: impl Fn(String) -> String) -> Gate {
    let text = include_str!("../../../examples/immtrac2/schedule.toml").to_owned();
    let text = edit(text);
    let parsed = schedule::parse(&text, at("2025-01-01T00:00:00Z"));
    let picture = schedule::render(&parsed.diagnostics, &text, "schedule.toml", false);
    let schedule = parsed.schedule.unwrap_or_else(|| panic!("{picture}"));
    Gate::new(schedule.timeline(at("2025-01-01T00:00:00Z")))
}

#[track_caller]
pub(crate) fn closing<'a>(gate: &'a Gate, path: &str, now: &str) -> Closing<'a> {
    match gate.decide(&Request::plain("GET", Target { host: "registry.example", path }), at(now)) {
        Decision::Closed(closing) => closing,
        other => panic!("{path} is not closed at {now}: {other:?}"),
    }
}

#[track_caller]
pub(crate) fn at(instant: &str) -> DateTime<Utc> {
    instant.parse().unwrap()
}
