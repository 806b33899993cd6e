//! What everybody may read: its paths, and its shapes, which crate `answer` writes.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    answer, example, form,
    operation::Operation,
    parameter,
    paths::{Path, below},
};
use crate::Kind;

pub(super) fn paths() -> Vec<Path> {
    vec![
        below("/timeline.json", [("get", timeline())]),
        below("/health", [("get", health())]),
        below("/windows/{id}", [("get", window())]),
        below("/windows/{id}.json", [("get", window_json())]),
        below("/windows/{id}.ics", [("get", window_calendar())]),
        below(
            "/windows/{id}.txt",
            [("get", notice("getNoticeText", "as plain text", "text/plain"))],
        ),
        below(
            "/windows/{id}.md",
            [("get", notice("getNoticeMarkdown", "in Markdown", "text/markdown"))],
        ),
        below("/calendar.ics", [("get", calendar())]),
        below("/feed.atom", [("get", feed())]),
        below("/api/v2/{document}", [("get", statuspage())]),
        below("/problems/{kind}", [("get", problem())]),
        below("/openapi.json", [("get", openapi())]),
    ]
}

fn timeline() -> Operation {
    Operation::public("getTimeline", "Read what is going on and what is announced")
        .about(
            "Nothing about a window stands in it before the window is announced. It can be asked for \
             again with `If-None-Match`: a reader that has it is answered 304.",
        )
        .takes([parameter::channel(), parameter::tag()])
        .answers(200, answer::json("What is public now", "Timeline", &example::timeline()))
        .answers(304, answer::known())
        .answers(404, answer::document("There is no such channel", "text/plain"))
}

fn health() -> Operation {
    Operation::public("getHealth", "Ask whether the gate is on duty")
        .about("Always 200, also while everything else is answered 503.")
        .answers(200, answer::json("Whether it is", "Health", &example::health()))
}

fn window() -> Operation {
    Operation::public("getWindowPage", "Read the page about an announced window")
        .at(super::window::id())
        .answers(200, answer::document("The page, in the language of the reader", "text/html"))
        .answers(404, nowhere())
}

fn window_json() -> Operation {
    Operation::public("getWindowDocument", "Read one window as `timeline.json` has it")
        .at(super::window::id())
        .takes([parameter::tag()])
        .answers(200, answer::list("Its occurrences that are public now", "Announced"))
        .answers(304, answer::known())
        .answers(404, nowhere())
}

fn window_calendar() -> Operation {
    subscribed(
        Operation::public("getWindowCalendar", "Read one window for a calendar")
            .at(super::window::id())
            .takes([parameter::alarm()]),
        "text/calendar",
    )
}

fn notice(id: &str, how: &str, media: &str) -> Operation {
    Operation::public(id, &format!("Read the notice that is due about a window, {how}"))
        .at(super::window::id())
        .takes([parameter::language(), parameter::tag()])
        .answers(200, answer::document("The notice", media))
        .answers(304, answer::known())
        .answers(400, answer::document("There is nothing in that language", "text/plain"))
        .answers(404, nowhere())
}

fn calendar() -> Operation {
    subscribed(
        Operation::public("getCalendar", "Subscribe a calendar to what is announced")
            .about("RFC 5545, with the properties X-MAINTNOTE of network operators.")
            .takes([parameter::alarm()]),
        "text/calendar",
    )
}

fn feed() -> Operation {
    let feed = Operation::public("getFeed", "Subscribe a feed reader to what happens")
        .about("One entry a change: announced, moved, extended, started, over, cancelled.");
    subscribed(feed, "application/atom+xml")
}

/// What calendars and feed readers ask for, again and again.
fn subscribed(operation: Operation, media: &str) -> Operation {
    operation
        .takes([parameter::channel(), parameter::language(), parameter::tag()])
        .answers(200, answer::document("What people may know of", media))
        .answers(304, answer::known())
        .answers(400, answer::document("What is asked for is not there", "text/plain"))
        .answers(404, answer::document("There is no such channel, or no such window", "text/plain"))
}

fn statuspage() -> Operation {
    let documents = [
        "summary.json",
        "status.json",
        "components.json",
        "incidents.json",
        "scheduled-maintenances.json",
    ];
    Operation::public("getStatuspage", "Read the same in Statuspage's shape")
        .about("`incidents/unresolved.json`, `scheduled-maintenances/upcoming.json` and `active.json` are there, too.")
        .at(parameter::word("document", "Which of its documents.", &documents))
        .takes([parameter::tag()])
        .answers(200, answer::any("As Statuspage's public API v2 has it"))
        .answers(304, answer::known())
        .answers(404, nowhere())
}

fn problem() -> Operation {
    let mut kinds = vec!["maintenance", "outage"];
    kinds.extend(Kind::ALL.iter().map(|kind| kind.as_str()));
    Operation::public("getProblemPage", "Read what a kind of problem means")
        .at(parameter::word("kind", "The last part of the `type` of a problem.", &kinds))
        .answers(200, answer::document("What happened, and what to do", "text/plain"))
        .answers(404, nowhere())
}

fn openapi() -> Operation {
    Operation::public("getDescription", "Read this description")
        .answers(200, answer::any("OpenAPI 3.1"))
        .refused(&[Kind::InvalidRequest, Kind::Fault, Kind::KeeperUnreachable])
}

