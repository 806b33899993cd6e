//! Instants as machines write them.

use chrono::{DateTime, SecondsFormat, Utc};

/// RFC 3339 in UTC, as exact as it has to be.
pub(crate) fn utc(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}
