//! `health`: whether the gate is on duty.

use schedule::Timeline;
use serde::Serialize;

use crate::Answer;

/// Whether the gate is on duty.
#[derive(Debug)]
pub enum Health<'a> {
    /// It decides by this timeline.
    Gating(&'a Timeline, Following),
    /// It has no timeline, so every request passes to the origin.
    Open,
}

/// How far behind the keeper an isolate may be.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Following {
    /// The number of the revision that decides; 0 for the timeline that was deployed.
    pub revision: u32,
    /// How many seconds ago the keeper last said that it is in force; `None` when it never did.
    pub age: Option<i64>,
}

/// Nothing about windows stands in it: how many are planned is nobody's business before they are
/// announced.
///
/// Always 200: a load balancer that watches this address must not take a site out of service
/// because its maintenance is announced by a worker that has nothing to announce.
pub fn health(health: &Health<'_>) -> Answer {
    let document = match health {
        Health::Gating(timeline, following) => Document {
            status: "pass",
            output: None,
            service: Some(&timeline.service.name),
            zones: Some(&timeline.zones),
            revision: Some(following.revision),
            age: following.age,
        },
        Health::Open => Document {
            status: "warn",
            output: Some("there is no readable timeline, so every request passes to the origin"),
            service: None,
            zones: None,
            revision: None,
            age: None,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    age: Option<i64>,
}
