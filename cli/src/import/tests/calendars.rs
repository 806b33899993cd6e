//! Times and texts of a calendar's events.

use expect_test::expect;

use super::check_event;

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
        "DTSTART:00000101T000000Z\nDURATION:PT2H",
        &expect![[r#"
        1@a.example (malformed): expected a year from 2020 to 2099 for `DTSTART`, found `00000101T000000Z`
    "#]],
    );
    check_event(
        "DTSTART:+2621420101T000000Z\nDURATION:PT2H",
        &expect![[r#"
        1@a.example (malformed): expected a time such as `20250206T190000` for `DTSTART`, found `+2621420101T000000Z`
    "#]],
    );
    check_event(
        "DTSTART:20991231T230000Z\nDURATION:P3650D",
        &expect![[r#"
        1@a.example (refused): expected a year from 2020 to 2099, but found `2109-12-29T17:00:00`
    "#]],
    );
    check_event(
        "DTSTART:21500207T010000Z\n\
         DURATION:PT2H",
        &expect![[r#"
            1@a.example (malformed): expected a year from 2020 to 2099 for `DTSTART`, found `21500207T010000Z`
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
