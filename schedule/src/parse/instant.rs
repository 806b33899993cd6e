//! Date-times of the document as instants.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use toml::value::{Datetime, Offset};

use super::{
    Sink,
    table::{Placed, Table, wrong_type},
};
use crate::{Problem, Resolution, Timeline, Zone};

/// A local date-time is taken in `zone`; one with an offset is taken as it is and told in `zone`.
pub(super) fn instant(
    table: &mut Table<'_>,
    key: &'static str,
    zone: Option<Zone>,
    sink: &mut Sink,
) -> Option<Placed<DateTime<FixedOffset>>> {
    const HELP: &str =
        "write it without quotes, such as `2025-02-06T19:00:00` for a time in the service's zone";
    let value = table.value(key)?;
    let Some(datetime) = value.get_ref().as_datetime() else {
        return wrong_type(key, "a date and time", HELP, value, sink);
    };
    let span = value.span();
    match resolve(datetime, zone) {
        Ok(instant) => instant.map(|value| Placed { value, span }),
        Err(problem) => {
            sink.report(problem, span);
            None
        }
    }
}

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
    // Judged in UTC as well, since that is where the arithmetic is done.
    let years = Timeline::YEARS;
    let year = |date: NaiveDate| chrono::Datelike::year(&date);
    let in_range = |date: NaiveDate| years.contains(&year(date));
    if !in_range(instant.date_naive()) || !in_range(instant.naive_utc().date()) {
        return Err(Problem::OutOfRange { found: found() });
    }
    Ok(Some(instant))
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
