//! Any text is a schedule or has problems; either way nothing panics, and what is good compiles to
//! a timeline that is read as it was written.
//!
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run schedule`

#![no_main]

use chrono::{DateTime, Utc};
use libfuzzer_sys::fuzz_target;
use schedule::{Gate, Request, Target, Timeline};

fuzz_target!(|text: &str| {
    let now: DateTime<Utc> = DateTime::from_timestamp(1_770_000_000, 0).expect("an instant of 2026");
    let parsed = schedule::parse(text, now);
    let _ = schedule::render(&parsed.diagnostics, text, "schedule.toml", false);
    let Some(schedule) = parsed.schedule else {
        assert!(!parsed.diagnostics.is_empty(), "a document is never refused without a reason");
        return;
    };
    let timeline = schedule.timeline(now);
    let read = Timeline::read(&timeline.to_bytes()).expect("what we wrote");
    assert_eq!(read, timeline);
    let gate = Gate::new(timeline);
    for instant in [DateTime::<Utc>::MIN_UTC, now, DateTime::<Utc>::MAX_UTC] {
        let _ = gate.decide(&Request::plain("POST", Target { host: "x", path: "/" }), instant);
    }
});
