//! Events that recur.

use expect_test::expect;

use super::{check, check_event};

#[test]
fn rules() {
    check_event(
        "DTSTART;TZID=America/Chicago:20250213T190000\n\
         DTEND;TZID=America/Chicago:20250213T210000\n\
         RRULE:FREQ=MONTHLY;BYDAY=2TH",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-13T19:00:00
            length = "2h"
            repeat = "FREQ=MONTHLY;BYDAY=2TH"
        "#]],
    );
    // An exception for a start that there is, one as a day, and one for a start that there is not.
    check_event(
        "DTSTART;TZID=America/Chicago:20250213T190000\n\
         DTEND;TZID=America/Chicago:20250213T210000\n\
         RRULE:FREQ=WEEKLY\n\
         EXDATE;TZID=America/Chicago:20250220T190000,20250221T190000\n\
         EXDATE;VALUE=DATE:20250227",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-13T19:00:00
            length = "2h"
            repeat = "FREQ=WEEKLY"
            except = [2025-02-20T19:00:00, 2025-02-27T19:00:00]
            note: its exception on Friday, February 21, 2025, 7:00 p.m. was left out: it does not come then
        "#]],
    );
    check_event(
        "DTSTART;TZID=America/Chicago:20250213T190000\n\
         DTEND;TZID=America/Chicago:20250213T210000\n\
         RRULE:FREQ=WEEKLY;COUNT=2\n\
         RDATE:20250302T010000Z",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-13T19:00:00
            length = "2h"
            repeat = "FREQ=WEEKLY;COUNT=2"
            also = [2025-03-01T19:00:00]
        "#]],
    );
    check_event(
        "DTSTART;TZID=America/Chicago:20250213T190000\n\
         DTEND;TZID=America/Chicago:20250213T210000\n\
         RDATE;TZID=America/Chicago:20250301T190000",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-13T19:00:00
            length = "2h"
            also = [2025-03-01T19:00:00]
        "#]],
    );
    // Days last as long as clocks say: that of March 9 has 23 hours.
    check_event(
        "DTSTART;VALUE=DATE:20250302\n\
         RRULE:FREQ=WEEKLY",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-03-02T00:00:00
            end = 2025-03-03T00:00:00
            repeat = "FREQ=WEEKLY"
            note: it is over whole days, which were read in America/Chicago
        "#]],
    );
}

