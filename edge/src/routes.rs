//! Intermission's own documents, which stay up during a window, and what has to wait for a body.

use answer::{
    Answer, Health, Site, calendar, feed, health,
    notice::{window_markdown, window_text},
    problem_page, statuspage, timeline_json, window_json, window_page,
};
use wasm_bindgen::JsCast;
use worker::{Headers, Method, Request, Response, ResponseBuilder};

use crate::{acknowledge, address, clock, held, link, query::Query, request};

/// The answer to a request that is ours: below the prefix, or a message that is acknowledged.
pub(crate) async fn answer(mut request: Request) -> worker::Result<Response> {
    let url = request.inner().url();
    let (target, query) = address::parts(&url);
    let is_document = held::with(|held| held.is_none_or(|held| held.gate.is_ours(target.path)));
    let answer = if !is_document {
        acknowledge::answer(&mut request).await?
    } else if is_read(&request) {
        let inner: &request::Request = request.inner().unchecked_ref();
        let known = inner.headers().value("if-none-match");
        let now = clock::now(inner).unwrap_or_else(|_| clock::platform());
        document(inner, target, query).unless_known(known.as_deref(), now)
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
        let accepted = request.headers().value("accept-language");
        let asked = Query { query, accepted: accepted.as_deref(), timeline };
        let url = request.url();
        let site = Site { timeline, origin: address::origin(&url) };
        let below = target.path.strip_prefix(timeline.edge.prefix.as_str()).unwrap_or_default();
        match below.split('/').skip(1).collect::<Vec<_>>()[..] {
            ["health"] => health(&Health::Gating(timeline, held.following(clock::platform()))),
            ["timeline.json"] => answered(asked.channel(), |channel| {
                timeline_json(timeline, held.revision, channel, now)
            }),
            ["calendar.ics"] => {
                answered(asked.events(), |wanted| calendar::calendar(site, wanted, now))
            }
            ["feed.atom"] => answered(
                asked.channel().and_then(|channel| Ok((channel, asked.reader()?))),
                |(channel, reader)| feed(site, channel, reader, now),
            ),
            ["api", "v2", ref path @ ..] => statuspage(site, path, now),
            ["problems", kind] => problem_page(kind),
            ["windows", name] => match name.rsplit_once('.') {
                Some((id, "json")) => window_json(timeline, id, now),
                Some((id, "ics")) => answered(asked.events(), |wanted| {
                    calendar::window_calendar(site, id, wanted, now)
                }),
                Some((id, "txt")) => {
                    answered(asked.reader(), |reader| window_text(timeline, id, reader, now))
                }
                Some((id, "md")) => {
                    answered(asked.reader(), |reader| window_markdown(timeline, id, reader, now))
                }
                _ => answered(asked.reader(), |reader| window_page(site, name, reader, now)),
            },
            ["bypass"] => link::open(target.host, query, now),
            ["bypass", "end"] => link::forget(),
            _ => Answer::not_found(),
        }
    })
}

/// What was asked for, or why it cannot be.
fn answered<T>(asked: Result<T, Answer>, answer: impl FnOnce(T) -> Answer) -> Answer {
    asked.map_or_else(|refusal| refusal, answer)
}

fn convert(answer: &Answer, head: bool) -> worker::Result<Response> {
    let headers = Headers::new();
    for (name, value) in &answer.headers {
        headers.set(name, value)?;
    }
    let is_empty = answer.status == 304;
    if !is_empty {
        headers.set("Content-Length", &answer.body.len().to_string())?;
    }
    let builder = ResponseBuilder::new().with_status(answer.status).with_headers(headers);
    // Not `ok`, which would call everything plain text.
    Ok(if head || is_empty {
        builder.empty()
    } else {
        builder.fixed(answer.body.clone().into_bytes())
    })
}
