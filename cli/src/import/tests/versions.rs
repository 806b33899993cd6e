//! Which events of a calendar count, and what is none.

use expect_test::expect;

use super::{CHICAGO, check, imported, told};

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
        let imported = imported(&text, CHICAGO, &["--default-channel", "web"]);
        assert_eq!(told(&imported.expect("it is a calendar")), expected);
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
fn what_was_over_before_the_years_of_the_zone_tables_asks_for_nothing() {
    let old = "DTSTART:20180207T010000Z\nDURATION:PT1H";
    let recurring = "DTSTART:20180207T010000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY";
    for (lines, settled) in [(old, true), (recurring, false)] {
        let text =
            format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n");
        let imported = imported(&text, CHICAGO, &[]).expect("it is a calendar");
        let [untaken] = &imported.untaken[..] else { panic!("it is one event") };
        assert_eq!(untaken.why.is_settled(), settled, "{lines}");
    }
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
        let error = imported(text, CHICAGO, &[]).expect_err("it is none").to_string();
        assert!(error.contains(expected), "{error}");
    }
    let two = "BEGIN:VCALENDAR\nEND:VCALENDAR\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n";
    assert!(imported(two, CHICAGO, &[]).is_ok());
}
