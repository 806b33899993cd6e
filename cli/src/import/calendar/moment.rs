//! Points of time, as calendars write them: in UTC, in a zone, in none, or as a date.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};
use schedule::{Resolution, Timeline, Zone, speech};

use super::{
    Reading,
    component::{Component, Property},
    place::Place,
};
use crate::import::{plain, why::Why};

/// A point of time, as it is written.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Moment {
    /// A day, which begins when the service's clocks say so.
    Day(NaiveDate),
    /// A time of clocks that nobody names: the service's.
    Floating(NaiveDateTime),
    Local(NaiveDateTime, Place),
    Utc(NaiveDateTime),
}

const UTC: &str = "UTC";

/// How many digits a day has.
const DAY: usize = 8;

impl Moment {
    pub(super) fn read(
        key: &'static str,
        property: &Property,
        calendar: &Component,
    ) -> Result<Self, Why> {
        let mut all = Self::list(key, property, calendar)?;
        match (all.pop(), all.is_empty()) {
            (Some(moment), true) => Ok(moment),
            _ => Err(malformed(key, &property.value)),
        }
    }

    /// `EXDATE` and `RDATE` may hold several.
    pub(super) fn list(
        key: &'static str,
        property: &Property,
        calendar: &Component,
    ) -> Result<Vec<Self>, Why> {
        let texts = property.value.split(',').map(str::trim).filter(|text| !text.is_empty());
        texts.map(|text| Self::one(key, text, property.parameter("TZID"), calendar)).collect()
    }

    fn one(
        key: &'static str,
        text: &str,
        tzid: Option<&str>,
        calendar: &Component,
    ) -> Result<Self, Why> {
        let digits = text.strip_suffix(['Z', 'z']).unwrap_or(text);
        let parsed = match digits.len() {
            DAY => {
                NaiveDate::parse_from_str(text, "%Y%m%d").map(|day| day.and_time(NaiveTime::MIN))
            }
            _ => NaiveDateTime::parse_from_str(digits, "%Y%m%dT%H%M%S"),
        };
        let local = parsed.map_err(|_| malformed(key, text))?;
        if !Timeline::YEARS.contains(&local.year()) {
            return Err(Why::out_of_years(key, text, local.year()));
        }
        if digits.len() == DAY {
            return Ok(Self::Day(local.date()));
        }
        if digits.len() < text.len() {
            return Ok(Self::Utc(local));
        }
        match tzid {
            Some(tzid) => Ok(Self::Local(local, Place::find(tzid, calendar)?)),
            None => Ok(Self::Floating(local)),
        }
    }

    /// Whether it is a day.
    pub(super) fn is_day(&self) -> bool {
        matches!(self, Self::Day(_))
    }

    /// What clocks show in its own zone.
    pub(super) fn local(&self) -> NaiveDateTime {
        match self {
            Self::Day(day) => day.and_time(NaiveTime::MIN),
            Self::Floating(local) | Self::Local(local, _) | Self::Utc(local) => *local,
        }
    }

    /// The instant, at an offset of its own. RFC 5545 (section 3.3.5) has a reading for every hour
    /// that clocks skip or repeat; the decision is put into `notes`.
    pub(super) fn instant(
        &self,
        reading: Reading,
        notes: &mut Vec<String>,
    ) -> DateTime<FixedOffset> {
        match self {
            Self::Utc(utc) => utc.and_utc().fixed_offset(),
            Self::Day(_) | Self::Floating(_) => resolved(self.local(), reading.zone, notes),
            Self::Local(local, Place::Named(zone)) => resolved(*local, *zone, notes),
            Self::Local(local, Place::Described(observances)) => observances.instant(*local),
        }
    }

    /// The zone by whose clocks it recurs, where that is known.
    pub(super) fn zone(&self, reading: Reading) -> Result<Zone, Why> {
        match self {
            Self::Day(_) | Self::Floating(_) => Ok(reading.zone),
            Self::Utc(_) => UTC.parse().map_err(|_| Why::UnknownZone { tzid: UTC.to_owned() }),
            Self::Local(_, Place::Named(zone)) => Ok(*zone),
            Self::Local(local, Place::Described(observances)) => {
                match observances.is_as(reading.zone, *local) {
                    true => Ok(reading.zone),
                    false => Err(Why::PrivateZone { tzid: observances.tzid.clone() }),
                }
            }
        }
    }

    /// What is said of where it was read.
    pub(super) fn note(&self, reading: Reading) -> Option<String> {
        let zone = reading.zone.name();
        Some(match self {
            Self::Day(_) => format!("it is over whole days, which were read in {zone}"),
            Self::Floating(_) => format!("its times name no zone, and were read in {zone}"),
            Self::Local(_, Place::Described(observances)) => {
                format!("its zone `{}` was read as the calendar describes it", observances.tzid)
            }
            Self::Local(..) | Self::Utc(_) => return None,
        })
    }
}

fn resolved(local: NaiveDateTime, zone: Zone, notes: &mut Vec<String>) -> DateTime<FixedOffset> {
    match zone.resolve(local) {
        Resolution::Unambiguous(instant) => instant,
        Resolution::Gap { before, .. } => {
            notes.push(format!(
                "{} does not exist in {}: it was read as {}",
                speech::local(local),
                zone.name(),
                speech::local(before.naive_local())
            ));
            before
        }
        Resolution::Fold { first, .. } => {
            notes.push(format!(
                "{} comes twice in {}: the first was taken",
                speech::local(local),
                zone.name()
            ));
            first
        }
    }
}

fn malformed(key: &'static str, found: &str) -> Why {
    let expected = "a time such as `20250206T190000`";
    Why::Malformed { key, expected, found: plain::line(found) }
}
