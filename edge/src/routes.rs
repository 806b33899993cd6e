//! Intermission's own documents, which stay up during a window.

use answer::{Answer, Health, health, status, window_page};
use wasm_bindgen::JsCast;
use worker::{Headers, Method, Request, Response, ResponseBuilder};

use crate::{address, clock, held, request};

/// The answer to a request below the prefix.
pub(crate) fn answer(request: &Request) -> worker::Result<Response> {
    let url = request.inner().url();
    let answer = match request.method() {
        Method::Get | Method::Head => {
            document(request.inner().unchecked_ref(), address::target(&url).path)
        }
        _ => Answer::method_not_allowed(),
    };
    convert(&answer, request.method() == Method::Head)
}

fn document(request: &request::Request, path: &str) -> Answer {
    held::with(|held| {
        #[cfg(feature = "development")]
        crate::drill::at("routes", request);

        let Some(held) = held else { return health(&Health::Open) };
        let timeline = held.gate.timeline();
        let now = match clock::now(request) {
            Ok(now) => now,
            Err(why) => return Answer::bad_request(&why),
        };
        let below = path.strip_prefix(timeline.edge.prefix.as_str()).unwrap_or_default();
        match below.split('/').skip(1).collect::<Vec<_>>()[..] {
            ["health"] => health(&Health::Gating(timeline)),
            ["timeline.json"] => status(timeline, now),
            ["windows", id] => window_page(timeline, id, now),
            _ => Answer::not_found(),
        }
    })
}

fn convert(answer: &Answer, head: bool) -> worker::Result<Response> {
    let headers = Headers::new();
    for (name, value) in &answer.headers {
        headers.set(name, value)?;
    }
    headers.set("Content-Length", &answer.body.len().to_string())?;
    let builder = ResponseBuilder::new().with_status(answer.status).with_headers(headers);
    // Not `ok`, which would call everything plain text.
    Ok(if head { builder.empty() } else { builder.fixed(answer.body.clone().into_bytes()) })
}
