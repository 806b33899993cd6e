//! Rules, exceptions, and the events that change one occurrence.

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use schedule::{Resolution, Stretch as Ends, Zone, speech};

use super::{
    Reading,
    component::{Component, Property},
    event::{self, Stretch},
    moment::Moment,
};
use crate::import::{
    event::{Change, Event, Key, Repeating, State, Untaken, When},
    why::Why,
};

/// An event and those that change an occurrence of it; one that changes nothing that is there is an
/// event by itself.
pub(super) fn read(
    master: &Component,
    overrides: &[&Component],
    calendar: &Component,
    reading: Reading,
) -> Vec<Result<Event, Untaken>> {
    match whole(master, overrides, calendar, reading) {
        Ok(event) => vec![Ok(event)],
        Err(why) => {
            let of = |part: &&Component| Untaken::one(event::name(part), Why::OfUntaken);
            let recurs = ["RRULE", "RDATE"].iter().any(|name| master.property(name).is_some());
            let why = if recurs { why.of_recurring() } else { why };
            let whole = Untaken::one(event::name(master), why);
            std::iter::once(whole).chain(overrides.iter().map(of)).map(Err).collect()
        }
    }
}

/// An occurrence that was sent without the event that it is of.
pub(super) fn alone(
    part: &Component,
    calendar: &Component,
    reading: Reading,
) -> Result<Event, Untaken> {
    let read = || {
        let (event, _) = event::read(part, calendar, reading)?;
        let of = of(part, calendar)?;
        let stamp = of.local().format("%Y%m%dT%H%M%S");
        let name = |text: &str| format!("{text}-{stamp}");
        let key = Key { name: name(&event.key.name), unique: name(&event.key.unique) };
        let series = Some(event.key);
        let mut notes = event.notes;
        notes.push("it is one occurrence of an event that the source does not have".to_owned());
        Ok(Event { key, series, notes, ..event })
    };
    read().map_err(|why| Untaken::one(event::name(part), why))
}

fn whole(
    master: &Component,
    overrides: &[&Component],
    calendar: &Component,
    reading: Reading,
) -> Result<Event, Why> {
    let (event, stretch) = event::read(master, calendar, reading)?;
    let rules: Vec<&Property> = master.all("RRULE").collect();
    let refused = master.property("EXRULE").or(rules.get(1).copied());
    if let Some(property) = refused {
        return Err(Why::Unsupported { property: property.shown() });
    }
    let recurs = !rules.is_empty() || master.property("RDATE").is_some();
    if !recurs && overrides.is_empty() {
        return Ok(event);
    }
    let zone = stretch.start.zone(reading)?;
    let first = stretch.start.local();
    let list = |name: &'static str| -> Result<Vec<NaiveDateTime>, Why> {
        let mut starts = Vec::new();
        for property in master.all(name) {
            if property.parameter("VALUE").is_some_and(|word| word.eq_ignore_ascii_case("PERIOD")) {
                return Err(Why::Unsupported { property: property.shown() });
            }
            let moments = Moment::list(name, property, calendar)?;
            starts.extend(moments.iter().map(|moment| within(moment, zone, first, reading)));
        }
        Ok(starts)
    };
    let mut repeating = Repeating {
        zone,
        first,
        stretch: stretch.days.map_or(Ends::Elapsed(stretch.until - stretch.from), Ends::Clock),
        rule: rules.first().map(|rule| rule.line()),
        also: list("RDATE")?,
        except: list("EXDATE")?,
        changes: Vec::new(),
    };
    let mut notes = event.notes;
    for part in overrides {
        let of = within(&of(part, calendar)?, zone, first, reading);
        let (changed, moved) = event::read(part, calendar, reading)?;
        let what = part_of(&event.summary, &event.objects, &changed);
        repeating.changes.extend(change(of, &changed, &stretch, zone, &mut notes));
        if !what.is_empty() {
            let (of, what) = (speech::local(of), what.join(", "));
            notes.push(format!("left out of the occurrence of {of}: {what}"));
        }
        let extra = moved.start.note(reading).into_iter().filter(|note| !notes.contains(note));
        let extra: Vec<String> = extra.collect();
        notes.extend(extra);
    }
    let parts = event.parts + overrides.len();
    Ok(Event { when: When::Repeating(repeating), parts, notes, ..event })
}

/// The occurrence that an event changes. Our windows cannot change all that follow it.
fn of(part: &Component, calendar: &Component) -> Result<Moment, Why> {
    let property = part.property("RECURRENCE-ID").ok_or(Why::Missing { key: "RECURRENCE-ID" })?;
    match property.parameter("RANGE") {
        Some(_) => Err(Why::Unsupported { property: property.shown() }),
        None => Moment::read("RECURRENCE-ID", property, calendar),
    }
}

/// What clocks of `zone` show then; of a day, at the time of the first start.
fn within(moment: &Moment, zone: Zone, first: NaiveDateTime, reading: Reading) -> NaiveDateTime {
    match moment {
        Moment::Day(day) => day.and_time(first.time()),
        Moment::Floating(local) => *local,
        moment if moment.zone(reading) == Ok(zone) => moment.local(),
        moment => zone.at(moment.instant(reading, &mut Vec::new())).naive_local(),
    }
}

fn change(
    of: NaiveDateTime,
    changed: &Event,
    stretch: &Stretch,
    zone: Zone,
    notes: &mut Vec<String>,
) -> Option<Change> {
    let said = speech::local(of);
    if changed.state == State::Cancelled {
        notes.push(format!("the occurrence of {said} is cancelled"));
        return Some(Change { of, to: None, cancelled: true });
    }
    let When::Once { start, end } = &changed.when else { return None };
    let stays = planned(of, zone) == *start && *end - *start == stretch.until - stretch.from;
    if stays {
        return None;
    }
    notes.push(format!(
        "the occurrence of {said} is on {} instead",
        speech::local(zone.at(*start).naive_local())
    ));
    Some(Change { of, to: Some((*start, *end)), cancelled: false })
}

fn planned(of: NaiveDateTime, zone: Zone) -> DateTime<FixedOffset> {
    match zone.resolve(of) {
        Resolution::Unambiguous(instant)
        | Resolution::Gap { before: instant, .. }
        | Resolution::Fold { first: instant, .. } => instant,
    }
}

/// What an occurrence says otherwise, and our windows cannot.
fn part_of(summary: &Option<String>, objects: &[String], changed: &Event) -> Vec<&'static str> {
    if changed.state == State::Cancelled {
        return Vec::new();
    }
    let mut parts = Vec::new();
    if changed.summary != *summary {
        parts.push("SUMMARY");
    }
    if changed.objects != objects {
        parts.push("X-MAINTNOTE-OBJECT-ID");
    }
    parts
}
