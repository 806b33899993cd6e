//! A date with a time, and which end of its day a midnight is.
//!
//! "The service is unavailable from midnight on Monday" was read 24 hours late by users of the NHS
//! (nhsuk/nhsuk-service-manual-community-backlog#268), and writers of GOV.UK asked each other which
//! midnight they meant (alphagov/publisher#354). Their cure, "11:59 p.m.", is a minute off, and our
//! minutes are kept. So a midnight with a date always says which end of that day it is, and it is
//! the end that fits what happens then:
//!
//! | what | said as |
//! | --- | --- |
//! | something starts, or just is, at Friday 00:00 | "Friday, …, 12:00 midnight at the start of the day" |
//! | something ends at Friday 00:00 | "Thursday, …, 12:00 midnight at the end of the day" |
//!
//! So a window over all of Friday names Friday only, and one from 7 p.m. to midnight ends on the
//! day on which people see it end.

use catalogue::fill;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{Speech, time::is_midnight};

/// A local time as it is said.
#[derive(Clone, Copy, Debug)]
pub(super) struct Local {
    /// For a midnight at the end of a day, that day, and not the one that begins.
    pub(super) date: NaiveDate,
    time: NaiveTime,
    side: Side,
}

/// Which end of its day a midnight is.
#[derive(Clone, Copy, Debug)]
enum Side {
    Start,
    End,
}

impl Local {
    /// When something starts or is.
    pub(super) fn start(local: NaiveDateTime) -> Self {
        Self { date: local.date(), time: local.time(), side: Side::Start }
    }

    /// When something ends.
    pub(super) fn end(local: NaiveDateTime) -> Self {
        match local.date().pred_opt().filter(|_| is_midnight(local.time())) {
            Some(before) => Self { date: before, time: local.time(), side: Side::End },
            None => Self::start(local),
        }
    }
}

impl Speech<'_> {
    /// A local time that is no instant yet, and so has no label: "Thursday, February 6, 2025,
    /// 7:00 p.m.".
    ///
    /// # Examples
    ///
    /// ```
    /// use schedule::speech::{Language, Speech};
    ///
    /// let midnight = "2025-02-07T00:00:00".parse().unwrap();
    /// assert_eq!(
    ///     Speech::new(Language::English, "CT").local(midnight),
    ///     "Friday, February 7, 2025, 12:00 midnight at the start of the day",
    /// );
    /// ```
    pub fn local(&self, local: NaiveDateTime) -> String {
        self.dated(Local::start(local))
    }

    pub(super) fn dated(&self, local: Local) -> String {
        let (date, time) = (self.date(local.date), self.clock(local));
        fill(self.language.date().with_time, &[("date", &date), ("time", &time)])
    }

    /// The time alone, where the date stands already.
    pub(super) fn clock(&self, local: Local) -> String {
        if !is_midnight(local.time) {
            return self.time(local.time);
        }
        let words = self.language.time();
        let (pattern, time) = match local.side {
            Side::Start => (words.start_of_day, self.time(local.time)),
            Side::End => (words.end_of_day, self.end_of_day()),
        };
        fill(pattern, &[("time", &time)])
    }
}
