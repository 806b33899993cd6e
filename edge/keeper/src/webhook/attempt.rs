//! One message on its way.

use chrono::{DateTime, Utc};
use futures_util::TryStreamExt;
use js_sys::JsString;
use wasm_bindgen::JsCast;
use webhook::{Outcome, Reach, Target};
use worker::{Fetch, Headers, Request, RequestInit, RequestRedirect, Response};

use super::{kept::Kept, outbox::Head};
use crate::{clock, limit};

/// How long a subscriber may take, in milliseconds, from the first byte that is sent to the last that is
/// read.
const PATIENCE: u32 = 10_000;

/// Bytes of an answer that are kept for the log; the rest is not read.
const LONGEST: usize = 300;

/// Sends a message, and says how that ended.
pub(super) async fn attempt(kept: &Kept, head: &Head, reach: Reach, now: DateTime<Utc>) -> Outcome {
    match send(kept, head, reach, now).await {
        Ok(outcome) => outcome,
        Err(why) => Outcome::Failed { why },
    }
}

async fn send(
    kept: &Kept,
    head: &Head,
    reach: Reach,
    now: DateTime<Utc>,
) -> Result<Outcome, String> {
    let target = kept.subscription.target.as_str();
    // The address was good when it was given; how far we may reach may have changed since.
    Target::new(target, reach).map_err(|why| format!("not sent: {why}"))?;
    let base = if head.path.is_empty() { target } else { target.trim_end_matches('/') };
    let request = Request::new_with_init(&format!("{base}{}", head.path), &init(kept, head, now)?)
        .map_err(|_| "not sent: the request cannot be made".to_owned())?;
    let limit = limit::after(PATIENCE);
    let sent = Fetch::Request(request).send_with_signal(&limit.into()).await;
    let response = sent.map_err(|error| why(&error))?;
    let status = response.status_code();
    let retry_after = response.headers().get("retry-after").ok().flatten();
    let said = beginning(response).await;
    Ok(Outcome::Answered {
        status,
        retry_after: retry_after.and_then(|seconds| seconds.trim().parse().ok()),
        said,
    })
}

fn init(kept: &Kept, head: &Head, now: DateTime<Utc>) -> Result<RequestInit, String> {
    let headers = Headers::new();
    // Receivers hold it against their own clocks, and refuse what is off by minutes.
    let timestamp = clock::platform().timestamp();
    let signature = webhook::sign(&head.event, timestamp, &head.body, &kept.secrets(now));
    let mut fields = vec![
        ("User-Agent", concat!("Intermission/", env!("CARGO_PKG_VERSION")).to_owned()),
        ("webhook-id", head.event.clone()),
        ("webhook-timestamp", timestamp.to_string()),
        ("webhook-signature", signature),
    ];
    fields.extend(head.content_type.clone().map(|kind| ("Content-Type", kind)));
    fields.extend(kept.subscription.authorization.clone().map(|text| ("Authorization", text)));
    for (name, value) in &fields {
        headers.set(name, value).map_err(|_| format!("not sent: the field {name} cannot be"))?;
    }
    let mut init = RequestInit::new();
    init.with_method(head.method.clone().into())
        .with_headers(headers)
        // Where a redirection leads, nobody has agreed to send anything.
        .with_redirect(RequestRedirect::Manual);
    if head.content_type.is_some() {
        init.with_body(Some(JsString::from(&*head.body).unchecked_into()));
    }
    Ok(init)
}

/// The platform's words may have the address in them, which can be a secret: they are only looked at.
fn why(error: &worker::Error) -> String {
    let said = error.to_string().to_lowercase();
    if said.contains("abort") || said.contains("timeout") || said.contains("timed out") {
        return format!("no answer within {} seconds", PATIENCE / 1000);
    }
    let what = [
        ("dns", "its name is not known"),
        ("not permitted", "its address is not one of the public network"),
        ("blocked", "its address is not one of the public network"),
        ("disallowed", "its address is not one of the public network"),
        ("refused", "it refused the connection"),
        ("tls", "no TLS connection could be made"),
        ("certificate", "its certificate is not good"),
    ];
    let found = what.iter().find(|(word, _)| said.contains(word));
    let because = found.map_or("the connection broke", |(_, because)| because);
    format!("it cannot be reached: {because}")
}

/// The beginning of an answer's body, on one line. That it cannot be read changes nothing: the status
/// says whether the message was taken.
async fn beginning(mut response: Response) -> String {
    let mut bytes = Vec::new();
    if let Ok(mut body) = response.stream() {
        while let Ok(Some(chunk)) = body.try_next().await {
            bytes.extend(chunk);
            if bytes.len() >= LONGEST {
                break;
            }
        }
    }
    bytes.truncate(LONGEST);
    let text = String::from_utf8_lossy(&bytes);
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
