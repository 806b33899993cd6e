//! Date-times of the document as instants.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use toml::{
    Spanned,
    de::DeValue,
    value::{Datetime, Offset, Time},
};

use super::{
    Sink,
    table::{Placed, Table, wrong_type},
};
use crate::{Problem, Resolution, Timeline, Zone};

/// A date and time as it is written. It means an instant, or a local time, only in a zone.
pub(super) type Written<'t> = Placed<&'t Datetime>;

const HELP: &str =
    "write it without quotes, such as `2025-02-06T19:00:00` for a time in the service's zone";

pub(super) fn written<'t>(
    table: &mut Table<'t>,
    key: &'static str,
    sink: &mut Sink,
) -> Option<Written<'t>> {
    datetime(key, table.value(key)?, sink)
}

/// A value, which messages call by `key`, as a date and time.
pub(super) fn datetime<'t>(
    key: &'static str,
    value: &'t Spanned<DeValue<'t>>,
    sink: &mut Sink,
) -> Option<Written<'t>> {
    let Some(datetime) = value.get_ref().as_datetime() else {
        return wrong_type(key, "a date and time", HELP, value, sink);
    };
    Some(Placed { value: datetime, span: value.span() })
}

/// Every date and time of a list.
pub(super) fn list<'t>(
    table: &mut Table<'t>,
    key: &'static str,
    sink: &mut Sink,
) -> Vec<Written<'t>> {
    const HELP: &str = "write a list such as `[2025-12-24T19:00:00]` or `[2025-12-24]`";
    let Some(value) = table.value(key) else { return Vec::new() };
    let Some(list) = value.get_ref().as_array() else {
        wrong_type::<()>(key, "a list of dates", HELP, value, sink);
        return Vec::new();
    };
    list.iter()
        .filter_map(|entry| match entry.get_ref().as_datetime() {
            Some(datetime) => Some(Placed { value: datetime, span: entry.span() }),
            None => wrong_type(key, "only dates", HELP, entry, sink),
        })
        .collect()
}

/// A local date-time is taken in `zone`; one with an offset is taken as it is and told in `zone`.
pub(super) fn instant(
    written: Written<'_>,
    zone: Option<Zone>,
    sink: &mut Sink,
) -> Option<Placed<DateTime<FixedOffset>>> {
    match resolve(written.value, zone) {
        Ok(instant) => instant.map(|value| Placed { value, span: written.span }),
        Err(problem) => {
            sink.report(problem, written.span);
            None
        }
    }
}

/// The local time that names an occurrence. A date alone is taken at the time `at`, if there is
/// one; awkward hours are no problem here, because a recurring window decides about them.
pub(super) fn local_time(
    written: &Written<'_>,
    zone: Zone,
    at: Option<NaiveTime>,
    sink: &mut Sink,
) -> Option<NaiveDateTime> {
    let datetime = written.value;
    let read = match (datetime.date, datetime.time, datetime.offset, at) {
        (Some(_), None, None, Some(time)) => {
            let midnight = Datetime { time: Some(MIDNIGHT), ..*datetime };
            local(&midnight).map(|midnight| midnight.date().and_time(time))
        }
        (_, _, Some(_), _) => resolve(datetime, Some(zone))
            .map(|instant| instant.map_or_else(NaiveDateTime::default, |at| at.naive_local())),
        _ => local(datetime),
    };
    let in_range = |local: &NaiveDateTime| Timeline::YEARS.contains(&local.year());
    let read = read.and_then(|local| match in_range(&local) {
        true => Ok(local),
        false => Err(Problem::OutOfRange { found: datetime.to_string() }),
    });
    read.map_err(|problem| sink.report(problem, written.span.clone())).ok()
}

const MIDNIGHT: Time = Time { hour: 0, minute: 0, second: None, nanosecond: None };

/// `Ok(None)` when the zone is unknown, which has been reported where it stands.
fn resolve(
    datetime: &Datetime,
    zone: Option<Zone>,
) -> Result<Option<DateTime<FixedOffset>>, Problem> {
    let found = || datetime.to_string();
    let local = local(datetime)?;
    let instant = match (datetime.offset, zone) {
        (Some(offset), zone) => {
            let minutes = match offset {
                Offset::Z => 0,
                Offset::Custom { minutes } => i64::from(minutes),
            };
            let instant = (local - TimeDelta::minutes(minutes)).and_utc().fixed_offset();
            zone.map_or(instant, |zone| zone.at(instant))
        }
        (None, None) => return Ok(None),
        (None, Some(zone)) => match zone.resolve(local) {
            Resolution::Unambiguous(instant) => instant,
            Resolution::Gap { before, after } => {
                return Err(Problem::FallsInGap { local, zone: zone.name(), before, after });
            }
            Resolution::Fold { first, second } => {
                return Err(Problem::FallsInFold { local, zone: zone.name(), first, second });
            }
        },
    };
    if !in_years(&instant) {
        return Err(Problem::OutOfRange { found: found() });
    }
    Ok(Some(instant))
}

/// Judged in UTC as well, since that is where the arithmetic is done.
pub(super) fn in_years(instant: &DateTime<FixedOffset>) -> bool {
    let years = Timeline::YEARS;
    years.contains(&instant.year()) && years.contains(&instant.naive_utc().year())
}

fn local(datetime: &Datetime) -> Result<NaiveDateTime, Problem> {
    let found = || datetime.to_string();
    let missing = |missing| Problem::Incomplete { found: found(), missing };
    let date = datetime.date.ok_or_else(|| missing("date"))?;
    let time = datetime.time.ok_or_else(|| missing("time"))?;
    // The parser has refused dates that are in no calendar. What is left is the leap second
    // (`:60`): it is in no zone table, and the clocks of computers do not show it either.
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
        .zip(NaiveTime::from_hms_nano_opt(
            time.hour.into(),
            time.minute.into(),
            time.second.unwrap_or(0).into(),
            time.nanosecond.unwrap_or(0),
        ))
        .map(|(date, time)| date.and_time(time))
        .ok_or_else(|| Problem::LeapSecond { found: found() })
}
