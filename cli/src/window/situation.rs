//! The schedule in force, as a change finds it.

use admin::Window;
use chrono::{DateTime, NaiveDate, NaiveDateTime, SubsecRound, Utc};
use schedule::{Occurrence, Schedule, Zone};

use super::WindowError;
use crate::{
    failure::Failure,
    keeper::Client,
    when::{self, Clocks},
};

/// How often to look again when the schedule changes while it is looked at.
const LOOKS: usize = 3;

/// The schedule in force, as a change finds it.
#[derive(Debug)]
pub(super) struct Situation {
    pub(super) revision: u64,
    pub(super) schedule: Schedule,
    pub(super) zone: Zone,
    pub(super) windows: Vec<Window>,
    pub(super) now: DateTime<Utc>,
}

impl Situation {
    pub(super) fn look(client: &Client, now: DateTime<Utc>) -> Result<Self, Failure> {
        // The keeper knows whole seconds only.
        let now = now.trunc_subsecs(0);
        let mut windows = client.windows()?;
        let mut current = client.current()?;
        for _ in 1..LOOKS {
            if windows.revision == current.revision {
                break;
            }
            windows = client.windows()?;
            current = client.current()?;
        }
        if current.revision == 0 {
            return Err(Failure::NothingPublished { host: client.address().host().to_owned() });
        }
        let foreign = || Failure::Foreign { revision: current.revision };
        let schedule = schedule::parse(&current.document, now).schedule.ok_or_else(foreign)?;
        Self::new(current.revision, schedule, windows.windows, now).ok_or_else(foreign)
    }

    /// `None` for a zone that this version does not know.
    pub(super) fn new(
        revision: u64,
        schedule: Schedule,
        windows: Vec<Window>,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let zone = schedule.service().zone.parse().ok()?;
        Some(Self { revision, schedule, zone, windows, now })
    }

    pub(super) fn clocks(&self) -> Clocks<'_> {
        Clocks { zone: self.zone, label: &self.schedule.service().label }
    }

    /// Reads a time that was given with `option`; what comes again and again is the next after
    /// `after`.
    pub(super) fn read(
        &self,
        option: &'static str,
        text: &str,
        after: DateTime<Utc>,
    ) -> Result<when::Read, Failure> {
        when::read_after(text, self.clocks(), self.now, after)
            .map_err(|error| Failure::Instant { option, error })
    }

    /// The ids, if there is a channel of each.
    pub(super) fn channels(&self, ids: &[String]) -> Result<Vec<String>, Failure> {
        let known: Vec<&str> =
            self.schedule.channels().iter().map(|channel| channel.id.as_str()).collect();
        let ids: Vec<String> =
            ids.iter().map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect();
        match ids.iter().find(|id| !known.contains(&id.as_str())) {
            None => Ok(ids),
            Some(found) => Err(Failure::Window(WindowError::UnknownChannel {
                found: found.clone(),
                known: known.into_iter().map(ToOwned::to_owned).collect(),
            })),
        }
    }

    pub(super) fn window(&self, id: &str) -> Option<&Window> {
        self.windows.iter().find(|window| window.id == id)
    }

    pub(super) fn recurs(&self, id: &str) -> bool {
        self.window(id).is_some_and(|window| window.of.is_some())
    }

    /// From when on the end of a window is looked for: it ends after it starts, and after now.
    pub(super) fn after(&self, id: &str, of: Option<&str>) -> DateTime<Utc> {
        let start = match of {
            Some(of) => self.occurrence(id, of).map(|found| found.start.to_utc()),
            None => self.window(id).and_then(|window| {
                DateTime::parse_from_rfc3339(&window.start).ok().map(|start| start.to_utc())
            }),
        };
        start.map_or(self.now, |start| start.max(self.now))
    }

    fn occurrence(&self, id: &str, of: &str) -> Option<Occurrence> {
        let date = NaiveDate::parse_from_str(of, "%Y-%m-%d").ok();
        let starts = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"];
        let start = starts.iter().find_map(|form| NaiveDateTime::parse_from_str(of, form).ok());
        let is = |by_rule: NaiveDateTime| Some(by_rule) == start || Some(by_rule.date()) == date;
        let timeline = self.schedule.timeline(self.now);
        timeline
            .occurrences
            .iter()
            .find(|found| found.window.as_str() == id && found.of.is_some_and(is))
            .cloned()
    }
}
