//! An occurrence as an invitation by mail (RFC 5546), which moves when the next one comes.

use chrono::{DateTime, Utc};

use super::{end::shown_end, line::Lines, uid};
use crate::notice::About;

/// An occurrence as an invitation by mail.
///
/// Its method is `REQUEST`, or `CANCEL` once the occurrence was cancelled: calendars act upon these
/// by themselves when a later mail moves an event, and only show what is merely published
/// (`PUBLISH`). Nobody is asked to answer, and nobody's time is blocked.
#[derive(Clone, Copy, Debug)]
pub struct Invitation<'a> {
    pub about: About<'a>,
    /// Grows with every change: calendars keep the event with the highest.
    pub sequence: u32,
    /// When it is written.
    pub stamp: DateTime<Utc>,
    pub organizer: Person<'a>,
    /// One line.
    pub summary: &'a str,
    pub description: &'a str,
    /// Where more is to be found.
    pub url: Option<&'a str>,
}

/// Somebody who sends or gets mail.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Person<'a> {
    pub name: Option<&'a str>,
    pub email: &'a str,
}

impl Invitation<'_> {
    /// `REQUEST` or `CANCEL`, which the mail's `Content-Type` has to say too.
    pub fn method(&self) -> &'static str {
        if self.about.occurrence.cancelled { "CANCEL" } else { "REQUEST" }
    }

    /// The calendar with its one event, which is the same for everybody: [`addressed`] makes it
    /// somebody's.
    pub fn calendar(&self) -> String {
        let mut lines = Lines::default();
        lines.value("BEGIN", "VCALENDAR");
        lines.value("VERSION", "2.0");
        lines.value("PRODID", "-//Intermission//Notices//EN");
        lines.value("CALSCALE", "GREGORIAN");
        lines.value("METHOD", self.method());
        self.event(&mut lines);
        lines.value("END", "VCALENDAR");
        lines.into_text()
    }

    fn event(&self, lines: &mut Lines) {
        let About { timeline, occurrence } = self.about;
        let phase = self.about.phase(self.stamp);
        lines.value("BEGIN", "VEVENT");
        lines.value("UID", &uid(timeline, occurrence));
        lines.value("SEQUENCE", &self.sequence.to_string());
        lines.instant("DTSTAMP", self.stamp);
        lines.instant("DTSTART", occurrence.start.to_utc());
        lines.instant("DTEND", shown_end(&self.about.plan(), phase, self.stamp));
        lines.text("SUMMARY", self.summary);
        lines.text("DESCRIPTION", self.description);
        if let Some(url) = self.url {
            lines.value("URL", url);
        }
        lines.value("STATUS", if occurrence.cancelled { "CANCELLED" } else { "CONFIRMED" });
        lines.value("TRANSP", "TRANSPARENT");
        // Outlook goes by its own word for it.
        lines.value("X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
        person(lines, "ORGANIZER", &[], self.organizer);
        lines.value("END", "VEVENT");
    }
}

/// An invitation to somebody: calendars take one only where it names whose they are.
pub fn addressed(calendar: &str, to: Person<'_>) -> String {
    let mut lines = Lines::default();
    let silent = [("ROLE", "OPT-PARTICIPANT"), ("PARTSTAT", "NEEDS-ACTION"), ("RSVP", "FALSE")];
    person(&mut lines, "ATTENDEE", &silent, to);
    lines.value("END", "VEVENT");
    calendar.replacen("END:VEVENT\r\n", &lines.into_text(), 1)
}

fn person(lines: &mut Lines, name: &str, parameters: &[(&str, &str)], person: Person<'_>) {
    let called = person.name.map(|name| ("CN", name));
    let parameters: Vec<(&str, &str)> =
        called.into_iter().chain(parameters.iter().copied()).collect();
    lines.with(name, &parameters, &format!("mailto:{}", person.email));
}
