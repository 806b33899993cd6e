//! RSA signatures, verified by the platform.

use credential::{Assertion, Key};
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use worker::wasm_bindgen_futures::JsFuture;

/// RSASSA-PKCS1-v1_5, which is what RS256 means (RFC 7518 section 3.3).
const ALGORITHM: &str = "RSASSA-PKCS1-v1_5";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["crypto", "subtle"], js_name = importKey, catch)]
    fn import_key(
        format: &str,
        key: &JsValue,
        algorithm: &JsValue,
        is_extractable: bool,
        usages: &Array,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["crypto", "subtle"], js_name = verify, catch)]
    fn verify(
        algorithm: &str,
        key: &JsValue,
        signature: &Uint8Array,
        data: &Uint8Array,
    ) -> Result<Promise, JsValue>;
}

/// A public key as the platform holds it.
#[derive(Clone, Debug)]
pub(super) struct PublicKey(JsValue);

impl PublicKey {
    /// Hands a key to the platform.
    ///
    /// # Errors
    ///
    /// When the platform does not take it.
    pub(super) async fn import(key: &Key) -> Result<Self, JsValue> {
        let jwk = object(&[
            ("kty", "RSA".into()),
            ("alg", "RS256".into()),
            ("n", (&*key.modulus).into()),
            ("e", (&*key.exponent).into()),
        ])?;
        let algorithm = object(&[("name", ALGORITHM.into()), ("hash", "SHA-256".into())])?;
        let usages = Array::of1(&"verify".into());
        JsFuture::from(import_key("jwk", &jwk, &algorithm, false, &usages)?).await.map(Self)
    }

    /// Whether it was the other half of this key that signed.
    ///
    /// # Errors
    ///
    /// When the platform cannot say.
    pub(super) async fn has_signed(&self, assertion: &Assertion<'_>) -> Result<bool, JsValue> {
        let signature = Uint8Array::from(assertion.signature());
        let signed = Uint8Array::from(assertion.signed());
        let verdict = JsFuture::from(verify(ALGORITHM, &self.0, &signature, &signed)?).await?;
        // Nothing but `true` will do.
        Ok(verdict.as_bool() == Some(true))
    }
}

fn object(members: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in members {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object.into())
}
