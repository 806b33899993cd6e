//! How the steps and differences are said: in English, with weekday, date and zone.

use std::{borrow::Cow, fmt::Display};

use chrono::{DateTime, FixedOffset, NaiveTime};
use schedule::{
    Service,
    speech::{Language, Speech, offset},
};

/// From a start to an end that may not be known.
pub(crate) type Span = (DateTime<FixedOffset>, Option<DateTime<FixedOffset>>);

/// The voice of a service's operators.
#[derive(Clone, Debug)]
pub(crate) struct Voice<'a>(Cow<'a, str>);

impl<'a> Voice<'a> {
    pub(crate) fn of(service: &'a Service) -> Self {
        Self(Cow::Borrowed(&service.label))
    }

    /// The same with an offset in every label, "(CT, UTC−6)": for what sounds the same otherwise.
    pub(crate) fn exact(&self, instant: DateTime<FixedOffset>) -> Self {
        Self(Cow::Owned(format!("{}, {}", self.0, offset(*instant.offset()))))
    }

    fn speech(&self) -> Speech<'_> {
        Speech::new(Language::English, &self.0)
    }

    /// "Thursday, February 6, 2025, 7:00 p.m. (CT)".
    pub(crate) fn moment(&self, instant: DateTime<FixedOffset>) -> String {
        self.speech().moment(instant)
    }

    /// "Thursday, February 6, 2025, 9:00 p.m. (CT)": as the end of what began at `start`.
    pub(crate) fn end(&self, start: DateTime<FixedOffset>, end: DateTime<FixedOffset>) -> String {
        self.speech().end(start, end)
    }

    /// "until Thursday, February 6, 2025, 9:00 p.m. (CT)".
    pub(crate) fn until(&self, start: DateTime<FixedOffset>, end: DateTime<FixedOffset>) -> String {
        self.speech().until(start, end)
    }

    /// "Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)".
    pub(crate) fn span(
        &self,
        start: DateTime<FixedOffset>,
        end: Option<DateTime<FixedOffset>>,
    ) -> String {
        match end {
            // A window that is finished before it began is in no order that could be said.
            Some(end) if end >= start => self.speech().span(start, end),
            _ => self.speech().open_span(start),
        }
    }

    /// Both spans, "… instead of …".
    pub(crate) fn span_instead(&self, new: Span, old: Span) -> String {
        let (mut said, mut was) = (self.span(new.0, new.1), self.span(old.0, old.1));
        if said == was {
            // In another zone, clocks show the same at another instant.
            said = self.exact(new.0).span(new.0, new.1);
            was = self.exact(old.0).span(old.0, old.1);
        }
        // An end that is not known is told in a sentence of its own.
        match new.1.and(old.1) {
            Some(_) => format!("{said} instead of {was}"),
            None => format!("{said}; before, it was {was}"),
        }
    }

    /// "Thursday, February 6, 2025, 9:30 p.m. (CT) instead of 9:00 p.m.", with the date of the old
    /// end where it is another, and with its offset where clocks change between the two.
    pub(crate) fn end_instead(
        &self,
        start: DateTime<FixedOffset>,
        end: DateTime<FixedOffset>,
        old: DateTime<FixedOffset>,
    ) -> String {
        let said = self.end(start, end);
        let was = match is_short(end, old) {
            true => self.speech().time(old.time()),
            false => self.end(start, old),
        };
        match said == was {
            true => format!(
                "{} instead of {}",
                self.exact(end).moment(end),
                self.exact(old).moment(old)
            ),
            false => format!("{said} instead of {was}"),
        }
    }

    /// The same of a start.
    pub(crate) fn start_instead(
        &self,
        start: DateTime<FixedOffset>,
        old: DateTime<FixedOffset>,
    ) -> String {
        let said = self.moment(start);
        let was = match is_short(start, old) {
            true => self.speech().time(old.time()),
            false => self.moment(old),
        };
        match said == was {
            true => {
                let (new, old) = (self.exact(start).moment(start), self.exact(old).moment(old));
                format!("{new} instead of {old}")
            }
            false => format!("{said} instead of {was}"),
        }
    }

    pub(crate) fn length(&self, length: schedule::Length) -> String {
        self.speech().length(length.to_delta())
    }
}

/// Whether the time of day alone says which instant is meant, beside the other that is said in full.
fn is_short(said: DateTime<FixedOffset>, other: DateTime<FixedOffset>) -> bool {
    let is_midnight = |instant: DateTime<FixedOffset>| instant.time() == NaiveTime::MIN;
    said.date_naive() == other.date_naive()
        && said.offset() == other.offset()
        && !is_midnight(said)
        && !is_midnight(other)
}

/// "`web`, `soap`".
pub(crate) fn listed<S: Display>(words: &[S]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
