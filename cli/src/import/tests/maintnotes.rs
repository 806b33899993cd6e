//! Impacts and states of a calendar's events.

use expect_test::expect;

use super::check_event;

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
