//! Times, impacts, states and versions of a calendar's events.

use expect_test::expect;

use super::{check, check_event};

#[test]
fn times() {
    // In UTC, as the founding notice's.
    check_event(
        "DTSTART:20250207T010000Z\n\
         DTEND:20250207T030000Z",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
        "#]],
    );
    // An IANA name, one with a slash before it, and a name of Windows.
    check_event(
        "DTSTART;TZID=America/New_York:20250206T200000\n\
         DTEND;TZID=America/New_York:20250206T220000",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
        "#]],
    );
    check_event(
        "DTSTART;TZID=\"/mozilla.org/20050126_1/America/Chicago\":20250206T190000\n\
         DURATION:PT2H",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
        "#]],
    );
    check_event(
        "DTSTART;TZID=Central Standard Time:20250206T190000\n\
         DURATION:PT1H30M",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T20:30:00
        "#]],
    );
    // Times without a zone, and days.
    check_event(
        "DTSTART:20250206T190000\n\
         DTEND:20250206T210000",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
            note: its times name no zone, and were read in America/Chicago
        "#]],
    );
    check_event(
        "DTSTART;VALUE=DATE:20250308\n\
         DTEND;VALUE=DATE:20250310",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-03-08T00:00:00
            end = 2025-03-10T00:00:00
            note: it is over whole days, which were read in America/Chicago
        "#]],
    );
    check_event(
        "DTSTART;VALUE=DATE:20250309",
        &expect![[r#"
        [[window]]
        id = "1"
        channels = ["web"]
        start = 2025-03-09T00:00:00
        end = 2025-03-10T00:00:00
        note: it is over whole days, which were read in America/Chicago
    "#]],
    );
    check_event(
        "DTSTART;VALUE=DATE:20250308\n\
         DURATION:P2D",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-03-08T00:00:00
            end = 2025-03-10T00:00:00
            note: it is over whole days, which were read in America/Chicago
        "#]],
    );
    // Clocks jump over 2:30 a.m.
    check_event(
        "DTSTART;TZID=America/Chicago:20250309T023000\n\
         DURATION:PT1H",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-03-09T03:30:00
            end = 2025-03-09T04:30:00
            note: Sunday, March 9, 2025, 2:30 a.m. does not exist in America/Chicago: it was read as Sunday, March 9, 2025, 3:30 a.m.
        "#]],
    );
    // 1:30 a.m. comes twice; the document says which.
    check_event(
        "DTSTART;TZID=America/Chicago:20251102T013000\n\
         DURATION:PT2H",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-11-02T01:30:00-05:00
            end = 2025-11-02T02:30:00
            note: Sunday, November 2, 2025, 1:30 a.m. comes twice in America/Chicago: the first was taken
        "#]],
    );
    check_event(
        "DTSTART:20251102T073000Z\n\
         DTEND:20251102T083000Z",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-11-02T01:30:00-06:00
            end = 2025-11-02T02:30:00
        "#]],
    );
}

#[test]
fn times_that_are_none() {
    check_event(
        "SUMMARY:No start",
        &expect![[r#"
        No start (malformed): it has no `DTSTART`
    "#]],
    );
    check_event(
        "DTSTART:20250207T010000Z\n\
         SUMMARY:No end",
        &expect![[r#"
            No end (no-end): it has no `DTEND`, so nobody knows when it ends
        "#]],
    );
    check_event(
        "DTSTART:20250207T010000Z\n\
         DTEND:20250207T010000Z",
        &expect![[r#"
            1@a.example (malformed): expected a time after `DTSTART` for `DTEND`, found `20250207T010000Z`
        "#]],
    );
    check_event(
        "DTSTART:20250230T010000Z\n\
         DTEND:20250302T010000Z",
        &expect![[r#"
            1@a.example (malformed): expected a time such as `20250206T190000` for `DTSTART`, found `20250230T010000Z`
        "#]],
    );
    check_event(
        "DTSTART:tomorrow\n\
         DTEND:20250302T010000Z",
        &expect![[r#"
            1@a.example (malformed): expected a time such as `20250206T190000` for `DTSTART`, found `tomorrow`
        "#]],
    );
    check_event(
        "DTSTART:20250207T010000Z\n\
         DURATION:-PT2H",
        &expect![[r#"
            1@a.example (malformed): expected a length such as `PT2H` for `DURATION`, found `-PT2H`
        "#]],
    );
    check_event(
        "DTSTART;TZID=Mars/Olympus:20250206T190000\n\
         DURATION:PT2H",
        &expect![[r#"
            1@a.example (zone): its zone `Mars/Olympus` is neither an IANA name nor one of Windows, and not described
        "#]],
    );
    check_event(
        "DTSTART:21500207T010000Z\n\
         DURATION:PT2H",
        &expect![[r#"
            1@a.example (refused): expected a year from 2020 to 2099, but found `2150-02-06T19:00:00`
        "#]],
    );
}

#[test]
fn texts() {
    // Escapes, a folded line, and what a document could take for its own.
    check_event(
        "DTSTART:20250207T010000Z\n\
         DTEND:20250207T030000Z\n\
         SUMMARY:Data\\, fixes\\; \"all\" of them\n\
         \x20 and more\n\
         DESCRIPTION:One line\\nid = \"web\"\\n[[window]]\n\
         LOCATION:Room 1\n\
         ATTENDEE:mailto:a@a.example\n\
         ATTENDEE:mailto:b@a.example\n\
         BEGIN:VALARM\n\
         TRIGGER:-PT15M\n\
         END:VALARM",
        &expect![[r##"
            # One line
            # id = "web"
            # [[window]]
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
            summary = 'Data, fixes; "all" of them and more'
            left out: ATTENDEE (2), LOCATION, VALARM
        "##]],
    );
}

#[test]
fn impacts() {
    check_event(
        "DTSTART:20250207T010000Z\n\
         DTEND:20250207T030000Z\n\
         X-MAINTNOTE-OBJECT-ID:ftp\n\
         X-MAINTNOTE-OBJECT-ID;X-MAINTNOTE-OBJECT-IMPACT=NO-IMPACT:web\n\
         X-MAINTNOTE-IMPACT:DEGRADED",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["ftp"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
            note: `ftp` is DEGRADED: what that means is up to the disposition of its channel
            note: not closed: `web` (NO-IMPACT)
        "#]],
    );
    check_event(
        "DTSTART:20250207T010000Z\n\
         DTEND:20250207T030000Z\n\
         X-MAINTNOTE-OBJECT-ID:ftp\n\
         X-MAINTNOTE-IMPACT:REDUCED-REDUNDANCY",
        &expect![[r#"
            1@a.example (not-affected): by `REDUCED-REDUNDANCY` nothing is closed
        "#]],
    );
    check_event(
        "DTSTART:20250207T010000Z\n\
         DTEND:20250207T030000Z\n\
         X-MAINTNOTE-IMPACT:NO-IMPACT",
        &expect![[r#"
            1@a.example (not-affected): by `NO-IMPACT` nothing is closed
        "#]],
    );
    // An impact that is in no draft is an outage, by the draft.
    check_event(
        "DTSTART:20250207T010000Z\n\
         DTEND:20250207T030000Z\n\
         X-MAINTNOTE-OBJECT-ID:FTP-related data exchange\n\
         X-MAINTNOTE-IMPACT:X-OTHER",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["ftp"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
        "#]],
    );
    check_event(
        "DTSTART:20250207T010000Z\n\
         DTEND:20250207T030000Z\n\
         X-MAINTNOTE-PROVIDER:a.example\n\
         X-MAINTNOTE-ACCOUNT:42\n\
         X-MAINTNOTE-MAINTENANCE-ID:CHG/1\n\
         X-MAINTNOTE-MAINTENANCE-ID;X-MAINTNOTE-PRECEDENCE=PRIMARY:CHG/2\n\
         X-MAINTNOTE-OBJECT-ID:web",
        &expect![[r##"
            # provider a.example, account 42, maintenance CHG/2, also known as CHG/1
            [[window]]
            id = "chg-2"
            channels = ["web"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
        "##]],
    );
}

#[test]
fn states() {
    check_event(
        "DTSTART:20250207T010000Z\n\
         DTEND:20250207T030000Z\n\
         X-MAINTNOTE-STATUS:TENTATIVE",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
            note: it is tentative
        "#]],
    );
    check_event(
        "DTSTART:20250207T010000Z\n\
         DTEND:20250207T030000Z\n\
         STATUS:TENTATIVE",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T21:00:00
            note: it is tentative
        "#]],
    );
    check_event(
        "DTSTART:20250207T010000Z\n\
         DTEND:20250207T030000Z\n\
         STATUS:CANCELLED",
        &expect![[r#"
            1@a.example (cancelled): it is cancelled
        "#]],
    );
    check_event(
        "DTSTART:20250207T010000Z\n\
         DTEND:20250207T030000Z\n\
         X-MAINTNOTE-STATUS:CANCELLED",
        &expect![[r#"
            1@a.example (cancelled): it is cancelled
        "#]],
    );
    check_event(
        "DTSTART:20250207T010000Z\n\
         DTEND:20250207T030000Z\n\
         X-MAINTNOTE-STATUS:COMPLETED",
        &expect![[r#"
            1@a.example (over): it is over
        "#]],
    );
    check_event(
        "DTSTART:20250207T010000Z\n\
         DTEND:20250207T030000Z\n\
         X-MAINTNOTE-STATUS:RE-SCHEDULED",
        &expect![[r#"
            1@a.example (status): its status `RE-SCHEDULED` is in no standard, and senders differ over it
        "#]],
    );
    check_event(
        "DTSTART:20250130T110000Z\n\
         DTEND:20250130T130000Z\n\
         X-MAINTNOTE-STATUS:IN-PROCESS",
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-01-30T05:00:00
            end = 2025-01-30T07:00:00
        "#]],
    );
    check_event(
        "DTSTART:20250130T100000Z\n\
         DTEND:20250130T110000Z\n\
         X-MAINTNOTE-STATUS:IN-PROCESS",
        &expect![[r#"
            1@a.example (overrun): it is in progress, and its end has passed
        "#]],
    );
    check_event(
        "DTSTART:20250130T100000Z\n\
         DTEND:20250130T120000Z",
        &expect![[r#"
            1@a.example (over): it is over
        "#]],
    );
}

#[test]
fn methods() {
    let table = [
        ("CANCEL", "deployment (cancelled): it is cancelled\n"),
        ("REPLY", "deployment (method): the calendar is a `REPLY`\n"),
        ("COUNTER", "deployment (method): the calendar is a `COUNTER`\n"),
    ];
    for (method, expected) in table {
        let text = format!(
            "BEGIN:VCALENDAR\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:deployment\r\n\
             DTSTART:20250207T010000Z\r\nDURATION:PT2H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        let imported = super::imported(&text, super::CHICAGO, &["--default-channel", "web"]);
        assert_eq!(super::told(&imported.expect("it is a calendar")), expected);
    }
}

#[test]
fn the_newest_of_one_name_is_taken() {
    let event = |uid: &str, rest: &str| {
        format!("BEGIN:VEVENT\nUID:{uid}\nDURATION:PT1H\n{rest}\nEND:VEVENT\n")
    };
    let events = [
        event("1", "SEQUENCE:2\nDTSTART:20250207T010000Z"),
        event("1", "SEQUENCE:1\nDTSTART:20250208T010000Z"),
        event("2", "DTSTAMP:20250101T000000Z\nDTSTART:20250209T010000Z"),
        event("2", "DTSTAMP:20250102T000000Z\nDTSTART:20250210T010000Z"),
        // One maintenance in two nights: two events that are known by one name.
        event("3", "X-MAINTNOTE-MAINTENANCE-ID:CHG1\nDTSTART:20250211T010000Z"),
        event("4", "X-MAINTNOTE-MAINTENANCE-ID:CHG1\nDTSTART:20250212T010000Z"),
        "BEGIN:VTODO\nUID:5\nSUMMARY:Ask\nEND:VTODO\n".to_owned(),
        "BEGIN:VEVENT\nSUMMARY:Nobody\nDTSTART:20250212T010000Z\nEND:VEVENT\n".to_owned(),
    ];
    let text = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", events.concat());
    check(
        &text,
        &["--default-channel", "web"],
        &expect![[r#"
            [[window]]
            id = "1"
            channels = ["web"]
            start = 2025-02-06T19:00:00
            end = 2025-02-06T20:00:00

            [[window]]
            id = "2"
            channels = ["web"]
            start = 2025-02-09T19:00:00
            end = 2025-02-09T20:00:00

            # maintenance CHG1
            [[window]]
            id = "chg1-4e074085"
            channels = ["web"]
            start = 2025-02-10T19:00:00
            end = 2025-02-10T20:00:00

            # maintenance CHG1
            [[window]]
            id = "chg1-4b227777"
            channels = ["web"]
            start = 2025-02-11T19:00:00
            end = 2025-02-11T20:00:00
            1 (superseded): the source has a newer version of it
            2 (superseded): the source has a newer version of it
            Ask (no-event): it is a VTODO, and no event
            Nobody (malformed): it has no `UID`
        "#]],
    );
}

#[test]
fn of_two_that_overlap_one_is_taken() {
    let event = |uid: &str, start: &str| {
        format!("BEGIN:VEVENT\nUID:{uid}\nDURATION:PT2H\nDTSTART:{start}\nEND:VEVENT\n")
    };
    let events = [event("1", "20250207T010000Z"), event("2", "20250207T020000Z")];
    let text = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", events.concat());
    check(
        &text,
        &["--default-channel", "web"],
        &expect![[r#"
        [[window]]
        id = "1"
        channels = ["web"]
        start = 2025-02-06T19:00:00
        end = 2025-02-06T21:00:00
        2 (refused): the window overlaps window `1` on channel `web`
    "#]],
    );
}

#[test]
fn texts_that_are_no_calendars() {
    let deep = "BEGIN:VEVENT\n".repeat(100_000);
    let table = [
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n", "cut off"),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nBROKEN LINE\nEND:VEVENT\nEND:VCALENDAR\n",
            "`BROKEN LINE`",
        ),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\nhello\n", "`hello`"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT\n", "`END:VEVENT`"),
        (&format!("BEGIN:VCALENDAR\n{deep}"), "`BEGIN:VEVENT`"),
        ("<html>", "`<html>`"),
        ("{\"scheduled_maintenances\": 1}", "no JSON of a Statuspage"),
        ("", "found ``"),
    ];
    for (text, expected) in table {
        let error = super::imported(text, super::CHICAGO, &[]).expect_err("it is none").to_string();
        assert!(error.contains(expected), "{error}");
    }
    let two = "BEGIN:VCALENDAR\nEND:VCALENDAR\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n";
    assert!(super::imported(two, super::CHICAGO, &[]).is_ok());
}
