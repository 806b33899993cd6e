//! What was planned of an occurrence, at some time.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, FixedOffset, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{Timeline, Whole};
use crate::{
    Channel, ChannelId, Occurrence, Overrun, Reader, Reason, Translations, WindowId, WindowTexts,
    Words,
};

/// What was planned of an occurrence, at some time. It stands for itself: channels are named rather
/// than numbered, because the schedule that it is read beside may have others.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Plan {
    /// The first instant inside, at the offset of the service's zone.
    pub start: DateTime<FixedOffset>,
    /// The first instant outside; `None` while nobody knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<DateTime<FixedOffset>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announced: Option<DateTime<FixedOffset>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub released: Option<DateTime<FixedOffset>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub limited: bool,
    /// All of its channels, in the order of the schedule.
    pub channels: Vec<ChannelId>,
    /// Those of them that were finished early, and when.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub finished: BTreeMap<ChannelId, DateTime<FixedOffset>>,
    pub reason: Reason,
    pub overrun: Overrun,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    #[serde(default, skip_serializing_if = "Translations::is_empty")]
    pub translations: Translations<WindowTexts>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cancelled: bool,
}

impl Plan {
    /// What `timeline` says of an occurrence of its own.
    pub fn of(whole: &Whole, timeline: &Timeline) -> Self {
        let id = |place: usize| timeline.channels[place].id.clone();
        let occurrence = &whole.occurrence;
        Self {
            start: occurrence.start,
            end: occurrence.end,
            announced: occurrence.announced,
            released: occurrence.released,
            limited: occurrence.limited,
            channels: whole.channels().into_iter().map(id).collect(),
            finished: whole.finished.iter().map(|(place, at)| (id(*place), *at)).collect(),
            reason: occurrence.reason,
            overrun: occurrence.overrun,
            summary: occurrence.summary.clone(),
            translations: occurrence.translations.clone(),
            cancelled: occurrence.cancelled,
        }
    }

    /// The occurrence that it was the plan of, over those of its channels that there still are.
    pub(super) fn whole(
        &self,
        window: &WindowId,
        of: Option<chrono::NaiveDateTime>,
        channels: &[Channel],
    ) -> Whole {
        let place = |id: &ChannelId| channels.iter().position(|channel| channel.id == *id);
        let finished = self.finished.iter().filter_map(|(id, at)| Some((place(id)?, *at)));
        let mut finished: Vec<_> = finished.collect();
        finished.sort_unstable();
        let rest = self.channels.iter().filter(|id| !self.finished.contains_key(*id));
        let mut rest: Vec<usize> = rest.filter_map(place).collect();
        rest.sort_unstable();
        let occurrence = Occurrence {
            window: window.clone(),
            of,
            start: self.start,
            end: self.end,
            announced: self.announced,
            released: self.released,
            limited: self.limited,
            channels: rest,
            reason: self.reason,
            overrun: self.overrun,
            summary: self.summary.clone(),
            translations: self.translations.clone(),
            cancelled: self.cancelled,
        };
        Whole { occurrence, finished }
    }

    /// What is done in it, for a reader.
    pub fn summary_for<'a>(&'a self, reader: Reader<'a>) -> Option<Words<'a>> {
        let own = self.summary.as_deref()?;
        Some(self.translations.words(own, reader, |texts| texts.summary.as_deref()))
    }

    /// The first instant at which it was over without anybody doing more; `None` when that was not
    /// known.
    pub fn reopens(&self) -> Option<DateTime<FixedOffset>> {
        match self.overrun {
            Overrun::Reopen => self.end,
            Overrun::Hold => self.released,
        }
    }

    /// The first instant at which it is of the past; `None` when that was not known.
    pub(super) fn over(&self) -> Option<DateTime<FixedOffset>> {
        if self.cancelled { self.end.or(Some(self.start)) } else { self.reopens() }
    }

    /// Whether it says the same as another, but for when people are told.
    pub(super) fn says_what(&self, other: &Self) -> bool {
        let announced = self.announced;
        *self == Self { announced, ..other.clone() }
    }

    /// From when on people could know of it. Where nothing says so, it is a day that is the same
    /// whenever one asks, but no later than `known`, by when they knew.
    pub(super) fn since(&self, known: DateTime<Utc>) -> DateTime<Utc> {
        const YEAR: TimeDelta = TimeDelta::days(365);
        let Some(announced) = self.announced else {
            let near = self.start.to_utc() - Timeline::AHEAD;
            let until_then = (near - known).num_seconds().max(0);
            let years = (until_then + YEAR.num_seconds() - 1) / YEAR.num_seconds();
            return near - YEAR * i32::try_from(years).unwrap_or(i32::from(u8::MAX));
        };
        announced.min(self.start).to_utc()
    }

    /// Whether all of its instants are in the years that we reckon with.
    pub(super) fn is_in_range(&self) -> bool {
        let instants = [Some(self.start), self.end, self.announced, self.released];
        let finished = self.finished.values().copied();
        instants
            .into_iter()
            .flatten()
            .chain(finished)
            .all(|instant| Timeline::YEARS.contains(&instant.year()))
    }
}
