//! The 503.

use schedule::Closing;

use crate::{Answer, Form, html, text, words};

/// The answer to a request that is not passed on, without its `Retry-After`: that alone differs
/// from one request to the next, so the caller keeps the rest and adds
/// [`crate::retry_after::seconds`].
///
/// | header | why |
/// | --- | --- |
/// | `Cache-Control: no-store` | some CDNs keep a 503 for seconds to minutes unless told so |
/// | `Vary` | the form depends on the request |
/// | `Link` | `rel="status"` (RFC 8631) for machines, `rel="help"` for people |
/// | `Content-Security-Policy`, `Referrer-Policy` (HTML) | the page loads nothing and tells nobody |
///
/// `method` is that of the request: a page says to somebody who sent a form that it is lost.
pub fn refusal(closing: &Closing<'_>, form: Form, method: &str) -> Answer {
    let timeline = closing.timeline();
    let (content_type, body) = match form {
        Form::Html => ("text/html; charset=utf-8", html::body(closing, method == "POST")),
        Form::Text => ("text/plain; charset=utf-8", text::body(closing)),
    };
    let link = format!(
        "<{}>; rel=\"status\"; type=\"application/json\", <{}>; rel=\"help\"; type=\"text/html\"",
        words::address(timeline, "timeline.json"),
        words::address(timeline, &words::window_document(closing.occurrence())),
    );
    let mut headers = vec![
        ("Content-Type", content_type.to_owned()),
        ("Cache-Control", "no-store".to_owned()),
        ("Content-Language", timeline.service.language.clone()),
        ("Vary", "Accept, Accept-Language".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Link", link),
    ];
    if form == Form::Html {
        headers.push(("Content-Security-Policy", html::CONTENT_SECURITY_POLICY.to_owned()));
        headers.push(("Referrer-Policy", "no-referrer".to_owned()));
    }
    Answer { status: 503, headers, body }
}
