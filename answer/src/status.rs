//! `timeline.json`: what is going on and what is announced, for machines.

use chrono::{DateTime, SecondsFormat, Utc};
use schedule::{Afterwards, Disposition, Occurrence, Phase, Reason, Timeline};
use serde::Serialize;

use crate::Answer;

/// What is public at `now`: never a window before its announcement. `revision` is the timeline's: 0
/// for the one that was deployed.
pub fn status(timeline: &Timeline, revision: u32, now: DateTime<Utc>) -> Answer {
    let public = || {
        timeline
            .occurrences
            .iter()
            .map(|occurrence| (timeline.phase(occurrence, now), occurrence))
            .filter(|(phase, _)| phase.is_public())
    };
    let document = Document {
        service: Service {
            name: &timeline.service.name,
            zone: &timeline.service.zone,
            label: &timeline.service.label,
        },
        now: utc(now),
        revision,
        channels: timeline
            .channels
            .iter()
            .enumerate()
            .map(|(place, channel)| {
                let outlook = timeline.outlook(place, now);
                Channel {
                    id: channel.id.as_str(),
                    name: &channel.name,
                    disposition: channel.disposition,
                    afterwards: channel.afterwards,
                    phase: outlook.map(|(phase, _)| phase),
                    window: outlook.map(|(_, occurrence)| occurrence.window.as_str()),
                }
            })
            .collect(),
        windows: public().map(|(phase, occurrence)| window(timeline, phase, occurrence)).collect(),
    };
    let body = serde_json::to_string(&document)
        .expect("texts and numbers under fixed keys can always be written");
    Answer::document("application/json", body)
}

fn window<'a>(timeline: &'a Timeline, phase: Phase, occurrence: &'a Occurrence) -> Window<'a> {
    Window {
        id: occurrence.window.as_str(),
        phase,
        start: utc(occurrence.start.to_utc()),
        end: occurrence.end.map(|end| utc(end.to_utc())),
        reason: occurrence.reason,
        summary: occurrence.summary.as_deref(),
        channels: occurrence
            .channels
            .iter()
            .map(|&place| timeline.channels[place].id.as_str())
            .collect(),
    }
}

fn utc(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

#[derive(Serialize)]
struct Document<'a> {
    service: Service<'a>,
    now: String,
    revision: u32,
    channels: Vec<Channel<'a>>,
    windows: Vec<Window<'a>>,
}

#[derive(Serialize)]
struct Service<'a> {
    name: &'a str,
    zone: &'a str,
    label: &'a str,
}

#[derive(Serialize)]
struct Channel<'a> {
    id: &'a str,
    name: &'a str,
    disposition: Disposition,
    afterwards: Afterwards,
    phase: Option<Phase>,
    window: Option<&'a str>,
}

#[derive(Serialize)]
struct Window<'a> {
    id: &'a str,
    phase: Phase,
    /// Inclusive.
    start: String,
    /// Exclusive.
    end: Option<String>,
    reason: Reason,
    summary: Option<&'a str>,
    channels: Vec<&'a str>,
}
