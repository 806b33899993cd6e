//! What an operator sees for each problem of a document. Every row is the smallest document with that
//! problem and no other; a picture is worth reading as somebody would who has ten minutes left.

mod changes;
mod edge;
mod finished;
mod keys;
mod matching;
mod moments;
mod names;
mod rules;
mod series;
mod translations;
mod values;
mod windows;

use expect_test::Expect;

const SERVICE: &str = "[service]\nname = \"ImmTrac2\"\nzone = \"America/Chicago\"\n\n";
const WEB: &str = "[[channel]]\nid = \"web\"\nname = \"the portal\"\n\n";
const WINDOW: &str = "[[window]]\nid = \"deployment\"\nchannels = [\"web\"]\n";

// A window that recurs.
const START: &str = "start = 2025-02-06T19:00:00\n";
const LENGTH: &str = "length = \"2h\"\n";
const WEEKLY: &str = "repeat = \"FREQ=WEEKLY;BYDAY=TH\"\n";

/// Reads and renders a document that consists of `parts`.
#[track_caller]
fn check(parts: &[&str], picture: &Expect) {
    let source = parts.concat();
    let now = "2025-02-01T00:00:00Z".parse().expect("a literal instant");
    let parsed = schedule::parse(&source, now);
    picture.assert_eq(&schedule::render(&parsed.diagnostics, &source, "schedule.toml", false));
    assert_eq!(parsed.diagnostics.len(), 1, "one problem is told once:\n{source}");
}
