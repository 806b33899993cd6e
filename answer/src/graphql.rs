//! A response of GraphQL over HTTP: errors and no data, because nothing was executed. Only with its
//! own media type do the usual clients show the message of a 503.

use serde::Serialize;

use crate::{facts::Facts, json::written};

#[derive(Serialize)]
struct Response<'a> {
    errors: [Error<'a>; 1],
}

#[derive(Serialize)]
struct Error<'a> {
    message: String,
    extensions: Extensions<'a>,
}

#[derive(Serialize)]
struct Extensions<'a> {
    code: &'static str,
    window: Option<&'a str>,
    starts: Option<&'a str>,
    ends: Option<&'a str>,
    about: &'a str,
}

pub(crate) fn body(facts: &Facts<'_>) -> String {
    let extensions = Extensions {
        code: "SERVICE_UNAVAILABLE",
        window: facts.window,
        starts: facts.starts.as_deref(),
        ends: facts.ends.as_deref(),
        about: &facts.help,
    };
    written(&Response { errors: [Error { message: facts.whole(), extensions }] })
}
