//! A document of errors, as jsonapi.org has it; its `status` is a text.

use serde::Serialize;

use crate::{facts::Facts, json::written};

#[derive(Serialize)]
struct Document<'a> {
    errors: [Error<'a>; 1],
}

#[derive(Serialize)]
struct Error<'a> {
    id: &'a str,
    links: Links<'a>,
    status: &'static str,
    code: &'static str,
    title: &'a str,
    detail: String,
    meta: Meta<'a>,
}

#[derive(Serialize)]
struct Links<'a> {
    about: &'a str,
}

#[derive(Serialize)]
struct Meta<'a> {
    starts: Option<&'a str>,
    ends: Option<&'a str>,
}

pub(crate) fn body(facts: &Facts<'_>) -> String {
    let error = Error {
        id: facts.window.unwrap_or(facts.code),
        links: Links { about: &facts.help },
        status: "503",
        code: facts.code,
        title: facts.title.text,
        detail: facts.request_details(),
        meta: Meta { starts: facts.starts.as_deref(), ends: facts.ends.as_deref() },
    };
    written(&Document { errors: [error] })
}
