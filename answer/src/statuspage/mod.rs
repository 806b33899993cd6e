//! `api/v2/*.json`: the public API of Atlassian's Statuspage, so that what reads it already reads us.
//!
//! | file | what |
//! | --- | --- |
//! | `page` | the page, and how it is doing |
//! | `component` | a channel |
//! | `maintenance` | an occurrence of a window, and what happened to it |
//! | `id` | stable names, as long as theirs |
//!
//! Some readers refuse values that they do not know and keys that are not there, so every key is
//! always there, and of values only those that Statuspage itself has: what is cancelled is
//! `completed` and says in words that it was cancelled.

mod component;
mod id;
mod maintenance;
mod page;

use chrono::{DateTime, FixedOffset, SecondsFormat, Utc};
use schedule::Known;
use serde::Serialize;

use self::{
    component::Component,
    maintenance::{Maintenance, State},
    page::{Page, Status},
};
use crate::{Answer, Site, json};

/// No more maintenances than these in one list, as Statuspage has it.
const MOST: usize = 50;

/// The document at `path` below `api/v2/`, or 404.
///
/// | path | what |
/// | --- | --- |
/// | `summary.json` | everything that is going on or planned |
/// | `status.json` | how it is doing |
/// | `components.json` | the channels |
/// | `incidents.json`, `incidents/unresolved.json` | none: an outage that nobody planned is none of ours |
/// | `scheduled-maintenances.json` | the windows, newest first, those that are over too |
/// | `scheduled-maintenances/upcoming.json`, `…/active.json` | those to come, and those going on |
pub fn statuspage(site: Site<'_>, path: &[&str], now: DateTime<Utc>) -> Answer {
    let known = site.timeline.known(now);
    let read = Read { site, known: &known, now };
    let with = |state: fn(State) -> bool| read.maintenances(state);
    let body = match path {
        ["summary.json"] => json::written(&Summary {
            page: read.page(),
            status: read.status(),
            components: read.components(),
            incidents: [],
            scheduled_maintenances: with(|state| state != State::Completed),
        }),
        ["status.json"] => json::written(&Doing { page: read.page(), status: read.status() }),
        ["components.json"] => {
            json::written(&Components { page: read.page(), components: read.components() })
        }
        ["incidents.json"] | ["incidents", "unresolved.json"] => {
            json::written(&Incidents { page: read.page(), incidents: [] })
        }
        ["scheduled-maintenances.json"] => read.list(|_| true),
        ["scheduled-maintenances", "upcoming.json"] => read.list(|state| state == State::Scheduled),
        ["scheduled-maintenances", "active.json"] => {
            read.list(|state| matches!(state, State::InProgress | State::Verifying))
        }
        _ => return Answer::not_found(),
    };
    Answer::shared("application/json", 5, body)
}

/// What the documents are made of.
struct Read<'a> {
    site: Site<'a>,
    known: &'a [Known<'a>],
    now: DateTime<Utc>,
}

impl<'a> Read<'a> {
    fn page(&self) -> Page<'a> {
        Page::new(self.site, self.known, self.now)
    }

    fn status(&self) -> Status {
        Status::new(self.site.timeline, self.known)
    }

    fn components(&self) -> Vec<Component<'a>> {
        let places = 0..self.site.timeline.channels.len();
        places.map(|place| Component::new(self.site, place, self.known, self.now)).collect()
    }

    fn maintenances(&self, wanted: fn(State) -> bool) -> Vec<Maintenance<'a>> {
        let known = self.known.iter().filter(|known| wanted(State::of(known)));
        let mut maintenances: Vec<Maintenance<'_>> =
            known.map(|known| Maintenance::new(self.site, known, self.known, self.now)).collect();
        maintenances.reverse();
        maintenances.truncate(MOST);
        maintenances
    }

    fn list(&self, wanted: fn(State) -> bool) -> String {
        let scheduled_maintenances = self.maintenances(wanted);
        json::written(&Maintenances { page: self.page(), scheduled_maintenances })
    }
}

#[derive(Serialize)]
struct Summary<'a> {
    page: Page<'a>,
    status: Status,
    components: Vec<Component<'a>>,
    incidents: [(); 0],
    scheduled_maintenances: Vec<Maintenance<'a>>,
}

#[derive(Serialize)]
struct Doing<'a> {
    page: Page<'a>,
    status: Status,
}

#[derive(Serialize)]
struct Components<'a> {
    page: Page<'a>,
    components: Vec<Component<'a>>,
}

#[derive(Serialize)]
struct Incidents<'a> {
    page: Page<'a>,
    incidents: [(); 0],
}

#[derive(Serialize)]
struct Maintenances<'a> {
    page: Page<'a>,
    scheduled_maintenances: Vec<Maintenance<'a>>,
}

/// As Statuspage writes instants: with milliseconds, and at an offset.
fn at(instant: DateTime<FixedOffset>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Millis, true)
}
