//! A stretch of time by the clocks of everybody who is concerned.

use chrono::{DateTime, FixedOffset};
use schedule::{
    Resolution, Zone,
    speech::{self, Language, Speech},
};

/// By whose clocks times are told: the service's, the operator's, and UTC.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spoken<'a> {
    pub(super) zone: Zone,
    pub(super) label: &'a str,
    /// Absent where this machine does not know it.
    pub(super) machine: Option<Zone>,
}

/// A stretch of time; `end` is absent while nobody knows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub(super) start: DateTime<FixedOffset>,
    pub(super) end: Option<DateTime<FixedOffset>>,
}

impl Spoken<'_> {
    /// A line for each of the clocks; those that show the same all the time are one.
    pub(super) fn lines(&self, stretch: Stretch) -> Vec<String> {
        let mut told: Vec<(Zone, String)> = vec![(self.zone, self.label.to_owned())];
        if let Some(machine) = self.machine {
            match told.iter_mut().find(|(zone, _)| stretch.shows_the_same(*zone, machine)) {
                Some((_, label)) => label.push_str(", where you are"),
                None => told.push((machine, format!("{}, where you are", machine.name()))),
            }
        }
        if let Ok(utc) = "UTC".parse() {
            match told.iter_mut().find(|(zone, _)| stretch.shows_the_same(*zone, utc)) {
                Some((_, label)) if label.starts_with("UTC") => {}
                Some((_, label)) => label.push_str(", as UTC"),
                None => told.push((utc, "UTC".to_owned())),
            }
        }
        told.iter().map(|(zone, label)| stretch.said(*zone, label)).collect()
    }

    /// One instant by the service's clocks.
    pub(super) fn moment(&self, instant: DateTime<FixedOffset>) -> String {
        let told = self.zone.at(instant);
        let speech = Speech::new(Language::English, self.label);
        if shows_twice(self.zone, told) { speech.exact(told) } else { speech.moment(told) }
    }
}

/// Whether the clocks of a zone show a local time of theirs a second time.
fn shows_twice(zone: Zone, told: DateTime<FixedOffset>) -> bool {
    matches!(zone.resolve(told.naive_local()), Resolution::Fold { .. })
}

impl Stretch {
    fn shows_the_same(self, one: Zone, other: Zone) -> bool {
        let same = |instant| one.at(instant).offset() == other.at(instant).offset();
        same(self.start) && self.end.is_none_or(same)
    }

