//! One instant.

use catalogue::fill;
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
        self.placed(&self.local(instant.naive_local()), &self.zone())
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
        self.placed(&self.local(instant.naive_local()), &self.exact_zone(instant))
    }

    /// "Thursday, February 6, 2025, 9:00 p.m." with "(CT)" or "(CT, UTC−6)".
    pub(super) fn placed(&self, local: &str, zone: &str) -> String {
        fill(self.language.span().moment, &[("local", local), ("zone", zone)])
    }

    /// "(CT)".
    pub(super) fn zone(&self) -> String {
        fill(self.language.span().zone, &[("label", self.label)])
    }

    /// "(CT, UTC−6)".
    pub(super) fn exact_zone(&self, instant: DateTime<FixedOffset>) -> String {
        let values = [("label", self.label), ("offset", &offset(*instant.offset()))];
        fill(self.language.span().exact_zone, &values)
    }
}
