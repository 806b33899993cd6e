//! The document that everything is held against, and how it is changed.

use chrono::{DateTime, Utc};
use schedule::Schedule;

/// One channel of each kind, a window that comes once and a recurring one.
pub(crate) const DOCUMENT: &str = r#"[service]
name = "Registry"
zone = "America/Chicago"
label = "CT"
language = "en"

[edge]
prefix = "/_maintenance"

[[channel]]
id = "web"
name = "the web application"
routes = ["/*"]
instructions.during = "Write it down."

[[channel]]
id = "soap"
name = "web services"
routes = ["/soap/*"]
afterwards = "resend"
contact = { topic = "Data", email = "data@example.org" }

[[channel]]
id = "ftp"
name = "file transfer"
disposition = "hold"

[[window]]
id = "deployment"
channels = ["web", "soap"]
start = 2025-02-06T19:00:00
end = 2025-02-06T21:00:00
summary = "The new release."

[[window]]
id = "patches"
channels = ["web"]
start = 2025-01-09T22:00:00
length = "2h"
repeat = "FREQ=WEEKLY"
"#;

/// The document with one place of it replaced.
#[track_caller]
pub(crate) fn with(old: &str, new: &str) -> String {
    assert_eq!(DOCUMENT.matches(old).count(), 1, "the row finds one place: {old}");
    DOCUMENT.replace(old, new)
}

/// The document with lines before the one that begins with `before`.
pub(crate) fn with_line(before: &str, line: &str) -> String {
    with(before, &format!("{line}\n{before}"))
}

pub(crate) fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(&format!("{text}:00-06:00"))
        .expect("the rows are instants")
        .to_utc()
}

pub(crate) fn schedule(document: &str) -> Schedule {
    let parsed = schedule::parse(document, instant("2025-02-01T12:00"));
    let pictures = schedule::render(&parsed.diagnostics, document, "a row", false);
    parsed.schedule.unwrap_or_else(|| unreachable!("the rows are valid, but\n{pictures}"))
}

/// What differs, a line each.
pub(crate) fn differences(before: &str, after: &str, now: &str) -> String {
    let (before, after) = (schedule(before), schedule(after));
    let differences = lifecycle::difference(Some(&before), &after, instant(now));
    differences.iter().map(|difference| format!("{}\n", difference.said)).collect()
}

/// What users notice, a line each.
pub(crate) fn audiences(before: &str, after: &str, now: &str) -> String {
    let (before, after) = (schedule(before), schedule(after));
    let audiences = lifecycle::audiences(Some(&before), &after, instant(now));
    audiences.iter().map(|audience| format!("{}\n", audience.said)).collect()
}
