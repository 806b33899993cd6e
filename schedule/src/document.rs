//! A schedule: what an operator wrote, read into types that cannot be wrong.

use chrono::{DateTime, Datelike, FixedOffset, TimeDelta, Utc};

use crate::{Channel, EdgeSettings, Occurrence, Service, Timeline, Window, Zone};

/// One service with its channels and windows. It comes only from [`crate::parse`]: every window
/// is over channels that exist, ends after it starts, and overlaps no other on a channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    pub(crate) service: Service,
    pub(crate) edge: EdgeSettings,
    pub(crate) channels: Vec<Channel>,
    pub(crate) windows: Vec<Window>,
}

impl Schedule {
    pub fn service(&self) -> &Service {
        &self.service
    }

    /// How the edge in front of it behaves.
    pub fn edge(&self) -> &EdgeSettings {
        &self.edge
    }

    pub fn channels(&self) -> &[Channel] {
        &self.channels
    }

    pub fn windows(&self) -> &[Window] {
        &self.windows
    }

    /// How far ahead recurring windows are compiled. A timeline must outlive every pause between
    /// two publications of a schedule, or the service would stay open in the middle of its
    /// maintenance; five years of a daily window are 1,826 occurrences, some 100 KB.
    pub const HORIZON: TimeDelta = TimeDelta::days(5 * 365 + 1);

    /// The instant up to which recurring windows are compiled as of `now`.
    pub(crate) fn horizon(now: DateTime<Utc>) -> DateTime<Utc> {
        now.checked_add_signed(Self::HORIZON).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// The schedule compiled for machines, as of `now`: recurring windows up to [`Self::HORIZON`]
    /// from then, and whatever of them has been.
    pub fn timeline(&self, now: DateTime<Utc>) -> Timeline {
        let until = Self::horizon(now);
        let zone: Option<Zone> = self.service.zone.parse().ok();
        Timeline::new(
            Zone::RELEASE.to_owned(),
            self.service.clone(),
            self.edge.clone(),
            self.channels.clone(),
            self.windows
                .iter()
                .flat_map(|window| window.occurrences(until))
                .map(|occurrence| told(occurrence, zone))
                .collect(),
        )
    }
}

/// A length before a start, or after an end, may lie beyond a change of clocks, and so have another
/// offset; or beyond the years that are reckoned with, and so be from ever on, or never.
fn told(occurrence: Occurrence, zone: Option<Zone>) -> Occurrence {
    let told = |instant: Option<DateTime<FixedOffset>>| {
        instant
            .map(|instant| zone.map_or(instant, |zone| zone.at(instant)))
            .filter(|instant| Timeline::YEARS.contains(&instant.year()))
    };
    let (announced, released) = (told(occurrence.announced), told(occurrence.released));
    let limited = occurrence.limited && released.is_some();
    Occurrence { announced, released, limited, ..occurrence }
}
