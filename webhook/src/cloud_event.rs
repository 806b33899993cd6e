//! An event as CloudEvents 1.0 has it, in structured JSON.

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use schedule::{Reason, Service};
use serde::Serialize;

use crate::{
    About, Event,
    event::{address, written},
    said::said,
};

#[derive(Serialize)]
struct CloudEvent<'a> {
    specversion: &'static str,
    id: &'a str,
    source: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<&'a str>,
    time: String,
    datacontenttype: &'static str,
    data: Data<'a>,
}

#[derive(Serialize)]
struct Data<'a> {
    service: &'a str,
    said: String,
    #[serde(flatten)]
    window: Option<Window<'a>>,
}

#[derive(Serialize)]
struct Window<'a> {
    window: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<NaiveDateTime>,
    start: String,
    /// `null` while nobody knows it, so that nobody takes it for forgotten.
    end: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<Span>,
    channels: Vec<Channel<'a>>,
    reason: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<u32>,
    link: String,
}

#[derive(Serialize)]
struct Span {
    start: String,
    end: Option<String>,
}

#[derive(Serialize)]
struct Channel<'a> {
    id: &'a str,
    name: &'a str,
}

pub(crate) fn body(event: &Event, service: &Service, prefix: &str) -> String {
    let address = address(service, prefix);
    let about = event.about.as_ref();
    let event = CloudEvent {
        specversion: "1.0",
        id: &event.id,
        kind: event.occasion.type_of(),
        subject: about.map(|about| about.window.as_str()),
        time: written(event.at),
        datacontenttype: "application/json",
        data: Data {
            service: &service.name,
            said: said(event, service),
            window: about.map(|about| window(about, &address)),
        },
        source: address,
    };
    serde_json::to_string(&event).expect("texts and numbers under fixed keys can always be written")
}

fn window<'a>(about: &'a About, address: &str) -> Window<'a> {
    let id = about.window.as_str();
    let written = |instant: DateTime<FixedOffset>| written(instant.to_utc());
    Window {
        window: id,
        of: about.of,
        start: written(about.start),
        end: about.end.map(written),
        before: about
            .before
            .map(|(start, end)| Span { start: written(start), end: end.map(written) }),
        channels: about.channels.iter().map(|(id, name)| Channel { id, name }).collect(),
        reason: reason(about.reason),
        summary: about.summary.as_deref(),
        revision: about.revision,
        link: format!("{address}/windows/{id}"),
    }
}

pub(crate) fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Planned => "planned",
        Reason::Emergency => "emergency",
    }
}
