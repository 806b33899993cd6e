//! Which occurrence a notice is about.

use chrono::{DateTime, FixedOffset, NaiveDateTime, Utc};
use schedule::{Amendment, Channel, Known, Occurrence, Phase, Plan, Timeline, Whole};

use super::Kind;
use crate::page;

/// What a notice is about: one occurrence of a window with all of its channels. Those that were
/// finished early are occurrences of their own in a timeline, and here its other parts.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub timeline: &'a Timeline,
    /// The part that closes longest.
    pub occurrence: &'a Occurrence,
}

/// When it was to be, as people were told before.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Before {
    /// The first instant inside, at the offset of the service's zone.
    pub start: DateTime<FixedOffset>,
    /// The first instant outside; `None` when nobody knew it.
    pub end: Option<DateTime<FixedOffset>>,
}

impl Before {
    /// When it was by its history, before its times were changed last. Once it is open, what was
    /// changed earlier is no news any more: that it has started is.
    pub(super) fn of(known: &Known<'_>, now: DateTime<Utc>) -> Option<Self> {
        let start = known.whole.occurrence.start;
        let is_news = |amendment: &&&Amendment| start > now || amendment.at >= start;
        let times = |plan: &Plan| Self { start: plan.start, end: plan.end };
        known.history.iter().rev().filter(is_news).find_map(|amendment| {
            let (before, after) = (amendment.before.as_ref()?, amendment.after.as_ref()?);
            (times(before) != times(after)).then(|| times(before))
        })
    }
}

impl<'a> About<'a> {
    /// The window `id`: of one that recurs the occurrence that its rule gives the local start `of`,
    /// or else the one that matters at `now`. That it may not be announced yet is for the caller to
    /// mind.
    pub fn find(
        timeline: &'a Timeline,
        id: &str,
        of: Option<NaiveDateTime>,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let wanted = |occurrence: &Occurrence| {
            occurrence.window.as_str() == id && of.is_none_or(|of| occurrence.of == Some(of))
        };
        let (_, occurrence) = page::what_matters(timeline, now, wanted)?;
        Some(Self { timeline, occurrence })
    }

    /// The same among those that people may know of, also when it was taken out of the schedule;
    /// `known` is what [`Timeline::known`] says at `now`.
    pub(super) fn announced(
        timeline: &'a Timeline,
        known: &'a [Known<'_>],
        id: &str,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let (_, occurrence) = page::announced(timeline, known, id, now)?;
        Some(Self { timeline, occurrence })
    }

    /// Where it stands.
    pub fn phase(&self, now: DateTime<Utc>) -> Phase {
        self.timeline.phase(self.occurrence, now)
    }

    /// Until when it is told to last at `now`: what is over lasted until it was opened.
    pub fn end(&self, now: DateTime<Utc>) -> Option<DateTime<FixedOffset>> {
        match self.phase(now) {
            Phase::Ended => self.occurrence.reopens().or(self.occurrence.end),
            _ => self.occurrence.end,
        }
    }

    /// The kind of notice that is due at `now`, when people were told `before`, or nothing.
    pub fn fitting(&self, before: Option<Before>, now: DateTime<Utc>) -> Kind {
        match self.phase(now) {
            Phase::Ended => Kind::Over,
            Phase::Cancelled => Kind::Cancelled,
            Phase::Overrun => Kind::Extended,
            Phase::Active if before.is_some_and(|before| self.is_longer(before)) => Kind::Extended,
            _ if before.is_some_and(|before| self.differs(before)) => Kind::Moved,
            Phase::Active => Kind::Started,
            Phase::Imminent => Kind::Reminder,
            Phase::Announced | Phase::Scheduled => Kind::Announcement,
        }
    }

    /// Whether a notice of the `kind` is true of it, as far as what people were told `before` goes.
    /// Whether its phase fits is [`Kind::fits`].
    pub fn bears_out(&self, kind: Kind, before: Before, now: DateTime<Utc>) -> bool {
        match kind {
            Kind::Moved => self.differs(before),
            Kind::Extended => {
                ends_later(self.occurrence.end, before.end) || self.phase(now) == Phase::Overrun
            }
            _ => true,
        }
    }

    pub(super) fn differs(&self, before: Before) -> bool {
        before != Before { start: self.occurrence.start, end: self.occurrence.end }
    }

    fn is_longer(&self, before: Before) -> bool {
        before.start == self.occurrence.start && ends_later(self.occurrence.end, before.end)
    }

    /// What is planned of the part that closes longest, which says when it is over.
    pub(crate) fn plan(&self) -> Plan {
        let whole = Whole { occurrence: self.occurrence.clone(), finished: Vec::new() };
        Plan::of(&whole, self.timeline)
    }

    /// All of its channels in the order of the schedule, each with the part that it belongs to.
    pub(super) fn channels(&self) -> Vec<(&'a Channel, &'a Occurrence)> {
        let parts = page::others(self.timeline, self.occurrence).chain([self.occurrence]);
        let mut places: Vec<(usize, &Occurrence)> =
            parts.flat_map(|part| part.channels.iter().map(move |&place| (place, part))).collect();
        places.sort_by_key(|(place, _)| *place);
        places.into_iter().map(|(place, part)| (&self.timeline.channels[place], part)).collect()
    }
}

/// What nobody knows is later than any instant.
fn ends_later(end: Option<DateTime<FixedOffset>>, than: Option<DateTime<FixedOffset>>) -> bool {
    match (end, than) {
        (Some(end), Some(than)) => end > than,
        (None, Some(_)) => true,
        (_, None) => false,
    }
}
