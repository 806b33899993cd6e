//! What the schedule's parser makes of one window by itself.

use chrono::{DateTime, Utc};
use schedule::{Problem, Schedule, Severity, Zone};

use super::{why::Why, window::quoted};

/// A schedule with one window.
#[derive(Debug)]
pub(super) struct Probe {
    pub(super) schedule: Schedule,
    /// Whether all of the window lies in the past.
    pub(super) is_over: bool,
}

impl Probe {
    /// `window` is a table of a window over some of `channels`.
    ///
    /// # Errors
    ///
    /// [`Why::Refused`], in the parser's words.
    pub(super) fn new(
        window: &str,
        zone: Zone,
        channels: &[String],
        now: DateTime<Utc>,
    ) -> Result<Self, Why> {
        let mut text = format!("[service]\nname = \"-\"\nzone = {}\n", quoted(zone.name()));
        for id in channels {
            text += &format!("[[channel]]\nid = {}\nname = \"-\"\n", quoted(id));
        }
        let parsed = schedule::parse(&format!("{text}{window}"), now);
        let is_over =
            parsed.diagnostics.iter().any(|it| matches!(it.problem, Problem::Past { .. }));
        if let Some(schedule) = parsed.schedule {
            return Ok(Self { schedule, is_over });
        }
        let wrong = parsed.diagnostics.iter().find(|it| it.severity() == Severity::Error);
        Err(Why::refused(wrong))
    }
}
