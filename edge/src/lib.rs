//! The worker at the CDN's edge: the gate in front of every request, and Intermission's own
//! routes.
//!
//! | export | called | what |
//! | --- | --- | --- |
//! | [`hold`] | with every new revision | takes the timeline to decide by |
//! | [`confirm`] | whenever the keeper was asked | takes when the keeper last said what is in force |
//! | [`arm`] | with the first request | takes who may pass a closed gate from the environment |
//! | [`gate`] | for every request, synchronously | pass, ours, bypassed, or the answer |
//! | [`patience`], [`outage`] | where a schedule asks for it | the answer while the origin is down |
//! | [`banner()`] | for pages of people who are signed in, while something is announced | what is written into them |
//! | [`below`] | for the banner's files | which one is wanted |
//! | `fetch` | for requests that are ours | the routes below the prefix |
//! | [`forwarded`], [`unreachable()`] | for requests that are the keeper's | where they go, and what if it is not there |
//!
//! | route | what |
//! | --- | --- |
//! | `health` | whether the gate is on duty |
//! | `timeline.json` | what is going on and what is announced |
//! | `calendar.ics`, `windows/{id}.ics` | windows for calendars |
//! | `feed.atom` | what happened, for readers of feeds |
//! | `api/v2/…` | the same as Statuspage says it |
//! | `windows/{id}` | a page about one window |
//! | `windows/{id}.json` | one window, as `timeline.json` has it |
//! | `banner.js`, `banner/…` | the banner's files, which `js/banner.js` serves |
//! | `bypass` | a signed link becomes a cookie |
//! | `admin/v1/…`, `openapi.json` | the keeper answers |
//!
//! `js/entry.js` calls these, and sees to it that any failure ends at the origin.
//!
//! # Scope of this crate
//!
//! It converts between the runtime's types and those of `schedule` and `answer`. It holds no
//! schedule logic and no markup.

mod acknowledge;
mod address;
mod banner;
mod bypass;
mod clock;
mod drill;
mod gate;
mod held;
mod keeper;
mod link;
mod prepared;
mod query;
mod request;
mod response;
mod routes;

use answer::Fate;
use wasm_bindgen::prelude::*;
use worker::{Context, Env, Request, Response, event};

/// Takes the timeline that the gate decides by, in place of the one before. Its revision is 0 when
/// it is the one that was deployed with the worker.
///
/// # Errors
///
/// A JavaScript `Error` when the bytes are not a timeline; the one before stays in force.
#[wasm_bindgen]
pub fn hold(timeline: &[u8], revision: u32) -> Result<(), JsError> {
    held::hold(timeline, revision).map_err(JsError::from)
}

/// Takes when the keeper last said that what is held is in force, in milliseconds since 1970.
#[wasm_bindgen]
pub fn confirm(milliseconds: f64) {
    held::confirm(clock::instant(milliseconds));
}

/// Takes what the environment says of who may pass a closed gate: the secret that links are signed
/// with, the token of machines, and the header in which the platform states a client's address.
///
/// Gives back a sentence for each of them that is not fit to be used, for the log.
#[wasm_bindgen]
pub fn arm(secret: &str, token: &str, address_header: &str) -> Vec<String> {
    let (bypass, complaints) = bypass::Bypass::new(secret, token, address_header);
    held::arm(bypass);
    complaints
}

/// How many milliseconds the origin has to begin its answer: 0 for as long as it takes, and
/// `undefined` where the schedule leaves outages to the platform.
#[wasm_bindgen]
pub fn patience() -> Option<f64> {
    gate::patience()
}

/// The answer to a request whose origin cannot be reached, or `undefined` when there is none.
/// `is_lost` says that the request did not get there; otherwise nobody knows.
#[wasm_bindgen]
pub fn outage(request: &request::Request, is_lost: bool) -> JsValue {
    gate::outage(request, if is_lost { Fate::NotProcessed } else { Fate::Unknown })
}

/// Decides over a request.
///
/// | result | the request |
/// | --- | --- |
/// | `undefined` | passes to the origin |
/// | `true` | passes to the origin, and what comes back may be a page for the banner |
/// | `1` | passes to the origin, and what comes back is to say where the status is ([`status_link`]) |
/// | a text | passes a closed gate, for this reason |
/// | `null` | is ours: `fetch` answers it |
/// | `0` | is for one of the banner's files |
/// | `false` | is the keeper's: it goes to what [`forwarded`] says |
/// | a `Response` | is answered with it |
#[wasm_bindgen]
pub fn gate(request: &request::Request) -> JsValue {
    gate::gate(request)
}

/// The field `Link` by which what the origin answers says where the status of the service is, or
/// `undefined` where the schedule does not ask for that.
#[wasm_bindgen]
pub fn status_link(request: &request::Request) -> Option<String> {
    gate::status_link(request)
}

/// The path of a request below the prefix of our own pages.
#[wasm_bindgen]
pub fn below(request: &request::Request) -> String {
    banner::below(request)
}

/// What is written into a page that a request asks for: the element and what it needs, or `undefined`
/// when there is nothing to say. `lang` is the page's language; `style` the text of the style sheet,
/// empty where it is to be linked, and `undefined` where the page allows none; `nonce` what its policy
/// asks for, if anything; `script` whether it lets ours run; `zone` where the platform says that the
/// visitor is, or nothing.
#[wasm_bindgen]
#[expect(
    clippy::needless_pass_by_value,
    reason = "texts that may be missing cross the border owned"
)]
pub fn banner(
    request: &request::Request,
    lang: &str,
    style: Option<String>,
    nonce: Option<String>,
    script: bool,
    zone: &str,
    version: &str,
) -> Option<String> {
    let (style, nonce) = (style.as_deref(), nonce.as_deref());
    banner::markup(request, &banner::PageSays { lang, style, nonce, script, zone, version })
}

/// Where the keeper gets a request: its path with the query, the prefix of our own pages, the host
/// that was asked, and the client's address where a header can be trusted to state it.
#[wasm_bindgen]
pub fn forwarded(request: &request::Request) -> Vec<String> {
    keeper::forwarded(request)
}

/// The answer to an operator while the keeper cannot be reached.
#[wasm_bindgen]
pub fn unreachable(prefix: &str, method: &str) -> JsValue {
    keeper::unreachable(prefix, method)
}

/// Answers the requests that [`gate`] said are ours.
#[event(fetch)]
async fn fetch(request: Request, _env: Env, _context: Context) -> worker::Result<Response> {
    routes::answer(request).await
}
