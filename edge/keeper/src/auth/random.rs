//! The platform's randomness.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues, catch)]
    fn fill(bytes: &mut [u8]) -> Result<JsValue, JsValue>;
}

/// Bytes that nobody can guess.
///
/// # Errors
///
/// When the platform has none.
pub(crate) fn bytes<const COUNT: usize>() -> Result<[u8; COUNT], JsValue> {
    let mut bytes = [0; COUNT];
    fill(&mut bytes)?;
    Ok(bytes)
}
