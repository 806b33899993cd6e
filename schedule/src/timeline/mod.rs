//! The schedule compiled for machines.

mod error;
mod history;
mod known;
mod languages;
mod occurrence;
mod occurrences;
mod pack;
mod packed;
mod plan;
mod unpack;
mod whole;

use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, FixedOffset, Utc};
use serde::{Deserialize, Serialize};

use crate::{Channel, EdgeSettings, LanguageTag, Phase, Service, lane::Lane};

pub use error::TimelineError;
pub use history::{Amendment, AmendmentKind};
pub use known::Known;
pub use occurrence::Occurrence;
pub use occurrences::Occurrences;
pub use plan::Plan;
pub use whole::Whole;
pub(crate) use {
    pack::put,
    packed::{INSTANT, i16_at, i64_at, instant, pair, u32_at},
};

/// The schedule compiled for machines: occurrences in order, what applies to which channel, the
/// texts. It needs no zone database to be read, because every instant carries the offset that the
/// service's zone has then.
///
/// It is written in two forms: packed, which isolates load without reading every window, and JSON,
/// for people. [`Timeline::read`] takes either.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Timeline {
    /// The number of this form; a reader refuses one that it does not know.
    format: u32,
    /// The release of the IANA time zone database that local times were read with.
    pub zones: String,
    pub service: Service,
    pub edge: EdgeSettings,
    pub channels: Vec<Channel>,
    /// Ascending by start, then by window.
    pub occurrences: Occurrences,
    /// The tags of all translations, ascending: what [`languages::translated`] finds.
    #[serde(skip)]
    translated: Vec<LanguageTag>,
    /// What was changed about them since people could know of them, oldest first; see
    /// [`Timeline::amended`].
    #[serde(default, deserialize_with = "history::read", skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Amendment>,
}

impl Timeline {
    const FORMAT: u32 = 1;

    /// The years that the zone tables hold. Outside them they would not fail but be wrong by an
    /// hour here and there, so nothing outside them is read.
    pub const YEARS: RangeInclusive<i32> = 2020..=2099;

    #[cfg(feature = "parse")]
    pub(crate) fn new(
        zones: String,
        service: Service,
        edge: EdgeSettings,
        channels: Vec<Channel>,
        occurrences: Vec<Occurrence>,
    ) -> Self {
        let occurrences = occurrences.into();
        let translated = languages::translated(&service, &edge, &channels, &occurrences);
        let format = Self::FORMAT;
        let history = Vec::new();
        Self { format, zones, service, edge, channels, occurrences, translated, history }
    }

    /// Reads a timeline that [`Timeline::to_bytes`] or [`Timeline::to_json`] wrote.
    ///
    /// # Errors
    ///
    /// * [`TimelineError::Malformed`] and [`TimelineError::Truncated`] when it is neither.
    /// * [`TimelineError::UnknownFormat`] when a program of another age wrote it.
    /// * [`TimelineError::NoSuchChannel`], [`TimelineError::MalformedPrefix`],
    ///   [`TimelineError::EndNotAfterStart`] and [`TimelineError::OutOfRange`] when it contradicts
    ///   itself: what is read here decides over requests, so nothing is taken on trust.
    pub fn read(bytes: &[u8]) -> Result<Self, TimelineError> {
        if bytes.starts_with(Self::MAGIC) {
            return Self::unpack(bytes);
        }
        Self::from_json(bytes)
    }

    /// Reads a timeline that [`Timeline::to_json`] wrote, as [`Timeline::read`] does.
    pub fn from_json(json: &[u8]) -> Result<Self, TimelineError> {
        let mut timeline: Self = serde_json::from_slice(json).map_err(TimelineError::Malformed)?;
        if timeline.format != Self::FORMAT {
            let (expected, found) = (Self::FORMAT, timeline.format);
            return Err(TimelineError::UnknownFormat { expected, found });
        }
        judge_prefix(&timeline.edge)?;
        for occurrence in timeline.occurrences.iter() {
            let channels = timeline.channels.len();
            if let Some(&channel) = occurrence.channels.iter().find(|&&place| place >= channels) {
                let window = occurrence.window.clone();
                return Err(TimelineError::NoSuchChannel { window, channel, channels });
            }
            let mut over = [occurrence.end, occurrence.released].into_iter().flatten();
            if over.any(|end| end <= occurrence.start) {
                return Err(TimelineError::EndNotAfterStart { window: occurrence.window.clone() });
            }
            let in_range = |instant: &DateTime<FixedOffset>| Self::YEARS.contains(&instant.year());
            if !occurrence.instants().all(|instant| in_range(&instant)) {
                return Err(TimelineError::OutOfRange { window: occurrence.window.clone() });
            }
        }
        let Self { service, edge, channels, occurrences, .. } = &timeline;
        timeline.translated = languages::translated(service, edge, channels, occurrences);
        Ok(timeline)
    }

    /// The tags of the languages that there are texts in, the service's own first, the others in
    /// alphabetical order. Not all texts need be in each of them.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        let own = std::iter::once(self.service.language.as_str());
        own.chain(self.translated.iter().map(LanguageTag::as_str))
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string(self)
            .expect("a timeline has only string keys and no type whose serialisation can fail")
    }

    /// The lanes that were packed with it: for everything, then for each channel.
    pub(crate) fn packed_lanes(&self) -> Option<&[Lane]> {
        self.occurrences.packed().map(packed::Packed::lanes)
    }

    /// Where `occurrence` stands at `now`.
    pub fn phase(&self, occurrence: &Occurrence, now: DateTime<Utc>) -> Phase {
        occurrence.phase(now, self.service.imminent.to_delta())
    }

    /// The occurrence that a channel's users should hear of at `now`: the open one, or else the
    /// next that is announced.
    pub fn outlook(&self, channel: usize, now: DateTime<Utc>) -> Option<(Phase, &Occurrence)> {
        let public = || {
            self.occurrences
                .iter()
                .filter(|occurrence| occurrence.channels.contains(&channel))
                .map(|occurrence| (self.phase(occurrence, now), occurrence))
                .filter(|(phase, _)| phase.is_public())
        };
        public().rfind(|(phase, _)| phase.is_closed()).or_else(|| public().next())
    }

    /// The next instant, strictly after `now`, at which the phase of an occurrence changes.
    pub fn next_change(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let imminent = self.service.imminent.to_delta();
        self.occurrences.iter().filter_map(|occurrence| occurrence.next_change(now, imminent)).min()
    }

    /// The same of one occurrence.
    pub fn next_change_of(
        &self,
        occurrence: &Occurrence,
        now: DateTime<Utc>,
    ) -> Option<DateTime<Utc>> {
        occurrence.next_change(now, self.service.imminent.to_delta())
    }
}

/// A prefix that is empty would make every request ours.
fn judge_prefix(edge: &EdgeSettings) -> Result<(), TimelineError> {
    let prefix = &edge.prefix;
    if !prefix.starts_with('/') || prefix.ends_with('/') {
        return Err(TimelineError::MalformedPrefix { found: prefix.clone() });
    }
    Ok(())
}
