//! What a window comes to: its occurrences.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, Utc};

use crate::{Announce, Finished, Instance, Occurrence, Overrun, When, Window};

impl Window {
    /// What it comes to, for starts before `until`, in order.
    ///
    /// A window of which channels were finished early comes to several occurrences at once: one
    /// over the rest of its channels, and one for each instant at which some were finished.
    pub(crate) fn occurrences(&self, until: DateTime<Utc>) -> Vec<Occurrence> {
        match &self.when {
            When::Once { start, end, released, finished } => {
                let whole = Occurrence { released: *released, ..self.occurrence(*start, *end) };
                self.split(whole, finished)
            }
            When::Repeating(series) => {
                series.instances(until).flat_map(|instance| self.instance(instance)).collect()
            }
        }
    }

    fn instance(&self, instance: Instance) -> Vec<Occurrence> {
        let occurrence = self.occurrence(instance.start, Some(instance.end));
        let whole = Occurrence {
            of: Some(instance.of),
            released: instance.released,
            channels: instance.channels.unwrap_or(occurrence.channels),
            cancelled: self.cancelled || instance.cancelled,
            ..occurrence
        };
        self.split(whole, &instance.finished)
    }

    /// What is left of an occurrence, if anything is, and then what was finished, in order.
    fn split(&self, whole: Occurrence, finished: &Finished) -> Vec<Occurrence> {
        let whole = self.limited(whole);
        let mut early: BTreeMap<DateTime<FixedOffset>, Vec<usize>> = BTreeMap::new();
        for (channel, at) in finished {
            early.entry(*at).or_default().push(*channel);
        }
        let rest = whole.channels.iter().copied();
        let rest: Vec<usize> = rest.filter(|channel| !finished.contains_key(channel)).collect();
        let early = early.into_iter().map(|(at, channels)| Occurrence {
            end: Some(at),
            released: None,
            limited: false,
            channels,
            overrun: Overrun::Reopen,
            ..whole.clone()
        });
        let mut occurrences: Vec<Occurrence> = early.collect();
        if !rest.is_empty() {
            occurrences.insert(0, Occurrence { channels: rest, ..whole });
        }
        occurrences
    }

    /// With its limit, unless its release is written.
    fn limited(&self, whole: Occurrence) -> Occurrence {
        match (whole.released, whole.end, self.hold_limit) {
            (None, Some(end), Some(limit)) => {
                Occurrence { released: Some(end + limit.to_delta()), limited: true, ..whole }
            }
            _ => whole,
        }
    }

    fn occurrence(
        &self,
        start: DateTime<FixedOffset>,
        end: Option<DateTime<FixedOffset>>,
    ) -> Occurrence {
        Occurrence {
            window: self.id.clone(),
            of: None,
            start,
            end,
            announced: match self.announce {
                Announce::AtOnce => None,
                Announce::At(instant) => Some(instant),
                Announce::Before(lead) => Some(start - lead.to_delta()),
            },
            released: None,
            limited: false,
            channels: self.channels.clone(),
            reason: self.reason,
            overrun: self.overrun,
            summary: self.summary.clone(),
            translations: self.translations.clone(),
            cancelled: self.cancelled,
        }
    }
}
