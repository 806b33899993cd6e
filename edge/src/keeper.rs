//! Requests that the keeper answers: operators', and whoever reads what they may ask.

use admin::{Kind, Problem};
use answer::Answer;
use schedule::EdgeSettings;
use wasm_bindgen::JsValue;

use crate::{address, held, request::Request, response::Template};

/// Whether a path below `prefix` is the keeper's to answer.
pub(crate) fn is_asked(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix)
        .is_some_and(|below| below.starts_with("/admin/") || below == "/openapi.json")
}

/// See [`crate::forwarded`].
pub(crate) fn forwarded(request: &Request) -> Vec<String> {
    let url = request.url();
    let (target, query) = address::parts(&url);
    let prefix = held::with(|held| match held {
        Some(held) => held.gate.timeline().edge.prefix.clone(),
        None => EdgeSettings::DEFAULT_PREFIX.to_owned(),
    });
    let below = target.path.strip_prefix(&*prefix).unwrap_or(target.path);
    let path = if query.is_empty() { below.to_owned() } else { format!("{below}?{query}") };
    let address = held::with_bypass(|bypass| bypass.address_header().map(str::to_owned))
        .and_then(|header| request.headers().value(&header))
        .unwrap_or_default();
    vec![path, prefix, target.host.to_owned(), address]
}

/// When to try again: a keeper that was moved is there after seconds.
const SECONDS: u32 = 5;

/// See [`crate::unreachable`].
pub(crate) fn unreachable(prefix: &str, method: &str) -> JsValue {
    let kind = Kind::KeeperUnreachable;
    let problem = Problem {
        kind: format!("{prefix}/problems/{}", kind.as_str()),
        title: kind.title().to_owned(),
        status: kind.status(),
        detail: "the keeper of the schedule did not answer; the schedule in force stays in force"
            .to_owned(),
        help: Some("try again in a few seconds, with the same Idempotency-Key".to_owned()),
        findings: Vec::new(),
        revision: None,
        code: None,
    };
    let body = serde_json::to_string(&problem)
        .expect("texts and numbers under fixed keys can always be written");
    Template::plain(&Answer::problem(kind.status(), body, SECONDS)).send(method, 0)
}