#[test]
fn what_our_windows_cannot() {
    check_event(
        "DTSTART;TZID=America/Chicago:20250213T190000\n\
         DTEND;TZID=America/Chicago:20250213T210000\n\
         RRULE:FREQ=HOURLY",
        &expect![[r#"
            1@a.example (refused): `HOURLY` is too often: a window recurs at most daily
        "#]],
    );
    check_event(
        "DTSTART;TZID=America/Chicago:20250213T190000\n\
         DTEND;TZID=America/Chicago:20250213T210000\n\
         RRULE:FREQ=YEARLY;BYWEEKNO=7",
        &expect![[r#"
            1@a.example (refused): `BYWEEKNO` is not supported: a window recurs on dates, at the time of its start
        "#]],
    );
    check_event(
        "DTSTART;TZID=America/Chicago:20250213T190000\n\
         DTEND;TZID=America/Chicago:20250213T210000\n\
         RRULE:FREQ=WEEKLY;BYDAY=MO",
        &expect![[r#"
            1@a.example (refused): the window starts on Thursday, February 13, 2025, which is not a date of its rule
        "#]],
    );
    check_event(
        "DTSTART;TZID=America/Chicago:20250213T190000\n\
         DTEND;TZID=America/Chicago:20250213T210000\n\
         RRULE:FREQ=WEEKLY\n\
         RRULE:FREQ=MONTHLY",
        &expect![[r#"
            1@a.example (unsupported): windows have nothing like its `RRULE`, `FREQ=MONTHLY`
        "#]],
    );
    check_event(
        "DTSTART;TZID=America/Chicago:20250213T190000\n\
         DTEND;TZID=America/Chicago:20250213T210000\n\
         RRULE:FREQ=WEEKLY\n\
         EXRULE:FREQ=MONTHLY",
        &expect![[r#"
            1@a.example (unsupported): windows have nothing like its `EXRULE`, `FREQ=MONTHLY`
        "#]],
    );
    check_event(
        "DTSTART;TZID=America/Chicago:20250213T190000\n\
         DTEND;TZID=America/Chicago:20250213T210000\n\
         RDATE;VALUE=PERIOD:20250302T010000Z/PT1H",
        &expect![[r#"
            1@a.example (unsupported): windows have nothing like its `RDATE`, `20250302T010000Z/PT1H`
        "#]],
    );
    check_event(
        "DTSTART:20250213T010000Z\n\
         DURATION:P8D\n\
         RRULE:FREQ=WEEKLY",
        &expect![[r#"
            1@a.example (refused): the window overlaps itself: it starts again on Thursday, February 20, 2025, 1:00 a.m. (UTC+0), before it ends on Friday, February 21, 2025, 1:00 a.m. (UTC+0)
        "#]],
    );
    check_event(
        "DTSTART:20240213T010000Z\n\
         DURATION:PT1H\n\
         RRULE:FREQ=WEEKLY;COUNT=2",
        &expect![[r#"
            1@a.example (over): it is over
        "#]],
    );
}

#[test]
fn clocks_of_elsewhere() {
    // The same clocks by another name.
    check_event(
        "DTSTART;TZID=US/Central:20250213T190000\n\
         DURATION:PT2H\n\
         RRULE:FREQ=WEEKLY",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-13T19:00:00
            length = "2h"
            repeat = "FREQ=WEEKLY"
            note: it recurs by the clocks of US/Central; by those of America/Chicago its starts are the same
        "#]],
    );
    // An hour ahead all year, but for the nights in which clocks change.
    check_event(
        "DTSTART;TZID=America/New_York:20250213T190000\n\
         DURATION:PT2H\n\
         RRULE:FREQ=WEEKLY",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-13T18:00:00
            length = "2h"
            repeat = "FREQ=WEEKLY"
            note: it recurs by the clocks of America/New_York; by those of America/Chicago its starts are the same
        "#]],
    );
    // UTC has no summer time.
    check_event(
        "DTSTART:20250213T010000Z\n\
         DURATION:PT2H\n\
         RRULE:FREQ=WEEKLY",
        &expect![[r#"
            1@a.example (zone): it recurs by the clocks of UTC, and windows by those of America/Chicago: on Wednesday, March 12, 2025 they would not agree
        "#]],
    );
    // With an end, each start is written: 7 p.m., and from March 9 on 8 p.m.
    check_event(
        "DTSTART:20250227T010000Z\n\
         DURATION:PT2H\n\
         RRULE:FREQ=WEEKLY;COUNT=4\n\
         EXDATE:20250306T010000Z",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-26T19:00:00
            length = "2h"
            also = [2025-03-12T20:00:00, 2025-03-19T20:00:00]
            note: it recurs by the clocks of UTC, which go otherwise than those of America/Chicago: each of its 3 starts is written
        "#]],
    );
}

/// A zone of a calendar's own, with clocks that are set on these days.
fn zone(march: &str, standard: &str, daylight: &str) -> String {
    format!(
        "BEGIN:VTIMEZONE\nTZID:Ours\n\
         BEGIN:STANDARD\nDTSTART:16010101T020000\nTZOFFSETFROM:{daylight}\nTZOFFSETTO:{standard}\n\
         RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11\nEND:STANDARD\n\
         BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:{standard}\nTZOFFSETTO:{daylight}\n\
         RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY={march};BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
    )
}

#[test]
fn zones_that_a_calendar_describes() {
    let once = "DTSTART;TZID=Ours:20250313T190000\nDURATION:PT2H";
    let weekly = "DTSTART;TZID=Ours:20250213T190000\nDURATION:PT2H\nRRULE:FREQ=WEEKLY";
    let table = [
        (
            zone("2SU", "-0600", "-0500"),
            once,
            expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-03-13T19:00:00
            end = 2025-03-13T21:00:00
            note: its zone `Ours` was read as the calendar describes it
        "#]],
        ),
        (
            zone("2SU", "-0600", "-0500"),
            weekly,
            expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-13T19:00:00
            length = "2h"
            repeat = "FREQ=WEEKLY"
            note: its zone `Ours` was read as the calendar describes it
        "#]],
        ),
        // Clocks are set two weeks later there, so on March 13 it is still winter.
        (
            zone("-1SU", "-0600", "-0500"),
            once,
            expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-03-13T20:00:00
            end = 2025-03-13T22:00:00
            note: its zone `Ours` was read as the calendar describes it
        "#]],
        ),
        (
            zone("-1SU", "-0600", "-0500"),
            weekly,
            expect![[r#"
            1 (zone): it recurs in `Ours`, which only this calendar describes, and not as the service's zone
        "#]],
        ),
        (
            zone("2SU", "-06", "-0500"),
            once,
            expect![[r#"
            1 (zone): its zone `Ours` is neither an IANA name nor one of Windows, and not described
        "#]],
        ),
        (
            "BEGIN:VTIMEZONE\nTZID:Ours\nX-LIC-LOCATION:Europe/Berlin\nEND:VTIMEZONE\n".to_owned(),
            once,
            expect![[r#"
                [[window]]
                id = "1"
                channels = ["web"]
                start = 2025-03-13T13:00:00
                end = 2025-03-13T15:00:00
            "#]],
        ),
    ];
    for (zone, lines, expected) in table {
        let text = format!(
            "BEGIN:VCALENDAR\n{zone}BEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
        );
        check(&text, &["--default-channel", "web"], &expected);
    }
}

#[test]
fn occurrences_that_are_changed() {
    let event = |lines: &str| format!("BEGIN:VEVENT\nUID:patches@a.example\n{lines}\nEND:VEVENT\n");
    let master = event(
        "SUMMARY:Patches\nDTSTART;TZID=America/Chicago:20250213T190000\nDURATION:PT2H\n\
         RRULE:FREQ=MONTHLY;BYDAY=2TH",
    );
    let moved = event(
        "SUMMARY:Patches, moved\nRECURRENCE-ID;TZID=America/Chicago:20250313T190000\n\
         DTSTART;TZID=America/Chicago:20250314T200000\nDURATION:PT3H",
    );
    let cancelled = event(
        "RECURRENCE-ID:20250411T000000Z\nDTSTART:20250411T000000Z\nDURATION:PT2H\nSTATUS:CANCELLED",
    );
    let unmoved = event(
        "SUMMARY:Patches\nRECURRENCE-ID:20250509T000000Z\nDTSTART:20250509T000000Z\nDURATION:PT2H",
    );
    let all_that_follow = event(
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20250411T000000Z\nDTSTART:20250411T000000Z\nDURATION:PT2H",
    );
    let table = [
        (
            [&master, &moved, &cancelled, &unmoved].map(String::as_str).concat(),
            expect![[r#"
            [[window]]
            id = "patches"
            channels = ["web"]
            start = 2025-02-13T19:00:00
            length = "2h"
            summary = "Patches"
            repeat = "FREQ=MONTHLY;BYDAY=2TH"

            [[window.change]]
            of = 2025-03-13T19:00:00
            start = 2025-03-14T20:00:00
            end = 2025-03-14T23:00:00

            [[window.change]]
            of = 2025-04-10T19:00:00
            cancelled = true
            note: the occurrence of Thursday, March 13, 2025, 7:00 p.m. is on Friday, March 14, 2025, 8:00 p.m. instead
            note: left out of the occurrence of Thursday, March 13, 2025, 7:00 p.m.: SUMMARY
            note: the occurrence of Thursday, April 10, 2025, 7:00 p.m. is cancelled
        "#]],
        ),
        (
            [&master, &all_that_follow].map(String::as_str).concat(),
            expect![[r#"
            Patches (unsupported): windows have nothing like its `RECURRENCE-ID`, `20250411T000000Z`
            patches@a.example (of-untaken): the event that it belongs to was not taken
        "#]],
        ),
        // Sent by itself.
        (
            moved.clone(),
            expect![[r#"
            [[window]]
            id = "patches-20250313t190000"
            channels = ["web"]
            start = 2025-03-14T20:00:00
            end = 2025-03-14T23:00:00
            summary = "Patches, moved"
            note: it is one occurrence of an event that the source does not have
        "#]],
        ),
    ];
    for (events, expected) in table {
        let text = format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n");
        check(&text, &["--default-channel", "web"], &expected);
    }
}