fn nowhere() -> serde_json::Value {
    answer::document("There is no such page", "text/plain")
}

/// Whether the gate is on duty.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Health {
    pub status: Duty,
    /// What is wrong, for `warn`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output: Option<String>,
    /// The name of the service.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// The release of the zone tables that the schedule was compiled with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zones: Option<String>,
    /// The revision that decides; 0 for the schedule that was deployed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<u32>,
    /// How many seconds ago the keeper last said that it is in force; absent when it never did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0))]
    pub age: Option<i64>,
}

#[derive(Debug, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Duty {
    /// It decides.
    Pass,
    /// It has nothing to decide by: every request passes to the origin.
    Warn,
}

/// What is going on and what is announced. No time of day is in it: `Date` says what time it is, and the
/// bytes stay the same until `next`, a publication or an announcement.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Timeline {
    pub service: Service,
    /// The revision that this is from; 0 for the schedule that was deployed.
    pub revision: u32,
    /// When this says something else by itself; `null` for never.
    #[schemars(with = "Option<form::Instant>")]
    pub next: Option<String>,
    pub channels: Vec<Channel>,
    /// Those that are announced and not over, or over for less than a day, in the order of their starts.
    pub windows: Vec<Announced>,
}

/// What is maintained.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Service {
    pub name: String,
    /// An IANA name, such as `America/Chicago`.
    pub zone: String,
    /// What people call its time.
    pub label: String,
    /// The language of the texts, a BCP 47 tag.
    pub language: String,
    /// Where it is reached; `null` where the schedule does not say.
    pub url: Option<String>,
    /// How many seconds before its start a window is imminent.
    pub imminent: u32,
    /// Texts in other languages, by their tags; absent where there are none.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<String, BTreeMap<String, String>>,
}

/// One way of reaching the service.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Channel {
    #[schemars(with = "form::Id")]
    pub id: String,
    pub name: String,
    #[schemars(with = "form::Disposition")]
    pub disposition: String,
    /// What its users must do when a window is over.
    #[schemars(with = "form::Afterwards")]
    pub afterwards: String,
    pub instructions: Instructions,
    pub contact: Option<Contact>,
    /// Texts in other languages, by their tags; absent where there are none.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<String, BTreeMap<String, String>>,
    /// Of the window that is open or comes next; `null` while nothing is announced.
    #[schemars(with = "Option<form::PublicPhase>")]
    pub phase: Option<String>,
    #[schemars(with = "Option<form::Id>")]
    pub window: Option<String>,
}

/// What a channel's users are told, in sentences.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Instructions {
    pub before: Option<String>,
    pub during: Option<String>,
    pub after: Option<String>,
}

/// Whom a channel's users ask.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Contact {
    /// What to ask about.
    pub topic: String,
    pub email: String,
}

/// One occurrence of a window. Where channels were finished at different times there are several of one
/// window, each over channels of its own.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Announced {
    #[schemars(with = "form::Id")]
    pub id: String,
    /// For a window that recurs, the local start that names the occurrence.
    #[schemars(with = "Option<form::LocalStart>")]
    pub of: Option<String>,
    #[schemars(with = "form::ToldPhase")]
    pub phase: String,
    /// The first instant inside.
    #[schemars(with = "form::Instant")]
    pub start: String,
    /// The first instant outside; `null` while nobody knows it.
    #[schemars(with = "Option<form::Instant>")]
    pub end: Option<String>,
    #[schemars(with = "form::Overrun")]
    pub overrun: String,
    /// When it opens by itself; `null` where nobody can count on that.
    #[schemars(with = "Option<form::Instant>")]
    pub reopens: Option<String>,
    #[schemars(with = "form::Reason")]
    pub reason: String,
    pub summary: Option<String>,
    /// The ids of the channels that it is over.
    #[schemars(with = "Vec<form::Id>")]
    pub channels: Vec<String>,
    /// The phases that it comes to by itself, in order.
    pub changes: Vec<PhaseChange>,
    /// The revision that changed it last; 0 when none did since it was announced.
    pub revision: u32,
    /// What was changed since people could know of it, oldest first.
    pub history: Vec<Amended>,
    /// Texts in other languages, by their tags; absent where there are none.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<String, BTreeMap<String, String>>,
}

/// What a revision changed about an occurrence.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Amended {
    #[schemars(with = "form::Amendment")]
    pub kind: String,
    pub revision: u32,
    #[schemars(with = "form::Instant")]
    pub at: String,
    /// When it was to be; `null` where nobody could know of it before.
    pub before: Option<Stretch>,
}

/// From when until when.
#[derive(Debug, JsonSchema, Serialize)]
pub struct Stretch {
    #[schemars(with = "form::Instant")]
    pub start: String,
    #[schemars(with = "Option<form::Instant>")]
    pub end: Option<String>,
}

/// A phase, and when it begins.
#[derive(Debug, JsonSchema, Serialize)]
pub struct PhaseChange {
    #[schemars(with = "form::ToldPhase")]
    pub phase: String,
    #[schemars(with = "form::Instant")]
    pub at: String,
}
