//! Schedules as the laws draw them: documents that are valid by construction, so that nothing has
//! to be discarded, with the instants around which everything happens.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use schedule::{Schedule, Timeline};

use crate::zones::zone;

/// What is drawn; [`Drawn::document`] writes it down.
#[derive(Clone, Debug)]
pub(crate) struct Drawn {
    zone: &'static str,
    edge: String,
    channels: Vec<String>,
    windows: Vec<String>,
}

/// Requests that tell the drawn routes apart; few enough to try each.
pub(crate) const TARGETS: [(&str, &str); 8] = [
    ("example.org", "/"),
    ("example.org", "/soap"),
    ("example.org", "/soap/iis"),
    ("example.org:8443", "/s%6fap/iis"),
    ("api.example.org", "/soap/iis"),
    ("www.example.org", "/soap/iis"),
    ("www.example.org", "/report-2025"),
    ("example.org", "/robots.txt"),
];

const ROUTES: [&str; 6] =
    ["/*", "/soap/*", "/soap", "/report*", "api.example.org/*", "*.example.org/soap/*"];

/// Rules that find requests by what they are; no two of them ask for as much of one request, or the
/// order of a document would matter.
const RULES: [&str; 6] = [
    "answer = \"text\"",
    "methods = [\"POST\", \"PUT\"]",
    "methods = [\"POST\"]\nheader = \"X-Sender: smm*\"\nanswer = \"hl7\"",
    "route = \"/soap/*\"\ncontent-type = \"text/*\"\nanswer = \"soap-1.1\"",
    "route = \"/Report*\"\nheader = \"X-Sender\"",
    "route = \"*.example.org/*\"\nmethods = [\"GET\"]\nanswer = \"fhir-json\"",
];

/// What requests say of themselves; each in turn beside every target and method.
pub(crate) const SAID: [&[(&str, &str)]; 4] = [
    &[],
    &[("content-type", "Text/XML; charset=utf-8")],
    &[("x-sender", "smm/2")],
    &[("content-type", "text/plain"), ("x-sender", "")],
];

const DISPOSITIONS: [&str; 4] = ["unavailable", "read-only", "hold", "unaffected"];

impl Drawn {
    pub(crate) fn document(&self) -> String {
        let service = format!("[service]\nname = \"x\"\nzone = \"{}\"\n", self.zone);
        service + &self.edge + &self.channels.concat() + &self.windows.concat()
    }

    /// The same channels and windows in another order.
    pub(crate) fn shuffled(self) -> impl Strategy<Value = Self> {
        let (zone, edge) = (self.zone, self.edge);
        (Just(self.channels).prop_shuffle(), Just(self.windows).prop_shuffle()).prop_map(
            move |(channels, windows)| Self { zone, edge: edge.clone(), channels, windows },
        )
    }

    /// The same without a word on what was finished early.
    pub(crate) fn unfinished(mut self) -> Self {
        for window in &mut self.windows {
            let lines = window.lines().filter(|line| !line.starts_with("finished."));
            *window = lines.flat_map(|line| [line, "\n"]).collect();
        }
        self
    }

    pub(crate) fn schedule(&self) -> Schedule {
        let source = self.document();
        let parsed = schedule::parse(&source, DateTime::UNIX_EPOCH);
        parsed.schedule.unwrap_or_else(|| {
            let pictures = schedule::render(&parsed.diagnostics, &source, "drawn", false);
            unreachable!("what is drawn is valid, but:\n{pictures}")
        })
    }
}

/// One to three channels, up to five windows.
pub(crate) fn drawn() -> impl Strategy<Value = Drawn> {
    let channels = prop::collection::vec(prop::sample::select(&DISPOSITIONS), 1..=3);
    // Each route belongs to one channel, or to none.
    let owners = prop::collection::vec(0..4_usize, ROUTES.len());
    let windows = prop::collection::vec(window(), 0..=5);
    // Six years of days, so that clocks change within some windows.
    (zone(), 0..6 * 366_i64, channels, owners, windows).prop_map(
        |(zone, day, dispositions, owners, windows)| {
            let channels: Vec<String> = dispositions
                .iter()
                .enumerate()
                .map(|(place, disposition)| {
                    let owned = |owner: &usize| *owner == place;
                    let routes: Vec<&str> = owners
                        .iter()
                        .zip(ROUTES)
                        .filter(|(owner, _)| owned(owner))
                        .map(|(_, route)| route)
                        .collect();
                    format!(
                        "[[channel]]\nid = \"c{place}\"\nname = \"c{place}\"\n\
                         disposition = \"{disposition}\"\nroutes = {routes:?}\n"
                    )
                })
                .collect();
            let first: DateTime<Utc> = "2025-01-01T00:00:00Z".parse().expect("a literal instant");
            let mut clock = first + TimeDelta::days(day);
            let windows = windows
                .iter()
                .enumerate()
                .map(|(place, window)| window.write(place, channels.len(), &mut clock))
                .collect();
            Drawn { zone, edge: String::new(), channels, windows }
        },
    )
}

