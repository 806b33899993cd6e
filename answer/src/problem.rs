//! RFC 9457, in JSON and in XML.

use serde::Serialize;

use crate::{
    Answer,
    facts::Facts,
    json::written,
    xml::{self, element, within},
};

/// Its five members, then ours.
#[derive(Serialize)]
struct Problem<'a> {
    r#type: &'a str,
    title: &'a str,
    status: u16,
    detail: String,
    instance: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    window: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    starts: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ends: Option<&'a str>,
    /// Left out where nobody knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    processed: Option<bool>,
}

pub(crate) fn json(facts: &Facts<'_>) -> String {
    let problem = Problem {
        r#type: &facts.problem,
        title: facts.title.text,
        status: 503,
        detail: facts.request_details(),
        instance: &facts.help,
        window: facts.window,
        starts: facts.starts.as_deref(),
        ends: facts.ends.as_deref(),
        processed: facts.processed,
    };
    written(&problem)
}

pub(crate) fn xml(facts: &Facts<'_>) -> String {
    xml::document(|writer| {
        within(writer, "problem", &[("xmlns", "urn:ietf:rfc:7807")], |writer| {
            element(writer, "type", &facts.problem)?;
            element(writer, "title", facts.title.text)?;
            element(writer, "status", "503")?;
            element(writer, "detail", &facts.request_details())?;
            element(writer, "instance", &facts.help)?;
            let ours = [
                ("window", facts.window),
                ("starts", facts.starts.as_deref()),
                ("ends", facts.ends.as_deref()),
            ];
            for (name, text) in ours {
                if let Some(text) = text {
                    element(writer, name, text)?;
                }
            }
            Ok(())
        })
    })
}

/// What the `type` of a problem leads to, for the developer who follows it.
pub fn problem_page(kind: &str) -> Answer {
    let body = match kind {
        "maintenance" => MAINTENANCE,
        "outage" => OUTAGE,
        _ => return Answer::not_found(),
    };
    Answer::document("text/plain; charset=utf-8", body.to_owned())
}

const MAINTENANCE: &str = "\
Maintenance

The service was closed on purpose for a while, and the request was refused before it reached it.
It was not processed, so it can be sent again without doing anything twice.

starts, ends  when the service closed, and when it is expected to be back (RFC 3339). `ends` is
              missing while nobody knows.
window        the name of the maintenance; `instance` leads to a page about it.
processed     always false.
Retry-After   how many seconds to wait. Each client is told another number, so that not all of
              them come back in one second: please keep to it.
";

const OUTAGE: &str = "\
Outage

The service cannot be reached. Nobody planned it, and nobody knows how long it takes.

processed     false when the request cannot have reached the service. Missing when that is not
              known: look whether it was processed before you send it again.
Retry-After   how many seconds to wait.
";
