//! The words of our own diagnostics, which are English, and whose label is often an offset.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};

use super::{Language, Speech};

/// [`Speech::moment`] in English.
///
/// # Examples
///
/// ```
/// let end = "2025-02-06T21:00:00-06:00".parse().unwrap();
/// assert_eq!(schedule::speech::moment(end, "CT"), "Thursday, February 6, 2025, 9:00 p.m. (CT)");
/// ```
pub fn moment(instant: DateTime<FixedOffset>, label: &str) -> String {
    Speech::new(Language::English, label).moment(instant)
}

/// [`Speech::span`] in English.
///
/// # Examples
///
/// ```
/// let start = "2025-02-06T19:00:00-06:00".parse().unwrap();
/// let end = "2025-02-06T21:00:00-06:00".parse().unwrap();
/// assert_eq!(
///     schedule::speech::span(start, end, "CT"),
///     "Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)",
/// );
/// ```
pub fn span(start: DateTime<FixedOffset>, end: DateTime<FixedOffset>, label: &str) -> String {
    Speech::new(Language::English, label).span(start, end)
}

/// [`Speech::local`] in English.
///
/// # Examples
///
/// ```
/// let local = "2025-03-09T02:30:00".parse().unwrap();
/// assert_eq!(schedule::speech::local(local), "Sunday, March 9, 2025, 2:30 a.m.");
/// ```
pub fn local(local: NaiveDateTime) -> String {
    UNLABELLED.local(local)
}

/// [`Speech::date`] in English.
///
/// # Examples
///
/// ```
/// let date = "2025-02-06".parse().unwrap();
/// assert_eq!(schedule::speech::date(date), "Thursday, February 6, 2025");
/// ```
pub fn date(date: NaiveDate) -> String {
    UNLABELLED.date(date)
}

/// [`Speech::time`] in English.
///
/// # Examples
///
/// ```
/// let noon = "12:00:00".parse().unwrap();
/// assert_eq!(schedule::speech::time(noon), "12:00 noon");
/// ```
pub fn time(time: NaiveTime) -> String {
    UNLABELLED.time(time)
}

/// For what is said without a label, because it is no instant.
const UNLABELLED: Speech<'static> = Speech { language: Language::English, label: "" };
