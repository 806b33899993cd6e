//! What the gate asks of a request.
//!
//! These bindings differ from those of `web-sys` in one thing: header names are JavaScript strings
//! that are made once. A name that is carried out of wasm's memory for every call is decoded for
//! every call, and five of those cost a third of what a whole 503 costs.

use js_sys::JsString;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Request")]
    pub type Request;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn url(this: &Request) -> String;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn method(this: &Request) -> String;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn headers(this: &Request) -> Headers;

    pub(crate) type Headers;

    #[wasm_bindgen(method)]
    fn get(this: &Headers, name: &JsString) -> Option<String>;
}

#[wasm_bindgen]
#[rustfmt::skip] // It would remove the texts: statics of a foreign block have none in plain Rust.
extern "C" {
    #[wasm_bindgen(thread_local_v2, static_string)]
    static ACCEPT: JsString = "accept";
    #[wasm_bindgen(thread_local_v2, static_string)]
    static ACCEPT_LANGUAGE: JsString = "accept-language";
    #[wasm_bindgen(thread_local_v2, static_string)]
    static ACCESS_CONTROL_REQUEST_METHOD: JsString = "access-control-request-method";
    #[wasm_bindgen(thread_local_v2, static_string)]
    static CF_CONNECTING_IP: JsString = "cf-connecting-ip";
    #[wasm_bindgen(thread_local_v2, static_string)]
    static CONTENT_TYPE: JsString = "content-type";
    #[wasm_bindgen(thread_local_v2, static_string)]
    static COOKIE: JsString = "cookie";
    #[wasm_bindgen(thread_local_v2, static_string)]
    static INTERMISSION_BYPASS: JsString = "intermission-bypass";
    #[wasm_bindgen(thread_local_v2, static_string)]
    static ORIGIN: JsString = "origin";
    #[wasm_bindgen(thread_local_v2, static_string)]
    static SEC_FETCH_DEST: JsString = "sec-fetch-dest";
    #[wasm_bindgen(thread_local_v2, static_string)]
    static SEC_FETCH_MODE: JsString = "sec-fetch-mode";
    #[wasm_bindgen(thread_local_v2, static_string)]
    static SOAPACTION: JsString = "soapaction";
    #[wasm_bindgen(thread_local_v2, static_string)]
    static UPGRADE: JsString = "upgrade";
    #[wasm_bindgen(thread_local_v2, static_string)]
    static X_FORWARDED_FOR: JsString = "x-forwarded-for";
}

impl Headers {
    /// The value of the header `name`, which is in lower case.
    pub(crate) fn value(&self, name: &str) -> Option<String> {
        let made_once = match name {
            "accept" => &ACCEPT,
            "accept-language" => &ACCEPT_LANGUAGE,
            "access-control-request-method" => &ACCESS_CONTROL_REQUEST_METHOD,
            "cf-connecting-ip" => &CF_CONNECTING_IP,
            "content-type" => &CONTENT_TYPE,
            "cookie" => &COOKIE,
            "intermission-bypass" => &INTERMISSION_BYPASS,
            "origin" => &ORIGIN,
            "sec-fetch-dest" => &SEC_FETCH_DEST,
            "sec-fetch-mode" => &SEC_FETCH_MODE,
            "soapaction" => &SOAPACTION,
            "upgrade" => &UPGRADE,
            "x-forwarded-for" => &X_FORWARDED_FOR,
            _ => return self.get(&JsString::from(name)),
        };
        made_once.with(|name| self.get(name))
    }

    /// The client's address, as Cloudflare states it or as a proxy in front of a self-hosted worker
    /// does. The runtime itself would tell the connection's, but only as part of a document that it
    /// parses for every request, at an eighth of what a whole 503 costs.
    pub(crate) fn client(&self) -> Option<String> {
        self.value("cf-connecting-ip").or_else(|| self.value("x-forwarded-for"))
    }
}
