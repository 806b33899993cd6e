//! Times of day, on a clock of as many hours as the language counts.

use catalogue::{Clock, fill, texts::Time};
use chrono::{NaiveTime, Timelike};

use super::Speech;

impl Speech<'_> {
    /// "9:00 p.m.", "12:00 noon", "12:00 midnight"; "9:00 p. m.", "12:00 del mediodía", "12:00 de
    /// la medianoche". Seconds only when there are some; fractions of them never.
    ///
    /// People take 12 a.m. for noon and 12 p.m. for midnight about as often as not, so on a clock of
    /// twelve hours both have names.
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
        say(self.language.time(), time.hour(), time)
    }

    /// The midnight that ends a day, which with 24 hours is 24:00.
    pub(super) fn end_of_day(&self) -> String {
        say(self.language.time(), 24, NaiveTime::MIN)
    }
}

/// Whether it is spoken of as midnight: to the second, as everything is.
pub(super) fn is_midnight(time: NaiveTime) -> bool {
    time.num_seconds_from_midnight() == 0
}

fn is_noon(time: NaiveTime) -> bool {
    time.num_seconds_from_midnight() == 12 * 60 * 60
}

/// The time in `words`, where `hour` is the one to be said on a clock of 24 hours.
fn say(words: &Time, hour: u32, time: NaiveTime) -> String {
    let (afternoon, hour12) = time.hour12();
    let (hour, half) = match words.clock {
        Clock::Twelve if afternoon => (hour12.to_string(), words.pm),
        Clock::Twelve => (hour12.to_string(), words.am),
        Clock::TwentyFour => (hour.to_string(), ""),
        Clock::TwentyFourPadded => (format!("{hour:02}"), ""),
    };
    let digits = fill(
        if time.second() == 0 { words.minutes } else { words.seconds },
        &[
            ("hour", &hour),
            ("minute", &format!("{:02}", time.minute())),
            ("second", &format!("{:02}", time.second())),
        ],
    );
    let name = match time {
        _ if is_noon(time) => words.noon,
        _ if is_midnight(time) => words.midnight,
        _ => half,
    };
    if name.is_empty() { digits } else { fill(name, &[("time", &digits)]) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speech::Language;

    /// None of our languages counts to 24 yet, so these words are made up.
    const WORDS: Time = Time {
        minutes: "{hour}.{minute} Uhr",
        seconds: "{hour}.{minute}.{second} Uhr",
        noon: "",
        midnight: "",
        ..*Language::English.time()
    };

    #[test]
    fn a_clock_of_24_hours() {
        #[track_caller]
        fn check(time: &str, plain: &str, padded: &str) {
            let time: NaiveTime = time.parse().expect("the rows are times");
            let words = Time { clock: Clock::TwentyFour, ..WORDS };
            assert_eq!(say(&words, time.hour(), time), plain);
            let words = Time { clock: Clock::TwentyFourPadded, ..WORDS };
            assert_eq!(say(&words, time.hour(), time), padded);
        }
        check("00:00:00", "0.00 Uhr", "00.00 Uhr");
        check("07:05:00", "7.05 Uhr", "07.05 Uhr");
        check("12:00:00", "12.00 Uhr", "12.00 Uhr");
        check("19:00:00", "19.00 Uhr", "19.00 Uhr");
        check("23:59:59", "23.59.59 Uhr", "23.59.59 Uhr");
    }

    #[test]
    fn noon_and_midnight_have_their_names_if_the_catalogue_gives_them() {
        let words = Time {
            clock: Clock::TwentyFour,
            noon: "{time} (mittags)",
            midnight: "{time} (Mitternacht)",
            ..WORDS
        };
        let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("noon is a time");
        assert_eq!(say(&words, 12, noon), "12.00 Uhr (mittags)");
        assert_eq!(say(&words, 0, NaiveTime::MIN), "0.00 Uhr (Mitternacht)");
    }

    #[test]
    fn a_day_ends_at_24() {
        let words = Time { clock: Clock::TwentyFour, ..WORDS };
        assert_eq!(say(&words, 24, NaiveTime::MIN), "24.00 Uhr");
        assert_eq!(say(Language::English.time(), 24, NaiveTime::MIN), "12:00 midnight");
    }
}
