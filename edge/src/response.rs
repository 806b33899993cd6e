//! Answers as the runtime's `Response` objects.

use answer::Answer;
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
}

impl Template {
    pub(crate) fn new(answer: &Answer) -> Self {
        let headers = Headers::new();
        for (name, value) in &answer.headers {
            headers.set(name, value);
        }
        // Stated because a `HEAD` has no body to count.
        headers.set("Content-Length", &answer.body.len().to_string());

        let init = Object::new();
        for (key, value) in [("status", &answer.status.into()), ("headers", headers.as_ref())] {
            // Setting a property fails on proxies and frozen objects only; this is plain and new.
            let _ = Reflect::set(&init, &JsValue::from(key), value);
        }
        Self { body: Uint8Array::from(answer.body.as_bytes()), headers, init }
    }

    /// Says in how many seconds to come back, in what is sent from now on.
    pub(crate) fn set_retry_after(&self, seconds: u32) {
        RETRY_AFTER.with(|name| self.headers.set_number(name, seconds));
    }

    /// The `Response`, or `undefined` when the runtime refuses it: then the request passes.
    pub(crate) fn send(&self, method: &str) -> JsValue {
        let body = (method != "HEAD").then_some(&self.body);
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
