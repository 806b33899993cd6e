//! A channel.

use chrono::{DateTime, Utc};
use schedule::{Disposition, Known, Timeline};
use serde::Serialize;

use super::{at, id::id, page::page_id};
use crate::{Site, event::Event};

#[derive(Serialize)]
pub(super) struct Component<'a> {
    id: String,
    name: &'a str,
    status: &'static str,
    created_at: String,
    updated_at: String,
    position: usize,
    description: Option<&'a str>,
    showcase: bool,
    start_date: Option<&'a str>,
    group_id: Option<&'a str>,
    page_id: String,
    group: bool,
    only_show_if_degraded: bool,
}

impl<'a> Component<'a> {
    pub(super) fn new(
        site: Site<'a>,
        place: usize,
        known: &[Known<'_>],
        now: DateTime<Utc>,
    ) -> Self {
        let channel = &site.timeline.channels[place];
        let about = known.iter().filter(|known| known.whole.channels().contains(&place));
        let events = about.flat_map(|known| Event::all(site.timeline, known, now));
        let updated = events.map(|event| event.at).max().unwrap_or(DateTime::UNIX_EPOCH);
        Self {
            id: component_id(site.timeline, place),
            name: &channel.name,
            status: status(is_closed(site.timeline, place, known)),
            // Nobody wrote down when there was first such a channel.
            created_at: at(DateTime::UNIX_EPOCH.fixed_offset()),
            updated_at: at(updated.fixed_offset()),
            position: place + 1,
            description: None,
            showcase: false,
            start_date: None,
            group_id: None,
            page_id: page_id(site),
            group: false,
            only_show_if_degraded: false,
        }
    }
}

pub(super) fn component_id(timeline: &Timeline, place: usize) -> String {
    id(&["component", timeline.channels[place].id.as_str()])
}

pub(super) fn status(is_closed: bool) -> &'static str {
    if is_closed { "under_maintenance" } else { "operational" }
}

/// Whether a window is open over a channel that does something to its users.
pub(super) fn is_closed(timeline: &Timeline, place: usize, known: &[Known<'_>]) -> bool {
    timeline.channels[place].disposition != Disposition::Unaffected
        && known.iter().any(|known| {
            known.phase.is_closed() && known.whole.occurrence.channels.contains(&place)
        })
}
