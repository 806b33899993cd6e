//! What a step is held against: one occurrence, and where it stands.

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta};
use schedule::{Occurrence, Overrun, Phase, Whole, Zone, speech};

use crate::{Order, Refused, Verb, moment::in_years, read::Read, voice::Voice};

/// One occurrence, and where it stands.
#[derive(Debug)]
pub(crate) struct About<'a> {
    pub(crate) read: &'a Read,
    pub(crate) whole: &'a Whole,
    pub(crate) phase: Phase,
    /// In whole seconds, at the offset of the service's zone.
    pub(crate) now: DateTime<FixedOffset>,
}

impl About<'_> {
    pub(crate) fn occurrence(&self) -> &Occurrence {
        &self.whole.occurrence
    }

    pub(crate) fn window(&self) -> String {
        self.whole.window().to_owned()
    }

    pub(crate) fn of(&self) -> Option<NaiveDateTime> {
        self.occurrence().of
    }

    pub(crate) fn recurs(&self) -> bool {
        self.of().is_some()
    }

    pub(crate) fn holds(&self) -> bool {
        self.occurrence().overrun == Overrun::Hold
    }

    /// Whether nobody knows its end.
    pub(crate) fn never_ends(&self) -> bool {
        self.occurrence().end.is_none()
    }

    pub(crate) fn zone(&self) -> Zone {
        self.read.zone
    }

    pub(crate) fn voice(&self) -> Voice<'_> {
        Voice::of(self.read.schedule.service())
    }

    /// "`patches` of Thursday, March 12, 2026": as a sentence names it.
    pub(crate) fn name(&self) -> String {
        name(self.occurrence())
    }

    /// An instant moved by a length, at the offset that the zone has then.
    pub(crate) fn moved(
        &self,
        instant: DateTime<FixedOffset>,
        by: TimeDelta,
    ) -> Result<DateTime<FixedOffset>, Refused> {
        let moved = instant.checked_add_signed(by);
        let moved = moved.ok_or_else(|| Refused::OutOfRange { found: instant.to_rfc3339() })?;
        in_years(self.zone().at(moved))
    }

    pub(crate) fn impossible(&self, verb: Verb) -> Refused {
        Refused::ImpossibleStep { window: self.window(), verb, phase: self.phase }
    }

    /// Refuses `found` unless it is later than `bound`.
    pub(crate) fn later(
        &self,
        found: DateTime<FixedOffset>,
        bound: DateTime<FixedOffset>,
        order: Order,
    ) -> Result<(), Refused> {
        if found > bound {
            return Ok(());
        }
        Err(self.out_of_order(found, bound, order))
    }

    pub(crate) fn out_of_order(
        &self,
        found: DateTime<FixedOffset>,
        bound: DateTime<FixedOffset>,
        order: Order,
    ) -> Refused {
        let label = self.read.schedule.service().label.clone();
        Refused::OutOfOrder { order, bound, found, label }
    }
}

/// "`deployment`", or "`patches` of Thursday, March 12, 2026" for one of several.
pub(crate) fn name(occurrence: &Occurrence) -> String {
    let window = occurrence.window.as_str();
    match occurrence.of {
        Some(of) => format!("`{window}` of {}", speech::date(of.date())),
        None => format!("`{window}`"),
    }
}
