//! What can go wrong with the storage.

use std::fmt;

use admin::Kind;
use js_sys::{Error, JsString};
use wasm_bindgen::{JsCast, JsValue};

use crate::refusal::Refusal;

/// Why something could not be written or read.
#[derive(Debug)]
pub(crate) enum Fault {
    /// No room is left on the disk, or for this object.
    Full,
    /// Something panicked, and this is what is left of another request.
    Broken,
    /// What the storage said, for the log and not for a client.
    Storage { said: String },
    /// Something else is there than what was written.
    Unreadable { what: &'static str },
    /// The tables are those of a build that comes after this one.
    Newer { found: i64, known: i64 },
}

impl Fault {
    /// Reads what the runtime threw.
    pub(super) fn thrown(thrown: JsValue) -> Self {
        let said = match thrown.dyn_into::<Error>() {
            Ok(error) => String::from(error.message()),
            Err(other) => {
                other.dyn_into::<JsString>().map_or_else(|_| "nothing".to_owned(), String::from)
            }
        };
        // SQLite's own words for it, and its code, which the runtime adds.
        if said.contains("SQLITE_FULL") || said.contains("database or disk is full") {
            return Self::Full;
        }
        Self::Storage { said }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str("no room is left on the keeper's disk"),
            Self::Broken => f.write_str("a panic came in between"),
            Self::Storage { said } => write!(f, "the storage failed: {said}"),
            Self::Unreadable { what } => {
                write!(f, "expected {what} in the storage, found something else")
            }
            Self::Newer { found, known } => write!(
                f,
                "expected tables of version {known} at most, found version {found}, which a newer build made"
            ),
        }
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        worker::console_error!("intermission: {fault}");
        match fault {
            Fault::Full => Self::new(
                Kind::StorageFull,
                "no room is left on the keeper's disk; nothing was changed",
            )
            .with_help(
                "make room on the disk, then send it again: the schedule in force stays in force",
            ),
            _ => Self::fault(),
        }
    }
}
