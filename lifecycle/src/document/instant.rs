//! Instants as they are written, and read.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset as _, TimeDelta};
use schedule::{Resolution, Zone};
use toml_edit::{Datetime, Offset, Value};

/// A local date-time wherever that names one instant, or else one with its offset.
pub(super) fn value(instant: DateTime<FixedOffset>, zone: Zone) -> Value {
    let instant = zone.at(instant);
    let local = instant.naive_local();
    match zone.resolve(local) {
        Resolution::Unambiguous(_) => local_value(local),
        // The instant exists, so this is a local time that comes twice.
        Resolution::Gap { .. } | Resolution::Fold { .. } => {
            let minutes = instant.offset().fix().local_minus_utc() / 60;
            let minutes = i16::try_from(minutes).unwrap_or_default();
            Value::from(Datetime { offset: Some(Offset::Custom { minutes }), ..written(local) })
        }
    }
}

/// The same as text.
pub(crate) fn text(instant: DateTime<FixedOffset>, zone: Zone) -> String {
    value(instant, zone).to_string()
}

pub(super) fn local_value(local: NaiveDateTime) -> Value {
    Value::from(written(local))
}

fn written(local: NaiveDateTime) -> Datetime {
    let text = local.format("%Y-%m-%dT%H:%M:%S%.f").to_string();
    text.parse().expect("four digits of a year and the rest of a date-time are one in TOML")
}

/// The local time that names an occurrence; a date alone is taken at the time `at`.
pub(super) fn local(
    written: &Datetime,
    zone: Zone,
    at: Option<NaiveTime>,
) -> Option<NaiveDateTime> {
    let date = written.date?;
    let date = NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())?;
    let time = match written.time {
        None => at?,
        Some(time) => NaiveTime::from_hms_nano_opt(
            time.hour.into(),
            time.minute.into(),
            time.second.unwrap_or_default().into(),
            time.nanosecond.unwrap_or_default(),
        )?,
    };
    let local = date.and_time(time);
    let minutes = match written.offset {
        None => return Some(local),
        Some(Offset::Z) => 0,
        Some(Offset::Custom { minutes }) => minutes.into(),
    };
    let instant = local.checked_sub_signed(TimeDelta::minutes(minutes))?.and_utc();
    Some(zone.at(instant.fixed_offset()).naive_local())
}

/// The instant that is written, where it is one.
pub(super) fn read(written: &Datetime, zone: Zone) -> Option<DateTime<FixedOffset>> {
    let time = local(written, zone, None)?;
    match (written.offset, zone.resolve(time)) {
        (None, Resolution::Unambiguous(instant)) => Some(instant),
        (None, _) => None,
        (Some(offset), _) => {
            let minutes = match offset {
                Offset::Z => 0,
                Offset::Custom { minutes } => i64::from(minutes),
            };
            let written = local(&Datetime { offset: None, ..*written }, zone, None)?;
            let instant = written.checked_sub_signed(TimeDelta::minutes(minutes))?.and_utc();
            Some(zone.at(instant.fixed_offset()))
        }
    }
}
