//! Lengths of time.

use chrono::TimeDelta;

use super::{Language, Speech};

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
        let mut rest = length.num_seconds().unsigned_abs();
        let mut parts = Vec::new();
        for (seconds, one, many) in units(self.language) {
            let count = rest / seconds;
            rest %= seconds;
            if count != 0 {
                parts.push(format!("{count} {}", if count == 1 { one } else { many }));
            }
        }
        if parts.is_empty() {
            let [.., (_, _, seconds)] = units(self.language);
            return format!("0 {seconds}");
        }
        // No window has a negative length, but a number must not lose its sign on the way.
        let sign = if length < TimeDelta::zero() { "−" } else { "" };
        format!("{sign}{}", parts.join(" "))
    }
}

/// From the largest to the smallest: its seconds, its name for one, and for more.
fn units(language: Language) -> [(u64, &'static str, &'static str); 4] {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    match language {
        Language::English => [
            (DAY, "day", "days"),
            (HOUR, "hour", "hours"),
            (MINUTE, "minute", "minutes"),
            (1, "second", "seconds"),
        ],
        Language::Spanish => [
            (DAY, "día", "días"),
            (HOUR, "hora", "horas"),
            (MINUTE, "minuto", "minutos"),
            (1, "segundo", "segundos"),
        ],
    }
}
