//! RFC 9457, in JSON and in XML.

use serde::Serialize;

use crate::{
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
