//! Requests that ask whether, or how, to go on.

use schedule::Form;

use super::{Because, Detected, asked::Asked};

/// What a browser asks before it sends a script's request to another site. Only that header tells
/// it from an `OPTIONS` that a program sends for its own sake.
pub(super) fn preflight(asked: &Asked<'_>) -> Option<Detected> {
    asked.is_preflight().then(|| Detected::new(Form::Preflight, Because::Preflight))
}

/// A `GET` that would rather be a WebSocket (RFC 6455, section 4.1). HTTP/2 has another way, but
/// the runtimes make this of it.
pub(super) fn web_socket(asked: &Asked<'_>) -> Option<Detected> {
    let upgrades = asked.method() == "GET" && asked.upgrades_to("websocket");
    upgrades.then(|| Detected::new(Form::WebSocket, Because::Upgrade))
}
