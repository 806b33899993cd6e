//! Times of day, dates, and both together.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use schedule::speech::{self, Language, Speech};

#[test]
fn a_time_of_day() {
    #[track_caller]
    fn check(time: &str, english: &str, spanish: &str) {
        let time: NaiveTime = time.parse().expect("the rows are times");
        crate::check("CT", |speech| speech.time(time), english, spanish);
        assert_eq!(speech::time(time), english);
    }
    check("19:00:00", "7:00 p.m.", "7:00 p. m.");
    check("07:05:00", "7:05 a.m.", "7:05 a. m.");
    check("11:59:00", "11:59 a.m.", "11:59 a. m.");
    // Noon and midnight by name, because people take 12 a.m. for either.
    check("12:00:00", "12:00 noon", "12:00 del mediodía");
    check("00:00:00", "12:00 midnight", "12:00 de la medianoche");
    // A minute later nobody is in doubt.
    check("12:01:00", "12:01 p.m.", "12:01 p. m.");
    check("00:01:00", "12:01 a.m.", "12:01 a. m.");
    check("00:30:00", "12:30 a.m.", "12:30 a. m.");
    check("12:30:00", "12:30 p.m.", "12:30 p. m.");
    check("01:00:00", "1:00 a.m.", "1:00 a. m.");
    check("13:00:00", "1:00 p.m.", "1:00 p. m.");
    check("23:59:00", "11:59 p.m.", "11:59 p. m.");
    // Seconds only when there are some, and less than a second never.
    check("19:00:01", "7:00:01 p.m.", "7:00:01 p. m.");
    check("12:00:59", "12:00:59 p.m.", "12:00:59 p. m.");
    check("00:00:01", "12:00:01 a.m.", "12:00:01 a. m.");
    check("19:00:00.999", "7:00 p.m.", "7:00 p. m.");
    check("00:00:00.999", "12:00 midnight", "12:00 de la medianoche");
}

#[test]
fn no_line_breaks_within_the_spanish_abbreviation() {
    let spanish = Speech::new(Language::Spanish, "CT");
    let time = |text: &str| spanish.time(text.parse().expect("the rows are times"));
    assert_eq!(time("19:00:00"), "7:00\u{a0}p.\u{a0}m.");
    assert_eq!(time("07:00:00"), "7:00\u{a0}a.\u{a0}m.");
}

#[test]
fn a_date() {
    #[track_caller]
    fn check(date: &str, english: &str, spanish: &str) {
        let date: NaiveDate = date.parse().expect("the rows are dates");
        crate::check("CT", |speech| speech.date(date), english, spanish);
        assert_eq!(speech::date(date), english);
    }
    // Every weekday, and every month.
    check("2024-01-01", "Monday, January 1, 2024", "lunes, 1 de enero de 2024");
    check("2024-02-06", "Tuesday, February 6, 2024", "martes, 6 de febrero de 2024");
    check("2024-03-13", "Wednesday, March 13, 2024", "miércoles, 13 de marzo de 2024");
    check("2024-04-11", "Thursday, April 11, 2024", "jueves, 11 de abril de 2024");
    check("2024-05-31", "Friday, May 31, 2024", "viernes, 31 de mayo de 2024");
    check("2024-06-01", "Saturday, June 1, 2024", "sábado, 1 de junio de 2024");
    check("2024-07-07", "Sunday, July 7, 2024", "domingo, 7 de julio de 2024");
    check("2024-08-05", "Monday, August 5, 2024", "lunes, 5 de agosto de 2024");
    check("2024-09-10", "Tuesday, September 10, 2024", "martes, 10 de septiembre de 2024");
    check("2024-10-02", "Wednesday, October 2, 2024", "miércoles, 2 de octubre de 2024");
    check("2024-11-28", "Thursday, November 28, 2024", "jueves, 28 de noviembre de 2024");
    check("2024-12-27", "Friday, December 27, 2024", "viernes, 27 de diciembre de 2024");
    // A leap day, and the years at which a timeline begins and ends.
    check("2024-02-29", "Thursday, February 29, 2024", "jueves, 29 de febrero de 2024");
    check("2020-01-01", "Wednesday, January 1, 2020", "miércoles, 1 de enero de 2020");
    check("2099-12-31", "Thursday, December 31, 2099", "jueves, 31 de diciembre de 2099");
}

#[test]
fn a_local_time_says_which_end_of_its_day_midnight_is() {
    #[track_caller]
    fn check(local: &str, english: &str, spanish: &str) {
        let local: NaiveDateTime = local.parse().expect("the rows are local times");
        crate::check("CT", |speech| speech.local(local), english, spanish);
        assert_eq!(speech::local(local), english);
    }
    check(
        "2025-03-09T02:30:00",
        "Sunday, March 9, 2025, 2:30 a.m.",
        "domingo, 9 de marzo de 2025, 2:30 a. m.",
    );
    check(
        "2026-03-08T00:00:00",
        "Sunday, March 8, 2026, 12:00 midnight at the start of the day",
        "domingo, 8 de marzo de 2026, 12:00 de la medianoche al comienzo del día",
    );
}
