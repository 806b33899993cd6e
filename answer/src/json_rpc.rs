//! An error object of JSON-RPC 2.0. The request's body is not read, so its `id` is not known, for
//! which the specification has `null`.

use serde::Serialize;

use crate::{facts::Facts, json::written};

/// Of the codes that are left to servers, the first.
const SERVER_ERROR: i32 = -32000;

#[derive(Serialize)]
struct Response<'a> {
    jsonrpc: &'static str,
    id: Option<u32>,
    error: Error<'a>,
}

#[derive(Serialize)]
struct Error<'a> {
    code: i32,
    message: String,
    data: Data<'a>,
}

#[derive(Serialize)]
struct Data<'a> {
    status: u16,
    window: Option<&'a str>,
    starts: Option<&'a str>,
    ends: Option<&'a str>,
    about: &'a str,
}

pub(crate) fn body(facts: &Facts<'_>) -> String {
    let data = Data {
        status: 503,
        window: facts.window,
        starts: facts.starts.as_deref(),
        ends: facts.ends.as_deref(),
        about: &facts.help,
    };
    let error = Error { code: SERVER_ERROR, message: facts.whole(), data };
    written(&Response { jsonrpc: "2.0", id: None, error })
}
