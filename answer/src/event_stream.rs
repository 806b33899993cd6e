//! Server-sent events: one event, and when to come back. A browser that is answered 503, or 204,
//! never comes back.

use serde::Serialize;

use crate::{facts::Facts, json::written};

#[derive(Serialize)]
struct Data<'a> {
    title: &'a str,
    message: &'a str,
    window: Option<&'a str>,
    starts: Option<&'a str>,
    ends: Option<&'a str>,
    about: &'a str,
}

/// The event, without the line of [`retry`] that goes before it. JSON has no line breaks, which
/// would end the event's data.
pub(crate) fn body(facts: &Facts<'_>) -> String {
    let data = Data {
        title: facts.title.text,
        message: facts.message.text,
        window: facts.window,
        starts: facts.starts.as_deref(),
        ends: facts.ends.as_deref(),
        about: &facts.help,
    };
    let event = if facts.window.is_some() { "maintenance" } else { "outage" };
    format!("event: {event}\ndata: {}\n\n", written(&data))
}

/// The line that tells a browser in how many seconds to connect again; the field is in
/// milliseconds.
pub fn retry(seconds: u32) -> String {
    format!("retry: {}\n", u64::from(seconds) * 1000)
}
