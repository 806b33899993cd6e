//! How long something that is asked of others may take.

use wasm_bindgen::prelude::*;
use worker::web_sys;

#[wasm_bindgen]
extern "C" {
    /// A signal that ends a fetch, with its body, after so many milliseconds.
    #[wasm_bindgen(js_namespace = AbortSignal, js_name = timeout)]
    pub(crate) fn after(milliseconds: u32) -> web_sys::AbortSignal;
}
