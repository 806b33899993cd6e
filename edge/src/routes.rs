//! Intermission's own documents, which stay up during a window, and what has to wait for a body.

use answer::{Answer, Health, health, language_for, problem_page, status, window_page};
use wasm_bindgen::JsCast;
use worker::{Headers, Method, Request, Response, ResponseBuilder};

use crate::{acknowledge, address, clock, held, link, request};

/// The answer to a request that is ours: below the prefix, or a message that is acknowledged.
pub(crate) async fn answer(mut request: Request) -> worker::Result<Response> {
    let url = request.inner().url();
    let (target, query) = address::parts(&url);
    let is_document = held::with(|held| held.is_none_or(|held| held.gate.is_ours(target.path)));
    let answer = if !is_document {
        acknowledge::answer(&mut request).await?
    } else if is_read(&request) {
        document(request.inner().unchecked_ref(), target, query)
    } else {
        Answer::method_not_allowed()
    };
    convert(&answer, request.method() == Method::Head)
}

/// By its text: the SDK takes methods that it does not know for `GET`.
fn is_read(request: &Request) -> bool {
    matches!(&*request.inner().method(), "GET" | "HEAD")
}

fn document(request: &request::Request, target: schedule::Target<'_>, query: &str) -> Answer {
    held::with(|held| {
        #[cfg(feature = "development")]
        crate::drill::at("routes", request);

        let Some(held) = held else { return health(&Health::Open) };
        let timeline = held.gate.timeline();
        let now = match clock::now(request) {
            Ok(now) => now,
            Err(why) => return Answer::bad_request(&why),
        };
        let language = || {
            let accepted = request.headers().value("accept-language");
            language_for(accepted.as_deref(), timeline)
        };
        let below = target.path.strip_prefix(timeline.edge.prefix.as_str()).unwrap_or_default();
        match below.split('/').skip(1).collect::<Vec<_>>()[..] {
            ["health"] => health(&Health::Gating(timeline, held.following(clock::platform()))),
            ["timeline.json"] => status(timeline, held.revision, now),
            ["problems", kind] => problem_page(kind),
            ["windows", id] => window_page(timeline, id, language(), now),
            ["bypass"] => link::open(target.host, query, now),
            ["bypass", "end"] => link::forget(),
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
