//! Calendars (RFC 5545), with the properties of network operators (X-MAINTNOTE) or without.
//!
//! | file | what |
//! | --- | --- |
//! | `component` | components and properties, as the library reads them |
//! | `event` | an event with what it says |
//! | `versions` | which of the events of one name is the newest |
//! | `recurring` | rules, exceptions, and the events that change one occurrence |
//! | `moment`, `duration` | points and lengths of time |
//! | `place`, `observance` | the zone that a `TZID` names, or describes |
//! | `maintnote` | what X-MAINTNOTE says of objects, impact and status |

mod component;
mod duration;
mod event;
mod maintnote;
mod moment;
mod observance;
mod place;
mod recurring;
mod versions;

use schedule::{Length, Zone};

use super::event::{Event, Untaken};
use component::Component;
pub(super) use component::{Malformed, Value};

/// The calendars of a text: mails sometimes hold more than one.
#[derive(Debug)]
pub(super) struct Calendars(Vec<Component>);

/// What events are read with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// The service's, for times without a zone.
    pub(super) zone: Zone,
    /// How long an event takes that does not say it.
    pub(super) length: Option<Length>,
}

impl Calendars {
    pub(super) fn read(text: &str) -> Result<Self, Malformed> {
        component::read(text).map(Self)
    }

    pub(super) fn len(&self) -> usize {
        self.parts().count()
    }

    pub(super) fn name(&self) -> Option<String> {
        let own = self.property("X-WR-CALNAME").or_else(|| self.property("NAME"));
        let provider = || self.parts().find_map(|part| part.property("X-MAINTNOTE-PROVIDER"));
        let name = own.or_else(provider)?.line();
        Some(name).filter(|name| !name.is_empty())
    }

    /// The name of the zone that the calendar says it is in, or that of its first event, if it has one.
    pub(super) fn zone(&self) -> Option<String> {
        let known = |name: &str, calendar| {
            let zone = place::Place::find(name, calendar).ok()?.named()?;
            Some(zone.name().to_owned())
        };
        let own = self.0.iter().find_map(|calendar| {
            let own = &calendar.property("X-WR-TIMEZONE")?.value;
            Some(known(own, calendar).unwrap_or_else(|| own.clone()))
        });
        own.or_else(|| {
            self.0.iter().find_map(|calendar| {
                let start = calendar.components.iter().find_map(|part| part.property("DTSTART"))?;
                known(start.parameter("TZID")?, calendar)
            })
        })
    }

    pub(super) fn events(&self, reading: Reading) -> Vec<Result<Event, Untaken>> {
        self.0.iter().flat_map(|calendar| versions::events(calendar, reading)).collect()
    }

    fn property(&self, name: &str) -> Option<&component::Property> {
        self.0.iter().find_map(|calendar| calendar.property(name))
    }

    /// All but the descriptions of zones.
    fn parts(&self) -> impl Iterator<Item = &Component> {
        let parts = self.0.iter().flat_map(|calendar| &calendar.components);
        parts.filter(|part| part.name != "VTIMEZONE")
    }
}
