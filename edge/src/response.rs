//! Answers as the runtime's `Response` objects.

use answer::Answer;
use js_sys::{JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

/// An answer as a `Response`.
pub(crate) fn new(answer: &Answer) -> JsValue {
    let body = JsString::from(answer.body.as_str());
    with(Some(&body), &init(answer, &headers(answer)))
}

/// A `Response`, or `undefined` when the runtime refuses it: then the request passes.
pub(crate) fn with(body: Option<&JsString>, init: &Object) -> JsValue {
    RuntimeResponse::new(body, init).map_or(JsValue::UNDEFINED, JsValue::from)
}

/// The headers of an answer as a plain object. `Content-Length` is stated because a `HEAD` has no
/// body to count.
pub(crate) fn headers(answer: &Answer) -> Object {
    let headers = Object::new();
    for (name, value) in &answer.headers {
        set(&headers, name, &JsValue::from(value.as_str()));
    }
    set(&headers, "Content-Length", &JsValue::from(answer.body.len().to_string()));
    headers
}

/// The `ResponseInit` with these headers.
pub(crate) fn init(answer: &Answer, headers: &Object) -> Object {
    let init = Object::new();
    set(&init, "status", &JsValue::from(answer.status));
    set(&init, "headers", headers);
    init
}

pub(crate) fn set(object: &Object, key: &str, value: &JsValue) {
    // Setting a property fails on proxies and frozen objects only; these are plain and our own.
    let _ = Reflect::set(object, &JsValue::from(key), value);
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Response)]
    type RuntimeResponse;

    /// `web-sys` would copy the body out of wasm for every response; a `JsString` is shared.
    #[wasm_bindgen(constructor, js_class = "Response", catch)]
    fn new(body: Option<&JsString>, init: &Object) -> Result<RuntimeResponse, JsValue>;
}
