//! One occurrence of a window as people think of it: with the channels that were finished
//! early, which the timeline holds as occurrences of their own.

use std::collections::HashMap;

use crate::{Occurrence, Timeline, WindowId};
use chrono::{DateTime, FixedOffset, NaiveDateTime};

/// One occurrence with all of its channels.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    /// Over the channels that were not finished early; where all were, over those finished last.
    pub occurrence: Occurrence,
    /// The other channels, by their places, and when each was finished.
    pub finished: Vec<(usize, DateTime<FixedOffset>)>,
}

impl Whole {
    /// All of a timeline, ascending by start.
    pub fn all(timeline: &Timeline) -> Vec<Self> {
        Self::of(timeline.occurrences.iter())
    }

    /// Those that have a part among these.
    pub(super) fn of<'a>(occurrences: impl Iterator<Item = &'a Occurrence>) -> Vec<Self> {
        let mut wholes: Vec<Self> = Vec::new();
        let mut places: HashMap<(WindowId, Option<NaiveDateTime>), usize> = HashMap::new();
        for occurrence in occurrences {
            let key = (occurrence.window.clone(), occurrence.of);
            if let Some(whole) = places.get(&key).and_then(|place| wholes.get_mut(*place)) {
                whole.join(occurrence.clone());
            } else {
                places.insert(key, wholes.len());
                wholes.push(Self { occurrence: occurrence.clone(), finished: Vec::new() });
            }
        }
        for whole in &mut wholes {
            whole.finished.sort_unstable();
        }
        wholes
    }

    /// What closes longest is the rest, and what closes for less was finished.
    fn join(&mut self, mut other: Occurrence) {
        if closes(&other) > closes(&self.occurrence) {
            std::mem::swap(&mut self.occurrence, &mut other);
        }
        if let Some(end) = other.end {
            self.finished.extend(other.channels.iter().map(|channel| (*channel, end)));
        }
    }

    /// Those of each window, in the order in which they stand.
    pub fn by_window(wholes: &[Self]) -> HashMap<&str, Vec<&Self>> {
        let mut windows: HashMap<&str, Vec<&Self>> = HashMap::new();
        for whole in wholes {
            windows.entry(whole.window()).or_default().push(whole);
        }
        windows
    }

    /// The name of its window.
    pub fn window(&self) -> &str {
        self.occurrence.window.as_str()
    }

    /// The places of all of its channels, ascending.
    pub fn channels(&self) -> Vec<usize> {
        let finished = self.finished.iter().map(|(channel, _)| *channel);
        let mut channels = self.occurrence.channels.clone();
        channels.extend(finished);
        channels.sort_unstable();
        channels
    }

    /// When it opens on a channel, with whether anybody knows.
    pub fn opens(&self, channel: usize) -> Option<DateTime<FixedOffset>> {
        let finished = self.finished.iter().find(|(place, _)| *place == channel);
        finished.map_or_else(|| self.occurrence.reopens(), |(_, instant)| Some(*instant))
    }
}

/// For how long an occurrence closes; never known is longest.
fn closes(occurrence: &Occurrence) -> (DateTime<FixedOffset>, DateTime<FixedOffset>) {
    let ever = DateTime::<chrono::Utc>::MAX_UTC.fixed_offset();
    (occurrence.reopens().unwrap_or(ever), occurrence.end.unwrap_or(ever))
}
