//! `health`: whether the gate is on duty.

use schedule::Timeline;
use serde::Serialize;

use crate::Answer;

/// Whether the gate is on duty.
#[derive(Debug)]
pub enum Health<'a> {
    /// It decides by this timeline.
    Gating(&'a Timeline),
    /// It has no timeline, so every request passes to the origin.
    Open,
}

/// Nothing about windows stands in it: how many are planned is nobody's business before they are
/// announced.
///
/// Always 200: a load balancer that watches this address must not take a site out of service
/// because its maintenance is announced by a worker that has nothing to announce.
pub fn health(health: &Health<'_>) -> Answer {
    let document = match health {
        Health::Gating(timeline) => Document {
            status: "pass",
            output: None,
            service: Some(&timeline.service.name),
            zones: Some(&timeline.zones),
        },
        Health::Open => Document {
            status: "warn",
            output: Some("there is no readable timeline, so every request passes to the origin"),
            service: None,
            zones: None,
        },
    };
    let body = serde_json::to_string(&document)
        .expect("texts and numbers under fixed keys can always be written");
    Answer::cached("application/json", "no-store", body)
}

/// `status` and `output` as health checks commonly spell them.
#[derive(Serialize)]
struct Document<'a> {
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    output: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    service: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zones: Option<&'a str>,
}
