//! Dates: always with the weekday, which people check against, and the month as a word, because
//! 2/6 is in February for some readers and in June for others.

use catalogue::fill;
use chrono::{Datelike, NaiveDate};

use super::Speech;

impl Speech<'_> {
    /// "Thursday, February 6, 2025"; "jueves, 6 de febrero de 2025".
    ///
    /// # Examples
    ///
    /// ```
    /// use schedule::speech::{Language, Speech};
    ///
    /// let date = "2024-02-29".parse().unwrap();
    /// let spoken = |language| Speech::new(language, "CT").date(date);
    /// assert_eq!(spoken(Language::English), "Thursday, February 29, 2024");
    /// assert_eq!(spoken(Language::Spanish), "jueves, 29 de febrero de 2024");
    /// ```
    pub fn date(&self, date: NaiveDate) -> String {
        self.date_as(self.language.date().full, date)
    }

    /// The date without its year, where another date beside it has the same one.
    pub(super) fn day(&self, date: NaiveDate) -> String {
        self.date_as(self.language.date().without_year, date)
    }

    fn date_as(&self, pattern: &str, date: NaiveDate) -> String {
        let words = self.language.date();
        let values = [
            ("weekday", words.weekdays[date.weekday().num_days_from_monday() as usize]),
            ("day", &date.day().to_string()),
            ("month", words.months[date.month0() as usize]),
            ("year", &date.year().to_string()),
        ];
        fill(pattern, &values)
    }
}
