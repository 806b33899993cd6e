//! What goes into the storage.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

/// What stands for a `?` of a statement.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<'a> {
    Null,
    /// Up to 2⁵³, as far as the runtime's numbers go.
    Integer(i64),
    Text(&'a str),
    Blob(&'a [u8]),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Blob(bytes)
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<u64> for Value<'_> {
    /// Numbers that we count never come near the end.
    fn from(number: u64) -> Self {
        Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl From<&Value<'_>> for JsValue {
    fn from(value: &Value<'_>) -> Self {
        match value {
            Value::Null => Self::NULL,
            #[expect(clippy::cast_precision_loss, reason = "the runtime has no other numbers")]
            Value::Integer(number) => Self::from_f64(*number as f64),
            Value::Text(text) => Self::from_str(text),
            Value::Blob(bytes) => Uint8Array::from(*bytes).into(),
        }
    }
}
