//! The gate: one synchronous call per request.

use answer::{Answer, Form, retry_after};
use schedule::{Closing, Decision, EdgeSettings, Request as Asked};
use wasm_bindgen::JsValue;

use crate::{
    address, clock,
    held::{self, Held},
    request::{Headers, Request},
    response::Template,
};

/// See [`crate::gate`]. While nothing is closed, all it asks of the request is its address.
pub(crate) fn gate(request: &Request) -> JsValue {
    held::with(|held| {
        // Within, so that a drill leaves behind what a real panic would: what is held, still lent.
        #[cfg(feature = "development")]
        crate::drill::at("gate", request);

        let Some(held) = held else { return without_timeline(request) };
        let url = request.url();
        let target = address::target(&url);
        if held.gate.is_ours(target.path) {
            return JsValue::NULL;
        }
        let now = match clock::now(request) {
            Ok(now) => now,
            Err(why) => return Template::new(&Answer::bad_request(&why)).send(&request.method()),
        };
        if held.gate.is_open(now) {
            return JsValue::UNDEFINED;
        }
        let Held { gate, prepared } = held;
        let method = request.method();
        match gate.decide(&Asked::plain(&method, target), now) {
            Decision::Pass => JsValue::UNDEFINED,
            Decision::Ours => JsValue::NULL,
            Decision::Closed(closing) => {
                let headers = request.headers();
                let policy = &gate.timeline().edge.retry_after;
                let key = retry_key(&headers, &closing);
                let seconds = retry_after::seconds(policy, closing.reopens, now, key);
                let form = Form::of(&method, |name| headers.value(name));
                let template = prepared.template(&closing, form, &method);
                template.set_retry_after(seconds);
                template.send(&method)
            }
        }
    })
}

/// Without a timeline everything passes, but `health` still says so.
fn without_timeline(request: &Request) -> JsValue {
    let url = request.url();
    let below = address::target(&url).path.strip_prefix(EdgeSettings::DEFAULT_PREFIX);
    if below == Some("/health") { JsValue::NULL } else { JsValue::UNDEFINED }
}

/// Spreads clients by their address. A client may claim any address it likes: all that it changes
/// is how long it is told to wait itself. Where no address is known, chance spreads the requests,
/// because one key for everybody would call everybody back at once.
fn retry_key(headers: &Headers, closing: &Closing<'_>) -> u64 {
    match headers.client() {
        Some(client) => retry_after::key(&client, &closing.occurrence().window),
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the digits of a random number below 2^32 are all that is wanted"
        )]
        None => (js_sys::Math::random() * f64::from(u32::MAX)) as u64,
    }
}
