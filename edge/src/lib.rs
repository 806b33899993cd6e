//! The worker at the CDN's edge: the gate in front of every request, and Intermission's own
//! routes.
//!
//! | export | called | what |
//! | --- | --- | --- |
//! | [`hold`] | when an isolate starts | takes the timeline to decide by |
//! | [`gate`] | for every request, synchronously | pass, ours, or the 503 |
//! | `fetch` | for requests that are ours | the routes below the prefix |
//!
//! | route | what |
//! | --- | --- |
//! | `health` | whether the gate is on duty |
//! | `timeline.json` | what is going on and what is announced |
//! | `windows/{id}` | a page about one window |
//!
//! `js/entry.js` calls these, and sees to it that any failure ends at the origin.
//!
//! # Scope of this crate
//!
//! It converts between the runtime's types and those of `schedule` and `answer`. It holds no
//! schedule logic and no markup.

mod address;
mod clock;
mod drill;
mod gate;
mod held;
mod prepared;
mod request;
mod response;
mod routes;

use wasm_bindgen::prelude::*;
use worker::{Context, Env, Request, Response, event};

/// Takes the timeline that the gate decides by, in place of the one before.
///
/// # Errors
///
/// A JavaScript `Error` when the bytes are not a timeline; the one before stays in force.
#[wasm_bindgen]
pub fn hold(timeline: &[u8]) -> Result<(), JsError> {
    held::hold(timeline).map_err(JsError::from)
}

/// Decides over a request.
///
/// | result | the request |
/// | --- | --- |
/// | `undefined` | passes to the origin |
/// | `null` | is ours: `fetch` answers it |
/// | a `Response` | is answered with it |
#[wasm_bindgen]
pub fn gate(request: &request::Request) -> JsValue {
    gate::gate(request)
}

/// Answers the requests that [`gate`] said are ours.
#[event(fetch)]
async fn fetch(request: Request, _env: Env, _context: Context) -> worker::Result<Response> {
    routes::answer(&request)
}
