//! A schedule, compiled for comparing.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use schedule::{Channel, Phase, Schedule, Timeline, Whole, Window};

use crate::voice::Voice;

/// A schedule, compiled for comparing.
#[derive(Debug)]
pub(crate) struct Side<'a> {
    pub(crate) schedule: &'a Schedule,
    pub(crate) timeline: Timeline,
    /// Ascending by start.
    pub(crate) wholes: Vec<Whole>,
    windows: HashMap<&'a str, Own<'a>>,
}

/// A window with the places of its occurrences.
#[derive(Debug)]
struct Own<'a> {
    window: &'a Window,
    wholes: Vec<usize>,
}

impl<'a> Side<'a> {
    pub(crate) fn new(schedule: &'a Schedule, now: DateTime<Utc>) -> Self {
        let timeline = schedule.timeline(now);
        let wholes = Whole::all(&timeline);
        let mut windows: HashMap<&str, Own<'_>> = schedule
            .windows()
            .iter()
            .map(|window| (window.id.as_str(), Own { window, wholes: Vec::new() }))
            .collect();
        for (place, whole) in wholes.iter().enumerate() {
            if let Some(own) = windows.get_mut(whole.window()) {
                own.wholes.push(place);
            }
        }
        Self { schedule, timeline, wholes, windows }
    }

    pub(crate) fn voice(&self) -> Voice<'a> {
        Voice::of(self.schedule.service())
    }

    pub(crate) fn channels(&self) -> &'a [Channel] {
        self.schedule.channels()
    }

    /// The ids of channels by their places, in alphabetical order: their order in the document says
    /// nothing about a window.
    pub(crate) fn ids(&self, places: &[usize]) -> Vec<&'a str> {
        let known = places.iter().filter_map(|place| self.channels().get(*place));
        let mut ids: Vec<&str> = known.map(|channel| channel.id.as_str()).collect();
        ids.sort_unstable();
        ids
    }

    pub(crate) fn id(&self, place: usize) -> &'a str {
        self.channels().get(place).map_or("", |channel| channel.id.as_str())
    }

    pub(crate) fn window(&self, id: &str) -> Option<&'a Window> {
        self.windows.get(id).map(|own| own.window)
    }

    pub(crate) fn of_window(&self, id: &str) -> Vec<&Whole> {
        let places = self.windows.get(id).map_or(&[][..], |own| &own.wholes);
        places.iter().filter_map(|place| self.wholes.get(*place)).collect()
    }

    pub(crate) fn phase(&self, whole: &Whole, now: DateTime<Utc>) -> Phase {
        self.timeline.phase(&whole.occurrence, now)
    }
}
