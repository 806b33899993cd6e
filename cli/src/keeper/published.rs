//! A public document as it came.

use chrono::{DateTime, Utc};

/// A public document as it came.
#[derive(Debug)]
pub(crate) struct Published {
    /// Nothing, when it is still the one that is there already.
    pub(crate) text: Option<String>,
    /// What it is known by, an `ETag`.
    pub(crate) tag: Option<String>,
    /// By the clock of whoever answered, to the second.
    pub(crate) date: Option<DateTime<Utc>>,
}
