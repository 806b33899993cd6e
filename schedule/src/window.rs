//! A planned stretch of maintenance over some channels.

use serde::{Deserialize, Serialize};

#[cfg(feature = "parse")]
use {
    crate::{
        Length, Occurrence,
        series::{Instance, Series},
    },
    chrono::{DateTime, FixedOffset, Utc},
};

/// The name of a window in documents, addresses and logs; the same rules as for a channel's.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct WindowId(pub(crate) String);

impl WindowId {
    /// The name as it stands in the document.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why there is a window.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    Emergency,
    #[default]
    Planned,
}

/// What happens when the planned end arrives.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Overrun {
    /// The service stays closed, and says that it takes longer, until somebody releases it.
    Hold,
    /// The service opens by itself.
    #[default]
    Reopen,
}

/// One window as the document states it.
#[cfg(feature = "parse")]
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    pub id: WindowId,
    /// Places in the schedule's list of channels, ascending, never empty.
    pub channels: Vec<usize>,
    pub when: When,
    pub announce: Announce,
    pub reason: Reason,
    pub overrun: Overrun,
    pub summary: Option<String>,
    pub cancelled: bool,
}

/// When a window is.
#[cfg(feature = "parse")]
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    Once {
        /// The first instant inside.
        start: DateTime<FixedOffset>,
        /// The first instant outside, later than the start; `None` while nobody knows it.
        end: Option<DateTime<FixedOffset>>,
        /// When somebody let a window that holds go, at or after its end.
        released: Option<DateTime<FixedOffset>>,
    },
    Repeating(Box<Series>),
}

/// From when on people are told.
#[cfg(feature = "parse")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Announce {
    AtOnce,
    At(DateTime<FixedOffset>),
    /// This long before each start.
    Before(Length),
}

#[cfg(feature = "parse")]
impl Window {
    /// What it comes to, for starts before `until`, in order.
    pub(crate) fn occurrences(&self, until: DateTime<Utc>) -> Vec<Occurrence> {
        match &self.when {
            When::Once { start, end, released } => {
                vec![Occurrence { end: *end, released: *released, ..self.occurrence(*start) }]
            }
            When::Repeating(series) => {
                series.instances(until).map(|instance| self.instance(instance)).collect()
            }
        }
    }

    fn instance(&self, instance: Instance) -> Occurrence {
        let occurrence = self.occurrence(instance.start);
        Occurrence {
            of: Some(instance.of),
            end: Some(instance.end),
            released: instance.released,
            channels: instance.channels.unwrap_or(occurrence.channels),
            cancelled: self.cancelled || instance.cancelled,
            ..occurrence
        }
    }

    fn occurrence(&self, start: DateTime<FixedOffset>) -> Occurrence {
        Occurrence {
            window: self.id.clone(),
            of: None,
            start,
            end: None,
            announced: match self.announce {
                Announce::AtOnce => None,
                Announce::At(instant) => Some(instant),
                Announce::Before(lead) => Some(start - lead.to_delta()),
            },
            released: None,
            channels: self.channels.clone(),
            reason: self.reason,
            overrun: self.overrun,
            summary: self.summary.clone(),
            cancelled: self.cancelled,
        }
    }
}