    /// By the clocks of a zone. The offset is said where clocks show one of the times twice.
    fn said(self, zone: Zone, label: &str) -> String {
        let start = zone.at(self.start);
        let end = self.end.map(|end| zone.at(end));
        let twice = |told| shows_twice(zone, told);
        let changes = end.is_some_and(|end| end.offset() != start.offset());
        let exact = format!("{label}, {}", speech::offset(*start.offset()));
        let label =
            if !changes && (twice(start) || end.is_some_and(twice)) { &exact } else { label };
        let speech = Speech::new(Language::English, label);
        match end {
            Some(end) => speech.span(start, end),
            None => speech.open_span(start),
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    const CHICAGO: (&str, &str) = ("America/Chicago", "CT");

    #[track_caller]
    fn check(service: (&str, &str), machine: Option<&str>, times: &[&str], expected: &Expect) {
        let zone = |name: &str| name.parse::<Zone>().expect("it is a zone");
        let (name, label) = service;
        let spoken = Spoken { zone: zone(name), label, machine: machine.map(zone) };
        let mut times = times.iter().map(|time| time.parse().expect("it is an instant"));
        let start = times.next().expect("there is a start");
        let lines = spoken.lines(Stretch { start, end: times.next() });
        expected.assert_eq(&(lines.join("\n") + "\n"));
    }

    #[test]
    fn three_clocks() {
        let times = ["2025-02-07T01:00:00Z", "2025-02-07T03:00:00Z"];
        check(
            CHICAGO,
            Some("Europe/Berlin"),
            &times,
            &expect![[r#"
                Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
                Friday, February 7, 2025, 2:00 a.m. – 4:00 a.m. (Europe/Berlin, where you are)
                Friday, February 7, 2025, 1:00 a.m. – 3:00 a.m. (UTC)
            "#]],
        );
        check(
            CHICAGO,
            Some("Asia/Kathmandu"),
            &times[..1],
            &expect![[r#"
                from Thursday, February 6, 2025, 7:00 p.m. (CT) on; the end is not known yet
                from Friday, February 7, 2025, 6:45 a.m. (Asia/Kathmandu, where you are) on; the end is not known yet
                from Friday, February 7, 2025, 1:00 a.m. (UTC) on; the end is not known yet
            "#]],
        );
    }

    #[test]
    fn clocks_that_show_the_same_are_told_once() {
        let times = ["2025-02-07T01:00:00Z", "2025-02-07T03:00:00Z"];
        check(
            CHICAGO,
            Some("America/Chicago"),
            &times,
            &expect![[r#"
                Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT, where you are)
                Friday, February 7, 2025, 1:00 a.m. – 3:00 a.m. (UTC)
            "#]],
        );
        check(
            CHICAGO,
            Some("America/Costa_Rica"),
            &times,
            &expect![[r#"
                Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT, where you are)
                Friday, February 7, 2025, 1:00 a.m. – 3:00 a.m. (UTC)
            "#]],
        );
        check(
            CHICAGO,
            Some("UTC"),
            &times,
            &expect![[r#"
                Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
                Friday, February 7, 2025, 1:00 a.m. – 3:00 a.m. (UTC, where you are)
            "#]],
        );
        check(
            CHICAGO,
            None,
            &times,
            &expect![[r#"
            Thursday, February 6, 2025, 7:00 p.m. – 9:00 p.m. (CT)
            Friday, February 7, 2025, 1:00 a.m. – 3:00 a.m. (UTC)
        "#]],
        );
        check(
            ("Europe/London", "UK time"),
            Some("Africa/Accra"),
            &times,
            &expect![[r#"
                Friday, February 7, 2025, 1:00 a.m. – 3:00 a.m. (UK time, where you are, as UTC)
            "#]],
        );
        check(
            ("UTC", "UTC"),
            None,
            &times,
            &expect![[r#"
                Friday, February 7, 2025, 1:00 a.m. – 3:00 a.m. (UTC)
            "#]],
        );
    }

    // In summer the clocks of Costa Rica show something else.
    #[test]
    fn clocks_change() {
        let autumn = ["2025-11-02T05:30:00Z", "2025-11-02T07:30:00Z"];
        check(
            CHICAGO,
            Some("America/Costa_Rica"),
            &autumn,
            &expect![[r#"
                Sunday, November 2, 2025, 12:30 a.m. (CT, UTC−5) – 1:30 a.m. (CT, UTC−6)
                Saturday, November 1, 2025, 11:30 p.m. – Sunday, November 2, 1:30 a.m. (America/Costa_Rica, where you are)
                Sunday, November 2, 2025, 5:30 a.m. – 7:30 a.m. (UTC)
            "#]],
        );
        let second = ["2025-11-02T07:15:00Z", "2025-11-02T07:45:00Z"];
        check(
            CHICAGO,
            Some("Europe/London"),
            &second,
            &expect![[r#"
                Sunday, November 2, 2025, 1:15 a.m. – 1:45 a.m. (CT, UTC−6)
                Sunday, November 2, 2025, 7:15 a.m. – 7:45 a.m. (Europe/London, where you are, as UTC)
            "#]],
        );
        let spring = ["2025-03-30T00:30:00Z", "2025-03-30T01:30:00Z"];
        check(
            CHICAGO,
            Some("Europe/Berlin"),
            &spring,
            &expect![[r#"
                Saturday, March 29, 2025, 7:30 p.m. – 8:30 p.m. (CT)
                Sunday, March 30, 2025, 1:30 a.m. (Europe/Berlin, where you are, UTC+1) – 3:30 a.m. (Europe/Berlin, where you are, UTC+2)
                Sunday, March 30, 2025, 12:30 a.m. – 1:30 a.m. (UTC)
            "#]],
        );
    }
}
