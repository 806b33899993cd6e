//! The instances of recurring windows in their zones. Every row says what clocks do there.

mod bounds;
mod changes;
mod compiled;
mod decided;
mod ends;
mod over;
mod starts;

use chrono::{DateTime, FixedOffset, NaiveDateTime, Utc};
use schedule::{Instance, Parsed, Schedule, When};

/// Thursdays at 7 p.m.
const WEEKLY: &str = "start = 2026-01-08T19:00:00\nlength = \"2h\"\n";

/// A document with one recurring window over the channel `web`.
fn document(zone: &str, window: &str) -> String {
    format!(
        "[service]\nname = \"x\"\nzone = \"{zone}\"\n\
         [[channel]]\nid = \"web\"\nname = \"x\"\n[[channel]]\nid = \"api\"\nname = \"x\"\n\
         [[window]]\nid = \"w\"\nchannels = [\"web\"]\n{window}\n"
    )
}

fn parse(zone: &str, window: &str) -> Parsed {
    schedule::parse(&document(zone, window), now())
}

fn now() -> DateTime<Utc> {
    "2025-01-01T00:00:00Z".parse().expect("a literal instant")
}

#[track_caller]
fn schedule(zone: &str, window: &str) -> Schedule {
    let source = document(zone, window);
    let parsed = schedule::parse(&source, now());
    parsed.schedule.unwrap_or_else(|| {
        let pictures = schedule::render(&parsed.diagnostics, &source, "row", false);
        unreachable!("the rows are valid, but:\n{pictures}")
    })
}

#[track_caller]
fn instances(zone: &str, window: &str) -> Vec<Instance> {
    let schedule = schedule(zone, window);
    let When::Repeating(series) = &schedule.windows()[0].when else {
        unreachable!("the rows recur");
    };
    series.instances("2030-01-01T00:00:00Z".parse().expect("a literal instant")).collect()
}

/// What is read of an instance: `2026-03-29T03:30+02:00/04:30+02:00`, the end without its date where
/// that is the start's, and a note when it is cancelled, released, or over other channels.
fn told(instance: &Instance) -> String {
    let Instance { start, end, .. } = instance;
    let pattern =
        if start.date_naive() == end.date_naive() { "%H:%M%:z" } else { "%Y-%m-%dT%H:%M%:z" };
    let mut told = format!("{}/{}", start.format("%Y-%m-%dT%H:%M%:z"), end.format(pattern));
    if instance.cancelled {
        told += " cancelled";
    }
    if let Some(released) = instance.released {
        told += &format!(" released {}", released.format("%Y-%m-%dT%H:%M%:z"));
    }
    if let Some(channels) = &instance.channels {
        told += &format!(" over {channels:?}");
    }
    told
}

/// Compares as many instances as there are `expected`.
#[track_caller]
fn check(zone: &str, window: &str, expected: &[&str]) {
    let found: Vec<String> =
        instances(zone, window).iter().take(expected.len()).map(told).collect();
    assert_eq!(found, expected, "{window} in {zone}");
}

/// Compares all instances.
#[track_caller]
fn check_all(zone: &str, window: &str, expected: &[&str]) {
    assert_eq!(instances(zone, window).len(), expected.len(), "{window} in {zone}");
    check(zone, window, expected);
}

fn local(text: &str) -> NaiveDateTime {
    text.parse().expect("the rows are local times")
}

fn at(text: &str) -> DateTime<FixedOffset> {
    text.parse().expect("the rows are instants")
}
