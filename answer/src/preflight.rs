//! What a browser asks before a request of a script. Refused, it hides the 503 that would follow:
//! the script would see a network error and nothing else.

use schedule::{EdgeSettings, Request};

use crate::{Answer, origin};

/// Allows what was asked for: the request that follows is answered 503 anyway.
///
/// The answer is kept for a minute only, because after the window the origin has its own opinion.
pub fn preflight(request: &Request<'_>, edge: &EdgeSettings) -> Answer {
    let mut headers = vec![("Cache-Control", "no-store".to_owned())];
    match origin::place(request, edge).and_then(|place| edge.cors.origins.get(place)) {
        Some(origin) => {
            headers.push(("Access-Control-Allow-Origin", origin.clone()));
            headers.push(("Access-Control-Allow-Credentials", "true".to_owned()));
        }
        None => headers.push(("Access-Control-Allow-Origin", "*".to_owned())),
    }
    let method = request.header("access-control-request-method");
    let method = method.filter(|method| is_list_of_tokens(method));
    let methods = match method {
        Some(method) if !COMMON.split(", ").any(|common| common == method) => {
            format!("{COMMON}, {method}")
        }
        _ => COMMON.to_owned(),
    };
    headers.push(("Access-Control-Allow-Methods", methods));
    let asked = request.header("access-control-request-headers");
    if let Some(names) = asked.filter(|names| is_list_of_tokens(names)) {
        headers.push(("Access-Control-Allow-Headers", names));
    }
    headers.push(("Access-Control-Max-Age", "60".to_owned()));
    let vary = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";
    headers.push(("Vary", vary.to_owned()));
    Answer { status: 204, headers, body: String::new() }
}

const COMMON: &str = "GET, HEAD, POST, PUT, PATCH, DELETE";

/// Nothing but names of headers or methods is sent back, and no more than a browser would ask for.
fn is_list_of_tokens(text: &str) -> bool {
    let token = |c: u8| c.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&c);
    text.len() <= 4096 && text.bytes().all(|c| token(c) || c == b',' || c == b' ')
}
