//! The runtime's storage. Everything here may throw, which the SDK's bindings do not expect of all.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    pub(super) type State;

    #[wasm_bindgen(method, catch, getter, js_name = storage)]
    fn get_storage(this: &State) -> Result<Storage, JsValue>;

    #[derive(Debug)]
    pub(super) type Storage;

    #[wasm_bindgen(method, getter)]
    pub(super) fn sql(this: &Storage) -> Sql;

    #[wasm_bindgen(method, catch, js_name = transactionSync)]
    pub(super) fn transaction_sync(
        this: &Storage,
        work: &mut dyn FnMut() -> Result<(), JsValue>,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = setAlarm)]
    pub(super) fn set_alarm(this: &Storage, at: f64) -> Result<Promise, JsValue>;

    pub(super) type Sql;

    #[wasm_bindgen(method, catch, variadic)]
    pub(super) fn exec(this: &Sql, statement: &str, values: Array) -> Result<Cursor, JsValue>;

    pub(super) type Cursor;

    /// The rows as arrays, in the order of the columns.
    #[wasm_bindgen(method, catch)]
    pub(super) fn raw(this: &Cursor) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = Array, js_name = from)]
    pub(super) fn all(rows: &JsValue) -> Result<Array, JsValue>;
}

pub(super) fn storage(state: &State) -> Result<Storage, JsValue> {
    state.get_storage()
}
