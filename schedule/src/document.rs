//! A schedule: what an operator wrote, read into types that cannot be wrong.

use crate::{Channel, EdgeSettings, Occurrence, Service, Timeline, Window, Zone};

/// One service with its channels and windows. It comes only from [`crate::parse`]: every window
/// is over channels that exist, ends after it starts, and overlaps no other on a channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    pub(crate) service: Service,
    pub(crate) edge: EdgeSettings,
    pub(crate) channels: Vec<Channel>,
    pub(crate) windows: Vec<Window>,
}

impl Schedule {
    pub fn service(&self) -> &Service {
        &self.service
    }

    pub fn channels(&self) -> &[Channel] {
        &self.channels
    }

    pub fn windows(&self) -> &[Window] {
        &self.windows
    }

    /// The schedule compiled for machines.
    pub fn timeline(&self) -> Timeline {
        Timeline::new(
            Zone::RELEASE.to_owned(),
            self.service.clone(),
            self.edge.clone(),
            self.channels.clone(),
            self.windows.iter().map(Window::occurrence).collect(),
        )
    }
}

impl Window {
    fn occurrence(&self) -> Occurrence {
        Occurrence {
            window: self.id.clone(),
            start: self.start,
            end: self.end,
            announced: self.announce,
            released: self.released,
            channels: self.channels.clone(),
            reason: self.reason,
            overrun: self.overrun,
            summary: self.summary.clone(),
            cancelled: self.cancelled,
        }
    }
}
