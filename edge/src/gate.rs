//! The gate: one synchronous call per request.

use answer::{Answer, Form, retry_after};
use schedule::{Closing, Decision, Gate};
use wasm_bindgen::JsValue;

use crate::{
    address, clock,
    held::{self, Held},
    response,
};

/// See [`crate::gate`]. While nothing is closed, all it asks of the request is its address.
pub(crate) fn gate(request: &web_sys::Request) -> JsValue {
    #[cfg(feature = "development")]
    crate::drill::at("gate", &request.headers());

    held::with(|held| {
        let Some(held) = held else { return without_timeline(request) };
        let url = request.url();
        let target = address::target(&url);
        if held.gate.is_ours(target.path) {
            return JsValue::NULL;
        }
        let now = match clock::now(request) {
            Ok(now) => now,
            Err(why) => return response::new(&Answer::bad_request(&why)),
        };
        if held.gate.is_open(now) {
            return JsValue::UNDEFINED;
        }
        let Held { gate, prepared } = held;
        let method = request.method();
        match gate.decide(&method, target, now) {
            Decision::Pass => JsValue::UNDEFINED,
            Decision::Ours => JsValue::NULL,
            Decision::Closed(closing) => {
                let headers = request.headers();
                let form = Form::of(&method, |name| headers.get(name).ok().flatten());
                let key = retry_key(request, &headers, &closing);
                let seconds = retry_after(gate, &closing, now, key);
                prepared.response(&closing, form, &method, seconds)
            }
        }
    })
}

/// Without a timeline everything passes, but `health` still says so.
fn without_timeline(request: &web_sys::Request) -> JsValue {
    let url = request.url();
    let ours = address::target(&url)
        .path
        .strip_prefix(schedule::EdgeSettings::DEFAULT_PREFIX)
        .is_some_and(|below| below == "/health");
    if ours { JsValue::NULL } else { JsValue::UNDEFINED }
}

fn retry_after(
    gate: &Gate,
    closing: &Closing<'_>,
    now: chrono::DateTime<chrono::Utc>,
    key: u64,
) -> u32 {
    retry_after::seconds(&gate.timeline().edge.retry_after, closing.reopens, now, key)
}

/// Spreads clients by their address. A client may claim any address it likes: all that it changes
/// is how long it is told to wait itself. Where no address is known, chance spreads the requests,
/// because one key for everybody would call everybody back at once.
fn retry_key(
    request: &web_sys::Request,
    headers: &web_sys::Headers,
    closing: &Closing<'_>,
) -> u64 {
    match address::client(request, headers) {
        Some(client) => retry_after::key(&client, &closing.occurrence().window),
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the digits of a random number below 2^32 are all that is wanted"
        )]
        None => (js_sys::Math::random() * f64::from(u32::MAX)) as u64,
    }
}
