//! Which of the events of one name is the newest.

use std::collections::HashMap;

use super::{
    Reading,
    component::{Component, Property},
    event, recurring,
};
use crate::import::{
    event::{Event, Untaken},
    plain,
    why::Why,
};

/// What is known by one `UID`.
#[derive(Debug, Default)]
struct Known<'a> {
    /// The event itself; none where only occurrences of it were sent.
    master: Option<&'a Component>,
    /// Those that change one occurrence each.
    overrides: Vec<&'a Component>,
}

/// Every event of a calendar, each once: read, or with the reason why not.
pub(super) fn events(calendar: &Component, reading: Reading) -> Vec<Result<Event, Untaken>> {
    let (mut read, mut newest) = (Vec::new(), Vec::<&Component>::new());
    let mut places: HashMap<Identity, usize> = HashMap::new();
    let method = calendar.word("METHOD").unwrap_or_default();
    for part in calendar.components.iter().filter(|part| part.name != "VTIMEZONE") {
        let mut untaken = |why| read.push(Err(Untaken::one(event::name(part), why)));
        if part.name != "VEVENT" {
            untaken(Why::NoEvent { component: plain::line(&part.name) });
        } else if matches!(method.as_str(), "REPLY" | "COUNTER" | "DECLINECOUNTER" | "REFRESH") {
            untaken(Why::Method { method: plain::line(&method) });
        } else if let Some(identity) = identity(part) {
            let Some(&place) = places.get(&identity) else {
                places.insert(identity, newest.len());
                newest.push(part);
                continue;
            };
            // Of two that say they are as new, the later in the calendar.
            let older = match version(newest[place]) <= version(part) {
                true => std::mem::replace(&mut newest[place], part),
                false => part,
            };
            read.push(Err(Untaken::one(event::name(older), Why::Superseded)));
        } else {
            untaken(Why::Missing { key: "UID" });
        }
    }
    for known in grouped(&newest) {
        match known.master {
            Some(master) => {
                read.extend(recurring::read(master, &known.overrides, calendar, reading));
            }
            None => {
                let alone = |part| recurring::alone(part, calendar, reading);
                read.extend(known.overrides.into_iter().map(alone));
            }
        }
    }
    read
}

/// Its `UID`, or whatever else names it, and the occurrence that it changes.
type Identity = (String, Option<String>);

fn identity(event: &Component) -> Option<Identity> {
    let names = ["UID", "X-MAINTNOTE-MAINTENANCE-ID"];
    let mut lines = names.iter().filter_map(|name| event.property(name)).map(Property::line);
    let name = lines.find(|line| !line.is_empty())?;
    Some((name, event.property("RECURRENCE-ID").map(Property::line)))
}

fn version(event: &Component) -> (u64, String) {
    let sequence = event.property("SEQUENCE").and_then(|number| number.value.trim().parse().ok());
    (sequence.unwrap_or(0), event.property("DTSTAMP").map(Property::line).unwrap_or_default())
}

fn grouped<'a>(events: &[&'a Component]) -> Vec<Known<'a>> {
    let (mut groups, mut places) = (Vec::<Known<'a>>::new(), HashMap::new());
    for event in events {
        let Some((name, of)) = identity(event) else { continue };
        let place = *places.entry(name).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Known::default());
        }
        match of {
            Some(_) => groups[place].overrides.push(event),
            None => groups[place].master = Some(event),
        }
    }
    groups
}
