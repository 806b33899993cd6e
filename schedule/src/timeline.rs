//! The schedule compiled for machines.

use std::{fmt, ops::RangeInclusive};

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::{Channel, EdgeSettings, Overrun, Phase, Reason, Service, WindowId};

/// The schedule compiled for machines: occurrences in order, what applies to which channel, the
/// texts. It needs no zone database to be read, because every instant carries the offset that the
/// service's zone has then.
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
    pub occurrences: Vec<Occurrence>,
}

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
    /// Places in [`Timeline::channels`], ascending.
    pub channels: Vec<usize>,
    pub reason: Reason,
    pub overrun: Overrun,
    pub summary: Option<String>,
    pub cancelled: bool,
}

/// Why a text is not a timeline.
#[derive(Debug)]
pub enum TimelineError {
    /// Not JSON of this shape.
    Malformed(serde_json::Error),
    /// A form that this program does not know.
    UnknownFormat { found: u32 },
    /// An occurrence over a channel that the timeline does not have.
    NoSuchChannel { window: WindowId, channel: usize, channels: usize },
    /// A prefix that would make every request ours, or none.
    MalformedPrefix { found: String },
    /// An occurrence that is over, or released, before it begins.
    EndNotAfterStart { window: WindowId },
    /// An instant outside the years that we reckon with; arithmetic on it could overflow.
    OutOfRange { window: WindowId },
}

impl Timeline {
    const FORMAT: u32 = 1;

    /// The years that the zone tables hold. Outside them they would not fail but be wrong by an
    /// hour here and there, so nothing outside them is read.
    pub const YEARS: RangeInclusive<i32> = 2020..=2099;

    pub(crate) fn new(
        zones: String,
        service: Service,
        edge: EdgeSettings,
        channels: Vec<Channel>,
        mut occurrences: Vec<Occurrence>,
    ) -> Self {
        occurrences.sort_by(|a, b| (a.start, &a.window).cmp(&(b.start, &b.window)));
        Self { format: Self::FORMAT, zones, service, edge, channels, occurrences }
    }

    /// Reads a timeline that [`Timeline::to_json`] wrote.
    ///
    /// # Errors
    ///
    /// * [`TimelineError::Malformed`] when it is not such JSON.
    /// * [`TimelineError::UnknownFormat`] when a program of another age wrote it.
    /// * [`TimelineError::NoSuchChannel`], [`TimelineError::MalformedPrefix`],
    ///   [`TimelineError::EndNotAfterStart`] and [`TimelineError::OutOfRange`] when it contradicts
    ///   itself: what is read here decides over requests, so nothing is taken on trust.
    pub fn from_json(json: &[u8]) -> Result<Self, TimelineError> {
        let timeline: Self = serde_json::from_slice(json).map_err(TimelineError::Malformed)?;
        if timeline.format != Self::FORMAT {
            return Err(TimelineError::UnknownFormat { found: timeline.format });
        }
        let prefix = &timeline.edge.prefix;
        if !prefix.starts_with('/') || prefix.ends_with('/') {
            return Err(TimelineError::MalformedPrefix { found: prefix.clone() });
        }
        for occurrence in &timeline.occurrences {
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
        let Self { zones, service, edge, channels, occurrences, .. } = timeline;
        Ok(Self::new(zones, service, edge, channels, occurrences))
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string(self)
            .expect("a timeline has only string keys and no type whose serialisation can fail")
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

    /// Whether people may know of it.
    pub fn is_announced(&self, now: DateTime<Utc>) -> bool {
        self.start <= now || self.announced.is_none_or(|announced| announced <= now)
    }

    fn instants(&self) -> impl Iterator<Item = DateTime<FixedOffset>> {
        [Some(self.start), self.end, self.announced, self.released].into_iter().flatten()
    }

    fn phase(&self, now: DateTime<Utc>, imminent: TimeDelta) -> Phase {
        if self.cancelled {
            Phase::Cancelled
        } else if self.reopens().is_some_and(|reopens| reopens <= now) {
            Phase::Ended
        } else if self.end.is_some_and(|end| end <= now) {
            Phase::Overrun
        } else if self.start <= now {
            Phase::Active
        } else if self.announced.is_some_and(|announced| announced > now) {
            Phase::Scheduled
        } else if self.start - imminent <= now {
            Phase::Imminent
        } else {
            Phase::Announced
        }
    }

    fn next_change(&self, now: DateTime<Utc>, imminent: TimeDelta) -> Option<DateTime<Utc>> {
        let boundaries = [
            self.announced,
            Some(self.start - imminent),
            Some(self.start),
            self.end,
            self.reopens(),
        ];
        boundaries
            .into_iter()
            .flatten()
            .map(|boundary| boundary.to_utc())
            .filter(|boundary| *boundary > now)
            .filter(|boundary| self.phase(*boundary, imminent) != self.phase(now, imminent))
            .min()
    }
}

impl fmt::Display for TimelineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(error) => write!(f, "expected a timeline in JSON, but {error}"),
            Self::UnknownFormat { found } => write!(
                f,
                "expected a timeline of format {}, but found format {found}; build the worker and \
                 the timeline with the same version",
                Timeline::FORMAT
            ),
            Self::NoSuchChannel { window, channel, channels } => write!(
                f,
                "window `{}` is over channel number {channel}, but the timeline has {channels}",
                window.as_str()
            ),
            Self::MalformedPrefix { found } => {
                write!(f, "expected a prefix such as `/_maintenance`, but found `{found}`")
            }
            Self::EndNotAfterStart { window } => {
                write!(f, "window `{}` does not end after it starts", window.as_str())
            }
            Self::OutOfRange { window } => write!(
                f,
                "window `{}` has an instant outside the years {} to {}",
                window.as_str(),
                Timeline::YEARS.start(),
                Timeline::YEARS.end()
            ),
        }
    }
}

impl std::error::Error for TimelineError {}
