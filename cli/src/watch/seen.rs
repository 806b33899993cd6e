//! What the edge says at an instant.

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset, Utc};
use schedule::{Disposition, Phase, Reason, Zone};
use serde::{Deserialize, Serialize};

use crate::keeper::{Client, Health, KeeperError};

/// What the edge location that serves this machine says at an instant.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub(super) health: Health,
    pub(super) timeline: Timeline,
    /// By the edge's clock.
    pub(super) now: DateTime<Utc>,
}

/// `timeline.json`: what is public.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Timeline {
    pub(super) service: Service,
    #[serde(default)]
    pub(super) revision: Option<u64>,
    pub(super) channels: Vec<Channel>,
    pub(super) windows: Vec<Window>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Service {
    pub(super) name: String,
    zone: String,
    pub(super) label: String,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(super) struct Channel {
    pub(super) id: String,
    pub(super) disposition: Disposition,
    pub(super) phase: Option<Phase>,
    pub(super) window: Option<String>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(super) struct Window {
    pub(super) id: String,
    pub(super) phase: Phase,
    pub(super) start: DateTime<Utc>,
    pub(super) end: Option<DateTime<Utc>>,
    pub(super) reason: Reason,
    pub(super) summary: Option<String>,
    pub(super) channels: Vec<String>,
}

impl Seen {
    /// `now` is this machine's, for an edge that does not say what time it is.
    pub(super) fn look(client: &Client, now: DateTime<Utc>) -> Result<Self, KeeperError> {
        let health: Health = client.health()?;
        let (timeline, date): (Timeline, _) = client.timeline()?;
        Ok(Self { health, timeline: timeline.current(), now: date.unwrap_or(now) })
    }

    /// By which revision the edge decides; 0 is the timeline that was deployed.
    pub(super) fn revision(&self) -> Option<u64> {
        // The windows are those of this one; between the two questions another may come.
        self.timeline.revision.or(self.health.revision)
    }

    /// The window that a channel is told of.
    pub(super) fn window_of(&self, channel: &Channel) -> Option<&Window> {
        let id = channel.window.as_ref()?;
        let windows = self.timeline.windows.iter().filter(|window| window.id == *id);
        let over = |window: &&Window| window.channels.contains(&channel.id);
        windows.clone().filter(over).find(|window| Some(window.phase) == channel.phase).or_else(
            || {
                let mut windows = windows;
                windows.next()
            },
        )
    }
}

impl Timeline {
    /// Of each window the occurrence that is open, or else the next: one that recurs has hundreds. What
    /// is over is told of for a while, to those who were told before; here it is gone.
    pub(super) fn current(mut self) -> Self {
        self.windows.retain(|window| window.phase.is_public());
        self.windows.sort_by_key(|window| (!window.phase.is_closed(), window.start));
        let mut known = HashSet::new();
        self.windows.retain(|window| known.insert(window.id.clone()));
        self
    }
}

impl Service {
    /// By the service's clocks; by those of UTC where its zone is not known here.
    pub(super) fn at(&self, instant: DateTime<Utc>) -> DateTime<FixedOffset> {
        let instant = instant.fixed_offset();
        self.zone.parse::<Zone>().map_or(instant, |zone| zone.at(instant))
    }

    pub(super) fn label(&self) -> &str {
        if self.zone.parse::<Zone>().is_ok() { &self.label } else { "UTC" }
    }
}
