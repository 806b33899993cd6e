//! The one clock of the keeper.

use chrono::{DateTime, SecondsFormat, Utc};

use crate::{asked::Asked, refusal::Refusal};

/// The instant at which a request is answered.
///
/// # Errors
///
/// In development builds, when the header that sets the clock is not an instant.
pub(crate) fn now(asked: &Asked) -> Result<DateTime<Utc>, Refusal> {
    #[cfg(feature = "development")]
    if let Some(instant) = asked.header("intermission-now") {
        return instant.parse().map_err(|_| {
            Refusal::new(
                admin::Kind::InvalidRequest,
                format!(
                    "expected an instant such as 2025-02-07T01:00:00Z in the header \
                     Intermission-Now, found `{instant}`"
                ),
            )
        });
    }
    let _ = asked;
    Ok(platform())
}

/// The instant that it is for what no request asks for: alarms, and what they begin.
pub(crate) fn current() -> DateTime<Utc> {
    #[cfg(feature = "development")]
    if let Some(instant) = travelled() {
        return instant;
    }
    platform()
}

#[cfg(feature = "development")]
thread_local! {
    static TRAVELLED: std::cell::Cell<Option<DateTime<Utc>>> = const { std::cell::Cell::new(None) };
}

/// Where the last operator who came has set the clock: nobody sends a header with an alarm.
#[cfg(feature = "development")]
fn travelled() -> Option<DateTime<Utc>> {
    TRAVELLED.get()
}

/// Remembers at which instant an operator came, for alarms.
#[cfg(feature = "development")]
pub(crate) fn remember(asked: &Asked, now: DateTime<Utc>) {
    TRAVELLED.set(asked.header("intermission-now").map(|_| now));
}

/// The platform's clock. It stands still while a request runs, and moves between requests.
#[expect(clippy::disallowed_methods, reason = "this is the one clock of the keeper")]
#[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 fit for ages")]
pub(crate) fn platform() -> DateTime<Utc> {
    instant(js_sys::Date::now() as i64)
}

/// The instant that is stored as so many milliseconds since 1970.
pub(crate) fn instant(milliseconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}

/// An instant as the API writes it.
pub(crate) fn written(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A stored instant as the API writes it.
pub(crate) fn written_millis(milliseconds: i64) -> String {
    written(instant(milliseconds))
}
