//! From one instant to another, or to an end that nobody knows yet.

use catalogue::fill;
use chrono::{DateTime, Datelike, FixedOffset};

use super::{
    Speech,
    end::{clocks_change, last},
    local::Local,
};

impl Speech<'_> {
    /// "Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)".
    ///
    /// | the end is | it is said with |
    /// | --- | --- |
    /// | on the same day, or the midnight that ends it | its time |
    /// | on another day of the year | its weekday, day and month |
    /// | in another year | its whole date |
    /// | after a change of clocks | its offset besides, and the start with its own |
    ///
    /// # Examples
    ///
    /// ```
    /// use schedule::speech::{Language, Speech};
    ///
    /// let span = |start: &str, end: &str| {
    ///     Speech::new(Language::English, "CT").span(start.parse().unwrap(), end.parse().unwrap())
    /// };
    /// assert_eq!(
    ///     span("2025-02-06T22:00:00-06:00", "2025-02-07T02:00:00-06:00"),
    ///     "Thursday, February 6, 2025, 10:00 p.m. – Friday, February 7, 2:00 a.m. (CT)",
    /// );
    /// // Without the offsets it would be an hour that takes none.
    /// assert_eq!(
    ///     span("2025-11-02T01:30:00-05:00", "2025-11-02T01:30:00-06:00"),
    ///     "Sunday, November 2, 2025, 1:30 a.m. (CT, UTC−5) – 1:30 a.m. (CT, UTC−6)",
    /// );
    /// ```
    pub fn span(&self, start: DateTime<FixedOffset>, end: DateTime<FixedOffset>) -> String {
        let (first, last) = (Local::start(start.naive_local()), last(start, end));
        let till = if first.date == last.date {
            self.clock(last)
        } else if first.date.year() == last.date.year() {
            let (day, time) = (self.day(last.date), self.clock(last));
            fill(self.language.date().with_time, &[("date", &day), ("time", &time)])
        } else {
            self.dated(last)
        };
        let (from, words) = (self.dated(first), self.language.span());
        if clocks_change(start, end) {
            let (start, end) = (self.exact_zone(start), self.exact_zone(end));
            let values =
                [("start", &*from), ("start_zone", &start), ("end", &till), ("end_zone", &end)];
            fill(words.clocks_change, &values)
        } else {
            let values = [("start", &*from), ("end", &till), ("zone", &self.zone())];
            fill(words.same_clocks, &values)
        }
    }

    /// "from Thursday, February 6, 2025, 7:00 p.m. (CT) on; the end is not known yet".
    ///
    /// # Examples
    ///
    /// ```
    /// use schedule::speech::{Language, Speech};
    ///
    /// let start = "2025-02-06T12:00:00-06:00".parse().unwrap();
    /// assert_eq!(
    ///     Speech::new(Language::English, "CT").open_span(start),
    ///     "from Thursday, February 6, 2025, 12:00 noon (CT) on; the end is not known yet",
    /// );
    /// assert_eq!(
    ///     Speech::new(Language::Spanish, "CT").open_span(start),
    ///     "desde el jueves, 6 de febrero de 2025, 12:00 del mediodía (CT); \
    ///      aún no se sabe cuándo termina",
    /// );
    /// ```
    pub fn open_span(&self, start: DateTime<FixedOffset>) -> String {
        fill(self.language.span().open, &[("start", &self.moment(start))])
    }
}
