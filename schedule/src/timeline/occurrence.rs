//! One concrete stretch of a window, and where it stands.

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Boundaries, Overrun, Phase, Reader, Reason, Translations, WindowId, WindowTexts, Words,
};

/// One concrete stretch of a window, `[start, end)`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Occurrence {
    pub window: WindowId,
    /// For a window that recurs, the local start that its rule gives this occurrence, which names
    /// it even after it was moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<NaiveDateTime>,
    /// The first instant inside, at the offset of the service's zone.
    pub start: DateTime<FixedOffset>,
    /// The first instant outside; `None` while nobody knows it.
    pub end: Option<DateTime<FixedOffset>>,
    /// From when on people are told; `None` is from ever on.
    pub announced: Option<DateTime<FixedOffset>>,
    /// When somebody let a window that holds go, at or after its end.
    pub released: Option<DateTime<FixedOffset>>,
    /// Whether that is only when it opens at the latest, because nobody has released it by then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub limited: bool,
    /// Places in [`crate::Timeline::channels`], ascending.
    pub channels: Vec<usize>,
    pub reason: Reason,
    pub overrun: Overrun,
    pub summary: Option<String>,
    /// Those of its window.
    #[serde(default, skip_serializing_if = "Translations::is_empty")]
    pub translations: Translations<WindowTexts>,
    pub cancelled: bool,
}

impl Occurrence {
    /// The first instant at which requests pass again without anybody doing anything; `None` when
    /// that is not known.
    pub fn reopens(&self) -> Option<DateTime<FixedOffset>> {
        match self.overrun {
            Overrun::Reopen => self.end,
            Overrun::Hold => self.released,
        }
    }

    /// The same, as far as people and machines may count on it: of a window that opens by itself
    /// when nobody has released it, nobody knows when somebody does.
    pub fn promises(&self) -> Option<DateTime<FixedOffset>> {
        self.reopens().filter(|_| self.overrun == Overrun::Reopen || !self.limited)
    }

    /// What is done, for a reader.
    pub fn summary_for<'a>(&'a self, reader: Reader<'a>) -> Option<Words<'a>> {
        let own = self.summary.as_deref()?;
        Some(self.translations.words(own, reader, |texts| texts.summary.as_deref()))
    }

    /// Whether people may know of it.
    pub fn is_announced(&self, now: DateTime<Utc>) -> bool {
        self.start <= now || self.announced.is_none_or(|announced| announced <= now)
    }

    pub(super) fn instants(&self) -> impl Iterator<Item = DateTime<FixedOffset>> {
        [Some(self.start), self.end, self.announced, self.released].into_iter().flatten()
    }

    /// Where it stands at `now`, when its start counts as imminent for as long as `imminent` before.
    pub fn phase(&self, now: DateTime<Utc>, imminent: TimeDelta) -> Phase {
        self.boundaries(imminent).phase(now)
    }

    fn boundaries(&self, imminent: TimeDelta) -> Boundaries<DateTime<Utc>> {
        let utc = |instant: Option<DateTime<FixedOffset>>| instant.map(|instant| instant.to_utc());
        let start = self.start.to_utc();
        Boundaries {
            announced: utc(self.announced),
            imminent: start - imminent,
            start,
            end: utc(self.end),
            reopens: utc(self.reopens()),
            cancelled: self.cancelled,
        }
    }

    pub(super) fn next_change(
        &self,
        now: DateTime<Utc>,
        imminent: TimeDelta,
    ) -> Option<DateTime<Utc>> {
        let boundaries = self.boundaries(imminent);
        boundaries
            .instants()
            .filter(|boundary| *boundary > now)
            .filter(|boundary| boundaries.phase(*boundary) != boundaries.phase(now))
            .min()
    }
}
