//! The maintenance switch of CDC's IZ Gateway, which takes one downtime.

use chrono::{DateTime, SecondsFormat, Utc};
use schedule::{Phase, Timeline};
use url::form_urlencoded::Serializer;

use crate::{Filter, Message, Method};

/// The one downtime that a gateway is to know of: the open one, or else the next that is announced.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Maintenance {
    pub start: DateTime<Utc>,
    /// `None` while nobody can promise one.
    pub end: Option<DateTime<Utc>>,
    pub reason: String,
}

impl Maintenance {
    /// Among the windows that `filter` takes by their channels; `None` when there is nothing to tell.
    pub fn next(timeline: &Timeline, filter: &Filter, now: DateTime<Utc>) -> Option<Self> {
        let is_of_interest = |channels: &[usize]| {
            let ids = channels.iter().filter_map(|&place| timeline.channels.get(place));
            filter.takes_channels(ids.map(|channel| channel.id.as_str()))
        };
        let mut told = timeline.occurrences.iter().filter_map(|occurrence| {
            let phase = timeline.phase(occurrence, now);
            (phase.is_public() && is_of_interest(&occurrence.channels))
                .then_some((phase, occurrence))
        });
        let (first_phase, mut first) = told.next()?;
        // Of several that are open, the one that the gateway has to wait for longest.
        if first_phase.is_closed() {
            let ever = DateTime::<Utc>::MAX_UTC.fixed_offset();
            let until = |end: Option<DateTime<_>>| end.unwrap_or(ever);
            for (_, other) in told.filter(|(phase, _)| Phase::is_closed(*phase)) {
                if until(other.promises()) > until(first.promises()) {
                    first = other;
                }
            }
        }
        let reason = first.summary.clone();
        Some(Self {
            start: first.start.to_utc(),
            end: first.promises().map(|end| end.to_utc()),
            reason: reason.unwrap_or_else(|| format!("{} maintenance", timeline.service.name)),
        })
    }

    /// The request that tells a destination of it, or that there is nothing to tell.
    ///
    /// # Examples
    ///
    /// ```
    /// use webhook::{Maintenance, Method};
    ///
    /// let one = Maintenance {
    ///     start: "2025-02-07T01:00:00Z".parse().unwrap(),
    ///     end: None,
    ///     reason: "Data fixes".to_owned(),
    /// };
    /// let told = Maintenance::message(Some(&one), "dev");
    /// assert_eq!(told.path, "/rest/maint/dev?start=2025-02-07T01%3A00%3A00Z&end=none&reason=Data+fixes");
    /// assert_eq!(Maintenance::message(None, "dev").method, Method::Delete);
    /// ```
    pub fn message(next: Option<&Self>, destination: &str) -> Message {
        let path = format!("/rest/maint/{destination}");
        let (method, path) = match next {
            None => (Method::Delete, path),
            Some(Self { start, end, reason }) => {
                let written = |at: &DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
                let end = end.as_ref().map_or_else(|| "none".to_owned(), written);
                let query = Serializer::new(String::new())
                    .append_pair("start", &written(start))
                    .append_pair("end", &end)
                    .append_pair("reason", reason)
                    .finish();
                (Method::Post, format!("{path}?{query}"))
            }
        };
        Message { method, path, content_type: None, body: String::new() }
    }
}