/// The same, opening step by step after each window, for up to ten hours.
pub(crate) fn with_ramp() -> impl Strategy<Value = Drawn> {
    (drawn(), prop_oneof![1..30_u32, 1..600_u32]).prop_map(|(mut drawn, minutes)| {
        drawn.edge = format!("[edge]\nramp = \"{minutes}m\"\n");
        drawn
    })
}

/// The same with rules, each of which belongs to one channel or to none, and with a ramp or without.
pub(crate) fn with_rules() -> impl Strategy<Value = Drawn> {
    let owners = prop::collection::vec(0..4_usize, RULES.len());
    (prop_oneof![drawn(), with_ramp()], owners).prop_map(|(mut drawn, owners)| {
        for (owner, rule) in owners.iter().zip(RULES) {
            if let Some(channel) = drawn.channels.get_mut(*owner) {
                *channel += &format!("[[channel.match]]\n{rule}\n");
            }
        }
        drawn
    })
}

/// A window in minutes. Windows stand one behind the other, touching or apart, because planned
/// windows may not overlap; holds and unknown ends overlap all the same.
#[derive(Clone, Debug)]
struct Window {
    gap: i64,
    length: i64,
    open_end: bool,
    /// Negative for an announcement after the start.
    announced: Option<i64>,
    hold: bool,
    released: Option<i64>,
    limit: Option<u32>,
    /// Of each channel, how many thousandths of the window it took.
    finished: [Option<i64>; 3],
    cancelled: bool,
    over: usize,
}

fn window() -> impl Strategy<Value = Window> {
    (
        prop_oneof![Just(0), 1..300_i64],
        1..300_i64,
        prop::bool::weighted(0.15),
        prop::option::of(-60..600_i64),
        any::<bool>(),
        prop::option::of(prop_oneof![Just(0), 1..600_i64]),
        prop::option::of(1..600_u32),
        prop::array::uniform3(prop::option::weighted(0.2, 1..1000_i64)),
        prop::bool::weighted(0.15),
        0..8_usize,
    )
        .prop_map(
            |(
                gap,
                length,
                open_end,
                announced,
                hold,
                released,
                limit,
                finished,
                cancelled,
                over,
            )| {
                Window {
                    gap,
                    length,
                    open_end,
                    announced,
                    hold,
                    released,
                    limit,
                    finished,
                    cancelled,
                    over,
                }
            },
        )
}

impl Window {
    fn write(&self, place: usize, channels: usize, clock: &mut DateTime<Utc>) -> String {
        let start = *clock + TimeDelta::minutes(self.gap);
        let end = start + TimeDelta::minutes(self.length);
        *clock = end;
        let at = |instant: DateTime<Utc>| instant.to_rfc3339();
        let mut over: Vec<String> = (0..channels)
            .filter(|bit| self.over >> bit & 1 == 1)
            .map(|c| format!("c{c}"))
            .collect();
        if over.is_empty() {
            over.push("c0".to_owned());
        }
        let mut text =
            format!("[[window]]\nid = \"w{place}\"\nchannels = {over:?}\nstart = {}\n", at(start));
        if !self.open_end {
            text += &format!("end = {}\n", at(end));
        }
        if let Some(before) = self.announced {
            text += &format!("announce = {}\n", at(start - TimeDelta::minutes(before)));
        }
        if self.hold {
            text += "overrun = \"hold\"\n";
        }
        if let Some(after) = self.released.filter(|_| self.hold && !self.open_end) {
            text += &format!("released = {}\n", at(end + TimeDelta::minutes(after)));
        }
        if let Some(limit) = self.limit.filter(|_| self.hold && !self.open_end) {
            text += &format!("hold-limit = \"{limit}m\"\n");
        }
        let took =
            |thousandths: i64| TimeDelta::seconds((self.length * 60 * thousandths / 1000).max(1));
        for (place, thousandths) in self.finished.into_iter().enumerate() {
            let id = format!("c{place}");
            if let Some(thousandths) = thousandths.filter(|_| over.contains(&id)) {
                text += &format!("finished.{id} = {}\n", at(start + took(thousandths)));
            }
        }
        text + &format!("cancelled = {}\n", self.cancelled)
    }
}

/// Every instant at which a phase of `timeline` may change, with the milliseconds beside it.
pub(crate) fn boundaries(timeline: &Timeline) -> Vec<DateTime<Utc>> {
    let imminent = timeline.service.imminent.to_delta();
    timeline
        .occurrences
        .iter()
        .flat_map(|occurrence| {
            let start = Some(occurrence.start);
            [
                start,
                Some(occurrence.start - imminent),
                occurrence.end,
                occurrence.announced,
                occurrence.released,
            ]
        })
        .flatten()
        .flat_map(|instant| {
            [-1, 0, 1].map(|beside| instant.to_utc() + TimeDelta::milliseconds(beside))
        })
        .collect()
}
