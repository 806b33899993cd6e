//! What was decided about a local time that clocks skip or repeat.

use std::cmp::Ordering;

use catalogue::{Clock, fill};
use chrono::{DateTime, FixedOffset, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::{Speech, local::Local};
use crate::Decided;

impl Speech<'_> {
    /// The decision and its reason, as a sentence without a full stop.
    ///
    /// | decision | in English |
    /// | --- | --- |
    /// | the start is skipped | "…, 2:30 a.m. does not exist: clocks jump over that time, so it starts at 3:30 a.m. (CT)" |
    /// | the start is repeated | "…, 1:30 a.m. comes twice: it starts the first time (CT, UTC−5), not the second (CT, UTC−6)" |
    /// | clocks change within | "clocks change during it: it takes 3 hours, and clocks show 2 hours" |
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::TimeDelta;
    /// use schedule::{Decided, speech::{Language, Speech}};
    ///
    /// let shifted = Decided::StartShifted {
    ///     asked: "2025-03-09T02:30:00".parse().unwrap(),
    ///     taken: "2025-03-09T03:30:00-05:00".parse().unwrap(),
    /// };
    /// assert_eq!(
    ///     Speech::new(Language::English, "CT").decided(&shifted),
    ///     "Sunday, March 9, 2025, 2:30 a.m. does not exist: clocks jump over that time, \
    ///      so it starts at 3:30 a.m. (CT)",
    /// );
    ///
    /// let change = Decided::ClocksChange {
    ///     elapsed: TimeDelta::hours(3),
    ///     shown: TimeDelta::hours(2),
    /// };
    /// assert_eq!(
    ///     Speech::new(Language::Spanish, "CT").decided(&change),
    ///     "los relojes cambian mientras tanto: dura 3 horas, y los relojes muestran 2 horas",
    /// );
    /// ```
    pub fn decided(&self, decided: &Decided) -> String {
        let words = self.language.decided();
        match *decided {
            Decided::StartShifted { asked, taken } => self.taken(words.start_skipped, asked, taken),
            Decided::EndShifted { asked, taken } => self.taken(words.end_skipped, asked, taken),
            Decided::EndByLength { asked, taken } => self.taken(words.end_by_length, asked, taken),
            Decided::StartRepeats { taken, second } => {
                self.repeats(words.start_repeats, taken, second)
            }
            Decided::EndRepeats { taken, second } => self.repeats(words.end_repeats, taken, second),
            Decided::ClocksChange { elapsed, shown } => self.clocks_change(elapsed, shown),
        }
    }

    fn taken(&self, pattern: &str, asked: NaiveDateTime, taken: DateTime<FixedOffset>) -> String {
        fill(pattern, &[("local", &self.local(asked)), ("at", &self.at(asked, taken))])
    }

    fn repeats(
        &self,
        pattern: &str,
        taken: DateTime<FixedOffset>,
        second: DateTime<FixedOffset>,
    ) -> String {
        let local = self.local(taken.naive_local());
        let (first, second) = (self.exact_zone(taken), self.exact_zone(second));
        fill(pattern, &[("local", &local), ("first", &first), ("second", &second)])
    }

    /// Clocks that go back by more than the window takes show less at its end than at its start.
    fn clocks_change(&self, elapsed: TimeDelta, shown: TimeDelta) -> String {
        let words = self.language.decided();
        let pattern = match shown.cmp(&TimeDelta::zero()) {
            Ordering::Greater => words.clocks_show,
            Ordering::Less => words.clocks_show_less,
            Ordering::Equal => words.clocks_show_same,
        };
        let (length, shown) = (self.length(elapsed), self.length(shown.abs()));
        fill(pattern, &[("length", &length), ("shown", &shown)])
    }

    /// "at 3:30 a.m. (CT)", or with its date when that is not the one just said.
    fn at(&self, said: NaiveDateTime, instant: DateTime<FixedOffset>) -> String {
        let words = self.language.decided();
        let local = instant.naive_local();
        if said.date() != local.date() {
            return fill(words.on_date, &[("moment", &self.moment(instant))]);
        }
        let time = self.clock(Local::start(local));
        let pattern = words.at_time.of(self.hour(local.time()).into());
        fill(pattern, &[("time", &time), ("zone", &self.zone())])
    }

    /// The hour as it is said, which in Spanish decides between "a la" and "a las".
    fn hour(&self, time: NaiveTime) -> u32 {
        match self.language.time().clock {
            Clock::Twelve => time.hour12().1,
            Clock::TwentyFour | Clock::TwentyFourPadded => time.hour(),
        }
    }
}
