//! The one clock of the worker.

use chrono::{DateTime, Utc};

use crate::request::Request;

/// The header that sets the clock in development builds: an RFC 3339 instant.
#[cfg(feature = "development")]
pub(crate) const HEADER: &str = "intermission-now";

/// The instant at which a request is decided.
///
/// # Errors
///
/// In development builds, the sentence to answer with when the header is not an instant. Release
/// builds know no header and cannot fail.
pub(crate) fn now(request: &Request) -> Result<DateTime<Utc>, String> {
    #[cfg(feature = "development")]
    if let Some(instant) = travelled(request) {
        return instant;
    }
    let _ = request;
    Ok(platform())
}

/// The platform's clock. It stands still while a request runs, and moves between requests.
#[expect(clippy::disallowed_methods, reason = "this is the one clock of the worker")]
pub(crate) fn platform() -> DateTime<Utc> {
    instant(js_sys::Date::now())
}

/// The instant that JavaScript writes as milliseconds since 1970.
#[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit for ages")]
pub(crate) fn instant(milliseconds: f64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(milliseconds as i64).unwrap_or_default()
}

#[cfg(feature = "development")]
fn travelled(request: &Request) -> Option<Result<DateTime<Utc>, String>> {
    let instant = request.headers().value(HEADER)?;
    Some(instant.parse().map_err(|_| {
        format!(
            "expected an instant such as 2025-02-07T01:00:00Z in the header Intermission-Now, \
             but found `{instant}`"
        )
    }))
}
