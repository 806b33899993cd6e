//! What was decided about a local time that clocks skip or repeat.

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta, Timelike};

use super::{Language, Speech, local::Local};
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
        let (starts, ends) = match self.language {
            Language::English => ("starts", "ends"),
            Language::Spanish => ("empieza", "termina"),
        };
        match *decided {
            Decided::StartShifted { asked, taken } => self.shifted(asked, starts, taken),
            Decided::EndShifted { asked, taken } => self.shifted(asked, ends, taken),
            Decided::StartRepeats { taken, second } => self.repeats(starts, taken, second),
            Decided::EndRepeats { taken, second } => self.repeats(ends, taken, second),
            Decided::EndByLength { asked, taken } => self.by_length(asked, taken),
            Decided::ClocksChange { elapsed, shown } => self.clocks_change(elapsed, shown),
        }
    }

    fn shifted(&self, asked: NaiveDateTime, verb: &str, taken: DateTime<FixedOffset>) -> String {
        let (local, at) = (self.local(asked), self.at(asked, taken));
        match self.language {
            Language::English => {
                format!("{local} does not exist: clocks jump over that time, so it {verb} {at}")
            }
            Language::Spanish => {
                format!("{local}: esa hora no existe, pues los relojes se la saltan; {verb} {at}")
            }
        }
    }

    fn repeats(
        &self,
        verb: &str,
        taken: DateTime<FixedOffset>,
        second: DateTime<FixedOffset>,
    ) -> String {
        let local = self.local(taken.naive_local());
        let (first, second) = (self.place(taken), self.place(second));
        match self.language {
            Language::English => format!(
                "{local} comes twice: it {verb} the first time {first}, not the second {second}"
            ),
            Language::Spanish => format!(
                "{local}: esa hora se repite; {verb} la primera vez {first}, no la segunda {second}"
            ),
        }
    }

    fn by_length(&self, asked: NaiveDateTime, taken: DateTime<FixedOffset>) -> String {
        let (local, at) = (self.local(asked), self.at(asked, taken));
        match self.language {
            Language::English => format!(
                "by the clock it would end {local}, which is not after its start, so it keeps its \
                 length and ends {at}"
            ),
            Language::Spanish => format!(
                "según el reloj terminaría el {local}, que no es después de su comienzo; conserva \
                 su duración y termina {at}"
            ),
        }
    }

    /// Clocks that go back by more than the window takes show less at its end than at its start.
    fn clocks_change(&self, elapsed: TimeDelta, shown: TimeDelta) -> String {
        let (takes, clocks) = (self.length(elapsed), self.length(shown.abs()));
        let zero = TimeDelta::zero();
        match self.language {
            Language::English => format!(
                "clocks change during it: it takes {takes}, and clocks show {}",
                match shown {
                    _ if shown > zero => clocks,
                    _ if shown < zero => format!("{clocks} less at its end than at its start"),
                    _ => "the same time at its start and at its end".to_owned(),
                }
            ),
            Language::Spanish => format!(
                "los relojes cambian mientras tanto: dura {takes}, y los relojes muestran {}",
                match shown {
                    _ if shown > zero => clocks,
                    _ if shown < zero => format!("{clocks} menos al final que al comienzo"),
                    _ => "la misma hora al comienzo y al final".to_owned(),
                }
            ),
        }
    }

    /// "at 3:30 a.m. (CT)", or with its date when that is not the one just said.
    fn at(&self, said: NaiveDateTime, instant: DateTime<FixedOffset>) -> String {
        let local = instant.naive_local();
        let same_day = said.date() == local.date();
        match self.language {
            Language::English if same_day => {
                format!("at {} ({})", self.clock(Local::start(local)), self.label)
            }
            Language::Spanish if same_day => {
                let article = if local.time().hour12().1 == 1 { "la" } else { "las" };
                format!("a {article} {} ({})", self.clock(Local::start(local)), self.label)
            }
            Language::English => self.moment(instant),
            Language::Spanish => format!("el {}", self.moment(instant)),
        }
    }
}
