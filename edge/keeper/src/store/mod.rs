//! What is kept: SQLite, in the object's own storage.
//!
//! | file | what |
//! | --- | --- |
//! | `binding` | the runtime's storage |
//! | `value`, `row` | what goes in, and what comes out |
//! | `fault` | what can go wrong |
//! | `schema` | the tables, and how those of an older build become them |
//! | `parts` | texts and bytes that are too large for a row |
//! | `revisions`, `timelines`, `audit`, `replies` | what is in which table |
//!
//! Instants are integers: milliseconds since 1970.

pub(crate) mod audit;
mod binding;
mod fault;
mod parts;
pub(crate) mod replies;
pub(crate) mod revisions;
mod row;
mod schema;
pub(crate) mod timelines;
mod value;

use chrono::{DateTime, Utc};
use js_sys::WebAssembly::RuntimeError;
use wasm_bindgen::{JsCast, JsValue, throw_val};
use worker::{
    console_error,
    wasm_bindgen_futures::{JsFuture, spawn_local},
};

pub(crate) use self::{fault::Fault, row::Row, value::Value};
use crate::vitals;
use binding::Storage;

/// The object's storage.
#[derive(Debug)]
pub(crate) struct Store {
    storage: Storage,
}

impl Store {
    /// Opens the storage of an object, and sees to it that the tables are there.
    pub(crate) fn open(state: &worker::durable::State) -> Result<Self, Fault> {
        let storage: &JsValue = state.as_raw().as_ref();
        let storage = binding::storage(storage.unchecked_ref()).map_err(Fault::thrown)?;
        let store = Self { storage };
        schema::migrate(&store)?;
        Ok(store)
    }

    /// Executes one statement, for what it does.
    pub(crate) fn exec(&self, sql: &str, values: &[Value<'_>]) -> Result<(), Fault> {
        self.rows(sql, values).map(drop)
    }

    /// Executes one statement, for all the rows that it gives.
    pub(crate) fn rows(&self, sql: &str, values: &[Value<'_>]) -> Result<Vec<Row>, Fault> {
        if vitals::is_broken() {
            return Err(Fault::Broken);
        }
        let values = values.iter().map(JsValue::from).collect();
        let cursor = self.storage.sql().exec(sql, values).map_err(Fault::thrown)?;
        let rows = binding::all(&cursor.raw().map_err(Fault::thrown)?).map_err(Fault::thrown)?;
        rows.iter().map(|row| Row::read(row.unchecked_ref())).collect()
    }

    /// Executes one statement, for the first row that it gives.
    pub(crate) fn row(&self, sql: &str, values: &[Value<'_>]) -> Result<Option<Row>, Fault> {
        Ok(self.rows(sql, values)?.into_iter().next())
    }

    /// Has the object woken at an instant, in place of the one before. It is written together with what
    /// was written just before: nothing has to be waited for.
    pub(crate) fn set_alarm(&self, at: DateTime<Utc>) -> Result<(), Fault> {
        if vitals::is_broken() {
            return Err(Fault::Broken);
        }
        #[expect(clippy::cast_precision_loss, reason = "the runtime has no other numbers")]
        let at = at.timestamp_millis() as f64;
        let setting = self.storage.set_alarm(at).map_err(Fault::thrown)?;
        spawn_local(async move {
            if let Err(thrown) = JsFuture::from(setting).await {
                console_error!("intermission: the alarm is not set: {}", Fault::thrown(thrown));
            }
        });
        Ok(())
    }

    /// Does all of `work` or nothing: when it fails, and also when it panics, what it wrote is as
    /// if it had never been.
    pub(crate) fn transaction<T, E: From<Fault>>(
        &self,
        work: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        let (mut work, mut result) = (Some(work), None);
        let ended = self.storage.transaction_sync(&mut || {
            let work = work.take().ok_or(JsValue::NULL)?;
            let done = work();
            // What is thrown here is only for the runtime, which rolls back then.
            let verdict = if done.is_ok() { Ok(()) } else { Err(JsValue::NULL) };
            result = Some(done);
            verdict
        });
        match (result, ended) {
            // A panic comes out of the runtime as if it were an error of the storage. It has to go on
            // to where this module is made anew.
            (_, Err(thrown)) if thrown.is_instance_of::<RuntimeError>() => throw_val(thrown),
            (Some(Err(error)), _) => Err(error),
            (Some(Ok(value)), Ok(())) => Ok(value),
            // It could not be begun or not be ended.
            (_, Err(thrown)) => Err(Fault::thrown(thrown).into()),
            (None, Ok(())) => Err(Fault::Unreadable { what: "a transaction" }.into()),
        }
    }
}
