//! One instant.

use chrono::{DateTime, FixedOffset};

use super::{Speech, offset};

impl Speech<'_> {
    /// "Thursday, February 6, 2025, 9:00 p.m. (CT)": when something starts or is.
    ///
    /// # Examples
    ///
    /// ```
    /// use schedule::speech::{Language, Speech};
    ///
    /// let start = "2025-02-06T21:00:00-06:00".parse().unwrap();
    /// assert_eq!(
    ///     Speech::new(Language::English, "CT").moment(start),
    ///     "Thursday, February 6, 2025, 9:00 p.m. (CT)",
    /// );
    /// ```
    pub fn moment(&self, instant: DateTime<FixedOffset>) -> String {
        format!("{} ({})", self.local(instant.naive_local()), self.label)
    }

    /// The same with the offset, "(CT, UTC−6)", which leaves no doubt in the night in which clocks
    /// are put back.
    ///
    /// # Examples
    ///
    /// ```
    /// use schedule::speech::{Language, Speech};
    ///
    /// let start = "2025-11-02T01:30:00-06:00".parse().unwrap();
    /// assert_eq!(
    ///     Speech::new(Language::English, "CT").exact(start),
    ///     "Sunday, November 2, 2025, 1:30 a.m. (CT, UTC−6)",
    /// );
    /// ```
    pub fn exact(&self, instant: DateTime<FixedOffset>) -> String {
        format!("{} {}", self.local(instant.naive_local()), self.place(instant))
    }

    /// "(CT, UTC−6)".
    pub(super) fn place(&self, instant: DateTime<FixedOffset>) -> String {
        format!("({}, {})", self.label, offset(*instant.offset()))
    }
}
