//! An event with what it says.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::{
    Reading,
    component::{Component, Property},
    duration,
    maintnote::Maintnote,
    moment::Moment,
};
use crate::import::{
    event::{Event, Key, State, When},
    plain,
    why::Why,
};

/// When an event is, by itself: what recurs, its first occurrence.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    pub(super) start: Moment,
    pub(super) from: DateTime<FixedOffset>,
    pub(super) until: DateTime<FixedOffset>,
    /// How much more clocks show at its end, where it is over whole days: those may have 23 hours.
    pub(super) days: Option<TimeDelta>,
}

/// What an event is called in messages.
pub(super) fn name(event: &Component) -> String {
    let names = ["SUMMARY", "X-MAINTNOTE-MAINTENANCE-ID", "UID"];
    let mut lines = names.iter().filter_map(|name| event.property(name)).map(Property::line);
    lines.find(|line| !line.is_empty()).unwrap_or_else(|| format!("a {}", event.name))
}

/// The event with when it is, the notes about that besides. Whether it recurs is for `recurring`.
pub(super) fn read(
    event: &Component,
    calendar: &Component,
    reading: Reading,
) -> Result<(Event, Stretch), Why> {
    let noted = Maintnote::read(event)?;
    let mut notes = noted.notes;
    let stretch = Stretch::read(event, calendar, reading, &mut notes)?;
    let uid = event.property("UID").map(Property::line).filter(|uid| !uid.is_empty());
    let unique = uid.clone().or_else(|| noted.id.clone()).ok_or(Why::Missing { key: "UID" })?;
    let known = noted.id.unwrap_or_else(|| match unique.rsplit_once('@') {
        Some((local, _)) if !local.is_empty() => local.to_owned(),
        _ => unique.clone(),
    });
    let mut state = noted.state.unwrap_or(State::Planned);
    match event.word("STATUS").as_deref() {
        Some("CANCELLED") => state = State::Cancelled,
        Some("TENTATIVE") if noted.state.is_none() => notes.push("it is tentative".to_owned()),
        _ => {}
    }
    if calendar.word("METHOD").as_deref() == Some("CANCEL") {
        state = State::Cancelled;
    }
    let mut comments = noted.comments;
    comments.extend(event.property("DESCRIPTION").map(|text| plain::of_html(&text.value)));
    comments.retain(|comment| !comment.is_empty());
    let summary = event.property("SUMMARY").map(Property::line).filter(|text| !text.is_empty());
    let read = Event {
        name: name(event),
        key: Key { name: known, unique },
        series: None,
        parts: 1,
        objects: noted.objects,
        when: When::Once { start: stretch.from, end: stretch.until },
        state,
        summary,
        comments,
        notes,
        left_out: left_out(event),
    };
    Ok((read, stretch))
}

impl Stretch {
    fn read(
        event: &Component,
        calendar: &Component,
        reading: Reading,
        notes: &mut Vec<String>,
    ) -> Result<Self, Why> {
        let start = event.property("DTSTART").ok_or(Why::Missing { key: "DTSTART" })?;
        let start = Moment::read("DTSTART", start, calendar)?;
        notes.extend(start.note(reading));
        let from = start.instant(reading, notes);
        let day = TimeDelta::days(1);
        let after_days = |days: TimeDelta| {
            let end = (start.local() + days).date();
            Moment::Day(end).instant(reading, &mut Vec::new())
        };
        let (until, days) = match (event.property("DTEND"), event.property("DURATION")) {
            (Some(end), _) => {
                let end = Moment::read("DTEND", end, calendar)?;
                let days = (start.is_day() && end.is_day()).then(|| end.local() - start.local());
                (end.instant(reading, notes), days)
            }
            (None, Some(length)) => {
                let length = duration::read(&length.value)?;
                match start.is_day() && length.num_seconds() % day.num_seconds() == 0 {
                    true => (after_days(length), Some(length)),
                    false => (from + length, None),
                }
            }
            (None, None) if start.is_day() => (after_days(day), Some(day)),
            (None, None) => {
                let length = reading.length.ok_or(Why::NoEnd { key: "DTEND" })?;
                notes.push(format!("its end is not said; it takes {length}, by `--for`"));
                (from + length.to_delta(), None)
            }
        };
        if until <= from {
            let found = event.property("DTEND").map(Property::line).unwrap_or_default();
            let expected = "a time after `DTSTART`";
            return Err(Why::Malformed { key: "DTEND", expected, found });
        }
        Ok(Self { start, from, until, days })
    }
}

/// What is read, and what only keeps a calendar in order.
const READ: [&str; 18] = [
    "UID",
    "SEQUENCE",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "DURATION",
    "SUMMARY",
    "DESCRIPTION",
    "STATUS",
    "RRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "CREATED",
    "LAST-MODIFIED",
    "TRANSP",
    "PRIORITY",
    // The description once more, as HTML.
    "X-ALT-DESC",
];

/// The names that programs keep their own state under.
const OF_PROGRAMS: [&str; 5] =
    ["X-MAINTNOTE-", "X-MICROSOFT-", "X-APPLE-", "X-MOZ-", "X-GOOGLE-CALENDAR-"];

/// The properties and parts that carry meaning for people and have no place in a schedule.
fn left_out(event: &Component) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for property in &event.properties {
        let name = property.name.as_str();
        let is_public = name == "CLASS" && property.value.trim().eq_ignore_ascii_case("PUBLIC");
        let is_of_program = OF_PROGRAMS.iter().any(|prefix| name.starts_with(prefix));
        if !READ.contains(&name) && !is_public && !is_of_program {
            *counts.entry(name).or_default() += 1;
        }
    }
    for part in &event.components {
        *counts.entry(part.name.as_str()).or_default() += 1;
    }
    let told = |(name, count): (&str, usize)| match count {
        1 => plain::line(name),
        _ => format!("{} ({count})", plain::line(name)),
    };
    counts.into_iter().map(told).collect()
}
