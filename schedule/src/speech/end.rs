//! When something ends that began at a known instant: which decides how the end is said.

use catalogue::fill;
use chrono::{DateTime, FixedOffset};

use super::{Speech, local::Local};

impl Speech<'_> {
    /// "Thursday, February 6, 2025, 9:00 p.m. (CT)", as [`Speech::moment`], but midnight is the
    /// end of the day before, and after a change of clocks the offset is said too: in that night
    /// "ends 1:30 a.m." is two instants.
    ///
    /// # Examples
    ///
    /// ```
    /// use schedule::speech::{Language, Speech};
    ///
    /// let end = |start: &str, end: &str| {
    ///     Speech::new(Language::English, "CT").end(start.parse().unwrap(), end.parse().unwrap())
    /// };
    /// assert_eq!(
    ///     end("2025-02-06T19:00:00-06:00", "2025-02-07T00:00:00-06:00"),
    ///     "Thursday, February 6, 2025, 12:00 midnight at the end of the day (CT)",
    /// );
    /// assert_eq!(
    ///     end("2025-11-02T00:30:00-05:00", "2025-11-02T01:30:00-06:00"),
    ///     "Sunday, November 2, 2025, 1:30 a.m. (CT, UTC−6)",
    /// );
    /// ```
    pub fn end(&self, start: DateTime<FixedOffset>, end: DateTime<FixedOffset>) -> String {
        let words = self.dated(last(start, end));
        let zone = if clocks_change(start, end) { self.exact_zone(end) } else { self.zone() };
        self.placed(&words, &zone)
    }

    /// "until Thursday, February 6, 2025, 9:00 p.m. (CT)"; "hasta el jueves, …". The end is said as
    /// by [`Speech::end`].
    ///
    /// # Examples
    ///
    /// ```
    /// use schedule::speech::{Language, Speech};
    ///
    /// let start = "2025-02-06T07:00:00-06:00".parse().unwrap();
    /// let end = "2025-02-06T12:00:00-06:00".parse().unwrap();
    /// assert_eq!(
    ///     Speech::new(Language::Spanish, "CT").until(start, end),
    ///     "hasta el jueves, 6 de febrero de 2025, 12:00 del mediodía (CT)",
    /// );
    /// ```
    pub fn until(&self, start: DateTime<FixedOffset>, end: DateTime<FixedOffset>) -> String {
        fill(self.language.span().until, &[("end", &self.end(start, end))])
    }

    /// "ends the next day", "ends 3 days later"; `None` when [`Speech::span`] names one day only.
    ///
    /// For places too narrow for two dates, and to warn of the night that is easily overlooked.
    ///
    /// # Examples
    ///
    /// ```
    /// use schedule::speech::{Language, Speech};
    ///
    /// let english = Speech::new(Language::English, "CT");
    /// let start = "2025-02-06T19:00:00-06:00".parse().unwrap();
    /// let ends = |end: &str| english.ends_later(start, end.parse().unwrap());
    /// assert_eq!(ends("2025-02-07T00:00:00-06:00"), None);
    /// assert_eq!(ends("2025-02-07T00:30:00-06:00").as_deref(), Some("ends the next day"));
    /// assert_eq!(ends("2025-02-09T00:30:00-06:00").as_deref(), Some("ends 3 days later"));
    /// ```
    pub fn ends_later(
        &self,
        start: DateTime<FixedOffset>,
        end: DateTime<FixedOffset>,
    ) -> Option<String> {
        let days = (last(start, end).date - start.date_naive()).num_days();
        let words = self.language.span();
        match u64::try_from(days).ok()? {
            0 => None,
            1 => Some(words.ends_next_day.to_owned()),
            days => Some(fill(words.ends_later.of(days), &[("days", &days.to_string())])),
        }
    }
}

/// How the end of what began at `start` is said.
///
/// When clocks are put back over midnight, as in Havana, a day has two of them, and the second
/// ends no day before. An offset cannot tell, so after a change of clocks midnight starts its day.
pub(super) fn last(start: DateTime<FixedOffset>, end: DateTime<FixedOffset>) -> Local {
    if clocks_change(start, end) {
        Local::start(end.naive_local())
    } else {
        Local::end(end.naive_local())
    }
}

pub(super) fn clocks_change(start: DateTime<FixedOffset>, end: DateTime<FixedOffset>) -> bool {
    start.offset() != end.offset()
}
