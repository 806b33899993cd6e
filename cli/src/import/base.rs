//! The schedule that windows are imported into: one that is there, or a new one.

use chrono::{DateTime, Utc};
use schedule::{Occurrence, Schedule, Zone};

use super::{
    arguments::Arguments,
    channels::Channel,
    error::ImportError,
    window::{commented, quoted},
};
use crate::{failure::Failure, source::Source};

/// The schedule that windows are imported into.
#[derive(Debug)]
pub(super) enum Base {
    There { source: Source, schedule: Box<Schedule>, zone: Zone },
    New { name: String, zone: Zone },
}

impl Base {
    /// The one that `--into` names.
    pub(super) fn read(source: Source, now: DateTime<Utc>) -> Result<Self, Failure> {
        let (source, schedule, _) = source.schedule(now)?;
        let name = &schedule.service().zone;
        let zone = name.parse().map_err(|_| ImportError::UnknownZone { found: name.clone() })?;
        Ok(Self::There { source, schedule: Box::new(schedule), zone })
    }

    /// A new one; `name` and `zone` are what the source has.
    pub(super) fn new(
        arguments: &Arguments,
        name: Option<String>,
        zone: Option<String>,
    ) -> Result<Self, ImportError> {
        let name = arguments.name.clone().or(name).ok_or(ImportError::NoName)?;
        let zone = match (&arguments.zone, zone) {
            (Some(given), _) => {
                given.parse().map_err(|_| ImportError::UnknownZone { found: given.clone() })?
            }
            (None, Some(found)) => {
                found.parse().map_err(|_| ImportError::NoZone { found: Some(found) })?
            }
            (None, None) => return Err(ImportError::NoZone { found: None }),
        };
        Ok(Self::New { name, zone })
    }

    pub(super) fn zone(&self) -> Zone {
        match self {
            Self::There { zone, .. } | Self::New { zone, .. } => *zone,
        }
    }

    /// What its people call the zone.
    pub(super) fn label(&self) -> &str {
        match self {
            Self::There { schedule, .. } => &schedule.service().label,
            Self::New { zone, .. } => zone.name(),
        }
    }

    pub(super) fn has_window(&self, id: &str) -> bool {
        self.window(id).is_some()
    }

    /// Whether a window that is there is cancelled.
    pub(super) fn is_cancelled(&self, id: &str) -> bool {
        self.window(id).is_some_and(|window| window.cancelled)
    }

    /// When the window of this id is.
    pub(super) fn occurrences(&self, id: &str, now: DateTime<Utc>) -> Vec<Occurrence> {
        match self {
            Self::There { schedule, .. } => of(schedule, id, now),
            Self::New { .. } => Vec::new(),
        }
    }

    /// The document without what is imported, ending with an empty line.
    pub(super) fn text(&self, from: &str, channels: &[Channel]) -> String {
        match self {
            Self::There { source, .. } => {
                let text = &source.text;
                let end = if text.is_empty() || text.ends_with('\n') { "\n" } else { "\n\n" };
                format!("{text}{end}")
            }
            Self::New { name, zone } => new(name, *zone, from, channels),
        }
    }

    fn window(&self, id: &str) -> Option<&schedule::Window> {
        match self {
            Self::There { schedule, .. } => {
                schedule.windows().iter().find(|window| window.id.as_str() == id)
            }
            Self::New { .. } => None,
        }
    }
}

/// When the window of this id is.
pub(super) fn of(schedule: &Schedule, id: &str, now: DateTime<Utc>) -> Vec<Occurrence> {
    let timeline = schedule.timeline(now);
    let its = |occurrence: &&Occurrence| occurrence.window.as_str() == id;
    timeline.occurrences.iter().filter(its).cloned().collect()
}

/// A service and its channels, with comments about what a person has to decide.
fn new(name: &str, zone: Zone, from: &str, channels: &[Channel]) -> String {
    let mut text = commented(&format!(
        "Imported from {from}. What the source does not know, and a person has to decide, stands in \
         comments; docs/schedule.md has every key."
    ));
    text += &format!("\n[service]\nname = {}\nzone = {}\n", quoted(name), quoted(zone.name()));
    text += "# What your people call that zone:\n# label = \"CT\"\n";
    for Channel { id, name } in channels {
        text += &format!("\n[[channel]]\nid = {}\nname = {}\n", quoted(id), quoted(name));
        text += "# Which requests belong to it? Without routes no request is answered 503:\n";
        text += "# routes = [\"/*\"]\n";
        text += "# What happens during a window: \"unavailable\", \"read-only\", \"hold\", \
                 \"unaffected\"?\n";
        text += "# disposition = \"unavailable\"\n";
    }
    text + "\n"
}
