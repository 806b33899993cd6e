//! Putting a window on the schedule.

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset, Utc};
use schedule::{Reason, Service, Zone};

use crate::{
    Announcement, Changed, Ending, NewWindow, Order, Refused,
    document::{Document, Row},
    moment::in_years,
    read::Read,
    voice::{Voice, listed},
};

/// Puts a window on the schedule: the document with it behind the others, and what was said.
///
/// # Errors
///
/// [`Refused::InvalidBefore`], [`Refused::InvalidSchedule`] (as when it overlaps another window),
/// [`Refused::NoSuchChannel`], [`Refused::TakenId`], [`Refused::SkippedHour`],
/// [`Refused::RepeatedHour`], [`Refused::OutOfRange`], [`Refused::OutOfOrder`] and
/// [`Refused::UnknownLayout`].
pub fn add(document: &str, window: &NewWindow, now: DateTime<Utc>) -> Result<Changed, Refused> {
    let read = Read::before(document, now)?;
    let service = read.schedule.service();
    let start = window.start.resolve(read.zone)?;
    let end = end(window.ending, start, read.zone)?;
    if let Some(end) = end.filter(|end| *end <= start) {
        let (order, label) = (Order::EndAfterStart, service.label.clone());
        return Err(Refused::OutOfOrder { order, bound: start, found: end, label });
    }
    let announce = match window.announce {
        Some(Announcement::At(moment)) => Some(Told::At(moment.resolve(read.zone)?)),
        Some(Announcement::Before(lead)) => Some(Told::Before(lead)),
        None => None,
    };
    channels(&read, &window.channels)?;
    let id = id(&read, window, start)?;
    let said = said(service, &id, window, start, end);
    let row = Row::window(&id, window, (start, end), announce, read.zone);
    let mut edited = Document::read(document, read.zone)?;
    edited.append_window(row)?;
    read.changed(edited.write(), &id, None, said, now)
}

/// When people are told, as it is written.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Told {
    At(DateTime<FixedOffset>),
    Before(schedule::Length),
}

fn end(
    ending: Ending,
    start: DateTime<FixedOffset>,
    zone: Zone,
) -> Result<Option<DateTime<FixedOffset>>, Refused> {
    match ending {
        Ending::At(moment) => moment.resolve(zone).map(Some),
        Ending::After(length) => in_years(zone.at(start + length.to_delta())).map(Some),
        Ending::Unknown => Ok(None),
    }
}

fn channels(read: &Read, channels: &[String]) -> Result<(), Refused> {
    let known: Vec<String> =
        read.schedule.channels().iter().map(|channel| channel.id.as_str().to_owned()).collect();
    match channels.iter().find(|channel| !known.contains(channel)) {
        Some(unknown) => Err(Refused::NoSuchChannel { id: unknown.clone(), known }),
        None => Ok(()),
    }
}

/// The id that is given, or one made from the reason and the date.
fn id(read: &Read, window: &NewWindow, start: DateTime<FixedOffset>) -> Result<String, Refused> {
    let taken: HashSet<&str> =
        read.schedule.windows().iter().map(|window| window.id.as_str()).collect();
    if let Some(id) = &window.id {
        return match taken.contains(id.as_str()) {
            true => Err(Refused::TakenId { id: id.clone() }),
            false => Ok(id.clone()),
        };
    }
    let made = format!("{}-{}", reason(window.reason), start.date_naive());
    let mut id = made.clone();
    let mut number = 2_u32;
    while taken.contains(id.as_str()) {
        id = format!("{made}-{number}");
        number += 1;
    }
    Ok(id)
}

/// The word for a reason in a document.
pub(crate) fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Emergency => "emergency",
        Reason::Planned => "planned",
    }
}

fn said(
    service: &Service,
    id: &str,
    window: &NewWindow,
    start: DateTime<FixedOffset>,
    end: Option<DateTime<FixedOffset>>,
) -> String {
    let span = Voice::of(service).span(start, end);
    format!("added `{id}` on {}: {span}", listed(&window.channels))
}
