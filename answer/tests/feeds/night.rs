//! The evening of the founding notice, as it went in the end.

use answer::{Language, Site, calendar::Wanted};
use chrono::{DateTime, Utc};
use schedule::{Reader, Timeline};

/// Revisions of the document, each an edit of the one before, and when it came into force.
const NIGHT: [(&str, &str, &str); 4] = [
    ("", "", "2025-02-04T16:00:00Z"),
    ("06T19:00:00", "06T19:30:00", "2025-02-05T15:00:00Z"),
    ("06T21:00:00", "06T22:00:00", "2025-02-07T02:45:00Z"),
    ("06T22:00:00", "06T21:45:10", "2025-02-07T03:45:10Z"),
];

/// The timeline that was in force after the first `revisions` of them.
pub(crate) fn after(revisions: usize) -> Timeline {
    let mut text = include_str!("../../../examples/immtrac2/schedule.toml").to_owned();
    text = text.replace("[service]\n", "[service]\nurl = \"https://registry.example\"\n");
    text = text.replace(
        "reason = \"emergency\"",
        "announce = 2025-02-04T12:00:00\nreason = \"emergency\"",
    );
    let mut last = None;
    for (number, (from, to, instant)) in (1..).zip(&NIGHT[..revisions]) {
        text = text.replace(from, to);
        let now = at(instant);
        let parsed = schedule::parse(&text, now);
        let picture = schedule::render(&parsed.diagnostics, &text, "schedule.toml", false);
        let schedule = parsed.schedule.expect(&picture);
        last = Some(schedule.timeline(now).amended(last.as_ref(), number, now));
    }
    last.expect("there is one revision at least")
}

/// When the last of the first `revisions` came into force.
pub(crate) fn in_force(revisions: usize) -> DateTime<Utc> {
    at(NIGHT[revisions - 1].2)
}

pub(crate) fn at(instant: &str) -> DateTime<Utc> {
    instant.parse().expect("the rows are instants")
}

pub(crate) fn site(timeline: &Timeline) -> Site<'_> {
    Site { timeline, origin: "https://elsewhere.example" }
}

pub(crate) fn reader(timeline: &Timeline) -> Reader<'_> {
    Reader::of(Language::English, &timeline.service)
}

pub(crate) fn all(timeline: &Timeline) -> Wanted<'_> {
    Wanted { channel: None, alarm: None, reader: reader(timeline) }
}
