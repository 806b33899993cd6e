//! What a decision costs, and a start of an isolate, by how many windows there are.
//!
//! `cargo bench -p schedule --bench decide`; for instructions, which do not depend on what else the
//! machine does: `valgrind --tool=callgrind` over the binary with the name of one row.

use chrono::{DateTime, TimeDelta, Utc};
use schedule::{Decision, Gate, Request, Target, Timeline};

fn main() {
    divan::main();
}

const WINDOWS: [usize; 4] = [10, 1_000, 10_000, 100_000];

/// Windows of an hour every five hours, by turns on two channels.
fn document(windows: usize) -> String {
    let mut text = String::from(
        "[service]\nname = \"x\"\nzone = \"America/Chicago\"\n\
         [[channel]]\nid = \"web\"\nname = \"x\"\nroutes = [\"/*\"]\n\
         [[channel]]\nid = \"api\"\nname = \"x\"\nroutes = [\"/api/*\"]\n",
    );
    for number in 0..windows {
        let start = first() + TimeDelta::hours(5 * i64::try_from(number).expect("a small number"));
        let end = start + TimeDelta::hours(1);
        let channel = ["web", "api"][number % 2];
        text += &format!(
            "[[window]]\nid = \"w{number}\"\nchannels = [\"{channel}\"]\nstart = {}\nend = {}\n",
            start.format("%Y-%m-%dT%H:%M:%SZ"),
            end.format("%Y-%m-%dT%H:%M:%SZ"),
        );
    }
    text
}

fn first() -> DateTime<Utc> {
    "2021-01-01T12:00:00Z".parse().expect("a literal instant")
}

fn timeline(windows: usize) -> Timeline {
    let parsed = schedule::parse(&document(windows), DateTime::UNIX_EPOCH);
    parsed.schedule.expect("the document is valid").timeline(first())
}

fn closed(gate: &Gate, now: DateTime<Utc>) -> bool {
    matches!(
        gate.decide(&Request::plain("GET", Target { host: "x", path: "/a" }), now),
        Decision::Closed(_)
    )
}

/// A request between two windows.
#[divan::bench(args = WINDOWS)]
fn decide_pass(bencher: divan::Bencher<'_, '_>, windows: usize) {
    let gate = Gate::new(timeline(windows));
    let now = first() + TimeDelta::hours(42);
    assert!(!closed(&gate, now));
    bencher.bench_local(|| closed(&gate, divan::black_box(now)));
}

/// A request in the middle of a window.
#[divan::bench(args = WINDOWS)]
fn decide_closed(bencher: divan::Bencher<'_, '_>, windows: usize) {
    let gate = Gate::new(timeline(windows));
    let now = first() + TimeDelta::minutes(10 * 60 + 30);
    assert!(closed(&gate, now));
    bencher.bench_local(|| closed(&gate, divan::black_box(now)));
}

/// What an isolate does before its first request.
#[divan::bench(args = WINDOWS)]
fn load(bencher: divan::Bencher<'_, '_>, windows: usize) {
    let bytes = timeline(windows).to_bytes();
    println!("{windows} windows: {} bytes", bytes.len());
    bencher.bench_local(|| Timeline::read(divan::black_box(&bytes)).map(Gate::new));
}

/// What a build does.
#[divan::bench(args = WINDOWS, max_time = 3)]
fn compile(bencher: divan::Bencher<'_, '_>, windows: usize) {
    let document = document(windows);
    bencher.bench_local(|| {
        let parsed = schedule::parse(divan::black_box(&document), DateTime::UNIX_EPOCH);
        parsed.schedule.map(|schedule| schedule.timeline(first()).to_bytes())
    });
}
