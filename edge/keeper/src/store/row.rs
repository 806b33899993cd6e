//! What comes out of the storage.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::Fault;

/// One row, its columns in the order in which the statement names them, from 0.
#[derive(Debug)]
pub(crate) struct Row(Array);

impl Row {
    pub(super) fn read(row: &Array) -> Result<Self, Fault> {
        Ok(Self(row.clone()))
    }

    /// # Errors
    ///
    /// [`Fault::Unreadable`] when there is something else in that column, as everywhere here.
    pub(crate) fn text(&self, column: u32) -> Result<String, Fault> {
        self.maybe_text(column)?.ok_or(Fault::Unreadable { what: "a text" })
    }

    pub(crate) fn maybe_text(&self, column: u32) -> Result<Option<String>, Fault> {
        let read = |value: &JsValue| value.as_string();
        self.maybe(column, read, "a text")
    }

    pub(crate) fn integer(&self, column: u32) -> Result<i64, Fault> {
        self.maybe_integer(column)?.ok_or(Fault::Unreadable { what: "a number" })
    }

    pub(crate) fn maybe_integer(&self, column: u32) -> Result<Option<i64>, Fault> {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number, which it stays")]
        let read = |value: &JsValue| {
            value.as_f64().filter(|number| number.fract() == 0.0).map(|number| number as i64)
        };
        self.maybe(column, read, "a number")
    }

    /// A number that counts something.
    pub(crate) fn count(&self, column: u32) -> Result<u64, Fault> {
        u64::try_from(self.integer(column)?).map_err(|_| Fault::Unreadable { what: "a count" })
    }

    pub(crate) fn maybe_count(&self, column: u32) -> Result<Option<u64>, Fault> {
        self.maybe_integer(column)?
            .map(|number| u64::try_from(number).map_err(|_| Fault::Unreadable { what: "a count" }))
            .transpose()
    }

    pub(crate) fn blob(&self, column: u32) -> Result<Vec<u8>, Fault> {
        let read = |value: &JsValue| {
            value.is_instance_of::<js_sys::ArrayBuffer>().then(|| Uint8Array::new(value).to_vec())
        };
        self.maybe(column, read, "bytes")?.ok_or(Fault::Unreadable { what: "bytes" })
    }

    fn maybe<T>(
        &self,
        column: u32,
        read: impl FnOnce(&JsValue) -> Option<T>,
        what: &'static str,
    ) -> Result<Option<T>, Fault> {
        let value = self.0.get(column);
        if value.is_null() {
            return Ok(None);
        }
        read(&value).map(Some).ok_or(Fault::Unreadable { what })
    }
}
