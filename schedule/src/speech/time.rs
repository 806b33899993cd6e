//! Times of day, on a clock of twelve hours.

use chrono::{NaiveTime, Timelike};

use super::{Language, Speech};

impl Speech<'_> {
    /// "9:00 p.m.", "12:00 noon", "12:00 midnight"; "9:00 p. m.", "12:00 del mediodía", "12:00 de
    /// la medianoche". Seconds only when there are some; fractions of them never.
    ///
    /// People take 12 a.m. for noon and 12 p.m. for midnight about as often as not, and the
    /// Spanish academy's "12 m." for noon could as well be *medianoche*.
    ///
    /// The academy writes `p. m.` as two words. The spaces in it and before it do not break, so
    /// that no line ends in "7:00 p." or begins with "m."; they are U+00A0, because programs that
    /// read times broke over the narrow U+202F when browsers began to print it in 2023. English
    /// has no space within, and keeps the plain one before, as people type it and search for it.
    ///
    /// # Examples
    ///
    /// ```
    /// use schedule::speech::{Language, Speech};
    ///
    /// let spoken = |language, time: &str| Speech::new(language, "").time(time.parse().unwrap());
    /// assert_eq!(spoken(Language::English, "19:00:00"), "7:00 p.m.");
    /// assert_eq!(spoken(Language::English, "12:00:00"), "12:00 noon");
    /// assert_eq!(spoken(Language::Spanish, "19:00:00"), "7:00\u{a0}p.\u{a0}m.");
    /// assert_eq!(spoken(Language::Spanish, "12:00:00"), "12:00 del mediodía");
    /// ```
    pub fn time(&self, time: NaiveTime) -> String {
        let (afternoon, hour) = time.hour12();
        let mut words = format!("{hour}:{:02}", time.minute());
        if time.second() != 0 {
            words += &format!(":{:02}", time.second());
        }
        let named = is_midnight(time) || is_noon(time);
        words
            + match (self.language, named, afternoon) {
                (Language::English, true, true) => " noon",
                (Language::English, true, false) => " midnight",
                (Language::English, false, true) => " p.m.",
                (Language::English, false, false) => " a.m.",
                (Language::Spanish, true, true) => " del mediodía",
                (Language::Spanish, true, false) => " de la medianoche",
                (Language::Spanish, false, true) => "\u{a0}p.\u{a0}m.",
                (Language::Spanish, false, false) => "\u{a0}a.\u{a0}m.",
            }
    }
}

/// Whether it is spoken of as midnight: to the second, as everything is.
pub(super) fn is_midnight(time: NaiveTime) -> bool {
    time.num_seconds_from_midnight() == 0
}

fn is_noon(time: NaiveTime) -> bool {
    time.num_seconds_from_midnight() == 12 * 60 * 60
}
