//! Dates: always with the weekday, which people check against, and the month as a word, because
//! 2/6 is in February for some readers and in June for others.

use chrono::{Datelike, NaiveDate};

use super::{Language, Speech};

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
        let day = self.day(date);
        match self.language {
            Language::English => format!("{day}, {}", date.year()),
            Language::Spanish => format!("{day} de {}", date.year()),
        }
    }

    /// The date without its year, where another date beside it has the same one.
    pub(super) fn day(&self, date: NaiveDate) -> String {
        let weekday = weekdays(self.language)[date.weekday().num_days_from_monday() as usize];
        let month = months(self.language)[date.month0() as usize];
        let day = date.day();
        match self.language {
            Language::English => format!("{weekday}, {month} {day}"),
            Language::Spanish => format!("{weekday}, {day} de {month}"),
        }
    }
}

fn weekdays(language: Language) -> [&'static str; 7] {
    match language {
        Language::English => {
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        }
        Language::Spanish => {
            ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]
        }
    }
}

fn months(language: Language) -> [&'static str; 12] {
    match language {
        Language::English => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        Language::Spanish => [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
    }
}
