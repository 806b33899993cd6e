//! Lengths of time.

use catalogue::{Plural, fill, texts};
use chrono::TimeDelta;

use super::Speech;

impl Speech<'_> {
    /// "1 hour 30 minutes", "3 days 4 hours"; "1 hora 30 minutos". A day is 24 hours, as for
    /// [`crate::Length`]: this is elapsed time, whatever clocks show. Fractions of a second are
    /// left out.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::TimeDelta;
    /// use schedule::speech::{Language, Speech};
    ///
    /// let length = TimeDelta::minutes(90);
    /// assert_eq!(Speech::new(Language::English, "CT").length(length), "1 hour 30 minutes");
    /// assert_eq!(Speech::new(Language::Spanish, "CT").length(length), "1 hora 30 minutos");
    /// ```
    pub fn length(&self, length: TimeDelta) -> String {
        let words = self.language.length();
        let mut rest = length.num_seconds().unsigned_abs();
        let mut said: Option<String> = None;
        for (seconds, unit) in units(words) {
            let count = rest / seconds;
            rest %= seconds;
            if count != 0 {
                let part = counted(unit, count);
                said = Some(match said {
                    Some(larger) => fill(words.joined, &[("larger", &larger), ("smaller", &part)]),
                    None => part,
                });
            }
        }
        match said {
            None => counted(&words.seconds, 0),
            // No window has a negative length, but a number must not lose its sign on the way.
            Some(said) if length < TimeDelta::zero() => fill(words.negative, &[("length", &said)]),
            Some(said) => said,
        }
    }
}

/// "3 days".
fn counted(unit: &Plural, count: u64) -> String {
    fill(unit.of(count), &[("count", &count.to_string())])
}

/// From the largest to the smallest: its seconds, and its name.
fn units(words: &texts::Length) -> [(u64, &Plural); 4] {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    [(DAY, &words.days), (HOUR, &words.hours), (MINUTE, &words.minutes), (1, &words.seconds)]
}
