//! A document, read and compiled.

use chrono::{DateTime, NaiveDateTime, Utc};
use schedule::{Diagnostic, Schedule, Severity, Timeline, When, Whole, Window, Zone};

use crate::{Changed, Refused};

/// A document without errors, with what it means.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) schedule: Schedule,
    pub(crate) timeline: Timeline,
    /// Ascending by start.
    wholes: Vec<Whole>,
    pub(crate) zone: Zone,
    warnings: Vec<Diagnostic>,
}

impl Read {
    pub(crate) fn before(document: &str, now: DateTime<Utc>) -> Result<Self, Refused> {
        Self::of(document, now).map_err(|diagnostics| Refused::InvalidBefore { diagnostics })
    }

    fn of(document: &str, now: DateTime<Utc>) -> Result<Self, Vec<Diagnostic>> {
        let parsed = schedule::parse(document, now);
        let Some(schedule) = parsed.schedule else {
            let is_error = |diagnostic: &Diagnostic| diagnostic.severity() == Severity::Error;
            return Err(parsed.diagnostics.into_iter().filter(is_error).collect());
        };
        // A schedule was read, so its zone is one.
        let zone = schedule.service().zone.parse().map_err(|_| Vec::new())?;
        let timeline = schedule.timeline(now);
        let wholes = Whole::all(&timeline);
        Ok(Self { schedule, timeline, wholes, zone, warnings: parsed.diagnostics })
    }

    pub(crate) fn window(&self, id: &str) -> Result<&Window, Refused> {
        let windows = self.schedule.windows();
        windows.iter().find(|window| window.id.as_str() == id).ok_or_else(|| {
            let known = windows.iter().map(|window| window.id.as_str().to_owned()).collect();
            Refused::NoSuchWindow { id: id.to_owned(), known }
        })
    }

    pub(crate) fn wholes(&self, window: &str) -> Vec<&Whole> {
        self.wholes.iter().filter(|whole| whole.window() == window).collect()
    }

    /// The ids of channels by their places.
    pub(crate) fn ids(&self, places: &[usize]) -> Vec<String> {
        let channels = self.schedule.channels();
        let known = places.iter().filter_map(|place| channels.get(*place));
        known.map(|channel| channel.id.as_str().to_owned()).collect()
    }

    /// What the edited document comes to, when it has no errors and nothing but `window` differs.
    pub(crate) fn changed(
        &self,
        document: String,
        window: &str,
        of: Option<NaiveDateTime>,
        said: String,
        now: DateTime<Utc>,
    ) -> Result<Changed, Refused> {
        let after = match Self::of(&document, now) {
            Ok(after) => after,
            Err(diagnostics) => return Err(Refused::InvalidSchedule { diagnostics, document }),
        };
        if self.others(window, of) != after.others(window, of) || !self.is_beside(&after) {
            return Err(Refused::ChangesOthers { window: window.to_owned() });
        }
        let warnings = self.new_warnings(after.warnings);
        let window = window.to_owned();
        Ok(Changed { document, schedule: after.schedule, warnings, window, of, said })
    }

    /// Whether everything but the windows is the same.
    fn is_beside(&self, after: &Self) -> bool {
        let (before, after) = (&self.timeline, &after.timeline);
        before.service == after.service
            && before.edge == after.edge
            && before.channels == after.channels
    }

    /// What is closed apart from one window, or from one occurrence of it.
    fn others(&self, window: &str, of: Option<NaiveDateTime>) -> Vec<&Whole> {
        let is_other = |whole: &&Whole| {
            whole.window() != window || (of.is_some() && whole.occurrence.of != of)
        };
        self.wholes.iter().filter(is_other).collect()
    }

    /// Those that were not there before.
    fn new_warnings(&self, warnings: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let mut known: Vec<_> = self.warnings.iter().map(|warning| &warning.problem).collect();
        let is_new = |warning: &Diagnostic| match known
            .iter()
            .position(|problem| **problem == warning.problem)
        {
            Some(place) => {
                known.swap_remove(place);
                false
            }
            None => true,
        };
        warnings.into_iter().filter(is_new).collect()
    }
}

/// Whether a window recurs.
pub(crate) fn recurs(window: &Window) -> bool {
    matches!(window.when, When::Repeating(_))
}
