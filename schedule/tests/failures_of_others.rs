//! What others get wrong about time, and our answer. Every row names its source; what was only read
//! in a program's code, or tried, says so.

use chrono::{DateTime, FixedOffset, NaiveTime, Utc};
use schedule::{Decision, Gate, Parsed, Request, Target, speech};

/// One failure.
struct Row {
    product: &'static str,
    /// What it does.
    does: &'static str,
    source: &'static str,
    zone: &'static str,
    /// A window as it would be written for us.
    window: &'static str,
    answer: Answer,
}

enum Answer {
    /// These occurrences, as far as they are listed: `2026-03-29T03:30+02:00/04:30+02:00`.
    Occurrences(&'static [&'static str]),
    /// This many in all.
    Count(usize),
    /// This one is among the occurrences.
    Among(&'static str),
    /// The document is refused.
    Refused(&'static str),
}
use Answer::{Among, Count, Occurrences, Refused};

const ROWS: [Row; 24] = [
    Row {
        product: "Uptime Kuma",
        does: "a daily window is an hour late for as long as clocks are on summer time",
        source: "https://github.com/louislam/uptime-kuma/issues/6233",
        zone: "Europe/Rome",
        window: "start = 2026-03-28T03:00:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY\"",
        answer: Occurrences(&[
            "2026-03-28T03:00+01:00/04:00+01:00",
            "2026-03-29T03:00+02:00/04:00+02:00",
            "2026-03-30T03:00+02:00/04:00+02:00",
        ]),
    },
    Row {
        product: "Uptime Kuma",
        does: "a window that comes once is converted with the wrong offset",
        source: "https://github.com/louislam/uptime-kuma/issues/4856",
        zone: "America/Chicago",
        window: "start = 2026-07-01T19:00:00\nend = 2026-07-01T21:00:00",
        answer: Occurrences(&["2026-07-01T19:00-05:00/21:00-05:00"]),
    },
    Row {
        product: "Uptime Kuma",
        does: "a window starts a minute later every day",
        source: "https://github.com/louislam/uptime-kuma/issues/5605",
        zone: "Europe/Amsterdam",
        window: "start = 2025-02-01T18:58:00\nlength = \"10m\"\nrepeat = \"FREQ=DAILY\"",
        answer: Among("2027-06-01T18:58+02:00/19:08+02:00"),
    },
    Row {
        product: "Uptime Kuma",
        does: "drops a window on the last day but one of a month, which cron cannot say",
        source: "read in server/model/maintenance.js @6398a9581",
        zone: "UTC",
        window: "start = 2026-01-30T03:00:00\nlength = \"1h\"\nrepeat = \"FREQ=MONTHLY;BYMONTHDAY=-2\"",
        answer: Occurrences(&[
            "2026-01-30T03:00+00:00/04:00+00:00",
            "2026-02-27T03:00+00:00/04:00+00:00",
            "2026-03-30T03:00+00:00/04:00+00:00",
        ]),
    },
    Row {
        product: "Kener",
        does: "expands a rule in UTC, so that 7 p.m. is 6 p.m. from November on",
        source: "read in maintenanceController.ts:179 @880080ce, and tried with python-dateutil",
        zone: "America/Chicago",
        window: "start = 2026-10-28T19:00:00\nlength = \"2h\"\nrepeat = \"FREQ=WEEKLY\"",
        answer: Occurrences(&[
            "2026-10-28T19:00-05:00/21:00-05:00",
            "2026-11-04T19:00-06:00/21:00-06:00",
        ]),
    },
    Row {
        product: "Kener",
        does: "takes a window that comes ten times for one that comes once: its rule has `COUNT=1` in it",
        source: "read in maintenanceController.ts @880080ce",
        zone: "UTC",
        window: "start = 2026-01-08T19:00:00\nlength = \"2h\"\nrepeat = \"FREQ=WEEKLY;COUNT=10\"",
        answer: Count(10),
    },
    Row {
        product: "Kener",
        does: "knows the occurrences of the next seven days only",
        source: "read in maintenanceScheduler.ts @880080ce",
        zone: "UTC",
        window: "start = 2025-01-08T19:00:00\nlength = \"2h\"\nrepeat = \"FREQ=YEARLY\"",
        answer: Among("2029-01-08T19:00+00:00/21:00+00:00"),
    },
    Row {
        product: "Kener",
        does: "has no way to leave a holiday out",
        source: "its documentation of maintenances, v4",
        zone: "America/Chicago",
        window: "start = 2025-12-18T19:00:00\nlength = \"2h\"\nrepeat = \"FREQ=WEEKLY\"\nexcept = [2025-12-25]",
        answer: Occurrences(&[
            "2025-12-18T19:00-06:00/21:00-06:00",
            "2026-01-01T19:00-06:00/21:00-06:00",
        ]),
    },
    Row {
        product: "Gatus",
        does: "adds seven hours to midnight, so that 7 a.m. is 8 a.m. when clocks go forward",
        source: "read in config/maintenance/maintenance.go @08c46354; TwiN/gatus#327",
        zone: "America/Chicago",
        window: "start = 2026-03-07T07:00:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY\"",
        answer: Occurrences(&[
            "2026-03-07T07:00-06:00/08:00-06:00",
            "2026-03-08T07:00-05:00/08:00-05:00",
        ]),
    },
    Row {
        product: "Gatus",
        does: "and 7 a.m. is 6 a.m. when they go back",
        source: "the same",
        zone: "America/Chicago",
        window: "start = 2026-10-31T07:00:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY\"",
        answer: Occurrences(&[
            "2026-10-31T07:00-05:00/08:00-05:00",
            "2026-11-01T07:00-06:00/08:00-06:00",
        ]),
    },
    Row {
        product: "Alertmanager, Grafana",
        does: "has no interval over midnight: two are written, and one is forgotten",
        source: "its time_intervals; https://github.com/grafana/grafana/issues/73912",
        zone: "Europe/Berlin",
        window: "start = 2026-01-08T22:00:00\nend = 2026-01-09T06:00:00\nrepeat = \"FREQ=WEEKLY;BYDAY=TH\"",
        answer: Occurrences(&[
            "2026-01-08T22:00+01:00/2026-01-09T06:00+01:00",
            "2026-01-15T22:00+01:00/2026-01-16T06:00+01:00",
        ]),
    },
    Row {
        product: "Grafana",
        does: "cannot say that an interval ends at midnight",
        source: "https://github.com/grafana/grafana/issues/62849",
        zone: "UTC",
        window: "start = 2026-01-08T22:00:00\nend = 2026-01-09T00:00:00\nrepeat = \"FREQ=DAILY\"",
        answer: Occurrences(&["2026-01-08T22:00+00:00/2026-01-09T00:00+00:00"]),
    },
    Row {
        product: "Alertmanager",
        does: "counts days from the end of a month wrong when clocks change in it",
        source: "https://github.com/prometheus/alertmanager/issues/5447",
        zone: "America/New_York",
        window: "start = 2026-02-28T23:30:00\nlength = \"1h\"\nrepeat = \"FREQ=MONTHLY;BYMONTHDAY=-1\"",
        answer: Occurrences(&[
            "2026-02-28T23:30-05:00/2026-03-01T00:30-05:00",
            "2026-03-31T23:30-04:00/2026-04-01T00:30-04:00",
        ]),
    },
    Row {
        product: "the crate rrule 0.14, given a zone",
        does: "drops the day whose midnight is skipped, and its `COUNT` ends a day later",
        source: "tried; https://github.com/fmeringdal/rust-rrule/issues/109",
        zone: "America/Havana",
        window: "start = 2026-03-07T00:30:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY;COUNT=3\"",
        answer: Occurrences(&[
            "2026-03-07T00:30-05:00/01:30-05:00",
            "2026-03-08T01:30-04:00/02:30-04:00",
            "2026-03-09T00:30-04:00/01:30-04:00",
        ]),
    },
    Row {
        product: "the crate rrule 0.14",
        does: "gives 3:30 a.m. twice in an hourly rule, when clocks go forward",
        source: "https://github.com/fmeringdal/rust-rrule/issues/115",
        zone: "Europe/Berlin",
        window: "start = 2026-03-29T00:30:00\nlength = \"10m\"\nrepeat = \"FREQ=HOURLY\"",
        answer: Refused("`HOURLY` is too often: a window recurs at most daily"),
    },
    Row {
        product: "the crate calcard 0.3.14",
        does: "shifts a start out of the gap twice: 2:30 a.m. is 4:30 a.m.",
        source: "tried",
        zone: "Europe/Berlin",
        window: "start = 2026-03-28T02:30:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY\"",
        answer: Among("2026-03-29T03:30+02:00/04:30+02:00"),
    },
    Row {
        product: "the crate calcard 0.3.14",
        does: "takes the second of a start that comes twice",
        source: "tried; RFC 5545, 3.3.5, says the first",
        zone: "Europe/Berlin",
        window: "start = 2026-10-24T02:30:00\nlength = \"10m\"\nrepeat = \"FREQ=DAILY\"",
        answer: Among("2026-10-25T02:30+02:00/02:40+02:00"),
    },
    Row {
        product: "rrule.js",
        does: "begins two days early and leaves out March 28",
        source: "https://github.com/jkbrzt/rrule/issues/390",
        zone: "Europe/London",
        window: "start = 2020-03-05T00:00:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY;COUNT=30\"",
        answer: Among("2020-03-28T00:00+00:00/01:00+00:00"),
    },
    Row {
        product: "rrule.js",
        does: "puts a Sunday's occurrence on Saturday, the day before clocks go forward",
        source: "https://github.com/jkbrzt/rrule/issues/157",
        zone: "Australia/Sydney",
        window: "start = 2026-09-27T16:00:00\nlength = \"1h\"\nrepeat = \"FREQ=WEEKLY;BYDAY=SU\"",
        answer: Occurrences(&[
            "2026-09-27T16:00+10:00/17:00+10:00",
            "2026-10-04T16:00+11:00/17:00+11:00",
            "2026-10-11T16:00+11:00/17:00+11:00",
        ]),
    },
    Row {
        product: "rrule-temporal",
        does: "stays an hour late on all days after the gap",
        source: "https://github.com/ggaabe/rrule-temporal/issues/136",
        zone: "Europe/Berlin",
        window: "start = 2026-03-20T02:30:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY;COUNT=13\"",
        answer: Among("2026-03-30T02:30+02:00/03:30+02:00"),
    },
    Row {
        product: "ice_cube",
        does: "leaves out the day on which 2 a.m. is skipped",
        source: "https://github.com/ice-cube-ruby/ice_cube/issues/150",
        zone: "America/Los_Angeles",
        window: "start = 2026-03-07T02:00:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY\"",
        answer: Occurrences(&[
            "2026-03-07T02:00-08:00/03:00-08:00",
            "2026-03-08T03:00-07:00/04:00-07:00",
        ]),
    },
    Row {
        product: "lowfat",
        does: "shows a banner for 9 a.m. at 10 a.m. in summer",
        source: "https://github.com/softwaresaved/lowfat/issues/835",
        zone: "Europe/London",
        window: "start = 2026-06-02T09:00:00\nend = 2026-06-02T10:00:00",
        answer: Occurrences(&["2026-06-02T09:00+01:00/10:00+01:00"]),
    },
    Row {
        product: "a managed database",
        does: "keeps its window in UTC, and somebody files a ticket twice a year to move it",
        source: "https://github.com/CDLUC3/ezid/issues/492",
        zone: "America/Los_Angeles",
        window: "start = 2026-10-25T01:30:00\nlength = \"30m\"\nrepeat = \"FREQ=WEEKLY;BYDAY=SU\"",
        answer: Occurrences(&[
            "2026-10-25T01:30-07:00/02:00-07:00",
            // 1:30 a.m. comes twice on this day: the first.
            "2026-11-01T01:30-07:00/01:00-08:00",
            "2026-11-08T01:30-08:00/02:00-08:00",
        ]),
    },
    Row {
        product: "a stock chrono-tz 0.10.4",
        does: "is an hour off in Vancouver from November 2026 on, when clocks there are put back no more",
        source: "IANA 2026f against its 2025b",
        zone: "America/Vancouver",
        window: "start = 2026-12-03T19:00:00\nend = 2026-12-03T21:00:00",
        answer: Occurrences(&["2026-12-03T19:00-07:00/21:00-07:00"]),
    },
];

fn parse(zone: &str, window: &str) -> Parsed {
    let source = format!(
        "[service]\nname = \"x\"\nzone = \"{zone}\"\n\
         [[channel]]\nid = \"web\"\nname = \"x\"\nroutes = [\"/*\"]\n\
         [[window]]\nid = \"w\"\nchannels = [\"web\"]\n{window}\n"
    );
    schedule::parse(&source, now())
}

fn now() -> DateTime<Utc> {
    "2025-01-01T00:00:00Z".parse().expect("a literal instant")
}

fn told(start: DateTime<FixedOffset>, end: DateTime<FixedOffset>) -> String {
    let same_day = start.date_naive() == end.date_naive();
    let pattern = if same_day { "%H:%M%:z" } else { "%Y-%m-%dT%H:%M%:z" };
    format!("{}/{}", start.format("%Y-%m-%dT%H:%M%:z"), end.format(pattern))
}

#[test]
fn every_failure_of_others_has_an_answer() {
    for Row { product, does, source, zone, window, answer } in ROWS {
        let row = format!("{product} {does} ({source})");
        let parsed = parse(zone, window);
        if let Refused(sentence) = answer {
            let found: Vec<String> = parsed.diagnostics.iter().map(ToString::to_string).collect();
            assert_eq!(found, [sentence], "{row}");
            continue;
        }
        let diagnostics = parsed.diagnostics;
        let schedule = parsed.schedule.unwrap_or_else(|| unreachable!("{row}: {diagnostics:?}"));
        let timeline = schedule.timeline(now());
        let end = |end: Option<DateTime<FixedOffset>>| end.expect("the rows have ends");
        let found: Vec<String> =
            timeline.occurrences.iter().map(|one| told(one.start, end(one.end))).collect();
        match answer {
            Occurrences(expected) => {
                let found: Vec<&str> =
                    found.iter().take(expected.len()).map(String::as_str).collect();
                assert_eq!(found, expected, "{row}");
            }
            Count(expected) => assert_eq!(found.len(), expected, "{row}"),
            Among(expected) => {
                assert!(
                    found.iter().any(|one| one == expected),
                    "{row}: {expected} not in {found:?}"
                );
            }
            Refused(_) => unreachable!("as above"),
        }
    }
}

// Gatus leaves the first instant out of a window (read in maintenance.go), and the widely used
// Terraform worker takes the last one in (`reference/peers.md`, 1.9).
#[test]
fn the_first_instant_is_inside_and_the_end_is_outside() {
    let window = "start = 2026-03-08T07:00:00\nlength = \"1h\"\nrepeat = \"FREQ=DAILY\"";
    let schedule = parse("America/Chicago", window).schedule.expect("it is valid");
    let gate = Gate::new(schedule.timeline(now()));
    for (instant, is_closed) in [
        ("2026-03-08T06:59:59.999-05:00", false),
        ("2026-03-08T07:00:00-05:00", true),
        ("2026-03-08T07:59:59.999-05:00", true),
        ("2026-03-08T08:00:00-05:00", false),
    ] {
        let now = instant.parse().expect("the rows are instants");
        let decision = gate.decide(&Request::plain("GET", Target { host: "x", path: "/" }), now);
        assert_eq!(matches!(decision, Decision::Closed(_)), is_closed, "{instant}");
    }
}

// A notice of Stanford's cluster said 12 a.m. where it meant 12 p.m. (sherlock#36); the rules of
// VA.gov spell both out (va.gov-team#4895). Grafana has no 24:00 (grafana#62849).
#[test]
fn noon_and_midnight_are_told_in_words() {
    for (time, expected) in [
        ("00:00:00", "12:00 midnight"),
        ("12:00:00", "12:00 noon"),
        ("00:30:00", "12:30 a.m."),
        ("12:30:00", "12:30 p.m."),
    ] {
        let time: NaiveTime = time.parse().expect("the rows are times");
        assert!(
            speech::time(time).starts_with(expected),
            "{} is not {expected}",
            speech::time(time)
        );
    }
    // And nobody writes them: a document's clock has 24 hours.
    let parsed = parse("UTC", "start = 2026-01-08T24:00:00\nend = 2026-01-09T02:00:00");
    assert!(parsed.schedule.is_none(), "there is no hour 24");
    let parsed = parse("UTC", "start = 2026-01-08T12:00:00\nend = 2026-01-08T00:00:00");
    assert!(parsed.schedule.is_none(), "the end is before the start: a.m. and p.m. were mixed up");
}
