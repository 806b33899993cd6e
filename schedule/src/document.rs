//! A schedule: what an operator wrote, read into types that cannot be wrong.

use chrono::{DateTime, Datelike, TimeDelta, Utc};

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
                .map(|occurrence| announced(occurrence, zone))
                .collect(),
        )
    }
}

/// A length before a start may lie before a change of clocks, and so have another offset; or before
/// the years that are reckoned with, and so be from ever on.
fn announced(occurrence: Occurrence, zone: Option<Zone>) -> Occurrence {
    let announced = occurrence
        .announced
        .map(|announced| zone.map_or(announced, |zone| zone.at(announced)))
        .filter(|announced| Timeline::YEARS.contains(&announced.year()));
    Occurrence { announced, ..occurrence }
}
