//! An event that recurs, by the clocks of the service.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDateTime, Utc};
use schedule::{Bound, Resolution, Schedule, Series, When as Read, Zone, speech};

use super::{
    event::{Change, Repeating, When},
    probe::Probe,
    why::Why,
    window::Written,
};

/// More starts than a person would want to read are not written one by one.
const LISTED: usize = 400;

/// The event with the service's clocks, and what was decided about it.
///
/// A window recurs in the service's zone. An event of another zone is the same window where clocks
/// there go as they do here; or else its occurrences are written one by one, if they have an end.
pub(super) fn settled(
    repeating: &Repeating,
    service: Zone,
    now: DateTime<Utc>,
) -> Result<(Repeating, Vec<String>), Why> {
    let (own, mut notes) = without_strays(repeating, now)?;
    if own.zone == service {
        return Ok((own, notes));
    }
    let series = series(&own, now)?;
    let wanted = occurrences(&series, now);
    let here = translated(&own, service);
    let zone = own.zone.name();
    let found = self::series(&here, now).map(|series| occurrences(&series, now));
    if found.as_ref().is_ok_and(|found| *found == wanted) {
        notes.push(format!(
            "it recurs by the clocks of {zone}; by those of {} its starts are the same",
            service.name()
        ));
        return Ok((here, notes));
    }
    if let Some(listed) = one_by_one(&own, &series, service)
        && self::series(&listed, now).is_ok_and(|series| occurrences(&series, now) == wanted)
    {
        notes.push(format!(
            "it recurs by the clocks of {zone}, which go otherwise than those of {}: each of its {} \
             starts is written",
            service.name(),
            listed.also.len() + 1
        ));
        return Ok((listed, notes));
    }
    let found = found.unwrap_or_default();
    let pairs = wanted.iter().enumerate();
    let first = pairs.into_iter().find(|(place, wanted)| found.get(*place) != Some(*wanted));
    let differ = first.map_or(own.first.date(), |(_, (start, ..))| service.at(*start).date_naive());
    let (service, differ) = (service.name(), speech::date(differ));
    Err(Why::OtherClocks { zone, service, differ })
}

/// Calendars keep exceptions for starts that there are no longer; our parser takes each for a mistake.
fn without_strays(
    repeating: &Repeating,
    now: DateTime<Utc>,
) -> Result<(Repeating, Vec<String>), Why> {
    let mut own = Repeating { except: Vec::new(), changes: Vec::new(), ..repeating.clone() };
    let Some(last) = repeating.except.iter().max() else {
        return Ok((repeating.clone(), Vec::new()));
    };
    let series = series(&own, now)?;
    let instances = series.instances(DateTime::<Utc>::MAX_UTC);
    let starts: BTreeSet<NaiveDateTime> =
        instances.map(|instance| instance.of).take_while(|of| of <= last).collect();
    let mut notes = Vec::new();
    for except in &repeating.except {
        match starts.contains(except) {
            true => own.except.push(*except),
            false => notes.push(format!(
                "its exception on {} was left out: it does not come then",
                speech::local(*except)
            )),
        }
    }
    own.changes.clone_from(&repeating.changes);
    Ok((own, notes))
}

fn series(repeating: &Repeating, now: DateTime<Utc>) -> Result<Series, Why> {
    let channels = ["channel".to_owned()];
    let when = When::Repeating(repeating.clone());
    let written = Written {
        id: "window",
        channels: &channels,
        when: &when,
        summary: None,
        comments: &[],
        zone: repeating.zone,
    };
    let probe = Probe::new(&written.text(), repeating.zone, &channels, now)?;
    match probe.schedule.windows() {
        [window] => match &window.when {
            Read::Repeating(series) => Ok((**series).clone()),
            Read::Once { .. } => Err(Why::refused(None)),
        },
        _ => Err(Why::refused(None)),
    }
}

type Occurrence = (DateTime<FixedOffset>, DateTime<FixedOffset>, bool);

/// Those for which timelines are compiled; instants compare whatever their offset.
fn occurrences(series: &Series, now: DateTime<Utc>) -> Vec<Occurrence> {
    let until = now.max(series.first().and_utc()) + Schedule::HORIZON;
    let instances = series.instances(until);
    instances.map(|instance| (instance.start, instance.end, instance.cancelled)).collect()
}

/// The same rule by the service's clocks.
fn translated(own: &Repeating, service: Zone) -> Repeating {
    let here = |local: NaiveDateTime| service.at(planned(local, own.zone)).naive_local();
    let all = |locals: &[NaiveDateTime]| locals.iter().copied().map(here).collect();
    let changes = own.changes.iter().map(|change| Change { of: here(change.of), ..change.clone() });
    Repeating {
        zone: service,
        first: here(own.first),
        stretch: own.stretch,
        rule: own.rule.clone(),
        also: all(&own.also),
        except: all(&own.except),
        changes: changes.collect(),
    }
}

/// Every start by itself, where they have an end.
fn one_by_one(own: &Repeating, series: &Series, service: Zone) -> Option<Repeating> {
    if series.rule().is_some_and(|rule| rule.bound() == Bound::Never) {
        return None;
    }
    let instances = series.instances(DateTime::<Utc>::MAX_UTC).take(LISTED + 1);
    let here = |of: NaiveDateTime| service.at(planned(of, own.zone)).naive_local();
    let mut starts = instances.map(|instance| here(instance.of));
    let first = starts.next()?;
    let also: Vec<NaiveDateTime> = starts.collect();
    let translated = translated(own, service);
    let listed = Repeating { first, rule: None, also, except: Vec::new(), ..translated };
    (listed.also.len() < LISTED && !listed.also.is_empty()).then_some(listed)
}

fn planned(local: NaiveDateTime, zone: Zone) -> DateTime<FixedOffset> {
    match zone.resolve(local) {
        Resolution::Unambiguous(instant)
        | Resolution::Gap { before: instant, .. }
        | Resolution::Fold { first: instant, .. } => instant,
    }
}
