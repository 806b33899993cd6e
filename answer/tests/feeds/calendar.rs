//! `calendar.ics` and `windows/{id}.ics`.

use answer::{
    Language,
    calendar::{Wanted, calendar, window_calendar},
};
use expect_test::{Expect, expect};
use schedule::{Reader, Timeline};

use crate::night::{after, all, at, site};

#[track_caller]
fn check(timeline: &Timeline, now: &str, expected: &Expect) {
    let wanted = all(timeline);
    let answer = calendar(site(timeline), wanted, at(now));
    assert_eq!(answer.headers[0].1, "text/calendar; charset=utf-8");
    expected.assert_eq(&answer.body.replace("\r\n ", "").replace("\r\n", "\n"));
}

/// The lines of a calendar that begin with one of these names.
fn lines(timeline: &Timeline, wanted: Wanted<'_>, now: &str, names: &[&str]) -> Vec<String> {
    let body = calendar(site(timeline), wanted, at(now)).body.replace("\r\n ", "");
    let begins = |line: &&str| {
        names
            .iter()
            .any(|name| line.strip_prefix(name).is_some_and(|rest| rest.starts_with([':', ';'])))
    };
    body.lines().filter(begins).map(str::to_owned).collect()
}

#[test]
fn an_evening_that_was_moved() {
    check(
        &after(2),
        "2025-02-05T15:00:00Z",
        &expect![[r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Intermission//Calendar//EN
        CALSCALE:GREGORIAN
        NAME:Maintenance of ImmTrac2
        X-WR-CALNAME:Maintenance of ImmTrac2
        REFRESH-INTERVAL;VALUE=DURATION:PT15M
        X-PUBLISHED-TTL:PT15M
        BEGIN:VEVENT
        UID:2025-02-06-deployment@registry.example
        SEQUENCE:2
        DTSTAMP:20250205T150000Z
        CREATED:20250204T180000Z
        LAST-MODIFIED:20250205T150000Z
        DTSTART:20250207T013000Z
        DTEND:20250207T030000Z
        SUMMARY:ImmTrac2: Emergency maintenance
        DESCRIPTION:This maintenance is announced.\n\nThursday\, February 6\, 2025\, 7:30 p.m. – 9:00 p.m. (CT)\n\nEmergency production deployment for data fixes.\n\nImmTrac2 (web) online application: Not available\; requests are answered 503.\nBefore: Ensure that all time-sensitive tasks are recorded manually.\nDuring: Record time-sensitive tasks manually until the application is available again.\nAfter: Continue normal business.\nContact: Access to ImmTrac2 web application (online) ImmTrac2@dshs.texas.gov\n\nweb services (bidirectional data exchange): Not available\; requests are answered 503.\nBefore: Continue normal business.\nDuring: Continue normal business\, and keep the messages that are answered 503: they were not processed.\nAfter: Resend data for processing.\nContact: Data Exchange ImmTracMU@dshs.texas.gov\n\nFTP-related data exchange: Accepted now\, processed afterwards.\nBefore: Continue to submit data exchange files to your FTP account.\nDuring: Files may be submitted\; they are not processed during the downtime.\nAfter: File processing resumes automatically. There is no need to resubmit data.\nContact: Data Exchange ImmTracMU@dshs.texas.gov\n\nWhat was changed:\nIt was moved. Now: Thursday\, February 6\, 2025\, 7:30 p.m. – 9:00 p.m. (CT). Before: Thursday\, February 6\, 2025\, 7:00 p.m. – 9:00 p.m. (CT).\n\nhttps://registry.example/_maintenance/windows/2025-02-06-deployment
        URL:https://registry.example/_maintenance/windows/2025-02-06-deployment
        STATUS:CONFIRMED
        CATEGORIES:Emergency maintenance
        TRANSP:TRANSPARENT
        X-MICROSOFT-CDO-BUSYSTATUS:FREE
        ORGANIZER;CN=ImmTrac2:mailto:ImmTrac2@dshs.texas.gov
        X-MAINTNOTE-PROVIDER:registry.example
        X-MAINTNOTE-ACCOUNT:all
        X-MAINTNOTE-MAINTENANCE-ID;X-MAINTNOTE-PRECEDENCE=PRIMARY:2025-02-06-deployment
        X-MAINTNOTE-OBJECT-ID;X-MAINTNOTE-OBJECT-IMPACT=OUTAGE:web
        X-MAINTNOTE-OBJECT-ID;X-MAINTNOTE-OBJECT-IMPACT=OUTAGE:web-services
        X-MAINTNOTE-OBJECT-ID;X-MAINTNOTE-OBJECT-IMPACT=DEGRADED:ftp
        X-MAINTNOTE-IMPACT:OUTAGE
        X-MAINTNOTE-STATUS:CONFIRMED
        END:VEVENT
        END:VCALENDAR
    "#]],
    );
}

#[test]
fn nothing_stands_in_it_before_the_announcement() {
    check(
        &after(1),
        "2025-02-04T17:59:59Z",
        &expect![[r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Intermission//Calendar//EN
        CALSCALE:GREGORIAN
        NAME:Maintenance of ImmTrac2
        X-WR-CALNAME:Maintenance of ImmTrac2
        REFRESH-INTERVAL;VALUE=DURATION:PT15M
        X-PUBLISHED-TTL:PT15M
        BEGIN:VTIMEZONE
        TZID:UTC
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0000
        END:STANDARD
        END:VTIMEZONE
        END:VCALENDAR
    "#]],
    );
}

#[test]
fn every_change_is_a_sequence_of_its_own_and_nothing_else_is() {
    #[track_caller]
    fn check(revisions: usize, now: &str, expected: &[&str]) {
        let names = ["SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "X-MAINTNOTE-STATUS"];
        let timeline = after(revisions);
        let values: Vec<String> = lines(&timeline, all(&timeline), now, &names)
            .into_iter()
            .map(|line| line.split_once(':').expect("a line has a value").1.to_owned())
            .collect();
        assert_eq!(values, expected, "{revisions} {now}");
    }
    let announced = ["0", "20250204T180000Z", "20250207T010000Z", "20250207T030000Z", "CONFIRMED"];
    check(1, "2025-02-04T18:00:00Z", &announced);
    check(1, "2025-02-07T00:59:59Z", &announced);
    let moved = ["2", "20250205T150000Z", "20250207T013000Z", "20250207T030000Z"];
    check(2, "2025-02-07T01:29:59Z", &[&moved[..], &["CONFIRMED"]].concat());
    check(2, "2025-02-07T01:30:00Z", &[&moved[..], &["IN-PROCESS"]].concat());
    let extended = ["3", "20250207T024500Z", "20250207T013000Z", "20250207T040000Z"];
    check(3, "2025-02-07T02:45:00Z", &[&extended[..], &["IN-PROCESS"]].concat());
    let over = ["4", "20250207T034510Z", "20250207T013000Z", "20250207T034510Z"];
    check(4, "2025-02-07T03:45:10Z", &[&over[..], &["COMPLETED"]].concat());
}

#[test]
fn one_channel_and_its_impact() {
    let timeline = after(1);
    let names = ["X-MAINTNOTE-OBJECT-ID", "X-MAINTNOTE-IMPACT"];
    let ftp = Wanted { channel: Some(2), ..all(&timeline) };
    assert_eq!(
        lines(&timeline, ftp, "2025-02-05T00:00:00Z", &names),
        [
            "X-MAINTNOTE-OBJECT-ID;X-MAINTNOTE-OBJECT-IMPACT=DEGRADED:ftp",
            "X-MAINTNOTE-IMPACT:DEGRADED"
        ]
    );
}

#[test]
fn an_alarm_rings_before_the_start() {
    let timeline = after(1);
    let wanted = Wanted { alarm: Some("30m".parse().expect("a length")), ..all(&timeline) };
    let names = ["TRIGGER"];
    assert_eq!(lines(&timeline, wanted, "2025-02-05T00:00:00Z", &names), ["TRIGGER:-PT1800S"]);
    assert_eq!(lines(&timeline, all(&timeline), "2025-02-05T00:00:00Z", &names), [""; 0]);
}

#[test]
fn one_window() {
    let timeline = after(1);
    let now = at("2025-02-05T00:00:00Z");
    let answer = window_calendar(site(&timeline), "2025-02-06-deployment", all(&timeline), now);
    assert_eq!(answer, calendar(site(&timeline), all(&timeline), now));
    assert_eq!(window_calendar(site(&timeline), "another", all(&timeline), now).status, 404);
    let before = at("2025-02-04T17:59:59Z");
    let answer = window_calendar(site(&timeline), "2025-02-06-deployment", all(&timeline), before);
    assert_eq!(answer.status, 404);
}

#[test]
fn in_the_reader_s_language() {
    let timeline = after(1);
    let reader = Reader::of(Language::Spanish, &timeline.service);
    let wanted = Wanted { reader, ..all(&timeline) };
    assert_eq!(
        lines(&timeline, wanted, "2025-02-05T00:00:00Z", &["SUMMARY"]),
        ["SUMMARY:ImmTrac2: Mantenimiento de emergencia"]
    );
}

#[test]
fn an_end_that_nobody_knows_is_never_over() {
    #[track_caller]
    fn check(now: &str, expected: &str) {
        let text = "[service]\nname = \"x\"\nzone = \"UTC\"\n[[channel]]\nid = \"web\"\nname = \"web\"\n\
            routes = [\"/*\"]\n[[window]]\nid = \"w\"\nchannels = [\"web\"]\nstart = 2025-02-06T19:00:00\n";
        let parsed = schedule::parse(text, at(now));
        let timeline = parsed.schedule.expect("it is a schedule").timeline(at(now));
        assert_eq!(
            lines(&timeline, all(&timeline), now, &["DTEND"]),
            [format!("DTEND:{expected}")],
            "{now}"
        );
    }
    check("2025-02-06T12:00:00Z", "20250206T200000Z");
    check("2025-02-06T19:59:59Z", "20250206T200000Z");
    check("2025-02-06T20:00:00Z", "20250206T210000Z");
    check("2025-02-07T05:30:00Z", "20250207T060000Z");
}
