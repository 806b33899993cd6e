//! Answers as the runtime's `Response` objects.

use answer::{Answer, Retry, event_stream};
use js_sys::{JsString, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

/// An answer in the runtime's own types, ready to be sent any number of times: `Headers` and bytes
/// are copied by the runtime at a fraction of what a plain object and a string cost it.
#[derive(Debug)]
pub(crate) struct Template {
    body: Uint8Array,
    headers: Headers,
    /// The `ResponseInit`, which holds the same `headers`.
    init: Object,
    retry: Retry,
}

impl Template {
    /// An answer that says nothing about when to come back.
    pub(crate) fn plain(answer: &Answer) -> Self {
        Self::new(answer, Retry::Nowhere)
    }

    pub(crate) fn new(answer: &Answer, retry: Retry) -> Self {
        let headers = Headers::new();
        for (name, value) in &answer.headers {
            headers.set(name, value);
        }
        // Stated because a `HEAD` has no body to count; a 204 must not state it.
        if answer.status != 204 {
            headers.set("Content-Length", &answer.body.len().to_string());
        }

        let init = Object::new();
        for (key, value) in [("status", &answer.status.into()), ("headers", headers.as_ref())] {
            // Setting a property fails on proxies and frozen objects only; this is plain and new.
            let _ = Reflect::set(&init, &JsValue::from(key), value);
        }
        Self { body: Uint8Array::from(answer.body.as_bytes()), headers, init, retry }
    }

    /// The `Response` that says to come back in so many seconds, or `undefined` when the runtime
    /// refuses it: then the request passes.
    pub(crate) fn send(&self, method: &str, seconds: u32) -> JsValue {
        match self.retry {
            Retry::Header => RETRY_AFTER.with(|name| self.headers.set_number(name, seconds)),
            Retry::Event => return self.send_events(method, seconds),
            Retry::Nowhere => {}
        }
        self.respond(method, &self.body)
    }

    /// Events are asked for by few, so theirs is the one body that is put together each time.
    fn send_events(&self, method: &str, seconds: u32) -> JsValue {
        let line = event_stream::retry(seconds);
        let length = u32::try_from(line.len()).unwrap_or(0);
        let body = Uint8Array::new_with_length(length + self.body.length());
        body.set(&Uint8Array::from(line.as_bytes()), 0);
        body.set(&self.body, length);
        self.headers.set("Content-Length", &body.length().to_string());
        self.respond(method, &body)
    }

    fn respond(&self, method: &str, body: &Uint8Array) -> JsValue {
        // The runtime takes no body, not even an empty one, for a status that has none.
        let body = (method != "HEAD" && body.length() > 0).then_some(body);
        Response::new(body, &self.init).map_or(JsValue::UNDEFINED, JsValue::from)
    }
}

#[wasm_bindgen]
extern "C" {
    type Response;

    #[wasm_bindgen(constructor, catch)]
    fn new(body: Option<&Uint8Array>, init: &Object) -> Result<Response, JsValue>;

    #[derive(Debug)]
    type Headers;

    #[wasm_bindgen(constructor)]
    fn new() -> Headers;

    #[wasm_bindgen(method)]
    fn set(this: &Headers, name: &str, value: &str);

    #[wasm_bindgen(method, js_name = set)]
    fn set_number(this: &Headers, name: &JsString, value: u32);
}

#[wasm_bindgen]
#[rustfmt::skip] // It would remove the text: statics of a foreign block have none in plain Rust.
extern "C" {
    #[wasm_bindgen(thread_local_v2, static_string)]
    static RETRY_AFTER: JsString = "Retry-After";
}
