//! What is open over a channel, and what comes next.

use chrono::{DateTime, FixedOffset, NaiveDateTime, Utc};
use schedule::{Occurrence, Phase, Schedule, Timeline, speech::Speech};
use serde::Serialize;

use crate::page;

/// A channel with what is open over it and what comes next.
#[derive(Debug, Serialize)]
pub(super) struct Channel {
    id: String,
    name: String,
    open: Vec<Stretch>,
    next: Option<Stretch>,
}

/// One occurrence, with its times in words.
#[derive(Debug, Serialize)]
struct Stretch {
    window: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<NaiveDateTime>,
    phase: Phase,
    start: DateTime<FixedOffset>,
    end: Option<DateTime<FixedOffset>>,
    said: String,
}

impl Channel {
    pub(super) fn all(schedule: &Schedule, now: DateTime<Utc>) -> Vec<Self> {
        let timeline = schedule.timeline(now);
        let speech = Speech::of(schedule.service());
        let channels = timeline.channels.iter().enumerate();
        channels
            .map(|(place, channel)| Self {
                id: channel.id.as_str().to_owned(),
                name: channel.name.clone(),
                open: stretches(&timeline, place, now, speech).filter(Stretch::is_open).collect(),
                next: stretches(&timeline, place, now, speech).find(Stretch::is_to_come),
            })
            .collect()
    }

    /// A line or more for what is open, and one for what comes next.
    pub(super) fn told(&self) -> String {
        let mut text = page::fill(&format!("{}, {}", self.id, self.name), "", "  ");
        if self.open.is_empty() {
            text += "  now   no window is open\n";
        }
        text.extend(self.open.iter().map(|stretch| stretch.told("  now   ")));
        text += &match &self.next {
            Some(stretch) => stretch.told("  next  "),
            None => "  next  no window is planned\n".to_owned(),
        };
        text
    }
}

fn stretches<'a>(
    timeline: &'a Timeline,
    channel: usize,
    now: DateTime<Utc>,
    speech: Speech<'a>,
) -> impl Iterator<Item = Stretch> {
    timeline
        .occurrences
        .iter()
        .filter(move |occurrence| occurrence.channels.contains(&channel))
        .map(move |occurrence| Stretch::of(occurrence, timeline.phase(occurrence, now), speech))
}

impl Stretch {
    fn of(occurrence: &Occurrence, phase: Phase, speech: Speech<'_>) -> Self {
        Self {
            window: occurrence.window.as_str().to_owned(),
            of: occurrence.of,
            phase,
            start: occurrence.start,
            end: occurrence.end,
            said: match occurrence.end {
                Some(end) => speech.span(occurrence.start, end),
                None => speech.open_span(occurrence.start),
            },
        }
    }

    fn is_open(&self) -> bool {
        self.phase.is_closed()
    }

    fn is_to_come(&self) -> bool {
        matches!(self.phase, Phase::Scheduled | Phase::Announced | Phase::Imminent)
    }

    fn told(&self, label: &str) -> String {
        let Self { window, phase, said, .. } = self;
        page::fill(&format!("`{window}` is {phase}: {said}"), label, "        ")
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    const SCHEDULE: &str = "\
        [service]\nname = \"ImmTrac2\"\nzone = \"America/Chicago\"\nlabel = \"CT\"\n\
        [[channel]]\nid = \"web\"\nname = \"the web application\"\nroutes = [\"/*\"]\n\
        [[channel]]\nid = \"ftp\"\nname = \"uploads\"\nroutes = [\"/ftp/*\"]\n\
        [[window]]\nid = \"deployment\"\nchannels = [\"web\"]\n\
        start = 2025-02-06T19:00:00\nend = 2025-02-06T21:00:00\noverrun = \"hold\"\n\
        [[window]]\nid = \"nightly\"\nchannels = [\"web\"]\n\
        start = 2025-02-09T02:00:00\nlength = \"1h\"\nrepeat = \"FREQ=WEEKLY\"\n";

    #[test]
    fn what_is_open_and_next() {
        let now = "2025-02-07T03:10:00Z".parse().expect("an instant");
        let schedule = schedule::parse(SCHEDULE, now).schedule.expect("it is good");
        let told: String = Channel::all(&schedule, now).iter().map(Channel::told).collect();
        expect![[r#"
            web, the web application
              now   `deployment` is overrun: Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
              next  `nightly` is announced: Sunday, February 9, 2025, 2:00 a.m. – 3:00 a.m. (CT)
            ftp, uploads
              now   no window is open
              next  no window is planned
        "#]]
        .assert_eq(&told);
    }
}
