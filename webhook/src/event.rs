//! What happened.

use chrono::{DateTime, FixedOffset, NaiveDateTime, SecondsFormat, Utc};
use schedule::{ChannelId, Plan, Reason, Service, Timeline, WindowId};

use crate::Occasion;

/// What happened, to which window, and when. It is the same event, with the same id, whenever it is
/// found again.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Letters, digits, `-` and `_`.
    pub id: String,
    pub occasion: Occasion,
    pub at: DateTime<Utc>,
    /// `None` for a ping.
    pub about: Option<About>,
}

/// An occurrence of a window, as it stands after the event.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    pub window: WindowId,
    /// Of a window that recurs, the local start that its rule gives this occurrence.
    pub of: Option<NaiveDateTime>,
    pub start: DateTime<FixedOffset>,
    /// `None` while nobody knows it.
    pub end: Option<DateTime<FixedOffset>>,
    /// Start and end as they were before, where the event changed them.
    pub before: Option<(DateTime<FixedOffset>, Option<DateTime<FixedOffset>>)>,
    /// The ids and names of its channels, also of those that it was over before.
    pub channels: Vec<(String, String)>,
    pub reason: Reason,
    pub summary: Option<String>,
    /// The revision that changed it; `None` for what time did.
    pub revision: Option<u32>,
}

impl Event {
    /// A ping with an id that the caller makes.
    pub fn ping(id: String, at: DateTime<Utc>) -> Self {
        Self { id, occasion: Occasion::Ping, at, about: None }
    }

    pub(crate) fn new(occasion: Occasion, at: DateTime<Utc>, about: About) -> Self {
        let of = match about.of {
            Some(of) => format!("_{}", of.format("%Y%m%dT%H%M%S")),
            None => String::new(),
        };
        // The revision, or the instant, is what makes the same occasion another event.
        let which = match about.revision {
            Some(revision) => format!("r{revision}"),
            None => at.format("%Y%m%dT%H%M%SZ").to_string(),
        };
        let id = format!("{}{of}_{occasion}_{which}", about.window.as_str());
        Self { id, occasion, at, about: Some(about) }
    }
}

impl About {
    pub(crate) fn of(
        (window, of): (&WindowId, Option<NaiveDateTime>),
        plan: &Plan,
        timeline: &Timeline,
    ) -> Self {
        let named = |id: &ChannelId| {
            let channel = timeline.channels.iter().find(|channel| channel.id == *id);
            let name = channel.map_or(id.as_str(), |channel| &*channel.name);
            (id.as_str().to_owned(), name.to_owned())
        };
        Self {
            window: window.clone(),
            of,
            start: plan.start,
            end: plan.end,
            before: None,
            channels: plan.channels.iter().map(named).collect(),
            reason: plan.reason,
            summary: plan.summary.clone(),
            revision: None,
        }
    }
}

/// Where the service's public pages are: absolute where the schedule says where the service is.
pub(crate) fn address(service: &Service, prefix: &str) -> String {
    format!("{}{prefix}", service.url.as_deref().unwrap_or_default())
}

/// The page about the window; only an absolute address: a chat has nothing that another could be
/// relative to.
pub(crate) fn link(event: &Event, service: &Service, prefix: &str) -> Option<String> {
    service.url.as_ref()?;
    let id = event.about.as_ref()?.window.as_str();
    Some(format!("{}/windows/{id}", address(service, prefix)))
}

/// An instant, for machines.
pub(crate) fn written(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}
