//! The page, and how it is doing.

use chrono::{DateTime, Utc};
use schedule::{Known, Timeline};
use serde::Serialize;

use super::{at, component, id::id};
use crate::{Site, event::Event};

#[derive(Serialize)]
pub(super) struct Page<'a> {
    id: String,
    name: &'a str,
    /// Absolute: some readers refuse anything else.
    url: String,
    time_zone: &'a str,
    updated_at: String,
}

impl<'a> Page<'a> {
    pub(super) fn new(site: Site<'a>, known: &[Known<'_>], now: DateTime<Utc>) -> Self {
        let service = &site.timeline.service;
        let events = known.iter().flat_map(|known| Event::all(site.timeline, known, now));
        let updated = events.map(|event| event.at).max().unwrap_or(DateTime::UNIX_EPOCH);
        Self {
            id: page_id(site),
            name: &service.name,
            url: site.home().to_owned(),
            time_zone: &service.zone,
            updated_at: at(updated.fixed_offset()),
        }
    }
}

pub(super) fn page_id(site: Site<'_>) -> String {
    id(&["page", &site.timeline.service.name, &site.host()])
}

#[derive(Serialize)]
pub(super) struct Status {
    indicator: &'static str,
    description: &'static str,
}

impl Status {
    /// Statuspage's own readers take `maintenance`; some others refuse a value that was not there
    /// when they were written, so the schedule has to ask for it.
    pub(super) fn new(timeline: &Timeline, known: &[Known<'_>]) -> Self {
        let places = 0..timeline.channels.len();
        let closed = places.filter(|place| component::is_closed(timeline, *place, known)).count();
        let indicator = match closed {
            0 => "none",
            _ if timeline.edge.statuspage_maintenance => "maintenance",
            _ => "minor",
        };
        let description =
            if closed == 0 { "All Systems Operational" } else { "Service Under Maintenance" };
        Self { indicator, description }
    }
}
